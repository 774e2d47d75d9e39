package dev.tenure.survival.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.survival.KaplanMeier;
import dev.tenure.survival.SurvivalAccumulator;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@PropertyDefaults(tries = 300, edgeCases = EdgeCasesMode.NONE)
class BrierScoreTest {

    private static final BrierScore BRIER = BrierScore.withDefaults();

    // golden

    @Test
    void survived_ofPublishedData_isThatOfSurvival() {
        BrierResult result = BRIER.of(SixMp.durations(), SixMp.ended(), SixMp.times(), SixMp.survival());

        for (int i = 0; i < result.points().size(); i++) {
            BrierPoint point = result.points().get(i);
            assertEquals(SixMp.column("times")[i], point.time());
            assertEquals(SixMp.column("brierOfSurvival")[i], point.value().orElseThrow(), SixMp.TOLERANCE);
            assertEquals(SixMp.column("rSquaredOfSurvival")[i], point.scaled().orElseThrow(), SixMp.TOLERANCE);
            assertEquals(SixMp.column("nullModelOfPec")[i], point.nullModel().orElseThrow(), SixMp.TOLERANCE);
        }
        assertEquals(42, result.observations());
        assertEquals(30, result.ended());
        assertEquals(CensoredThen.SURVIVED, result.censoredThen());
    }

    @Test
    void censored_ofPublishedData_isThatOfPecAndRiskRegression() {
        BrierResult result =
                BRIER.with(CensoredThen.CENSORED).of(SixMp.durations(), SixMp.ended(), SixMp.times(), SixMp.survival());

        for (int i = 0; i < result.points().size(); i++) {
            BrierPoint point = result.points().get(i);
            assertEquals(SixMp.column("brierOfPec")[i], point.value().orElseThrow(), SixMp.TOLERANCE);
            assertEquals(SixMp.column("nullModelOfPec")[i], point.nullModel().orElseThrow(), SixMp.TOLERANCE);
        }
        assertEquals(CensoredThen.CENSORED, result.censoredThen());
    }

    /** By hand, on the scores at 5, 10, 15 and 20 above. */
    @Test
    void integrated_isTheAreaOverTheTime() {
        double[] scores = SixMp.column("brierOfSurvival");
        double[] nulls = SixMp.column("nullModelOfPec");
        BrierResult lines = BRIER.of(SixMp.durations(), SixMp.ended(), SixMp.times(), SixMp.survival());
        BrierResult steps =
                BRIER.with(BrierIntegration.STEP).of(SixMp.durations(), SixMp.ended(), SixMp.times(), SixMp.survival());
        double trapezoid = (scores[0] / 2 + scores[1] + scores[2] + scores[3] / 2) / 3;
        double nullTrapezoid = (nulls[0] / 2 + nulls[1] + nulls[2] + nulls[3] / 2) / 3;

        assertEquals(trapezoid, lines.integrated().orElseThrow(), SixMp.TOLERANCE);
        assertEquals(nullTrapezoid, lines.integratedNullModel().orElseThrow(), SixMp.TOLERANCE);
        assertEquals(1 - trapezoid / nullTrapezoid, lines.scaledIntegrated().orElseThrow(), SixMp.TOLERANCE);
        assertEquals((scores[0] + scores[1] + scores[2]) / 3, steps.integrated().orElseThrow(), SixMp.TOLERANCE);
        assertEquals(BrierIntegration.TRAPEZOID, lines.integration());
        assertEquals(BrierIntegration.STEP, steps.integration());
    }

    @Test
    void integrated_overUnequalTimes_weighsThem() {
        double[][] survival = {{0.5, 0.5}, {1, 0}, {0, 0}};
        BrierResult result =
                BRIER.of(new double[] {4, 9}, new boolean[] {true, true}, new double[] {1, 2, 6}, survival);

        // (0.25 + 0.5) / 2 * 1 + (0.5 + 0.5) / 2 * 4, over 5
        assertEquals((0.375 + 2) / 5, result.integrated().orElseThrow(), 1e-15);
    }

    // laws

    @Property
    void itIsTheDefinition_observationByObservation(
            @ForAll("samples") Sample sample, @ForAll @IntRange(max = 11) int time, @ForAll CensoredThen rule) {
        point(sample, time, rule)
                .value()
                .toOptional()
                .ifPresent(value -> assertEquals(definition(sample, time, rule), value, 1e-12));
    }

    @Property
    void withoutCensoringItIsTheMeanSquareOfTheError(
            @ForAll("samples") Sample sample, @ForAll @IntRange(max = 11) int time, @ForAll CensoredThen rule) {
        boolean[] allEnded = new boolean[sample.size()];
        Arrays.fill(allEnded, true);
        double sum = 0;
        for (int i = 0; i < sample.size(); i++) {
            double came = sample.durations()[i] > time ? 1 : 0;
            sum += Math.pow(came - sample.numbers()[i], 2);
        }
        double mean = sum / sample.size();

        point(new Sample(sample.durations(), allEnded, sample.numbers()), time, rule)
                .value()
                .toOptional()
                .ifPresent(value -> assertEquals(mean, value, 1e-12));
    }

