package dev.tenure.lifetime.spend;

/**
 * How far a mean spend is from the usual one, in terms that keep their digits where both parameters of the ratio of two gamma variables are huge. The ratio
 * {@code u} of the one to the usual one is given by its logarithm; {@code s} and {@code r} are the shares of the two parameters in their sum.
 */
final class Deviation {

    private static final double SMALL = 0.5;
    private static final double NEGLIGIBLE = 1e-18;

    private Deviation() {}

    /** Returns {@code log(r + s u)}. */
    static double logMixture(double share, double rest, double logRatio) {
        return share <= SMALL
                ? Math.log1p(share * Math.expm1(logRatio))
                : logRatio + Math.log1p(rest * Math.expm1(-logRatio));
    }

    /** Returns {@code (a + b) (log(r + s u) - s log(u))}, zero at {@code u = 1} and positive elsewhere: how far the density is below its height. */
    static double depth(double a, double b, double logRatio) {
        return a <= b ? depthBySmaller(a, b, logRatio) : depthBySmaller(b, a, -logRatio);
    }

    private static double depthBySmaller(double a, double b, double logRatio) {
        double excess = Math.expm1(logRatio);
        double share = 1 / (1 + b / a);
        double part = share * excess;
        return Math.abs(excess) < SMALL
                ? (a + b) * beyondLinear(part, Math.log1p(part)) - a * beyondLinear(excess, logRatio)
                : (a + b) * (Math.log1p(part) - share * logRatio);
    }

    /** Returns {@code log(1 + z) - z}, by {@code z} and that logarithm. */
    static double beyondLinear(double z, double logarithm) {
        if (Math.abs(z) >= SMALL) {
            return logarithm - z;
        }
        // log(1 + z) is twice the inverse hyperbolic tangent of y
        double y = z / (2 + z);
        double square = y * y;
        double power = 2 * y * square;
        double sum = 0;
        for (int i = 3; Math.abs(power) > NEGLIGIBLE * square; i += 2) {
            sum += power / i;
            power *= square;
        }
        return sum - z * y;
    }
}
