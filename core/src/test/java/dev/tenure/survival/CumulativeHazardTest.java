package dev.tenure.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The cumulative hazard by Nelson and Aalen, and by Fleming and Harrington. */
@PropertyDefaults(tries = 200, edgeCases = EdgeCasesMode.NONE)
class CumulativeHazardTest {

    private static final KaplanMeier KAPLAN_MEIER = KaplanMeier.withDefaults();

    /** Two of five leave at 2, one of the two that are left after 3 at 5, the last is seen until 9. */
    private static final List<Observation> FIVE = List.of(
            Observation.ended(2).withCount(2), Observation.ongoing(3), Observation.ended(5), Observation.ongoing(9));

    // laws

    @Property
    void theHazardNeverFalls(
            @ForAll("observations") List<Observation> observations, @ForAll HazardEstimator estimator) {
        double previous = 0;
        for (HazardStep step : hazard(observations, estimator).steps()) {
            assertTrue(step.hazard() >= previous);
            previous = step.hazard();
        }
    }

    @Property
    void nelsonAndAalenIsLeastAndTheLogarithmOfTheCurveMost(@ForAll("observations") List<Observation> observations) {
        SurvivalCurve curve = KAPLAN_MEIER.of(observations);
        CumulativeHazard least = curve.cumulativeHazard();
        CumulativeHazard middle = hazard(observations, HazardEstimator.FLEMING_HARRINGTON);

        for (int i = 0; i < curve.stepCount(); i++) {
            assertTrue(least.step(i).hazard() <= middle.step(i).hazard() + 1e-12);
            assertTrue(middle.step(i).hazard() <= -Math.log(curve.step(i).survival()) + 1e-12);
        }
    }

    @Property
    void withoutTiesBothEstimatorsAreTheSame(@ForAll("observations") List<Observation> observations) {
        List<Observation> apart = new ArrayList<>();
        for (int i = 0; i < observations.size(); i++) {
            Observation observation = observations.get(i);
            apart.add(new Observation(0, 100.0 * observation.duration() + i, observation.ended(), 1, 1));
        }
        CumulativeHazard nelson = hazard(apart, HazardEstimator.NELSON_AALEN);
        CumulativeHazard fleming = hazard(apart, HazardEstimator.FLEMING_HARRINGTON);

        for (int i = 0; i < nelson.stepCount(); i++) {
            assertEquals(nelson.step(i).hazard(), fleming.step(i).hazard(), 1e-12);
            assertEquals(
                    nelson.step(i).standardError().orElseThrow(),
                    fleming.step(i).standardError().orElseThrow(),
                    1e-12);
        }
    }

    @Property
    void orderAndMergingChangeNothing(
            @ForAll("observations") List<Observation> observations,
            @ForAll HazardEstimator estimator,
            @ForAll Random random) {
        List<Observation> shuffled = new ArrayList<>(observations);
        Collections.shuffle(shuffled, random);
        SurvivalAccumulator left = KAPLAN_MEIER.accumulator();
        SurvivalAccumulator right = KAPLAN_MEIER.accumulator();
        shuffled.forEach(observation -> (random.nextBoolean() ? left : right).add(observation));

        CumulativeHazard whole = hazard(observations, estimator);
        CumulativeHazard merged = left.merge(right).result().cumulativeHazard(estimator, HazardInterval.LOG);
        assertEquals(whole, merged);
        assertEquals(whole.steps(), merged.steps());
        assertEquals(whole.hashCode(), merged.hashCode());
    }

    @Property
    void everyIntervalHoldsItsHazard(
            @ForAll("observations") List<Observation> observations,
            @ForAll HazardEstimator estimator,
            @ForAll HazardInterval method,
            @ForAll @IntRange(max = 12) int time) {
        CumulativeHazard hazard = KAPLAN_MEIER.of(observations).cumulativeHazard(estimator, method);

        hazard.intervalAt(time)
                .toOptional()
                .ifPresent(limits -> assertTrue(limits.lower() >= 0
                        && limits.contains(hazard.hazardAt(time).orElseThrow())));
    }

