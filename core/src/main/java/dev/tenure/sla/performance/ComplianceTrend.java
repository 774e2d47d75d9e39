package dev.tenure.sla.performance;

import static dev.tenure.explain.Explanation.quantity;

import com.google.common.collect.ImmutableSortedMap;
import dev.tenure.calendar.ReportingPeriod;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import dev.tenure.stat.Proportion;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.immutables.value.Value;

/**
 * How a compliance changes from period to period, and whether that is more than chance. Made by {@link SlaComplianceResult}.
 *
 * <p><b>Formula.</b> With {@code r} met of {@code n} counted promises in the period of number {@code t}, {@code p = sum r / sum n}
 * and {@code m = sum n t / sum n},
 *
 * <p>\[ b = \frac{\sum r (t - m)}{\sum n (t - m)^2}, \qquad z = b \Big/ \sqrt{\frac{p (1 - p)}{\sum n (t - m)^2}} \]
 *
 * <p>The slope {@code b} is that of the least squares, each promise a point; {@code z} is the trend test of Cochran and Armitage,
 * normal if there is no trend.
 *
 * <p><b>Units.</b> The slope is a fraction a period: 0.01 is one percentage point more in each period than in the one before.
 *
 * <p><b>Conventions.</b> Periods are equally far apart. A period without counted promises adds nothing but the distance. The
 * interval is {@code b} plus and minus {@code z} standard errors under no trend, so that it holds 0 if and only if the test
 * finds none; with few promises both are rough.
 *
 * <p><b>Source.</b> W. G. Cochran, "Some Methods for Strengthening the Common Chi-Squared Tests", <i>Biometrics</i> 10 (1954),
 * 417-451; P. Armitage, "Tests for Linear Trends in Proportions and Frequencies", <i>Biometrics</i> 11 (1955), 375-386.
 */
@ResultStyle
@Value.Immutable
public abstract class ComplianceTrend {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    ComplianceTrend() {}

    /**
     * Returns how many of how many promises were kept in each period.
     *
     * @return the proportions, earliest period first, none left out in between; of 0 where nothing is counted
     */
    @Value.NaturalOrder
    public abstract ImmutableSortedMap<ReportingPeriod, Proportion> proportions();

    /**
     * Returns what the promises that were met are a share of.
     *
     * @return the denominator
     */
    public abstract ComplianceDenominator denominator();

    /**
     * Returns how often intervals made this way hold the true slope.
     *
     * @return the confidence level
     */
    public abstract ConfidenceLevel level();

    /**
     * Returns by how much compliance rises from one period to the next.
     *
     * @return a fraction in [-1, 1], negative if it falls; undefined ({@link Reason#TOO_FEW_DATA}) unless two periods have counted
     *     promises
     */
    public final Outcome<Double> slope() {
        long counted = proportions().values().stream()
                .filter(proportion -> proportion.trials() > 0)
                .count();
        return counted < 2
                ? Outcome.undefined(
                        Reason.TOO_FEW_DATA,
                        "fewer than two periods with " + denominator().counted())
                : Outcome.of(sums().slope());
    }

    /**
     * Returns the confidence interval of the slope.
     *
     * @return fractions a period, finite; undefined where {@link #slope()} is, and ({@link Reason#NOT_ESTIMABLE}) where all
     *     counted promises were met or none was
     */
    public final Outcome<Interval> interval() {
        return slope().flatMap(slope -> standardError().map(error -> {
            double half = level().normalQuantile() * error;
            return Interval.of(slope - half, slope + half, level());
        }));
    }

    /**
     * Returns how probable a trend as strong as this one, up or down, is by chance alone.
     *
     * @return a probability in [0, 1]; undefined where {@link #interval()} is
     */
    public final Outcome<Double> pValue() {
        return slope().flatMap(slope ->
                standardError().map(error -> Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(slope) / error))));
    }

    /**
     * Explains the trend.
     *
     * @return the slope, its interval and test, and the share of each period
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("SLA compliance trend")
                .formula(
                        "sum of met * (t - m) / sum of counted * (t - m)^2, with t the number of the period and m its mean")
                .value(quantity(slope(), ComplianceTrend::perPeriod))
                .putInput("denominator", new Quantity.Term(denominator().name()))
                .addPart(explainInterval())
                .addPart(explainTest())
                .addAllParts(proportions().entrySet().stream()
                        .map(entry -> explainPeriod(entry.getKey(), entry.getValue()))
                        .toList())
                .build();
    }

    private Explanation explainInterval() {
        return Explanation.builder()
                .name("confidence interval")
                .formula("slope -/+ normal quantile * sqrt(p * (1 - p) / sum of counted * (t - m)^2), at level")
                .value(quantity(
                        interval(), limits -> new Quantity.Span(perPeriod(limits.lower()), perPeriod(limits.upper()))))
                .putInput("level", new Quantity.Share(level().value()))
                .build();
    }

    private Explanation explainTest() {
        return Explanation.builder()
                .name("p-value")
                .formula("trend test of Cochran and Armitage, two-sided")
                .value(quantity(pValue(), Quantity.Share::new))
                .build();
    }

    private Explanation explainPeriod(ReportingPeriod period, Proportion proportion) {
        return Explanation.builder()
                .name(period.label())
                .formula("met / counted")
                .value(quantity(proportion.value(), Quantity.Share::new))
                .putInput("met", new Quantity.Count(proportion.successes()))
                .putInput("counted", new Quantity.Count(proportion.trials()))
                .build();
    }

    private Outcome<Double> standardError() {
        return slope().map(slope -> sums().slopeVariance())
                .flatMap(variance -> variance == 0
                        ? Outcome.undefined(Reason.NOT_ESTIMABLE, "all or none were met, the variance has no estimate")
                        : Outcome.of(Math.sqrt(variance)));
    }

    private TrendSums sums() {
        return TrendSums.of(proportions().values().asList());
    }

    private static Quantity perPeriod(double slope) {
        return new Quantity.Measure(slope, "a period");
    }
}
