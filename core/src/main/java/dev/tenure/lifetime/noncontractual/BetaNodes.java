package dev.tenure.lifetime.noncontractual;

import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Shares and weights by which means over a share \( p \sim \mathrm{Beta}(a, b) \) of positive, falling, convex functions are sums.
 *
 * <p>The integral is taken over the log-odds, where the trapezoidal rule doubles its digits with each halving of the step. What would decay too slowly there is
 * removed before: by parts, \( E_{a,b}[g] = E_{a+1,b}[g - \frac{1-p}{a+b} g'] \), a sum of positive terms; and if {@code b} is below one, the
 * value at \( p = 1 \) is subtracted and added again.
 */
final class BetaNodes {

    /** What is left out is below the last digit of a double even if there is much of it. */
    private static final double NEGLIGIBLE = 42;

    private static final double GOLDEN = 0.618_033_988_749_894_9;
    private static final int CLIMBS = 10;
    private static final int BISECTIONS = 3;
    private static final int FIRST_STEPS = 24;
    private static final int MOST_HALVINGS = 12;
    /** The last halving has squared it. */
    private static final double TOLERANCE = 1e-8;

    private final boolean subtractsOne;
    private final double[] shares;
    private final double[] slopes;
    private final double[] weights;
    private double weightSum;
    /** The sums by which the means of the functions are found that the nodes were made for. */
    private final double[] sums;

    /** Makes nodes, half of them those of coarser ones. */
    private BetaNodes(Range range, int steps, @Nullable BetaNodes coarser, Falling... functions) {
        subtractsOne = range.subtractsOne;
        shares = new double[steps + 1];
        slopes = new double[steps + 1];
        weights = new double[steps + 1];
        sums = new double[functions.length];
        if (coarser != null) {
            takeOver(coarser);
        }
        int first = coarser == null ? 0 : 1;
        for (int i = first; i <= steps; i += first + 1) {
            add(range, i, range.from + (range.to - range.from) / steps * i);
        }
        for (int k = 0; k < functions.length; k++) {
            sums[k] += sum(functions[k], first);
        }
    }

    private void takeOver(BetaNodes coarser) {
        weightSum = coarser.weightSum;
        System.arraycopy(coarser.sums, 0, sums, 0, sums.length);
        for (int i = 0; i < coarser.shares.length; i++) {
            shares[2 * i] = coarser.shares[i];
            slopes[2 * i] = coarser.slopes[i];
            weights[2 * i] = coarser.weights[i];
        }
    }

    private void add(Range range, int index, double s) {
        double lesser = Math.exp(-Math.abs(s));
        double greater = 1 / (1 + lesser);
        double weight = Math.exp(range.logWeight(s, lesser) - range.highest);
        weightSum += weight;
        double rest = s < 0 ? greater : lesser * greater;
        shares[index] = s < 0 ? lesser * greater : greater;
        slopes[index] = rest / range.total;
        weights[index] = weight * range.factor(rest);
    }

    /** A positive, falling, convex function of a share. */
    @FunctionalInterface
    interface Falling {

        /** Returns \( g(p) - \mathit{weight} \cdot g'(p) \), for a weight of zero or more. */
        double at(double p, double weight);
    }

    /** Returns the mean of a function; {@code a} and {@code b} are above zero. */
    static double mean(double a, double b, Falling function) {
        BetaNodes nodes = of(a, b, function);
        return nodes.base(function) + nodes.sums[0] / nodes.weightSum;
    }

    /** Returns nodes for some functions and for those that lie between them; {@code a} and {@code b} are above zero. */
    static BetaNodes of(double a, double b, Falling... functions) {
        Range range = new Range(a, b, functions);
        BetaNodes nodes = new BetaNodes(range, FIRST_STEPS, null, functions);
        for (int halving = 1; halving <= MOST_HALVINGS; halving++) {
            BetaNodes finer = new BetaNodes(range, FIRST_STEPS << halving, nodes, functions);
            if (nodes.agreesWith(finer, functions)) {
                // two may agree by chance, where the error of the first happens to cross zero
                return new BetaNodes(range, FIRST_STEPS << (halving + 1), finer, functions);
            }
            nodes = finer;
        }
        return nodes;
    }

    private boolean agreesWith(BetaNodes finer, Falling... functions) {
        for (int k = 0; k < functions.length; k++) {
            double excess = finer.sums[k] / finer.weightSum;
            double mean = base(functions[k]) + excess;
            if (Math.abs(sums[k] / weightSum - excess) > TOLERANCE * mean) {
                return false;
            }
        }
        return true;
    }

    /** Returns the mean of a function. */
    double mean(Falling function) {
        return base(function) + sum(function, 0) / weightSum;
    }

    private double base(Falling function) {
        return subtractsOne ? function.at(1, 0) : 0;
    }

    /** Returns the sum over all nodes, or over those that coarser nodes do not have. */
    private double sum(Falling function, int first) {
        double base = base(function);
        double sum = 0;
        for (int i = first; i < shares.length; i += first + 1) {
            sum += weights[i] * (function.at(shares[i], slopes[i]) - base);
        }
        return sum;
    }

    /** The log-odds within which the integrands are not negligible. */
    private static final class Range {

        private final double a;
        private final double b;
        private final double total;
        private final boolean subtractsOne;
        private final double weightB;
        private final double mode;
        private final double width;
        private final double highest;
        private final double from;
        private final double to;

        Range(double a, double b, Falling... functions) {
            this.a = a;
            this.b = b;
            total = a + b;
            subtractsOne = b < 1;
            weightB = subtractsOne ? b + 1 : b;
            mode = Math.log((a + 1) / weightB);
            width = Math.sqrt(1 / (a + 1) + 1 / weightB);
            highest = logWeight(mode);
            double left = edge(this::logWeight, mode, -1);
            for (Falling function : functions) {
                DoubleUnaryOperator logIntegrand = integrand(function);
                double peak = climb(logIntegrand);
                // where a function is constant to the last digit, nothing is left of it
                if (logIntegrand.applyAsDouble(peak) > Double.NEGATIVE_INFINITY) {
                    left = Math.min(left, edge(logIntegrand, peak, -1));
                }
            }
            from = left;
            // as the functions fall, no integrand reaches further to the right than its weight
            to = edge(this::logWeight, mode, 1);
        }

        double logWeight(double s) {
            return logWeight(s, Math.exp(-Math.abs(s)));
        }

        double logWeight(double s, double lesser) {
            double small = Math.log1p(lesser);
            return s < 0 ? (a + 1) * (s - small) - weightB * small : -(a + 1) * small - weightB * (s + small);
        }

        /** Returns by what a mean differs from the sum of weights, where the share leaves so much. */
        double factor(double rest) {
            return subtractsOne ? b / (total + 1) / rest : 1;
        }

        private DoubleUnaryOperator integrand(Falling function) {
            double base = subtractsOne ? function.at(1, 0) : 0;
            return s -> {
                double lesser = Math.exp(-Math.abs(s));
                double greater = 1 / (1 + lesser);
                double share = s < 0 ? lesser * greater : greater;
                double rest = s < 0 ? greater : lesser * greater;
                double excess = Math.max(0, function.at(share, rest / total) - base);
                return logWeight(s, lesser) + Math.log(excess * factor(rest));
            };
        }

        /** Returns about where an integrand is highest: left of where its weight is, as the function falls. */
        private double climb(DoubleUnaryOperator logIntegrand) {
            double distance = width / 4;
            while (logIntegrand.applyAsDouble(mode - 2 * distance) > logIntegrand.applyAsDouble(mode - distance)) {
                distance *= 2;
            }
            double low = mode - 2 * distance;
            double high = mode;
            for (int i = 0; i < CLIMBS; i++) {
                double left = high - GOLDEN * (high - low);
                double right = low + GOLDEN * (high - low);
                if (logIntegrand.applyAsDouble(left) < logIntegrand.applyAsDouble(right)) {
                    low = left;
                } else {
                    high = right;
                }
            }
            return (low + high) / 2;
        }

        private double edge(DoubleUnaryOperator logFunction, double peak, int direction) {
            double floor = logFunction.applyAsDouble(peak) - NEGLIGIBLE;
            double outside = width;
            while (logFunction.applyAsDouble(peak + direction * outside) > floor) {
                outside *= 2;
            }
            double inside = outside / 2;
            for (int i = 0; i < BISECTIONS; i++) {
                double middle = (inside + outside) / 2;
                if (logFunction.applyAsDouble(peak + direction * middle) > floor) {
                    inside = middle;
                } else {
                    outside = middle;
                }
            }
            return peak + direction * outside;
        }
    }
}
