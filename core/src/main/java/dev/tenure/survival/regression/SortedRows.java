package dev.tenure.survival.regression;

import dev.tenure.internal.RadixOrder;
import java.util.Arrays;

/**
 * The rows by stratum and, within it, by the time they end, latest first; of those that end at one time first who was last seen, then who left.
 * A position is a place in this order.
 */
final class SortedRows {

    private final CoxData data;
    private final int[] rows;
    /** Where each stratum begins, and one more. */
    private final int[] strata;

    private SortedRows(CoxData data, int[] rows, int[] strata) {
        this.data = data;
        this.rows = rows;
        this.strata = strata;
    }

    static SortedRows of(CoxData data) {
        int[] rows = RadixOrder.sort(censoredFirst(data), row -> ~Double.doubleToLongBits(data.stop(row) + 0.0));
        if (data.hasStrata()) {
            // the sign bit is flipped for negative numbers to come first
            rows = RadixOrder.sort(rows, row -> Integer.toUnsignedLong(data.stratum(row) ^ Integer.MIN_VALUE));
        }
        return new SortedRows(data, rows, strata(data, rows));
    }

    private static int[] censoredFirst(CoxData data) {
        int[] rows = new int[data.rows()];
        int next = 0;
        for (int row = 0; row < rows.length; row++) {
            if (!data.ended(row)) {
                rows[next++] = row;
            }
        }
        for (int row = 0; row < rows.length; row++) {
            if (data.ended(row)) {
                rows[next++] = row;
            }
        }
        return rows;
    }

    private static int[] strata(CoxData data, int[] rows) {
        int[] strata = new int[rows.length + 1];
        int count = 0;
        for (int position = 0; position < rows.length; position++) {
            if (position == 0 || data.stratum(rows[position]) != data.stratum(rows[position - 1])) {
                strata[count++] = position;
            }
        }
        strata[count] = rows.length;
        return Arrays.copyOf(strata, count + 1);
    }

    CoxData data() {
        return data;
    }

    int size() {
        return rows.length;
    }

    int row(int position) {
        return rows[position];
    }

    double stop(int position) {
        return data.stop(rows[position]);
    }

    double start(int position) {
        return data.start(rows[position]);
    }

    double weight(int position) {
        return data.weight(rows[position]);
    }

    boolean ended(int position) {
        return data.ended(rows[position]);
    }

    int strata() {
        return strata.length - 1;
    }

    /** Returns the first position of a stratum, or the end of the last one. */
    int stratumStart(int stratum) {
        return strata[stratum];
    }

    String stratumName(int stratum) {
        return data.stratumName(rows[strata[stratum]]);
    }
}
