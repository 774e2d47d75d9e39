package dev.tenure.stat;

import static dev.tenure.stat.ConfidenceLevel.P95;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class IntervalTest {

    // laws

    @Property
    void theLimitsBelongToTheInterval_andNothingBeyondThem(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double lower,
            @ForAll @DoubleRange(min = 0, max = 1e6) double width) {
        Interval interval = Interval.of(lower, lower + width, P95);

        assertTrue(interval.contains(interval.lower()));
        assertTrue(interval.contains(interval.upper()));
        assertFalse(interval.contains(Math.nextDown(interval.lower())));
        assertFalse(interval.contains(Math.nextUp(interval.upper())));
    }

    // edges

    @Test
    void width_isTheDistanceOfTheLimits() {
        assertEquals(0.5, Interval.of(-0.25, 0.25, P95).width());
        assertEquals(0, Interval.of(3, 3, P95).width());
    }

    @Test
    void contains_notANumber_isFalse() {
        assertFalse(Interval.of(0, 1, P95).contains(Double.NaN));
    }

    // messages

    @Test
    void of_badLimits_saysWhich() {
        assertEquals("lower must be finite: NaN", message(Double.NaN, 1));
        assertEquals("lower must be finite: -Infinity", message(Double.NEGATIVE_INFINITY, 1));
        assertEquals("upper must be finite: Infinity", message(0, Double.POSITIVE_INFINITY));
        assertEquals("lower must not exceed upper: 2.0, 1.0", message(2, 1));
    }

    @Test
    @SuppressWarnings("NullAway") // what happens to a caller who does not check nullness
    void of_noLevel_namesIt() {
        assertEquals(
                "level",
                assertThrows(NullPointerException.class, () -> Interval.of(0, 1, null))
                        .getMessage());
    }

    private static String message(double lower, double upper) {
        return assertThrows(IllegalArgumentException.class, () -> Interval.of(lower, upper, P95))
                .getMessage();
    }
}
