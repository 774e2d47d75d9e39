package dev.tenure.survival;

import dev.tenure.internal.SortedRows;
import java.util.Arrays;

/**
 * The intervals that can hold mass: from a lower time straight to the next upper one. And the range of them that each distinct observation
 * covers.
 */
final class InnermostIntervals {

    private static final int LOWER = 0;
    private static final int UPPER = 1;
    private static final int WEIGHT = 3;

    private final double[] starts;
    private final double[] ends;
    private final int[] first;
    private final int[] last;
    private final double[] weights;
    private final long observations;
    private final long exact;
    private final long ongoing;

    private InnermostIntervals(SortedRows rows, double[] starts, double[] ends) {
        this.starts = starts;
        this.ends = ends;
        int size = rows.size();
        first = new int[size];
        last = new int[size];
        weights = new double[size];
        long all = 0;
        long exactly = 0;
        long open = 0;
        for (int i = 0; i < size; i++) {
            double lower = rows.cell(i, LOWER);
            double upper = rows.cell(i, UPPER);
            first[i] = firstFrom(lower, lower == upper);
            last[i] = lastUpTo(upper);
            weights[i] = rows.cell(i, WEIGHT) * rows.count(i);
            all = Math.addExact(all, rows.count(i));
            exactly += lower == upper ? rows.count(i) : 0;
            open += upper == Double.POSITIVE_INFINITY ? rows.count(i) : 0;
        }
        observations = all;
        exact = exactly;
        ongoing = open;
    }

    static InnermostIntervals of(SortedRows rows) {
        double[] open = new double[rows.size()];
        double[] closed = new double[rows.size()];
        double[] points = new double[rows.size()];
        int opens = 0;
        int exacts = 0;
        for (int i = 0; i < rows.size(); i++) {
            double lower = rows.cell(i, LOWER);
            closed[i] = rows.cell(i, UPPER);
            if (lower == closed[i]) {
                points[exacts++] = lower;
            } else {
                open[opens++] = lower;
            }
        }
        Arrays.sort(closed);
        // both ascend already, because the rows do
        return of(rows, Arrays.copyOf(open, opens), Arrays.copyOf(points, exacts), closed);
    }

    /** Walks through all times; at one time what is exactly known begins first, then intervals end, then others begin. */
    private static InnermostIntervals of(SortedRows rows, double[] open, double[] points, double[] closed) {
        double[] starts = new double[closed.length];
        double[] ends = new double[closed.length];
        int found = 0;
        int nextOpen = 0;
        int nextPoint = 0;
        double start = Double.NaN;
        for (double end : closed) {
            while (nextOpen < open.length && open[nextOpen] < end) {
                start = open[nextOpen++];
            }
            while (nextPoint < points.length && points[nextPoint] <= end) {
                // what is exactly known now begins after all that began before
                start = points[nextPoint++];
            }
            if (!Double.isNaN(start)) {
                starts[found] = start;
                ends[found++] = end;
                start = Double.NaN;
            }
        }
        return new InnermostIntervals(rows, Arrays.copyOf(starts, found), Arrays.copyOf(ends, found));
    }

    /** Returns the first interval that lies after a time, or from it on if it is itself meant. */
    private int firstFrom(double time, boolean included) {
        int low = 0;
        int high = ends.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean isAfter = included ? ends[middle] >= time : starts[middle] >= time && ends[middle] > time;
            if (isAfter) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Returns the last interval that ends by a time. */
    private int lastUpTo(double time) {
        int low = 0;
        int high = ends.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[middle] > time) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low - 1;
    }

    int size() {
        return starts.length;
    }

    double start(int interval) {
        return starts[interval];
    }

    double end(int interval) {
        return ends[interval];
    }

    int rows() {
        return weights.length;
    }

    int first(int row) {
        return first[row];
    }

    int last(int row) {
        return last[row];
    }

    double weight(int row) {
        return weights[row];
    }

    long observations() {
        return observations;
    }

    long exact() {
        return exact;
    }

    long ongoing() {
        return ongoing;
    }
}
