package dev.tenure.survival.parametric;

import dev.tenure.explain.Outcome;
import dev.tenure.stat.ChiSquareTest;
import dev.tenure.survival.IntervalObservation;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
        System.out.println(rate+"\n"+shape+"\n"+year.value()+year.standardError()+year.interval()+"\n"+nextYear.value()+nextYear.interval()+"\n"+median.value()+median.interval()+"\n"+test+test.orElseThrow().pValue()+constant.logLikelihood()+weibull.logLikelihood());
        System.out.println(comparison.explain().toText());
    }
}
