package dev.tenure.retention;

import java.util.Arrays;

/**
 * Computes a {@link CohortTriangle}. A client's cohort is known only when all of the client's rows are, so the rows are read
 * twice: to mark in which periods each client is active, and to book their values. Clients are taken in blocks whose marks fit into
 * a bit set of moderate size.
 */
final class CohortCounting {

    /** 32 MB of marks at once. */
    static final int BLOCK_WORDS = 1 << 22;

    private final CohortPolicy policy;
    private final CohortGrid grid;
    private final RowLog rows;
    private final Booking booking;
    private final ClientIndex index;
    private final CohortTriangle triangle;

    /** The periods in which each client of the block is active, a bit each, and the first of them. */
    private final long[] active;

    private final int wordsAClient;
    private final int[] firstPeriod;

    /** The first client of the block. */
    private int block;

    private CohortCounting(CohortPolicy policy, CohortGrid grid, RowLog rows, BookingRule rule, int blockWords) {
        this.policy = policy;
        this.grid = grid;
        this.rows = rows;
        index = ClientIndex.of(rows);
        triangle = new CohortTriangle(grid.size());
        booking = rule.of(triangle);
        wordsAClient = grid.size() / Long.SIZE + 1;
        int clients = Math.min(index.size(), Math.max(1, blockWords / wordsAClient));
        active = new long[clients * wordsAClient];
        firstPeriod = new int[clients];
    }

    /** Counts activity, and adds up its amounts. */
    static CohortTriangle countActivity(CohortPolicy policy, CohortGrid grid, RowLog activity, int blockWords) {
        return new CohortCounting(policy, grid, activity, triangle -> triangle::addMoney, blockWords).count();
    }

    /** Counts the periods that spells reach into. */
    static CohortTriangle countSpells(CohortPolicy policy, CohortGrid grid, ClientPresence presence) {
        RowLog rows = SpellRows.of(presence, policy.presence(), grid);
        return new CohortCounting(policy, grid, rows, triangle -> triangle::correct, BLOCK_WORDS).count();
    }

    private CohortTriangle count() {
        for (long start = 0; start < index.size(); start += firstPeriod.length) {
            countBlock((int) start);
        }
        return triangle;
    }

    private void countBlock(int start) {
        block = start;
        Arrays.fill(active, 0);
        int position = 0;
        for (RowLog.Chunk chunk : rows) {
            mark(position++, chunk);
        }
        for (int client = 0; client < firstPeriod.length; client++) {
            countClient(client);
        }
        position = 0;
        for (RowLog.Chunk chunk : rows) {
            book(position++, chunk);
        }
    }

    private void mark(int position, RowLog.Chunk chunk) {
        for (int row = 0; row < chunk.size; row++) {
            int client = clientOf(position, chunk, row);
            if (client >= 0) {
                int period = grid.indexOf(chunk.days[row]);
                active[client * wordsAClient + period / Long.SIZE] |= 1L << period;
            }
        }
    }

    /** Returns the number within the block of the client of a row, or -1 if the client is of another block. */
    private int clientOf(int position, RowLog.Chunk chunk, int row) {
        int client = index.numberOf(position, chunk, row) - block;
        return client < firstPeriod.length ? Math.max(client, -1) : -1;
    }

    private void countClient(int client) {
        int cohort = -1;
        int last = -1;
        for (int word = 0; word < wordsAClient; word++) {
            for (long bits = active[client * wordsAClient + word]; bits != 0; bits &= bits - 1) {
                int period = word * Long.SIZE + Long.numberOfTrailingZeros(bits);
                if (cohort < 0) {
                    firstPeriod[client] = period;
                }
                if (cohort < 0 || isNewCohort(last, period)) {
                    cohort = period;
                    triangle.join(cohort);
                }
                triangle.addClient(cohort, period);
                last = period;
            }
        }
    }

    private boolean isNewCohort(int last, int period) {
        return policy.reactivation() == CohortReactivation.NEW_COHORT && period - last > policy.idlePeriods();
    }

    private void book(int position, RowLog.Chunk chunk) {
        for (int row = 0; row < chunk.size; row++) {
            int client = chunk.values[row] == 0 ? -1 : clientOf(position, chunk, row);
            if (client >= 0) {
                int period = grid.indexOf(chunk.days[row]);
                booking.book(cohortOf(client, period), period, chunk.values[row]);
            }
        }
    }

    /** Returns the cohort of a client in a period of activity. */
    private int cohortOf(int client, int period) {
        return policy.reactivation() == CohortReactivation.ORIGINAL_COHORT
                ? firstPeriod[client]
                : startOfRun(client, period);
    }

    private int startOfRun(int client, int period) {
        int start = period;
        for (int earlier = period - 1; earlier >= 0 && start - earlier <= policy.idlePeriods(); earlier--) {
            if ((active[client * wordsAClient + earlier / Long.SIZE] & (1L << earlier)) != 0) {
                start = earlier;
            }
        }
        return start;
    }

    /** What is done with a row whose value is not zero. */
    @FunctionalInterface
    private interface Booking {
        void book(int cohort, int period, long value);
    }

    /** Where it is done. */
    @FunctionalInterface
    private interface BookingRule {
        Booking of(CohortTriangle triangle);
    }
}
