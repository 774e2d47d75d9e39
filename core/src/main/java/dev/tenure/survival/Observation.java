package dev.tenure.survival;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;

/**
 * How long something was seen to last: a client who left, or one who is still here.
 *
 * <p><b>Formula.</b> At risk at a time {@code t} if {@code entry < t <= duration}; an observation without delayed entry, of
 * {@code entry} 0, is at risk from the very start, so also at time 0.
 *
 * <p><b>Units.</b> Times are in the unit of the calculator, counted from the start of the relationship and not from the
 * start of the records.
 *
 * <p><b>Conventions.</b> Who entered the records late, having been a client before they begin, has a positive
 * {@code entry}: how long the relationship had lasted when the records began. Leaving it out counts only the survivors of
 * those early days and makes the clients look more faithful than they are.
 *
 * <p><b>Errors.</b> A negative or infinite time, an entry not before the end, a count below one and a weight that is not positive
 * are {@link IllegalArgumentException}s.
 *
 * <p><b>Source.</b> J. P. Klein and M. L. Moeschberger, <i>Survival Analysis</i>, 2nd edition, Springer 2003, chapter 3.
 *
 * @param entry how long it had lasted when it came under observation; 0 if seen from the start
 * @param duration how long it lasted, or has lasted so far; finite, zero or more, after a positive {@code entry}
 * @param ended true if it ended then, false if it was still going on when last seen
 * @param count how many such observations this one stands for, one or more
 * @param weight how much each of them counts, positive and finite; 1 unless they are to count unequally
 */
public record Observation(double entry, double duration, boolean ended, long count, double weight)
        implements Serializable {

    /**
     * Creates an observation.
     *
     * @param entry when it came under observation, finite, zero or more
     * @param duration how long it lasted, finite, zero or more, after a positive {@code entry}
     * @param ended whether it ended then
     * @param count how many, one or more
     * @param weight how much each counts, positive and finite
     */
    public Observation {
        checkTime("entry", entry);
        checkTime("duration", duration);
        checkArgument(entry == 0 || entry < duration, "entry must be before the duration %s: %s", duration, entry);
        checkArgument(count > 0, "count must be positive: %s", count);
        checkArgument(
                weight > 0 && weight < Double.POSITIVE_INFINITY, "weight must be positive and finite: %s", weight);
        // a negative zero would be another value
        entry += 0.0;
        duration += 0.0;
    }

    /**
     * Returns an observation of something that ended.
     *
     * @param duration how long it lasted, finite, zero or more
     * @return the observation, seen from the start
     * @throws IllegalArgumentException if the duration is out of range
     */
    public static Observation ended(double duration) {
        return new Observation(0, duration, true, 1, 1);
    }

    /**
     * Returns an observation of something that had not ended when it was last seen.
     *
     * @param duration how long it had lasted then, finite, zero or more
     * @return the observation, seen from the start
     * @throws IllegalArgumentException if the duration is out of range
     */
    public static Observation ongoing(double duration) {
        return new Observation(0, duration, false, 1, 1);
    }

    /**
     * Returns this observation with a delayed entry.
     *
     * @param newEntry how long it had lasted when it came under observation; 0 if seen from the start
     * @return the changed observation
     * @throws IllegalArgumentException if the entry is out of range
     */
    public Observation enteredAt(double newEntry) {
        return new Observation(newEntry, duration, ended, count, weight);
    }

    /**
     * Returns this observation standing for a number of equal ones.
     *
     * @param newCount how many, one or more
     * @return the changed observation
     * @throws IllegalArgumentException if the count is out of range
     */
    public Observation withCount(long newCount) {
        return new Observation(entry, duration, ended, newCount, weight);
    }

    /**
     * Returns this observation with a weight, such as the inverse of the probability with which it was drawn, or a client's
     * revenue. A weight of 2 says that it counts twice, not that it was seen twice: for that there is {@link #withCount}.
     *
     * @param newWeight how much it counts, positive and finite
     * @return the changed observation
     * @throws IllegalArgumentException if the weight is out of range
     */
    public Observation withWeight(double newWeight) {
        return new Observation(entry, duration, ended, count, newWeight);
    }

    static void checkTime(String name, double time) {
        checkArgument(
                time >= 0 && time < Double.POSITIVE_INFINITY, "%s must be finite and not negative: %s", name, time);
    }
}
