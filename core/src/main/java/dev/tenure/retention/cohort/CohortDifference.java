package dev.tenure.retention.cohort;

import static dev.tenure.explain.Explanation.quantity;

import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.money.Ratio;
import dev.tenure.stat.ChiSquareTest;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.DifferenceInterval;
import dev.tenure.stat.Interval;
import dev.tenure.stat.Proportion;
import dev.tenure.stat.ProportionDifference;
import dev.tenure.stat.ProportionInterval;
import org.immutables.value.Value;

/** By how much more one group of clients stays than another, in the same cohorts. Made by {@link CohortComparison}. */
@ResultStyle
@Value.Immutable
public abstract class CohortDifference {

    CohortDifference() {}

    /**
     * Returns the age of the cohorts.
     *
     * @return periods, zero or more
     */
    public abstract int periodsLater();

    /**
     * Returns the cells of the group that is compared.
     *
     * @return complete cells of that age, earliest cohort first; empty if the groups have no cohort of that age in common
     */
    public abstract ImmutableList<CohortCell> first();

    /**
     * Returns the cells of the group it is compared with.
     *
     * @return the cells of the same cohorts as {@link #first()}, in the same order
     */
    public abstract ImmutableList<CohortCell> second();

    /**
     * Returns how the interval is made.
     *
     * @return the method
     */
    public abstract DifferenceInterval intervalMethod();

    /**
     * Returns how often intervals made this way hold the true difference.
     *
     * @return the confidence level
     */
    public abstract ConfidenceLevel level();

    /**
     * Returns how many clients of how many are there in each group.
     *
     * @return the counts of all cells together; undefined ({@link Reason#BEYOND_OBSERVATION}) without a cohort in common
     */
    public final Outcome<ProportionDifference> proportions() {
        return mean(first())
                .proportion()
                .flatMap(one -> mean(second()).proportion().map(other -> ProportionDifference.of(one, other)));
    }

    /**
     * Returns by how much more of the first group's clients are there.
     *
     * @return a fraction in [-1, 1], negative if fewer are; undefined as {@link #proportions()} is, and ({@link Reason#NO_DATA}) if
     *     all clients of a group are undecided
     */
    public final Outcome<Double> value() {
        return proportions().flatMap(ProportionDifference::value);
    }

    /**
     * Returns the confidence interval of {@link #value()}.
     *
     * @return fractions, within [-1, 1] unless the method says otherwise; undefined as the difference is
     */
    public final Outcome<Interval> interval() {
        return proportions().flatMap(difference -> difference.interval(intervalMethod(), level()));
    }

    /**
     * Returns by how much more is left of the first group.
     *
     * @param measure of what
     * @return the exact difference of the weighted means; undefined as either of them is
     */
    public final Outcome<Ratio> difference(CohortMeasure measure) {
        return mean(first())
                .share(measure)
                .flatMap(one -> mean(second()).share(measure).map(one::minus));
    }

    /**
     * Returns the confidence interval of {@link #difference(CohortMeasure)}: for clients {@link #interval()}, for revenue by the
     * Wilson intervals of both groups, of whose distances from the shares the squares are added.
     *
     * <p><b>Source.</b> G. Y. Zou and A. Donner, <i>Statistics in Medicine</i> 27 (2008), 1693-1702.
     *
     * @param measure of what
     * @return fractions; undefined as the difference is, and for revenue as the interval of either group's mean is
     */
    public final Outcome<Interval> interval(CohortMeasure measure) {
        if (measure == CohortMeasure.LOGO) {
            return interval();
        }
        CohortAverage one = mean(first());
        CohortAverage other = mean(second());
        return one.interval(measure)
                .flatMap(limits -> other.interval(measure)
                        .map(others -> CohortMath.difference(
                                one.share(measure).orElseThrow().doubleValue(),
                                limits,
                                other.share(measure).orElseThrow().doubleValue(),
                                others)));
    }

    /**
     * Tests whether clients of both groups stay alike, each cohort compared with itself, so that a group does not differ because
     * its clients came in better months.
     *
     * <p><b>Formula.</b> Of cohort \(c\), with \(n_c\) clients in both groups, \(m_c\) of the first, \(t_c\) there and \(x_c\) there
     * of the first, \[ \chi^2 = \frac{\left(\sum_c x_c - m_c t_c / n_c\right)^2}{\sum_c m_c (n_c - m_c) t_c (n_c - t_c) /
     * (n_c^2 (n_c - 1))}, \] without a continuity correction.
     *
     * <p><b>Source.</b> N. Mantel and W. Haenszel, <i>Journal of the National Cancer Institute</i> 22 (1959), 719-748.
     *
     * @return the test, with one degree of freedom; undefined without a cohort in common ({@link Reason#BEYOND_OBSERVATION}), or if
     *     all stay, or none, or a group is empty ({@link Reason#NOT_ESTIMABLE})
     */
    public final Outcome<ChiSquareTest> test() {
        double excess = 0;
        double variance = 0;
        for (int i = 0; i < first().size(); i++) {
            Proportion one = first().get(i).proportion().orElseThrow();
            Proportion other = second().get(i).proportion().orElseThrow();
            double n = (double) one.trials() + other.trials();
            double there = (double) one.successes() + other.successes();
            // without clients there is nothing to compare, and of one it cannot vary
            excess += n > 0 ? one.successes() - one.trials() * there / n : 0;
            variance += n > 1 ? (double) one.trials() * other.trials() * there * (n - there) / (n * n * (n - 1)) : 0;
        }
        double square = excess * excess;
        double total = variance;
        return proportions()
                .flatMap(ok -> total > 0
                        ? Outcome.of(ChiSquareTest.of(square / total, 1))
                        : Outcome.undefined(Reason.NOT_ESTIMABLE, "all stay, or none, or a group is empty"));
    }

    /**
     * Explains the difference.
     *
     * @return the difference with its interval, and the means of both groups
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("difference of retention after " + periodsLater())
                .formula("first - second, of the cohorts in common")
                .value(quantity(value(), Quantity.Share::new))
                .putInput("cohorts", new Quantity.Count(first().size()))
                .putInput("p", quantity(test(), test -> new Quantity.Measure(test.pValue(), "")))
                .addPart(CohortMath.explainInterval(interval(), intervalMethod().name(), level()))
                .addPart(mean(first()).explain())
                .addPart(mean(second()).explain())
                .build();
    }

    private CohortAverage mean(ImmutableList<CohortCell> cells) {
        return new CohortAverageBuilder()
                .periodsLater(periodsLater())
                .cells(cells)
                .intervalMethod(ProportionInterval.WILSON)
                .level(level())
                .build();
    }
}
