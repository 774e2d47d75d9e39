package dev.tenure.survival.competing;

import static dev.tenure.explain.Explanation.quantity;

import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.immutables.value.Value;

/**
 * The mean time lost to a cause up to a horizon: how many of the next so-many months a client is not there, on average, because the
 * cause made it leave. Made by {@link CauseIncidence}.
 *
 * <p><b>Formula.</b> The area under the incidence,
 *
 * <p>\[ \hat L_j(\tau) = \int_0^\tau \hat F_j(t)\,dt, \qquad \hat\mu(\tau) + \sum_j \hat L_j(\tau) = \tau \]
 *
 * <p>so that the restricted mean and the times lost to all causes make up the horizon. The variance is that of the incidence with lengths
 * of time in the place of shares.
 *
 * <p><b>Units.</b> Times in {@link #unit()}.
 *
 * <p><b>Conventions.</b> The interval is the estimate plus and minus normal quantiles of the standard error, cut at 0 and at the horizon.
 *
 * <p><b>Source.</b> P. K. Andersen, "Decomposition of Number of Life Years Lost According to Causes of Death", <i>Statistics in
 * Medicine</i> 32 (2013), 5278-5285.
 */
@ResultStyle
@Value.Immutable
public abstract class TimeLost {

    TimeLost() {}

    /**
     * Returns the cause.
     *
     * @return its name
     */
    public abstract String cause();

    /**
     * Returns the horizon.
     *
     * @return the time up to which is counted, in {@link #unit()}, more than zero
     */
    public abstract double horizon();

    /**
     * Returns the mean time lost.
     *
     * @return the time in {@link #unit()}, from 0 to the horizon; undefined ({@link Reason#NO_DATA}) without observations,
     *     ({@link Reason#BEYOND_OBSERVATION}) if the horizon lies past the longest observation and someone is left,
     *     ({@link Reason#NOT_ESTIMABLE}) where the incidence is
     */
    public abstract Outcome<Double> value();

    /**
     * Returns the standard error of the mean.
     *
     * @return the standard error in {@link #unit()}, zero or more; undefined where the mean is
     */
    public abstract Outcome<Double> standardError();

    /**
     * Returns what became of unknown causes.
     *
     * @return the rule
     */
    public abstract UnknownCause unknownRule();

    /**
     * Returns how the variance is estimated.
     *
     * @return the estimator of the incidence
     */
    public abstract IncidenceVariance variance();

    /**
     * Returns the unit of the times.
     *
     * @return the unit of the incidence
     */
    public abstract ChronoUnit unit();

    /**
     * Returns how often intervals made this way hold the true mean.
     *
     * @return the confidence level
     */
    public abstract ConfidenceLevel level();

    /**
     * Returns the confidence interval of the mean.
     *
     * @return times in {@link #unit()} within 0 and the horizon; undefined where the mean is, and ({@link Reason#NOT_ESTIMABLE}) if nothing
     *     ended for the cause before the horizon, or everything at once
     */
    public final Outcome<Interval> interval() {
        return value().flatMap(mean -> standardError().flatMap(error -> interval(mean, error)));
    }

    private Outcome<Interval> interval(double mean, double error) {
        if (error == 0) {
            return Outcome.undefined(
                    Reason.NOT_ESTIMABLE, "no spread before the horizon, the variance has no estimate");
        }
        double half = level().normalQuantile() * error;
        return Outcome.of(Interval.of(Math.max(0, mean - half), Math.min(horizon(), mean + half), level()));
    }

    /**
     * Explains the mean.
     *
     * @return the mean, its standard error and its interval
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("time lost to " + cause())
                .formula("area under the incidence from 0 to horizon")
                .value(quantity(value(), this::time))
                .putInput("horizon", time(horizon()))
                .putInput("rule", new Quantity.Term(unknownRule().name()))
                .addPart(Explanation.builder()
                        .name("standard error")
                        .formula("sqrt of the variance of the area, by variance")
                        .value(quantity(standardError(), this::time))
                        .putInput("variance", new Quantity.Term(variance().name()))
                        .build())
                .addPart(Explanation.builder()
                        .name("confidence interval")
                        .formula("mean -/+ normal quantile * standard error, at level")
                        .value(quantity(
                                interval(),
                                interval -> new Quantity.Span(time(interval.lower()), time(interval.upper()))))
                        .putInput("level", new Quantity.Share(level().value()))
                        .build())
                .build();
    }

    private Quantity time(double value) {
        return new Quantity.Measure(value, unit().toString().toLowerCase(Locale.ROOT));
    }
}
