package dev.tenure.survival.comparison;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.stat.ChiSquareTest;
import org.immutables.value.Value;

/**
 * Whether observations end the earlier, the higher the score of their group. Made by {@link LogRankResult}.
 *
 * <p><b>Formula.</b> With the scores {@code a}, the differences {@code U} and their variances {@code V},
 *
 * <p>\[ z = \frac{a'U}{\sqrt{a'Va}}, \qquad \chi^2_1 = z^2 \]
 *
 * <p><b>Units.</b> Pure numbers.
 *
 * <p><b>Conventions.</b> Adding a number to all scores, or multiplying them by a positive one, changes nothing.
 *
 * <p><b>Source.</b> R. E. Tarone, "Tests for Trend in Life Table Analysis", <i>Biometrika</i> 62 (1975), 679-682.
 */
@ResultStyle
@Value.Immutable
public abstract class LogRankTrend {

    LogRankTrend() {}

    /**
     * Returns the scores.
     *
     * @return a score for each group, in the order of the groups
     */
    public abstract ImmutableDoubleArray scores();

    /**
     * Returns the names of the groups.
     *
     * @return the names
     */
    public abstract ImmutableList<String> groups();

    /**
     * Returns how much each time counts.
     *
     * @return the weight
     */
    public abstract LogRankWeight weight();

    /**
     * Returns the difference that goes with the scores, in standard errors.
     *
     * @return a pure number, positive if observations of higher scores end earlier; undefined where the test of the groups is, and
     *     ({@link Reason#NOT_ESTIMABLE}) if the groups that are compared have the same score
     */
    public abstract Outcome<Double> z();

    /**
     * Returns the test, two-sided.
     *
     * @return the square of {@link #z()} with one degree of freedom; undefined where that is
     */
    public final Outcome<ChiSquareTest> value() {
        return z().map(z -> ChiSquareTest.of(z * z, 1));
    }

    static LogRankTrend of(LogRankResult test, ImmutableDoubleArray scores) {
        return new LogRankTrendBuilder()
                .scores(scores)
                .groups(test.groups().stream().map(ComparedGroup::name).collect(ImmutableList.toImmutableList()))
                .weight(test.weight())
                .z(test.value().flatMap(ok -> test.variance()).flatMap(rows -> z(test, scores, rows)))
                .build();
    }

    private static Outcome<Double> z(
            LogRankResult test, ImmutableDoubleArray scores, ImmutableList<ImmutableDoubleArray> rows) {
        double sum = 0;
        double variance = 0;
        for (int i = 0; i < rows.size(); i++) {
            sum += scores.get(i) * test.groups().get(i).difference();
            for (int j = 0; j < i; j++) {
                double step = scores.get(i) - scores.get(j);
                // each row of the matrix sums to zero, which leaves squares of differences of scores
                variance -= rows.get(i).get(j) * step * step;
            }
        }
        return variance > 0
                ? Outcome.of(sum / Math.sqrt(variance))
                : Outcome.undefined(Reason.NOT_ESTIMABLE, "the groups that are compared have the same score");
    }

    /**
     * Explains the test.
     *
     * @return the statistic and the scores
     */
    public final Explanation explain() {
        return ComparisonExplanation.of(this);
    }
}
