package dev.tenure.retention.cohort;

import dev.tenure.internal.Days;

/** Counts rows of activity on the shortest way that answers the question. */
final class ActivityCounting {

    private ActivityCounting() {}

    /** Counts the rows up to the day of the question. */
    static CohortCountsTable count(CohortQuestion question, ActivityRows rows) {
        CohortCountsTable table = new CohortCountsTable(question.detail());
        int first = Integer.MAX_VALUE;
        for (ActivityBatch batch : rows) {
            first = Math.min(first, batch.firstDay());
        }
        if (question.policy().olderClients() == OlderClients.AS_NEW) {
            first = Math.max(first, question.recordsFrom());
        }
        if (first <= question.lastDay()) {
            CohortGrid grid = CohortGrid.of(question.policy().calendar(), first, question.asOf());
            if (question.needsLines()) {
                ActivityLines.count(grid, rows, new LineCounting(question, grid, table), ActivityLines.BLOCK_ROWS);
            } else {
                BitmapCounting.count(question.policy(), grid, rows, table, BitmapCounting.BLOCK_WORDS);
            }
        }
        return table;
    }

    /** Checks that the days of columns are within the years 0 to 9999. */
    static void checkDays(ActivityRows rows) {
        for (ActivityBatch batch : rows) {
            if (batch.size() > 0) {
                Days.check("epochDay", batch.firstDay());
                Days.check("epochDay", batch.lastDay());
            }
        }
    }
}
