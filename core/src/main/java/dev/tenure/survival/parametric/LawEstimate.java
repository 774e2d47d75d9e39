package dev.tenure.survival.parametric;

import static dev.tenure.explain.Explanation.quantity;

import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import org.immutables.value.Value;

/**
 * What a fitted law says about a time, with its standard error and interval. Made by {@link ParametricFit}.
 *
 * <p><b>Formula.</b> The standard error is that of the delta method: \( \sqrt{g' V g} \) with the gradient {@code g} of the figure by the parameters
 * and their covariance {@code V}.
 *
 * <p><b>Units.</b> As the method that made it says.
 *
 * <p><b>Conventions.</b> The interval is symmetric on a scale that keeps it within what is possible: of a survival share on that of
 * {@code log(-log S)}, of a restricted mean on that of {@code log(m / (h - m))}, of all others on that of the logarithm; of times beyond an origin,
 * for the time from there on. It tells how well the parameters are known if the law is right, and nothing about whether it is.
 *
 * <p><b>Source.</b> W. Q. Meeker and L. A. Escobar, <i>Statistical Methods for Reliability Data</i>, Wiley 1998, section 8.4.
 */
@ResultStyle
@Value.Immutable
public abstract class LawEstimate {

    LawEstimate() {}

    /**
     * Returns what was asked for.
     *
     * @return the name, such as {@code "S(12)"}
     */
    public abstract String name();

    /** Returns the formula in plain text. */
    abstract String formula();

    /** Returns the law. */
    abstract SurvivalLaw law();

    /** Returns the unit as text; empty for a share. */
    abstract String unitText();

    /**
     * Returns the estimate.
     *
     * @return the figure; undefined ({@link Reason#NO_DATA}) without observations, ({@link Reason#NOT_ESTIMABLE}) if the data do not determine the
     *     parameters it needs, ({@link Reason#NOT_FINITE}) if it is infinite
     */
    public abstract Outcome<Double> value();

    /**
     * Returns the standard error of the estimate.
     *
     * @return the error in the unit of the figure, zero or more; undefined where the value is, and ({@link Reason#NOT_ESTIMABLE}) if nobody ended in a piece of
     *     time it depends on, or if weighted observations show no spread
     */
    public abstract Outcome<Double> standardError();

    /**
     * Returns the confidence interval of the estimate.
     *
     * @return the limits in the unit of the figure; undefined where the standard error is, and ({@link Reason#NOT_FINITE}) if a limit is
     *     infinite
     */
    public abstract Outcome<Interval> interval();

    /**
     * Returns how often intervals made this way hold the true figure if the law is right.
     *
     * @return the confidence level
     */
    public abstract ConfidenceLevel level();

    /**
     * Explains the figure.
     *
     * @return the figure, its standard error and its interval
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name(name())
                .formula(formula())
                .value(quantity(value(), this::figure))
                .putInput("law", new Quantity.Term(law().toString()))
                .addPart(Explanation.builder()
                        .name("standard error")
                        .formula("sqrt(gradient' * covariance * gradient)")
                        .value(quantity(standardError(), this::figure))
                        .build())
                .addPart(Explanation.builder()
                        .name("confidence interval")
                        .formula("by the delta method, at level")
                        .value(quantity(
                                interval(),
                                limits -> new Quantity.Span(figure(limits.lower()), figure(limits.upper()))))
                        .putInput("level", new Quantity.Share(level().value()))
                        .build())
                .build();
    }

    private Quantity figure(double value) {
        return unitText().isEmpty() ? new Quantity.Share(value) : new Quantity.Measure(value, unitText());
    }
}
