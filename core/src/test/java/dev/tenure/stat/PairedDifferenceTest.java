package dev.tenure.stat;

import static dev.tenure.stat.ConfidenceLevel.P95;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairedDifferenceTest {

    // golden

    /**
     * Source: M. W. Fagerland, S. Lydersen and P. Laake, <i>Statistics in Medicine</i> 33 (2014), 2850-2875, airway
     * hyper-responsiveness, 1 and 7 of 21 pairs, Tango's interval -0.517 to -0.026; further digits from 30-digit arithmetic.
     */
    @Test
    void interval_isTangos() {
        Interval interval = PairedDifference.of(1, 7, 21).interval(P95).orElseThrow();

        assertEquals(-0.517, interval.lower(), 5e-4);
        assertEquals(-0.026, interval.upper(), 5e-4);
        assertEquals(-0.51723227642137748, interval.lower(), 1e-12);
        assertEquals(-0.026003032480868604, interval.upper(), 1e-12);
    }

    /** Limits by bisection of the score statistic in 40-digit arithmetic (mpmath 1.3.0). */
    @ParameterizedTest
    @CsvSource({"3, 0, 5, -0.095171943653079669, 0.88237922576735206"})
    void interval_isRightToTwelveDigits(long gains, long losses, long size, double lower, double upper) {
        Interval interval =
                PairedDifference.of(gains, losses, size).interval(P95).orElseThrow();

        assertEquals(lower, interval.lower(), 1e-12);
        assertEquals(upper, interval.upper(), 1e-12);
    }

    /** If all gain, the score statistic is sqrt(n (1 - d) / (1 + d)), so that the lower limit is (n - z²) / (n + z²). */
    @Property
    void whereAllGainTheLimitHasAClosedForm(@ForAll @LongRange(min = 1, max = 1_000_000) long size) {
        Interval interval = PairedDifference.of(size, 0, size).interval(P95).orElseThrow();

        assertEquals((size - 3.841458820694124) / (size + 3.841458820694124), interval.lower(), 1e-12);
        assertEquals(1, interval.upper());
    }

    // laws

    @Provide
    static Arbitrary<PairedDifference> differences() {
        Arbitrary<Long> counts = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 9), Arbitraries.longs().between(0, 1_000_000_000L));
        return Combinators.combine(counts, counts, counts)
                .as((gains, losses, rest) -> PairedDifference.of(gains, losses, gains + losses + rest))
                .filter(difference -> difference.size() > 0);
    }

    @Property
    void theIntervalHoldsTheDifference_andStaysWithinTheScale(
            @ForAll("differences") PairedDifference difference,
            @ForAll @DoubleRange(min = 0, max = 1) double varianceFactor) {
        Interval interval = difference.interval(P95, varianceFactor).orElseThrow();

        assertTrue(interval.lower() >= -1 && interval.upper() <= 1);
        assertTrue(interval.contains(difference.value().orElseThrow()));
    }

    @Property
    void swappingGainsAndLossesTurnsTheIntervalRound(@ForAll("differences") PairedDifference difference) {
        Interval interval = difference.interval(P95).orElseThrow();
        Interval swapped = PairedDifference.of(difference.losses(), difference.gains(), difference.size())
                .interval(P95)
                .orElseThrow();

        assertEquals(-interval.upper(), swapped.lower(), 1e-12);
        assertEquals(-interval.lower(), swapped.upper(), 1e-12);
    }

    @Property
    void aSmallerFactorNeverWidensTheInterval(@ForAll("differences") PairedDifference difference) {
        double half = difference.interval(P95, 0.5).orElseThrow().width();

        assertTrue(half <= difference.interval(P95).orElseThrow().width() + 1e-15);
    }

    // edges

    @Test
    void emptySample_isUndefined() {
        assertEquals(
                Outcome.<Double>undefined(Reason.NO_DATA, "empty sample"),
                PairedDifference.of(0, 0, 0).value());
        assertEquals(
                Outcome.<Interval>undefined(Reason.NO_DATA, "empty sample"),
                PairedDifference.of(0, 0, 0).interval(P95));
    }

    @Test
    void interval_withoutVariance_isTheValue() {
        assertEquals(
                Outcome.of(Interval.of(0.25, 0.25, P95)),
                PairedDifference.of(2, 1, 4).interval(P95, 0));
    }

    // messages

    @Test
    void badArguments_sayWhich() {
        assertEquals("gains must not be negative: -1", message(() -> PairedDifference.of(-1, 0, 1)));
        assertEquals("losses must not be negative: -1", message(() -> PairedDifference.of(0, -1, 1)));
        assertEquals(
                "size must not be below gains and losses together, 5: 4", message(() -> PairedDifference.of(2, 3, 4)));
        assertEquals(
                "varianceFactor must be in [0, 1]: 1.5",
                message(() -> PairedDifference.of(1, 1, 4).interval(P95, 1.5)));
    }

    private static String message(Executable action) {
        return assertThrows(IllegalArgumentException.class, action).getMessage();
    }
}
