package dev.tenure.survival.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@PropertyDefaults(tries = 300, edgeCases = EdgeCasesMode.NONE)
class StratifiedConcordanceTest {

    private static final Concordance CONCORDANCE = Concordance.withDefaults();

    // golden

    @Test
    void ofEntries_isThatOfR() throws IOException {
        JsonNode golden = golden();
        double tolerance = golden.get("tolerance").doubleValue();
        double[] entries = column(golden, "entry");
        double[] numbers = column(golden, "ended");
        boolean[] ended = new boolean[numbers.length];
        for (int row = 0; row < ended.length; row++) {
            ended[row] = numbers[row] == 1;
        }
        ConcordanceResult result = CONCORDANCE.of(entries, column(golden, "duration"), ended, column(golden, "score"));

        assertEquals(golden.get("value").doubleValue(), result.value().orElseThrow(), tolerance);
        assertEquals(
                golden.get("standardError").doubleValue(),
                result.standardError().orElseThrow(),
                tolerance);
        assertEquals(golden.get("concordant").doubleValue(), result.concordant());
        assertEquals(golden.get("discordant").doubleValue(), result.discordant());
        assertEquals(golden.get("tiedScores").doubleValue(), result.tiedScores());
        assertEquals(golden.get("tiedTimes").longValue(), result.tiedTimes());
        assertEquals(golden.get("tiedBoth").longValue(), result.tiedBoth());
        assertEquals(16, result.observations());
        assertEquals(10, result.ended());
        assertEquals(11, result.delayed());
        assertEquals(1, result.strata());
        assertFalse(result.isWeighted());
    }

    // laws

    @Property
    void itIsTheDefinition_pairByPair(@ForAll Random random) {
        Table table = new Table(random, 1 + random.nextInt(30));

        table.assertDefinition(CONCORDANCE.of(table.data()), Double.POSITIVE_INFINITY);
        table.assertDefinition(CONCORDANCE.withHorizon(5).of(table.data()), 5);
    }

    @Property
    void columnsThatSayNothingChangeNothing(@ForAll Random random) {
        Table table = new Table(random, random.nextInt(30));
        double[] ones = new double[table.size];
        Arrays.fill(ones, 1);
        ConcordanceData plain = ConcordanceData.of(table.durations, table.ended, table.scores);
        ConcordanceResult expected = CONCORDANCE.of(table.durations, table.ended, table.scores);

        assertEquals(expected, CONCORDANCE.of(plain));
        assertSame(expected, CONCORDANCE.of(plain.withWeights(ones)));
        assertSame(expected, CONCORDANCE.of(plain.withEntries(new double[table.size])));
        assertSame(expected, CONCORDANCE.of(plain.withStrata(new int[table.size])));
    }

    /** The same counts, and the same error but for the order in which squares are added. */
    private static void assertSame(ConcordanceResult expected, ConcordanceResult actual) {
        assertEquals(expected.concordant(), actual.concordant());
        assertEquals(expected.discordant(), actual.discordant());
        assertEquals(expected.tiedScores(), actual.tiedScores());
        assertEquals(expected.tiedTimes(), actual.tiedTimes());
        assertEquals(expected.tiedBoth(), actual.tiedBoth());
        assertEquals(expected.value(), actual.value());
        assertEquals(expected.strata(), actual.strata());
        assertFalse(actual.isWeighted());
        assertEquals(
                expected.standardError().toOptional().orElse(-1.0),
                actual.standardError().toOptional().orElse(-1.0),
                1e-12);
    }

    @Property
    void theAccumulatorGivesWhatTheColumnsDo(@ForAll Random random) {
        Table table = new Table(random, random.nextInt(40));
        ConcordanceAccumulator rows = CONCORDANCE.accumulator();
        for (int row = 0; row < table.size; row++) {
            rows.add(
                    table.entries[row],
                    table.durations[row],
                    table.ended[row],
                    table.scores[row],
                    table.weights[row],
                    table.strata[row]);
        }
        ConcordanceAccumulator columns = CONCORDANCE.accumulator();
        columns.addAll(table.data());

        assertEquals(CONCORDANCE.of(table.data()), columns.result());
        if (table.size > 0) {
            assertEquals(columns.result(), rows.result());
        }
    }

    @Property
    void mergingPlainAndDelayedGivesTheWhole(@ForAll Random random) {
        Table first = new Table(random, 20);
        Table second = new Table(random, 20);
        ConcordanceAccumulator plain = CONCORDANCE.accumulator();
        plain.addAll(first.durations, first.ended, first.scores);
        ConcordanceAccumulator delayed = CONCORDANCE.accumulator();
        delayed.addAll(second.entries, second.durations, second.ended, second.scores);
        ConcordanceAccumulator whole = CONCORDANCE.accumulator();
        for (int row = 0; row < 20; row++) {
            whole.add(first.durations[row], first.ended[row], first.scores[row]);
        }
        for (int row = 0; row < 20; row++) {
            whole.add(second.entries[row], second.durations[row], second.ended[row], second.scores[row]);
        }
        ConcordanceResult before = delayed.result();
        ConcordanceAccumulator merged = CONCORDANCE.accumulator().merge(plain).merge(delayed);

        assertEquals(whole.result(), merged.result());
        assertEquals(before, delayed.result());
        delayed.addAll(ConcordanceData.of(first.durations, first.ended, first.scores));
        assertEquals(whole.result().concordant(), delayed.result().concordant());
        assertEquals(
                whole.result().concordant(),
                CONCORDANCE.accumulator().merge(delayed).result().concordant());
    }

