package dev.tenure.lifetime.noncontractual;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Integrals that can be done by hand. */
class PowerIntegralTest {

    @ParameterizedTest
    @CsvSource({"1, 2, 3", "0.001, 5000, 1e9", "1e6, 1.5, 1e-6", "7, 1e6, 1", "1, 1.001, 1e100"})
    void onePower(double scale, double exponent, double to) {
        double expected = -scale / (exponent - 1) * Math.expm1((1 - exponent) * Math.log1p(to / scale));

        assertRelative(expected, new PowerIntegral(0, scale, exponent, 1, 0, 0, to));
        assertRelative(expected, new PowerIntegral(0, 1, 0, scale, exponent, 0, to));
        assertRelative(expected, new PowerIntegral(0, scale, 0.4 * exponent, scale, 0.6 * exponent, 0, to));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 1e-3, 1, 1e6})
    void oneExponential(double decay) {
        assertRelative(1 / decay, new PowerIntegral(0, 1, 0, 1, 0, decay, Double.POSITIVE_INFINITY));
        assertRelative(-Math.expm1(-decay) / decay, new PowerIntegral(0, 1, 0, 1, 0, decay, 1));
    }

    /** By hand: the beta function, times the scale. */
    @Test
    void onePowerOfAShare() {
        assertRelative(3 * 2.0 / (11 * 12 * 13), new PowerIntegral(10, 3, 4, 1, 0, 0, Double.POSITIVE_INFINITY));
        assertRelative(5 * 2.0 / (3 * 4 * 5), new PowerIntegral(2, 5, 4, 1, 0, 0, Double.POSITIVE_INFINITY));
    }

    @Test
    void nothing() {
        assertEquals(Double.NEGATIVE_INFINITY, new PowerIntegral(3, 1, 2, 1, 0, 0, 0).log());
    }

    private static void assertRelative(double expected, PowerIntegral integral) {
        assertEquals(1, Math.exp(integral.log()) / expected, 1e-11);
    }
}
