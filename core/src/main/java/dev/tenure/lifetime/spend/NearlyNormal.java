package dev.tenure.lifetime.spend;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Quantiles of the ratio of two gamma variables, each divided by its shape, where both shapes are large: Temme's uniform expansion about the normal
 * distribution with its first correction. It is right to about 0.02 divided by the square of the smaller shape.
 */
final class NearlyNormal {

    /** The largest shape that is told from infinity. */
    static final double LARGEST = 1e300;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    /** Within it the correction is taken from its series. */
    private static final double NEAR = 1e-3;

    private static final int BISECTIONS = 60;

    private final double a;
    private final double b;
    private final double skew;
    private final double bend;
    private final double root;

    private NearlyNormal(double a, double b) {
        this.a = a;
        this.b = b;
        double share = 1 / (1 + b / a);
        double rest = 1 / (1 + a / b);
        skew = (rest - share) / 3;
        bend = (1 - 6 * share * rest) / 8 - 11 * skew * skew / 8;
        root = Math.sqrt(Math.max(a, b) * Math.min(share, rest));
    }

    static double quantile(double a, double b, double probability) {
        double normal = NORMAL.inverseCumulativeProbability(probability);
        NearlyNormal law = new NearlyNormal(Math.min(a, LARGEST), Math.min(b, LARGEST));
        // the widest bracket of a quantile that a double can ask for
        double low = -1;
        double high = 1;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (law.normalOf(middle) < normal) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.exp((low + high) / 2);
    }

    /** Returns the normal variable that is exceeded as often as a ratio, by its logarithm. */
    private double normalOf(double logRatio) {
        double variable = Math.copySign(Math.sqrt(2 * Deviation.depth(a, b, logRatio)), logRatio);
        return variable - correction(logRatio, variable) / root;
    }

    private double correction(double logRatio, double variable) {
        if (Math.abs(logRatio) < NEAR) {
            return -skew - bend * logRatio;
        }
        double share = 1 / (1 + b / a);
        double rest = 1 / (1 + a / b);
        double slope = Math.expm1(logRatio) / (rest + share * Math.exp(logRatio));
        return Math.log(variable / slope / root) * root / variable;
    }
}
