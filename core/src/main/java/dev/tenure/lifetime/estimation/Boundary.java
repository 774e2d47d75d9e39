package dev.tenure.lifetime.estimation;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is said of a likelihood that rises without end. */
final class Boundary {

    /** The part of the largest component from which on a coordinate counts as moving. */
    private static final double MOVES = 0.1;

    private Boundary() {}

    static String detail(ImmutableList<Coordinate> coordinates, ImmutableDoubleArray direction) {
        ImmutableList<Movement> movements = IntStream.range(0, direction.length())
                .filter(i -> Math.abs(direction.get(i)) >= MOVES)
                .mapToObj(i -> new Movement(
                        coordinates.get(i).name(), coordinates.get(i).scale().end(direction.get(i) > 0)))
                .collect(ImmutableList.toImmutableList());
        String all = movements.stream()
                .map(Movement::end)
                .distinct()
                .map(end -> clause(movements.stream().filter(movement -> Objects.equals(movement.end(), end)), end))
                .collect(joining("; "));
        return all + ": the likelihood rises for ever along the way";
    }

    /** Returns what is said of a parameter that the likelihood leaves open. */
    static String parameter(String name, double growth) {
        if (Math.abs(growth) < MOVES) {
            return "the likelihood does not determine " + name;
        }
        return name + " tends to " + (growth > 0 ? "infinity" : "0");
    }

    private static String clause(Stream<Movement> movements, String end) {
        ImmutableList<String> names = movements.map(Movement::coordinate).collect(ImmutableList.toImmutableList());
        String verb = names.size() == 1 ? " tends to " : " tend to ";
        return String.join(" and ", names) + verb + end;
    }

    private record Movement(String coordinate, String end) {}
}
