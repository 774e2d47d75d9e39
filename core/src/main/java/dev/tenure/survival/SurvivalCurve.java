package dev.tenure.survival;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import java.time.temporal.ChronoUnit;
import org.immutables.value.Value;

/**
 * The share that survives each time, with the counts it comes from. Made by {@link KaplanMeier}.
 *
 * <p>Between two steps the curve is flat. After the last one it stays at 0 if no one is left, and is unknown otherwise.
 */
@ResultStyle
@Value.Immutable
public abstract class SurvivalCurve {

    SurvivalCurve() {}

    /**
     * Returns the times at which observations ended or were last seen.
     *
     * @return the steps, ascending by time, no time twice; empty without observations
     */
    public abstract ImmutableList<SurvivalStep> steps();

    /**
     * Returns how many observations there are.
     *
     * @return the count, zero or more
     */
    public abstract long observations();

    /**
     * Returns how many observations ended.
     *
     * @return the count, from 0 to {@link #observations()}
     */
    public abstract long ended();

    /**
     * Returns the time that all of them are known to have lasted.
     *
     * @return the time in {@link #unit()}; 0 unless this curve is {@link #given} one
     */
    public abstract double origin();

    /**
     * Returns the unit of the times.
     *
     * @return the unit
     */
    public abstract ChronoUnit unit();

    /**
     * Returns how the variance is estimated.
     *
     * @return the estimator the data call for: Greenwood's unless there are weights
     */
    public abstract VarianceEstimator variance();

    /**
     * Returns how the intervals are made.
     *
     * @return the method
     */
    public abstract SurvivalInterval intervalMethod();

    /**
     * Returns how often intervals made this way hold the true share.
     *
     * @return the confidence level
     */
    public abstract ConfidenceLevel level();

    /**
     * Returns how many observations had not ended when they were last seen.
     *
     * @return the count, zero or more
     */
    public final long censored() {
        return observations() - ended();
    }

    /**
     * Returns the longest duration that was seen: how far the curve reaches.
     *
     * @return the time in {@link #unit()}, zero or more; undefined ({@link Reason#NO_DATA}) without observations
     */
    public final Outcome<Double> longest() {
        return steps().isEmpty() ? noObservations() : Outcome.of(last().time());
    }

    /**
     * Returns the share that survives a time, that is, lasts longer.
     *
     * @param time the time in {@link #unit()}, zero or more
     * @return a fraction in [0, 1]; undefined ({@link Reason#NO_DATA}) without observations,
     *     ({@link Reason#BEYOND_OBSERVATION}) past the longest observation if someone is left
     * @throws IllegalArgumentException if the time is negative or not finite
     */
    public final Outcome<Double> survivalAt(double time) {
        int reached = reached(time);
        return reachable(time).map(ok -> survival(reached));
    }

    /**
     * Returns the standard error of the share that survives a time, by Greenwood's formula.
     *
     * @param time the time in {@link #unit()}, zero or more
     * @return a fraction, zero or more; undefined where {@link #survivalAt} is, and ({@link Reason#NOT_ESTIMABLE}) where the
     *     share is 0
     * @throws IllegalArgumentException if the time is negative or not finite
     */
    public final Outcome<Double> standardErrorAt(double time) {
        int reached = reached(time);
        return reachable(time)
                .flatMap(ok -> reached == 0
                        ? Outcome.of(0.0)
                        : steps().get(reached - 1).standardError());
    }

    /**
     * Returns the confidence interval of the share that survives a time, for that time alone.
     *
     * @param time the time in {@link #unit()}, zero or more
     * @return an interval within [0, 1]; undefined where {@link #survivalAt} is, and ({@link Reason#NOT_ESTIMABLE}) where no
     *     one is left and, but for {@link SurvivalInterval#PLAIN} and {@link SurvivalInterval#LOG}, where no one has left yet
     * @throws IllegalArgumentException if the time is negative or not finite
     */
    public final Outcome<Interval> intervalAt(double time) {
        int reached = reached(time);
        return reachable(time)
                .flatMap(ok -> intervalMethod()
                        .interval(survival(reached), logVariance(reached), level().normalQuantile(), level()));
    }

    /**
     * Returns the time by which half has ended.
     *
     * @return the median with its limits
     */
    public final SurvivalQuantile median() {
        return quantile(0.5);
    }

