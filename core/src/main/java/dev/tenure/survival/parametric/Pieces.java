package dev.tenure.survival.parametric;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The pieces of time of a piecewise exponential law; an exponential one has one. A piece holds its end but not its start. */
final class Pieces {

    private static final double WHOLE_LIMIT = 1e15;

    /** Zero, the cuts, infinity. */
    private final double[] bounds;

    private Pieces(double[] bounds) {
        this.bounds = bounds;
    }

    static Pieces of(SurvivalLaw law) {
        return new Pieces(DoubleStream.concat(
                        DoubleStream.concat(
                                DoubleStream.of(0), law.cuts().stream().mapToDouble(Double::doubleValue)),
                        DoubleStream.of(Double.POSITIVE_INFINITY))
                .toArray());
    }

    int size() {
        return bounds.length - 1;
    }

    /** Returns the piece a time lies in. */
    int indexOf(double time) {
        int piece = 0;
        while (time > bounds[piece + 1]) {
            piece++;
        }
        return piece;
    }

    double start(int piece) {
        return bounds[piece];
    }

    double end(int piece) {
        return bounds[piece + 1];
    }

    /** Returns how much of a piece lies between two times. */
    double within(int piece, double from, double to) {
        return Math.max(0, Math.min(to, bounds[piece + 1]) - Math.max(from, bounds[piece]));
    }

    /** Returns a piece as text, such as {@code (6, 12]}. */
    String text(int piece) {
        String start = "(" + number(bounds[piece]) + ", ";
        return piece + 1 == size() ? start + "inf)" : start + number(bounds[piece + 1]) + "]";
    }

    ImmutableList<String> names() {
        return IntStream.range(0, size())
                .mapToObj(piece -> "rate " + text(piece))
                .collect(ImmutableList.toImmutableList());
    }

    String cutsText() {
        return IntStream.range(1, size()).mapToObj(i -> number(bounds[i])).collect(Collectors.joining(", "));
    }

    /** Returns a number without a fraction if it has none. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < WHOLE_LIMIT
                ? String.format(Locale.ROOT, "%.0f", value)
                : Double.toString(value);
    }
}
