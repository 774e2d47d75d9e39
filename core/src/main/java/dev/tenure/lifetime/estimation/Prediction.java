package dev.tenure.lifetime.estimation;

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
 * What a fitted model says about a client or a population, with its standard error and interval. Made by {@link ModelFit}.
 *
 * <p><b>Conventions.</b> The interval tells how well the parameters are known if the model is right. It is one of the expected figure, not of what a
 * single client will do, which varies more, and says nothing about whether the model is right.
 */
@ResultStyle
@Value.Immutable
public abstract class Prediction {

    Prediction() {}

    /**
     * Returns what was asked for.
     *
     * @return the name, such as {@code "P(alive)"}
     */
    public abstract String name();

    /**
     * Returns the name of the model.
     *
     * @return the name
     */
    public abstract String model();

    /**
     * Returns the figure at the estimated parameters.
     *
     * @return the figure, in the unit of what was asked for; undefined where the model is, and ({@link Reason#NOT_FINITE}) if it is infinite
     */
    public abstract Outcome<Double> value();

    /**
     * Returns the standard error, by the delta method.
     *
     * @return the error in the unit of the figure, zero or more; undefined where the figure is, and ({@link Reason#NOT_ESTIMABLE}) if the
     *     likelihood has no curvature where it matters
     */
    public abstract Outcome<Double> standardError();

    /**
     * Returns the confidence interval.
     *
     * @return the limits in the unit of the figure; undefined where the figure is, and ({@link Reason#NOT_FINITE}) if a limit is infinite
     */
    public abstract Outcome<Interval> interval();

    /**
     * Returns how often intervals made this way hold the true figure if the model is right.
     *
     * @return the confidence level
     */
    public abstract ConfidenceLevel level();

    /**
     * Returns how the interval was found.
     *
     * @return the method
     */
    public abstract IntervalMethod method();

    /**
     * Explains the figure.
     *
     * @return the figure, its standard error and its interval
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name(name())
                .formula("the model at the estimated parameters")
                .value(quantity(value(), Prediction::pure))
                .putInput("model", new Quantity.Term(model()))
                .addPart(Explanation.builder()
                        .name("standard error")
                        .formula("sqrt(gradient' * covariance * gradient)")
                        .value(quantity(standardError(), Prediction::pure))
                        .build())
                .addPart(Explanation.builder()
                        .name("confidence interval")
                        .formula("by method, at level")
                        .value(quantity(
                                interval(), limits -> new Quantity.Span(pure(limits.lower()), pure(limits.upper()))))
                        .putInput("method", new Quantity.Term(method().toString()))
                        .putInput("level", new Quantity.Share(level().value()))
                        .build())
                .build();
    }

    private static Quantity pure(double value) {
        return new Quantity.Measure(value, "");
    }
}
