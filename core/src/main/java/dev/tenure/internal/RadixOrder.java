package dev.tenure.internal;

import java.util.function.IntToLongFunction;

/** Sorts the numbers of rows by a key, without an object a row: digit by digit from the lowest, leaving out digits all keys share. */
public final class RadixOrder {

    private static final int BITS = 11;
    private static final int DIGITS = 1 << BITS;

    private RadixOrder() {}

    /**
     * Returns rows in ascending order of their values; rows of equal values in ascending order. A negative zero is a zero.
     *
     * @param values the values
     * @param size how many rows to take, from 0
     * @return the rows
     */
    public static int[] of(double[] values, int size) {
        return sort(identity(size), values);
    }

    /**
     * Returns rows in ascending order of their values; rows of equal values in the order they are in. A negative zero is a zero.
     *
     * @param rows the rows, which may be overwritten
     * @param values the values, by row
     * @return the rows, in an array that may be the given one
     */
    public static int[] sort(int[] rows, double[] values) {
        return sort(rows, row -> key(values[row]));
    }

    /**
     * Returns rows in ascending order of their keys, taken as unsigned numbers; rows of equal keys in the order they are in.
     *
     * @param rows the rows, which may be overwritten
     * @param key the key of a row
     * @return the rows, in an array that may be the given one
     */
    public static int[] sort(int[] rows, IntToLongFunction key) {
        long[] keys = new long[rows.length];
        long varying = 0;
        for (int i = 0; i < rows.length; i++) {
            keys[i] = key.applyAsLong(rows[i]);
            varying |= keys[i] ^ keys[0];
        }
        return sort(keys, rows, varying);
    }

    private static int[] identity(int size) {
        int[] rows = new int[size];
        for (int i = 0; i < size; i++) {
            rows[i] = i;
        }
        return rows;
    }

    /** Returns the bits of a number, such that they order as unsigned numbers do. */
    private static long key(double value) {
        long bits = Double.doubleToRawLongBits(value + 0.0);
        return bits ^ ((bits >> (Long.SIZE - 1)) | Long.MIN_VALUE);
    }

    private static int[] sort(long[] keys, int[] rows, long varying) {
        long[] from = keys;
        long[] to = new long[keys.length];
        int[] rowsFrom = rows;
        int[] rowsTo = new int[rows.length];
        for (int shift = 0; shift < Long.SIZE; shift += BITS) {
            if (((varying >>> shift) & (DIGITS - 1)) != 0) {
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
