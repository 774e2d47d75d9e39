package dev.tenure.retention;

import java.util.Arrays;

/** The figures of a cohort table, by cohort and by how many periods later. A cohort without clients has no row. */
final class CohortTriangle {

    private static final long[] NONE = {};

    private final long[] sizes;
    private final long[][] clients;
    private final long[][] undecided;
    private final long[][] minorUnits;

    CohortTriangle(int periods) {
        sizes = new long[periods];
        clients = empty(periods);
        undecided = empty(periods);
        minorUnits = empty(periods);
    }

    private static long[][] empty(int periods) {
        long[][] rows = new long[periods][];
        Arrays.fill(rows, NONE);
        return rows;
    }

    void join(int cohort) {
        if (sizes[cohort]++ == 0) {
            int length = sizes.length - cohort;
            clients[cohort] = new long[length];
            undecided[cohort] = new long[length];
            minorUnits[cohort] = new long[length];
        }
    }

    void addClient(int cohort, int period) {
        clients[cohort][period - cohort]++;
    }

    /** Takes a client out of a cell again who, by the status that {@link SpellRows} gives, does not count as there. */
    void correct(int cohort, int period, long status) {
        clients[cohort][period - cohort]--;
        undecided[cohort][period - cohort] += status == SpellRows.UNDECIDED ? 1 : 0;
    }

    void addMoney(int cohort, int period, long amount) {
        long[] row = minorUnits[cohort];
        row[period - cohort] = Math.addExact(row[period - cohort], amount);
    }

    int periods() {
        return sizes.length;
    }

    long size(int cohort) {
        return sizes[cohort];
    }

    long clients(int cohort, int later) {
        return clients[cohort][later];
    }

    long undecided(int cohort, int later) {
        return undecided[cohort][later];
    }

    long minorUnits(int cohort, int later) {
        return minorUnits[cohort][later];
    }
}
