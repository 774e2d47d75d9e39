package dev.tenure.lifetime.estimation;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Why a sample cannot determine a model, where that shows before any search. A prior on all the coordinates concerned makes good for it.
 *
 * @param detail a few words, such as {@code "nobody bought again"}, not blank
 * @param coordinates the names of the coordinates of which the sample says too little, one or more
 */
public record Problem(String detail, ImmutableSet<String> coordinates) {

    /**
     * Creates a problem.
     *
     * @param detail a few words, not blank
     * @param coordinates the names of the coordinates of which the sample says too little, one or more
     */
    public Problem {
        checkArgument(!detail.isBlank(), "detail must not be blank: '%s'", detail);
        checkArgument(!coordinates.isEmpty(), "coordinates must not be empty");
    }

    /**
     * Returns the problem of a sample that says too little of some coordinates.
     *
     * @param detail a few words, not blank
     * @param coordinates the coordinates, one or more
     * @return the problem
     * @throws IllegalArgumentException if the detail is blank or there are no coordinates
     */
    public static Problem of(String detail, Iterable<Coordinate> coordinates) {
        Objects.requireNonNull(coordinates, "coordinates");
        ImmutableSet.Builder<String> names = ImmutableSet.builder();
        coordinates.forEach(coordinate -> names.add(coordinate.name()));
        return new Problem(detail, names.build());
    }

    /** Tells whether a prior makes good for it. */
    boolean isCuredBy(WeakPrior prior) {
        return prior.parts().stream()
                .map(ParameterPrior::coordinate)
                .collect(Collectors.toSet())
                .containsAll(coordinates);
    }
}
