package dev.tenure.survival.comparison;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.internal.ResultStyle;
import dev.tenure.stat.ChiSquareTest;
import dev.tenure.stat.PValueAdjustment;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Which of some groups differ: each compared with each other one, and the p-values adjusted for that. Made by {@link LogRankResult}.
 *
 * <p><b>Conventions.</b> A pair that cannot be compared has no p-value and does not count in the adjustment of the others.
 */
@ResultStyle
@Value.Immutable
public abstract class PairwiseLogRank {

    PairwiseLogRank() {}

    /**
     * Returns the comparisons.
     *
     * @return one for each pair: the first group with all that follow, then the second with all that follow, and so on; empty if there is
     *     one group
     */
    public abstract ImmutableList<PairwiseComparison> comparisons();

    /**
     * Returns how the p-values are adjusted.
     *
     * @return the adjustment
     */
    public abstract PValueAdjustment adjustment();

    /**
     * Returns how much each time counts.
     *
     * @return the weight
     */
    public abstract LogRankWeight weight();

    /**
     * Returns the comparison of two groups.
     *
     * @param one the name of one group
     * @param other the name of the other
     * @return the comparison, in whatever order they are given; empty if there is no such pair
     */
    public final Optional<PairwiseComparison> between(String one, String other) {
        Objects.requireNonNull(one, "one");
        Objects.requireNonNull(other, "other");
        ImmutableSet<String> sought = ImmutableSet.of(one, other);
        return comparisons().stream()
                .filter(pair -> ImmutableSet.of(pair.first(), pair.second()).equals(sought))
                .findFirst();
    }

    static PairwiseLogRank of(LogRankResult all, PValueAdjustment adjustment) {
        ImmutableList.Builder<LogRankResult> pairs = ImmutableList.builder();
        for (int first = 0; first < all.groups().size(); first++) {
            for (int second = first + 1; second < all.groups().size(); second++) {
                pairs.add(all.pair(first, second));
            }
        }
        ImmutableList<LogRankResult> tests = pairs.build();
        return new PairwiseLogRankBuilder()
                .adjustment(adjustment)
                .weight(all.weight())
                .comparisons(comparisons(tests, adjustment.adjust(pValues(tests))))
                .build();
    }

    private static double[] pValues(ImmutableList<LogRankResult> tests) {
        return tests.stream()
                .flatMap(test -> test.value().map(ChiSquareTest::pValue).toOptional().stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static ImmutableList<PairwiseComparison> comparisons(
            ImmutableList<LogRankResult> tests, ImmutableDoubleArray adjusted) {
        ImmutableList.Builder<PairwiseComparison> comparisons = ImmutableList.builder();
        int next = 0;
        for (LogRankResult test : tests) {
            int index = next;
            Outcome<Double> pValue = test.value().map(value -> adjusted.get(index));
            next += pValue.isDefined() ? 1 : 0;
            comparisons.add(new PairwiseComparisonBuilder()
                    .test(test)
                    .adjustedPValue(pValue)
                    .build());
        }
        return comparisons.build();
    }

    /**
     * Explains the comparisons.
     *
     * @return a part for each pair
     */
    public final Explanation explain() {
        return ComparisonExplanation.of(this);
    }
}
