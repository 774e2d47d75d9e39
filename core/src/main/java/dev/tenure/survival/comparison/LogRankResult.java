package dev.tenure.survival.comparison;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.stat.ChiSquareTest;
import dev.tenure.stat.PValueAdjustment;
import dev.tenure.survival.RiskTable;
import java.util.Objects;
import java.util.stream.IntStream;
import org.immutables.value.Value;

/**
 * Whether some groups differ in how long their observations last. Made by {@link LogRank}.
 *
 * <p>A small p-value says that they differ, not how much: for that see the {@link LogRankAccumulator#curves() curves} and
 * {@link RestrictedMeanComparison}. A large one says that the data do not show a difference, not that there is none.
 */
@ResultStyle
@Value.Immutable
public abstract class LogRankResult {

    LogRankResult() {}

    /**
     * Returns what was observed and expected of each group.
     *
     * @return the groups, one or more, in the order in which they were given
     */
    public abstract ImmutableList<ComparedGroup> groups();

    /**
     * Returns how many strata have observations.
     *
     * @return the number, zero or more; 1 for a test that is not stratified
     */
    public abstract int strata();

    /**
     * Returns how much each time counts.
     *
     * @return the weight
     */
    public abstract LogRankWeight weight();

    /**
     * Returns the test.
     *
     * @return the statistic, its degrees of freedom and its p-value; undefined ({@link Reason#NO_DATA}) without observations,
     *     ({@link Reason#NOT_APPLICABLE}) with weights that are not counts, ({@link Reason#TOO_FEW_DATA}) if only one group has
     *     observations or none ended, ({@link Reason#NOT_ESTIMABLE}) if no two groups were at risk together when one ended, or
     *     only when all at risk ended at once
     */
    public abstract Outcome<ChiSquareTest> value();

    /**
     * Returns the variances and covariances of {@link ComparedGroup#difference()}.
     *
     * @return the symmetric matrix, rows in the order of {@link #groups()}, each of which sums to zero; undefined if there are no
     *     observations of two groups, none of which has a weight, or none of which ended
     */
    public abstract Outcome<ImmutableList<ImmutableDoubleArray>> variance();

    @Value.Auxiliary
    @Value.Redacted
    abstract ImmutableList<ImmutableList<RiskTable>> tables();

    /**
     * Returns how many observations there are.
     *
     * @return the number, zero or more; a whole number unless there are weights, whose sum it then is
     */
    public final double observations() {
        return groups().stream().mapToDouble(ComparedGroup::observations).sum();
    }

    /**
     * Returns how many observations ended.
     *
     * @return the number, zero or more; a whole number unless there are weights, whose sum it then is
     */
    public final double ended() {
        return groups().stream().mapToDouble(ComparedGroup::ended).sum();
    }

    /**
     * Returns which groups take no part in the test, because no other group was at risk at a time when one ended, or only when all at risk
     * ended at once.
     *
     * @return the names, in the order of the groups; empty if all take part
     */
    public final ImmutableList<String> notCompared() {
        return variance()
                .map(rows -> IntStream.range(0, rows.size())
                        .filter(group -> rows.get(group).get(group) == 0)
                        .mapToObj(group -> groups().get(group).name())
                        .collect(ImmutableList.toImmutableList()))
                .toOptional()
                .orElseGet(() -> groups().stream().map(ComparedGroup::name).collect(ImmutableList.toImmutableList()));
    }

    /**
     * Tests whether more, or earlier, ends go with a later place in the order of the groups: the scores are 0, 1, 2 and so on.
     *
     * @return the test for trend, which says more than {@link #value()} if the groups have an order, such as sizes of client
     */
    public final LogRankTrend trend() {
        return trend(IntStream.range(0, groups().size()).asDoubleStream().toArray());
    }

    /**
     * Tests whether more, or earlier, ends go with a higher score.
     *
     * @param scores the score of each group, finite, in the order of {@link #groups()}
     * @return the test for trend
     * @throws IllegalArgumentException if there are not as many scores as groups, or one is not finite
     */
    public final LogRankTrend trend(double... scores) {
        checkArgument(scores.length == groups().size(), "scores must be %s: %s", groups().size(), scores.length);
        for (double score : scores) {
            checkArgument(Double.isFinite(score), "scores must be finite: %s", score);
        }
        return LogRankTrend.of(this, ImmutableDoubleArray.copyOf(scores));
    }

    /**
     * Compares each group with each other one, with p-values adjusted for there being so many comparisons.
     *
     * <p><b>Conventions.</b> Each comparison knows only its two groups, so that weights that come from the curve of all come from that of
     * the two. The strata and the weight are those of this test.
     *
     * @param adjustment how the p-values are adjusted
     * @return the comparisons
     */
    public final PairwiseLogRank pairwise(PValueAdjustment adjustment) {
        return PairwiseLogRank.of(this, Objects.requireNonNull(adjustment, "adjustment"));
    }

    /** Returns the test of two of the groups. */
    final LogRankResult pair(int first, int second) {
        return LogRankMath.test(
                ImmutableList.of(
                        groups().get(first).name(), groups().get(second).name()),
                tables().stream()
                        .map(stratum -> ImmutableList.of(stratum.get(first), stratum.get(second)))
                        .collect(ImmutableList.toImmutableList()),
                weight());
    }

    /**
     * Explains the test.
     *
     * @return the statistic, the counts and the difference of each group
     */
    public final Explanation explain() {
        return ComparisonExplanation.of(this);
    }
}
