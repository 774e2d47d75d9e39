package dev.tenure.lifetime.noncontractual;

import com.google.common.primitives.ImmutableDoubleArray;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.internal.RadixOrder;
import java.time.Duration;
import java.util.Arrays;

/**
 * What a model expects of each client after the end.
 *
 * @param expected the expected purchases, by line
 * @param actual the actual ones, by line
 * @param logScores the logarithms of the probabilities of the actual ones, by line
 * @param variance the variance of the sum of the purchases of all clients, at known parameters
 */
record HeldOutScoring(
        ImmutableDoubleArray expected, ImmutableDoubleArray actual, ImmutableDoubleArray logScores, double variance) {

    static final HeldOutScoring NONE =
            new HeldOutScoring(ImmutableDoubleArray.of(), ImmutableDoubleArray.of(), ImmutableDoubleArray.of(), 0);

    /** What of a distribution need not be computed term by term. */
    private static final double TAIL = 1e-4;

    /** A spread, relative to the mean, that is but rounding. */
    private static final double ROUNDING = 1e-16;

    private static final int MOST_TERMS = 100_000;

    /** The ratio of terms that a sum to {@link #MOST_TERMS} can still tell from none. */
    private static final double SLOWEST = 1 - 1.0 / MOST_TERMS;

    static HeldOutScoring of(PurchaseModel model, PurchaseLogResult log) {
        return new Scorer(model, log).score();
    }

    HoldoutScores scores() {
        int n = expected.length();
        double absolute = 0;
        double squared = 0;
        double difference = 0;
        double sum = 0;
        for (int line = 0; line < n; line++) {
            double error = expected.get(line) - actual.get(line);
            absolute += Math.abs(error);
            squared += error * error;
            difference += error;
            sum += actual.get(line);
        }
        return new HoldoutScores(
                absolute / n, Math.sqrt(squared / n), difference / n, sum / n, correlation(), meanLogScore());
    }

    private Outcome<Double> meanLogScore() {
        double mean = logScores.stream().sum() / logScores.length();
        return Double.isFinite(mean)
                ? Outcome.of(mean)
                : Outcome.undefined(
                        Reason.NOT_FINITE, "the model holds a number of purchases impossible that occurred");
    }

    private Outcome<Double> correlation() {
        double expectedMean = mean(expected);
        double actualMean = mean(actual);
        double product = 0;
        double left = 0;
        double right = 0;
        for (int line = 0; line < expected.length(); line++) {
            double one = expected.get(line) - expectedMean;
            double other = actual.get(line) - actualMean;
            product += one * other;
            left += one * one;
            right += other * other;
        }
        // equal numbers leave the rounding of their mean
        boolean spreads = left > ROUNDING * expectedMean * expectedMean && right > 0;
        return spreads
                ? Outcome.of(Math.max(-1, Math.min(1, product / Math.sqrt(left * right))))
                : Outcome.undefined(Reason.NOT_ESTIMABLE, "expected or actual purchases are the same for all");
    }

    private static double mean(ImmutableDoubleArray column) {
        return column.stream().sum() / column.length();
    }

    /** Goes through the clients by history, so that each distribution is computed once. */
    private static final class Scorer {

        private final PurchaseModel model;
        private final PurchaseLogResult log;
        private final Duration horizon;
        private final double[] expected;
        private final double[] actual;
        private final double[] logScores;
        private double variance;

        Scorer(PurchaseModel model, PurchaseLogResult log) {
            this.model = model;
            this.log = log;
            horizon = Duration.ofDays(log.heldOutDays());
            expected = new double[log.size()];
            actual = new double[log.size()];
            logScores = new double[log.size()];
        }

        HeldOutScoring score() {
            int[] order = order();
            int from = 0;
            while (from < order.length) {
                int to = from + 1;
                while (to < order.length && isSame(order[from], order[to])) {
                    to++;
                }
                score(Arrays.copyOfRange(order, from, to));
                from = to;
            }
            return new HeldOutScoring(
                    ImmutableDoubleArray.copyOf(expected),
                    ImmutableDoubleArray.copyOf(actual),
                    ImmutableDoubleArray.copyOf(logScores),
                    variance);
        }

        private int[] order() {
            int[] order = new int[log.size()];
            for (int line = 0; line < order.length; line++) {
                order[line] = line;
            }
            order = RadixOrder.sort(order, log::ageDays);
            order = RadixOrder.sort(order, log::recencyDays);
            return RadixOrder.sort(order, log::repeats);
        }

        private boolean isSame(int one, int other) {
            return log.repeats(one) == log.repeats(other)
                    && log.recencyDays(one) == log.recencyDays(other)
                    && log.ageDays(one) == log.ageDays(other);
        }

        /** Scores clients of the same history. */
        private void score(int[] lines) {
            PurchaseHistory history = log.history(lines[0]);
            double mean = model.expectedPurchases(history, horizon);
            double[] probabilities = probabilities(history, most(lines));
            for (int line : lines) {
                expected[line] = mean;
                actual[line] = log.heldOutPurchases(line);
                logScores[line] = Math.log(probabilities[log.heldOutPurchases(line)]);
            }
            variance += lines.length * variance(probabilities, mean);
        }

        private static double variance(double[] probabilities, double mean) {
            double sum = 0;
            double rest = 1;
            for (int n = 0; n < probabilities.length; n++) {
                sum += (n - mean) * (n - mean) * probabilities[n];
                rest -= probabilities[n];
            }
            return sum + Math.max(0, rest) * tail(probabilities, mean);
        }

        /** Returns the mean square distance from the mean of what is beyond the last term, where the terms fall like those of a geometric series. */
        private static double tail(double[] probabilities, double mean) {
            int last = probabilities.length - 1;
            double ratio = Math.min(SLOWEST, probabilities[last] / probabilities[last - 1]);
            double beyond = Double.isNaN(ratio) ? 1 : 1 / (1 - ratio);
            return (last + beyond - mean) * (last + beyond - mean) + beyond * (beyond - 1);
        }

        private int most(int[] lines) {
            return Arrays.stream(lines).map(log::heldOutPurchases).max().orElse(0);
        }

        private double[] probabilities(PurchaseHistory history, int atLeast) {
            double[] found = new double[atLeast + 16];
            double sum = 0;
            int n = 0;
            while (n <= Math.max(1, atLeast) || (sum < 1 - TAIL && n < MOST_TERMS)) {
                found = n < found.length ? found : Arrays.copyOf(found, 2 * n);
                found[n] = model.probability(n, history, horizon);
                sum += found[n++];
            }
            return Arrays.copyOf(found, n);
        }
    }
}
