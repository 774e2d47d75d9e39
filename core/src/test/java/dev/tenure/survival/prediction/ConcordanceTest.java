package dev.tenure.survival.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@PropertyDefaults(tries = 300, edgeCases = EdgeCasesMode.NONE)
class ConcordanceTest {

    private static final Concordance CONCORDANCE = Concordance.withDefaults();

    // golden

    @Test
    void harrell_ofPublishedData_isThatOfR() {
        JsonNode golden = SixMp.GOLDEN.get("harrell");
        ConcordanceResult result = CONCORDANCE.of(SixMp.durations(), SixMp.ended(), SixMp.controls());

        assertEquals(golden.get("value").doubleValue(), result.value().orElseThrow(), 1e-14);
        assertEquals(
                golden.get("standardError").doubleValue(),
                result.standardError().orElseThrow(),
                1e-14);
        assertEquals(golden.get("concordant").doubleValue(), result.concordant());
        assertEquals(golden.get("discordant").doubleValue(), result.discordant());
        assertEquals(golden.get("tiedScores").doubleValue(), result.tiedScores());
        assertEquals(golden.get("tiedTimes").longValue(), result.tiedTimes());
        assertEquals(golden.get("tiedBoth").longValue(), result.tiedBoth());
        assertEquals(42, result.observations());
        assertEquals(30, result.ended());
        assertEquals(OptionalDouble.empty(), result.horizon());
        assertEquals(ConcordanceWeight.HARRELL, result.weight());
    }

    @Test
    void uno_ofPublishedData_isThatOfR() {
        JsonNode golden = SixMp.GOLDEN.get("uno");
        ConcordanceResult result =
                CONCORDANCE.with(ConcordanceWeight.UNO).of(SixMp.durations(), SixMp.ended(), SixMp.controls());

        assertEquals(golden.get("value").doubleValue(), result.value().orElseThrow(), 1e-13);
        assertEquals(
                golden.get("standardError").doubleValue(),
                result.standardError().orElseThrow(),
                1e-13);
        assertEquals(ConcordanceWeight.UNO, result.weight());
    }

    /**
     * By hand: who ended at 1 had the highest score, 3 concordant pairs; who ended at 2 is compared with the one last seen at 2 (equal score)
     * and the one at 3 (lower one to have ended first).
     */
    @Test
    void of_fourObservations_isTheShareByHand() {
        ConcordanceResult result = CONCORDANCE.of(
                new double[] {1, 2, 2, 3}, new boolean[] {true, true, false, true}, new double[] {9, 4, 4, 5});

        assertEquals(3, result.concordant());
        assertEquals(1, result.discordant());
        assertEquals(1, result.tiedScores());
        assertEquals(3.5 / 5, result.value().orElseThrow(), 1e-15);
        // the squares of (favour - 0.7 * pairs) / 5 of each: 3 of 3, 1.5 of 3, 1.5 of 2, 1 of 2
        assertEquals(
                Math.sqrt(0.9 * 0.9 + 0.6 * 0.6 + 0.1 * 0.1 + 0.4 * 0.4) / 5,
                result.standardError().orElseThrow(),
                1e-15);
    }

    // laws

    @Property
    void itIsTheDefinition_pairByPair(@ForAll("samples") Sample sample, @ForAll ConcordanceWeight weight) {
        Definition definition = new Definition(sample, weight, Double.POSITIVE_INFINITY);
        ConcordanceResult result = CONCORDANCE.with(weight).of(sample.durations(), sample.ended(), sample.numbers());

        definition.assertIs(result);
    }

    @Property
    void withAHorizonOnlyEarlierPairsCount(@ForAll("samples") Sample sample, @ForAll ConcordanceWeight weight) {
        Definition definition = new Definition(sample, weight, 4);
        ConcordanceResult result =
                CONCORDANCE.with(weight).withHorizon(4).of(sample.durations(), sample.ended(), sample.numbers());

        definition.assertIs(result);
        assertEquals(OptionalDouble.of(4), result.horizon());
    }

    @Property
    void theOrderOfObservationsChangesNothing(
            @ForAll("samples") Sample sample, @ForAll Random random, @ForAll ConcordanceWeight weight) {
        Sample shuffled = sample.shuffled(random);
        Concordance concordance = CONCORDANCE.with(weight);

        assertEquals(
                concordance.of(sample.durations(), sample.ended(), sample.numbers()),
                concordance.of(shuffled.durations(), shuffled.ended(), shuffled.numbers()));
    }

