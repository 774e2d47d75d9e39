package dev.tenure.survival;

import static com.google.common.base.Preconditions.checkElementIndex;
import static dev.tenure.explain.Explanation.quantity;

import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.IntStream;
import org.immutables.value.Value;

/**
 * The risk of leaving, added up over time, by Nelson and Aalen: where it rises steadily the risk is the same at every age, where it
 * flattens the faithful remain. Made by {@link SurvivalCurve#cumulativeHazard()}.
 *
 * <p><b>Formula.</b> With {@code d} of {@code n} observations at risk ending at time {@code t},
 *
 * <p>\[ \hat H(t) = \sum_{t_i \le t} \frac{d_i}{n_i}, \qquad
 * \widehat{\mathrm{var}}\,\hat H(t) = \sum_{t_i \le t} \frac{d_i}{n_i^2}, \qquad
 * \hat S(t) = e^{-\hat H(t)} \]
 *
 * <p>and with {@link HazardEstimator#FLEMING_HARRINGTON} the sums over those that end at one time, one after the other.
 *
 * <p><b>Units.</b> Times in {@link #unit()}; a cumulative hazard is a pure number, the expected number of times a client would have
 * left by then who came back each time at the same age.
 *
 * <p><b>Conventions.</b> Those of {@link KaplanMeier}. With weights the variance is the infinitesimal jackknife, which takes those that
 * end at one time as a share of those at risk: with equal weights {@code d (n - d) / n^3} in place of {@code d / n^2}. Past the longest
 * observation there is no estimate, not even if no one is left.
 *
 * <p><b>Source.</b> J. P. Klein and M. L. Moeschberger, <i>Survival Analysis</i>, 2nd edition, Springer 2003, sections 4.2 and 4.3.
 */
@ResultStyle
@Value.Immutable
public abstract class CumulativeHazard {

    CumulativeHazard() {}

