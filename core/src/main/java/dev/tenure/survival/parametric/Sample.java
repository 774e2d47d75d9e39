package dev.tenure.survival.parametric;

import dev.tenure.internal.SortedRows;

/** The distinct observations of a fit as columns, in an order that does not depend on how they came in. */
final class Sample {

    static final int LOWER = 0;
    static final int UPPER = 1;
    static final int ENTRY = 2;
    static final int WEIGHT = 3;

    private final double[] lower;
    private final double[] upper;
    private final double[] entry;
    private final double[] weight;
    private final long[] count;

    private Sample(int size) {
        lower = new double[size];
        upper = new double[size];
        entry = new double[size];
        weight = new double[size];
        count = new long[size];
    }

    static Sample of(SortedRows rows) {
        Sample sample = new Sample(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            sample.lower[i] = rows.cell(i, LOWER);
            sample.upper[i] = rows.cell(i, UPPER);
            sample.entry[i] = rows.cell(i, ENTRY);
            sample.weight[i] = rows.cell(i, WEIGHT);
            sample.count[i] = rows.count(i);
        }
        return sample;
    }

    int size() {
        return count.length;
    }

    double lower(int row) {
        return lower[row];
    }

    double upper(int row) {
        return upper[row];
    }

    double entry(int row) {
        return entry[row];
    }

    double weight(int row) {
        return weight[row];
    }

    long count(int row) {
        return count[row];
    }

    /** Returns how much all observations of a row count together. */
    double total(int row) {
        return weight[row] * count[row];
    }

    boolean isExact(int row) {
        return lower[row] == upper[row];
    }

    boolean isOngoing(int row) {
        return upper[row] == Double.POSITIVE_INFINITY;
    }

    boolean isWeighted() {
        for (double one : weight) {
            if (one != 1) {
                return true;
            }
        }
        return false;
    }

    /** Returns the sum of what all rows count. */
    double total() {
        double sum = 0;
        for (int i = 0; i < size(); i++) {
            sum += total(i);
        }
        return sum;
    }

    /** Returns how long the latest of all is known to have lasted. */
    double largestLower() {
        double largest = 0;
        for (double one : lower) {
            largest = Math.max(largest, one);
        }
        return largest;
    }

    /** Returns the earliest time by which one of all is known to have ended, infinity if none is. */
    double smallestUpper() {
        double smallest = Double.POSITIVE_INFINITY;
        for (double one : upper) {
            smallest = Math.min(smallest, one);
        }
        return smallest;
    }

    CensoringCounts counts() {
        long[] found = new long[5];
        for (int i = 0; i < size(); i++) {
            int kind = isExact(i) ? 0 : isOngoing(i) ? 1 : lower[i] == 0 ? 2 : 3;
            found[kind] = Math.addExact(found[kind], count[i]);
            if (entry[i] > 0) {
                found[4] = Math.addExact(found[4], count[i]);
            }
        }
        return new CensoringCounts(found[0], found[1], found[2], found[3], found[4]);
    }
}
