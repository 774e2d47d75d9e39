package dev.tenure.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenure.explain.Outcome;
import dev.tenure.stat.Interval;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked example of {@code docs/survival-hazard.md}. */
class CumulativeHazardWorkedExampleTest {

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
        CumulativeHazard hazard = curve.cumulativeHazard();
        Outcome<Double> halfYear = hazard.hazardAt(6);
        Outcome<Double> halfYearError = hazard.standardErrorAt(6);
        Outcome<Interval> halfYearInterval = hazard.intervalAt(6);
        Outcome<Double> survival = hazard.survivalAt(6);
        Outcome<Double> oneByOne = curve.cumulativeHazard(HazardEstimator.FLEMING_HARRINGTON, HazardInterval.LOG)
                .hazardAt(6);

        assertEquals(0.458333, halfYear.orElseThrow(), 1e-6);
        assertEquals(0.266797, halfYearError.orElseThrow(), 1e-6);
        assertEquals(0.146452, halfYearInterval.orElseThrow().lower(), 1e-6);
        assertEquals(1.434391, halfYearInterval.orElseThrow().upper(), 1e-6);
        assertEquals(0.632337, survival.orElseThrow(), 1e-6);
        assertEquals(0.491667, oneByOne.orElseThrow(), 1e-6);
    }
}
