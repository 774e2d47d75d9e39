package dev.tenure.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenure.explain.Outcome;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked example of {@code docs/survival-interval-censoring.md}. */
class TurnbullWorkedExampleTest {

    @Test
    void fourClientsLookedAtNowAndThen_giveTheFiguresOfThePage() {
        TurnbullCurve curve = Turnbull.withDefaults()
                .with(ChronoUnit.MONTHS)
                .of(List.of(
                        IntervalObservation.endedBetween(1, 3),
                        IntervalObservation.endedBetween(2, 5),
                        IntervalObservation.endedBetween(4, 6),
                        IntervalObservation.ongoing(5)));
        Outcome<Double> afterThree = curve.survivalAt(3);
        Outcome<Bounds> afterTwoAndAHalf = curve.survivalBoundsAt(2.5);
        Outcome<Bounds> median = curve.median();

        assertEquals(
                List.of(
                        new TurnbullMass(2, Outcome.of(3.0), 0.5),
                        new TurnbullMass(4, Outcome.of(5.0), 0),
                        new TurnbullMass(5, Outcome.of(6.0), 0.5)),
                curve.masses());
        assertEquals(-2.772589, curve.logLikelihood().orElseThrow(), 1e-6);
        assertEquals(0.5, afterThree.orElseThrow());
        assertEquals(Outcome.of(Bounds.of(0.5, 1)), afterTwoAndAHalf);
        assertEquals(Outcome.of(Bounds.of(2, 3)), median);
    }
}
