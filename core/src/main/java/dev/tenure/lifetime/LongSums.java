package dev.tenure.lifetime;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;

/** Sums by key: a hash table of primitives with open addressing. */
final class LongSums implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int SMALLEST = 16;

    private long[] keys = new long[SMALLEST];
    private long[] sums = new long[SMALLEST];
    private boolean[] used = new boolean[SMALLEST];
    private int size;

    void add(long key, long amount) {
        int slot = slot(key);
        sums[slot] = Math.addExact(sums[slot], amount);
        if (!used[slot]) {
            used[slot] = true;
            keys[slot] = key;
            size++;
            if (2 * size > keys.length) {
                grow();
            }
        }
    }

    void merge(LongSums other) {
        // a table merged into itself must not be read while it is written
        long[] otherKeys = other.keys.clone();
        long[] otherSums = other.sums.clone();
        boolean[] otherUsed = other.used.clone();
        for (int slot = 0; slot < otherKeys.length; slot++) {
            if (otherUsed[slot]) {
                add(otherKeys[slot], otherSums[slot]);
            }
        }
    }

    /** Returns the sums, ascending. */
    long[] sorted() {
        long[] values = new long[size];
        int n = 0;
        for (int slot = 0; slot < keys.length; slot++) {
            if (used[slot]) {
                values[n++] = sums[slot];
            }
        }
        Arrays.sort(values);
        return values;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldSums = sums;
        boolean[] oldUsed = used;
        keys = new long[2 * oldKeys.length];
        sums = new long[2 * oldKeys.length];
        used = new boolean[2 * oldKeys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldUsed[i]) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                sums[slot] = oldSums[i];
                used[slot] = true;
            }
        }
    }

    private int slot(long key) {
        int slot = (int) ((key * 0x9E37_79B9_7F4A_7C15L) >>> 32) & (keys.length - 1);
        while (used[slot] && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }
}
