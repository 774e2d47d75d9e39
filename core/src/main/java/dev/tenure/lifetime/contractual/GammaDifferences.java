package dev.tenure.lifetime.contractual;

/** Differences of the derivatives of the logarithm of the gamma function, to the last digits however near the two arguments are. */
final class GammaDifferences {

    /** The Bernoulli numbers {@code B(2), B(4), ...}. */
    private static final double[] BERNOULLI = {1 / 6.0, -1 / 30.0, 1 / 42.0, -1 / 30.0, 5 / 66.0, -691 / 2730.0};

    private GammaDifferences() {}

    /** Returns {@code digamma(x + s) - digamma(x)}. */
    static double digamma(double x, double s) {
        double sum = 0;
        double raised = x;
        while (raised < BetaRatio.LARGE) {
            sum += s / (raised + s) / raised;
            raised++;
        }
        double near = 1 / raised;
        double far = 1 / (raised + s);
        double step = s / (raised + s) / raised;
        double squares = step * (near + far);
        double powers = squares;
        double farPower = 1;
        double series = step / 2;
        for (int i = 0; i < BERNOULLI.length; i++) {
            series += BERNOULLI[i] / (2 * (i + 1)) * powers;
            farPower *= far * far;
            powers = near * near * powers + squares * farPower;
        }
        return sum + Math.log1p(s / raised) + series;
    }

    /** Returns {@code trigamma(x + s) - trigamma(x)}, which is not positive. */
    static double trigamma(double x, double s) {
        double sum = 0;
        double raised = x;
        while (raised < BetaRatio.LARGE) {
            sum += s / (raised + s) / raised * (1 / raised + 1 / (raised + s));
            raised++;
        }
        double near = 1 / raised;
        double far = 1 / (raised + s);
        double step = s / (raised + s) / raised;
        double squares = step * (near + far);
        double powers = step;
        double farPower = far;
        double series = step + squares / 2;
        for (double bernoulli : BERNOULLI) {
            powers = near * near * powers + squares * farPower;
            farPower *= far * far;
            series += bernoulli * powers;
        }
        return -(sum + series);
    }
}