    @Property
    void multiplyingAllWeightsChangesNothing(
            @ForAll("observations") List<Observation> observations, @ForAll HazardEstimator estimator) {
        CumulativeHazard large = hazard(weighted(observations, 2), estimator);
        CumulativeHazard small = hazard(weighted(observations, 0.3), estimator);

        for (int i = 0; i < large.stepCount(); i++) {
            assertEquals(large.step(i).hazard(), small.step(i).hazard(), 1e-12);
            assertEquals(
                    large.step(i).standardError().orElseThrow(),
                    small.step(i).standardError().orElseThrow(),
                    1e-9);
        }
    }

    @Property
    void equalWeightsGiveTheHazardOfTheCounts(
            @ForAll("observations") List<Observation> observations, @ForAll HazardEstimator estimator) {
        CumulativeHazard counted = hazard(weighted(observations, 1), estimator);
        CumulativeHazard weighted = hazard(weighted(observations, 0.3), estimator);

        for (int i = 0; i < counted.stepCount(); i++) {
            assertEquals(counted.step(i).hazard(), weighted.step(i).hazard(), 1e-12);
        }
    }

    /** The variance with weights is the sum of squared influences: here by moving each weight a little. */
    @Property(tries = 100)
    void theVarianceWithWeightsIsTheSumOfSquaredInfluences(
            @ForAll("observations") List<Observation> observations,
            @ForAll HazardEstimator estimator,
            @ForAll @IntRange(max = 10) int time) {
        List<Observation> weighted = new ArrayList<>();
        for (int i = 0; i < observations.size(); i++) {
            weighted.add(observations.get(i).enteredAt(0).withCount(1).withWeight(0.5 + 0.25 * (i % 5)));
        }
        double step = 1e-5;
        double sum = 0;
        for (int i = 0; i < weighted.size(); i++) {
            double weight = weighted.get(i).weight();
            double up = hazardAt(weighted, i, weight + step, estimator, time);
            double down = hazardAt(weighted, i, weight - step, estimator, time);
            sum += Math.pow(weight * (up - down) / (2 * step), 2);
        }
        double expected = sum;

        hazard(weighted, estimator)
                .standardErrorAt(time)
                .toOptional()
                .ifPresent(error -> assertEquals(expected, error * error, 1e-6));
    }

    private static double hazardAt(
            List<Observation> observations, int index, double weight, HazardEstimator estimator, int time) {
        List<Observation> moved = new ArrayList<>(observations);
        moved.set(index, moved.get(index).withWeight(weight));
        return hazard(moved, estimator).hazardAt(time).toOptional().orElse(0.0);
    }

    private static List<Observation> weighted(List<Observation> observations, double weight) {
        return observations.stream()
                .map(observation -> observation.enteredAt(0).withWeight(weight))
                .toList();
    }