    // edges

    @Test
    void whoEntersAtTheEndOfAnother_isNotComparedWithIt() {
        double[] durations = {3, 5};
        boolean[] ended = {true, false};
        double[] scores = {1, 0};

        assertEquals(
                1,
                CONCORDANCE.of(new double[] {0, 2.5}, durations, ended, scores).concordant());
        assertEquals(
                Outcome.<Double>undefined(Reason.TOO_FEW_DATA, "no pair can be compared"),
                CONCORDANCE.of(new double[] {0, 3}, durations, ended, scores).value());
    }

    @Test
    void perfectScoreWithWeights_hasNoInterval() {
        ConcordanceData data = ConcordanceData.of(
                        new double[] {1, 2, 3, 4, 5},
                        new boolean[] {true, true, true, true, true},
                        new double[] {5, 4, 3, 2, 1})
                .withWeights(new double[] {0.1, 0.2, 0.3, 0.7, 1.1});
        ConcordanceResult result = CONCORDANCE.of(data);

        assertEquals(1, result.value().orElseThrow());
        assertEquals(0, result.standardError().orElseThrow());
        assertEquals(0, result.discordant());
        assertFalse(result.interval().isDefined());
        assertTrue(result.isWeighted());
    }

    @Test
    void noObservations_areUndefined() {
        ConcordanceResult result = CONCORDANCE.of(new double[0], new double[0], new boolean[0], new double[0]);

        assertEquals(Outcome.<Double>undefined(Reason.NO_DATA, "no observations"), result.value());
        assertEquals(0, result.strata());
    }

    @Test
    void toString_showsNoInfinity() {
        String text = CONCORDANCE
                .of(new double[] {1, 2}, new boolean[] {true, true}, new double[] {2, 1})
                .toString();

        assertFalse(text.contains("Infinity"), text);
    }

    @Test
    void explain_saysWhatWasCompared() {
        String text = CONCORDANCE
                .of(ConcordanceData.of(new double[] {2, 3}, new boolean[] {true, true}, new double[] {2, 1})
                        .withEntries(new double[] {0, 1})
                        .withStrata(new int[] {1, 2})
                        .withWeights(new double[] {1, 2}))
                .explain()
                .toText();

        assertTrue(text.contains("delayed entries = 1, strata = 2, case weights = unequal, weight = HARRELL"), text);
    }

