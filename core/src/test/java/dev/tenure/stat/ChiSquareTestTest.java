package dev.tenure.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ChiSquareTestTest {

    // golden: the quantiles of the tables, and tails by R 4.2.2, pchisq(x, df, lower = FALSE)

    @Test
    void pValue_atTabulatedQuantiles_isTheTabulatedLevel() {
        assertEquals(0.05, ChiSquareTest.of(3.841458820694124, 1).pValue(), 1e-15);
        assertEquals(0.05, ChiSquareTest.of(5.991464547107979, 2).pValue(), 1e-15);
        assertEquals(0.01, ChiSquareTest.of(15.08627246938899, 5).pValue(), 1e-15);
    }

    @Test
    void pValue_farInTheTail_keepsItsDigits() {
        double expected = Math.exp(-300);

        assertEquals(expected, ChiSquareTest.of(600, 2).pValue(), 1e-13 * expected);
        assertEquals(4.16880910933453e-05, ChiSquareTest.of(16.7929409892165, 1).pValue(), 1e-17);
    }

    // laws

    @Property
    void withTwoDegreesItIsAnExponential(@ForAll @DoubleRange(max = 100) double statistic) {
        double expected = Math.exp(-statistic / 2);

        assertEquals(expected, ChiSquareTest.of(statistic, 2).pValue(), 1e-13 * expected);
    }

    @Property
    void aLargerStatisticIsLessProbable(
            @ForAll @DoubleRange(max = 50) double one,
            @ForAll @DoubleRange(max = 50) double other,
            @ForAll @IntRange(min = 1, max = 30) int degrees) {
        double smaller = ChiSquareTest.of(Math.min(one, other), degrees).pValue();
        double larger = ChiSquareTest.of(Math.max(one, other), degrees).pValue();

        assertTrue(larger <= smaller + 1e-15);
        assertTrue(0 <= larger && smaller <= 1);
    }

    // edges and messages

    @Test
    void pValue_ofNothing_isOne() {
        assertEquals(1, ChiSquareTest.of(0, 1).pValue());
        assertEquals(1, ChiSquareTest.of(-0.0, 7).pValue());
    }

    @Test
    void of_badArguments_saysWhich() {
        assertEquals("statistic must be finite and not negative: -1.0", message(() -> ChiSquareTest.of(-1, 1)));
        assertEquals("statistic must be finite and not negative: NaN", message(() -> ChiSquareTest.of(Double.NaN, 1)));
        assertEquals(
                "statistic must be finite and not negative: Infinity",
                message(() -> ChiSquareTest.of(Double.POSITIVE_INFINITY, 1)));
        assertEquals("degreesOfFreedom must be positive: 0", message(() -> ChiSquareTest.of(1, 0)));
    }

    private static String message(Executable action) {
        return assertThrows(IllegalArgumentException.class, action).getMessage();
    }
}
