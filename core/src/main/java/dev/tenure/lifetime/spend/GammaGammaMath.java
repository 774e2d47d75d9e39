package dev.tenure.lifetime.spend;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/** The functions of {@link GammaGamma} on numbers. */
final class GammaGammaMath {

    private static final double SMALLEST_LOG = -745;
    private static final double LARGEST_LOG = 709;
    private static final double NEGLIGIBLE = 1e-15;

    /** From here on two terms of the expansion about the normal distribution are right to 1e-11. */
    private static final double LARGE = 1e5;

    /** From here on, next to a parameter that is not large, the gamma distribution with its first correction is right to 1e-10. */
    private static final double MUCH_LARGER = 1e7;

    /** A parameter so much smaller than another one as this leaves that one without effect. */
    private static final double EXACT = 1e-30;

    private GammaGammaMath() {}

    /** Returns the logarithm of the density of a mean spend, given the number of transactions and the sum of all. */
    static double logDensity(double p, double q, double gamma, double transactions, double total) {
        double shape = p * transactions;
        double logMean = Math.log(total / transactions);
        double logRatio = logMean - Math.log(p) - Math.log(gamma) + Math.log(q);
        return logHeight(shape, q) - logMean - Deviation.depth(shape, q, logRatio);
    }

    /** Returns the logarithm of the highest density of the logarithm of the ratio of two gamma variables. */
    static double logHeight(double a, double b) {
        return (Math.log(a) - Math.log1p(a / b)) / 2
                - StirlingRemainder.HALF_LOG_TWO_PI
                + StirlingRemainder.value(a + b)
                - StirlingRemainder.value(a)
                - StirlingRemainder.value(b);
    }

    /** Returns below which value a client's mean spend lies with a probability; infinite if beyond all numbers. */
    static double quantileOfMean(double p, double q, double gamma, double share) {
        if (q >= LARGE) {
            // the mean is a transaction that does not vary
            return p * (gamma / q) * NearlyNormal.quantile(Math.min(NearlyNormal.LARGEST, q / EXACT), q, share);
        }
        // the mean is p gamma / y, where y has a gamma distribution: where y is large the mean is small
        return p * gamma * Math.exp(-logOfGamma(q, share, -1));
    }

    /** Returns below which value a single transaction lies with a probability; infinite if beyond all numbers. */
    static double quantileOfTransaction(double p, double q, double gamma, double share) {
        if (Math.min(p, q) >= LARGE) {
            return p * (gamma / q) * NearlyNormal.quantile(p, q, share);
        }
        if (q >= MUCH_LARGER) {
            return gamma * Math.expm1(negativeLog(p, q, Math.exp(logOfGamma(p, share, 1))));
        }
        if (p >= MUCH_LARGER) {
            return gamma / Math.expm1(negativeLog(q, p, Math.exp(logOfGamma(q, share, -1))));
        }
        double log = crossing(s -> below(s, p, q), s -> below(-s, q, p), share, 1);
        return gamma * Math.exp(log);
    }

    /** Returns how likely the log-odds of a share with a beta distribution lie below a value, by that of share and rest which is not rounded to one. */
    private static double below(double logOdds, double p, double q) {
        return logOdds < 0
                ? RegularizedBeta.value(1 / (1 + Math.exp(-logOdds)), p, q)
                : RegularizedBeta.complement(1 / (1 + Math.exp(logOdds)), q, p);
    }

    private static double logOfGamma(double shape, double share, int direction) {
        DoubleUnaryOperator below = s -> RegularizedGamma.P.value(shape, Math.exp(s));
        DoubleUnaryOperator above = s -> RegularizedGamma.Q.value(shape, Math.exp(s));
        return direction > 0 ? crossing(below, above, share, direction) : crossing(above, below, share, direction);
    }

    /**
     * Returns {@code -log(1 - b)} for a quantile of a beta variable {@code b} of the parameters {@code small} and {@code large}, by that of a gamma variable of
     * the shape {@code small}: {@code b} has nearly its distribution, in units of the middle of the larger parameter.
     */
    private static double negativeLog(double small, double large, double ofGamma) {
        double middle = large + (small - 1) / 2;
        return ofGamma / middle * (1 + (small - 1) / middle * ((small + 1 + ofGamma) / middle) / 24);
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
