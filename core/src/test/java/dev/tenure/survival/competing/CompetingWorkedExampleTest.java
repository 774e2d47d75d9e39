package dev.tenure.survival.competing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenure.explain.Outcome;
import dev.tenure.stat.ChiSquareTest;
import dev.tenure.stat.Interval;
import dev.tenure.survival.Bounds;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The worked example of {@code docs/survival-competing.md}. */
class CompetingWorkedExampleTest {

    @Test
    void tenClientsOfAnAgency_giveTheFiguresOfThePage() {
        AalenJohansen calculator = AalenJohansen.withCauses("service", "price").with(ChronoUnit.MONTHS);
        List<CompetingObservation> clients = List.of(
                CompetingObservation.ended(2, "service"),
                CompetingObservation.ended(4, "service"),
                CompetingObservation.ended(4, "price"),
                CompetingObservation.endedForUnknownCause(5),
                CompetingObservation.ended(6, "price"),
                CompetingObservation.ongoing(6),
                CompetingObservation.ended(9, "service"),
                CompetingObservation.ongoing(12).withCount(3));
        CompetingRisks risks = calculator.of(clients);
        CauseIncidence service = risks.incidence("service");
        Outcome<Double> lostToServiceInAYear = service.incidenceAt(12);
        Outcome<Double> error = service.standardErrorAt(12);
        Outcome<Interval> interval = service.intervalAt(12);
        Outcome<Bounds> bounds = service.boundsAt(12);
        Outcome<Double> stillThere = risks.survival().survivalAt(12);
        IncidenceQuantile quarter = service.quantile(0.25);
        TimeLost monthsLost = service.timeLost(12);
        CompetingRisks spread = calculator.with(UnknownCause.IN_PROPORTION).of(clients);
        Outcome<Double> withItsShareOfTheUnknown = spread.incidence("service").incidenceAt(12);
        Outcome<Double> itsError = spread.incidence("service").standardErrorAt(12);

        assertEquals(0.325, lostToServiceInAYear.orElseThrow(), 1e-12);
        assertEquals(0.155824, error.orElseThrow(), 1e-6);
        assertEquals(0.074772, interval.orElseThrow().lower(), 1e-6);
        assertEquals(0.614402, interval.orElseThrow().upper(), 1e-6);
        assertEquals(0.325, bounds.orElseThrow().lower(), 1e-12);
        assertEquals(0.425, bounds.orElseThrow().upper(), 1e-12);
        assertEquals(0.375, stillThere.orElseThrow(), 1e-12);
        assertEquals(9, quarter.value().orElseThrow());
        assertEquals(2.175, monthsLost.value().orElseThrow(), 1e-12);
        assertEquals(1.140408, monthsLost.standardError().orElseThrow(), 1e-6);
        assertEquals(0.385, withItsShareOfTheUnknown.orElseThrow(), 1e-12);
        assertEquals(0.170884, itsError.orElseThrow(), 1e-6);
        assertEquals(1, risks.unknown());

        List<CompetingObservation> projects = List.of(
                CompetingObservation.ended(1, "service"),
                CompetingObservation.ended(2, "service"),
                CompetingObservation.ended(2, "price"),
                CompetingObservation.ended(3, "service"),
                CompetingObservation.ongoing(5),
                CompetingObservation.ongoing(12));
        GrayTestResult comparison =
                GrayTest.withDefaults().of(calculator.of(Map.of("retainer", clients, "project", projects)));
        Outcome<ChiSquareTest> ofService = comparison.test("service");

        assertEquals(1.172690, ofService.orElseThrow().statistic(), 1e-6);
        assertEquals(0.278849, ofService.orElseThrow().pValue(), 1e-6);
    }
}
