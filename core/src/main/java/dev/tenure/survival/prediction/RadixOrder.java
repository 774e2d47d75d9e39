package dev.tenure.survival.prediction;

/** Orders rows by a number without comparing any two: digit by digit, from the last one, each pass keeping the order of the one before. */
final class RadixOrder {

    private static final int BITS = 8;
    private static final int DIGITS = Long.SIZE / BITS;
    private static final int VALUES = 1 << BITS;

    private RadixOrder() {}

    /** Returns the rows from 0 to {@code size} in ascending order of their values; rows of equal values in ascending order. */
    static int[] of(double[] values, int size) {
        int[] rows = new int[size];
        for (int i = 0; i < size; i++) {
            rows[i] = i;
        }
        return sorted(values, rows);
    }

    /** Returns the rows in ascending order of their values; rows of equal values in the order they had. The given rows are overwritten. */
    static int[] sorted(double[] values, int[] rows) {
        int size = rows.length;
        long[] keys = new long[size];
        int[][] counts = new int[DIGITS][VALUES];
        for (int i = 0; i < size; i++) {
            long key = key(values[rows[i]]);
            keys[i] = key;
            for (int digit = 0; digit < DIGITS; digit++) {
                counts[digit][digit(key, digit)]++;
            }
        }
        long[] fromKeys = keys;
        int[] fromRows = rows;
        long[] toKeys = new long[size];
        int[] toRows = new int[size];
        for (int digit = 0; digit < DIGITS; digit++) {
            if (size > 0 && counts[digit][digit(fromKeys[0], digit)] < size) {
                move(fromKeys, fromRows, toKeys, toRows, digit, counts[digit]);
                long[] freeKeys = fromKeys;
                int[] freeRows = fromRows;
                fromKeys = toKeys;
                fromRows = toRows;
                toKeys = freeKeys;
                toRows = freeRows;
            }
        }
        return fromRows;
    }

    private static void move(long[] fromKeys, int[] fromRows, long[] toKeys, int[] toRows, int digit, int[] counts) {
        int next = 0;
        for (int value = 0; value < VALUES; value++) {
            int count = counts[value];
            counts[value] = next;
            next += count;
        }
        for (int i = 0; i < fromKeys.length; i++) {
            int place = counts[digit(fromKeys[i], digit)]++;
            toKeys[place] = fromKeys[i];
            toRows[place] = fromRows[i];
        }
    }

    /** Returns the bits of a number, such that they order as unsigned numbers do; a negative zero is a zero. */
    private static long key(double value) {
        long bits = Double.doubleToRawLongBits(value + 0.0);
        return bits ^ ((bits >> (Long.SIZE - 1)) | Long.MIN_VALUE);
    }

    private static int digit(long key, int digit) {
        return (int) (key >>> (BITS * digit)) & (VALUES - 1);
    }
}
