package dev.tenure.retention;

import static dev.tenure.retention.LogoChurnTest.assertMessage;
import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RescaledChurnTest {

    // golden

    /** Source: carl24k/fight-churn at 1310fc75, listing 2.5; tolerance 1e-12. */
    @Test
    void ofDays_fivePercentInThirtyDays_isThePublishedMonthAndYear() {
        assertEquals(
                0.05067654550672329, RescaledChurn.ofDays(0.05, 30, 365.0 / 12).value(), 1e-12);
        assertEquals(0.46423969765350404, RescaledChurn.ofDays(0.05, 30, 365).value(), 1e-12);
    }

    /** Widely published: 3 % a month keep 69.38 % a year, not 64 %; tolerance 1e-12. */
    @Test
    void of_threePercentAMonth_keepsThePublishedShareAYear() {
        assertEquals(0.6938423609954377, RescaledChurn.of(0.03, 12).retention(), 1e-12);
    }

    // laws

    @Property
    void retentionsMultiply(
            @ForAll @DoubleRange(max = 0.9) double churn,
            @ForAll @IntRange(min = 1, max = 12) int first,
            @ForAll @IntRange(min = 1, max = 12) int second) {
        assertEquals(
                RescaledChurn.of(churn, first + second).retention(),
                RescaledChurn.of(churn, first).retention()
                        * RescaledChurn.of(churn, second).retention(),
                1e-14);
    }

    @Property
    void thereAndBackIsWhereOneBegan(
            @ForAll @DoubleRange(max = 0.5) double churn, @ForAll @DoubleRange(min = 0.1, max = 12) double factor) {
        double there = RescaledChurn.of(churn, factor).value();

        assertEquals(churn, RescaledChurn.of(there, 1 / factor).value(), 1e-12);
        assertEquals(1, there + RescaledChurn.of(churn, factor).retention(), 1e-15);
    }

    // edges

    @Test
    void of_ends_stay() {
        assertEquals(0, RescaledChurn.of(0, 12).value());
        assertEquals(1, RescaledChurn.of(1, 12).value());
        assertEquals(0, RescaledChurn.of(1, 0.5).retention());
    }

    // messages

    @Test
    void badArguments_sayWhich() {
        assertMessage("measured must be in [0, 1]: 1.5", () -> RescaledChurn.of(1.5, 2));
        assertMessage("measured must be in [0, 1]: -0.1", () -> RescaledChurn.of(-0.1, 2));
        assertMessage("measured must be in [0, 1]: NaN", () -> RescaledChurn.of(Double.NaN, 2));
        assertMessage("factor must be positive and finite: 0.0", () -> RescaledChurn.of(0.1, 0));
        assertMessage(
                "factor must be positive and finite: Infinity", () -> RescaledChurn.of(0.1, Double.POSITIVE_INFINITY));
        assertMessage("measuredDays must be positive: 0", () -> RescaledChurn.ofDays(0.1, 0, 30));
    }

    @Test
    void explain_saysThatItIsAnEstimate() {
        assertEquals("""
                rescaled churn = 45.96%   [1 - (1 - measured) ^ factor; measured = 5.00%, factor = 12.0000, \
                kind = estimate: every period loses the same share]
                """, RescaledChurn.of(0.05, 12).explain().toText());
    }
}
