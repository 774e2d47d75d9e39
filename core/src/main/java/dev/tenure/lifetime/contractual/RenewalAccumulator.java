package dev.tenure.lifetime.contractual;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.tenure.internal.RowCounts;
import dev.tenure.internal.SortedRows;
import java.io.Serial;
import java.io.Serializable;
import java.time.Period;

/**
 * The distinct histories of clients who must renew, counted. Mutable and not thread-safe: one for each thread or machine, then merge. The order of clients,
 * cohorts and merging changes nothing. It grows with the distinct histories, not with the clients.
 *
 * <p><b>Conventions.</b> Clients of all ages go in together: who came a year ago has been through fewer renewals than who came five years ago. A client older
 * than the records is added with the number of renewals that were before them (delayed entry), since only who stayed that long is in the records.
 */
public final class RenewalAccumulator implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final Period period;
    private final RowCounts rows = new RowCounts();

    private RenewalAccumulator(Period period) {
        this.period = period;
    }

    /**
     * Returns an empty accumulator.
     *
     * @param period the time from one renewal to the next, above zero
     * @return a new accumulator
     * @throws IllegalArgumentException if the period is not positive
     */
    public static RenewalAccumulator every(Period period) {
        Renewals.positive(period);
        return new RenewalAccumulator(period);
    }

    /**
     * Adds a client who was seen from the first day on.
     *
     * @param renewals how many renewals the client has been through, from 0 to 10,000
     * @param left true if the client left at the next renewal, false if it is still there
     * @throws IllegalArgumentException if the number is out of range
     */
    public void add(int renewals, boolean left) {
        add(0, renewals, left, 1);
    }

    /**
     * Adds clients with the same history.
     *
     * @param seenFrom how many renewals they had been through when they were first seen, zero or more
     * @param renewals how many renewals they have been through, from {@code seenFrom} to 10,000
     * @param left true if they left at the next renewal, false if they are still there
     * @param clients how many they are, one or more
     * @throws IllegalArgumentException if a number is out of range
     * @throws ArithmeticException if there are more clients than a {@code long} can count
     */
    public void add(int seenFrom, int renewals, boolean left, long clients) {
        RenewalRow.check(seenFrom, renewals, clients);
        rows.add(seenFrom, renewals, left ? 1 : 0, 0, clients);
    }

    /**
     * Adds clients who were seen from the first day on.
     *
     * @param renewals how many renewals each client has been through, from 0 to 10,000
     * @param left of each, true if the client left at the next renewal
     * @throws IllegalArgumentException if the lengths differ or a number is out of range
     */
    public void addAll(int[] renewals, boolean[] left) {
        addAll(new int[renewals.length], renewals, left);
    }

    /**
     * Adds clients.
     *
     * @param seenFrom how many renewals each client had been through when it was first seen, zero or more
     * @param renewals how many renewals each client has been through, from {@code seenFrom} to 10,000
     * @param left of each, true if the client left at the next renewal
     * @throws IllegalArgumentException if the lengths differ or a number is out of range
     */
    public void addAll(int[] seenFrom, int[] renewals, boolean[] left) {
        checkArgument(
                seenFrom.length == renewals.length && renewals.length == left.length,
                "seenFrom, renewals and left must be of one length: %s, %s, %s",
                seenFrom.length,
                renewals.length,
                left.length);
        for (int i = 0; i < renewals.length; i++) {
            add(seenFrom[i], renewals[i], left[i], 1);
        }
    }

    /**
     * Adds a cohort by those of it who were there, from its first period on.
     *
     * @param alive how many there were at first, after the first renewal and so on; none is more than the one before
     * @throws IllegalArgumentException if a number is negative or more than the one before
     */
    public void addCohort(long... alive) {
        addOlderCohort(0, alive);
    }

    /**
     * Adds a cohort older than the records by those of it who were there.
     *
     * @param seenFrom how many renewals it had been through when it was first seen, zero or more
     * @param alive how many there were then, after the next renewal and so on; none is more than the one before
     * @throws IllegalArgumentException if a number is negative or more than the one before
     */
    public void addOlderCohort(int seenFrom, long... alive) {
        for (int i = 0; i < alive.length; i++) {
            long rest = i + 1 < alive.length ? alive[i + 1] : 0;
            checkArgument(rest >= 0 && alive[i] >= rest, "alive must not be negative or rise: %s, %s", alive[i], rest);
            boolean isLast = i + 1 == alive.length;
            if (alive[i] > rest) {
                add(seenFrom, seenFrom + i, !isLast, alive[i] - rest);
            }
        }
    }

    /**
     * Adds what another accumulator holds.
     *
     * @param other the other accumulator, which stays as it is
     * @return this accumulator
     * @throws IllegalArgumentException if the other one is of another period
     * @throws ArithmeticException if there are more clients than a {@code long} can count
     */
    @CanIgnoreReturnValue
    public RenewalAccumulator merge(RenewalAccumulator other) {
        checkArgument(period.equals(other.period), "other must be of period %s: %s", period, other.period);
        rows.merge(other.rows);
        return this;
    }

    /**
     * Returns the clients so far.
     *
     * @return the sample
     */
    public RenewalSample result() {
        SortedRows sorted = rows.sorted();
        ImmutableList.Builder<RenewalRow> distinct = ImmutableList.builderWithExpectedSize(sorted.size());
        for (int i = 0; i < sorted.size(); i++) {
            distinct.add(new RenewalRow(
                    (int) sorted.cell(i, 0), (int) sorted.cell(i, 1), sorted.cell(i, 2) == 1, sorted.count(i)));
        }
        return new RenewalSampleBuilder().period(period).rows(distinct.build()).build();
    }
}
