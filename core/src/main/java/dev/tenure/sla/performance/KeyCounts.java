package dev.tenure.sla.performance;

import java.io.Serial;
import java.io.Serializable;

/**
 * Counts by the keys of {@link CellKey}: a hash table of primitives with open addressing. Keys that differ in verdict or cause
 * alone lie together, so that counting a promise touches one place in memory.
 */
final class KeyCounts implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int SMALLEST = 16;

    /** By slot: at twice its number the key, right after it the count, which is zero where the slot is free. */
    private long[] table = new long[2 * SMALLEST];

    private int size;

    /** Adds to the count of a key; the addend is positive. */
    void add(long key, long addend) {
        int at = find(key);
        long count = table[at + 1];
        table[at + 1] = Math.addExact(count, addend);
        if (count == 0) {
            table[at] = key;
            size++;
            if (4 * size > table.length) {
                grow();
            }
        }
    }

    long count(long key) {
        return table[find(key) + 1];
    }

    /** Returns the keys that have a count, in no particular order. */
    long[] keys() {
        long[] found = new long[size];
        int n = 0;
        for (int at = 0; at < table.length; at += 2) {
            if (table[at + 1] > 0) {
                found[n++] = table[at];
            }
        }
        return found;
    }

    private void grow() {
        long[] old = table;
        table = new long[Math.multiplyExact(2, old.length)];
        for (int i = 0; i < old.length; i += 2) {
            if (old[i + 1] > 0) {
                int at = find(old[i]);
                table[at] = old[i];
                table[at + 1] = old[i + 1];
            }
        }
    }

    /** Returns where a key is, or the free place in which to put it. */
    private int find(long key) {
        int mask = table.length - 1;
        int at = 2 * CellKey.place(key) & mask;
        while (table[at + 1] > 0 && table[at] != key) {
            at = (at + 2) & mask;
        }
        return at;
    }
}
