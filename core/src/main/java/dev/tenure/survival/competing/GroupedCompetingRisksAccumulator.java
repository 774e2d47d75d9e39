package dev.tenure.survival.competing;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The counts of several groups of observations, such as segments of clients: a {@link CompetingRisksAccumulator} for each. Made by
 * {@link AalenJohansen#accumulator(Iterable)}. Mutable and not thread-safe: one for each thread or machine, then merge. The order of
 * observations and of merging changes nothing, to the last bit.
 */
public final class GroupedCompetingRisksAccumulator implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final ImmutableList<String> groups;
    private final CompetingRisksAccumulator[] accumulators;

    GroupedCompetingRisksAccumulator(ImmutableList<String> groups, CompetingRisksAccumulator[] accumulators) {
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
     * @param cause the number of the cause, {@link CompetingRisksAccumulator#ONGOING} or {@link CompetingRisksAccumulator#UNKNOWN}
     * @throws IllegalArgumentException if there is no such group or cause, or the duration is negative
     */
    public void add(int group, int duration, int cause) {
        checkGroup(group);
        accumulators[group].add(duration, cause);
    }

    /**
     * Adds one observation seen from the start.
     *
     * @param group the number of its group, from 0
     * @param duration how long it lasted, or has lasted so far; finite, zero or more
     * @param cause the number of the cause, {@link CompetingRisksAccumulator#ONGOING} or {@link CompetingRisksAccumulator#UNKNOWN}
     * @throws IllegalArgumentException if there is no such group or cause, or the duration is negative or not finite
     */
    public void add(int group, double duration, int cause) {
        checkGroup(group);
        accumulators[group].add(duration, cause);
    }

    /**
     * Adds an observation.
     *
     * @param group the name of its group
     * @param observation the observation
     * @throws IllegalArgumentException if there is no such group or cause
     * @throws ArithmeticException if there are more than a {@code long} can count
     */
    public void add(String group, CompetingObservation observation) {
        int index = groups.indexOf(Objects.requireNonNull(group, "group"));
        checkArgument(index >= 0, "group must be one of %s: %s", groups, group);
        accumulators[index].add(observation);
    }

    /**
     * Adds columns of observations seen from the start.
     *
     * @param groups the numbers of their groups, from 0
     * @param durations how long they lasted, or have lasted so far; whole units, zero or more
     * @param causes the numbers of their causes, {@link CompetingRisksAccumulator#ONGOING} or {@link CompetingRisksAccumulator#UNKNOWN}
     * @throws IllegalArgumentException if the columns are not equally long, there is no such group or cause, or a duration is negative;
     *     nothing is added then
     */
    public void addAll(int[] groups, int[] durations, byte[] causes) {
        checkGroups(groups, durations.length);
        CompetingRisksAccumulator.checkWhole(durations);
        accumulators[0].checkCauses(durations.length, causes);
        for (int i = 0; i < groups.length; i++) {
            accumulators[groups[i]].add(durations[i], causes[i]);
        }
    }

    /**
     * Adds columns of observations seen from the start.
     *
     * @param groups the numbers of their groups, from 0
     * @param durations how long they lasted, or have lasted so far; finite, zero or more
     * @param causes the numbers of their causes, {@link CompetingRisksAccumulator#ONGOING} or {@link CompetingRisksAccumulator#UNKNOWN}
     * @throws IllegalArgumentException if the columns are not equally long, there is no such group or cause, or a duration is negative or not
     *     finite; nothing is added then
     */
    public void addAll(int[] groups, double[] durations, byte[] causes) {
        checkGroups(groups, durations.length);
        accumulators[0].checkCauses(durations.length, causes);
        CompetingRisksAccumulator.checkTimes(durations);
        for (int i = 0; i < groups.length; i++) {
            accumulators[groups[i]].add(durations[i], causes[i]);
        }
    }

    /**
     * Adds columns of observations, some of which came under observation late.
     *
     * @param groups the numbers of their groups, from 0
     * @param entries how long they had lasted when they came under observation; 0 if seen from the start
     * @param durations how long they lasted, or have lasted so far; finite, zero or more, after a positive entry
     * @param causes the numbers of their causes, {@link CompetingRisksAccumulator#ONGOING} or {@link CompetingRisksAccumulator#UNKNOWN}
     * @throws IllegalArgumentException if the columns are not equally long, there is no such group or cause, or a time is out of range;
     *     nothing is added then
     */
    public void addAll(int[] groups, double[] entries, double[] durations, byte[] causes) {
        checkGroups(groups, durations.length);
        accumulators[0].checkCauses(durations.length, causes);
        CompetingRisksAccumulator.checkTimes(entries, durations);
        for (int i = 0; i < groups.length; i++) {
            accumulators[groups[i]].add(entries[i], durations[i], causes[i], 1);
        }
    }

    /**
     * Adds what another accumulator holds.
     *
     * @param other the other accumulator, which stays as it is
     * @return this accumulator
     * @throws IllegalArgumentException if the other one has other groups, causes or another unit
     * @throws ArithmeticException if there are more than a {@code long} can count
     */
    @CanIgnoreReturnValue
    public GroupedCompetingRisksAccumulator merge(GroupedCompetingRisksAccumulator other) {
        Objects.requireNonNull(other, "other");
        checkArgument(groups.equals(other.groups), "groups must be %s: %s", groups, other.groups);
        for (int group = 0; group < accumulators.length; group++) {
            accumulators[group].merge(other.accumulators[group]);
        }
        return this;
    }

    /**
     * Returns the incidences of the observations so far.
     *
     * @return the incidences of each group by its name, in the order of {@link #groups()}
     * @throws ArithmeticException if there are more observations in a group than a {@code long} can count
     */
    public ImmutableMap<String, CompetingRisks> result() {
        return IntStream.range(0, accumulators.length)
                .boxed()
                .collect(ImmutableMap.toImmutableMap(groups::get, group -> accumulators[group].result()));
    }

    private void checkGroups(int[] numbers, int durations) {
        checkArgument(
                numbers.length == durations, "groups must be as many as durations, %s: %s", durations, numbers.length);
        for (int group : numbers) {
            checkGroup(group);
        }
    }

    private void checkGroup(int group) {
        checkArgument(
                group >= 0 && group < accumulators.length, "group must be in [0, %s): %s", accumulators.length, group);
    }
}