    /**
     * Returns the time by which a share has ended.
     *
     * @param probability the share that has ended, a fraction in (0, 1)
     * @return the time with its limits
     * @throws IllegalArgumentException if the share is out of range
     */
    public final SurvivalQuantile quantile(double probability) {
        checkArgument(probability > 0 && probability < 1, "probability must be in (0, 1): %s", probability);
        Crossing crossing = new Crossing(this, probability);
        return new SurvivalQuantileBuilder()
                .probability(probability)
                .value(crossing.ofCurve())
                .lower(crossing.ofLowerLimit())
                .upper(crossing.ofUpperLimit())
                .unit(unit())
                .intervalMethod(intervalMethod())
                .level(level())
                .build();
    }

    /**
     * Returns the mean time up to a horizon.
     *
     * @param horizon the time up to which is averaged, in {@link #unit()}, more than zero
     * @return the mean with its standard error and interval
     * @throws IllegalArgumentException if the horizon is not positive and finite
     */
    public final RestrictedMean restrictedMean(double horizon) {
        checkArgument(
                horizon > 0 && horizon < Double.POSITIVE_INFINITY, "horizon must be positive and finite: %s", horizon);
        Outcome<Double> reachable = reachable(horizon);
        return new RestrictedMeanBuilder()
                .horizon(horizon)
                .value(reachable.map(ok -> Area.under(steps(), horizon)))
                .standardError(reachable.flatMap(ok -> areaError(horizon)))
                .variance(variance())
                .unit(unit())
                .level(level())
                .build();
    }

    /**
     * Returns the curve of those that last longer than a time: what a client who has already stayed so long may expect. Times
     * are still counted from the start of the relationship, so that the curve is 1 up to the given time.
     *
     * <p><b>Formula.</b> {@code S(t | u) = S(t) / S(u)}, and the variance only of what happens after {@code u}.
     *
     * @param time the time in {@link #unit()}, zero or more
     * @return the curve; without steps if no observation is longer
     * @throws IllegalArgumentException if the time is negative or not finite
     */
    public final SurvivalCurve given(double time) {
        int reached = reached(time);
        ImmutableList<Exits> later = steps().subList(reached, steps().size()).stream()
                .map(SurvivalStep::exits)
                .collect(ImmutableList.toImmutableList());
        return builder(later, variance())
                .origin(Math.max(time, origin()))
                .unit(unit())
                .intervalMethod(intervalMethod())
                .level(level())
                .build();
    }

    /**
     * Explains the curve: its median and its steps. Of a long curve ten steps are shown, from the first to the last.
     *
     * @return the counts, the median and the steps at which observations ended
     */
    public final Explanation explain() {
        return CurveExplanation.of(this);
    }

    /**
     * Explains the share that survives a time.
     *
     * @param time the time in {@link #unit()}, zero or more
     * @return the share, the counts of the curve and the interval
     * @throws IllegalArgumentException if the time is negative or not finite
     */
    public final Explanation explainAt(double time) {
        return CurveExplanation.at(this, time);
    }

    private Outcome<Double> areaError(double horizon) {
        return variance() == VarianceEstimator.NONE
                ? ProductLimit.noEstimator()
                : Outcome.of(Math.sqrt(variance().areaVariance(steps(), horizon)));
    }

    /** Returns how many steps lie at the time or before. */
    private int reached(double time) {
        Observation.checkTime("time", time);
        int low = 0;
        int high = steps().size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (steps().get(middle).time() <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private double survival(int reached) {
        return reached == 0 ? 1 : steps().get(reached - 1).survival();
    }

    private Outcome<Double> logVariance(int reached) {
        return reached == 0 ? Outcome.of(0.0) : steps().get(reached - 1).logVariance();
    }

    private Outcome<Double> reachable(double time) {
        if (steps().isEmpty()) {
            return noObservations();
        }
        if (time > last().time() && last().survival() > 0) {
            return Outcome.undefined(Reason.BEYOND_OBSERVATION, "no observation is that long");
        }
        return Outcome.of(time);
    }

    private SurvivalStep last() {
        return steps().get(steps().size() - 1);
    }

    /** Returns a builder of the curve of some exits, in ascending order, that still needs to know its options. */
    static SurvivalCurveBuilder builder(ImmutableList<Exits> exits, VarianceEstimator variance) {
        long ended = 0;
        long censored = 0;
        for (Exits exit : exits) {
            ended = Math.addExact(ended, exit.endedCount());
            censored = Math.addExact(censored, exit.censoredCount());
        }
        return new SurvivalCurveBuilder()
                .steps(ProductLimit.steps(exits, variance))
                .variance(variance)
                .ended(ended)
                .observations(Math.addExact(ended, censored));
    }

    static <T> Outcome<T> noObservations() {
        return Outcome.undefined(Reason.NO_DATA, "no observations");
    }
}
