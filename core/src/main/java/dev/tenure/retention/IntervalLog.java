package dev.tenure.retention;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;

/** Intervals of days by client, in the order they came: {@code [from, to)}. */
final class IntervalLog implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int INITIAL_CAPACITY = 16;

    private long[] clients = new long[INITIAL_CAPACITY];
    private int[] from = new int[INITIAL_CAPACITY];
    private int[] to = new int[INITIAL_CAPACITY];
    private int size;

    void add(long client, int first, int end) {
        if (size == clients.length) {
            reserve(Math.addExact(size, size >> 1));
        }
        clients[size] = client;
        from[size] = first;
        to[size] = end;
        size++;
    }

    void addAll(IntervalLog other) {
        int added = other.size;
        reserve(Math.addExact(size, added));
        System.arraycopy(other.clients, 0, clients, size, added);
        System.arraycopy(other.from, 0, from, size, added);
        System.arraycopy(other.to, 0, to, size, added);
        size += added;
    }

    int size() {
        return size;
    }

    long client(int index) {
        return clients[index];
    }

    int from(int index) {
        return from[index];
    }

    int to(int index) {
        return to[index];
    }

    /** Returns every client once, in ascending order. */
    long[] distinctClients() {
        return Arrays.stream(clients, 0, size).sorted().distinct().toArray();
    }

    private void reserve(int capacity) {
        if (capacity > clients.length) {
            clients = Arrays.copyOf(clients, capacity);
            from = Arrays.copyOf(from, capacity);
            to = Arrays.copyOf(to, capacity);
        }
    }
}
