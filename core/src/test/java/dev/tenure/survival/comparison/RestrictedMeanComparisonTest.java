package dev.tenure.survival.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import dev.tenure.survival.KaplanMeier;
import dev.tenure.survival.Observation;
import dev.tenure.survival.SurvivalCurve;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@PropertyDefaults(tries = 200, edgeCases = EdgeCasesMode.NONE)
class RestrictedMeanComparisonTest {

    private static final RestrictedMeanComparison COMPARISON = RestrictedMeanComparison.withDefaults();
    private static final double QUANTILE = 1.959963984540054;

    // golden

    /** AML (R. G. Miller, Survival Analysis, 1981, p. 49): means up to week 45 and their errors by R 4.2.2, survival 3.5-3. */
    @Test
    void of_aml_combinesTheMeansOfR() {
        RestrictedMeanDifference difference = COMPARISON.of(
                curve(new int[] {9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161}, new int[] {1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0
                }),
                curve(
                        new int[] {5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45},
                        new int[] {1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1}),
                45);
        double first = 30.73863636363636;
        double second = 22.70833333333334;
        double error = Math.sqrt(4.114086240011467 * 4.114086240011467 + 4.180941981033154 * 4.180941981033154);
        double relative = Math.sqrt(Math.pow(4.114086240011467 / first, 2) + Math.pow(4.180941981033154 / second, 2));

        assertEquals(first - second, difference.value().orElseThrow(), 1e-12);
        assertEquals(error, difference.standardError().orElseThrow(), 1e-12);
        assertInterval(first - second - QUANTILE * error, first - second + QUANTILE * error, difference.interval());
        assertEquals(first / second, difference.ratio().orElseThrow(), 1e-13);
        assertInterval(
                first / second * Math.exp(-QUANTILE * relative),
                first / second * Math.exp(QUANTILE * relative),
                difference.ratioInterval());
        assertEquals(
                Math.pow((first - second) / error, 2),
                difference.test().orElseThrow().statistic(),
                1e-12);
        assertEquals(1, difference.test().orElseThrow().degreesOfFreedom());
        assertEquals(45, difference.horizon());
        assertEquals(ChronoUnit.DAYS, difference.unit());
    }

    // laws

    @Property
    void swappingTheSegmentsTurnsTheSign(
            @ForAll("observations") List<Observation> one, @ForAll("observations") List<Observation> other) {
        SurvivalCurve first = KaplanMeier.withDefaults().of(one);
        SurvivalCurve second = KaplanMeier.withDefaults().of(other);
        RestrictedMeanDifference difference = COMPARISON.of(first, second, 5);
        RestrictedMeanDifference swapped = COMPARISON.of(second, first, 5);

        assertEquals(difference.value().isDefined(), swapped.value().isDefined());
        difference
                .value()
                .toOptional()
                .ifPresent(value -> assertEquals(-value, swapped.value().orElseThrow(), 1e-12));
        difference.interval().toOptional().ifPresent(interval -> {
            assertEquals(-interval.upper(), swapped.interval().orElseThrow().lower(), 1e-12);
            assertEquals(difference.test(), swapped.test());
        });
    }

    @Property
    void theIntervalLeavesOutZeroWhereTheTestRejects(
            @ForAll("observations") List<Observation> one, @ForAll("observations") List<Observation> other) {
        RestrictedMeanDifference difference = COMPARISON.of(
                KaplanMeier.withDefaults().of(one), KaplanMeier.withDefaults().of(other), 5);

        difference.interval().toOptional().ifPresent(interval -> {
            assertEquals(difference.test().orElseThrow().pValue() > 0.05, interval.contains(0));
            assertTrue(interval.contains(difference.value().orElseThrow()));
            assertTrue(interval.lower() >= -5 && interval.upper() <= 5);
        });
    }

    @Property
    void aSegmentDoesNotDifferFromItself(@ForAll("observations") List<Observation> one) {
        SurvivalCurve curve = KaplanMeier.withDefaults().of(one);

        COMPARISON.of(curve, curve, 5).test().toOptional().ifPresent(test -> assertEquals(0, test.statistic()));
    }

    // edges

    @Test
    void interval_isCutAtTheHorizon() {
        SurvivalCurve stays = curve(new int[] {9, 10, 11}, new int[] {1, 1, 1});
        SurvivalCurve leaves = curve(new int[] {1, 1, 11}, new int[] {1, 1, 0});
        RestrictedMeanDifference difference = COMPARISON.of(stays, leaves, 10);

        assertEquals(10, difference.interval().orElseThrow().upper());
        assertEquals(
                -10, COMPARISON.of(leaves, stays, 10).interval().orElseThrow().lower());
    }

    @Test
    void of_aCurveThatEndsEarly_saysWhich() {
        SurvivalCurve shorter = curve(new int[] {1, 4}, new int[] {1, 0});
        SurvivalCurve longer = curve(new int[] {1, 9}, new int[] {1, 0});

        assertEquals(
                Outcome.<Double>undefined(Reason.BEYOND_OBSERVATION, "first: no observation is that long"),
                COMPARISON.of(shorter, longer, 6).value());
        assertEquals(
                Outcome.<Double>undefined(Reason.BEYOND_OBSERVATION, "second: no observation is that long"),
                COMPARISON.of(longer, shorter, 6).ratio());
        assertEquals(
                Outcome.<Interval>undefined(Reason.BEYOND_OBSERVATION, "second: no observation is that long"),
                COMPARISON.of(longer, shorter, 6).ratioInterval());
    }

