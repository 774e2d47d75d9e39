package dev.tenure.survival;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Observations in the order of their times. It never changes.
 *
 * <p>A key is a time with a mark: the bits of a double that is not negative have the order of their numbers and leave the sign
 * free; shifted up, the mark is the lowest bit.
 */
final class TimeRun implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    /** The bits past the end of every run. */
    static final long END = Long.MAX_VALUE;

    /** Says of the counts that each key stands for one. */
    private static final long[] ONES = {};

    static final TimeRun EMPTY = new TimeRun(new long[0], ONES);

    private final long[] keys;
    private final long[] counts;

    private TimeRun(long[] keys, long[] counts) {
        this.keys = keys;
        this.counts = counts;
    }

    /** Returns the key of a time that is not negative, in the order of signed numbers. */
    static long key(double time, boolean marked) {
        // a negative zero becomes a positive one
        return (Double.doubleToRawLongBits(time + 0.0) << 1 | (marked ? 1 : 0)) ^ Long.MIN_VALUE;
    }

    static double time(long bits) {
        return Double.longBitsToDouble(bits);
    }

    /** Returns the run of the first keys of an array, which it reorders; each stands for one. */
    static TimeRun of(long[] keys, int size) {
        return new TimeRun(RadixSort.sort(keys, size), ONES).folded();
    }

    /** Returns the run of the first keys of an array, each standing for a number of observations. */
    static TimeRun of(long[] keys, long[] counts, int size) {
        TimeRun distinct = of(Arrays.copyOf(keys, size), size).distinct();
        for (int i = 0; i < size; i++) {
            int place = Arrays.binarySearch(distinct.keys, keys[i]);
            distinct.counts[place] = Math.addExact(distinct.counts[place], counts[i]);
        }
        return distinct;
    }

    /** Returns the run of keys that ascend already. */
    static TimeRun ofAscending(long[] keys, long[] counts) {
        return new TimeRun(keys, counts);
    }

    int size() {
        return keys.length;
    }

    long key(int index) {
        return keys[index];
    }

    /** Returns the bits of a time; {@link #END} past the last. */
    long bits(int index) {
        return index < keys.length ? (keys[index] ^ Long.MIN_VALUE) >>> 1 : END;
    }

    boolean isMarked(int index) {
        return (keys[index] & 1) == 1;
    }

    long count(int index) {
        return counts.length == 0 ? 1 : counts[index];
    }

    /** Returns how many observations there are. */
    long total() {
        if (counts.length == 0) {
            return keys.length;
        }
        long total = 0;
        for (long count : counts) {
            total = Math.addExact(total, count);
        }
        return total;
    }

    TimeRun merge(TimeRun other) {
        if (other.keys.length == 0) {
            return this;
        }
        if (keys.length == 0) {
            return other;
        }
        return counts.length == 0 && other.counts.length == 0 ? mergeOnes(other).folded() : mergeCounts(other);
    }

    private TimeRun mergeOnes(TimeRun other) {
        long[] mine = keys;
        long[] others = other.keys;
        long[] merged = new long[Math.addExact(mine.length, others.length)];
        int i = 0;
        int j = 0;
        int n = 0;
        while (i < mine.length && j < others.length) {
            // without a jump that no processor can foresee
            boolean takesMine = mine[i] <= others[j];
            merged[n++] = takesMine ? mine[i] : others[j];
            i += takesMine ? 1 : 0;
            j += takesMine ? 0 : 1;
        }
        System.arraycopy(mine, i, merged, n, mine.length - i);
        System.arraycopy(others, j, merged, n, others.length - j);
        return new TimeRun(merged, ONES);
    }

    private TimeRun mergeCounts(TimeRun other) {
        long[] mergedKeys = new long[Math.addExact(keys.length, other.keys.length)];
        long[] mergedCounts = new long[mergedKeys.length];
        int i = 0;
        int j = 0;
        int n = 0;
        while (i < keys.length || j < other.keys.length) {
            boolean takesMine = j == other.keys.length || (i < keys.length && keys[i] <= other.keys[j]);
            long key = takesMine ? keys[i] : other.keys[j];
            long count = takesMine ? count(i++) : other.count(j++);
            if (n > 0 && mergedKeys[n - 1] == key) {
                mergedCounts[n - 1] = Math.addExact(mergedCounts[n - 1], count);
            } else {
                mergedKeys[n] = key;
                mergedCounts[n++] = count;
            }
        }
        return new TimeRun(Arrays.copyOf(mergedKeys, n), Arrays.copyOf(mergedCounts, n));
    }

    /** Returns this run, with counts if these take no more memory than keys that repeat. */
    private TimeRun folded() {
        if (2L * numberOfDistinct() > keys.length) {
            return this;
        }
        TimeRun distinct = distinct();
        int place = 0;
        for (long key : keys) {
            place += distinct.keys[place] == key ? 0 : 1;
            distinct.counts[place]++;
        }
        return distinct;
    }

    /** Returns the run of the distinct keys, with counts of zero that are still to be filled. */
    private TimeRun distinct() {
        long[] distinct = new long[numberOfDistinct()];
        int n = 0;
        for (int i = 0; i < keys.length; i++) {
            if (i == 0 || keys[i - 1] != keys[i]) {
                distinct[n++] = keys[i];
            }
        }
        return new TimeRun(distinct, new long[n]);
    }

    private int numberOfDistinct() {
        int distinct = Math.min(1, keys.length);
        for (int i = 1; i < keys.length; i++) {
            distinct += keys[i - 1] == keys[i] ? 0 : 1;
        }
        return distinct;
    }
}
