package dev.tenure.survival;

import java.util.Arrays;

/**
 * Sorts many numbers by their highest bits that differ, ten at a time from the lowest to the highest of them, and what is equal in
 * these by comparison. The time is that of the number of keys; the worst that keys can do to it is {@code n log n}.
 */
final class RadixSort {

    /** Below this a sort by comparison is faster. */
    static final int FEWEST = 1 << 11;

    /** Longer stretches of equal prefixes are not sorted by insertion, which is quadratic. */
    static final int LONGEST_INSERTION = 24;

    private static final int DIGIT = 10;
    private static final int PASSES = 3;
    private static final int MASK = (1 << DIGIT) - 1;

    private final int size;
    private final long least;
    /** How many of the lowest bits the passes leave aside. */
    private final int shift;

    private final int passes;

    private RadixSort(int size, long least, long most) {
        this.size = size;
        this.least = least;
        int bits = Long.SIZE - Long.numberOfLeadingZeros(most - least);
        this.shift = Math.max(0, bits - PASSES * DIGIT);
        this.passes = (bits - shift + DIGIT - 1) / DIGIT;
    }

    /**
     * Sorts the first keys of an array, which are left in any order.
     *
     * @return a new array that holds them in ascending order
     */
    static long[] sort(long[] keys, int size) {
        if (size < FEWEST) {
            long[] few = Arrays.copyOf(keys, size);
            Arrays.sort(few);
            return few;
        }
        long least = keys[0];
        long most = keys[0];
        for (int i = 1; i < size; i++) {
            least = Math.min(least, keys[i]);
            most = Math.max(most, keys[i]);
        }
        return new RadixSort(size, least, most).sort(keys);
    }

    private long[] sort(long[] keys) {
        int[][] places = places(keys);
        long[] from = keys;
        long[] to = new long[size];
        for (int pass = 0; pass < passes; pass++) {
            scatter(from, to, shift + pass * DIGIT, places[pass]);
            long[] scattered = to;
            to = from;
            from = scattered;
        }
        long[] sorted = passes % 2 == 0 ? Arrays.copyOf(from, size) : from;
        if (shift > 0) {
            sortEqualPrefixes(sorted);
        }
        return sorted;
    }

    /** Returns for each pass and each digit how many keys have a lower one: where the first key of that digit goes. */
    private int[][] places(long[] keys) {
        int[][] counts = new int[PASSES][MASK + 1];
        int[] low = counts[0];
        int[] middle = counts[1];
        int[] high = counts[2];
        for (int i = 0; i < size; i++) {
            long prefix = (keys[i] - least) >>> shift;
            low[(int) prefix & MASK]++;
            middle[(int) (prefix >>> DIGIT) & MASK]++;
            high[(int) (prefix >>> (2 * DIGIT)) & MASK]++;
        }
        for (int[] count : counts) {
            sumUp(count);
        }
        return counts;
    }

    private static void sumUp(int[] counts) {
        int sum = 0;
        for (int digit = 0; digit < counts.length; digit++) {
            int count = counts[digit];
            counts[digit] = sum;
            sum += count;
        }
    }

    private void scatter(long[] from, long[] to, int digitShift, int[] places) {
        for (int i = 0; i < size; i++) {
            long key = from[i];
            to[places[(int) ((key - least) >>> digitShift) & MASK]++] = key;
        }
    }

    private void sortEqualPrefixes(long[] keys) {
        int start = 0;
        for (int i = 1; i <= size; i++) {
            if (i == size || prefix(keys[i]) != prefix(keys[start])) {
                sortRange(keys, start, i);
                start = i;
            }
        }
    }

    private long prefix(long key) {
        return (key - least) >>> shift;
    }

    private static void sortRange(long[] keys, int start, int end) {
        if (end - start > LONGEST_INSERTION) {
            Arrays.sort(keys, start, end);
            return;
        }
        for (int i = start + 1; i < end; i++) {
            long key = keys[i];
            int place = i;
            while (place > start && keys[place - 1] > key) {
                keys[place] = keys[place - 1];
                place--;
            }
            keys[place] = key;
        }
    }
}
