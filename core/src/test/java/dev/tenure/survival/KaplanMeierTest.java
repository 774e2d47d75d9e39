package dev.tenure.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KaplanMeierTest {

    private static final KaplanMeier KAPLAN_MEIER = KaplanMeier.withDefaults();

    /** Half of four end at 2, another at 5, the last is seen until 9: S is 1/2 on [2, 5) and 1/4 after. */
    private static final List<Observation> FLAT_AT_HALF =
            List.of(Observation.ended(2).withCount(2), Observation.ended(5), Observation.ongoing(9));

    // defaults and options

    @Test
    void withDefaults_isDaysAndLogLogAtNinetyFivePercent() {
        SurvivalCurve curve = KAPLAN_MEIER.of(FLAT_AT_HALF);

        assertEquals(ChronoUnit.DAYS, curve.unit());
        assertEquals(SurvivalInterval.LOG_LOG, curve.intervalMethod());
        assertEquals(ConfidenceLevel.P95, curve.level());
        assertEquals(VarianceEstimator.GREENWOOD, curve.variance());
        assertEquals(0, curve.origin());
    }

    @Test
    void with_options_areCarriedByEveryResult() {
        SurvivalCurve curve = KAPLAN_MEIER
                .with(ChronoUnit.MONTHS)
                .with(SurvivalInterval.PLAIN)
                .with(ConfidenceLevel.P90)
                .of(FLAT_AT_HALF);
        SurvivalQuantile median = curve.given(1).median();
        RestrictedMean mean = curve.given(1).restrictedMean(5);

        assertEquals(ChronoUnit.MONTHS, median.unit());
        assertEquals(SurvivalInterval.PLAIN, median.intervalMethod());
        assertEquals(ConfidenceLevel.P90, median.level());
        assertEquals(0.5, median.probability());
        assertEquals(ChronoUnit.MONTHS, mean.unit());
        assertEquals(ConfidenceLevel.P90, mean.level());
        assertEquals(5, mean.horizon());
        assertEquals(ConfidenceLevel.P90, mean.interval().orElseThrow().level());
    }

    @Test
    void collector_parallelStream_givesTheSameCurve() {
        SurvivalCurve collected = Stream.generate(() -> FLAT_AT_HALF)
                .limit(50)
                .flatMap(List::stream)
                .parallel()
                .collect(KAPLAN_MEIER.collector());

        assertEquals(
                KAPLAN_MEIER.of(FLAT_AT_HALF.stream()
                        .map(observation -> observation.withCount(50 * observation.count()))
                        .toList()),
                collected);
    }

    // counts

    @Test
    void of_observations_keepsTheCounts() {
        SurvivalCurve curve = KAPLAN_MEIER.of(FLAT_AT_HALF);

        assertEquals(4, curve.observations());
        assertEquals(3, curve.ended());
        assertEquals(1, curve.censored());
        assertEquals(Outcome.of(9.0), curve.longest());
    }

    @Test
    void of_weightedObservations_countsObservationsAndSumsWeights() {
        SurvivalCurve curve =
                KAPLAN_MEIER.of(List.of(Observation.ended(2).withWeight(0.5).withCount(3), Observation.ongoing(2)));

        assertEquals(4, curve.observations());
        assertEquals(3, curve.ended());
        assertEquals(2.5, curve.steps().get(0).atRisk());
        assertEquals(1.5, curve.steps().get(0).ended());
        assertEquals(1.0, curve.steps().get(0).censored());
        assertEquals(Outcome.of(0.4), curve.survivalAt(2));
        assertEquals(VarianceEstimator.INFINITESIMAL_JACKKNIFE, curve.variance());
    }

    @Test
    void of_tenthsOfAWeight_leaveExactlyNobodyAtTheEnd() {
        SurvivalCurve curve = KAPLAN_MEIER.of(IntStream.rangeClosed(1, 10)
                .mapToObj(i -> Observation.ended(i).withWeight(0.1))
                .toList());

        assertEquals(Outcome.of(0.0), curve.survivalAt(10));
        assertEquals(0.1, curve.steps().get(9).atRisk());
    }

    // boundaries of time

    @Test
    void survivalAt_betweenSteps_isThatOfTheStepBefore() {
        SurvivalCurve curve = KAPLAN_MEIER.of(FLAT_AT_HALF);

        assertEquals(Outcome.of(1.0), curve.survivalAt(0));
        assertEquals(Outcome.of(1.0), curve.survivalAt(1.999));
        assertEquals(Outcome.of(0.5), curve.survivalAt(2));
        assertEquals(Outcome.of(0.5), curve.survivalAt(4.999));
        assertEquals(Outcome.of(0.25), curve.survivalAt(5));
        assertEquals(Outcome.of(0.25), curve.survivalAt(9));
    }

    @Test
    void survivalAt_pastTheLongestOngoing_isUndefined() {
        SurvivalCurve curve = KAPLAN_MEIER.of(FLAT_AT_HALF);

        assertEquals(
                Outcome.<Double>undefined(Reason.BEYOND_OBSERVATION, "no observation is that long"),
                curve.survivalAt(9.5));
        assertEquals(
                Outcome.<Double>undefined(Reason.BEYOND_OBSERVATION, "no observation is that long"),
                curve.standardErrorAt(9.5));
        assertEquals(
                Outcome.<Interval>undefined(Reason.BEYOND_OBSERVATION, "no observation is that long"),
                curve.intervalAt(9.5));
        assertEquals(
                Outcome.<Double>undefined(Reason.BEYOND_OBSERVATION, "no observation is that long"),
                curve.restrictedMean(9.5).value());
        assertEquals(
                Outcome.<Double>undefined(Reason.BEYOND_OBSERVATION, "no observation is that long"),
                curve.restrictedMean(9.5).standardError());
        assertTrue(curve.restrictedMean(9).value().isDefined());
    }

    @Test
    void survivalAt_pastTheLastWhenNoOneIsLeft_isZero() {
        SurvivalCurve curve = KAPLAN_MEIER.of(List.of(Observation.ended(2), Observation.ended(4)));

        assertEquals(Outcome.of(0.0), curve.survivalAt(4));
        assertEquals(Outcome.of(0.0), curve.survivalAt(100));
        assertEquals(Outcome.of(3.0), curve.restrictedMean(100).value());
        assertEquals(
                Outcome.<Double>undefined(Reason.NOT_ESTIMABLE, "no one is left, the variance has no estimate"),
                curve.standardErrorAt(4));
        assertEquals(
                Outcome.<Interval>undefined(Reason.NOT_ESTIMABLE, "no one is left, the variance has no estimate"),
                curve.intervalAt(100));
    }

    @Test
    void of_durationZero_lowersTheCurveAtOnce() {
        SurvivalCurve curve = KAPLAN_MEIER.of(List.of(Observation.ended(0), Observation.ongoing(3)));

        assertEquals(Outcome.of(0.5), curve.survivalAt(0));
        assertEquals(Outcome.of(1.5), curve.restrictedMean(3).value());
        assertEquals(Outcome.of(1.0), curve.given(0).survivalAt(3));
    }

    @ParameterizedTest
    @ValueSource(doubles = {16383, 16384, 16383.5, 1e9, 1e300, Double.MIN_VALUE})
    void of_anyPositiveDuration_isKeptAsItIs(double duration) {
        SurvivalCurve curve = KAPLAN_MEIER.of(List.of(Observation.ended(duration), Observation.ongoing(duration)));

        assertEquals(Outcome.of(duration), curve.longest());
        assertEquals(Outcome.of(0.5), curve.survivalAt(duration));
        assertEquals(1, curve.steps().size());
    }

    @Test
    void of_delayedEntry_isNotAtRiskAtItsEntry() {
        SurvivalCurve curve = KAPLAN_MEIER.of(List.of(
                Observation.ended(3),
                Observation.ended(5).enteredAt(3),
                Observation.ongoing(5).enteredAt(2.5)));

        assertEquals(2, curve.steps().get(0).atRisk());
        assertEquals(2, curve.steps().get(1).atRisk());
    }

    @Test
    void of_riskSetThatEmptiesAndFillsAgain_staysAtZeroButGoesOnGivenATime() {
        SurvivalCurve curve = KAPLAN_MEIER.of(List.of(
                Observation.ended(1),
                Observation.ended(5).enteredAt(2),
                Observation.ongoing(6).enteredAt(3)));

        assertEquals(Outcome.of(0.0), curve.survivalAt(5));
        assertEquals(Outcome.of(0.5), curve.given(1).survivalAt(5));
        assertEquals(2, curve.given(1).observations());
        assertEquals(2, curve.given(2).given(1).origin());
    }

    // nothing, and nothing yet

    @Test
    void of_noObservations_isUndefinedThroughout() {
        SurvivalCurve curve = KAPLAN_MEIER.of(List.of());

        assertEquals(0, curve.observations());
        assertEquals(Outcome.<Double>undefined(Reason.NO_DATA, "no observations"), curve.survivalAt(1));
        assertEquals(Outcome.<Double>undefined(Reason.NO_DATA, "no observations"), curve.standardErrorAt(1));
        assertEquals(Outcome.<Interval>undefined(Reason.NO_DATA, "no observations"), curve.intervalAt(1));
        assertEquals(Outcome.<Double>undefined(Reason.NO_DATA, "no observations"), curve.longest());
        assertEquals(
                Outcome.<Double>undefined(Reason.NO_DATA, "no observations"),
                curve.median().value());
        assertEquals(
                Outcome.<Double>undefined(Reason.NO_DATA, "no observations"),
                curve.median().lower());
        assertEquals(
                Outcome.<Double>undefined(Reason.NO_DATA, "no observations"),
                curve.restrictedMean(1).value());
        assertEquals(
                Outcome.<Interval>undefined(Reason.NO_DATA, "no observations"),
                curve.restrictedMean(1).interval());
    }

    @ParameterizedTest
    @EnumSource(
            value = SurvivalInterval.class,
            names = {"PLAIN", "LOG"})
    void intervalAt_noOneHasLeft_isAPointOnTheScalesThatReachOne(SurvivalInterval method) {
        SurvivalCurve curve = KAPLAN_MEIER.with(method).of(List.of(Observation.ongoing(3), Observation.ended(4)));

        assertEquals(Outcome.of(Interval.of(1, 1, ConfidenceLevel.P95)), curve.intervalAt(0));
        assertEquals(Outcome.of(Interval.of(1, 1, ConfidenceLevel.P95)), curve.intervalAt(3));
        assertEquals(Outcome.of(0.0), curve.standardErrorAt(0));
        assertEquals(Outcome.of(0.0), curve.standardErrorAt(3));
    }

    @ParameterizedTest
    @EnumSource(
            value = SurvivalInterval.class,
            names = {"LOG_LOG", "LOGIT", "ARCSINE"})
    void intervalAt_noOneHasLeft_isUndefinedOnTheOthers(SurvivalInterval method) {
        SurvivalCurve curve = KAPLAN_MEIER.with(method).of(List.of(Observation.ongoing(3), Observation.ended(4)));

        assertEquals(
                Outcome.<Interval>undefined(Reason.NOT_ESTIMABLE, "no one has left yet, the variance has no estimate"),
                curve.intervalAt(3));
    }

    @Test
    void restrictedMean_noOneHasLeft_hasNoInterval() {
        RestrictedMean mean = KAPLAN_MEIER.of(List.of(Observation.ongoing(3))).restrictedMean(2);

        assertEquals(Outcome.of(2.0), mean.value());
        assertEquals(Outcome.of(0.0), mean.standardError());
        assertEquals(
                Outcome.<Interval>undefined(
                        Reason.NOT_ESTIMABLE, "no spread before the horizon, the variance has no estimate"),
                mean.interval());
    }

    @Test
    void restrictedMean_fewObservations_cutsTheIntervalAtZeroAndTheHorizon() {
        Interval low = KAPLAN_MEIER
                .of(List.of(Observation.ended(1), Observation.ended(2), Observation.ended(20)))
                .restrictedMean(20)
                .interval()
                .orElseThrow();
        Interval high = KAPLAN_MEIER
                .of(List.of(Observation.ended(1), Observation.ongoing(20), Observation.ongoing(20)))
                .restrictedMean(20)
                .interval()
                .orElseThrow();

        assertEquals(0, low.lower());
        assertTrue(low.upper() < 20);
        assertEquals(20, high.upper());
        assertTrue(high.lower() > 0);
    }

    @Test
    void variance_weightsWithDelayedEntry_isNone() {
        SurvivalCurve curve = KAPLAN_MEIER.of(List.of(
                Observation.ended(2).withWeight(0.5), Observation.ongoing(3).enteredAt(1)));

        assertEquals(VarianceEstimator.NONE, curve.variance());
        assertEquals(2 / 3.0, curve.survivalAt(2).orElseThrow(), 1e-15);
        assertEquals(
                Outcome.<Double>undefined(Reason.NOT_APPLICABLE, "no variance for weights with delayed entry"),
                curve.standardErrorAt(2));
        assertEquals(
                Outcome.<Interval>undefined(Reason.NOT_APPLICABLE, "no variance for weights with delayed entry"),
                curve.intervalAt(2));
        assertEquals(8 / 3.0, curve.restrictedMean(3).value().orElseThrow(), 1e-15);
        assertEquals(
                Outcome.<Double>undefined(Reason.NOT_APPLICABLE, "no variance for weights with delayed entry"),
                curve.restrictedMean(3).standardError());
        assertFalse(curve.restrictedMean(3).interval().isDefined());
    }

    /** By hand: S = w2 / (w1 + w2), its derivatives by the weights are -1/9 and 2/9. */
    @Test
    void standardErrorAt_twoWeights_isTheRootOfTheSquaredInfluences() {
        SurvivalCurve curve = KAPLAN_MEIER.of(List.of(Observation.ended(1).withWeight(2), Observation.ongoing(2)));

        assertEquals(1 / 3.0, curve.survivalAt(1).orElseThrow(), 1e-15);
        assertEquals(2 * Math.sqrt(2) / 9, curve.standardErrorAt(1).orElseThrow(), 1e-15);
        assertEquals(
                2 * Math.sqrt(2) / 9, curve.restrictedMean(2).standardError().orElseThrow(), 1e-15);
    }

    // quantiles

    @Test
    void quantile_flatAtThatHeight_isTheMiddleOfTheFlatStretch() {
        assertEquals(Outcome.of(3.5), KAPLAN_MEIER.of(FLAT_AT_HALF).median().value());
    }

    @Test
    void quantile_flatAtThatHeightToTheEnd_isTheMiddleUpToTheLongest() {
        assertEquals(
                Outcome.of(7.0), KAPLAN_MEIER.of(FLAT_AT_HALF).quantile(0.75).value());
    }

    @Test
    void quantile_nearlyFlatAtThatHeight_isNotTheMiddle() {
        assertEquals(
                Outcome.of(2.0),
                KAPLAN_MEIER.of(FLAT_AT_HALF).quantile(0.5 - 1e-7).value());
        assertEquals(
                Outcome.of(3.5),
                KAPLAN_MEIER.of(FLAT_AT_HALF).quantile(0.5 - 1e-9).value());
        assertEquals(
                Outcome.of(3.5),
                KAPLAN_MEIER.of(FLAT_AT_HALF).quantile(0.5 + 1e-9).value());
        assertEquals(
                Outcome.of(5.0),
                KAPLAN_MEIER.of(FLAT_AT_HALF).quantile(0.5 + 1e-7).value());
    }

    @Test
    void quantile_notReached_saysWhatIsNot() {
        SurvivalQuantile quantile = KAPLAN_MEIER.of(FLAT_AT_HALF).quantile(0.9);

        assertEquals(Outcome.<Double>undefined(Reason.NEVER_REACHED, "too few have ended"), quantile.value());
        assertEquals(Outcome.of(2.0), quantile.lower());
        assertEquals(
                Outcome.<Double>undefined(Reason.NEVER_REACHED, "the upper limit of the curve stays above"),
                quantile.upper());
        assertEquals(
                Outcome.<Double>undefined(Reason.NEVER_REACHED, "the lower limit of the curve stays above"),
                KAPLAN_MEIER.of(List.of(Observation.ongoing(3))).median().lower());
    }

    @Test
    void quantile_flatAtThatHeightByTheFirstTime_isTheStartOfTheStretch() {
        SurvivalQuantile median =
                KAPLAN_MEIER.with(QuantileRule.FIRST_TIME).of(FLAT_AT_HALF).median();

        assertEquals(Outcome.of(2.0), median.value());
        assertEquals(QuantileRule.FIRST_TIME, median.rule());
        assertEquals(
                QuantileRule.MIDPOINT, KAPLAN_MEIER.of(FLAT_AT_HALF).median().rule());
        assertEquals(
                QuantileRule.FIRST_TIME,
                KAPLAN_MEIER.with(QuantileRule.FIRST_TIME).of(FLAT_AT_HALF).quantileRule());
    }

    // having stayed

    /** Of the two that stay longer than 2 one leaves at 5: a half, with Greenwood's 1 / (2 * 1) for the square of its relative error. */
    @Test
    void conditionalSurvival_byHand_countsOnlyWhatHappensAfter() {
        ConditionalSurvival conditional =
                KAPLAN_MEIER.with(SurvivalInterval.PLAIN).of(FLAT_AT_HALF).conditionalSurvival(6, 2);

        assertEquals(6, conditional.time());
        assertEquals(2, conditional.stayed());
        assertEquals(Outcome.of(0.5), conditional.value());
        assertEquals(0.5 * Math.sqrt(0.5), conditional.standardError().orElseThrow(), 1e-15);
        assertEquals(Outcome.of(Interval.of(0, 1, ConfidenceLevel.P95)), conditional.interval());
        assertEquals(2, conditional.observations());
        assertEquals(1, conditional.ended());
        assertEquals(VarianceEstimator.GREENWOOD, conditional.variance());
        assertEquals(ChronoUnit.DAYS, conditional.unit());
        assertEquals(SurvivalInterval.PLAIN, conditional.intervalMethod());
        assertEquals(ConfidenceLevel.P95, conditional.level());
    }

    @Test
    void conditionalSurvival_edges_areThoseOfTheCurve() {
        SurvivalCurve curve = KAPLAN_MEIER.of(FLAT_AT_HALF);

        assertEquals(Outcome.of(1.0), curve.conditionalSurvival(3, 3).value());
        assertEquals(
                Outcome.<Double>undefined(Reason.BEYOND_OBSERVATION, "no observation is that long"),
                curve.conditionalSurvival(10, 3).value());
        assertEquals(
                Outcome.<Double>undefined(Reason.NO_DATA, "no observations"),
                curve.conditionalSurvival(10, 9).value());
        assertEquals(4, curve.given(4).conditionalSurvival(6, 1).stayed());
        assertMessage("stayed must not exceed time 3.0: 4.0", () -> curve.conditionalSurvival(3, 4));
        assertMessage("time must be finite and not negative: NaN", () -> curve.conditionalSurvival(Double.NaN, 4));
        assertMessage("stayed must be finite and not negative: -1.0", () -> curve.conditionalSurvival(3, -1));
    }

    @Test
    void explain_conditionalSurvival_showsBothTimes() {
        assertEquals(
                """
                conditional survival = 50.00%   [share of those that last longer than stayed that last longer than time; \
                time = 6.0000 days, stayed = 2.0000 days, observations = 2, ended = 1]
                  confidence interval = 0.60% to 91.04%   \
                [by method from variance, at level; method = LOG_LOG, variance = GREENWOOD, level = 95.00%]
                """,
                KAPLAN_MEIER
                        .of(FLAT_AT_HALF)
                        .conditionalSurvival(6, 2)
                        .explain()
                        .toText());
    }

    // columns

    @Test
    void step_index_isThatOfTheList() {
        SurvivalCurve curve = KAPLAN_MEIER.of(FLAT_AT_HALF);

        assertEquals(3, curve.stepCount());
        assertEquals(curve.steps(), List.of(curve.step(0), curve.step(1), curve.step(2)));
        assertEquals(
                "index (3) must be less than size (3)",
                assertThrows(IndexOutOfBoundsException.class, () -> curve.step(3))
                        .getMessage());
        assertEquals(
                "index (-1) must not be negative",
                assertThrows(IndexOutOfBoundsException.class, () -> curve.step(-1))
                        .getMessage());
    }

    @Test
    void equals_curves_compareCountsAndOptions() {
        SurvivalCurve curve = KAPLAN_MEIER.of(FLAT_AT_HALF);

        assertEquals(curve, KAPLAN_MEIER.of(FLAT_AT_HALF));
        assertEquals(curve.hashCode(), KAPLAN_MEIER.of(FLAT_AT_HALF).hashCode());
        assertNotEquals(curve, KAPLAN_MEIER.of(FLAT_AT_HALF.subList(0, 2)));
        assertNotEquals(curve, KAPLAN_MEIER.with(ChronoUnit.WEEKS).of(FLAT_AT_HALF));
        assertNotEquals(
                KAPLAN_MEIER.of(List.of(Observation.ended(1).withWeight(2))),
                KAPLAN_MEIER.of(List.of(Observation.ended(1).withCount(2))));
        assertTrue(curve.toString().contains("columns=3 steps"), curve.toString());
    }

    // accumulators

    @Test
    void accumulator_aMillionEqualTimes_isOneStep() {
        SurvivalAccumulator accumulator = KAPLAN_MEIER.accumulator();
        for (int i = 0; i < 1_000_000; i++) {
            accumulator.add(2.5, i % 4 == 0);
        }

        assertEquals(1, accumulator.result().stepCount());
        assertEquals(Outcome.of(0.75), accumulator.result().survivalAt(2.5));
    }

    @Test
    void accumulator_timesApartByOneBit_areTwoSteps() {
        SurvivalAccumulator accumulator = KAPLAN_MEIER.accumulator();
        for (double time :
                new double[] {2, Math.nextUp(2.0), Math.nextDown(2.0), Double.MIN_VALUE, 0, 1e300, Double.MAX_VALUE}) {
            accumulator.add(time, true);
            accumulator.add(time, false);
        }
        SurvivalCurve curve = accumulator.result();

        assertEquals(7, curve.stepCount());
        assertEquals(Math.nextDown(2.0), curve.step(2).time());
        assertEquals(Math.nextUp(2.0), curve.step(4).time());
        assertEquals(2, curve.step(6).atRisk());
    }

    @Test
    void accumulator_whileOverflowing_isNoticedAtTheEnd() {
        SurvivalAccumulator accumulator = KAPLAN_MEIER.accumulator();
        accumulator.add(0, 3, true, Long.MAX_VALUE);
        accumulator.add(3, true);

        assertEquals(
                "long overflow",
                assertThrows(ArithmeticException.class, accumulator::result).getMessage());
    }

    @Test
    void accumulator_serialized_givesTheSameCurve() throws IOException, ClassNotFoundException {
        SurvivalAccumulator accumulator = KAPLAN_MEIER.accumulator();
        accumulator.add(3, true);
        accumulator.add(3.5, false);
        accumulator.add(1, 70_000, true, 2);
        accumulator.add(Observation.ended(4).withWeight(0.5));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(accumulator);
        }

        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertEquals(accumulator.result(), ((SurvivalAccumulator) in.readObject()).result());
        }
    }

    @Test
    void accumulator_manyDistinctTimes_countsEachOnce() {
        SurvivalAccumulator accumulator = KAPLAN_MEIER.accumulator();
        for (int i = 1; i <= 1000; i++) {
            accumulator.add(i + 0.5, i % 2 == 0);
            accumulator.add(i + 0.5, i % 2 == 0);
        }
        SurvivalCurve curve = accumulator.result();

        assertEquals(1000, curve.steps().size());
        assertEquals(2000, curve.observations());
        assertEquals(1000, curve.ended());
        for (int i = 0; i < 1000; i++) {
            assertEquals(i + 1.5, curve.steps().get(i).time());
            assertEquals(2000.0 - 2 * i, curve.steps().get(i).atRisk());
        }
    }

    @Test
    void merge_longerIntoShorter_keepsBoth() {
        SurvivalAccumulator shorter = KAPLAN_MEIER.accumulator();
        SurvivalAccumulator longer = KAPLAN_MEIER.accumulator();
        shorter.add(1, true);
        longer.add(5000, true);

        assertEquals(2, shorter.merge(longer).result().steps().size());
        assertEquals(2, longer.merge(shorter).result().steps().size());
    }

    // messages

    @Test
    void observation_outOfRange_saysWhich() {
        assertMessage("duration must be finite and not negative: -1.0", () -> Observation.ended(-1));
        assertMessage("duration must be finite and not negative: NaN", () -> Observation.ongoing(Double.NaN));
        assertMessage(
                "duration must be finite and not negative: Infinity",
                () -> Observation.ongoing(Double.POSITIVE_INFINITY));
        assertMessage(
                "entry must be finite and not negative: -2.0",
                () -> Observation.ended(3).enteredAt(-2));
        assertMessage(
                "entry must be before the duration 3.0: 3.0",
                () -> Observation.ended(3).enteredAt(3));
        assertMessage("count must be positive: 0", () -> Observation.ended(3).withCount(0));
        assertMessage(
                "weight must be positive and finite: 0.0",
                () -> Observation.ended(3).withWeight(0));
        assertMessage(
                "weight must be positive and finite: NaN",
                () -> Observation.ended(3).withWeight(Double.NaN));
        assertMessage(
                "weight must be positive and finite: Infinity",
                () -> Observation.ended(3).withWeight(Double.POSITIVE_INFINITY));
    }

    @Test
    void accumulator_outOfRange_saysWhich() {
        SurvivalAccumulator accumulator = KAPLAN_MEIER.accumulator();

        assertMessage("duration must be finite and not negative: -1.0", () -> accumulator.add(-1, true));
        assertMessage(
                "duration must be finite and not negative: -2.147483648E9",
                () -> accumulator.add(Integer.MIN_VALUE, true));
        assertMessage("duration must be finite and not negative: -0.5", () -> accumulator.add(-0.5, true));
        assertMessage("count must be positive: -1", () -> accumulator.add(0, 1, true, -1));
        assertEquals(0, accumulator.result().observations());
    }

    @Test
    void curve_outOfRange_saysWhich() {
        SurvivalCurve curve = KAPLAN_MEIER.of(FLAT_AT_HALF);

        assertMessage("time must be finite and not negative: -1.0", () -> curve.survivalAt(-1));
        assertMessage("time must be finite and not negative: NaN", () -> curve.intervalAt(Double.NaN));
        assertMessage("time must be finite and not negative: -1.0", () -> curve.standardErrorAt(-1));
        assertMessage("time must be finite and not negative: -1.0", () -> curve.given(-1));
        assertMessage("probability must be in (0, 1): 0.0", () -> curve.quantile(0));
        assertMessage("probability must be in (0, 1): 1.0", () -> curve.quantile(1));
        assertMessage("horizon must be positive and finite: 0.0", () -> curve.restrictedMean(0));
        assertMessage(
                "horizon must be positive and finite: Infinity", () -> curve.restrictedMean(Double.POSITIVE_INFINITY));
    }

    @Test
    void with_unitOutOfRange_saysWhich() {
        assertMessage("unit must be finite: Forever", () -> KAPLAN_MEIER.with(ChronoUnit.FOREVER));
    }

    @Test
    void merge_anotherUnit_isRefused() {
        assertMessage(
                "unit must be Days: Months",
                () -> KAPLAN_MEIER
                        .accumulator()
                        .merge(KAPLAN_MEIER.with(ChronoUnit.MONTHS).accumulator()));
    }

    @Test
    void null_isNamed() {
        assertNull("unit", () -> KAPLAN_MEIER.with((ChronoUnit) null));
        assertNull("interval", () -> KAPLAN_MEIER.with((SurvivalInterval) null));
        assertNull("rule", () -> KAPLAN_MEIER.with((QuantileRule) null));
        assertNull("confidence", () -> KAPLAN_MEIER.with((ConfidenceLevel) null));
        assertNull("observations", () -> KAPLAN_MEIER.of((Iterable<Observation>) null));
        assertNull("observation", () -> KAPLAN_MEIER.accumulator().add(null));
        assertNull("other", () -> KAPLAN_MEIER.accumulator().merge(null));
    }

    @Test
    void accumulator_moreThanALongCanCount_overflows() {
        Observation most = Observation.ended(3).withCount(Long.MAX_VALUE);
        Observation fraction = Observation.ended(3.5).withCount(Long.MAX_VALUE);
        Observation weighted = Observation.ended(3).withCount(Long.MAX_VALUE).withWeight(0.5);

        assertThrows(ArithmeticException.class, () -> KAPLAN_MEIER.of(List.of(most, most)));
        assertThrows(ArithmeticException.class, () -> KAPLAN_MEIER.of(List.of(fraction, fraction)));
        assertThrows(ArithmeticException.class, () -> KAPLAN_MEIER.of(List.of(weighted, weighted)));
        assertThrows(ArithmeticException.class, () -> KAPLAN_MEIER.of(List.of(most, fraction)));
        assertThrows(ArithmeticException.class, () -> KAPLAN_MEIER.of(List.of(most, Observation.ongoing(3))));
    }

    // explanations

    @Test
    void explain_shortCurve_showsEveryFall() {
        assertEquals(
                """
                survival curve = 3 steps   [product of (1 - ended / at risk) over the times at which observations ended; \
                observations = 4, ended = 3, censored = 1, from = 0.0000 months, variance = GREENWOOD]
                  median = 3.5000 months   [first time with 1 - S >= share; share = 50.00%, where flat = MIDPOINT]
                    lower limit = 2.0000 months   [first time with 1 - lower limit of S >= share; \
                method = LOG_LOG, level = 95.00%]
                    upper limit = undefined (the upper limit of the curve stays above)   \
                [first time with 1 - upper limit of S >= share; method = LOG_LOG, level = 95.00%]
                  S(2) = 50.00%   [previous * (1 - ended / at risk); previous = 100.00%, ended = 2, at risk = 4]
                  S(5) = 25.00%   [previous * (1 - ended / at risk); previous = 50.00%, ended = 1, at risk = 2]
                """,
                KAPLAN_MEIER.with(ChronoUnit.MONTHS).of(FLAT_AT_HALF).explain().toText());
    }

    @Test
    void explain_longCurve_showsTenFallsFromTheFirstToTheLast() {
        List<Explanation> parts = KAPLAN_MEIER
                .of(IntStream.rangeClosed(1, 100).mapToObj(Observation::ended).toList())
                .explain()
                .parts();

        assertEquals("median", parts.get(0).name());
        assertEquals(
                List.of("S(1)", "S(12)", "S(23)", "S(34)", "S(45)", "S(56)", "S(67)", "S(78)", "S(89)", "S(100)"),
                parts.subList(1, parts.size()).stream().map(Explanation::name).toList());
    }

    @Test
    void explain_weights_showsThemWithTheirFraction() {
        assertEquals(
                "  S(1.5000) = 33.33%   [previous * (1 - ended / at risk); previous = 100.00%, ended = 0.5000, at risk = 0.7500]",
                KAPLAN_MEIER
                        .of(List.of(
                                Observation.ended(1.5).withWeight(0.5),
                                Observation.ongoing(2).withWeight(0.25)))
                        .explain()
                        .toText()
                        .lines()
                        .toList()
                        .get(4));
    }

    @Test
    void explainAt_time_showsTheShareAndItsInterval() {
        assertEquals("""
                S(6) = 25.00%   [share of those that last longer than time; time = 6.0000 days, observations = 4, ended = 3]
                  confidence interval = 0.89% to 66.53%   \
                [by method from variance, at level; method = LOG_LOG, variance = GREENWOOD, level = 95.00%]
                """, KAPLAN_MEIER.of(FLAT_AT_HALF).explainAt(6).toText());
    }

    @Test
    void explain_quantile_isNamedSo() {
        assertEquals(
                "quantile",
                KAPLAN_MEIER.of(FLAT_AT_HALF).quantile(0.25).explain().name());
    }

    @Test
    void explain_restrictedMean_showsErrorAndInterval() {
        assertEquals(
                """
                restricted mean = 3.5000 days   [area under S from 0 to horizon; horizon = 5.0000 days]
                  standard error = 0.7500 days   \
                [sqrt(sum of (area under S from t to horizon)^2 * ended / (at risk * (at risk - ended))); variance = GREENWOOD]
                  confidence interval = 2.0300 days to 4.9700 days   \
                [mean -/+ normal quantile * standard error, at level; level = 95.00%]
                """, KAPLAN_MEIER.of(FLAT_AT_HALF).restrictedMean(5).explain().toText());
    }

    private static void assertMessage(String message, Runnable action) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, action::run).getMessage());
    }

    private static void assertNull(String name, Runnable action) {
        assertEquals(name, assertThrows(NullPointerException.class, action::run).getMessage());
    }
}