    @Test
    void of_aCurveWithoutSpread_hasADifferenceButNoInterval() {
        SurvivalCurve nobodyLeft = curve(new int[] {9, 9}, new int[] {0, 0});
        SurvivalCurve some = curve(new int[] {1, 9}, new int[] {1, 0});
        RestrictedMeanDifference difference = COMPARISON.of(some, nobodyLeft, 6);

        assertEquals(3.5 - 6, difference.value().orElseThrow(), 1e-15);
        assertEquals(
                Outcome.<Double>undefined(
                        Reason.NOT_ESTIMABLE, "second: no spread before the horizon, the variance has no estimate"),
                difference.standardError());
        assertEquals(
                Outcome.<Interval>undefined(
                        Reason.NOT_ESTIMABLE, "second: no spread before the horizon, the variance has no estimate"),
                difference.ratioInterval());
    }

    @Test
    void of_allLeaveAtOnce_hasNoRatio() {
        SurvivalCurve some = curve(new int[] {1, 9}, new int[] {1, 0});
        SurvivalCurve none = curve(new int[] {0, 0}, new int[] {1, 1});

        assertEquals(
                Outcome.<Double>undefined(Reason.NOT_FINITE, "the second mean is 0"),
                COMPARISON.of(some, none, 6).ratio());
        assertEquals(0, COMPARISON.of(none, some, 6).ratio().orElseThrow());
    }

    @Test
    void with_level_widensTheInterval() {
        SurvivalCurve one = curve(new int[] {1, 4, 9, 9}, new int[] {1, 1, 0, 0});
        SurvivalCurve other = curve(new int[] {3, 5, 9, 9}, new int[] {1, 1, 0, 0});
        RestrictedMeanDifference wide = COMPARISON.with(ConfidenceLevel.P99).of(one, other, 9);

        assertEquals(ConfidenceLevel.P99, wide.interval().orElseThrow().level());
        assertEquals(ConfidenceLevel.P99, wide.level());
        assertTrue(wide.interval().orElseThrow().width()
                > COMPARISON.of(one, other, 9).interval().orElseThrow().width());
    }

    // explanation and messages

    @Test
    void explain_showsDifferenceRatioAndMeans() {
        SurvivalCurve one = curve(new int[] {1, 4, 9, 9}, new int[] {1, 1, 0, 0});
        SurvivalCurve other = curve(new int[] {3, 5, 9, 9}, new int[] {1, 1, 0, 0});
        String text = COMPARISON.of(one, other, 8).explain().toText();

        assertTrue(text.startsWith("""
                        difference of restricted means = -0.7500 days   [first - second, up to horizon; \
                        horizon = 8.0000 days, p-value = 0.6796]
                          confidence interval = -4.3088 days to 2.8088 days   [difference -/+ normal quantile * \
                        standard error, at level; standard error = 1.8157 days, level = 95.00%]
                          ratio = 0.8750   [first / second; confidence interval = 0.4567 to 1.6764]
                          first = 5.2500 days   ["""), text);
        assertTrue(text.contains("\n  second = 6.0000 days   ["), text);
    }

    @Test
    void badArguments_sayWhich() {
        SurvivalCurve days = curve(new int[] {1}, new int[] {1});
        SurvivalCurve months =
                KaplanMeier.withDefaults().with(ChronoUnit.MONTHS).of(List.of(Observation.ended(1)));

        assertEquals(
                "unit must be Days: Months",
                message(IllegalArgumentException.class, () -> COMPARISON.of(days, months, 1)));
        assertEquals(
                "horizon must be positive and finite: 0.0",
                message(IllegalArgumentException.class, () -> COMPARISON.of(days, days, 0)));
    }

    @Test
    @SuppressWarnings("NullAway") // what happens to a caller who does not check nullness
    void null_isNamed() {
        SurvivalCurve curve = curve(new int[] {1}, new int[] {1});

        assertEquals("confidence", message(NullPointerException.class, () -> COMPARISON.with(null)));
        assertEquals("first", message(NullPointerException.class, () -> COMPARISON.of(null, curve, 1)));
        assertEquals("second", message(NullPointerException.class, () -> COMPARISON.of(curve, null, 1)));
    }

    private static String message(Class<? extends Exception> type, Executable action) {
        return assertThrows(type, action).getMessage();
    }

    private static void assertInterval(double lower, double upper, Outcome<Interval> interval) {
        assertEquals(lower, interval.orElseThrow().lower(), 1e-12);
        assertEquals(upper, interval.orElseThrow().upper(), 1e-12);
    }

    private static SurvivalCurve curve(int[] times, int[] status) {
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < times.length; i++) {
            observations.add(new Observation(0, times[i], status[i] == 1, 1, 1));
        }
        return KaplanMeier.withDefaults().of(observations);
    }

    @Provide
    Arbitrary<List<Observation>> observations() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.of(true, true, false),
                        Arbitraries.longs().between(1, 3))
                .as((duration, ended, count) -> new Observation(0, duration, ended, count, 1))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }
}