    @Test
    void accumulator_movesToAnotherMachine() throws IOException, ClassNotFoundException {
        ConcordanceAccumulator accumulator = CONCORDANCE.accumulator();
        accumulator.addAll(new Table(new Random(3), 40).data());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(accumulator);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertEquals(accumulator.result(), ((ConcordanceAccumulator) in.readObject()).result());
        }
    }

    // messages

    @Test
    void badArguments_sayWhich() {
        double[] two = {1, 2};
        ConcordanceData data = ConcordanceData.of(two, new boolean[] {true, true}, two);
        ConcordanceAccumulator accumulator = CONCORDANCE.accumulator();

        assertEquals(
                "entries must have as many rows as durations, 2: 1", message(() -> data.withEntries(new double[1])));
        assertEquals(
                "entries[1] must be before the duration 2.0: 2.0",
                message(() -> data.withEntries(new double[] {0, 2})));
        assertEquals(
                "entries[0] must be finite and not negative: -1.0",
                message(() -> data.withEntries(new double[] {-1, 0})));
        assertEquals(
                "weights must have as many rows as durations, 2: 3", message(() -> data.withWeights(new double[3])));
        assertEquals(
                "weights[1] must be positive and finite: 0.0", message(() -> data.withWeights(new double[] {1, 0})));
        assertEquals("strata must have as many rows as durations, 2: 1", message(() -> data.withStrata(new int[1])));
        assertEquals("entry must be before the duration 2.0: 3.0", message(() -> accumulator.add(3, 2, true, 0)));
        assertEquals(
                "weight must be positive and finite: Infinity",
                message(() -> accumulator.add(0, 2, true, 0, Double.POSITIVE_INFINITY, 0)));
    }

    @Test
    void weightsTooLarge_areAnOverflow() {
        ConcordanceData data = ConcordanceData.of(new double[] {1, 2}, new boolean[] {true, true}, new double[] {2, 1})
                .withWeights(new double[] {1e200, 1e200});

        assertEquals(
                "the weights of all pairs are too large for a double",
                assertThrows(ArithmeticException.class, () -> CONCORDANCE.of(data))
                        .getMessage());
    }

    @Test
    void uno_isForThoseSeenFromTheStart() {
        Concordance uno = CONCORDANCE.with(ConcordanceWeight.UNO);
        double[] two = {1, 2};
        boolean[] ended = {true, true};
        ConcordanceAccumulator delayed = CONCORDANCE.accumulator();
        delayed.add(1, 2, true, 0);
        String expected = "weight must be HARRELL with delayed entries, case weights or strata: UNO";

        assertEquals(expected, message(() -> uno.of(new double[2], two, ended, two)));
        assertEquals(expected, message(() -> uno.accumulator().add(1, 2, true, 0)));
        assertEquals(expected, message(() -> uno.accumulator().merge(delayed)));
        assertTrue(uno.of(ConcordanceData.of(two, ended, two)).value().isDefined());
    }

    @Test
    @SuppressWarnings("NullAway") // what happens to a caller who does not check nullness
    void null_isNamed() {
        ConcordanceData data = ConcordanceData.of(new double[0], new boolean[0], new double[0]);

        assertEquals("data", nullMessage(() -> CONCORDANCE.of((ConcordanceData) null)));
        assertEquals("data", nullMessage(() -> CONCORDANCE.accumulator().addAll((ConcordanceData) null)));
        assertEquals("entries", nullMessage(() -> data.withEntries(null)));
        assertEquals("weights", nullMessage(() -> data.withWeights(null)));
        assertEquals("strata", nullMessage(() -> data.withStrata(null)));
    }

    private static String message(Executable action) {
        return assertThrows(IllegalArgumentException.class, action).getMessage();
    }

    private static String nullMessage(Executable action) {
        return assertThrows(NullPointerException.class, action).getMessage();
    }

    private static JsonNode golden() throws IOException {
        try (InputStream in = StratifiedConcordanceTest.class.getResourceAsStream("delayed-entry.json")) {
            return new ObjectMapper().readTree(in);
        }
    }

    private static double[] column(JsonNode golden, String name) {
        JsonNode values = golden.get(name);
        double[] column = new double[values.size()];
        for (int row = 0; row < column.length; row++) {
            column[row] = values.get(row).doubleValue();
        }
        return column;
    }

    /** Random columns with many ties, and the pairs of the definition, each looked at. */
    private static final class Table {

        private final int size;
        private final double[] entries;
        private final double[] durations;
        private final boolean[] ended;
        private final double[] scores;
        private final double[] weights;
        private final int[] strata;

        Table(Random random, int size) {
            this.size = size;
            entries = new double[size];
            durations = new double[size];
            ended = new boolean[size];
            scores = new double[size];
            weights = new double[size];
            strata = new int[size];
            for (int row = 0; row < size; row++) {
                entries[row] = Math.max(0, random.nextInt(9) - 3);
                durations[row] = entries[row] + random.nextInt(6) + (entries[row] > 0 ? 1 : 0);
                ended[row] = random.nextInt(3) > 0;
                scores[row] = random.nextInt(7) / 4.0;
                weights[row] = 0.1 + random.nextInt(30) / 10.0;
                strata[row] = random.nextInt(3) - 1;
            }
        }

        ConcordanceData data() {
            return ConcordanceData.of(durations, ended, scores)
                    .withEntries(entries)
                    .withWeights(weights)
                    .withStrata(strata);
        }

        private boolean isCompared(int first, int other, double horizon) {
            double time = durations[first];
            boolean entered = entries[other] == 0 || entries[other] < time;
            boolean lasted = durations[other] > time || durations[other] == time && !ended[other];
            return ended[first] && time <= horizon && strata[first] == strata[other] && entered && lasted;
        }

        void assertDefinition(ConcordanceResult result, double horizon) {
            double[] favour = new double[size];
            double[] pairs = new double[size];
            double sumOfFavour = 0;
            double all = 0;
            for (int first = 0; first < size; first++) {
                for (int other = 0; other < size; other++) {
                    if (isCompared(first, other, horizon)) {
                        double weight = weights[first] * weights[other];
                        double share = (1 + Math.signum(scores[first] - scores[other])) / 2;
                        sumOfFavour += weight * share;
                        all += weight;
                        for (int row : new int[] {first, other}) {
                            favour[row] += weight * share;
                            pairs[row] += weight;
                        }
                    }
                }
            }
            assertEquals(all, result.concordant() + result.discordant() + result.tiedScores(), 1e-9 * (1 + all));
            assertEquals(all > 0, result.value().isDefined());
            if (all > 0) {
                double c = sumOfFavour / all;
                double sum = 0;
                for (int row = 0; row < size; row++) {
                    sum += Math.pow((favour[row] - c * pairs[row]) / all, 2);
                }
                assertEquals(c, result.value().orElseThrow(), 1e-12);
                assertEquals(Math.sqrt(sum), result.standardError().orElseThrow(), 1e-7);
            }
        }
    }
}
