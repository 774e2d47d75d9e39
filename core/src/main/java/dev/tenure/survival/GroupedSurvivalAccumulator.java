package dev.tenure.survival;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;

/**
 * The counts of several groups of observations, such as segments of clients: a {@link SurvivalAccumulator} for each. Made by
 * {@link KaplanMeier#accumulator(Iterable)}. Mutable and not thread-safe: one for each thread or machine, then merge. The order
 * of observations and of merging changes nothing, to the last bit.
 *
 * <p>Columns go in through {@code addAll}: groups by their place in {@link #groups()}, with durations, without an object a row.
 */
public final class GroupedSurvivalAccumulator implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final ImmutableList<String> groups;
    private final SurvivalAccumulator[] accumulators;

    GroupedSurvivalAccumulator(ImmutableList<String> groups, SurvivalAccumulator[] accumulators) {
        this.groups = groups;
        this.accumulators = accumulators;
    }

    /**
     * Returns the names of the groups.
     *
     * @return the names, in the order in which they were given; the place of a name is the number of its group
     */
    public ImmutableList<String> groups() {
        return groups;
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
        accumulators[checkGroup(group)].add(duration, ended);
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
        accumulators[checkGroup(group)].add(duration, ended);
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
        int index = groups.indexOf(Objects.requireNonNull(group, "group"));
        checkArgument(index >= 0, "group must be one of %s: %s", groups, group);
        accumulators[index].add(observation);
    }

    /**
     * Adds columns of observations seen from the start.
     *
     * @param groups the numbers of their groups, from 0
     * @param durations how long they lasted, or have lasted so far; whole units, zero or more
     * @param ended true if they ended then, false if they were still going on when last seen
     * @throws IllegalArgumentException if the columns are not equally long, there is no such group, or a duration is
     *     negative; nothing is added then
     */
    public void addAll(int[] groups, int[] durations, boolean[] ended) {
        Columns.checkDurations(durations);
        checkColumns(groups, durations.length, ended);
        long[][] cells = cells();
        for (int row = 0; row < durations.length; row++) {
            int group = groups[row];
            int cell = SurvivalAccumulator.cell(durations[row], ended[row]);
            // as an unsigned number, a cell past the range of numbers is too large
            if (Integer.compareUnsigned(cell, cells[group].length) < 0) {
                cells[group][cell]++;
            } else {
                accumulators[group].add(durations[row], ended[row]);
                cells[group] = accumulators[group].wholeCells();
            }
        }
    }

    private long[][] cells() {
        return Arrays.stream(accumulators).map(SurvivalAccumulator::wholeCells).toArray(long[][]::new);
    }

    private void checkColumns(int[] groupColumn, int rows, boolean[] ended) {
        Objects.requireNonNull(groupColumn, "groups");
        Objects.requireNonNull(ended, "ended");
        Columns.checkRows("groups", groupColumn.length, rows);
        Columns.checkRows("ended", ended.length, rows);
        Columns.checkGroups(groupColumn, accumulators.length);
    }

    /**
     * Adds columns of observations seen from the start.
     *
     * @param groups the numbers of their groups, from 0
     * @param durations how long they lasted, or have lasted so far; finite, zero or more
     * @param ended true if they ended then, false if they were still going on when last seen
     * @throws IllegalArgumentException if the columns are not equally long, there is no such group, or a duration is
     *     negative or not finite; nothing is added then
     */
    public void addAll(int[] groups, double[] durations, boolean[] ended) {
        Columns.checkTimes("durations", durations);
        checkColumns(groups, durations.length, ended);
        for (int row = 0; row < durations.length; row++) {
            accumulators[groups[row]].addTime(durations[row], ended[row]);
        }
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
        Columns.checkTimes("entries", entries);
        Columns.checkTimes("durations", durations);
        Columns.checkRows("entries", entries.length, durations.length);
        checkColumns(groups, durations.length, ended);
        Columns.checkEntries(entries, durations);
        for (int row = 0; row < durations.length; row++) {
            accumulators[groups[row]].addTimes(entries[row], durations[row], ended[row]);
        }
    }

    /**
     * Adds what another accumulator holds.
     *
     * @param other the other accumulator, which stays as it is
     * @return this accumulator
     * @throws IllegalArgumentException if the other one has other groups or counts in another unit
     * @throws ArithmeticException if there are more than a {@code long} can count
     */
    @CanIgnoreReturnValue
    public GroupedSurvivalAccumulator merge(GroupedSurvivalAccumulator other) {
        Objects.requireNonNull(other, "other");
        checkArgument(groups.equals(other.groups), "groups must be %s: %s", groups, other.groups);
        for (int group = 0; group < accumulators.length; group++) {
            accumulators[group].merge(other.accumulators[group]);
        }
        return this;
    }

    /**
     * Returns the curves of the observations so far.
     *
     * @return a curve for each group
     * @throws ArithmeticException if there are more observations in a group than a {@code long} can count
     */
    public SurvivalCurves result() {
        SurvivalCurvesBuilder curves = new SurvivalCurvesBuilder();
        for (int group = 0; group < accumulators.length; group++) {
            curves.putCurve(groups.get(group), accumulators[group].result());
        }
        return curves.build();
    }

    /**
     * Returns the counts of the observations so far, by time.
     *
     * @return a table for each group, in the order of {@link #groups()}
     * @throws ArithmeticException if there are more observations in a group than a {@code long} can count
     */
    public ImmutableList<RiskTable> riskTables() {
        return Arrays.stream(accumulators).map(SurvivalAccumulator::riskTable).collect(ImmutableList.toImmutableList());
    }

    private int checkGroup(int group) {
        checkArgument(
                group >= 0 && group < accumulators.length, "group must be in [0, %s): %s", accumulators.length, group);
        return group;
    }
}
