package dev.tenure.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class IntervalObservationTest {

    private static final double NEVER = Double.POSITIVE_INFINITY;

    @Test
    void factories_sayWhatIsKnown() {
        assertEquals(IntervalObservation.of(0, 5, 5, 1, 1), IntervalObservation.ended(5));
        assertEquals(IntervalObservation.of(0, 5, NEVER, 1, 1), IntervalObservation.ongoing(5));
        assertEquals(IntervalObservation.of(0, 0, 5, 1, 1), IntervalObservation.endedBy(5));
        assertEquals(IntervalObservation.of(0, 3, 5, 1, 1), IntervalObservation.endedBetween(3, 5));
        assertTrue(IntervalObservation.ended(0).isExact());
        assertFalse(IntervalObservation.ended(5).isOngoing());
        assertTrue(IntervalObservation.ongoing(0).isOngoing());
        assertFalse(IntervalObservation.endedBy(5).isExact());
        assertFalse(IntervalObservation.endedBy(5).isOngoing());
    }

    @Test
    void upper_ofWhoIsOngoing_isUndefined() {
        assertEquals(Outcome.of(5.0), IntervalObservation.endedBetween(3, 5).upper());
        assertEquals(Outcome.of(5.0), IntervalObservation.ended(5).upper());
        assertEquals(
                Outcome.<Double>undefined(Reason.BEYOND_OBSERVATION, "still going on when last seen"),
                IntervalObservation.ongoing(5).upper());
    }

    @Test
    void equals_comparesAll() {
        IntervalObservation one = IntervalObservation.of(1, 2, 3, 4, 5);

        assertNotEquals(IntervalObservation.of(0, 2, 3, 4, 5), one);
        assertNotEquals(IntervalObservation.of(1, 2.5, 3, 4, 5), one);
        assertNotEquals(IntervalObservation.of(1, 2, NEVER, 4, 5), one);
        assertNotEquals(one.withCount(1), one);
        assertNotEquals(one.withWeight(1), one);
        assertNotEquals("one", one);
    }

    @Test
    void toString_saysWhatIsKnown() {
        assertEquals(
                "ended at 5.0, entered at 0.0, count 1, weight 1.0",
                IntervalObservation.ended(5).toString());
        assertEquals(
                "after 5.0, ongoing, entered at 2.0, count 1, weight 1.0",
                IntervalObservation.ongoing(5).enteredAt(2).toString());
        assertEquals(
                "after 3.0, by 5.0, entered at 0.0, count 1, weight 1.0",
                IntervalObservation.endedBetween(3, 5).toString());
    }

    @Test
    void of_keepsEntryCountAndWeight() {
        assertEquals(
                IntervalObservation.of(2, 5, 5, 3, 0.5),
                IntervalObservation.of(
                        Observation.ended(5).enteredAt(2).withCount(3).withWeight(0.5)));
        assertEquals(
                IntervalObservation.of(2, 5, NEVER, 1, 1),
                IntervalObservation.of(Observation.ongoing(5).enteredAt(2)));
    }

    @Test
    void enteredAt_raisesTheLowerTime() {
        assertEquals(
                IntervalObservation.of(4, 4, 6, 1, 1),
                IntervalObservation.endedBy(6).enteredAt(4));
        assertEquals(
                IntervalObservation.of(4, 5, 6, 2, 3),
                IntervalObservation.endedBetween(5, 6)
                        .withCount(2)
                        .withWeight(3)
                        .enteredAt(4));
    }

    @Test
    void negativeZero_isZero() {
        assertEquals(IntervalObservation.ended(0), IntervalObservation.ended(-0.0));
        assertEquals(
                IntervalObservation.ended(0).hashCode(),
                IntervalObservation.of(-0.0, -0.0, -0.0, 1, 1).hashCode());
    }

    @Test
    void badArguments_sayWhich() {
        assertEquals("duration must be finite and not negative: -1.0", message(() -> IntervalObservation.ended(-1)));
        assertEquals(
                "duration must be finite and not negative: Infinity",
                message(() -> IntervalObservation.ongoing(NEVER)));
        assertEquals("duration must be positive and finite: 0.0", message(() -> IntervalObservation.endedBy(0)));
        assertEquals(
                "duration must be positive and finite: Infinity", message(() -> IntervalObservation.endedBy(NEVER)));
        assertEquals(
                "lower must be finite and not negative: -1.0", message(() -> IntervalObservation.endedBetween(-1, 2)));
        assertEquals(
                "upper must be finite and more than lower, 3.0: 3.0",
                message(() -> IntervalObservation.endedBetween(3, 3)));
        assertEquals(
                "upper must be finite and more than lower, 3.0: Infinity",
                message(() -> IntervalObservation.endedBetween(3, NEVER)));
        assertEquals(
                "entry must be finite and not negative: NaN",
                message(() -> IntervalObservation.of(Double.NaN, 1, 2, 1, 1)));
        assertEquals("upper must not be below lower, 3.0: 2.0", message(() -> IntervalObservation.of(0, 3, 2, 1, 1)));
        assertEquals(
                "upper must not be below lower, 3.0: NaN",
                message(() -> IntervalObservation.of(0, 3, Double.NaN, 1, 1)));
        assertEquals(
                "entry must be before the end of the observation 5.0: 5.0",
                message(() -> IntervalObservation.ended(5).enteredAt(5)));
        assertEquals(
                "entry must be before the end of the observation 5.0: 5.0",
                message(() -> IntervalObservation.ongoing(5).enteredAt(5)));
        assertEquals(
                "entry must be before the end of the observation 6.0: 6.0",
                message(() -> IntervalObservation.endedBetween(3, 6).enteredAt(6)));
        assertEquals(
                "count must be positive: 0",
                message(() -> IntervalObservation.ended(5).withCount(0)));
        assertEquals(
                "weight must be positive and finite: 0.0",
                message(() -> IntervalObservation.ended(5).withWeight(0)));
        assertEquals(
                "weight must be positive and finite: Infinity",
                message(() -> IntervalObservation.ended(5).withWeight(NEVER)));
    }

    @Test
    @SuppressWarnings("NullAway") // what happens to a caller who does not check nullness
    void null_isNamed() {
        assertEquals(
                "observation",
                assertThrows(NullPointerException.class, () -> IntervalObservation.of(null))
                        .getMessage());
    }

    private static String message(Executable action) {
        return assertThrows(IllegalArgumentException.class, action).getMessage();
    }
}
