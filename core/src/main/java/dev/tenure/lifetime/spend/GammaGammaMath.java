package dev.tenure.lifetime.spend;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/** The functions of {@link GammaGamma} on numbers. */
final class GammaGammaMath {

    private static final double SMALLEST_LOG = -745;
    private static final double LARGEST_LOG = 709;
    private static final double NEGLIGIBLE = 1e-15;

    private GammaGammaMath() {}

    /** Returns the logarithm of the density of a mean spend, given the number of transactions and the sum of all. */
    static double logDensity(double p, double q, double gamma, double transactions, double total) {
        double shape = p * transactions;
        return -LogBeta.value(shape, q)
                - shape * Math.log1p(gamma / total)
                - q * Math.log1p(total / gamma)
                - Math.log(total / transactions);
    }

    /** Returns below which value a client's mean spend lies with a probability; infinite if beyond all numbers. */
    static double quantileOfMean(double p, double q, double gamma, double share) {
        // the mean is p gamma / y, where y has a gamma distribution: where y is large the mean is small
        double log = crossing(
                s -> RegularizedGamma.Q.value(q, Math.exp(s)),
                s -> RegularizedGamma.P.value(q, Math.exp(s)),
                share,
                -1);
        return p * gamma * Math.exp(-log);
    }

    /** Returns below which value a single transaction lies with a probability; infinite if beyond all numbers. */
    static double quantileOfTransaction(double p, double q, double gamma, double share) {
        double log = crossing(s -> below(s, p, q), s -> below(-s, q, p), share, 1);
        return gamma * Math.exp(log);
    }

    /** Returns how likely the log-odds of a share with a beta distribution lie below a value, by that of share and rest which is not rounded to one. */
    private static double below(double logOdds, double p, double q) {
        return logOdds < 0
                ? RegularizedBeta.value(1 / (1 + Math.exp(-logOdds)), p, q)
                : RegularizedBeta.complement(1 / (1 + Math.exp(logOdds)), q, p);
    }

    /**
     * Returns the logarithm at which a probability is reached, by bisection in the smaller tail, whose logarithm keeps its digits.
     *
     * @param below the probability to lie below what belongs to a logarithm
     * @param above the probability to lie above it
     * @param direction 1 if {@code below} rises with the logarithm, -1 if it falls
     */
    private static double crossing(DoubleUnaryOperator below, DoubleUnaryOperator above, double share, int direction) {
        boolean isLow = share <= 0.5;
        DoubleUnaryOperator tail = isLow ? below : above;
        double target = isLow ? share : 1 - share;
        boolean rises = isLow == (direction > 0);
        double low = SMALLEST_LOG;
        double high = LARGEST_LOG;
        while (high - low > NEGLIGIBLE * Math.max(1, Math.abs(low))) {
            double middle = (low + high) / 2;
            if (middle == low || middle == high) {
                break;
            }
            if (tail.applyAsDouble(middle) < target == rises) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return limit((low + high) / 2, direction);
    }

    /** Where the search has run into the end of the numbers, what is looked for lies beyond it. */
    private static double limit(double log, int direction) {
        if (log < SMALLEST_LOG + 1 || log > LARGEST_LOG - 1) {
            return direction * Math.signum(log) > 0 ? direction * Double.POSITIVE_INFINITY : log;
        }
        return log;
    }
}
