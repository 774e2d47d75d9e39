package dev.tenure.lifetime.discrete;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Sums of logarithms that telescope, and sums of fractions. */
class RisingFactorialsTest {

    private static final double LAST_DIGITS = 4e-15;

    @Property(tries = 500)
    void withOne_theSumTelescopes(
            @ForAll @DoubleRange(min = 0.01, max = 300) double a, @ForAll @IntRange(max = 5000) int m) {
        assertEquals(Math.log1p(m / a), RisingFactorials.meanLog(a, 1, m), LAST_DIGITS * Math.log1p(m / a));
        assertEquals(-Math.log1p(m / a), RisingFactorials.logShare(a, 1, m), LAST_DIGITS * Math.log1p(m / a));
    }

    @Property(tries = 500)
    void withTwo_everySecondTermIsLeft(
            @ForAll @DoubleRange(min = 0.01, max = 300) double a, @ForAll @IntRange(max = 5000) int m) {
        double expected = (Math.log1p(m / a) + Math.log1p(m / (a + 1))) / 2;

        assertEquals(expected, RisingFactorials.meanLog(a, 2, m), LAST_DIGITS * expected);
    }

    @Property(tries = 200)
    void withZero_itIsTheSumOfTheInverses(
            @ForAll @DoubleRange(min = 0.01, max = 300) double a, @ForAll @IntRange(max = 1000) int m) {
        double expected = 0;
        for (int k = m - 1; k >= 0; k--) {
            expected += 1 / (a + k);
        }
        assertEquals(expected, RisingFactorials.meanLog(a, 0, m), LAST_DIGITS * expected);
    }

    @Test
    void withAHundred_aHundredTermsAreLeft() {
        double expected = 0;
        for (int k = 99; k >= 0; k--) {
            expected += Math.log1p(2000 / (70.0 + k)) / 100;
        }
        assertEquals(expected, RisingFactorials.meanLog(70, 100, 2000), LAST_DIGITS * expected);
    }

    @Property(tries = 200)
    void survivedSteps_areTheSumOfTheProducts(
            @ForAll @DoubleRange(min = 0.1, max = 20) double c,
            @ForAll @DoubleRange(min = 0.1, max = 100) double d,
            @ForAll @IntRange(max = 600) int m) {
        double product = 1;
        double sum = 0;
        for (int k = 0; k < m; k++) {
            product *= (d + k) / (c + d + k);
            sum += product;
        }
        assertEquals(sum, RisingFactorials.survived(c, d, m), 1e-12 * sum);
    }
}
