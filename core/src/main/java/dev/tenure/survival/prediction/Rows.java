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

    static void checkScores(double[] scores, int rows) {
        Objects.requireNonNull(scores, "scores");
        checkLength("scores", scores.length, rows);
        checkFinite("scores", scores);
    }

    static void checkEntries(double[] entries, double[] durations) {
        Objects.requireNonNull(entries, "entries");
        checkLength("entries", entries.length, durations.length);
        for (int row = 0; row < entries.length; row++) {
            if (!isEntry(entries[row], durations[row])) {
                checkEntry("entries[" + row + "]", entries[row], durations[row]);
            }
        }
    }

    static void checkEntry(String name, double entry, double duration) {
        checkTime(name, entry);
        checkArgument(isEntry(entry, duration), "%s must be before the duration %s: %s", name, duration, entry);
    }

    private static boolean isEntry(double entry, double duration) {
        return entry == 0 || (entry > 0 && entry < duration);
    }

    static void checkWeights(double[] weights, int rows) {
        Objects.requireNonNull(weights, "weights");
        checkLength("weights", weights.length, rows);
        for (int row = 0; row < rows; row++) {
            if (!isWeight(weights[row])) {
                checkWeight("weights[" + row + "]", weights[row]);
            }
        }
    }

    static void checkWeight(String name, double weight) {
        checkArgument(isWeight(weight), "%s must be positive and finite: %s", name, weight);
    }

    private static boolean isWeight(double weight) {
        return weight > 0 && weight < Double.POSITIVE_INFINITY;
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
