package dev.tenure.examples.report.input;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Gives each id, of a client or of a ticket, a small whole number, in the order of first appearance from 0, so that columns of
 * millions of rows hold an {@code int} for it. Looking up an id that is known makes no object.
 */
public final class ClientKeys {

    static final int NONE = -1;

    private char[] pool = new char[1 << 12];
    private int[] ends = new int[1 << 8];
    private int[] table = filled(1 << 10);
    private int size;

    ClientKeys() {}

    /**
     * Returns how many ids there are.
     *
     * @return the count; keys are below it
     */
    public int size() {
        return size;
    }

    /**
     * Returns an id.
     *
     * @param key the id's key, in [0, size)
     * @return the id as the files have it
     * @throws IndexOutOfBoundsException if there is no such key
     */
    public String id(int key) {
        if (key < 0 || key >= size) {
            throw new IndexOutOfBoundsException("key must be in [0, " + size + "): " + key);
        }
        return new String(pool, start(key), ends[key] - start(key));
    }

    /**
     * Returns the key of an id.
     *
     * @param id the id as the files have it
     * @return the key, empty if no file has the id
     */
    public OptionalInt key(String id) {
        int key = table[slot(id.toCharArray(), 0, id.length())];
        return key == NONE ? OptionalInt.empty() : OptionalInt.of(key);
    }

    @CanIgnoreReturnValue
    int add(String id) {
        return keyOf(id.toCharArray(), 0, id.length());
    }

    /** Returns the key of an id that is known, or {@link #NONE}. */
    int find(char[] text, int from, int to) {
        return table[slot(text, from, to)];
    }

    int keyOf(char[] text, int from, int to) {
        int slot = slot(text, from, to);
        if (table[slot] != NONE) {
            return table[slot];
        }
        return append(slot, text, from, to);
    }

    private int append(int slot, char[] text, int from, int to) {
        int start = start(size);
        int end = Math.addExact(start, to - from);
        pool = end > pool.length ? Arrays.copyOf(pool, grown(end)) : pool;
        ends = size == ends.length ? Arrays.copyOf(ends, grown(size)) : ends;
        System.arraycopy(text, from, pool, start, to - from);
        ends[size] = end;
        table[slot] = size++;
        if (2 * size > table.length) {
            rehash();
        }
        return size - 1;
    }

    private void rehash() {
        table = filled(2 * table.length);
        for (int key = 0; key < size; key++) {
            table[slot(pool, start(key), ends[key])] = key;
        }
    }

    /** The place of an id in the table: the one that holds its key, or the free one where it belongs. */
    private int slot(char[] text, int from, int to) {
        int mask = table.length - 1;
        int slot = hash(text, from, to) & mask;
        while (table[slot] != NONE && !matches(table[slot], text, from, to)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean matches(int key, char[] text, int from, int to) {
        return Arrays.equals(pool, start(key), ends[key], text, from, to);
    }

    private static int hash(char[] text, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text[i];
        }
        // numbered ids differ in the low bits of few characters only
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }

    private int start(int key) {
        return key == 0 ? 0 : ends[key - 1];
    }

    private static int grown(int needed) {
        return Math.addExact(needed, needed >> 1);
    }

    private static int[] filled(int length) {
        int[] table = new int[length];
        Arrays.fill(table, NONE);
        return table;
    }
}
