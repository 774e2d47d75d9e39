package dev.tenure.survival.parametric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.stat.ChiSquareTest;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import dev.tenure.survival.IntervalObservation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.numbers.gamma.LogGamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ParametricSurvivalTest {

    private static final ParametricSurvival FITS = ParametricSurvival.withDefaults();

    private static final List<IntervalObservation> SEVEN = List.of(
            IntervalObservation.ended(3),
            IntervalObservation.ended(5),
            IntervalObservation.endedBetween(6, 9),
            IntervalObservation.ended(12),
            IntervalObservation.ongoing(14),
            IntervalObservation.ongoing(20).enteredAt(8),
            IntervalObservation.endedBy(4));

    static Stream<SurvivalLaw> twoParameters() {
        return Stream.of(SurvivalLaw.WEIBULL, SurvivalLaw.LOG_NORMAL, SurvivalLaw.LOG_LOGISTIC);
    }

    // defaults and options

    @Test
    void withDefaults_isWeibullInDaysAtNinetyFivePercent() {
        ParametricFit fit = FITS.of(SEVEN);

        assertEquals(SurvivalLaw.WEIBULL, fit.law());
        assertEquals(ChronoUnit.DAYS, fit.unit());
        assertEquals(ConfidenceLevel.P95, fit.level());
        assertEquals(0, fit.origin());
        assertFalse(fit.isWeighted());
        assertEquals(new CensoringCounts(3, 2, 1, 1, 1), fit.counts());
        assertEquals(7, fit.counts().observations());
        assertEquals(5, fit.counts().ended());
    }

    @Test
    void with_options_areCarried() {
        ParametricFit fit = FITS.with(SurvivalLaw.LOG_NORMAL)
                .with(ChronoUnit.MONTHS)
                .with(ConfidenceLevel.P90)
                .of(SEVEN);

        assertEquals(SurvivalLaw.LOG_NORMAL, fit.given(2).law());
        assertEquals(ChronoUnit.MONTHS, fit.given(2).unit());
        assertEquals(ConfidenceLevel.P90, fit.median().level());
        assertEquals(
                ConfidenceLevel.P90,
                fit.parameter("mu").interval().orElseThrow().level());
    }

    @Test
    void given_keepsTheLaterOrigin() {
        assertEquals(5, FITS.of(SEVEN).given(5).given(3).origin());
        assertEquals(8, FITS.of(SEVEN).given(5).given(8).origin());
        assertEquals(Outcome.of(1.0), FITS.of(SEVEN).given(5).survivalAt(4).value());
        assertEquals("S(6) given 5", FITS.of(SEVEN).given(5).survivalAt(6).name());
    }

    @Test
    void parameterIntervals_areSymmetricForTheLogarithm_butOfMuForItself() {
        double z = 1.959963984540054;
        LawParameter shape = FITS.of(SEVEN).parameter("shape");
        LawParameter mu = FITS.with(SurvivalLaw.LOG_NORMAL).of(SEVEN).parameter("mu");
        double factor =
                Math.exp(z * shape.standardError().orElseThrow() / shape.value().orElseThrow());

        assertEquals(
                shape.value().orElseThrow() / factor,
                shape.interval().orElseThrow().lower(),
                1e-12);
        assertEquals(
                shape.value().orElseThrow() * factor,
                shape.interval().orElseThrow().upper(),
                1e-12);
        assertEquals(
                mu.value().orElseThrow() - z * mu.standardError().orElseThrow(),
                mu.interval().orElseThrow().lower(),
                1e-12);
        assertEquals(
                Math.pow(shape.standardError().orElseThrow(), 2),
                FITS.of(SEVEN).covariance("shape", "shape").orElseThrow(),
                1e-14);
    }

    /** By the formulas of the intervals, from the estimates and their errors. */
    @Test
    void intervals_areSymmetricOnTheirScales() {
        double z = 1.959963984540054;
        ParametricFit later = FITS.of(SEVEN).given(2);
        double hazard = later.cumulativeHazardAt(9).value().orElseThrow();
        double spread = Math.exp(z * later.cumulativeHazardAt(9).standardError().orElseThrow() / hazard);
        Interval survival = later.survivalAt(9).interval().orElseThrow();
        double median = later.median().value().orElseThrow() - 2;
        double medianSpread = Math.exp(z * later.median().standardError().orElseThrow() / median);
        Interval times = later.median().interval().orElseThrow();
        double spent = later.restrictedMean(12).value().orElseThrow() - 2;
        double odds = spent / (10 - spent);
        double oddsSpread =
                Math.exp(z * later.restrictedMean(12).standardError().orElseThrow() * 10 / (spent * (10 - spent)));
        Interval mean = later.restrictedMean(12).interval().orElseThrow();

        assertEquals(Math.exp(-hazard * spread), survival.lower(), 1e-12);
        assertEquals(Math.exp(-hazard / spread), survival.upper(), 1e-12);
        assertEquals(2 + median / medianSpread, times.lower(), 1e-12);
        assertEquals(2 + median * medianSpread, times.upper(), 1e-12);
        assertEquals(2 + 10 * odds / oddsSpread / (1 + odds / oddsSpread), mean.lower(), 1e-11);
        assertEquals(2 + 10 * odds * oddsSpread / (1 + odds * oddsSpread), mean.upper(), 1e-11);
    }

    @Test
    void atTheOrigin_everyoneSurvives() {
        ParametricFit fit = FITS.of(SEVEN);

        assertEquals(Outcome.of(1.0), fit.survivalAt(0).value());
        assertEquals(Outcome.of(0.0), fit.survivalAt(0).standardError());
        assertEquals(
                Outcome.of(Interval.of(1, 1, ConfidenceLevel.P95)),
                fit.survivalAt(0).interval());
        assertEquals(Outcome.of(0.0), fit.cumulativeHazardAt(0).value());
    }

    // what a fit is compared by

    @Test
    void criteria_areThoseOfTheFormulas() {
        ParametricFit fit = FITS.of(SEVEN);
        double log = fit.logLikelihood().orElseThrow();

        assertEquals(4 - 2 * log, fit.aic().orElseThrow(), 1e-12);
        assertEquals(4 - 2 * log + 12.0 / 4, fit.aicc().orElseThrow(), 1e-12);
        assertEquals(2 * Math.log(7) - 2 * log, fit.bic().orElseThrow(), 1e-12);
    }

    @Test
    void aicc_ofTooFewObservations_isUndefined() {
        ParametricFit three = FITS.of(SEVEN.subList(0, 3));
        ParametricFit four = FITS.of(SEVEN.subList(0, 4));

        assertEquals(
                Outcome.<Double>undefined(Reason.TOO_FEW_DATA, "too few observations for the correction"),
                three.aicc());
        assertTrue(three.aic().isDefined());
        assertEquals(12, four.aicc().orElseThrow() - four.aic().orElseThrow(), 1e-12);
    }

    @Test
    void testAgainst_isTwiceTheGainInLogLikelihood() {
        ParametricFit exponential = FITS.with(SurvivalLaw.EXPONENTIAL).of(SEVEN);
        ParametricFit weibull = FITS.of(SEVEN);
        ParametricFit pieces =
                FITS.with(SurvivalLaw.piecewiseExponential(4, 10)).of(SEVEN);
        double gain = weibull.logLikelihood().orElseThrow()
                - exponential.logLikelihood().orElseThrow();

        assertEquals(Outcome.of(ChiSquareTest.of(2 * gain, 1)), weibull.testAgainst(exponential));
        assertEquals(2, pieces.testAgainst(exponential).orElseThrow().degreesOfFreedom());
    }

    /** A special case at its own estimate is not better for being rounded. */
    @Test
    void testAgainst_aFitThatIsEquallyGood_isZero() {
        ParametricFit one = FITS.with(SurvivalLaw.piecewiseExponential(5))
                .of(List.of(IntervalObservation.ended(5), IntervalObservation.ended(10)));
        ParametricFit exponential = FITS.with(SurvivalLaw.EXPONENTIAL)
                .of(List.of(IntervalObservation.ended(5), IntervalObservation.ended(10)));

        assertEquals(0.115, one.testAgainst(exponential).orElseThrow().statistic(), 0.2);
        assertTrue(one.testAgainst(exponential).orElseThrow().statistic() >= 0);
    }

    @Test
    void isNestedIn_knowsSpecialCases() {
        SurvivalLaw one = SurvivalLaw.piecewiseExponential();
        SurvivalLaw coarse = SurvivalLaw.piecewiseExponential(6);
        SurvivalLaw fine = SurvivalLaw.piecewiseExponential(3, 6);

        assertTrue(SurvivalLaw.EXPONENTIAL.isNestedIn(SurvivalLaw.WEIBULL));
        assertTrue(SurvivalLaw.EXPONENTIAL.isNestedIn(coarse));
        assertTrue(one.isNestedIn(SurvivalLaw.WEIBULL));
        assertTrue(one.isNestedIn(coarse));
        assertTrue(coarse.isNestedIn(fine));
        assertFalse(SurvivalLaw.EXPONENTIAL.isNestedIn(one));
        assertFalse(SurvivalLaw.EXPONENTIAL.isNestedIn(SurvivalLaw.LOG_NORMAL));
        assertFalse(coarse.isNestedIn(SurvivalLaw.WEIBULL));
        assertFalse(coarse.isNestedIn(coarse));
        assertFalse(coarse.isNestedIn(SurvivalLaw.piecewiseExponential(3, 7)));
        assertFalse(fine.isNestedIn(coarse));
        assertFalse(SurvivalLaw.WEIBULL.isNestedIn(SurvivalLaw.LOG_LOGISTIC));
        assertFalse(SurvivalLaw.LOG_NORMAL.isNestedIn(SurvivalLaw.WEIBULL));
        assertFalse(SurvivalLaw.LOG_LOGISTIC.isNestedIn(SurvivalLaw.WEIBULL));
    }

    @Test
    void compare_ranksByAic() {
        LawComparison comparison = FITS.compare(
                SEVEN,
                List.of(
                        SurvivalLaw.piecewiseExponential(100),
                        SurvivalLaw.EXPONENTIAL,
                        SurvivalLaw.WEIBULL,
                        SurvivalLaw.LOG_NORMAL));
        List<RankedLaw> ranking = comparison.ranking();

        assertEquals(4, ranking.size());
        assertEquals(ranking.get(0).fit(), comparison.best().orElseThrow());
        assertEquals(Outcome.of(0.0), ranking.get(0).difference());
        assertEquals(
                1,
                ranking.subList(0, 3).stream()
                        .mapToDouble(law -> law.weight().orElseThrow())
                        .sum(),
                1e-12);
        assertEquals(
                Math.exp(-ranking.get(1).difference().orElseThrow() / 2),
                ranking.get(1).weight().orElseThrow() / ranking.get(0).weight().orElseThrow(),
                1e-12);
        assertEquals(
                ranking.get(1).fit().aic().orElseThrow()
                        - ranking.get(0).fit().aic().orElseThrow(),
                ranking.get(1).difference().orElseThrow(),
                1e-12);
        assertEquals(
                Outcome.<Double>undefined(Reason.NOT_ESTIMABLE, "no exposure in (100, inf)"),
                ranking.get(3).weight());
        assertEquals(
                Outcome.<ParametricFit>undefined(Reason.NO_DATA, "no laws"),
                FITS.compare(SEVEN, List.of()).best());
        assertEquals(
                Outcome.<ParametricFit>undefined(Reason.NO_DATA, "no observations"),
                FITS.compare(List.of(), List.of(SurvivalLaw.WEIBULL)).best());
    }

    // what the data do not determine

    @ParameterizedTest
    @EnumSource
    void noObservations_areNoData(LawFamily family) {
        ParametricFit fit =
                FITS.with(new SurvivalLaw(family, ImmutableList.of())).of(List.of());

        assertEquals(Outcome.<Double>undefined(Reason.NO_DATA, "no observations"), fit.logLikelihood());
        assertEquals(Outcome.<Convergence>undefined(Reason.NO_DATA, "no observations"), fit.convergence());
        assertEquals(Outcome.<Double>undefined(Reason.NO_DATA, "no observations"), fit.bic());
        assertEquals(
                Outcome.<Double>undefined(Reason.NO_DATA, "no observations"),
                fit.parameters().get(0).value());
        assertEquals(
                Outcome.<Double>undefined(Reason.NO_DATA, "no observations"),
                fit.survivalAt(3).value());
        assertEquals(
                Outcome.<Interval>undefined(Reason.NO_DATA, "no observations"),
                fit.mean().interval());
        assertEquals(ImmutableMap.of(), fit.bestPoint());
    }

    @ParameterizedTest
    @EnumSource
    void noEnds_areNamed(LawFamily family) {
        ParametricFit fit = FITS.with(new SurvivalLaw(family, ImmutableList.of()))
                .of(List.of(IntervalObservation.ongoing(3), IntervalObservation.ongoing(0)));

        assertEquals(
                Outcome.<Double>undefined(Reason.NOT_ESTIMABLE, "no observation has ended"),
                fit.parameters().get(0).value());
        assertEquals(
                Outcome.<Double>undefined(Reason.NOT_ESTIMABLE, "no observation has ended"),
                fit.quantile(0.1).value());
    }

    @ParameterizedTest
    @MethodSource("twoParameters")
    void allAtOneTime_isNamed(SurvivalLaw law) {
        assertEquals(
                "undefined (no spread: all may have ended at one time, 5)",
                FITS.with(law)
                        .of(List.of(
                                IntervalObservation.ended(5).withCount(9),
                                IntervalObservation.ongoing(5),
                                IntervalObservation.endedBetween(2, 7)))
                        .convergence()
                        .toString());
        assertEquals(
                "undefined (no spread: all may have ended at one time, 5.5)",
                FITS.with(law)
                        .of(List.of(IntervalObservation.endedBy(5.5), IntervalObservation.ongoing(4)))
                        .convergence()
                        .toString());
        assertEquals(
                "undefined (only left-censored observations)",
                FITS.with(law)
                        .of(List.of(IntervalObservation.endedBy(5), IntervalObservation.endedBy(3)))
                        .parameters()
                        .get(1)
                        .value()
                        .toString());
    }

    /** Who was seen later shows that not all end at once: the shape has an estimate again. */
    @ParameterizedTest
    @MethodSource("twoParameters")
    void oneDistinctEnd_withALaterCensoring_isEstimable(SurvivalLaw law) {
        assertTrue(FITS.with(law)
                .of(List.of(IntervalObservation.ended(5).withCount(2), IntervalObservation.ongoing(8)))
                .convergence()
                .isDefined());
    }

    @Test
    void exponential_ofOnlyLeftCensored_isNamed() {
        assertEquals(
                "undefined (no exposure in (0, inf))",
                FITS.with(SurvivalLaw.EXPONENTIAL)
                        .of(List.of(IntervalObservation.endedBy(5)))
                        .parameter("rate")
                        .value()
                        .toString());
    }

    /** The later looked at, the more had not ended: no law with a shape above zero can say that. */
    @ParameterizedTest
    @MethodSource("twoParameters")
    void aLikelihoodWithoutPeak_isNamed_andTheBestPointKept(SurvivalLaw law) {
        ParametricFit fit = FITS.with(law)
                .of(List.of(
                        IntervalObservation.endedBy(2).withCount(5),
                        IntervalObservation.ongoing(9).withCount(4),
                        IntervalObservation.endedBy(4),
                        IntervalObservation.ongoing(1)));

        assertEquals(Reason.NOT_ESTIMABLE, reason(fit.convergence()));
        assertEquals(
                "undefined (the likelihood rises without end as the law degenerates)",
                fit.parameters().get(0).value().toString());
        assertFalse(fit.survivalAt(3).value().isDefined());
        assertFalse(fit.aic().isDefined());
        assertFalse(fit.bestPoint().isEmpty());
    }

    @Test
    void aPieceWithoutExposureOrEnd_isNamed_andTheOthersKept() {
        ParametricFit fit = FITS.with(SurvivalLaw.piecewiseExponential(4, 8, 12))
                .of(List.of(
                        IntervalObservation.ended(2),
                        IntervalObservation.ended(4),
                        IntervalObservation.ended(10),
                        IntervalObservation.ended(12)));

        assertEquals(2 / 14.0, fit.parameter("rate (0, 4]").value().orElseThrow(), 1e-15);
        assertEquals(Outcome.of(0.0), fit.parameter("rate (4, 8]").value());
        assertEquals(
                "undefined (no end in (4, 8])",
                fit.parameter("rate (4, 8]").standardError().toString());
        assertEquals(0, fit.parameter("rate (4, 8]").interval().orElseThrow().lower());
        assertEquals(
                Math.log(20) / 8,
                fit.parameter("rate (4, 8]").interval().orElseThrow().upper(),
                1e-15);
        assertEquals(2 / 6.0, fit.parameter("rate (8, 12]").value().orElseThrow(), 1e-15);
        assertEquals(
                "undefined (no exposure in (12, inf))",
                fit.parameter("rate (12, inf)").standardError().toString());
        assertTrue(fit.convergence().isDefined());
        assertEquals("undefined (no exposure in (12, inf))", fit.logLikelihood().toString());
        assertEquals(Outcome.of(Math.exp(-4 * 2 / 14.0)), fit.survivalAt(4).value());
        assertTrue(fit.survivalAt(4).standardError().isDefined());
        assertEquals(Outcome.of(Math.exp(-4 * 2 / 14.0)), fit.survivalAt(4.1).value());
        assertEquals(
                "undefined (no end in (4, 8])",
                fit.survivalAt(4.1).standardError().toString());
        assertEquals(
                "undefined (no end in (4, 8])", fit.survivalAt(10).interval().toString());
        assertEquals(Outcome.of(0.0), fit.hazardAt(8).value());
        assertEquals("undefined (no end in (4, 8])", fit.hazardAt(8).interval().toString());
        assertEquals(1 / 3.0, fit.hazardAt(8.5).value().orElseThrow(), 1e-15);
        assertEquals(Math.exp(-2 / 3.0), fit.given(8).survivalAt(10).value().orElseThrow(), 1e-15);
        assertEquals(8 + Math.log(2) * 3, fit.given(8).median().value().orElseThrow(), 1e-12);
        assertEquals(
                "undefined (no exposure in (12, inf))",
                fit.given(8).quantile(0.9).value().toString());
        assertEquals(8 + 3 * (Math.log(2) - 4 * 2 / 14.0), fit.median().value().orElseThrow(), 1e-12);
        assertEquals(
                "undefined (no end in (4, 8])", fit.median().standardError().toString());
        assertEquals(
                "undefined (no exposure in (12, inf))",
                fit.given(9).mean().value().toString());
        assertEquals(
                8 + 3 * (1 - Math.exp(-4 / 3.0)),
                fit.given(8).restrictedMean(12).value().orElseThrow(),
                1e-13);
        assertEquals(
                ImmutableMap.of("rate (0, 4]", 2 / 14.0, "rate (4, 8]", 0.0, "rate (8, 12]", 2 / 6.0)
                        .keySet(),
                fit.bestPoint().keySet());
        assertFalse(fit.covariance("rate (0, 4]", "rate (4, 8]").isDefined());
        assertEquals(0, fit.covariance("rate (0, 4]", "rate (8, 12]").orElseThrow());
    }

    /** By hand: three ended by 4 within 12 + 8 units; none of the two left ended in the 12 units after it. */
    @Test
    void aPieceWithoutEnd_hasRateZero_andAllThatFollows() {
        List<IntervalObservation> book = List.of(
                IntervalObservation.ended(4).withCount(3),
                IntervalObservation.ongoing(8),
                IntervalObservation.ongoing(12));
        ParametricFit fit = FITS.with(SurvivalLaw.piecewiseExponential(4)).of(book);
        double log = 3 * Math.log(3 / 20.0) - 3;

        assertEquals(Outcome.of(0.0), fit.parameter("rate (4, inf)").value());
        assertEquals(
                Outcome.of(Interval.of(0, -Math.log1p(-0.95) / 12, ConfidenceLevel.P95)),
                fit.parameter("rate (4, inf)").interval());
        assertEquals(log, fit.logLikelihood().orElseThrow(), 1e-14);
        assertEquals(4 - 2 * log, fit.aic().orElseThrow(), 1e-13);
        assertEquals(2 * Math.log(5) - 2 * log, fit.bic().orElseThrow(), 1e-13);
        assertEquals(Math.exp(-0.6), fit.survivalAt(100).value().orElseThrow(), 1e-15);
        assertEquals(
                "undefined (the time has no finite value)", fit.median().value().toString());
        assertEquals(
                "undefined (the law has no finite mean)", fit.mean().value().toString());
        assertEquals(
                (1 - Math.exp(-0.6)) / 0.15 + 6 * Math.exp(-0.6),
                fit.restrictedMean(10).value().orElseThrow(),
                1e-13);
        assertEquals(Outcome.of(10.0), fit.given(5).restrictedMean(10).value());
        assertEquals(
                "undefined (no end in (4, inf))",
                fit.given(5).restrictedMean(10).interval().toString());
        assertEquals(
                "undefined (no end in (4, inf))",
                FITS.with(SurvivalLaw.piecewiseExponential(4))
                        .of(book.stream().map(one -> one.withWeight(2)).toList())
                        .parameter("rate (4, inf)")
                        .interval()
                        .toString());
    }

    /** All weighted observations are equal: nothing tells how far the estimate is off. */
    @Test
    void weightsWithoutSpread_giveNoErrors() {
        IntervalObservation three = IntervalObservation.ended(3);
        Stream.of(List.of(three.withWeight(2)), List.of(three, three.withWeight(2)))
                .map(book -> FITS.with(SurvivalLaw.EXPONENTIAL).of(book))
                .forEach(fit -> {
                    String none = "undefined (no spread among the weighted observations)";
                    assertEquals(1 / 3.0, fit.parameter("rate").value().orElseThrow(), 1e-15);
                    assertEquals(none, fit.parameter("rate").standardError().toString());
                    assertEquals(none, fit.parameter("rate").interval().toString());
                    assertEquals(none, fit.covariance("rate", "rate").toString());
                    assertEquals(Math.exp(-2), fit.survivalAt(6).value().orElseThrow(), 1e-15);
                    assertEquals(none, fit.survivalAt(6).standardError().toString());
                    assertEquals(none, fit.survivalAt(6).interval().toString());
                    assertEquals(none, fit.median().interval().toString());
                    assertEquals(Outcome.of(0.0), fit.survivalAt(0).standardError());
                });
        assertTrue(FITS.with(SurvivalLaw.EXPONENTIAL)
                .of(List.of(three, IntervalObservation.ended(4).withWeight(2)))
                .parameter("rate")
                .interval()
                .isDefined());
    }

    /** Nine ended somewhere in (0, 12] but all that were exactly seen ended before 6: nothing speaks for ends after it. */
    @Test
    void aRateThatGoesToZero_isNamed() {
        ParametricFit fit = FITS.with(SurvivalLaw.piecewiseExponential(6))
                .of(List.of(
                        IntervalObservation.ended(3).withCount(9),
                        IntervalObservation.endedBetween(1, 12),
                        IntervalObservation.ongoing(30).withCount(9)));

        assertEquals(
                "undefined (no peak of the likelihood in (6, inf))",
                fit.parameter("rate (6, inf)").value().toString());
        assertTrue(fit.parameter("rate (0, 6]").value().isDefined());
        assertTrue(fit.survivalAt(6).value().isDefined());
        assertFalse(fit.survivalAt(7).value().isDefined());
    }

    /** An interval into a piece that nobody is known to have passed through: its rate may be as high as one likes. */
    @Test
    void anIntervalIntoAPieceWithoutExposure_countsAsLastedUntilThen() {
        ParametricFit fit = FITS.with(SurvivalLaw.piecewiseExponential(6))
                .of(List.of(IntervalObservation.ended(3), IntervalObservation.endedBetween(5, 8)));

        assertEquals(1 / 8.0, fit.parameter("rate (0, 6]").value().orElseThrow(), 1e-15);
        assertEquals(
                "undefined (no exposure in (6, inf))",
                fit.parameter("rate (6, inf)").value().toString());
    }

    @Test
    void mean_ofALawWithoutOne_isUndefined() {
        ParametricFit fit = FITS.with(SurvivalLaw.LOG_LOGISTIC)
                .of(List.of(
                        IntervalObservation.ended(1),
                        IntervalObservation.ended(30),
                        IntervalObservation.ended(900),
                        IntervalObservation.ongoing(5000)));

        assertTrue(fit.parameter("shape").value().orElseThrow() < 1);
        assertEquals(
                Outcome.<Double>undefined(Reason.NOT_FINITE, "the law has no finite mean"),
                fit.mean().value());
        assertTrue(fit.restrictedMean(1000).value().isDefined());
    }

    /** A Weibull mean is scale Gamma(1 + 1 / shape), a log-normal one exp(mu + sigma^2 / 2), a log-logistic one scale pi / shape / sin(pi / shape). */
    @Test
    void means_areThoseOfTheFormulas() {
        ParametricFit weibull = FITS.of(SEVEN);
        ParametricFit normal = FITS.with(SurvivalLaw.LOG_NORMAL).of(SEVEN);
        ParametricFit logistic = FITS.with(SurvivalLaw.LOG_LOGISTIC).of(SEVEN);
        double shape = parameter(logistic, "shape");
        double sigma = parameter(normal, "sigma");

        assertEquals(
                parameter(weibull, "scale") * Math.exp(LogGamma.value(1 + 1 / parameter(weibull, "shape"))),
                weibull.mean().value().orElseThrow(),
                1e-11);
        assertEquals(
                Math.exp(parameter(normal, "mu") + sigma * sigma / 2),
                normal.mean().value().orElseThrow(),
                1e-10);
        assertEquals(
                parameter(logistic, "scale") * Math.PI / shape / Math.sin(Math.PI / shape),
                logistic.mean().value().orElseThrow(),
                1e-10);
    }

    private static double parameter(ParametricFit fit, String name) {
        return fit.parameter(name).value().orElseThrow();
    }

    /** At the start of the law's tail the same law is used: a horizon beyond all that was seen still has all its digits. */
    @Test
    void farTails_areNumbers() {
        for (SurvivalLaw law : List.of(SurvivalLaw.WEIBULL, SurvivalLaw.LOG_NORMAL, SurvivalLaw.LOG_LOGISTIC)) {
            ParametricFit far = FITS.with(law).of(SEVEN).given(1e6);

            assertTrue(far.median().value().orElseThrow() > 1e6, law.toString());
            assertEquals(
                    0.5,
                    far.survivalAt(far.median().value().orElseThrow()).value().orElseThrow(),
                    1e-6);
            assertTrue(far.hazardAt(1e6).value().orElseThrow() > 0);
        }
    }

    /** Shapes far from one: a steep fall needs no finer steps. */
    @Test
    void restrictedMean_ofASteepLaw_isTheTimeOfItsFall() {
        ParametricFit steep = FITS.of(List.of(
                IntervalObservation.ended(9.999), IntervalObservation.ended(10), IntervalObservation.ended(10.001)));

        assertEquals(10, steep.restrictedMean(1000).value().orElseThrow(), 1e-3);
        assertEquals(
                steep.mean().value().orElseThrow(),
                steep.restrictedMean(1000).value().orElseThrow(),
                1e-9);
    }

    // weights

    @Test
    void weights_haveNoCriteria() {
        ParametricFit fit = FITS.of(SEVEN.stream().map(one -> one.withWeight(2)).toList());
        ParametricFit exponential = FITS.with(SurvivalLaw.EXPONENTIAL)
                .of(SEVEN.stream().map(one -> one.withWeight(2)).toList());

        assertTrue(fit.logLikelihood().isDefined());
        assertEquals(
                Outcome.<Double>undefined(Reason.NOT_APPLICABLE, "with weights there is no likelihood of the sample"),
                fit.aic());
        assertFalse(fit.testAgainst(exponential).isDefined());
    }

    /** By hand: with rate r the gradients are d - r t, the sandwich of log r is the sum of their squares over (r sum of t)^2. */
    @Test
    void sandwich_ofTheExponential_isTheOneByHand() {
        ParametricFit fit = FITS.with(SurvivalLaw.EXPONENTIAL)
                .of(List.of(
                        IntervalObservation.ended(2).withWeight(3),
                        IntervalObservation.ended(6).withCount(2),
                        IntervalObservation.ongoing(8).withWeight(0.5)));
        double rate = (3 + 2) / (6 + 12 + 4.0);
        double squares = 9 * Math.pow(1 - 2 * rate, 2) + 2 * Math.pow(1 - 6 * rate, 2) + 0.25 * Math.pow(8 * rate, 2);

        assertEquals(rate, fit.parameter("rate").value().orElseThrow(), 1e-15);
        assertEquals(
                rate * Math.sqrt(squares) / 5,
                fit.parameter("rate").standardError().orElseThrow(),
                1e-14);
    }

    /** Two equal observations are one of count two, and of one another's gradients an interval's is part. */
    @Test
    void sandwich_withIntervals_isOfAllGradients() {
        for (SurvivalLaw law :
                List.of(SurvivalLaw.EXPONENTIAL, SurvivalLaw.piecewiseExponential(5), SurvivalLaw.WEIBULL)) {
            ParametricFit counted = FITS.with(law)
                    .of(SEVEN.stream()
                            .map(one -> one.withWeight(2).withCount(2))
                            .toList());
            ParametricFit repeated = FITS.with(law)
                    .of(Stream.concat(SEVEN.stream(), SEVEN.stream())
                            .map(one -> one.withWeight(2))
                            .toList());

            assertEquals(counted, repeated);
        }
    }

    // accumulator

    @Test
    void addAll_isTheSameAsTheLoop() throws IOException, ClassNotFoundException {
        ParametricAccumulator rows = FITS.accumulator();
        rows.add(3.0, true);
        rows.add(5, false);
        rows.add(0, 2, 7, 2);
        ParametricAccumulator columns = FITS.accumulator();
        columns.addAll(new int[] {3}, new boolean[] {true});
        columns.addAll(new double[] {5}, new boolean[] {false});
        columns.addAll(new double[] {0, 0}, new double[] {2, 2}, new double[] {7, 7});

        assertEquals(rows.result(), columns.result());
        assertEquals(rows.result(), copy(columns).result());
        assertEquals(
                FITS.with(SurvivalLaw.LOG_NORMAL)
                        .of(List.of(
                                IntervalObservation.ended(3),
                                IntervalObservation.ongoing(5),
                                IntervalObservation.endedBetween(2, 7).withCount(2))),
                columns.compare(List.of(SurvivalLaw.LOG_NORMAL)).fits().get(0));
    }

    private static ParametricAccumulator copy(ParametricAccumulator accumulator)
            throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(accumulator);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (ParametricAccumulator) in.readObject();
        }
    }

    @Test
    void merge_withItself_doubles() {
        ParametricAccumulator accumulator = FITS.accumulator();
        SEVEN.forEach(accumulator::add);

        assertEquals(14, accumulator.merge(accumulator).result().counts().observations());
    }

    @Test
    void add_moreThanCanBeCounted_isAnOverflow() {
        ParametricAccumulator accumulator = FITS.accumulator();
        accumulator.add(0, 3, 3, Long.MAX_VALUE);
        accumulator.add(5, true);

        assertThrows(ArithmeticException.class, accumulator::result);
        assertThrows(ArithmeticException.class, () -> accumulator.add(3, true));
    }

    // messages

    @Test
    void badTimes_sayWhich() {
        ParametricAccumulator accumulator = FITS.accumulator();
        ParametricFit fit = FITS.of(SEVEN);

        assertEquals(
                "duration must be positive if it ended, endedBy(1) says within the first unit: 0.0",
                message(() -> accumulator.add(0, true)));
        assertEquals(
                "duration must be positive if it ended, endedBy(1) says within the first unit: 0.0",
                message(() -> accumulator.add(IntervalObservation.ended(0))));
        assertEquals("duration must be finite and not negative: -1.0", message(() -> accumulator.add(-1, false)));
        assertEquals("duration must be finite and not negative: NaN", message(() -> accumulator.add(Double.NaN, true)));
        assertEquals(
                "duration must be finite and not negative: Infinity",
                message(() -> accumulator.add(Double.POSITIVE_INFINITY, true)));
        assertEquals("time must be finite and not negative: -1.0", message(() -> fit.survivalAt(-1)));
        assertEquals(
                "time must be finite and not negative: Infinity",
                message(() -> fit.cumulativeHazardAt(Double.POSITIVE_INFINITY)));
        assertEquals("time must be positive, finite and not before 0.0: 0.0", message(() -> fit.hazardAt(0)));
        assertEquals(
                "time must be positive, finite and not before 4.0: 3.0",
                message(() -> fit.given(4).hazardAt(3)));
        assertEquals(
                "time must be positive, finite and not before 0.0: Infinity",
                message(() -> fit.hazardAt(Double.POSITIVE_INFINITY)));
        assertTrue(fit.given(4).hazardAt(4).value().isDefined());
        assertEquals("probability must be in (0, 1): 0.0", message(() -> fit.quantile(0)));
        assertEquals("probability must be in (0, 1): 1.0", message(() -> fit.quantile(1)));
        assertEquals(
                "horizon must be finite and after 4.0: 4.0",
                message(() -> fit.given(4).restrictedMean(4)));
        assertEquals(
                "horizon must be finite and after 0.0: Infinity",
                message(() -> fit.restrictedMean(Double.POSITIVE_INFINITY)));
    }

    @Test
    void badColumns_sayWhich() {
        ParametricAccumulator accumulator = FITS.accumulator();

        assertEquals(
                "ended must be as long as durations, 2: 1",
                message(() -> accumulator.addAll(new int[2], new boolean[1])));
        assertEquals(
                "ended must be as long as durations, 2: 3",
                message(() -> accumulator.addAll(new double[2], new boolean[3])));
        assertEquals(
                "lower must be as long as entry, 1: 2",
                message(() -> accumulator.addAll(new double[1], new double[2], new double[1])));
        assertEquals(
                "upper must be as long as entry, 1: 0",
                message(() -> accumulator.addAll(new double[1], new double[1], new double[0])));
    }

    @Test
    void badLaws_sayWhich() {
        assertEquals(
                "cuts must be positive, finite and ascending: [3.0, 3.0]",
                message(() -> SurvivalLaw.piecewiseExponential(3, 3)));
        assertEquals(
                "cuts must be positive, finite and ascending: [0.0]",
                message(() -> SurvivalLaw.piecewiseExponential(0)));
        assertEquals(
                "cuts must be positive, finite and ascending: [Infinity]",
                message(() -> SurvivalLaw.piecewiseExponential(Double.POSITIVE_INFINITY)));
        assertEquals(
                "cuts must be empty unless the law is piecewise exponential: [1.0]",
                message(() -> new SurvivalLaw(LawFamily.WEIBULL, ImmutableList.of(1.0))));
        assertEquals(
                "law must have a location and a scale: exponential",
                message(() -> StandardLaw.of(SurvivalLaw.EXPONENTIAL)));
        assertEquals(
                "name must be one of [shape, scale]: sigma",
                message(() -> FITS.of(SEVEN).parameter("sigma")));
        assertEquals(
                "special must be of a law nested in weibull: log normal",
                message(() -> FITS.of(SEVEN)
                        .testAgainst(FITS.with(SurvivalLaw.LOG_NORMAL).of(SEVEN))));
        assertEquals(
                "special must be fitted to the same observations, "
                        + "CensoringCounts[exact=3, rightCensored=2, leftCensored=1, intervalCensored=1, leftTruncated=1]: "
                        + "CensoringCounts[exact=0, rightCensored=0, leftCensored=0, intervalCensored=0, leftTruncated=0]",
                message(() -> FITS.of(SEVEN)
                        .testAgainst(FITS.with(SurvivalLaw.EXPONENTIAL).of(List.of()))));
        assertEquals("unit must be finite: Forever", message(() -> FITS.with(ChronoUnit.FOREVER)));
        assertEquals(
                "unit must be Days: Weeks",
                message(() ->
                        FITS.accumulator().merge(FITS.with(ChronoUnit.WEEKS).accumulator())));
    }

    @Test
    @SuppressWarnings("NullAway") // what happens to a caller who does not check nullness
    void null_isNamed() {
        assertEquals("law", nullMessage(() -> FITS.with((SurvivalLaw) null)));
        assertEquals("unit", nullMessage(() -> FITS.with((ChronoUnit) null)));
        assertEquals("confidence", nullMessage(() -> FITS.with((ConfidenceLevel) null)));
        assertEquals("observations", nullMessage(() -> FITS.of(null)));
        assertEquals("laws", nullMessage(() -> FITS.compare(SEVEN, null)));
        assertEquals("observation", nullMessage(() -> FITS.accumulator().add(null)));
        assertEquals("other", nullMessage(() -> FITS.accumulator().merge(null)));
        assertEquals("family", nullMessage(() -> new SurvivalLaw(null, ImmutableList.of())));
        assertEquals("name", nullMessage(() -> FITS.of(SEVEN).parameter(null)));
        assertEquals("special", nullMessage(() -> FITS.of(SEVEN).testAgainst(null)));
    }

    @Test
    void names_areThoseOfTheField() {
        assertEquals(List.of("rate"), SurvivalLaw.EXPONENTIAL.parameterNames());
        assertEquals(List.of("shape", "scale"), SurvivalLaw.WEIBULL.parameterNames());
        assertEquals(List.of("mu", "sigma"), SurvivalLaw.LOG_NORMAL.parameterNames());
        assertEquals(List.of("shape", "scale"), SurvivalLaw.LOG_LOGISTIC.parameterNames());
        assertEquals(
                List.of("rate (0, 6]", "rate (6, 12.5]", "rate (12.5, inf)"),
                SurvivalLaw.piecewiseExponential(6, 12.5).parameterNames());
        assertEquals(
                "piecewise exponential cut at 6, 12.5",
                SurvivalLaw.piecewiseExponential(6, 12.5).toString());
        assertEquals("log logistic", SurvivalLaw.LOG_LOGISTIC.toString());
    }

    @Test
    void explain_showsParametersAndCriteria() {
        ParametricFit fit = FITS.with(SurvivalLaw.EXPONENTIAL)
                .with(ChronoUnit.MONTHS)
                .of(List.of(IntervalObservation.ended(4).withCount(4), IntervalObservation.ongoing(24)));

        assertEquals("""
                exponential law = rate   [S(time) = exp(-rate * time), by the highest likelihood; \
                observations = 5, exact = 4, right-censored = 1, left-censored = 0, interval-censored = 0, \
                left-truncated = 0, errors = observed information]
                  rate = 0.1000   [where the likelihood is highest]
                    standard error = 0.0500   [by errors]
                    confidence interval = 0.0375 to 0.2664   [-/+ normal quantile * standard error on the scale of the \
                logarithm, at level; level = 95.00%]
                  log-likelihood = -13.2103   [sum of log density or log probability]
                  AIC = 28.4207   [2 k - 2 log-likelihood]
                  BIC = 28.0301   [k log(observations) - 2 log-likelihood]
                """, fit.explain().toText());
        assertEquals("""
                S(10) = 36.79%   [exp(-rate * time); law = exponential]
                  standard error = 18.39%   [sqrt(gradient' * covariance * gradient)]
                  confidence interval = 6.96% to 68.71%   [by the delta method, at level; level = 95.00%]
                """, fit.survivalAt(10).explain().toText());
        assertEquals("""
                h(3) = 0.1000 1/months   [density at time / S(time); law = exponential]
                  standard error = 0.0500 1/months   [sqrt(gradient' * covariance * gradient)]
                  confidence interval = 0.0375 1/months to 0.2664 1/months   [by the delta method, at level; level = 95.00%]
                """, fit.hazardAt(3).explain().toText());
        assertEquals("median", fit.median().name());
        assertEquals("quantile 0.25", fit.quantile(0.25).name());
        assertEquals("H(2.5) given 1", fit.given(1).cumulativeHazardAt(2.5).name());
        assertTrue(fit.mean().explain().toText().startsWith("mean = 10.0000 months   [area under S; "));
        assertTrue(fit.restrictedMean(12)
                .explain()
                .toText()
                .startsWith("restricted mean = 6.9881 months   [area under S from 0 to horizon 12; "));
    }

    @Test
    void explain_showsTheLawsCompared() {
        assertEquals(
                """
                best law = exponential   [lowest AIC]
                  exponential = 11.5452   [2 k - 2 log-likelihood; k = 1, difference = 0.0000, weight = 100.00%]
                  weibull = undefined (no spread: all may have ended at one time, 4)   [2 k - 2 log-likelihood; k = 2, \
                difference = undefined (no spread: all may have ended at one time, 4), \
                weight = undefined (no spread: all may have ended at one time, 4)]
                """,
                FITS.compare(
                                List.of(IntervalObservation.ended(4).withCount(2)),
                                List.of(SurvivalLaw.WEIBULL, SurvivalLaw.EXPONENTIAL))
                        .explain()
                        .toText());
        assertTrue(FITS.of(SEVEN.stream().map(one -> one.withWeight(2)).toList())
                .explain()
                .toText()
                .contains("errors = sandwich"));
    }

    private static Reason reason(Outcome<?> outcome) {
        return ((Outcome.Undefined<?>) outcome).reason();
    }

    private static String message(Executable action) {
        return assertThrows(IllegalArgumentException.class, action).getMessage();
    }

    private static String nullMessage(Executable action) {
        return assertThrows(NullPointerException.class, action).getMessage();
    }
}