    @Property
    void theNullModelPredictsTheKaplanMeierShare(
            @ForAll("samples") Sample sample, @ForAll @IntRange(max = 11) int time, @ForAll CensoredThen rule) {
        SurvivalAccumulator accumulator = KaplanMeier.withDefaults().accumulator();
        for (int i = 0; i < sample.size(); i++) {
            accumulator.add(sample.durations()[i], sample.ended()[i]);
        }
        Outcome<Double> share = accumulator.result().survivalAt(time);
        double[] same = new double[sample.size()];
        Arrays.fill(same, share.toOptional().orElse(0.0));
        BrierPoint point = point(new Sample(sample.durations(), sample.ended(), same), time, rule);

        assertTrue(share.isDefined() || !point.value().isDefined());
        point.value()
                .toOptional()
                .ifPresent(value -> assertEquals(point.nullModel().orElseThrow(), value, 1e-12));
    }

    @Property
    void theOrderOfObservationsChangesNothing(
            @ForAll("samples") Sample sample, @ForAll @IntRange(max = 11) int time, @ForAll Random random) {
        Outcome<Double> one = point(sample, time, CensoredThen.SURVIVED).value();
        Outcome<Double> other =
                point(sample.shuffled(random), time, CensoredThen.SURVIVED).value();

        assertEquals(one.isDefined(), other.isDefined());
        one.toOptional().ifPresent(value -> assertEquals(value, other.orElseThrow(), 1e-13));
    }

    // edges

    @Test
    void of_lastSeenAtTheLastTime_survivedOrNot() {
        Sample sample = new Sample(new double[] {1, 3, 3}, new boolean[] {true, true, false}, new double[] {0, 0, 1});

        assertEquals(0, point(sample, 3, CensoredThen.SURVIVED).value().orElseThrow());
        assertEquals(
                Outcome.<Double>undefined(Reason.BEYOND_OBSERVATION, "no observation is known to be longer"),
                point(sample, 3, CensoredThen.CENSORED).value());
        assertEquals(
                Outcome.<Double>undefined(Reason.BEYOND_OBSERVATION, "no observation is known to be longer"),
                point(sample, 3.5, CensoredThen.SURVIVED).nullModel());
    }

    @Test
    void of_afterAllEnded_isKnown() {
        Sample sample =
                new Sample(new double[] {1, 3, 2}, new boolean[] {true, true, false}, new double[] {0.5, 0.1, 0});
        BrierPoint point = point(sample, 9, CensoredThen.SURVIVED);

        // who ended at 3 stands for the one lost at 2 too
        assertEquals((0.25 + 2 * 0.01) / 3, point.value().orElseThrow(), 1e-15);
        assertEquals(0, point.nullModel().orElseThrow());
        assertEquals(Outcome.<Double>undefined(Reason.NOT_FINITE, "the null model is perfect"), point.scaled());
    }

    @Test
    void of_beforeAnyTime_isTheErrorOfSayingSomebodyLeft() {
        Sample sample = new Sample(new double[] {1, 3}, new boolean[] {true, false}, new double[] {0.5, 1});

        assertEquals(0.125, point(sample, 0.5, CensoredThen.CENSORED).value().orElseThrow(), 1e-15);
    }

    @Test
    void of_noObservations_isUndefined() {
        BrierResult result = BRIER.of(new double[0], new boolean[0], new double[] {1, 2}, new double[2][0]);

        assertEquals(
                Outcome.<Double>undefined(Reason.NO_DATA, "no observations"),
                result.points().get(0).value());
        assertEquals(Outcome.<Double>undefined(Reason.NO_DATA, "at 1: no observations"), result.integrated());
    }

    @Test
    void integrated_overOneTime_isUndefined() {
        BrierResult one = BRIER.of(new double[] {1}, new boolean[] {true}, new double[] {1}, new double[][] {{1}});

        assertEquals(Outcome.<Double>undefined(Reason.TOO_FEW_DATA, "an integral needs two times"), one.integrated());
        assertEquals(
                Outcome.<Double>undefined(Reason.TOO_FEW_DATA, "an integral needs two times"), one.scaledIntegrated());
    }

    @Test
    void integrated_pastTheObservations_saysAtWhichTime() {
        BrierResult result =
                BRIER.of(new double[] {1, 2}, new boolean[] {true, false}, new double[] {1, 2.5}, new double[2][2]);

        assertEquals(
                Outcome.<Double>undefined(Reason.BEYOND_OBSERVATION, "at 2.5000: no observation is known to be longer"),
                result.integrated());
        assertFalse(result.integratedNullModel().isDefined());
    }

