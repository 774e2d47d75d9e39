package dev.tenure.survival.prediction;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Objects;

/** Checks of columns of arguments, before any of them is used. */
final class Rows {

    private Rows() {}

    static void checkObservations(double[] durations, boolean[] ended) {
        Objects.requireNonNull(durations, "durations");
        Objects.requireNonNull(ended, "ended");
        checkLength("ended", ended.length, durations.length);
        for (int row = 0; row < durations.length; row++) {
            if (!isTime(durations[row])) {
                checkTime("durations[" + row + "]", durations[row]);
            }
        }
    }

    static void checkLength(String name, int length, int rows) {
        checkArgument(length == rows, "%s must have as many rows as durations, %s: %s", name, rows, length);
    }

    static void checkTime(String name, double time) {
        checkArgument(isTime(time), "%s must be finite and not negative: %s", name, time);
    }

    static void checkFinite(String name, double[] values) {
        for (int row = 0; row < values.length; row++) {
            if (!Double.isFinite(values[row])) {
                throw new IllegalArgumentException(name + "[" + row + "] must be finite: " + values[row]);
            }
        }
    }

    static void checkShares(String name, double[] shares, int rows) {
        Objects.requireNonNull(shares, name);
        checkLength(name, shares.length, rows);
        for (int row = 0; row < rows; row++) {
            if (!(shares[row] >= 0 && shares[row] <= 1)) {
                throw new IllegalArgumentException(name + "[" + row + "] must be in [0, 1]: " + shares[row]);
            }
        }
    }

    static long count(boolean[] ended) {
        long count = 0;
        for (boolean one : ended) {
            count += one ? 1 : 0;
        }
        return count;
    }

    private static boolean isTime(double time) {
        return time >= 0 && time < Double.POSITIVE_INFINITY;
    }
}
