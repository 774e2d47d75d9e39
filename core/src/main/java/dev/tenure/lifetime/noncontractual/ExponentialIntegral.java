package dev.tenure.lifetime.noncontractual;

import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The exponential integral \( F_\nu(q) = e^q E_\nu(q) = \int_0^\infty e^{-qy} (1 + y)^{-\nu} dy \) by its continued fraction
 * \( F_\nu(q) = 1 / (q + \nu - R_\nu(q)) \): NIST Digital Library of Mathematical Functions, sections 8.19 and 8.20.
 */
final class ExponentialIntegral {

    private static final double EULER = 0.577_215_664_901_532_9;
    private static final double ZETA_2 = Math.PI * Math.PI / 6;
    private static final double ZETA_3 = 1.202_056_903_159_594_2;
    private static final double ZETA_4 = ZETA_2 * ZETA_2 * 2 / 5;
    private static final double ZETA_5 = 1.036_927_755_143_37;
    private static final double PRECISION = 1e-16;
    private static final double SMALL_SHAPE = 1e-3;
    /** From here on the continued fraction needs less than a hundred terms, whatever the argument. */
    private static final double LARGE_ORDER = 10;

    private ExponentialIntegral() {}

    /** Returns \( R_\nu(q) \) for an order above 1/2 and an argument above zero: positive, and about \( \nu / q \) where {@code q} is large. */
    static double remainder(double order, double argument) {
        return argument >= 1 || order >= LARGE_ORDER
                ? fraction(order, argument)
                : argument + order - 1 / scaled(order, argument);
    }

    /** Lentz's method. */
    private static double fraction(double order, double argument) {
        double base = argument + order;
        double denominator = base + 2;
        double found = order / denominator;
        double c = denominator;
        double d = 0;
        for (int i = 2; true; i++) {
            double numerator = -i * (order + i - 1);
            denominator = base + 2 * i;
            c = denominator + numerator / c;
            d = 1 / (denominator + numerator * d);
            double factor = c * d;
            found /= factor;
            if (Math.abs(factor - 1) <= 2 * PRECISION) {
                return found;
            }
        }
    }

    /** From an order near one upwards, which loses nothing as the argument is below the order. */
    private static double scaled(double order, double argument) {
        long steps = Math.round(order - 1);
        double at = order - steps;
        double found = Math.exp(argument) * nearOrderOne(1 - at, argument);
        for (long i = 0; i < steps; i++) {
            found = (1 - argument * found) / at;
            at++;
        }
        return found;
    }

    /** Returns \( E_{1 - s}(q) = \Gamma(s, q) q^{-s} \) for {@code |s|} up to 1/2 and {@code q} below one. */
    private static double nearOrderOne(double s, double q) {
        double slope = logGamma1pBy(s) - Math.log(q);
        double sum = s == 0 ? slope : Math.expm1(s * slope) / s;
        double term = 1;
        for (int k = 1; Math.abs(term) > PRECISION; k++) {
            term *= -q / k;
            sum -= term / (s + k);
        }
        return sum;
    }

    /** Returns \( \log \Gamma(1 + s) / s \). */
    private static double logGamma1pBy(double s) {
        return Math.abs(s) > SMALL_SHAPE
                ? LogGamma.value(1 + s) / s
                : -EULER + s * (ZETA_2 / 2 - s * (ZETA_3 / 3 - s * (ZETA_4 / 4 - s * ZETA_5 / 5)));
    }
}
