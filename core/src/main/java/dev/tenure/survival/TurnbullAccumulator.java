package dev.tenure.survival;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.tenure.internal.RowCounts;
import java.io.Serial;
import java.io.Serializable;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * The distinct intervals a curve is estimated from, with how often each occurs. Mutable and not thread-safe: one for each thread or machine, then
 * merge. The order of observations and of merging changes nothing, to the last bit.
 */
public final class TurnbullAccumulator implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final ChronoUnit unit;
    /** By lower time, upper time, a zero, and weight. */
    private final RowCounts rows = new RowCounts();

    TurnbullAccumulator(ChronoUnit unit) {
        this.unit = unit;
    }

    /**
     * Adds one observation.
     *
     * @param lower how long it lasted at least; finite, zero or more
     * @param upper how long it lasted at most; equal to {@code lower} if exactly known, positive infinity if still going on
     * @throws IllegalArgumentException if a time is out of range
     */
    public void add(double lower, double upper) {
        add(IntervalObservation.of(0, lower, upper, 1, 1));
    }

    /**
     * Adds an observation.
     *
     * @param observation the observation
     * @throws IllegalArgumentException if it has a delayed entry
     * @throws ArithmeticException if there are more than a {@code long} can count
     */
    public void add(IntervalObservation observation) {
        Objects.requireNonNull(observation, "observation");
        checkArgument(observation.entry() == 0, "entry must be 0: %s", observation.entry());
        rows.add(observation.lower(), observation.limit(), 0, observation.weight(), observation.count());
    }

    /**
     * Adds columns of observations.
     *
     * @param lower how long they lasted at least; finite, zero or more
     * @param upper how long they lasted at most; equal to {@code lower} if exactly known, positive infinity if still going on
     * @throws IllegalArgumentException if the columns differ in length or a time is out of range; rows before it are added
     */
    public void addAll(double[] lower, double[] upper) {
        checkArgument(
                upper.length == lower.length, "upper must be as long as lower, %s: %s", lower.length, upper.length);
        for (int i = 0; i < lower.length; i++) {
            add(lower[i], upper[i]);
        }
    }

    /**
     * Adds what another accumulator holds.
     *
     * @param other the other accumulator, which stays as it is
     * @return this accumulator
     * @throws IllegalArgumentException if the other one counts in another unit
     * @throws ArithmeticException if there are more than a {@code long} can count
     */
    @CanIgnoreReturnValue
    public TurnbullAccumulator merge(TurnbullAccumulator other) {
        Objects.requireNonNull(other, "other");
        checkArgument(unit == other.unit, "unit must be %s: %s", unit, other.unit);
        rows.merge(other.rows);
        return this;
    }

    /**
     * Returns the curve of the observations so far.
     *
     * @return the curve
     * @throws ArithmeticException if there are more observations than a {@code long} can count
     */
    public TurnbullCurve result() {
        InnermostIntervals intervals = InnermostIntervals.of(rows.sorted());
        return TurnbullCurve.of(intervals, NonparametricSearch.of(intervals), unit);
    }
}
