package dev.tenure.survival.parametric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenure.explain.Outcome;
import dev.tenure.stat.ChiSquareTest;
import dev.tenure.survival.IntervalObservation;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The worked example of {@code docs/survival-parametric.md}. */
class ParametricWorkedExampleTest {

    @Test
    void tenClientsOfAnAgency_giveTheFiguresOfThePage() {
        List<IntervalObservation> clients = List.of(
                IntervalObservation.ended(3),
                IntervalObservation.ended(5).withCount(2),
                IntervalObservation.ended(9),
                IntervalObservation.endedBetween(6, 12),
                IntervalObservation.ongoing(4),
                IntervalObservation.ongoing(7),
                IntervalObservation.ongoing(12).withCount(2),
                IntervalObservation.ongoing(30).enteredAt(18));
        ParametricSurvival survival = ParametricSurvival.withDefaults().with(ChronoUnit.MONTHS);
        ParametricFit constant = survival.with(SurvivalLaw.EXPONENTIAL).of(clients);
        ParametricFit weibull = survival.of(clients);
        LawParameter rate = constant.parameter("rate");
        LawParameter shape = weibull.parameter("shape");
        LawEstimate year = constant.survivalAt(12);
        LawEstimate nextYear = constant.given(12).survivalAt(24);
        LawEstimate median = constant.median();
        Outcome<ChiSquareTest> test = weibull.testAgainst(constant);
        LawComparison comparison = survival.compare(
                clients,
                List.of(
                        SurvivalLaw.EXPONENTIAL,
                        SurvivalLaw.WEIBULL,
                        SurvivalLaw.LOG_NORMAL,
                        SurvivalLaw.LOG_LOGISTIC,
                        SurvivalLaw.piecewiseExponential(6)));

        assertEquals(0.064261, rate.value().orElseThrow(), 1e-6);
        assertEquals(0.028774, rate.standardError().orElseThrow(), 1e-6);
        assertEquals(0.026718, rate.interval().orElseThrow().lower(), 1e-6);
        assertEquals(0.154556, rate.interval().orElseThrow().upper(), 1e-6);
        assertEquals(0.462489, year.value().orElseThrow(), 1e-6);
        assertEquals(0.156505, year.interval().orElseThrow().lower(), 1e-6);
        assertEquals(0.725699, year.interval().orElseThrow().upper(), 1e-6);
        assertEquals(0.462489, nextYear.value().orElseThrow(), 1e-6);
        assertEquals(10.786, median.value().orElseThrow(), 1e-3);
        assertEquals(1.236706, shape.value().orElseThrow(), 1e-6);
        assertEquals(0.653165, shape.interval().orElseThrow().lower(), 1e-6);
        assertEquals(2.341589, shape.interval().orElseThrow().upper(), 1e-6);
        assertEquals(0.3716, test.orElseThrow().statistic(), 1e-4);
        assertEquals(0.542, test.orElseThrow().pValue(), 1e-3);
        assertEquals(
                List.of(
                        "log normal 35.22",
                        "log logistic 35.25",
                        "exponential 35.88",
                        "weibull 37.51",
                        "piecewise " + "exponential cut at 6 37.88"),
                comparison.fits().stream()
                        .map(fit -> String.format(
                                Locale.ROOT, "%s %.2f", fit.law(), fit.aic().orElseThrow()))
                        .toList());
    }
}
