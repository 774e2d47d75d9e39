package dev.tenure.survival.regression;

import java.util.function.IntToLongFunction;

/** Sorts the numbers of rows by a key, without an object a row: digit by digit from the lowest, leaving out digits all keys share. */
final class RadixOrder {

    private static final int BITS = 11;
    private static final int DIGITS = 1 << BITS;

    private RadixOrder() {}

    /**
     * Returns rows in ascending order of their keys, taken as unsigned numbers. Rows with equal keys stay in the order they are in. What is
     * passed may be overwritten.
     */
    static int[] sort(int[] rows, IntToLongFunction key) {
        long[] keys = new long[rows.length];
        long varying = 0;
        for (int i = 0; i < rows.length; i++) {
            keys[i] = key.applyAsLong(rows[i]);
            varying |= keys[i] ^ keys[0];
        }
        return sort(keys, rows, varying);
    }

    private static int[] sort(long[] keys, int[] rows, long varying) {
        long[] from = keys;
        long[] to = new long[keys.length];
        int[] rowsFrom = rows;
        int[] rowsTo = new int[rows.length];
        for (int shift = 0; shift < Long.SIZE; shift += BITS) {
            if ((varying >>> shift & (DIGITS - 1)) != 0) {
                scatter(from, rowsFrom, to, rowsTo, shift);
                long[] sorted = to;
                to = from;
                from = sorted;
                int[] rowsSorted = rowsTo;
                rowsTo = rowsFrom;
                rowsFrom = rowsSorted;
            }
        }
        return rowsFrom;
    }

    private static void scatter(long[] keys, int[] rows, long[] keysTo, int[] rowsTo, int shift) {
        int[] next = new int[DIGITS + 1];
        for (long key : keys) {
            next[digit(key, shift) + 1]++;
        }
        for (int digit = 0; digit < DIGITS; digit++) {
            next[digit + 1] += next[digit];
        }
        for (int i = 0; i < keys.length; i++) {
            int place = next[digit(keys[i], shift)]++;
            keysTo[place] = keys[i];
            rowsTo[place] = rows[i];
        }
    }

    private static int digit(long key, int shift) {
        return (int) (key >>> shift) & (DIGITS - 1);
    }
}
