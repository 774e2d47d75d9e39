package dev.tenure.retention.cohort;

import java.util.Arrays;

/** When one client was active and what it brought, earliest first. One object serves one client after the other. */
final class ClientLine {

    private static final int INITIAL_CAPACITY = 16;

    private int[] from = new int[INITIAL_CAPACITY];
    private int[] to = new int[INITIAL_CAPACITY];
    private long[] amounts = new long[INITIAL_CAPACITY];
    private int size;

    void clear() {
        size = 0;
    }

    /** Adds some activity, not earlier than the activity before. */
    void add(int first, int last, long amount) {
        if (size == from.length) {
            int capacity = Math.multiplyExact(2, size);
            from = Arrays.copyOf(from, capacity);
            to = Arrays.copyOf(to, capacity);
            amounts = Arrays.copyOf(amounts, capacity);
        }
        from[size] = first;
        to[size] = last;
        amounts[size] = amount;
        size++;
    }

    int size() {
        return size;
    }

    int from(int index) {
        return from[index];
    }

    /** Returns the last day. */
    int to(int index) {
        return to[index];
    }

    long amount(int index) {
        return amounts[index];
    }
}
