package dev.tenure.lifetime.noncontractual;

import java.util.function.DoubleUnaryOperator;

/**
 * Means over a share \( p \sim \mathrm{Beta}(a, b) \) of a function that is positive and falls.
 *
 * <p>The integral is taken over the log-odds, where the trapezoidal rule doubles its digits with each halving of the step. What would decay too slowly there is
 * removed before: by parts, \( E_{a,b}[g] = E_{a+1,b}[g - \frac{1-p}{a+b} g'] \), a sum of positive terms; and if {@code b} is below one, the
 * function's value at \( p = 1 \) is subtracted and added again.
 */
final class BetaMean {

    /** What is left out is below the last digit of a double even if there is much of it. */
    private static final double NEGLIGIBLE = 44;
    /** Here the distance of a share from one is below the last digit. */
    private static final double ONE = 40;

    private static final double FIRST_DISTANCE = 1e-4;
    private static final int CLIMBS = 24;
    private static final double GOLDEN = 0.618_033_988_749_894_9;
    private static final int FIRST_NODES = 16;
    private static final int MOST_HALVINGS = 12;
    /** The next halving squares it. */
    private static final double TOLERANCE = 1e-9;

    private final double a;
    private final double b;
    private final Falling function;
    private final double atOne;
    private final double peak;
    private final double weightPeak;
    private final double from;
    private final double to;

    private double sum;
    private double weights;

    private BetaMean(double a, double b, Falling function) {
        this.a = a;
        this.b = b;
        this.function = function;
        atOne = b < 1 ? function.at(1, 0) : 0;
        double weightMode = Math.log((a + 1) / (b < 1 ? b + 1 : b));
        double mode = climb(weightMode);
        peak = logIntegrand(mode);
        weightPeak = logWeight(weightMode);
        from = Math.min(edge(this::logIntegrand, mode, -1), edge(this::logWeight, weightMode, -1));
        double right = Math.max(edge(this::logIntegrand, mode, 1), edge(this::logWeight, weightMode, 1));
        to = b < 1 ? Math.min(right, Math.max(ONE, weightMode + ONE)) : right;
    }

    /** A positive falling function of a share. */
    @FunctionalInterface
    interface Falling {

        /** Returns \( g(p) - \mathit{weight} \cdot g'(p) \), for a weight of zero or more. */
        double at(double p, double weight);
    }

    /** Returns the mean; {@code a} and {@code b} are above zero. */
    static double of(double a, double b, Falling function) {
        return new BetaMean(a, b, function).mean();
    }

    private double mean() {
        double step = (to - from) / FIRST_NODES;
        for (int i = 0; i <= FIRST_NODES; i++) {
            add(from + i * step);
        }
        double previous = ratio();
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            for (double s = from + step / 2; s < to; s += step) {
                add(s);
            }
            step /= 2;
            double next = ratio();
            if (Math.abs(next - previous) <= TOLERANCE * next) {
                return next;
            }
            previous = next;
        }
        return previous;
    }

    private double ratio() {
        double mean = Math.exp(peak - weightPeak) * (sum / weights);
        return b < 1 ? atOne + b / (a + 1 + b) * mean : mean;
    }

    private void add(double s) {
        sum += Math.exp(logIntegrand(s) - peak);
        weights += Math.exp(logWeight(s) - weightPeak);
    }

    private double logIntegrand(double s) {
        double other = 1 / (1 + Math.exp(s));
        double value = function.at(1 / (1 + Math.exp(-s)), other / (a + b)) - atOne;
        return (a + 1) * logShare(s) + b * logShare(-s) + Math.log(Math.max(value, 0));
    }

    private double logWeight(double s) {
        return (a + 1) * logShare(s) + (b < 1 ? b + 1 : b) * logShare(-s);
    }

    private static double logShare(double s) {
        return s < 0 ? s - Math.log1p(Math.exp(s)) : -Math.log1p(Math.exp(-s));
    }

    /** Returns about where the integrand is highest: left of where its weight is, as the function falls. */
    private double climb(double weightMode) {
        double distance = FIRST_DISTANCE;
        while (logIntegrand(weightMode - 2 * distance) > logIntegrand(weightMode - distance)) {
            distance *= 2;
        }
        double low = weightMode - 2 * distance;
        double high = weightMode;
        for (int i = 0; i < CLIMBS; i++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (logIntegrand(left) < logIntegrand(right)) {
                low = left;
            } else {
                high = right;
            }
        }
        return (low + high) / 2;
    }

    private static double edge(DoubleUnaryOperator logFunction, double mode, int direction) {
        double floor = logFunction.applyAsDouble(mode) - NEGLIGIBLE;
        double distance = FIRST_DISTANCE;
        while (logFunction.applyAsDouble(mode + direction * distance) > floor) {
            distance *= 2;
        }
        double inside = distance / 2;
        for (int i = 0; i < 4; i++) {
            double middle = (inside + distance) / 2;
            if (logFunction.applyAsDouble(mode + direction * middle) > floor) {
                inside = middle;
            } else {
                distance = middle;
            }
        }
        return mode + direction * distance;
    }
}
