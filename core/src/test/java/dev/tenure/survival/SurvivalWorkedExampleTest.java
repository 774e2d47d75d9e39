package dev.tenure.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.tenure.explain.Outcome;
import dev.tenure.stat.Interval;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked example of {@code docs/survival.md}. */
class SurvivalWorkedExampleTest {

    @Test
    void eightClientsOfAnAgency_giveTheFiguresOfThePage() {
        SurvivalCurve curve = KaplanMeier.withDefaults()
                .with(ChronoUnit.MONTHS)
                .of(List.of(
                        Observation.ended(3),
                        Observation.ongoing(4),
                        Observation.ended(5).withCount(2),
                        Observation.ongoing(7),
                        Observation.ended(9),
                        Observation.ongoing(12).withCount(2)));
        Outcome<Double> halfYear = curve.survivalAt(6);
        Outcome<Interval> halfYearInterval = curve.intervalAt(6);
        SurvivalQuantile median = curve.median();
        RestrictedMean firstYear = curve.restrictedMean(12);
        ConditionalSurvival yearForWhoHasStayedSix = curve.conditionalSurvival(12, 6);
        Outcome<Double> twoYears = curve.survivalAt(24);

        assertEquals(0.583333, halfYear.orElseThrow(), 1e-6);
        assertEquals(0.180189, halfYearInterval.orElseThrow().lower(), 1e-6);
        assertEquals(0.844069, halfYearInterval.orElseThrow().upper(), 1e-6);
        assertEquals(9, median.value().orElseThrow());
        assertEquals(3, median.lower().orElseThrow());
        assertFalse(median.upper().isDefined());
        assertEquals(8.25, firstYear.value().orElseThrow(), 1e-12);
        assertEquals(1.319042, firstYear.standardError().orElseThrow(), 1e-6);
        assertEquals(5.664725, firstYear.interval().orElseThrow().lower(), 1e-6);
        assertEquals(10.835275, firstYear.interval().orElseThrow().upper(), 1e-6);
        assertEquals(0.666667, yearForWhoHasStayedSix.value().orElseThrow(), 1e-6);
        assertEquals(0.054073, yearForWhoHasStayedSix.interval().orElseThrow().lower(), 1e-6);
        assertEquals(0.945206, yearForWhoHasStayedSix.interval().orElseThrow().upper(), 1e-6);
        assertEquals("undefined (no observation is that long)", twoYears.toString());
        assertEquals(8, curve.observations());
        assertEquals(4, curve.ended());
    }

    @Test
    void columnsOfTwoSegments_addedInTwoParts_giveTheFiguresOfThePage() {
        KaplanMeier calculator = KaplanMeier.withDefaults();
        GroupedSurvivalAccumulator onePart = calculator.accumulator(List.of("retail", "travel"));
        GroupedSurvivalAccumulator anotherPart = calculator.accumulator(List.of("retail", "travel"));
        onePart.addAll(new int[] {0, 1, 0}, new int[] {30, 90, 120}, new boolean[] {true, false, false});
        anotherPart.addAll(new int[] {1, 0, 1}, new int[] {60, 90, 120}, new boolean[] {true, true, false});
        SurvivalCurves curves = onePart.merge(anotherPart).result();
        Outcome<Double> retail = curves.of("retail").survivalAt(100);
        Outcome<Double> travel = curves.of("travel").survivalAt(100);

        assertEquals(1 / 3.0, retail.orElseThrow(), 1e-15);
        assertEquals(2 / 3.0, travel.orElseThrow(), 1e-15);
    }
}
