package dev.tenure.survival.comparison;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.tenure.survival.GroupedSurvivalAccumulator;
import dev.tenure.survival.Observation;
import dev.tenure.survival.SurvivalCurves;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;

/**
 * The counts a comparison of groups is computed from, by stratum, group and time, so that the same pass gives the test and the curves.
 * Mutable and not thread-safe: one for each thread or machine, then merge. The order of observations and of merging changes nothing, to
 * the last bit.
 *
 * <p>Groups and strata are known by their place in the names the calculator was given, from 0; an observation without a stratum is of stratum
 * 0. The size is that of the distinct times of each group and stratum, not of the observations.
 */
public final class LogRankAccumulator implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final LogRankOptions options;
    private final ImmutableList<String> groups;
    private final ImmutableList<String> strata;
    private final GroupedSurvivalAccumulator[] counts;

    LogRankAccumulator(LogRankOptions options, ImmutableList<String> groups, ImmutableList<String> strata) {
        this.options = options;
        this.groups = groups;
        this.strata = strata;
        this.counts =
                strata.stream().map(stratum -> options.newCounts(groups)).toArray(GroupedSurvivalAccumulator[]::new);
    }

    /**
     * Adds one observation seen from the start.
     *
     * @param group the number of its group, from 0
     * @param duration how long it lasted, or has lasted so far; whole units, zero or more
     * @param ended true if it ended then, false if it was still going on when last seen
     * @throws IllegalArgumentException if there is no such group, or the duration is negative
     */
    public void add(int group, int duration, boolean ended) {
        counts[0].add(group, duration, ended);
    }

    /**
     * Adds one observation seen from the start.
     *
     * @param group the number of its group, from 0
     * @param duration how long it lasted, or has lasted so far; finite, zero or more
     * @param ended true if it ended then, false if it was still going on when last seen
     * @throws IllegalArgumentException if there is no such group, or the duration is negative or not finite
     */
    public void add(int group, double duration, boolean ended) {
        counts[0].add(group, duration, ended);
    }

    /**
     * Adds an observation.
     *
     * @param group the name of its group
     * @param observation the observation
     * @throws IllegalArgumentException if there is no such group
     * @throws ArithmeticException if there are more than a {@code long} can count
     */
    public void add(String group, Observation observation) {
        counts[0].add(group, observation);
    }

    /**
     * Adds one observation of a stratum, seen from the start.
     *
     * @param stratum the number of its stratum, from 0
     * @param group the number of its group, from 0
     * @param duration how long it lasted, or has lasted so far; whole units, zero or more
     * @param ended true if it ended then, false if it was still going on when last seen
     * @throws IllegalArgumentException if there is no such stratum or group, or the duration is negative
     */
    public void add(int stratum, int group, int duration, boolean ended) {
        counts[checkStratum(stratum)].add(group, duration, ended);
    }

    /**
     * Adds an observation of a stratum.
     *
     * @param stratum the name of its stratum
     * @param group the name of its group
     * @param observation the observation
     * @throws IllegalArgumentException if there is no such stratum or group
     * @throws ArithmeticException if there are more than a {@code long} can count
     */
    public void add(String stratum, String group, Observation observation) {
        int index = strata.indexOf(Objects.requireNonNull(stratum, "stratum"));
        checkArgument(index >= 0, "stratum must be one of %s: %s", strata, stratum);
        counts[index].add(group, observation);
    }

    /**
     * Adds columns of observations seen from the start: the fast way.
     *
     * @param groups the numbers of their groups, from 0
     * @param durations how long they lasted, or have lasted so far; whole units, zero or more
     * @param ended true if they ended then, false if they were still going on when last seen
     * @throws IllegalArgumentException if the columns are not equally long, there is no such group, or a duration is negative;
     *     nothing is added then
     */
    public void addAll(int[] groups, int[] durations, boolean[] ended) {
        counts[0].addAll(groups, durations, ended);
    }

    /**
     * Adds columns of observations seen from the start.
     *
     * @param groups the numbers of their groups, from 0
     * @param durations how long they lasted, or have lasted so far; finite, zero or more
     * @param ended true if they ended then, false if they were still going on when last seen
     * @throws IllegalArgumentException if the columns are not equally long, there is no such group, or a duration is negative or not
     *     finite; nothing is added then
     */
    public void addAll(int[] groups, double[] durations, boolean[] ended) {
        counts[0].addAll(groups, durations, ended);
    }

    /**
     * Adds columns of observations, some of which came under observation late.
     *
     * @param groups the numbers of their groups, from 0
     * @param entries how long they had lasted when they came under observation; 0 if seen from the start
     * @param durations how long they lasted, or have lasted so far; finite, zero or more, after a positive entry
     * @param ended true if they ended then, false if they were still going on when last seen
     * @throws IllegalArgumentException if the columns are not equally long, there is no such group, or a time is out of range;
     *     nothing is added then
     */
    public void addAll(int[] groups, double[] entries, double[] durations, boolean[] ended) {
        counts[0].addAll(groups, entries, durations, ended);
    }

    /**
     * Adds columns of observations of some strata, seen from the start.
     *
     * @param strata the numbers of their strata, from 0
     * @param groups the numbers of their groups, from 0
     * @param durations how long they lasted, or have lasted so far; whole units, zero or more
     * @param ended true if they ended then, false if they were still going on when last seen
     * @throws IllegalArgumentException if the columns are not equally long, there is no such stratum or group, or a duration is negative;
     *     nothing is added then
     */
    public void addAll(int[] strata, int[] groups, int[] durations, boolean[] ended) {
        checkColumns(strata, groups, durations.length, ended);
        for (int row = 0; row < strata.length; row++) {
            checkArgument(durations[row] >= 0, "durations[%s] must not be negative: %s", row, durations[row]);
        }
        for (int row = 0; row < strata.length; row++) {
            counts[strata[row]].add(groups[row], durations[row], ended[row]);
        }
    }

    /**
     * Adds columns of observations of some strata, seen from the start.
     *
     * @param strata the numbers of their strata, from 0
     * @param groups the numbers of their groups, from 0
     * @param durations how long they lasted, or have lasted so far; finite, zero or more
     * @param ended true if they ended then, false if they were still going on when last seen
     * @throws IllegalArgumentException if the columns are not equally long, there is no such stratum or group, or a duration is negative
     *     or not finite; nothing is added then
     */
    public void addAll(int[] strata, int[] groups, double[] durations, boolean[] ended) {
        checkColumns(strata, groups, durations.length, ended);
        for (int row = 0; row < strata.length; row++) {
            double duration = durations[row];
            if (!(duration >= 0 && duration < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "durations[" + row + "] must be finite and not negative: " + duration);
            }
        }
        for (int row = 0; row < strata.length; row++) {
            counts[strata[row]].add(groups[row], durations[row], ended[row]);
        }
    }

    /**
     * Adds what another accumulator holds.
     *
     * @param other the other accumulator, which stays as it is
     * @return this accumulator
     * @throws IllegalArgumentException if the other one has other groups or strata, or counts in another unit
     * @throws ArithmeticException if there are more than a {@code long} can count
     */
    @CanIgnoreReturnValue
    public LogRankAccumulator merge(LogRankAccumulator other) {
        Objects.requireNonNull(other, "other");
        checkArgument(strata.equals(other.strata), "strata must be %s: %s", strata, other.strata);
        for (int stratum = 0; stratum < counts.length; stratum++) {
            counts[stratum].merge(other.counts[stratum]);
        }
        return this;
    }

    /**
     * Returns the test of the observations so far.
     *
     * @return the test
     * @throws ArithmeticException if there are more observations in a group than a {@code long} can count
     */
    public LogRankResult result() {
        return LogRankMath.test(
                groups,
                Arrays.stream(counts)
                        .map(GroupedSurvivalAccumulator::riskTables)
                        .collect(ImmutableList.toImmutableList()),
                options.weight());
    }

    /**
     * Returns the Kaplan–Meier curve of each group, of all strata together.
     *
     * @return a curve for each group
     * @throws ArithmeticException if there are more observations in a group than a {@code long} can count
     */
    public SurvivalCurves curves() {
        GroupedSurvivalAccumulator pooled = options.newCounts(groups);
        for (GroupedSurvivalAccumulator stratum : counts) {
            pooled.merge(stratum);
        }
        return pooled.result();
    }

    /** Returns the counts of a stratum, to which observations may be added. */
    GroupedSurvivalAccumulator stratum(int stratum) {
        return counts[stratum];
    }

    private int checkStratum(int stratum) {
        checkArgument(
                stratum >= 0 && stratum < counts.length, "stratum must be in [0, %s): %s", counts.length, stratum);
        return stratum;
    }

    private void checkColumns(int[] strataColumn, int[] groupColumn, int durations, boolean[] ended) {
        checkLength("groups", groupColumn.length, strataColumn.length);
        checkLength("durations", durations, strataColumn.length);
        checkLength("ended", ended.length, strataColumn.length);
        checkNumbers("strata", strataColumn, counts.length);
        checkNumbers("groups", groupColumn, groups.size());
    }

    private static void checkNumbers(String name, int[] numbers, int count) {
        for (int row = 0; row < numbers.length; row++) {
            if (numbers[row] < 0 || numbers[row] >= count) {
                throw new IllegalArgumentException(
                        name + "[" + row + "] must be in [0, " + count + "): " + numbers[row]);
            }
        }
    }

    private static void checkLength(String name, int length, int rows) {
        checkArgument(length == rows, "%s must have as many rows as strata, %s: %s", name, rows, length);
    }
}
