package dev.tenure.stat;

import java.util.function.DoubleUnaryOperator;

/**
 * The root of a monotone function in a bracket, by T. R. Chandrupatla, <i>Advances in Engineering Software</i> 28 (1997),
 * 145-149: inverse quadratic interpolation where that is safe, bisection elsewhere. Infinite values are met by bisection.
 */
final class Root {

    /** Four units in the last place of the root. */
    private static final double RELATIVE_TOLERANCE = 4 * Math.ulp(1.0);

    private Root() {}

    /**
     * Returns where {@code function} crosses zero.
     *
     * @param function monotone in the bracket, never NaN, with values of opposite signs (or zero) at its ends
     */
    static double find(DoubleUnaryOperator function, double lower, double upper) {
        double newest = lower;
        double newestValue = function.applyAsDouble(newest);
        double opposite = upper;
        double oppositeValue = function.applyAsDouble(opposite);
        double step = 0.5;
        while (true) {
            double trial = newest + step * (opposite - newest);
            double trialValue = function.applyAsDouble(trial);
            double previous;
            double previousValue;
            if (Math.signum(trialValue) == Math.signum(newestValue)) {
                previous = newest;
                previousValue = newestValue;
            } else {
                previous = opposite;
                previousValue = oppositeValue;
                opposite = newest;
                oppositeValue = newestValue;
            }
            newest = trial;
            newestValue = trialValue;
            double best = Math.abs(newestValue) <= Math.abs(oppositeValue) ? newest : opposite;
            double tolerance = RELATIVE_TOLERANCE * Math.abs(best) + Double.MIN_NORMAL;
            double shortest = tolerance / Math.abs(opposite - newest);
            if (newestValue == 0 || shortest > 0.5) {
                return best;
            }
            step = step(newest, newestValue, opposite, oppositeValue, previous, previousValue);
            step = Math.max(shortest, Math.min(1 - shortest, step));
        }
    }

    /** Returns how far to go from {@code a} towards {@code b}, given an older point {@code c} on either side. */
    private static double step(double a, double fa, double b, double fb, double c, double fc) {
        double xi = (a - b) / (c - b);
        double phi = (fa - fb) / (fc - fb);
        // false for the NaN that infinite values give
        boolean interpolates = phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi;
        return interpolates
                ? fa / (fb - fa) * (fc / (fb - fc)) + (c - a) / (b - a) * (fa / (fc - fa)) * (fb / (fc - fb))
                : 0.5;
    }
}