    @Provide
    Arbitrary<List<Observation>> observations() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 20).map(half -> half / 2.0),
                        Arbitraries.of(true, true, false),
                        Arbitraries.longs().between(1, 3))
                .as((duration, ended, count) ->
                        new Observation(duration > 4 && count == 2 ? 1.5 : 0, duration, ended, count, 1))
                .list()
                .ofMaxSize(25);
    }

    private static CumulativeHazard hazard(List<Observation> observations, HazardEstimator estimator) {
        return KAPLAN_MEIER.of(observations).cumulativeHazard(estimator, HazardInterval.LOG);
    }

    // by hand

    @Test
    void nelsonAalen_byHand_sumsSharesOfThoseAtRisk() {
        CumulativeHazard hazard = KAPLAN_MEIER.of(FIVE).cumulativeHazard();

        assertEquals(Outcome.of(0.0), hazard.hazardAt(1.9));
        assertEquals(Outcome.of(0.4), hazard.hazardAt(2));
        assertEquals(Outcome.of(0.4), hazard.hazardAt(4));
        assertEquals(0.9, hazard.hazardAt(5).orElseThrow(), 1e-15);
        assertEquals(0.9, hazard.hazardAt(9).orElseThrow(), 1e-15);
        assertEquals(Math.sqrt(0.08), hazard.standardErrorAt(2).orElseThrow(), 1e-15);
        assertEquals(Math.sqrt(0.33), hazard.standardErrorAt(5).orElseThrow(), 1e-15);
        assertEquals(Math.exp(-0.4), hazard.survivalAt(3).orElseThrow(), 1e-15);
    }

    @Test
    void flemingHarrington_byHand_letsTheTiedLeaveOneByOne() {
        CumulativeHazard hazard =
                KAPLAN_MEIER.of(FIVE).cumulativeHazard(HazardEstimator.FLEMING_HARRINGTON, HazardInterval.PLAIN);

        assertEquals(1 / 5.0 + 1 / 4.0, hazard.hazardAt(2).orElseThrow(), 1e-15);
        assertEquals(Math.sqrt(1 / 25.0 + 1 / 16.0), hazard.standardErrorAt(2).orElseThrow(), 1e-15);
        assertEquals(0.95, hazard.hazardAt(5).orElseThrow(), 1e-15);
    }

    @Test
    void intervalAt_byHand_isSymmetricOnItsScale() {
        double z = 1.959963984540054;
        double error = Math.sqrt(0.33);
        Interval plain = KAPLAN_MEIER
                .of(FIVE)
                .cumulativeHazard(HazardEstimator.NELSON_AALEN, HazardInterval.PLAIN)
                .intervalAt(5)
                .orElseThrow();
        Interval log = KAPLAN_MEIER.of(FIVE).cumulativeHazard().intervalAt(5).orElseThrow();

        assertEquals(0, plain.lower());
        assertEquals(0.9 + z * error, plain.upper(), 1e-12);
        assertEquals(0.9 * Math.exp(-z * error / 0.9), log.lower(), 1e-12);
        assertEquals(0.9 * Math.exp(z * error / 0.9), log.upper(), 1e-12);
    }

    @Test
    void given_time_addsUpOnlyAfterIt() {
        CumulativeHazard hazard = KAPLAN_MEIER.of(FIVE).given(3).cumulativeHazard();

        assertEquals(3, hazard.origin());
        assertEquals(2, hazard.observations());
        assertEquals(1, hazard.ended());
        assertEquals(Outcome.of(0.0), hazard.hazardAt(3));
        assertEquals(Outcome.of(0.5), hazard.hazardAt(5));
    }

    // edges

    @Test
    void hazardAt_pastTheLongest_isUndefinedEvenIfNoOneIsLeft() {
        CumulativeHazard hazard = KAPLAN_MEIER.of(List.of(Observation.ended(2))).cumulativeHazard();

        assertEquals(Outcome.of(1.0), hazard.hazardAt(2));
        assertEquals(
                Outcome.<Double>undefined(Reason.BEYOND_OBSERVATION, "no observation is that long"),
                hazard.hazardAt(2.5));
        assertEquals(
                Outcome.<Interval>undefined(Reason.BEYOND_OBSERVATION, "no observation is that long"),
                hazard.intervalAt(2.5));
        assertFalse(hazard.survivalAt(3).isDefined());
        assertFalse(hazard.standardErrorAt(3).isDefined());
    }

    @Test
    void hazardAt_noObservations_isUndefined() {
        CumulativeHazard hazard = KAPLAN_MEIER.of(List.of()).cumulativeHazard();

        assertEquals(0, hazard.stepCount());
        assertEquals(List.of(), hazard.steps());
        assertEquals(Outcome.<Double>undefined(Reason.NO_DATA, "no observations"), hazard.hazardAt(0));
        assertEquals("undefined (no observations)", hazard.explain().value().toString());
    }

    @Test
    void intervalAt_noOneHasLeft_dependsOnTheScale() {
        SurvivalCurve curve = KAPLAN_MEIER.of(FIVE);

        assertEquals(Outcome.of(0.0), curve.cumulativeHazard().standardErrorAt(1));
        assertEquals(
                Outcome.<Interval>undefined(Reason.NOT_ESTIMABLE, "no one has left yet, the variance has no estimate"),
                curve.cumulativeHazard().intervalAt(1));
        assertEquals(
                Outcome.of(Interval.of(0, 0, ConfidenceLevel.P95)),
                curve.cumulativeHazard(HazardEstimator.NELSON_AALEN, HazardInterval.PLAIN)
                        .intervalAt(1));
    }

    @Test
    void standardErrorAt_weightsWithDelayedEntry_isUndefined() {
        CumulativeHazard hazard = KAPLAN_MEIER
                .of(List.of(
                        Observation.ended(2).withWeight(0.5),
                        Observation.ongoing(3).enteredAt(1)))
                .cumulativeHazard();

        assertEquals(VarianceEstimator.NONE, hazard.variance());
        assertEquals(1 / 3.0, hazard.hazardAt(2).orElseThrow(), 1e-15);
        assertEquals(
                Outcome.<Double>undefined(Reason.NOT_APPLICABLE, "no variance for weights with delayed entry"),
                hazard.standardErrorAt(2));
        assertEquals(Outcome.of(0.0), hazard.standardErrorAt(1.5));
    }

    @Test
    void options_areCarriedByTheResult() {
        CumulativeHazard hazard = KAPLAN_MEIER
                .with(ChronoUnit.MONTHS)
                .with(ConfidenceLevel.P99)
                .of(FIVE)
                .cumulativeHazard(HazardEstimator.FLEMING_HARRINGTON, HazardInterval.PLAIN);

        assertEquals(ChronoUnit.MONTHS, hazard.unit());
        assertEquals(ConfidenceLevel.P99, hazard.level());
        assertEquals(HazardEstimator.FLEMING_HARRINGTON, hazard.estimator());
        assertEquals(HazardInterval.PLAIN, hazard.intervalMethod());
        assertEquals(VarianceEstimator.GREENWOOD, hazard.variance());
        assertEquals(5, hazard.observations());
        assertEquals(3, hazard.ended());
        assertEquals(0, hazard.origin());
        assertNotEquals(hazard, KAPLAN_MEIER.of(FIVE).cumulativeHazard());
    }

    @Test
    void steps_holdTheCounts() {
        HazardStep step = KAPLAN_MEIER.of(FIVE).cumulativeHazard().steps().get(1);

        assertEquals(3, step.time());
        assertEquals(3, step.atRisk());
        assertEquals(0, step.ended());
        assertEquals(1, step.censored());
        assertEquals(0.4, step.hazard());
        assertEquals(Math.sqrt(0.08), step.standardError().orElseThrow(), 1e-15);
    }

    @Test
    void toString_namesTheNumberOfSteps() {
        assertTrue(KAPLAN_MEIER.of(FIVE).cumulativeHazard().toString().contains("columns=4 steps"));
    }

    // messages

    @Test
    void hazard_outOfRange_saysWhich() {
        CumulativeHazard hazard = KAPLAN_MEIER.of(FIVE).cumulativeHazard();

        assertEquals(
                "time must be finite and not negative: -1.0",
                assertThrows(IllegalArgumentException.class, () -> hazard.hazardAt(-1))
                        .getMessage());
        assertEquals(
                "index (4) must be less than size (4)",
                assertThrows(IndexOutOfBoundsException.class, () -> hazard.step(4))
                        .getMessage());
        assertEquals(
                "estimator",
                assertThrows(
                                NullPointerException.class,
                                () -> KAPLAN_MEIER.of(FIVE).cumulativeHazard(null, HazardInterval.LOG))
                        .getMessage());
        assertEquals(
                "interval",
                assertThrows(
                                NullPointerException.class,
                                () -> KAPLAN_MEIER.of(FIVE).cumulativeHazard(HazardEstimator.NELSON_AALEN, null))
                        .getMessage());
    }

    @Test
    void explain_hazard_showsTheEndAndItsInterval() {
        assertEquals("""
                cumulative hazard = 0.9000   [sum of ended / at risk; time = 9.0000 days, observations = 5, ended = 3]
                  confidence interval = 0.2576 to 3.1445   \
                [by method from variance, at level; method = LOG, variance = GREENWOOD, level = 95.00%]
                """, KAPLAN_MEIER.of(FIVE).cumulativeHazard().explain().toText());
    }
}