    abstract HazardColumns columns();

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
     * Returns the time from which on the hazard is added up.
     *
     * @return the time in {@link #unit()}; 0 unless it comes from a curve {@link SurvivalCurve#given} a time
     */
    public abstract double origin();

    /**
     * Returns the unit of the times.
     *
     * @return the unit
     */
    public abstract ChronoUnit unit();

    /**
     * Returns how the intervals are made.
     *
     * @return the method
     */
    public abstract HazardInterval intervalMethod();

    /**
     * Returns how often intervals made this way hold the true hazard.
     *
     * @return the confidence level
     */
    public abstract ConfidenceLevel level();

    /**
     * Returns what those that end at one time add.
     *
     * @return the estimator
     */
    public final HazardEstimator estimator() {
        return columns().estimator();
    }

    /**
     * Returns how the variance is estimated.
     *
     * @return the estimator the data call for; {@link VarianceEstimator#GREENWOOD} stands here for the sum of the variances that
     *     {@link #estimator()} gives
     */
    public final VarianceEstimator variance() {
        return columns().variance();
    }

    /**
     * Returns the times at which observations ended or were last seen. This makes an object a step and keeps them; a hazard of
     * millions of distinct times is better read by {@link #step}.
     *
     * @return the steps, ascending by time, no time twice; empty without observations
     */
    @Value.Lazy
    public ImmutableList<HazardStep> steps() {
        return IntStream.range(0, stepCount()).mapToObj(this::step).collect(ImmutableList.toImmutableList());
    }

    /**
     * Returns how many steps there are.
     *
     * @return the number of distinct times at which observations ended or were last seen, zero or more
     */
    public final int stepCount() {
        return columns().table().size();
    }

    /**
     * Returns one of the steps.
     *
     * @param index which one, from 0, ascending by time
     * @return the step
     * @throws IndexOutOfBoundsException if there is no such step
     */
    public final HazardStep step(int index) {
        return columns().step(checkElementIndex(index, stepCount()));
    }

    /**
     * Returns the cumulative hazard up to a time, that time included.
     *
     * @param time the time in {@link #unit()}, zero or more
     * @return a pure number, zero or more; undefined ({@link Reason#NO_DATA}) without observations,
     *     ({@link Reason#BEYOND_OBSERVATION}) past the longest observation
     * @throws IllegalArgumentException if the time is negative or not finite
     */
    public final Outcome<Double> hazardAt(double time) {
        return reached(time).map(reached -> reached == 0 ? 0.0 : columns().hazard(reached - 1));
    }

    /**
     * Returns the standard error of the cumulative hazard up to a time.
     *
     * @param time the time in {@link #unit()}, zero or more
     * @return a pure number, zero or more; undefined where {@link #hazardAt} is, and ({@link Reason#NOT_APPLICABLE}) where there is no
     *     {@link VarianceEstimator}
     * @throws IllegalArgumentException if the time is negative or not finite
     */
    public final Outcome<Double> standardErrorAt(double time) {
        return reached(time)
                .flatMap(reached -> reached == 0 ? Outcome.of(0.0) : columns().standardError(reached - 1));
    }

    /**
     * Returns the confidence interval of the cumulative hazard up to a time, for that time alone.
     *
     * @param time the time in {@link #unit()}, zero or more
     * @return an interval of pure numbers, zero or more; undefined where the standard error is, and ({@link Reason#NOT_ESTIMABLE}),
     *     by {@link HazardInterval#LOG}, where no one has left yet
     * @throws IllegalArgumentException if the time is negative or not finite
     */
    public final Outcome<Interval> intervalAt(double time) {
        return hazardAt(time)
                .flatMap(hazard -> standardErrorAt(time)
                        .flatMap(
                                error -> intervalMethod().interval(hazard, level().normalQuantile() * error, level())));
    }

    /**
     * Returns the share that survives a time by this hazard, {@code exp(-H)}: never 0, and close to the product-limit estimate where
     * many are at risk.
     *
     * @param time the time in {@link #unit()}, zero or more
     * @return a fraction in (0, 1]; undefined where {@link #hazardAt} is
     * @throws IllegalArgumentException if the time is negative or not finite
     */
    public final Outcome<Double> survivalAt(double time) {
        return hazardAt(time).map(hazard -> Math.exp(-hazard));
    }

    /**
     * Explains the hazard up to the longest observation.
     *
     * @return the hazard there, the counts and the interval
     */
    public final Explanation explain() {
        return explainAt(stepCount() == 0 ? 0 : columns().table().time(stepCount() - 1));
    }

    /**
     * Explains the hazard up to a time.
     *
     * @param time the time in {@link #unit()}, zero or more
     * @return the hazard, the counts and the interval
     * @throws IllegalArgumentException if the time is negative or not finite
     */
    public final Explanation explainAt(double time) {
        return Explanation.builder()
                .name("cumulative hazard")
                .formula(estimator().formula())
                .value(quantity(hazardAt(time), CumulativeHazard::number))
                .putInput("time", new Quantity.Measure(time, unit().toString().toLowerCase(Locale.ROOT)))
                .putInput("observations", new Quantity.Count(observations()))
                .putInput("ended", new Quantity.Count(ended()))
                .addPart(Explanation.builder()
                        .name("confidence interval")
                        .formula("by method from variance, at level")
                        .value(quantity(
                                intervalAt(time),
                                limits -> new Quantity.Span(number(limits.lower()), number(limits.upper()))))
                        .putInput("method", new Quantity.Term(intervalMethod().name()))
                        .putInput("variance", new Quantity.Term(variance().name()))
                        .putInput("level", new Quantity.Share(level().value()))
                        .build())
                .build();
    }

    private Outcome<Integer> reached(double time) {
        Observation.checkTime("time", time);
        RiskTable table = columns().table();
        if (table.size() == 0) {
            return SurvivalCurve.noObservations();
        }
        return time > table.time(table.size() - 1)
                ? SurvivalCurve.beyondObservation()
                : Outcome.of(table.reached(time));
    }

    private static Quantity number(double value) {
        return new Quantity.Measure(value, "");
    }
}
