package dev.tenure.survival;

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
 * The mean time up to a horizon: how much of the next so-many days or months is spent as a client, on average. Made by
 * {@link SurvivalCurve}.
 *
 * <p><b>Formula.</b> The area under the curve,
 *
 * <p>\[ \hat\mu(\tau) = \int_0^\tau \hat S(t)\,dt, \qquad
 * \widehat{\mathrm{var}} = \sum_{t_i &lt; \tau} \left(\int_{t_i}^\tau \hat S(t)\,dt\right)^2 \frac{d_i}{n_i (n_i - d_i)} \]
 *
 * <p><b>Units.</b> Times in {@link #unit()}.
 *
 * <p><b>Conventions.</b> This is the variance of the estimate. That of one client's time up to the horizon, which some
 * libraries give in its place, is many times larger. The interval is the estimate plus and minus normal quantiles of the standard
 * error, cut at 0 and at the horizon.
 *
 * <p><b>Source.</b> J. P. Klein and M. L. Moeschberger, <i>Survival Analysis</i>, 2nd edition, Springer 2003, section 4.5.
 */
@ResultStyle
@Value.Immutable
public abstract class RestrictedMean {

    RestrictedMean() {}

    /**
     * Returns the horizon.
     *
     * @return the time up to which is averaged, in {@link #unit()}, more than zero
     */
    public abstract double horizon();

    /**
     * Returns the mean.
     *
     * @return the time in {@link #unit()}, from 0 to the horizon; undefined ({@link Reason#NO_DATA}) without observations,
     *     ({@link Reason#BEYOND_OBSERVATION}) if the horizon lies past the longest observation and someone is left
     */
    public abstract Outcome<Double> value();

    /**
     * Returns the standard error of the mean.
     *
     * @return the standard error in {@link #unit()}, zero or more; undefined where the mean is
     */
    public abstract Outcome<Double> standardError();

    /**
     * Returns how the variance is estimated.
     *
     * @return the estimator of the curve
     */
    public abstract VarianceEstimator variance();

    /**
     * Returns the unit of the times.
     *
     * @return the unit of the curve
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
     * @return times in {@link #unit()} within 0 and the horizon; undefined where the mean is, and
     *     ({@link Reason#NOT_ESTIMABLE}) if nothing ended before the horizon, or everything at once
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
                .name("restricted mean")
                .formula("area under S from 0 to horizon")
                .value(quantity(value(), this::time))
                .putInput("horizon", time(horizon()))
                .addPart(Explanation.builder()
                        .name("standard error")
                        .formula(variance().areaFormula())
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
