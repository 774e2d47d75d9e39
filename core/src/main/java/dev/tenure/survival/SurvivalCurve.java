package dev.tenure.survival;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkElementIndex;

import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.IntStream;
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

    abstract SurvivalColumns columns();

    abstract CurveOptions options();

    /**
     * Returns the times at which observations ended or were last seen. This makes an object a step and keeps them; a curve of
     * millions of distinct times is better read by {@link #step}.
     *
     * @return the steps, ascending by time, no time twice; empty without observations
     */
    @Value.Lazy
    public ImmutableList<SurvivalStep> steps() {
        return IntStream.range(0, stepCount()).mapToObj(this::step).collect(ImmutableList.toImmutableList());
    }

    /**
     * Returns how many steps there are.
     *
     * @return the number of distinct times at which observations ended or were last seen, zero or more
     */
    public final int stepCount() {
        return columns().size();
    }

    /**
     * Returns one of the steps.
     *
     * @param index which one, from 0, ascending by time
     * @return the step
     * @throws IndexOutOfBoundsException if there is no such step
     */
    public final SurvivalStep step(int index) {
        return columns().step(checkElementIndex(index, stepCount()));
    }

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
    public final ChronoUnit unit() {
        return options().unit();
    }

    /**
     * Returns how the variance is estimated.
     *
     * @return the estimator the data call for: Greenwood's unless there are weights
     */
    public final VarianceEstimator variance() {
        return columns().estimator();
    }

    /**
     * Returns how the intervals are made.
     *
     * @return the method
     */
    public final SurvivalInterval intervalMethod() {
        return options().interval();
    }

    /**
     * Returns how often intervals made this way hold the true share.
     *
     * @return the confidence level
     */
    public final ConfidenceLevel level() {
        return options().level();
    }

    /**
     * Returns which time is a quantile where the curve runs flat at just the height asked for.
     *
     * @return the rule
     */
    public final QuantileRule quantileRule() {
        return options().rule();
    }

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
        return stepCount() == 0 ? noObservations() : Outcome.of(columns().time(stepCount() - 1));
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
     * Returns the standard error of the share that survives a time, by the estimator of {@link #variance()}.
     *
     * @param time the time in {@link #unit()}, zero or more
     * @return a fraction, zero or more; undefined where {@link #survivalAt} is, and ({@link Reason#NOT_ESTIMABLE}) where the
     *     share is 0
     * @throws IllegalArgumentException if the time is negative or not finite
     */
    public final Outcome<Double> standardErrorAt(double time) {
        int reached = reached(time);
        return reachable(time)
                .flatMap(ok -> logVariance(reached))
                .map(variance -> survival(reached) * Math.sqrt(variance));
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
                .flatMap(ok -> intervalMethod().interval(survival(reached), logVariance(reached), level()));
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
        Crossing crossing = new Crossing(columns(), probability, options());
        return new SurvivalQuantileBuilder()
                .probability(probability)
                .value(crossing.ofCurve())
                .lower(crossing.ofLowerLimit())
                .upper(crossing.ofUpperLimit())
                .rule(quantileRule())
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
                .value(reachable.map(ok -> Area.under(columns(), horizon)))
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
        return of(columns().from(reached(time)), Math.max(time, origin()), options());
    }

    /**
     * Returns the share that survives a time among those that survived an earlier one: {@code P(stay to t | stayed to s)}.
     *
     * @param time the later time {@code t} in {@link #unit()}, not before {@code stayed}
     * @param stayed the earlier time {@code s} in {@link #unit()}, zero or more
     * @return the share with its interval
     * @throws IllegalArgumentException if a time is negative or not finite, or the later one lies before the earlier
     */
    public final ConditionalSurvival conditionalSurvival(double time, double stayed) {
        Observation.checkTime("time", time);
        Observation.checkTime("stayed", stayed);
        checkArgument(stayed <= time, "stayed must not exceed time %s: %s", time, stayed);
        SurvivalCurve later = given(stayed);
        return new ConditionalSurvivalBuilder()
                .time(time)
                .stayed(later.origin())
                .value(later.survivalAt(time))
                .standardError(later.standardErrorAt(time))
                .interval(later.intervalAt(time))
                .observations(later.observations())
                .ended(later.ended())
                .variance(variance())
                .unit(unit())
                .intervalMethod(intervalMethod())
                .level(level())
                .build();
    }

    /**
     * Returns the cumulative hazard of the same observations by Nelson and Aalen, with intervals on the scale of its logarithm.
     *
     * @return the cumulative hazard from {@link #origin()} on
     */
    public final CumulativeHazard cumulativeHazard() {
        return cumulativeHazard(HazardEstimator.NELSON_AALEN, HazardInterval.LOG);
    }

    /**
     * Returns the cumulative hazard of the same observations.
     *
     * @param estimator what those that end at one time add
     * @param interval how the intervals are made
     * @return the cumulative hazard from {@link #origin()} on
     */
    public final CumulativeHazard cumulativeHazard(HazardEstimator estimator, HazardInterval interval) {
        Objects.requireNonNull(estimator, "estimator");
        Objects.requireNonNull(interval, "interval");
        return new CumulativeHazardBuilder()
                .columns(HazardColumns.of(columns().table(), columns().estimator(), estimator))
                .observations(observations())
                .ended(ended())
                .origin(origin())
                .unit(unit())
                .intervalMethod(interval)
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
                ? SurvivalColumns.noEstimator()
                : Outcome.of(Math.sqrt(variance().areaVariance(columns(), horizon)));
    }

    /** Returns how many steps lie at the time or before. */
    private int reached(double time) {
        Observation.checkTime("time", time);
        return columns().table().reached(time);
    }

    private double survival(int reached) {
        return reached == 0 ? 1 : columns().survival(reached - 1);
    }

    private Outcome<Double> logVariance(int reached) {
        return reached == 0 ? Outcome.of(0.0) : columns().logVariance(reached - 1);
    }

    private Outcome<Double> reachable(double time) {
        int steps = stepCount();
        if (steps == 0) {
            return noObservations();
        }
        if (time > columns().time(steps - 1) && survival(steps) > 0) {
            return beyondObservation();
        }
        return Outcome.of(time);
    }

    /** Returns the curve of some columns. */
    static SurvivalCurve of(SurvivalColumns columns, double origin, CurveOptions options) {
        long ended = 0;
        long censored = 0;
        for (int row = 0; row < columns.size(); row++) {
            ended = Math.addExact(ended, columns.table().endedCount(row));
            censored = Math.addExact(censored, columns.table().censoredCount(row));
        }
        return new SurvivalCurveBuilder()
                .columns(columns)
                .options(options)
                .origin(origin)
                .ended(ended)
                .observations(Math.addExact(ended, censored))
                .build();
    }

    static <T> Outcome<T> noObservations() {
        return Outcome.undefined(Reason.NO_DATA, "no observations");
    }

    static <T> Outcome<T> beyondObservation() {
        return Outcome.undefined(Reason.BEYOND_OBSERVATION, "no observation is that long");
    }
}
