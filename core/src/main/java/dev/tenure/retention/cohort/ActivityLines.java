package dev.tenure.retention.cohort;

import java.util.Arrays;

/** Brings the rows of each client together, in the order of their days. */
final class ActivityLines {

    /** So many rows are brought together at once, unless one client has more: 256 MB. */
    static final int BLOCK_ROWS = 1 << 24;

    private static final long LOW_WORD = 0xFFFF_FFFFL;

    private final CohortGrid grid;
    private final ActivityRows rows;
    private final ClientIndex index;
    private final int[] rowsOfClient;
    private final int[] buffer = new int[ActivityBatch.LARGEST];
    private final ClientLine line = new ClientLine();

    /** Where the rows of the block's clients begin, and after them end; their days, and their amounts. */
    private int[] offsets = {};

    private long[] keys = {};
    private long[] amounts = {};

    private ActivityLines(CohortGrid grid, ActivityRows rows) {
        this.grid = grid;
        this.rows = rows;
        index = ClientIndex.of(rows);
        rowsOfClient = new int[index.size()];
    }

    /** Counts the rows within the days of the grid. */
    static void count(CohortGrid grid, ActivityRows rows, LineCounting counting, int blockRows) {
        new ActivityLines(grid, rows).count(counting, blockRows);
    }

    private void count(LineCounting counting, int blockRows) {
        countRows();
        int first = 0;
        while (first < rowsOfClient.length) {
            long size = rowsOfClient[first];
            int end = first + 1;
            while (end < rowsOfClient.length && size + rowsOfClient[end] <= blockRows) {
                size += rowsOfClient[end++];
            }
            group(first, end, Math.toIntExact(size));
            for (int client = 0; client < end - first; client++) {
                fill(offsets[client], offsets[client + 1]);
                counting.add(line, PresenceRule.ACTIVE);
            }
            first = end;
        }
    }

    private void countRows() {
        int position = 0;
        for (ActivityBatch batch : rows) {
            int[] numbers = index.numbers(position++, batch, buffer);
            for (int row = 0; row < batch.size(); row++) {
                if (grid.contains(batch.day(row))) {
                    rowsOfClient[numbers[row]] = Math.incrementExact(rowsOfClient[numbers[row]]);
                }
            }
        }
    }

    private void group(int first, int end, int size) {
        offsets = new int[end - first + 1];
        for (int client = first; client < end; client++) {
            offsets[client - first + 1] = offsets[client - first] + rowsOfClient[client];
        }
        if (keys.length < size) {
            keys = new long[size];
            amounts = new long[size];
        }
        int[] next = Arrays.copyOf(offsets, end - first);
        int position = 0;
        for (ActivityBatch batch : rows) {
            scatter(batch, index.numbers(position++, batch, buffer), first, next);
        }
    }

    private void scatter(ActivityBatch batch, int[] numbers, int first, int[] next) {
        for (int row = 0; row < batch.size(); row++) {
            int client = numbers[row] - first;
            if (client >= 0 && client < next.length && grid.contains(batch.day(row))) {
                int place = next[client]++;
                // sorted as numbers, these are in the order of the days
                keys[place] = (long) (batch.day(row) - grid.firstDay()) << Integer.SIZE | place;
                amounts[place] = batch.amount(row);
            }
        }
    }

    private void fill(int from, int to) {
        Arrays.sort(keys, from, to);
        line.clear();
        for (int i = from; i < to; i++) {
            int day = (int) (keys[i] >> Integer.SIZE) + grid.firstDay();
            line.add(day, day, amounts[(int) (keys[i] & LOW_WORD)]);
        }
    }
}