    @Property
    void turningTheScoreTurnsTheConcordance(@ForAll("samples") Sample sample) {
        double[] turned = Arrays.stream(sample.numbers()).map(score -> -score).toArray();
        ConcordanceResult result = CONCORDANCE.of(sample.durations(), sample.ended(), sample.numbers());
        ConcordanceResult other = CONCORDANCE.of(sample.durations(), sample.ended(), turned);

        assertEquals(result.concordant(), other.discordant());
        assertEquals(result.tiedScores(), other.tiedScores());
        result.value()
                .toOptional()
                .ifPresent(value -> assertEquals(1 - value, other.value().orElseThrow(), 1e-12));
    }

    @Property
    void onlyTheOrderOfScoresCounts(@ForAll("samples") Sample sample) {
        double[] stretched = Arrays.stream(sample.numbers())
                .map(score -> Math.exp(9 * score) - 40)
                .toArray();

        assertEquals(
                CONCORDANCE.of(sample.durations(), sample.ended(), sample.numbers()),
                CONCORDANCE.of(sample.durations(), sample.ended(), stretched));
    }

    @Property
    void mergingTwoHalvesGivesTheWhole(@ForAll("samples") Sample first, @ForAll("samples") Sample second) {
        ConcordanceAccumulator whole = CONCORDANCE.accumulator();
        addAll(first, whole);
        addAll(second, whole);
        ConcordanceAccumulator left = CONCORDANCE.accumulator();
        addAll(first, left);
        ConcordanceAccumulator right = CONCORDANCE.accumulator();
        addAll(second, right);

        assertEquals(whole.result(), left.merge(right).result());
        assertEquals(CONCORDANCE.of(second.durations(), second.ended(), second.numbers()), right.result());
    }

    @Property
    void theTimeAsItsOwnScoreKnowsTheOrder(@ForAll("samples") Sample sample) {
        double[] soonness =
                Arrays.stream(sample.durations()).map(duration -> -duration).toArray();
        ConcordanceResult result = CONCORDANCE.of(sample.durations(), sample.ended(), soonness);

        // who is last seen at the time of another's end has the same score, and counts a half
        assertEquals(0, result.discordant());
        result.value().toOptional().ifPresent(value -> assertTrue(value >= 0.5));
    }

    // edges

    @Test
    void accumulator_mergedIntoItself_countsAllTwice() {
        ConcordanceAccumulator accumulator = CONCORDANCE.accumulator();
        accumulator.add(1, true, 2);
        accumulator.add(3, false, 1);
        ConcordanceResult result = accumulator.merge(accumulator).result();

        assertEquals(4, result.observations());
        assertEquals(4, result.concordant());
        assertEquals(1, result.tiedBoth());
    }

    @Test
    void accumulator_movesToAnotherMachine() throws IOException, ClassNotFoundException {
        ConcordanceAccumulator accumulator =
                CONCORDANCE.with(ConcordanceWeight.UNO).withHorizon(9).accumulator();
        for (int i = 0; i < 40; i++) {
            accumulator.add(i % 11, i % 3 > 0, i % 7);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(accumulator);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertEquals(accumulator.result(), ((ConcordanceAccumulator) in.readObject()).result());
        }
    }

    @Test
    void of_noObservations_isUndefined() {
        ConcordanceResult result = CONCORDANCE.of(new double[0], new boolean[0], new double[0]);

        assertEquals(Outcome.<Double>undefined(Reason.NO_DATA, "no observations"), result.value());
        assertEquals(Outcome.<Double>undefined(Reason.NO_DATA, "no observations"), result.standardError());
        assertEquals(Outcome.<Interval>undefined(Reason.NO_DATA, "no observations"), result.interval());
    }

    @Test
    void of_noComparablePair_isUndefined() {
        Outcome<Double> expected = Outcome.undefined(Reason.TOO_FEW_DATA, "no pair can be compared");

        ConcordanceResult sameTime =
                CONCORDANCE.of(new double[] {2, 2}, new boolean[] {true, true}, new double[] {1, 0});
        assertEquals(expected, sameTime.value());
        assertEquals(expected, sameTime.standardError());
        assertEquals(1, sameTime.tiedTimes());
        assertEquals(
                expected,
                CONCORDANCE
                        .of(new double[] {2, 3}, new boolean[] {false, true}, new double[] {1, 0})
                        .value());
        assertEquals(
                expected,
                CONCORDANCE
                        .withHorizon(1)
                        .of(new double[] {2, 3}, new boolean[] {true, true}, new double[] {1, 0})
                        .value());
    }

    @Test
    void interval_isTheConcordanceAndItsError() {
        ConcordanceResult result =
                CONCORDANCE.with(ConfidenceLevel.P90).of(SixMp.durations(), SixMp.ended(), SixMp.controls());
        double half = 1.6448536269514729 * 0.0411353889478791;

        assertEquals(0.690042075736325 - half, result.interval().orElseThrow().lower(), 1e-12);
        assertEquals(0.690042075736325 + half, result.interval().orElseThrow().upper(), 1e-12);
        assertEquals(ConfidenceLevel.P90, result.interval().orElseThrow().level());
        assertEquals(ConfidenceLevel.P90, result.level());
    }

