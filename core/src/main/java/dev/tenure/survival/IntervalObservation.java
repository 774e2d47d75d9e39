package dev.tenure.survival;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How long something lasted, as far as that is known: exactly, at least so long, at most so long, or between two times.
 *
 * <p><b>Formula.</b> The true time {@code t} has {@code lower < t <= upper}, or is just {@code lower} if both are equal.
 *
 * <p><b>Units.</b> Times are in the unit of the calculator, counted from the start of the relationship.
 *
 * <p><b>Conventions.</b> A client who was still there in March and found gone in June left after March and not later than June: a
 * lower time does not belong to the interval, an upper one does. Who came under observation late, at {@code entry}, had lasted until then; a
 * lower time before it is raised to it.
 *
 * <p><b>Errors.</b> A negative or infinite time (but for {@code upper} given as a number), times in the wrong order, an entry not before
 * the time an observation is exactly known or last seen at, a count below one and a weight that is not positive are {@link IllegalArgumentException}s.
 *
 * <p><b>Source.</b> B. W. Turnbull, "The Empirical Distribution Function with Arbitrarily Grouped, Censored and Truncated Data", <i>Journal of the
 * Royal Statistical Society B</i> 38 (1976), 290-295.
 */
public final class IntervalObservation implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final double entry;
    private final double lower;
    /** Positive infinity if it was still going on. */
    private final double upper;

    private final long count;
    private final double weight;

    private IntervalObservation(double entry, double lower, double upper, long count, double weight) {
        Observation.checkTime("entry", entry);
        Observation.checkTime("lower", lower);
        checkArgument(upper >= lower, "upper must not be below lower, %s: %s", lower, upper);
        // who was exactly known to end, or last seen, no later than the entry was never seen; an interval reaches
        // beyond it
        checkArgument(
                entry == 0 || entry < (upper == Double.POSITIVE_INFINITY ? lower : upper),
                "entry must be before the end of the observation %s: %s",
                upper == Double.POSITIVE_INFINITY ? lower : upper,
                entry);
        checkArgument(count > 0, "count must be positive: %s", count);
        checkArgument(
                weight > 0 && weight < Double.POSITIVE_INFINITY, "weight must be positive and finite: %s", weight);
        // a negative zero would be another value
        this.entry = entry + 0.0;
        this.lower = Math.max(lower, entry) + 0.0;
        this.upper = upper + 0.0;
        this.count = count;
        this.weight = weight;
    }

    /**
     * Returns an observation of all that can be known of one.
     *
     * @param entry when it came under observation, finite, zero or more
     * @param lower how long it lasted at least, finite, zero or more; raised to {@code entry} if below
     * @param upper how long it lasted at most; equal to {@code lower} if exactly known, positive infinity if still going on
     * @param count how many, one or more
     * @param weight how much each counts, positive and finite
     * @return the observation
     * @throws IllegalArgumentException if one of them is out of range
     */
    public static IntervalObservation of(double entry, double lower, double upper, long count, double weight) {
        return new IntervalObservation(entry, lower, upper, count, weight);
    }

    /**
     * Returns an observation of something of which one knows exactly when it ended.
     *
     * @param duration how long it lasted, finite, zero or more
     * @return the observation, seen from the start
     * @throws IllegalArgumentException if the duration is out of range
     */
    public static IntervalObservation ended(double duration) {
        Observation.checkTime("duration", duration);
        return new IntervalObservation(0, duration, duration, 1, 1);
    }

    /**
     * Returns an observation of something that had not ended when it was last seen: right-censored.
     *
     * @param duration how long it had lasted then, finite, zero or more
     * @return the observation, seen from the start
     * @throws IllegalArgumentException if the duration is out of range
     */
    public static IntervalObservation ongoing(double duration) {
        Observation.checkTime("duration", duration);
        return new IntervalObservation(0, duration, Double.POSITIVE_INFINITY, 1, 1);
    }

    /**
     * Returns an observation of something that had ended when it was first looked at: left-censored.
     *
     * @param duration how long it lasted at most, finite, more than zero
     * @return the observation, seen from the start
     * @throws IllegalArgumentException if the duration is out of range
     */
    public static IntervalObservation endedBy(double duration) {
        checkArgument(
                duration > 0 && duration < Double.POSITIVE_INFINITY,
                "duration must be positive and finite: %s",
                duration);
        return new IntervalObservation(0, 0, duration, 1, 1);
    }

    /**
     * Returns an observation of something that ended between two looks at it: interval-censored.
     *
     * @param lower how long it had lasted when it was last seen going on, finite, zero or more
     * @param upper how long it had lasted at most when it was found ended, finite, more than {@code lower}
     * @return the observation, seen from the start
     * @throws IllegalArgumentException if a time is out of range
     */
    public static IntervalObservation endedBetween(double lower, double upper) {
        Observation.checkTime("lower", lower);
        checkArgument(
                upper > lower && upper < Double.POSITIVE_INFINITY,
                "upper must be finite and more than lower, %s: %s",
                lower,
                upper);
        return new IntervalObservation(0, lower, upper, 1, 1);
    }

    /**
     * Returns an observation whose end is exactly known or not known at all.
     *
     * @param observation the observation, with its entry, count and weight
     * @return the same observation
     */
    public static IntervalObservation of(Observation observation) {
        Objects.requireNonNull(observation, "observation");
        return new IntervalObservation(
                observation.entry(),
                observation.duration(),
                observation.ended() ? observation.duration() : Double.POSITIVE_INFINITY,
                observation.count(),
                observation.weight());
    }

    /**
     * Returns this observation with a delayed entry.
     *
     * @param newEntry how long it had lasted when it came under observation; 0 if seen from the start
     * @return the changed observation
     * @throws IllegalArgumentException if the entry is out of range
     */
    public IntervalObservation enteredAt(double newEntry) {
        return new IntervalObservation(newEntry, lower, upper, count, weight);
    }

    /**
     * Returns this observation standing for a number of equal ones.
     *
     * @param newCount how many, one or more
     * @return the changed observation
     * @throws IllegalArgumentException if the count is out of range
     */
    public IntervalObservation withCount(long newCount) {
        return new IntervalObservation(entry, lower, upper, newCount, weight);
    }

    /**
     * Returns this observation with a weight, such as the inverse of the probability with which it was drawn.
     *
     * @param newWeight how much it counts, positive and finite
     * @return the changed observation
     * @throws IllegalArgumentException if the weight is out of range
     */
    public IntervalObservation withWeight(double newWeight) {
        return new IntervalObservation(entry, lower, upper, count, newWeight);
    }

    /**
     * Tells whether the end is exactly known.
     *
     * @return true if {@code lower} and {@code upper} are equal
     */
    public boolean isExact() {
        return lower == upper;
    }

    /**
     * Tells whether it had not ended when it was last seen.
     *
     * @return true if {@link #upper} is undefined
     */
    public boolean isOngoing() {
        return upper == Double.POSITIVE_INFINITY;
    }

    /**
     * Returns how long it had lasted when it came under observation.
     *
     * @return the time, finite, zero or more; 0 if it was seen from the start
     */
    public double entry() {
        return entry;
    }

    /**
     * Returns how long it lasted at least.
     *
     * @return the time, finite, not below the entry
     */
    public double lower() {
        return lower;
    }

    /**
     * Returns how long it lasted at most.
     *
     * @return the time, not below {@link #lower()} and equal to it if exactly known; undefined ({@link Reason#BEYOND_OBSERVATION}) if it was
     *     still going on when last seen
     */
    public Outcome<Double> upper() {
        return isOngoing()
                ? Outcome.undefined(Reason.BEYOND_OBSERVATION, "still going on when last seen")
                : Outcome.of(upper);
    }

    /** Returns how long it lasted at most, positive infinity if it was still going on. */
    double limit() {
        return upper;
    }

    /**
     * Returns how many such observations this one stands for.
     *
     * @return the number, one or more
     */
    public long count() {
        return count;
    }

    /**
     * Returns how much each of them counts.
     *
     * @return the weight, positive and finite; 1 unless they are to count unequally
     */
    public double weight() {
        return weight;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IntervalObservation that
                && entry == that.entry
                && lower == that.lower
                && upper == that.upper
                && count == that.count
                && weight == that.weight;
    }

    @Override
    public int hashCode() {
        return Objects.hash(entry, lower, upper, count, weight);
    }

    @Override
    public String toString() {
        String start =
                isExact() ? "ended at " + lower : "after " + lower + (isOngoing() ? ", ongoing" : ", by " + upper);
        return start + ", entered at " + entry + ", count " + count + ", weight " + weight;
    }
}
