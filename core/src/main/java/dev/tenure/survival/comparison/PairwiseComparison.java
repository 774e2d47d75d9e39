package dev.tenure.survival.comparison;

import dev.tenure.explain.Outcome;
import dev.tenure.internal.ResultStyle;
import org.immutables.value.Value;

/** One pair of groups of a {@link PairwiseLogRank}. */
@ResultStyle
@Value.Immutable
public abstract class PairwiseComparison {

    PairwiseComparison() {}

    /**
     * Returns the test of the two groups alone.
     *
     * @return the test, whose p-value is not adjusted
     */
    public abstract LogRankResult test();

    /**
     * Returns the p-value adjusted for the number of comparisons.
     *
     * @return a fraction in [0, 1], not below the p-value of {@link #test()}; undefined where that is
     */
    public abstract Outcome<Double> adjustedPValue();

    /**
     * Returns the name of the group that comes first in the order of the groups.
     *
     * @return the name
     */
    public final String first() {
        return test().groups().get(0).name();
    }

    /**
     * Returns the name of the other group.
     *
     * @return the name
     */
    public final String second() {
        return test().groups().get(1).name();
    }
}