    @Test
    void interval_isCutAtTheEnds() {
        double[] durations = {1, 2, 3, 4};
        boolean[] ended = {true, true, true, true};

        assertEquals(
                1,
                CONCORDANCE
                        .of(durations, ended, new double[] {4, 3, 1, 2})
                        .interval()
                        .orElseThrow()
                        .upper());
        assertEquals(
                0,
                CONCORDANCE
                        .of(durations, ended, new double[] {1, 2, 4, 3})
                        .interval()
                        .orElseThrow()
                        .lower());
    }

    @Test
    void interval_ofAPerfectScore_isNotClaimed() {
        ConcordanceResult result = CONCORDANCE.of(new double[] {1, 2}, new boolean[] {true, true}, new double[] {2, 1});

        assertEquals(1, result.value().orElseThrow());
        assertEquals(0, result.standardError().orElseThrow());
        assertEquals(
                Outcome.<Interval>undefined(
                        Reason.NOT_ESTIMABLE, "all observations say the same, the variance has no estimate"),
                result.interval());
    }

    @Test
    void of_zerosOfBothSigns_areTied() {
        ConcordanceResult result = CONCORDANCE.of(
                new double[] {0.0, -0.0, 1}, new boolean[] {true, true, false}, new double[] {0.0, -0.0, 0});

        assertEquals(1, result.tiedBoth());
        assertEquals(2, result.tiedScores());
    }

    @Test
    void of_negativeScores_areOrdered() {
        assertEquals(
                1,
                CONCORDANCE
                        .of(new double[] {1, 2, 3, 4}, new boolean[] {true, true, true, true}, new double[] {
                            1e300, 1e-300, -1e-300, -1e300
                        })
                        .value()
                        .orElseThrow());
    }

    @Test
    void explain_showsPairsAndInterval() {
        assertEquals(
                """
                concordance = 0.7000   [(concordant + tied scores / 2) / (concordant + discordant + tied scores); \
                concordant = 3, discordant = 1, tied scores = 1, tied times = 0, tied times and scores = 0, \
                observations = 4, ended = 3, delayed entries = 0, strata = 1, case weights = equal, weight = HARRELL, \
                horizon = none]
                  confidence interval = 0.2462 to 1.0000   [concordance -/+ normal quantile * standard error, at level; \
                standard error = 0.2315, level = 95.00%]
                """,
                CONCORDANCE
                        .of(new double[] {1, 2, 2, 3}, new boolean[] {true, true, false, true}, new double[] {9, 4, 4, 5
                        })
                        .explain()
                        .toText());
    }

    @Test
    void explain_withWeightsAndHorizon_showsThem() {
        String text = CONCORDANCE
                .with(ConcordanceWeight.UNO)
                .withHorizon(2.5)
                .of(new double[] {1, 1, 2, 3}, new boolean[] {true, false, true, true}, new double[] {9, 4, 4, 5})
                .explain()
                .toText();

        // after 1, one of three is censored: the pair of 2 and 3 counts 2.25
        assertTrue(text.contains("concordant = 3, discordant = 2.2500, "), text);
        assertTrue(text.contains("weight = UNO, horizon = 2.5000]"), text);
    }

    // messages

    @Test
    void badArguments_sayWhich() {
        double[] two = {1, 2};
        boolean[] ended = {true, true};

        assertEquals(
                "ended must have as many rows as durations, 2: 1",
                message(() -> CONCORDANCE.of(two, new boolean[1], two)));
        assertEquals(
                "scores must have as many rows as durations, 2: 3",
                message(() -> CONCORDANCE.of(two, ended, new double[3])));
        assertEquals(
                "durations[1] must be finite and not negative: -2.0",
                message(() -> CONCORDANCE.of(new double[] {1, -2}, ended, two)));
        assertEquals(
                "durations[0] must be finite and not negative: Infinity",
                message(() -> CONCORDANCE.of(new double[] {Double.POSITIVE_INFINITY, 2}, ended, two)));
        assertEquals(
                "scores[1] must be finite: NaN",
                message(() -> CONCORDANCE.of(two, ended, new double[] {1, Double.NaN})));
        assertEquals(
                "horizon must be finite and not negative: NaN", message(() -> CONCORDANCE.withHorizon(Double.NaN)));
        assertEquals(
                "duration must be finite and not negative: -1.0",
                message(() -> CONCORDANCE.accumulator().add(-1, true, 0)));
        assertEquals(
                "score must be finite: -Infinity",
                message(() -> CONCORDANCE.accumulator().add(1, true, Double.NEGATIVE_INFINITY)));
    }

