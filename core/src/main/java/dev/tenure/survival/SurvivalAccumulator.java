package dev.tenure.survival;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;

/**
 * The counts a survival curve is computed from: at each distinct time, how many ended, how many were last seen, how many
 * entered late. Mutable and not thread-safe: one for each thread or machine, then merge. The order of observations and of
 * merging changes nothing, to the last bit.
 *
 * <p>Its size is that of the distinct times, not of the observations. Whole durations below 16384 are counted in an array of 16
 * bytes a duration. Other times are put in order now and then: 8 bytes a time as long as most of them differ, at most 16 bytes a distinct
 * time, and 16 MB for those that came last. No observation costs an object. Weights other than one are summed exactly, in
 * decimals, which takes longer.
 */
public final class SurvivalAccumulator implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    /** Whole durations below this have a place of their own in an array; 44 years of days. */
    private static final int WHOLE_LIMIT = 1 << 14;

    private static final int FIRST_LENGTH = 64;
    private static final int ONGOING = 0;
    private static final int ENDED = 1;

    private final CurveOptions options;
    /** At twice the duration how many are ongoing, right after it how many ended. */
    private long[] whole = new long[2 * FIRST_LENGTH];

    private final TimeCounts others = new TimeCounts();
    private final TimeCounts entries = new TimeCounts();
    private final TimeWeights endedWeights = new TimeWeights();
    private final TimeWeights censoredWeights = new TimeWeights();
    private final TimeWeights enteredWeights = new TimeWeights();

    SurvivalAccumulator(CurveOptions options) {
        this.options = options;
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
            whole[cell(duration, ended)]++;
        } else {
            Observation.checkTime("duration", duration);
            addCount(duration, ended, 1);
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
        Observation.checkTime("duration", duration);
        addTime(duration, ended);
    }

    /**
     * Adds columns of observations seen from the start.
     *
     * @param durations how long they lasted, or have lasted so far; whole units, zero or more
     * @param ended true if they ended then, false if they were still going on when last seen
     * @throws IllegalArgumentException if the columns are not equally long or a duration is negative; nothing is added then
     */
    public void addAll(int[] durations, boolean[] ended) {
        Columns.checkDurations(durations);
        Columns.checkRows("ended", Objects.requireNonNull(ended, "ended").length, durations.length);
        long[] cells = whole;
        for (int row = 0; row < durations.length; row++) {
            int cell = cell(durations[row], ended[row]);
            // as an unsigned number, a cell past the range of numbers is too large
            if (Integer.compareUnsigned(cell, cells.length) < 0) {
                cells[cell]++;
            } else {
                addCount(durations[row], ended[row], 1);
                cells = whole;
            }
        }
    }

    /**
     * Adds columns of observations seen from the start.
     *
     * @param durations how long they lasted, or have lasted so far; finite, zero or more
     * @param ended true if they ended then, false if they were still going on when last seen
     * @throws IllegalArgumentException if the columns are not equally long, or a duration is negative or not finite; nothing is
     *     added then
     */
    public void addAll(double[] durations, boolean[] ended) {
        Columns.checkTimes("durations", durations);
        Columns.checkRows("ended", Objects.requireNonNull(ended, "ended").length, durations.length);
        for (int row = 0; row < durations.length; row++) {
            addTime(durations[row], ended[row]);
        }
    }

    /**
     * Adds columns of observations, some of which came under observation late.
     *
     * @param entries how long they had lasted when they came under observation; 0 if seen from the start
     * @param durations how long they lasted, or have lasted so far; finite, zero or more, after a positive entry
     * @param ended true if they ended then, false if they were still going on when last seen
     * @throws IllegalArgumentException if the columns are not equally long, or a time is out of range; nothing is added then
     */
    public void addAll(double[] entries, double[] durations, boolean[] ended) {
        Columns.checkTimes("entries", entries);
        Columns.checkTimes("durations", durations);
        Columns.checkRows("entries", entries.length, durations.length);
        Columns.checkRows("ended", Objects.requireNonNull(ended, "ended").length, durations.length);
        Columns.checkEntries(entries, durations);
        for (int row = 0; row < durations.length; row++) {
            addTimes(entries[row], durations[row], ended[row]);
        }
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
        add(new Observation(entry, duration, ended, count, 1));
    }

    /**
     * Adds an observation.
     *
     * @param observation the observation
     * @throws ArithmeticException if there are more than a {@code long} can count
     */
    public void add(Observation observation) {
        Objects.requireNonNull(observation, "observation");
        if (observation.weight() == 1) {
            addCounted(observation);
        } else {
            addWeighted(observation);
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
    public SurvivalAccumulator merge(SurvivalAccumulator other) {
        Objects.requireNonNull(other, "other");
        checkArgument(
                options.unit() == other.options.unit(), "unit must be %s: %s", options.unit(), other.options.unit());
        ensureWhole(other.whole.length);
        for (int i = 0; i < other.whole.length; i++) {
            whole[i] = Math.addExact(whole[i], other.whole[i]);
        }
        others.merge(other.others);
        entries.merge(other.entries);
        endedWeights.merge(other.endedWeights);
        censoredWeights.merge(other.censoredWeights);
        enteredWeights.merge(other.enteredWeights);
        return this;
    }

    /**
     * Returns the curve of the observations so far.
     *
     * @return the curve
     * @throws ArithmeticException if there are more observations than a {@code long} can count
     */
    public SurvivalCurve result() {
        RiskTable table = riskTable();
        return SurvivalCurve.of(SurvivalColumns.of(table.exits(), estimator(table)), 0, options);
    }

    /**
     * Returns the counts of the observations so far, by time.
     *
     * @return the table, without rows if there are no observations
     * @throws ArithmeticException if there are more observations than a {@code long} can count
     */
    public RiskTable riskTable() {
        RiskTable counted = RiskTable.of(wholeRun(), others.run(), entries.run());
        return endedWeights.isEmpty() && censoredWeights.isEmpty()
                ? counted
                : new WeightedRisk(counted, endedWeights, censoredWeights, enteredWeights).table();
    }

    private static VarianceEstimator estimator(RiskTable table) {
        if (!table.isWeighted()) {
            return VarianceEstimator.GREENWOOD;
        }
        return table.hasLateEntries() ? VarianceEstimator.NONE : VarianceEstimator.INFINITESIMAL_JACKKNIFE;
    }

    /** Returns the whole durations that have a place of their own, in order. */
    private TimeRun wholeRun() {
        long[] keys = new long[whole.length];
        long[] counts = new long[whole.length];
        int n = 0;
        for (int cell = 0; cell < whole.length; cell++) {
            if (whole[cell] < 0) {
                throw new ArithmeticException("long overflow");
            }
            if (whole[cell] > 0) {
                keys[n] = TimeRun.key((double) (cell >> 1), cell % 2 == ENDED);
                counts[n++] = whole[cell];
            }
        }
        return TimeRun.ofAscending(Arrays.copyOf(keys, n), Arrays.copyOf(counts, n));
    }

    private void addCounted(Observation observation) {
        if (observation.entry() > 0) {
            entries.add(TimeRun.key(observation.entry(), false), observation.count());
        }
        addCount(observation.duration(), observation.ended(), observation.count());
    }

    private void addWeighted(Observation observation) {
        Tally tally = Tally.of(observation.count(), observation.weight());
        if (observation.entry() > 0) {
            enteredWeights.add(observation.entry(), tally);
        }
        (observation.ended() ? endedWeights : censoredWeights).add(observation.duration(), tally);
    }

    /** Adds one observation whose duration has been checked. */
    void addTime(double duration, boolean ended) {
        int cell = isWhole(duration) ? cell((int) duration, ended) : whole.length;
        if (cell < whole.length) {
            whole[cell]++;
        } else {
            addCount(duration, ended, 1);
        }
    }

    /** Adds one observation whose times have been checked. */
    void addTimes(double entry, double duration, boolean ended) {
        if (entry > 0) {
            entries.add(TimeRun.key(entry, false));
        }
        addTime(duration, ended);
    }

    private void addCount(double duration, boolean ended, long count) {
        if (isWhole(duration)) {
            int cell = cell((int) duration, ended);
            ensureWhole(cell + 1);
            whole[cell] = Math.addExact(whole[cell], count);
        } else {
            others.add(TimeRun.key(duration, ended), count);
        }
    }

    /** Returns the counts of whole durations by cell, for a loop over many rows: good until anything else is added. */
    long[] wholeCells() {
        return whole;
    }

    /** Returns the cell of a whole duration. */
    static int cell(int duration, boolean ended) {
        return 2 * duration + (ended ? ENDED : ONGOING);
    }

    private void ensureWhole(int length) {
        if (length > whole.length) {
            whole = Arrays.copyOf(whole, 2 * Integer.highestOneBit(length - 1));
        }
    }

    private static boolean isWhole(double time) {
        return time < WHOLE_LIMIT && time == (int) time;
    }
}
