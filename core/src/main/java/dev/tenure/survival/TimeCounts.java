package dev.tenure.survival;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;

/** Counts by time, for times that are not small whole numbers: a hash table of primitives with open addressing. */
final class TimeCounts implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int KINDS = 3;
    private static final int SMALLEST = 8;

    /** The time of each slot, not a number where the slot is free. */
    private double[] times = free(SMALLEST);

    private long[] counts = new long[KINDS * SMALLEST];
    private int size;

    void add(double time, int kind, long count) {
        int slot = slot(time);
        if (Double.isNaN(times[slot])) {
            times[slot] = time;
            size++;
        }
        counts[KINDS * slot + kind] = Math.addExact(counts[KINDS * slot + kind], count);
        if (2 * size > times.length) {
            grow();
        }
    }

    long count(double time, int kind) {
        return counts[KINDS * slot(time) + kind];
    }

    void merge(TimeCounts other) {
        // a table merged into itself must not be read while it is written
        double[] otherTimes = other.times.clone();
        long[] otherCounts = other.counts.clone();
        for (int i = 0; i < otherCounts.length; i++) {
            if (otherCounts[i] > 0) {
                add(otherTimes[i / KINDS], i % KINDS, otherCounts[i]);
            }
        }
    }

    /** Returns the times that have a count of one of the kinds, ascending. */
    double[] times(int... kinds) {
        double[] found = new double[size];
        int n = 0;
        for (int slot = 0; slot < times.length; slot++) {
            if (hasAny(slot, kinds)) {
                found[n++] = times[slot];
            }
        }
        double[] sorted = Arrays.copyOf(found, n);
        Arrays.sort(sorted);
        return sorted;
    }

    private boolean hasAny(int slot, int[] kinds) {
        for (int kind : kinds) {
            if (counts[KINDS * slot + kind] > 0) {
                return true;
            }
        }
        return false;
    }

    private void grow() {
        double[] oldTimes = times;
        long[] oldCounts = counts;
        times = free(2 * oldTimes.length);
        counts = new long[2 * oldCounts.length];
        for (int i = 0; i < oldTimes.length; i++) {
            if (!Double.isNaN(oldTimes[i])) {
                int slot = slot(oldTimes[i]);
                times[slot] = oldTimes[i];
                System.arraycopy(oldCounts, KINDS * i, counts, KINDS * slot, KINDS);
            }
        }
    }

    private int slot(double time) {
        long mixed = Double.doubleToRawLongBits(time) * 0x9E37_79B9_7F4A_7C15L;
        int slot = (int) (mixed >>> 32) & (times.length - 1);
        while (!Double.isNaN(times[slot]) && times[slot] != time) {
            slot = (slot + 1) & (times.length - 1);
        }
        return slot;
    }

    private static double[] free(int length) {
        double[] slots = new double[length];
        Arrays.fill(slots, Double.NaN);
        return slots;
    }
}