    @Test
    @SuppressWarnings("NullAway") // what happens to a caller who does not check nullness
    void null_isNamed() {
        double[] one = {1};

        assertEquals("weight", nullMessage(() -> CONCORDANCE.with((ConcordanceWeight) null)));
        assertEquals("level", nullMessage(() -> CONCORDANCE.with((ConfidenceLevel) null)));
        assertEquals("durations", nullMessage(() -> CONCORDANCE.of(null, new boolean[1], one)));
        assertEquals("ended", nullMessage(() -> CONCORDANCE.of(one, null, one)));
        assertEquals("scores", nullMessage(() -> CONCORDANCE.of(one, new boolean[1], null)));
        assertEquals("other", nullMessage(() -> CONCORDANCE.accumulator().merge(null)));
    }

    private static String message(Executable action) {
        return assertThrows(IllegalArgumentException.class, action).getMessage();
    }

    private static String nullMessage(Executable action) {
        return assertThrows(NullPointerException.class, action).getMessage();
    }

    private static void addAll(Sample sample, ConcordanceAccumulator accumulator) {
        for (int i = 0; i < sample.size(); i++) {
            accumulator.add(sample.durations()[i], sample.ended()[i], sample.numbers()[i]);
        }
    }

    /** The pairs of the definition, each looked at. */
    private static final class Definition {

        private final double[] favour;
        private final double[] pairs;
        private double concordant;
        private double discordant;
        private double tied;
        private long tiedTimes;
        private long tiedBoth;

        Definition(Sample sample, ConcordanceWeight weight, double horizon) {
            favour = new double[sample.size()];
            pairs = new double[sample.size()];
            for (int i = 0; i < sample.size(); i++) {
                for (int j = 0; j < sample.size(); j++) {
                    if (sample.ended()[i] && sample.durations()[i] <= horizon && i != j) {
                        look(sample, weight, i, j);
                    }
                }
            }
        }

        private void look(Sample sample, ConcordanceWeight weight, int first, int other) {
            double time = sample.durations()[first];
            double ahead = sample.numbers()[first] - sample.numbers()[other];
            if (sample.durations()[other] == time && sample.ended()[other]) {
                tiedTimes += first < other && ahead != 0 ? 1 : 0;
                tiedBoth += first < other && ahead == 0 ? 1 : 0;
            } else if (sample.durations()[other] >= time) {
                double w = weight == ConcordanceWeight.UNO ? 1 / Math.pow(uncensored(sample, time), 2) : 1;
                concordant += ahead > 0 ? w : 0;
                discordant += ahead < 0 ? w : 0;
                tied += ahead == 0 ? w : 0;
                for (int row : new int[] {first, other}) {
                    favour[row] += ahead > 0 ? w : ahead == 0 ? w / 2 : 0;
                    pairs[row] += w;
                }
            }
        }

        /** Returns the share that is not censored before a time. */
        private static double uncensored(Sample sample, double time) {
            double share = 1;
            for (double earlier : Arrays.stream(sample.durations())
                    .distinct()
                    .filter(t -> t < time)
                    .toArray()) {
                double atRisk = 0;
                double censored = 0;
                for (int i = 0; i < sample.size(); i++) {
                    boolean here = sample.durations()[i] == earlier;
                    atRisk += sample.durations()[i] > earlier || here && !sample.ended()[i] ? 1 : 0;
                    censored += here && !sample.ended()[i] ? 1 : 0;
                }
                share *= censored == 0 ? 1 : 1 - censored / atRisk;
            }
            return share;
        }

        void assertIs(ConcordanceResult result) {
            double all = concordant + discordant + tied;
            assertEquals(concordant, result.concordant(), 1e-9 * (1 + all));
            assertEquals(discordant, result.discordant(), 1e-9 * (1 + all));
            assertEquals(tied, result.tiedScores(), 1e-9 * (1 + all));
            assertEquals(tiedTimes, result.tiedTimes());
            assertEquals(tiedBoth, result.tiedBoth());
            assertEquals(all > 0, result.value().isDefined());
            if (all > 0) {
                double c = (concordant + tied / 2) / all;
                double sum = 0;
                for (int i = 0; i < favour.length; i++) {
                    sum += Math.pow((favour[i] - c * pairs[i]) / all, 2);
                }
                assertEquals(c, result.value().orElseThrow(), 1e-12);
                assertEquals(Math.sqrt(sum), result.standardError().orElseThrow(), 1e-8);
            } else {
                assertFalse(result.standardError().isDefined());
            }
        }
    }

    @Provide
    Arbitrary<Sample> samples() {
        return Sample.any();
    }
}
