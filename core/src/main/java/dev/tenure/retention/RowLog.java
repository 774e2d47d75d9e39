package dev.tenure.retention;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * Rows of client, day and value, in the order they came. A row can be given a cohort only when all rows of its client are
 * known, so the rows are kept: in chunks, which grow without copying and which a merged log shares once they are full.
 */
final class RowLog implements Iterable<RowLog.Chunk>, Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int SMALLEST_CHUNK = 64;
    private static final int LARGEST_CHUNK = 1 << 16;

    /** Full chunks, which never change again. */
    private final ArrayList<Chunk> full = new ArrayList<>();

    private Chunk last = new Chunk(SMALLEST_CHUNK);

    void add(long client, int day, long values) {
        Chunk chunk = last;
        if (chunk.size == chunk.clients.length) {
            chunk = grow();
        }
        chunk.add(client, day, values);
    }

    void addAll(RowLog other) {
        Chunk rest = other.last.copy();
        full.addAll(List.copyOf(other.full));
        for (int i = 0; i < rest.size; i++) {
            add(rest.clients[i], rest.days[i], rest.values[i]);
        }
    }

    @Override
    public Iterator<Chunk> iterator() {
        ArrayList<Chunk> chunks = new ArrayList<>(full);
        chunks.add(last);
        return chunks.iterator();
    }

    private Chunk grow() {
        if (last.size < LARGEST_CHUNK) {
            last = last.copyOf(2 * last.size);
        } else {
            full.add(last);
            last = new Chunk(LARGEST_CHUNK);
        }
        return last;
    }

    /** Some rows, by columns. */
    static final class Chunk implements Serializable {

        @Serial
        private static final long serialVersionUID = 1;

        final long[] clients;
        final int[] days;
        final long[] values;
        int size;

        private Chunk(int capacity) {
            this(new long[capacity], new int[capacity], new long[capacity], 0);
        }

        private Chunk(long[] clients, int[] days, long[] values, int size) {
            this.clients = clients;
            this.days = days;
            this.values = values;
            this.size = size;
        }

        private void add(long client, int day, long value) {
            int row = size;
            clients[row] = client;
            days[row] = day;
            values[row] = value;
            size = row + 1;
        }

        private Chunk copy() {
            return copyOf(size);
        }

        private Chunk copyOf(int capacity) {
            return new Chunk(
                    Arrays.copyOf(clients, capacity),
                    Arrays.copyOf(days, capacity),
                    Arrays.copyOf(values, capacity),
                    size);
        }
    }
}
