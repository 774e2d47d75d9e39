package dev.tenure.sla;

import java.io.Serial;
import java.io.Serializable;

/** Counts by key: a hash table of primitives with open addressing. */
final class KeyCounts implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int SMALLEST = 16;

    private long[] keys = new long[SMALLEST];

    /** The count of the key of the same index, zero where the slot is free. */
    private long[] counts = new long[SMALLEST];

    private int size;

    /** Adds to the count of a key; the addend is positive. */
    void add(long key, long addend) {
        int slot = slot(key);
        long count = counts[slot];
        counts[slot] = Math.addExact(count, addend);
        if (count == 0) {
            keys[slot] = key;
            size++;
            if (2 * size > keys.length) {
                grow();
            }
        }
    }

    long count(long key) {
        return counts[slot(key)];
    }

    /** Returns the keys that have a count, in no particular order. */
    long[] keys() {
        long[] found = new long[size];
        int n = 0;
        for (int slot = 0; slot < keys.length; slot++) {
            if (counts[slot] > 0) {
                found[n++] = keys[slot];
            }
        }
        return found;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldCounts = counts;
        keys = new long[Math.multiplyExact(2, oldKeys.length)];
        counts = new long[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldCounts[i] > 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                counts[slot] = oldCounts[i];
            }
        }
    }

    /** Returns the slot of a key, or the free one in which to put it. */
    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) ((key * 0x9E37_79B9_7F4A_7C15L) >>> Integer.SIZE) & mask;
        while (counts[slot] > 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
