package dev.tenure.lifetime.spend;

import org.apache.commons.numbers.gamma.LogGamma;

/**
 * What Stirling's formula leaves of the logarithm of the gamma function: {@code log gamma(z) - (z - 1/2) log z + z - log(2 pi) / 2}, with its derivatives
 * by the logarithm of {@code z}. It falls to zero like {@code 1 / (12 z)} and keeps its digits, where the whole has lost them.
 */
final class StirlingRemainder {

    /** From here on the series is exact in doubles. */
    private static final double LARGE = 20;

    /** The coefficients of {@code 1/z, 1/z^3, ...}. */
    private static final double[] SERIES = {1 / 12.0, -1 / 360.0, 1 / 1260.0, -1 / 1680.0, 1 / 1188.0, -691 / 360360.0};

    static final double HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;

    private StirlingRemainder() {}

    static double value(double z) {
        if (z < LARGE) {
            return LogGamma.value(z) - (z - 0.5) * Math.log(z) + z - HALF_LOG_TWO_PI;
        }
        double power = 1 / z;
        double sum = 0;
        for (double coefficient : SERIES) {
            sum += coefficient * power;
            power = power / z / z;
        }
        return sum;
    }

    /** Returns the first derivative by {@code z}, times {@code z}. */
    static double slope(double z) {
        if (z < LARGE) {
            // by the recursion of digamma, whose first step is -1 / z
            double raised = z + 1;
            double steps = 0;
            while (raised < LARGE) {
                steps += 1 / raised;
                raised++;
            }
            double digamma = Math.log(raised) + (slope(raised) - 0.5) / raised - steps;
            return z * (digamma - Math.log(z)) - 0.5;
        }
        double power = 1 / z;
        double sum = 0;
        for (int i = 0; i < SERIES.length; i++) {
            sum -= (2 * i + 1) * SERIES[i] * power;
            power = power / z / z;
        }
        return sum;
    }

    /** Returns the second derivative by {@code z}, times {@code z} twice. */
    static double bend(double z) {
        if (z < LARGE) {
            double raised = z + 1;
            double steps = 0;
            while (raised < LARGE) {
                steps += 1 / raised / raised;
                raised++;
            }
            double trigamma = (1 + (bend(raised) + 0.5) / raised) / raised + steps;
            return z * z * trigamma - z + 0.5;
        }
        double power = 1 / z;
        double sum = 0;
        for (int i = 0; i < SERIES.length; i++) {
            sum += (2 * i + 1) * (2 * i + 2) * SERIES[i] * power;
            power = power / z / z;
        }
        return sum;
    }
}
