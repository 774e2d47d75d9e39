package dev.tenure.lifetime.contractual;

import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.Trigamma;

/**
 * The derivatives of {@code log B(alpha, beta + power)}, where a power of tenure may be beyond the doubles, by the logarithms of {@code alpha}, of {@code beta}
 * and of the power: those are never beyond them. What no
 * power changes may be left out: the derivatives serve as differences.
 */
final class PowerOfTenure {

    /** From here on only the logarithm of {@code beta + power} matters. */
    static final double HUGE = 300;

    private static final int ALPHA = 0;
    private static final int BETA = 1;
    private static final int POWER = 2;

    private final double[] first = new double[3];
    private final double[][] second = new double[3][3];

    private PowerOfTenure() {}

    /** Returns the derivatives by the logarithm of a power, minus infinity for none. */
    static PowerOfTenure of(double alpha, double beta, double logPower) {
        PowerOfTenure derivatives = new PowerOfTenure();
        double logBeta = Math.log(beta);
        double logSum = Math.max(logBeta, logPower) + Math.log1p(Math.exp(-Math.abs(logBeta - logPower)));
        if (logSum > HUGE) {
            boolean isRelative = logBeta > HUGE;
            double logGrowth =
                    isRelative ? -RetentionPoint.logShare(logBeta - logPower) : logSum - Digamma.value(alpha + beta);
            derivatives.byLogarithm(alpha, logGrowth, RetentionPoint.share(logPower - logBeta), isRelative);
            derivatives.second[ALPHA][ALPHA] += alpha * (alpha * Trigamma.value(alpha + beta));
        } else {
            derivatives.bySum(alpha, beta, Math.exp(logPower));
        }
        return derivatives;
    }

    double first(int coordinate) {
        return first[coordinate];
    }

    double second(int one, int other) {
        return second[Math.max(one, other)][Math.min(one, other)];
    }

    private void byLogarithm(double alpha, double logGrowth, double share, boolean isRelative) {
        double bend = alpha * share * (1 - share);
        first[ALPHA] = -alpha * logGrowth;
        // without the part that is the same at every power, where that is nearly all
        first[BETA] = alpha * share - (isRelative ? 0 : alpha);
        first[POWER] = -alpha * share;
        second[ALPHA][ALPHA] = first[ALPHA];
        second[BETA][ALPHA] = first[BETA];
        second[POWER][ALPHA] = first[POWER];
        second[BETA][BETA] = -bend;
        second[POWER][BETA] = bend;
        second[POWER][POWER] = -bend;
    }

    private void bySum(double alpha, double beta, double power) {
        double sum = beta + power;
        double slope = -GammaDifferences.digamma(sum, alpha);
        double bend = -GammaDifferences.trigamma(sum, alpha);
        double far = Trigamma.value(alpha + sum);
        first[ALPHA] = -alpha * GammaDifferences.digamma(alpha + beta, power);
        first[BETA] = beta * slope;
        first[POWER] = power * slope;
        second[ALPHA][ALPHA] = first[ALPHA] - alpha * (alpha * GammaDifferences.trigamma(alpha + beta, power));
        second[BETA][ALPHA] = -alpha * (beta * far);
        second[POWER][ALPHA] = -alpha * (power * far);
        second[BETA][BETA] = first[BETA] + beta * (beta * bend);
        second[POWER][BETA] = beta * (power * bend);
        second[POWER][POWER] = first[POWER] + power * (power * bend);
    }
}