    @Test
    void explain_showsIntegralAndPoints() {
        assertEquals(
                """
                integrated Brier score = 0.1700   [area under the scores / (last time - first time), by integration; \
                integration = TRAPEZOID, null model = 0.2500, scaled = 32.00%, observations = 2, ended = 1]
                  Brier score(1) = 0.0900   [mean of squared errors, weighted by 1 / share not censored; \
                null model = 0.2500, scaled = 64.00%, censored then = SURVIVED]
                  Brier score(1.5000) = 0.2500   [mean of squared errors, weighted by 1 / share not censored; \
                null model = 0.2500, scaled = 0.00%, censored then = SURVIVED]
                """,
                BRIER.of(new double[] {1, 2}, new boolean[] {true, false}, new double[] {1, 1.5}, new double[][] {
                            {0.3, 0.7}, {0.5, 0.5}
                        })
                        .explain()
                        .toText());
    }

    // messages

    @Test
    void badArguments_sayWhich() {
        double[] two = {1, 2};
        boolean[] ended = {true, true};

        assertEquals(
                "ended must have as many rows as durations, 2: 1",
                message(() -> BRIER.of(two, new boolean[1], two, new double[2][2])));
        assertEquals(
                "survival must have as many columns as times, 2: 1",
                message(() -> BRIER.of(two, ended, two, new double[1][2])));
        assertEquals(
                "survival[1] must have as many rows as durations, 2: 3",
                message(() -> BRIER.of(two, ended, two, new double[][] {{0, 0}, {0, 0, 0}})));
        assertEquals(
                "survival[0][1] must be in [0, 1]: 1.5",
                message(() -> BRIER.of(two, ended, two, new double[][] {{0, 1.5}, {0, 0}})));
        assertEquals(
                "survival[1][0] must be in [0, 1]: NaN",
                message(() -> BRIER.of(two, ended, two, new double[][] {{0, 1}, {Double.NaN, 0}})));
        assertEquals(
                "times must ascend: [2.0, 2.0]",
                message(() -> BRIER.of(two, ended, new double[] {2, 2}, new double[2][2])));
        assertEquals(
                "times[0] must be finite and not negative: -1.0",
                message(() -> BRIER.of(two, ended, new double[] {-1, 2}, new double[2][2])));
    }

    @Test
    @SuppressWarnings("NullAway") // what happens to a caller who does not check nullness
    void null_isNamed() {
        double[] one = {1};
        boolean[] ended = {true};

        assertEquals("rule", nullMessage(() -> BRIER.with((CensoredThen) null)));
        assertEquals("rule", nullMessage(() -> BRIER.with((BrierIntegration) null)));
        assertEquals("times", nullMessage(() -> BRIER.of(one, ended, null, new double[1][1])));
        assertEquals("survival", nullMessage(() -> BRIER.of(one, ended, one, null)));
        assertEquals("survival[0]", nullMessage(() -> BRIER.of(one, ended, one, new double[1][])));
    }

    private static String message(Executable action) {
        return assertThrows(IllegalArgumentException.class, action).getMessage();
    }

    private static String nullMessage(Executable action) {
        return assertThrows(NullPointerException.class, action).getMessage();
    }

    private static BrierPoint point(Sample sample, double time, CensoredThen rule) {
        return BRIER.with(rule)
                .of(sample.durations(), sample.ended(), new double[] {time}, new double[][] {sample.numbers()})
                .points()
                .get(0);
    }

    private static double definition(Sample sample, double time, CensoredThen rule) {
        double sum = 0;
        for (int i = 0; i < sample.size(); i++) {
            double duration = sample.durations()[i];
            double share = sample.numbers()[i];
            boolean last = rule == CensoredThen.SURVIVED && duration == time && !sample.ended()[i];
            if (duration <= time && sample.ended()[i]) {
                sum += share * share / uncensored(sample, duration, false);
            } else if (duration > time || last) {
                sum += (1 - share) * (1 - share) / uncensored(sample, time, rule == CensoredThen.CENSORED);
            }
        }
        return sum / sample.size();
    }

    /** Returns the share that is not censored before a time, or up to it. */
    private static double uncensored(Sample sample, double time, boolean inclusive) {
        double share = 1;
        for (double earlier : Arrays.stream(sample.durations())
                .distinct()
                .filter(t -> t < time || inclusive && t == time)
                .toArray()) {
            double atRisk = 0;
            double censored = 0;
            for (int i = 0; i < sample.size(); i++) {
                boolean here = sample.durations()[i] == earlier && !sample.ended()[i];
                atRisk += sample.durations()[i] > earlier || here ? 1 : 0;
                censored += here ? 1 : 0;
            }
            share *= censored == 0 ? 1 : 1 - censored / atRisk;
        }
        return share;
    }

    @Provide
    Arbitrary<Sample> samples() {
        return Sample.any();
    }
}
