package dev.tenure.retention.cohort;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of client, day and amount, in the order they came. A row can be given a cohort only when all rows of its client are
 * known, so the rows are kept: in chunks, which grow without copying and which a merged log shares once they are full.
 */
final class RowLog implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int SMALLEST_CHUNK = 64;

    /** Full chunks, which never change again. */
    private final ArrayList<Chunk> full = new ArrayList<>();

    private Chunk last = new Chunk(SMALLEST_CHUNK);

    void add(long client, int day, long amount) {
        Chunk chunk = last;
        if (chunk.size == chunk.clients.length) {
            chunk = grow();
        }
        chunk.add(client, day, amount);
    }

    void addAll(RowLog other) {
        Chunk rest = other.last.copyOf(other.last.size);
        full.addAll(List.copyOf(other.full));
        for (int i = 0; i < rest.size; i++) {
            add(rest.clients[i], rest.days[i], rest.amounts[i]);
        }
    }

    void clear() {
        full.clear();
        last = new Chunk(SMALLEST_CHUNK);
    }

    ActivityRows rows() {
        List<ActivityBatch> batches = new ArrayList<>(full.size() + 1);
        full.forEach(chunk -> batches.add(chunk.batch()));
        batches.add(last.batch());
        return new ActivityRows(batches);
    }

    private Chunk grow() {
        if (last.size < ActivityBatch.LARGEST) {
            last = last.copyOf(2 * last.size);
        } else {
            full.add(last);
            last = new Chunk(ActivityBatch.LARGEST);
        }
        return last;
    }

    /** Some rows, by columns. */
    private static final class Chunk implements Serializable {

        @Serial
        private static final long serialVersionUID = 1;

        private final long[] clients;
        private final int[] days;
        private final long[] amounts;
        private int size;

        private Chunk(int capacity) {
            this(new long[capacity], new int[capacity], new long[capacity], 0);
        }

        private Chunk(long[] clients, int[] days, long[] amounts, int size) {
            this.clients = clients;
            this.days = days;
            this.amounts = amounts;
            this.size = size;
        }

        private void add(long client, int day, long amount) {
            int row = size;
            clients[row] = client;
            days[row] = day;
            amounts[row] = amount;
            size = row + 1;
        }

        private ActivityBatch batch() {
            return ActivityBatch.of(clients, days, amounts, size);
        }

        private Chunk copyOf(int capacity) {
            return new Chunk(
                    Arrays.copyOf(clients, capacity),
                    Arrays.copyOf(days, capacity),
                    Arrays.copyOf(amounts, capacity),
                    size);
        }
    }
}
