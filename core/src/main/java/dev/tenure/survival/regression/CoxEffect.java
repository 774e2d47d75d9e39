package dev.tenure.survival.regression;

import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.stat.ChiSquareTest;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import org.immutables.value.Value;

/**
 * What one unit more of a covariate does to the hazard, all else being equal; or what the difference between two clients does. Made by
 * {@link CoxModel}.
 *
 * <p><b>Formula.</b> The hazard ratio is \( e^{\beta} \), its interval \( e^{\beta \mp z\,\mathrm{se}} \), the statistic
 * \( \beta / \mathrm{se} \). A hazard ratio of 1.2 says that at every age the rate of leaving is 20 % higher.
 */
@ResultStyle
@Value.Immutable
public abstract class CoxEffect {

    CoxEffect() {}

    /**
     * Returns what it is the effect of.
     *
     * @return the name of a covariate, or {@code "comparison"}
     */
    public abstract String name();

    /**
     * Returns the logarithm of the hazard ratio.
     *
     * @return the coefficient, finite; undefined ({@link Reason#NOT_ESTIMABLE}, {@code "not estimable: ..."}) where the data do not
     *     determine it, with the covariate and why
     */
    public abstract Outcome<Double> coefficient();

    /**
     * Returns where the search for the coefficient ended, whether it is one or not.
     *
     * @return {@link #coefficient()} if that is defined; the best point otherwise, 0 for a covariate that was left out
     */
    public abstract double bestPoint();

    /**
     * Returns the standard error of the coefficient, by the variance of the model.
     *
     * @return the error, zero or more; undefined where the coefficient is, ({@link Reason#NOT_ESTIMABLE}) where all rows are one cluster or
     *     none moves the coefficient, and ({@link Reason#NOT_FINITE}) where no double holds it
     */
    public abstract Outcome<Double> standardError();

    /**
     * Returns the standard error by {@link CoxVariance#MODEL_BASED}, to compare.
     *
     * @return the error, zero or more; undefined where the coefficient is
     */
    public abstract Outcome<Double> modelStandardError();

    /**
     * Returns how often intervals made this way hold the true value.
     *
     * @return the confidence level
     */
    public abstract ConfidenceLevel level();

    /**
     * Returns the confidence interval of the coefficient.
     *
     * @return the interval; undefined where the coefficient or {@link #standardError()} is
     */
    public final Outcome<Interval> interval() {
        double z = level().normalQuantile();
        return coefficient()
                .flatMap(value ->
                        standardError().map(error -> Interval.of(value - z * error, value + z * error, level())));
    }

    /**
     * Returns by how much the hazard is multiplied.
     *
     * @return the ratio, more than zero; undefined where the coefficient is, and ({@link Reason#NOT_FINITE}) where no double holds it
     */
    public final Outcome<Double> hazardRatio() {
        return coefficient().flatMap(CoxEffect::exponential);
    }

    /**
     * Returns the confidence interval of the hazard ratio.
     *
     * @return the interval, above zero; undefined where the coefficient is, and ({@link Reason#NOT_FINITE}) where no double holds a limit
     */
    public final Outcome<Interval> hazardRatioInterval() {
        return interval()
                .flatMap(limits -> exponential(limits.lower())
                        .flatMap(
                                lower -> exponential(limits.upper()).map(upper -> Interval.of(lower, upper, level()))));
    }

    /**
     * Returns the coefficient in standard errors.
     *
     * @return the statistic; undefined where the coefficient or {@link #standardError()} is, and where that is zero
     */
    public final Outcome<Double> z() {
        return coefficient()
                .flatMap(value -> standardError()
                        .flatMap(error -> error > 0
                                ? Outcome.of(value / error)
                                : Outcome.undefined(
                                        Reason.NOT_ESTIMABLE, "not estimable: the standard error is zero")));
    }

    /**
     * Returns the test whether there is any effect.
     *
     * @return the square of {@link #z()} with one degree of freedom, and so a two-sided p-value; undefined where that is, and
     *     ({@link Reason#NOT_FINITE}) where no double holds the square
     */
    public final Outcome<ChiSquareTest> test() {
        return z().flatMap(value -> Statistics.test(value * value, 1));
    }

    /**
     * Explains the effect.
     *
     * @return the hazard ratio, from the coefficient and its standard error
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("hazard ratio of " + name())
                .formula("exp(coefficient)")
                .value(Explanation.quantity(hazardRatio(), CoxEffect::number))
                .putInput("coefficient", Explanation.quantity(coefficient(), CoxEffect::number))
                .putInput("standard error", Explanation.quantity(standardError(), CoxEffect::number))
                .putInput("p-value", Explanation.quantity(test(), test -> number(test.pValue())))
                .addPart(Explanation.builder()
                        .name("confidence interval")
                        .formula("exp(coefficient -/+ z * standard error), at level")
                        .value(Explanation.quantity(
                                hazardRatioInterval(),
                                limits -> new Quantity.Span(number(limits.lower()), number(limits.upper()))))
                        .putInput("level", new Quantity.Share(level().value()))
                        .build())
                .build();
    }

    private static Quantity number(double value) {
        return new Quantity.Measure(value, "");
    }

    private static Outcome<Double> exponential(double value) {
        double exponential = Math.exp(value);
        return exponential > 0 && exponential < Double.POSITIVE_INFINITY
                ? Outcome.of(exponential)
                : Outcome.undefined(Reason.NOT_FINITE, "the hazard ratio is too large or too small to be told");
    }
}
