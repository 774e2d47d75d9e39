package dev.tenure.survival;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Doubles;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.tenure.stat.ConfidenceLevel;
import java.io.Serial;
import java.io.Serializable;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The counts a survival curve is computed from: at each distinct time, how many ended, how many were last seen, how many
 * entered late. Mutable and not thread-safe: one for each thread or machine, then merge. The order of observations and of
 * merging changes nothing, to the last bit.
 *
 * <p>Its size is that of the distinct times, not of the observations. Whole durations below 16384 are counted in an array,
 * the others in a hash table of primitives; neither costs an object an observation.
 */
public final class SurvivalAccumulator implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    /** Whole durations below this have a place of their own in an array; 44 years of days. */
    private static final int WHOLE_LIMIT = 1 << 14;

    private static final int FIRST_LENGTH = 64;
    private static final int ONGOING = 0;
    private static final int ENDED = 1;
    private static final int ENTERED = 2;

    private final ChronoUnit unit;
    private final SurvivalInterval method;
    private final ConfidenceLevel level;
    /** At twice the duration how many are ongoing, right after it how many ended. */
    private long[] whole = new long[2 * FIRST_LENGTH];

    private final TimeCounts others = new TimeCounts();

    SurvivalAccumulator(ChronoUnit unit, SurvivalInterval method, ConfidenceLevel level) {
        this.unit = unit;
        this.method = method;
        this.level = level;
    }

    /**
     * Adds one observation seen from the start.
     *
     * @param duration how long it lasted, or has lasted so far; whole units, zero or more
     * @param ended true if it ended then, false if it was still going on when last seen
     * @throws IllegalArgumentException if the duration is negative
     */
    public void add(int duration, boolean ended) {
        // as an unsigned number, a negative duration is too large
        if (Integer.compareUnsigned(duration, whole.length / 2) < 0) {
            whole[2 * duration + (ended ? ENDED : ONGOING)]++;
        } else {
            add(0, duration, ended, 1);
        }
    }

    /**
     * Adds one observation seen from the start.
     *
     * @param duration how long it lasted, or has lasted so far; finite, zero or more
     * @param ended true if it ended then, false if it was still going on when last seen
     * @throws IllegalArgumentException if the duration is negative or not finite
     */
    public void add(double duration, boolean ended) {
        add(0, duration, ended, 1);
    }

    /**
     * Adds a number of equal observations.
     *
     * @param entry how long they had lasted when they came under observation; 0 if seen from the start
     * @param duration how long they lasted, or have lasted so far; finite, zero or more, after a positive {@code entry}
     * @param ended true if they ended then, false if they were still going on when last seen
     * @param count how many, one or more
     * @throws IllegalArgumentException if an argument is out of range
     * @throws ArithmeticException if there are more than a {@code long} can count
     */
    public void add(double entry, double duration, boolean ended, long count) {
        add(new Observation(entry, duration, ended, count));
    }

    /**
     * Adds an observation.
     *
     * @param observation the observation
     * @throws ArithmeticException if there are more than a {@code long} can count
     */
    public void add(Observation observation) {
        if (observation.entry() > 0) {
            others.add(observation.entry(), ENTERED, observation.count());
        }
        addExit(observation.duration(), observation.ended() ? ENDED : ONGOING, observation.count());
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
    public SurvivalAccumulator merge(SurvivalAccumulator other) {
        checkArgument(unit == other.unit, "unit must be %s: %s", unit, other.unit);
        ensureWhole(other.whole.length);
        for (int i = 0; i < other.whole.length; i++) {
            whole[i] = Math.addExact(whole[i], other.whole[i]);
        }
        others.merge(other.others);
        return this;
    }

    /**
     * Returns the curve of the observations so far.
     *
     * @return the curve
     * @throws ArithmeticException if there are more observations than a {@code long} can count
     */
    public SurvivalCurve result() {
        double[] exits = exitTimes();
        long ended = total(exits, ENDED);
        return new SurvivalCurveBuilder()
                .steps(steps(exits))
                .observations(Math.addExact(ended, total(exits, ONGOING)))
                .ended(ended)
                .unit(unit)
                .intervalMethod(method)
                .level(level)
                .build();
    }

    private ImmutableList<SurvivalStep> steps(double[] exits) {
        ProductLimit curve = new ProductLimit();
        double[] entries = others.times(ENTERED);
        long atRisk = Math.addExact(total(exits, ENDED), total(exits, ONGOING)) - total(entries, ENTERED);
        int entered = 0;
        for (double time : exits) {
            while (entered < entries.length && entries[entered] < time) {
                atRisk += count(entries[entered++], ENTERED);
            }
            long ended = count(time, ENDED);
            long ongoing = count(time, ONGOING);
            curve.add(time, (double) atRisk, (double) ended, (double) ongoing);
            atRisk -= ended + ongoing;
        }
        return curve.steps();
    }

    private double[] exitTimes() {
        double[] times = Doubles.concat(wholeTimes(), others.times(ONGOING, ENDED));
        Arrays.sort(times);
        return times;
    }

    private double[] wholeTimes() {
        return IntStream.range(0, whole.length / 2)
                .filter(time -> whole[2 * time + ONGOING] + whole[2 * time + ENDED] > 0)
                .asDoubleStream()
                .toArray();
    }

    private void addExit(double time, int kind, long count) {
        if (isWhole(time)) {
            int cell = 2 * (int) time + kind;
            ensureWhole(cell + 1);
            whole[cell] = Math.addExact(whole[cell], count);
        } else {
            others.add(time, kind, count);
        }
    }

    private void ensureWhole(int length) {
        if (length > whole.length) {
            whole = Arrays.copyOf(whole, 2 * Integer.highestOneBit(length - 1));
        }
    }

    private long total(double[] times, int kind) {
        long total = 0;
        for (double time : times) {
            total = Math.addExact(total, count(time, kind));
        }
        return total;
    }

    private long count(double time, int kind) {
        if (kind == ENTERED || !isWhole(time)) {
            return others.count(time, kind);
        }
        int cell = 2 * (int) time + kind;
        return cell < whole.length ? whole[cell] : 0;
    }

    private static boolean isWhole(double time) {
        return time < WHOLE_LIMIT && time == (int) time;
    }
}
