package dev.tenure.lifetime.spend;

import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.Trigamma;

/**
 * By how much the derivatives of the logarithm of the gamma function rise between two points. Far out they nearly agree, and what is left of their difference, times the
 * point, is what tells a search whether it climbs: there it comes from the series of Stirling, term by term.
 */
final class GammaRise {

    /** From here on the terms left out are below the last digit. */
    private static final double FAR = 1000;

    private GammaRise() {}

    /** Returns {@code digamma(from + step) - digamma(from)}; both arguments are above zero. */
    static double ofDigamma(double from, double step) {
        double to = from + step;
        if (from < FAR) {
            return Digamma.value(to) - Digamma.value(from);
        }
        double inverse = fallOfInverse(from, step);
        double squares = inverse * (1 / from + 1 / to);
        double fourths = squares * (1 / (from * from) + 1 / (to * to));
        return Math.log1p(step / from) + inverse / 2 + squares / 12 - fourths / 120;
    }

    /** Returns {@code trigamma(from + step) - trigamma(from)}; both arguments are above zero. */
    static double ofTrigamma(double from, double step) {
        double to = from + step;
        if (from < FAR) {
            return Trigamma.value(to) - Trigamma.value(from);
        }
        double inverse = fallOfInverse(from, step);
        double squares = inverse * (1 / from + 1 / to);
        double cubes = inverse * (1 / (from * from) + 1 / (from * to) + 1 / (to * to));
        return -(inverse + squares / 2 + cubes / 6);
    }

    /** Returns {@code 1 / from - 1 / (from + step)}. */
    private static double fallOfInverse(double from, double step) {
        return step / from / (from + step);
    }
}
