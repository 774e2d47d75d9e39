package dev.tenure.retention.cohort;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.DifferenceInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Compares the cohort tables of two groups of clients, such as two segments: cell by cell, and at an age.
 *
 * <p><b>Formula.</b> The difference of the shares of two cells, or of the weighted means of the cohorts that both groups have
 * completed at that age.
 *
 * <p><b>Units.</b> Fractions: 0.05 is five percentage points.
 *
 * <p><b>Conventions.</b> The groups share no clients. Cohorts that only one of them has, that are not complete, or that are older
 * than the records, are left out of both. Intervals are for one difference alone: of many cells, one in twenty may differ by chance.
 *
 * <p><b>Errors.</b> Tables of different policies or days are an {@link IllegalArgumentException}.
 *
 * <p><b>Source.</b> R. G. Newcombe, <i>Statistics in Medicine</i> 17 (1998), 873-890, method 10.
 */
public final class CohortComparison {

    private static final CohortComparison DEFAULTS =
            new CohortComparison(DifferenceInterval.NEWCOMBE, ConfidenceLevel.P95);

    private final DifferenceInterval method;
    private final ConfidenceLevel level;

    private CohortComparison(DifferenceInterval method, ConfidenceLevel level) {
        this.method = method;
        this.level = level;
    }

    /**
     * Returns the comparison with Newcombe's intervals at 95 %.
     *
     * @return the calculator
     */
    public static CohortComparison withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns this calculator with another method for the intervals.
     *
     * @param interval the method
     * @return the changed calculator
     */
    public CohortComparison with(DifferenceInterval interval) {
        return new CohortComparison(Objects.requireNonNull(interval, "interval"), level);
    }

    /**
     * Returns this calculator with another confidence level.
     *
     * @param confidence the level
     * @return the changed calculator
     */
    public CohortComparison with(ConfidenceLevel confidence) {
        return new CohortComparison(method, Objects.requireNonNull(confidence, "confidence"));
    }

    /**
     * Compares two tables at an age.
     *
     * @param first the table that is compared
     * @param second the table it is compared with
     * @param periodsLater the age in periods, zero or more
     * @return the difference, over the cohorts that both have completed at that age
     * @throws IllegalArgumentException if the tables are not of the same policy, day and beginning of the records, or the age is negative
     */
    public CohortDifference of(CohortTable first, CohortTable second, int periodsLater) {
        checkAlike(first, second);
        List<CohortCell> ones = new ArrayList<>();
        List<CohortCell> others = new ArrayList<>();
        for (CohortCell one : first.average(periodsLater).cells()) {
            for (CohortCell other : second.average(periodsLater).cells()) {
                if (one.cohort().equals(other.cohort())) {
                    ones.add(one);
                    others.add(other);
                }
            }
        }
        return difference(periodsLater, ones, others);
    }

    /**
     * Compares two tables cell by cell.
     *
     * @param first the table that is compared
     * @param second the table it is compared with
     * @return the difference of each cell that is complete in both, by age and then by cohort, earliest first
     * @throws IllegalArgumentException if the tables are not of the same policy, day and beginning of the records
     */
    public ImmutableList<CohortDifference> cells(CohortTable first, CohortTable second) {
        checkAlike(first, second);
        return IntStream.range(0, first.averages().size())
                .mapToObj(age -> of(first, second, age))
                .flatMap(all -> IntStream.range(0, all.first().size())
                        .mapToObj(i -> difference(
                                all.periodsLater(),
                                all.first().subList(i, i + 1),
                                all.second().subList(i, i + 1))))
                .collect(toImmutableList());
    }

    private CohortDifference difference(int periodsLater, List<CohortCell> first, List<CohortCell> second) {
        return new CohortDifferenceBuilder()
                .periodsLater(periodsLater)
                .first(first)
                .second(second)
                .intervalMethod(method)
                .level(level)
                .build();
    }

    private static void checkAlike(CohortTable first, CohortTable second) {
        checkArgument(
                first.policy().equals(second.policy()),
                "policy must be the same: %s, %s",
                first.policy(),
                second.policy());
        checkArgument(first.asOf().equals(second.asOf()), "asOf must be the same: %s, %s", first.asOf(), second.asOf());
        checkArgument(
                first.recordsFrom().equals(second.recordsFrom()),
                "recordsFrom must be the same: %s, %s",
                first.recordsFrom(),
                second.recordsFrom());
    }
}
