package dev.tenure.retention.cohort;

import java.util.Arrays;

/**
 * Counts clients and adds up their revenue by periods of the calendar. A client's cohort is known only when all of the client's
 * rows are, so the rows are read twice: to mark in which periods each client is active, and to book their amounts. Clients are
 * taken in blocks whose marks fit into a bit set of moderate size.
 */
final class BitmapCounting {

    /** 32 MB of marks at once. */
    static final int BLOCK_WORDS = 1 << 22;

    /** The first period of a client of whom nothing has been read. */
    private static final int NONE = -1;

    private final CohortPolicy policy;
    private final CohortGrid grid;
    private final ActivityRows rows;
    private final ClientIndex index;
    private final CohortCountsTable table;

    /** The figures of the cohort that begins with each period, if there are any. */
    private final CohortCounts[] cohorts;

    /** The sums of the amounts by the cohort's period and the age. */
    private final long[][] minorUnits;

    /** The periods in which each client of the block is active, a bit each, and the first of them. */
    private final long[] active;

    private final int wordsAClient;
    private final int[] firstPeriod;
    private final int[] buffer = new int[ActivityBatch.LARGEST];

    /** The first client of the block. */
    private int block;

    private BitmapCounting(
            CohortPolicy policy, CohortGrid grid, ActivityRows rows, CohortCountsTable table, int blockWords) {
        this.policy = policy;
        this.grid = grid;
        this.rows = rows;
        this.table = table;
        index = ClientIndex.of(rows);
        cohorts = new CohortCounts[grid.size()];
        minorUnits = new long[grid.size()][];
        wordsAClient = grid.size() / Long.SIZE + 1;
        int clients = Math.min(index.size(), Math.max(1, blockWords / wordsAClient));
        active = new long[clients * wordsAClient];
        firstPeriod = new int[clients];
    }

    /** Adds the rows up to the day of the question to a table. */
    static void count(
            CohortPolicy policy, CohortGrid grid, ActivityRows rows, CohortCountsTable table, int blockWords) {
        new BitmapCounting(policy, grid, rows, table, blockWords).count();
    }

    private void count() {
        for (long start = 0; start < index.size(); start += firstPeriod.length) {
            block = (int) start;
            countBlock();
        }
        for (int cohort = 0; cohort < cohorts.length; cohort++) {
            for (int age = 0; cohorts[cohort] != null && age < minorUnits[cohort].length; age++) {
                cohorts[cohort].addMoney(age, minorUnits[cohort][age]);
            }
        }
    }

    private void countBlock() {
        Arrays.fill(active, 0);
        int position = 0;
        for (ActivityBatch batch : rows) {
            mark(batch, index.numbers(position++, batch, buffer));
        }
        for (int client = 0; client < firstPeriod.length; client++) {
            countClient(client);
        }
        position = 0;
        for (ActivityBatch batch : rows) {
            book(batch, index.numbers(position++, batch, buffer));
        }
    }

    private void mark(ActivityBatch batch, int[] numbers) {
        int size = batch.size();
        for (int row = 0; row < size; row++) {
            int client = numbers[row] - block;
            int day = batch.day(row);
            if (client >= 0 && client < firstPeriod.length && grid.contains(day)) {
                int period = grid.indexOf(day);
                active[client * wordsAClient + period / Long.SIZE] |= 1L << period;
            }
        }
    }

    private void countClient(int client) {
        CohortCounts counts = null;
        int cohort = 0;
        int last = NONE;
        firstPeriod[client] = NONE;
        for (int word = 0; word < wordsAClient; word++) {
            for (long bits = active[client * wordsAClient + word]; bits != 0; bits &= bits - 1) {
                int period = word * Long.SIZE + Long.numberOfTrailingZeros(bits);
                if (counts == null || hasComeBack(last, period)) {
                    if (counts != null && policy.reactivation() == CohortReactivation.FIRST_SPELL_ONLY) {
                        return;
                    }
                    cohort = period;
                    counts = join(client, cohort);
                }
                count(counts, period - cohort, period == last + 1);
                last = period;
            }
        }
    }

    private CohortCounts join(int client, int cohort) {
        if (firstPeriod[client] == NONE) {
            firstPeriod[client] = cohort;
        }
        if (cohorts[cohort] == null) {
            int ages = grid.size() - cohort;
            cohorts[cohort] = table.cohort(grid.period(cohort).index(), ages);
            minorUnits[cohort] = new long[ages];
        }
        cohorts[cohort].join();
        return cohorts[cohort];
    }

    private static void count(CohortCounts counts, int age, boolean wasThere) {
        counts.addClient(age);
        if (age + 1 < counts.ages()) {
            counts.addAtRisk(age + 1);
        }
        if (age > 0 && wasThere) {
            counts.addStayed(age);
        }
    }

    private boolean hasComeBack(int last, int period) {
        return policy.reactivation() != CohortReactivation.ORIGINAL_COHORT && period - last > policy.idlePeriods();
    }

    private void book(ActivityBatch batch, int[] numbers) {
        int size = batch.size();
        for (int row = 0; row < size; row++) {
            int client = numbers[row] - block;
            int day = batch.day(row);
            if (client >= 0 && client < firstPeriod.length && grid.contains(day)) {
                int period = grid.indexOf(day);
                int cohort = cohortOf(client, period);
                if (cohort >= 0) {
                    long[] sums = minorUnits[cohort];
                    sums[period - cohort] = Math.addExact(sums[period - cohort], batch.amount(row));
                }
            }
        }
    }

    /** Returns the cohort to which a period of activity of a client belongs, or -1 if it belongs to none. */
    private int cohortOf(int client, int period) {
        int first = firstPeriod[client];
        if (policy.reactivation() == CohortReactivation.ORIGINAL_COHORT) {
            return first;
        }
        int start = startOfRun(client, period);
        return policy.reactivation() == CohortReactivation.NEW_COHORT || start == first ? start : NONE;
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
}
