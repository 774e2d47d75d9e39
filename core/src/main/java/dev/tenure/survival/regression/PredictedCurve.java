package dev.tenure.survival.regression;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.primitives.ImmutableDoubleArray;
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
 * The share of clients with given covariates that stays, by time. Made by {@link CoxModel}.
 *
 * <p><b>Formula.</b> \( \hat S(t) = e^{-\hat\Lambda(t)} \), \( \hat\Lambda(t) = e^{\hat\beta'x} \sum_{t_i \le t} h_i \) with
 * {@code h} the growth of the baseline hazard at a time at which someone leaves. Its variance has a part for the baseline and one for the
 * coefficients. The interval is \( \hat S(t)^{\exp(\pm z\,\mathrm{se} / \hat\Lambda(t))} \), symmetric in log(-log S).
 *
 * <p><b>Conventions.</b> The covariates stay what they are all the time. Offsets are zero. In a model of one cause it is the share that
 * would stay if that were the only cause, and not one minus the share that leaves for it.
 *
 * <p><b>Source.</b> A. A. Tsiatis, "A large sample study of Cox's regression model", <i>Annals of Statistics</i> 9 (1981), 93-108.
 */
@ResultStyle
@Value.Immutable
public abstract class PredictedCurve {

    PredictedCurve() {}

    /**
     * Returns the covariates of the clients.
     *
     * @return the covariates, in the order of the model
     */
    public abstract ImmutableMap<String, Double> covariates();

    /**
     * Returns the stratum of the clients.
     *
     * @return its name; empty if the model has none
     */
    public abstract String stratum();

    /**
     * Returns the times at which the curve falls.
     *
     * @return the times, ascending, in {@link #unit()}
     */
    public abstract ImmutableDoubleArray times();

    /**
     * Returns the cumulative hazard from each of the times on.
     *
     * @return the hazards, ascending, finite
     */
    public abstract ImmutableDoubleArray cumulativeHazards();

    /** Returns the variances of the cumulative hazards. */
    abstract ImmutableDoubleArray variances();

    /** Returns why there are no standard errors; nothing if there are. */
    abstract String errorObstacle();

    /**
     * Returns how far the curve reaches.
     *
     * @return the longest time that was seen in the stratum, in {@link #unit()}
     */
    public abstract double longest();

    /**
     * Returns the unit of the times.
     *
     * @return the unit
     */
    public abstract ChronoUnit unit();

    /**
     * Returns how often intervals made this way hold the true share.
     *
     * @return the confidence level
     */
    public abstract ConfidenceLevel level();

    /**
     * Returns the cumulative hazard up to a time, that time included.
     *
     * @param time the time in {@link #unit()}, zero or more
     * @return the hazard, zero or more; undefined ({@link Reason#BEYOND_OBSERVATION}) past {@link #longest()}
     * @throws IllegalArgumentException if the time is negative or not finite
     */
    public final Outcome<Double> cumulativeHazardAt(double time) {
        return valueAt(time, cumulativeHazards());
    }

    /**
     * Returns the standard error of the cumulative hazard, which is also that of the logarithm of the share.
     *
     * @param time the time in {@link #unit()}, zero or more
     * @return the error, zero or more; undefined ({@link Reason#BEYOND_OBSERVATION}) past {@link #longest()},
     *     ({@link Reason#NOT_ESTIMABLE}) where all rows are one cluster, and ({@link Reason#NOT_FINITE}) where no double holds it
     * @throws IllegalArgumentException if the time is negative or not finite
     */
    public final Outcome<Double> hazardErrorAt(double time) {
        return valueAt(time, variances())
                .flatMap(variance -> errorObstacle().isEmpty()
                        ? Statistics.error(variance)
                        : Outcome.undefined(Reason.NOT_ESTIMABLE, errorObstacle()));
    }

    /**
     * Returns the share that stays longer than a time.
     *
     * @param time the time in {@link #unit()}, zero or more
     * @return a fraction in [0, 1]; undefined ({@link Reason#BEYOND_OBSERVATION}) past {@link #longest()}
     * @throws IllegalArgumentException if the time is negative or not finite
     */
    public final Outcome<Double> survivalAt(double time) {
        return cumulativeHazardAt(time).map(hazard -> Math.exp(-hazard));
    }

    /**
     * Returns the standard error of the share: the share times {@link #hazardErrorAt}, by the delta method.
     *
     * @param time the time in {@link #unit()}, zero or more
     * @return the error, zero or more; undefined where {@link #hazardErrorAt} is
     * @throws IllegalArgumentException if the time is negative or not finite
     */
    public final Outcome<Double> standardErrorAt(double time) {
        return survivalAt(time).flatMap(share -> hazardErrorAt(time).map(error -> share * error));
    }

    /**
     * Returns the confidence interval of the share, for that time alone.
     *
     * @param time the time in {@link #unit()}, zero or more
     * @return an interval within [0, 1]; undefined where {@link #survivalAt} is, and ({@link Reason#NOT_ESTIMABLE}) before anybody left
     * @throws IllegalArgumentException if the time is negative or not finite
     */
    public final Outcome<Interval> intervalAt(double time) {
        return cumulativeHazardAt(time)
                .flatMap(hazard -> hazard > 0
                        ? hazardErrorAt(time).map(error -> interval(hazard, error))
                        : Outcome.undefined(Reason.NOT_ESTIMABLE, "no one has left yet"));
    }

    private Interval interval(double hazard, double error) {
        double factor = Math.exp(level().normalQuantile() * error / hazard);
        return Interval.of(Math.exp(-hazard * factor), Math.exp(-hazard / factor), level());
    }

    /**
     * Returns the first time by which a share has left: the first one at which the curve is at {@code 1 - probability} or below. On a level
     * stretch at just that height it is the beginning, and not the middle.
     *
     * @param probability the share that has left, a fraction in (0, 1)
     * @return the time in {@link #unit()}; undefined ({@link Reason#NEVER_REACHED}) if more stay up to the end
     * @throws IllegalArgumentException if the share is out of range
     */
    public final Outcome<Double> quantile(double probability) {
        checkArgument(probability > 0 && probability < 1, "probability must be in (0, 1): %s", probability);
        double height = -Math.log1p(-probability);
        for (int i = 0; i < times().length(); i++) {
            if (cumulativeHazards().get(i) >= height) {
                return Outcome.of(times().get(i));
            }
        }
        return Outcome.undefined(Reason.NEVER_REACHED, "the curve does not come down that far");
    }

    /**
     * Returns the time by which half have left.
     *
     * @return the median, {@link #quantile} of 0.5
     */
    public final Outcome<Double> median() {
        return quantile(0.5);
    }

    /**
     * Explains the curve.
     *
     * @return the covariates, the times and the median
     */
    public final Explanation explain() {
        Explanation median = Explanation.builder()
                .name("median")
                .formula("first time with a cumulative hazard of at least log 2")
                .value(Explanation.quantity(median(), time -> new Quantity.Measure(time, unitName())))
                .build();
        return Explanation.builder()
                .name(stratum().isEmpty() ? "predicted curve" : "predicted curve of " + stratum())
                .formula("exp(-baseline hazard * exp(coefficients * covariates))")
                .value(new Quantity.Term(times().length() + " steps"))
                .putAllInputs(ImmutableMap.copyOf(
                        Maps.transformValues(covariates(), value -> new Quantity.Measure(value, ""))))
                .addPart(median)
                .build();
    }

    private String unitName() {
        return unit().toString().toLowerCase(Locale.ROOT);
    }

    /** Returns the last of the values at the time or before; 0 before the first. */
    private Outcome<Double> valueAt(double time, ImmutableDoubleArray values) {
        Rule.NOT_NEGATIVE.check("time", time);
        if (time > longest()) {
            return Outcome.undefined(Reason.BEYOND_OBSERVATION, "no observation is that long");
        }
        int reached = reached(time);
        return Outcome.of(reached == 0 ? 0.0 : values.get(reached - 1));
    }

    /** Returns how many of the times lie at the given one or before. */
    private int reached(double time) {
        int low = 0;
        int high = times().length();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times().get(middle) <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
