package dev.tenure.lifetime.spend;

import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.Trigamma;

/** Differences of the derivatives of the logarithm of the gamma function, with all digits also where the argument is so large that the two are nearly equal. */
final class GammaSlopes {

    /** From here on the terms below of Stirling's series are exact in doubles. */
    private static final double LARGE = 100;

    private GammaSlopes() {}

    /** Returns \( \psi(z + n) - \psi(z) \), for {@code z} and {@code n} above zero. */
    static double slope(double z, double n) {
        if (z < LARGE) {
            return Digamma.value(z + n) - Digamma.value(z);
        }
        double growth = Math.log1p(n / z);
        return growth
                + fall(z, growth, 1) / 2
                + fall(z, growth, 2) / 12
                - fall(z, growth, 4) / 120
                + fall(z, growth, 6) / 252;
    }

    /** Returns \( \psi'(z + n) - \psi'(z) \), for {@code z} and {@code n} above zero. */
    static double bend(double z, double n) {
        if (z < LARGE) {
            return Trigamma.value(z + n) - Trigamma.value(z);
        }
        double growth = Math.log1p(n / z);
        return -fall(z, growth, 1)
                - fall(z, growth, 2) / 2
                - fall(z, growth, 3) / 6
                + fall(z, growth, 5) / 30
                - fall(z, growth, 7) / 42;
    }

    /** Returns \( z^{-k} - (z + n)^{-k} \), by the logarithm of {@code 1 + n / z}. */
    private static double fall(double z, double growth, int k) {
        return Math.pow(z, -k) * -Math.expm1(-k * growth);
    }
}
