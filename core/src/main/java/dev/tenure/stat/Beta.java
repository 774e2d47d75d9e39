package dev.tenure.stat;

import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/** The tails of the beta distribution. */
final class Beta {

    /**
     * From here on the continued fraction is slow, and at last does not converge, while the expansion is right to a hundred
     * millionth of the probability.
     */
    private static final double LARGE = 1e8;

    private Beta() {}

    /** Returns the probability of {@code p} or less. */
    static double lower(double p, double a, double b) {
        return isLarge(p, a, b) ? expansion(p, a, b, 1) : RegularizedBeta.value(p, a, b);
    }

    /** Returns the probability of more than {@code p}. */
    static double upper(double p, double a, double b) {
        return isLarge(p, a, b) ? expansion(p, a, b, -1) : RegularizedBeta.complement(p, a, b);
    }

    private static boolean isLarge(double p, double a, double b) {
        return p > 0 && p < 1 && Math.min(a, b) > LARGE;
    }

    /**
     * Returns the first two terms of the uniform expansion for large parameters, the second at its centre. Source: N. M. Temme,
     * <i>Special Functions</i> (1996), section 11.3.3.
     *
     * @param sign 1 for the lower tail, -1 for the upper
     */
    private static double expansion(double p, double a, double b, int sign) {
        double sum = a + b;
        double centre = a / sum;
        double other = b / sum;
        double excess = p - centre;
        double deviance = Math.max(0, -2 * (a * Math.log1p(excess / centre) + b * Math.log1p(-excess / other)));
        double root = Math.copySign(Math.sqrt(deviance), excess);
        double correction = (other - centre) / (3 * Math.sqrt(centre * other * sum));
        return Erfc.value(-sign * root / Math.sqrt(2)) / 2
                + sign * correction * Math.exp(-deviance / 2) / Math.sqrt(2 * Math.PI);
    }
}
