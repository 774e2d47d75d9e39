package dev.tenure.retention;

import java.util.Arrays;

/**
 * Computes a {@link CohortTriangle}. A client's cohort is known only when all of the client's rows are, so the rows are read
 * twice: to mark in which periods each client is active, and to book the amounts. Clients are taken in blocks whose marks fit into
 * a bit set of moderate size.
 */
final class CohortCounting {

    /** 32 MB of marks at once. */
    static final int BLOCK_WORDS = 1 << 22;

    private final CohortPolicy policy;
    private final CohortGrid grid;
    private final CohortFacts facts;
    private final ClientIndex index;
    private final CohortTriangle triangle;

    /** The periods in which each client of the block is active, a bit each, and the first of them. */
    private final long[] active;

    private final int wordsAClient;
    private final int[] firstPeriod;

    /** The first client of the block. */
    private int block;

    private CohortCounting(CohortPolicy policy, CohortGrid grid, CohortFacts facts, int blockWords) {
        this.policy = policy;
        this.grid = grid;
        this.facts = facts;
        index = ClientIndex.of(facts.activity());
        triangle = new CohortTriangle(grid.size());
        wordsAClient = grid.size() / Long.SIZE + 1;
        int clients = Math.min(index.size(), Math.max(1, blockWords / wordsAClient));
        active = new long[clients * wordsAClient];
        firstPeriod = new int[clients];
    }

    static CohortTriangle count(CohortPolicy policy, CohortGrid grid, CohortFacts facts, int blockWords) {
        CohortCounting counting = new CohortCounting(policy, grid, facts, blockWords);
        for (long block = 0; block < counting.index.size(); block += counting.firstPeriod.length) {
            counting.countBlock((int) block);
        }
        return counting.triangle;
    }

    private void countBlock(int start) {
        block = start;
        Arrays.fill(active, 0);
        facts.activity().forEach(this::mark);
        for (int client = 0; client < firstPeriod.length; client++) {
            countClient(client);
        }
        facts.activity().forEach(this::addMoney);
        visit(facts.goneAtEnd(), triangle::removeClient);
        visit(facts.undecided(), triangle::addUndecided);
    }

    private void mark(RowLog.Chunk chunk) {
        for (int row = 0; row < chunk.size; row++) {
            int client = clientOf(chunk, row);
            if (client >= 0) {
                int period = grid.indexOf(chunk.days[row]);
                active[client * wordsAClient + period / Long.SIZE] |= 1L << period;
            }
        }
    }

    /** Returns the number within the block of the client of a row, or -1 if the row is not to be looked at. */
    private int clientOf(RowLog.Chunk chunk, int row) {
        int client = index.numberOf(chunk.clients[row]) - block;
        return client < firstPeriod.length && grid.contains(chunk.days[row]) ? Math.max(client, -1) : -1;
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

    private void addMoney(RowLog.Chunk chunk) {
        for (int row = 0; row < chunk.size; row++) {
            int client = chunk.minorUnits[row] == 0 ? -1 : clientOf(chunk, row);
            if (client >= 0) {
                int period = grid.indexOf(chunk.days[row]);
                triangle.addMoney(cohortOf(client, period), period, chunk.minorUnits[row]);
            }
        }
    }

    private void visit(RowLog rows, CellVisitor visitor) {
        for (RowLog.Chunk chunk : rows) {
            for (int row = 0; row < chunk.size; row++) {
                int client = clientOf(chunk, row);
                if (client >= 0) {
                    int period = grid.indexOf(chunk.days[row]);
                    visitor.visit(cohortOf(client, period), period);
                }
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

    /** What is done with a cell. */
    @FunctionalInterface
    private interface CellVisitor {
        void visit(int cohort, int period);
    }
}
