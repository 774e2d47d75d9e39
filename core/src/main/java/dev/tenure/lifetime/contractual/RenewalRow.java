package dev.tenure.lifetime.contractual;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * Clients with the same history of renewals.
 *
 * @param seenFrom how many renewals they had been through when they were first seen, zero or more: above zero for clients older than the records
 * @param renewals how many renewals they have been through, from {@code seenFrom} to 10,000
 * @param left true if they left at the next renewal, false if they are still there
 * @param clients how many they are, one or more
 */
public record RenewalRow(int seenFrom, int renewals, boolean left, long clients) {

    /**
     * Creates a row.
     *
     * @param seenFrom how many renewals they had been through when they were first seen, zero or more
     * @param renewals how many renewals they have been through, from {@code seenFrom} to 10,000
     * @param left true if they left at the next renewal, false if they are still there
     * @param clients how many they are, one or more
     */
    public RenewalRow {
        check(seenFrom, renewals, clients);
    }

    static void check(int seenFrom, int renewals, long clients) {
        Renewals.notNegative("seenFrom", seenFrom);
        checkArgument(renewals >= seenFrom, "renewals must not be below seenFrom, %s: %s", seenFrom, renewals);
        checkArgument(renewals <= Renewals.MOST, "renewals must be at most %s: %s", Renewals.MOST, renewals);
        checkArgument(clients > 0, "clients must be positive: %s", clients);
    }
}
