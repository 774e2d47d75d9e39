package dev.tenure.survival;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Doubles;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.tenure.stat.ConfidenceLevel;
import java.io.Serial;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The counts a survival curve is computed from: at each distinct time, how many ended, how many were last seen, how many
 * entered late. Mutable and not thread-safe: one for each thread or machine, then merge. The order of observations and of
 * merging changes nothing, to the last bit.
 *
 * <p>Its size is that of the distinct times, not of the observations. Whole durations below 16384 are counted in an array,
 * the others in a hash table of primitives; neither costs an object an observation. Weights other than one are summed exactly,
 * in decimals, which takes longer.
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
    private final TimeWeights[] weighted = {new TimeWeights(), new TimeWeights(), new TimeWeights()};

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
     * Adds columns of observations seen from the start.
     *
     * @param durations how long they lasted, or have lasted so far; whole units, zero or more
     * @param ended true if they ended then, false if they were still going on when last seen
     * @throws IllegalArgumentException if the columns are not equally long or a duration is negative; nothing is added then
     */
    public void addAll(int[] durations, boolean[] ended) {
        for (int i = 0; i < durations.length; i++) {
            add(durations[i], ended[i]);
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
        for (int i = 0; i < durations.length; i++) {
            add(durations[i], ended[i]);
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
        for (int i = 0; i < durations.length; i++) {
            add(entries[i], durations[i], ended[i], 1);
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
        if (observation.entry() > 0) {
            addAt(observation.entry(), ENTERED, observation);
        }
        addAt(observation.duration(), observation.ended() ? ENDED : ONGOING, observation);
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
        checkArgument(unit == other.unit, "unit must be %s: %s", unit, other.unit);
        ensureWhole(other.whole.length);
        for (int i = 0; i < other.whole.length; i++) {
            whole[i] = Math.addExact(whole[i], other.whole[i]);
        }
        others.merge(other.others);
        for (int kind = 0; kind < weighted.length; kind++) {
            weighted[kind].merge(other.weighted[kind]);
        }
        return this;
    }

    /**
     * Returns the curve of the observations so far.
     *
     * @return the curve
     * @throws ArithmeticException if there are more observations than a {@code long} can count
     */
    public SurvivalCurve result() {
        boolean allCounts = weighted[ENDED].isEmpty() && weighted[ONGOING].isEmpty();
        return SurvivalCurve.builder(allCounts ? countedExits() : weightedExits(), variance(allCounts))
                .origin(0)
                .unit(unit)
                .intervalMethod(method)
                .level(level)
                .build();
    }

    /**
     * Returns the counts of the observations so far, by time.
     *
     * @return the table, without rows if there are no observations
     */
    public RiskTable riskTable() {
        boolean allCounts = weighted[ENDED].isEmpty() && weighted[ONGOING].isEmpty();
        double[] times = distinct(exitTimes(), entryTimes());
        double[] atRisk = new double[times.length];
        double[] ended = new double[times.length];
        double[] censored = new double[times.length];
        double[] entered = new double[times.length];
        BigDecimal present =
                totalWeight(times, ENDED).add(totalWeight(times, ONGOING)).subtract(totalWeight(times, ENTERED));
        for (int i = 0; i < times.length; i++) {
            BigDecimal leaving =
                    tally(times[i], ENDED).weight().add(tally(times[i], ONGOING).weight());
            atRisk[i] = present.doubleValue();
            ended[i] = tally(times[i], ENDED).weight().doubleValue();
            censored[i] = tally(times[i], ONGOING).weight().doubleValue();
            entered[i] = tally(times[i], ENTERED).weight().doubleValue();
            present = present.subtract(leaving).add(tally(times[i], ENTERED).weight());
        }
        return new RiskTable(times, atRisk, ended, censored, entered, !allCounts);
    }

    private VarianceEstimator variance(boolean allCounts) {
        if (allCounts) {
            return VarianceEstimator.GREENWOOD;
        }
        return entryTimes().length == 0 ? VarianceEstimator.INFINITESIMAL_JACKKNIFE : VarianceEstimator.NONE;
    }

    private ImmutableList<Exits> countedExits() {
        double[] times = exitTimes();
        ImmutableList.Builder<Exits> exits = ImmutableList.builderWithExpectedSize(times.length);
        double[] entries = entryTimes();
        long atRisk = total(times, ENDED) + total(times, ONGOING) - total(entries, ENTERED);
        int entered = 0;
        for (double time : times) {
            while (entered < entries.length && entries[entered] < time) {
                atRisk += count(entries[entered++], ENTERED);
            }
            Exits exit = Exits.of(time, atRisk, count(time, ENDED), count(time, ONGOING));
            atRisk -= exit.endedCount() + exit.censoredCount();
            exits.add(exit);
        }
        return exits.build();
    }

    private ImmutableList<Exits> weightedExits() {
        ImmutableList.Builder<Exits> exits = ImmutableList.builder();
        double[] times = exitTimes();
        double[] entries = entryTimes();
        BigDecimal atRisk =
                totalWeight(times, ENDED).add(totalWeight(times, ONGOING)).subtract(totalWeight(entries, ENTERED));
        int entered = 0;
        for (double time : times) {
            while (entered < entries.length && entries[entered] < time) {
                atRisk = atRisk.add(tally(entries[entered++], ENTERED).weight());
            }
            Tally ended = tally(time, ENDED);
            Tally ongoing = tally(time, ONGOING);
            exits.add(Exits.of(time, atRisk.doubleValue(), ended, ongoing));
            atRisk = atRisk.subtract(ended.weight()).subtract(ongoing.weight());
        }
        return exits.build();
    }

    private double[] exitTimes() {
        return distinct(wholeTimes(), others.times(ONGOING, ENDED), weighted[ONGOING].times(), weighted[ENDED].times());
    }

    private double[] entryTimes() {
        return distinct(others.times(ENTERED), weighted[ENTERED].times());
    }

    private double[] wholeTimes() {
        return IntStream.range(0, whole.length / 2)
                .filter(time -> whole[2 * time + ONGOING] > 0 || whole[2 * time + ENDED] > 0)
                .asDoubleStream()
                .toArray();
    }

    private void addAt(double time, int kind, Observation observation) {
        if (observation.weight() == 1) {
            addCount(time, kind, observation.count());
        } else {
            weighted[kind].add(time, Tally.of(observation.count(), observation.weight()));
        }
    }

    private void addCount(double time, int kind, long count) {
        if (kind == ENTERED || !isWhole(time)) {
            others.add(time, kind, count);
        } else {
            int cell = 2 * (int) time + kind;
            ensureWhole(cell + 1);
            whole[cell] = Math.addExact(whole[cell], count);
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

    private BigDecimal totalWeight(double[] times, int kind) {
        return Arrays.stream(times)
                .mapToObj(time -> tally(time, kind).weight())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Tally tally(double time, int kind) {
        return Tally.of(count(time, kind)).plus(weighted[kind].at(time));
    }

    private static boolean isWhole(double time) {
        return time < WHOLE_LIMIT && time == (int) time;
    }

    private static double[] distinct(double[]... times) {
        double[] sorted = Doubles.concat(times);
        Arrays.sort(sorted);
        int n = 0;
        for (double time : sorted) {
            if (n == 0 || sorted[n - 1] != time) {
                sorted[n++] = time;
            }
        }
        return Arrays.copyOf(sorted, n);
    }
}
