package dev.tenure.stat;

/** Functions of {@code x} successes in {@code n} trials with the chance {@code p} of each. */
final class ProportionMath {

    private ProportionMath() {}

    /** Returns the probability of {@code x} or more successes; {@code x} is positive. */
    static double atLeast(double x, double n, double p) {
        return x > n ? 0 : Beta.lower(p, x, n - x + 1);
    }

    /** Returns the probability of {@code x} or fewer successes; {@code x} is below {@code n}. */
    static double atMost(double x, double n, double p) {
        return x < 0 ? 0 : Beta.upper(p, x + 1, n - x);
    }

    /** Returns twice the loss of log-likelihood of {@code p} against the observed share. */
    static double deviance(double x, double n, double p) {
        double share = x / n;
        return -2 * (loss(x, (p - share) / share) + loss(n - x, (share - p) / (1 - share)));
    }

    private static double loss(double count, double relativeChange) {
        return count == 0 ? 0 : count * Math.log1p(relativeChange);
    }

    /** Returns the centre of the Wilson interval. */
    static double wilsonCentre(double x, double n, double z) {
        return (x + z * z / 2) / (n + z * z);
    }

    /** Returns half of the width of the Wilson interval. */
    static double wilsonHalf(double x, double n, double z) {
        double p = x / n;
        return z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n);
    }

    /**
     * Returns the lower limit of the Wilson interval with Yates's correction; that of the complement gives the upper. Half a success, or
     * less, is corrected to none.
     */
    static double correctedWilsonLower(double x, double n, double z) {
        if (x <= 0.5) {
            return 0;
        }
        double p = x / n;
        double root = Math.sqrt(z * z - 2 - 1 / n + 4 * p * (n * (1 - p) + 1));
        return (2 * x + z * z - 1 - z * root) / (2 * (n + z * z));
    }

    /** Returns the variance of a share. */
    static double variance(double x, double n) {
        double p = x / n;
        return p * (1 - p) / n;
    }
}
