package dev.tenure.stat;

import static dev.tenure.stat.ConfidenceLevel.P95;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SampleMeanTest {

    // golden

    /** Student's own example, ten differences of sleep: mean 1.58 h; the limits are those of R's t.test on these data. */
    @Test
    void interval_isThatOfStudentsSleep() {
        SampleMean sleep = SampleMean.of(10, 1.58, 1.229995483279575);
        Interval interval = sleep.interval(P95).orElseThrow();

        assertEquals(0.3889587, sleep.standardError().orElseThrow(), 1e-7);
        assertEquals(0.7001142, interval.lower(), 1e-7);
        assertEquals(2.4598858, interval.upper(), 1e-7);
    }

    // laws

    @Property
    void theIntervalIsCentredOnTheMean_andWiderThanTheNormalOne(
            @ForAll @LongRange(min = 2, max = 1000) long size,
            @ForAll @DoubleRange(min = -100, max = 100) double mean,
            @ForAll @DoubleRange(min = 0.1, max = 10) double deviation) {
        SampleMean sample = SampleMean.of(size, mean, deviation);
        Interval interval = sample.interval(P95).orElseThrow();

        assertEquals(mean, (interval.lower() + interval.upper()) / 2, 1e-9);
        assertTrue(interval.width() > 2 * 1.9599 * sample.standardError().orElseThrow());
    }

    // edges

    @Test
    void oneValue_hasNoSpread() {
        assertEquals(
                Outcome.<Double>undefined(Reason.TOO_FEW_DATA, "one value has no spread"),
                SampleMean.of(1, 5, 0).standardError());
        assertEquals(
                Outcome.<Interval>undefined(Reason.TOO_FEW_DATA, "one value has no spread"),
                SampleMean.of(1, 5, 0).interval(P95));
    }

    @Test
    void equalValues_haveNoInterval() {
        assertEquals(Outcome.of(0.0), SampleMean.of(3, 5, 0).standardError());
        assertEquals(
                Outcome.<Interval>undefined(Reason.NOT_ESTIMABLE, "all values are equal"),
                SampleMean.of(3, 5, 0).interval(P95));
    }

    // messages

    @Test
    void of_badArguments_saysWhich() {
        assertEquals("size must be positive: 0", message(0, 1, 1));
        assertEquals("mean must be finite: NaN", message(1, Double.NaN, 1));
        assertEquals("standardDeviation must be finite and not negative: -1.0", message(1, 1, -1));
        assertEquals(
                "standardDeviation must be finite and not negative: Infinity", message(1, 1, Double.POSITIVE_INFINITY));
        assertEquals("standardDeviation must be finite and not negative: NaN", message(1, 1, Double.NaN));
    }

    private static String message(long size, double mean, double deviation) {
        return assertThrows(IllegalArgumentException.class, () -> SampleMean.of(size, mean, deviation))
                .getMessage();
    }
}
