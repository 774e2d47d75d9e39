package dev.tenure.retention.cohort;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of client, day and amount, in the order they came. A row can be given a cohort only when all rows of its client are
 * known, so the rows are kept: in batches, which grow without copying and which a merged log shares once they are full.
 */
final class RowLog implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int SMALLEST = 64;

    /** Batches that never change again. */
    private final ArrayList<ActivityBatch> full = new ArrayList<>();

    /** The rows after them. */
    private long[] clients = new long[SMALLEST];

    private int[] days = new int[SMALLEST];
    private long[] amounts = new long[SMALLEST];
    private int size;

    void add(long client, int day, long amount) {
        if (size == clients.length) {
            grow();
        }
        int row = size;
        clients[row] = client;
        days[row] = day;
        amounts[row] = amount;
        size = row + 1;
    }

    /** Adds a copy of a batch. */
    void addCopy(ActivityBatch batch) {
        full.add(batch.copy());
    }

    void addAll(RowLog other) {
        ActivityBatch rest = other.rest().copy();
        full.addAll(List.copyOf(other.full));
        for (int row = 0; row < rest.size(); row++) {
            add(rest.client(row), rest.day(row), rest.amount(row));
        }
    }

    void clear() {
        full.clear();
        start(SMALLEST);
    }

    ActivityRows rows() {
        List<ActivityBatch> batches = new ArrayList<>(full);
        batches.add(rest());
        return new ActivityRows(batches);
    }

    private ActivityBatch rest() {
        return ActivityBatch.of(clients, days, amounts, size);
    }

    private void grow() {
        if (size < ActivityBatch.LARGEST) {
            clients = Arrays.copyOf(clients, 2 * size);
            days = Arrays.copyOf(days, 2 * size);
            amounts = Arrays.copyOf(amounts, 2 * size);
        } else {
            full.add(rest());
            start(ActivityBatch.LARGEST);
        }
    }

    private void start(int capacity) {
        clients = new long[capacity];
        days = new int[capacity];
        amounts = new long[capacity];
        size = 0;
    }
}
