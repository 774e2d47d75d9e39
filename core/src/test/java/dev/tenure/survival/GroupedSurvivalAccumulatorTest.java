package dev.tenure.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tenure.explain.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Columns of observations, of one group and of several. */
@PropertyDefaults(tries = 200, edgeCases = EdgeCasesMode.NONE)
class GroupedSurvivalAccumulatorTest {

    private static final KaplanMeier KAPLAN_MEIER = KaplanMeier.withDefaults();
    private static final ImmutableList<String> SEGMENTS = ImmutableList.of("retail", "travel", "games");

    // laws

    @Property
    void columnsGiveTheCurvesOfTheirRows(
            @ForAll @Size(max = 60) List<@IntRange(max = 40_000) Integer> rows,
            @ForAll @IntRange(min = 1, max = 1000) int scale) {
        int[] groups = rows.stream().mapToInt(row -> row % 3).toArray();
        int[] durations = rows.stream().mapToInt(row -> row / scale).toArray();
        boolean[] ended = ended(durations);
        GroupedSurvivalAccumulator columns = KAPLAN_MEIER.accumulator(SEGMENTS);
        GroupedSurvivalAccumulator single = KAPLAN_MEIER.accumulator(SEGMENTS);
        GroupedSurvivalAccumulator values = KAPLAN_MEIER.accumulator(SEGMENTS);
        columns.addAll(groups, durations, ended);
        for (int row = 0; row < groups.length; row++) {
            single.add(groups[row], durations[row], ended[row]);
            values.add(SEGMENTS.get(groups[row]), new Observation(0, durations[row], ended[row], 1, 1));
        }

        assertEquals(values.result(), columns.result());
        assertEquals(values.result(), single.result());
    }

    @Property
    void columnsOfTimesGiveTheCurvesOfTheirRows(
            @ForAll @Size(max = 60) List<@DoubleRange(max = 20_000) Double> rows, @ForAll boolean rounded) {
        double[] durations = rows.stream()
                .mapToDouble(row -> rounded ? Math.rint(row / 100) / 2 : row)
                .toArray();
        int[] groups = rows.stream().mapToInt(row -> (int) (row % 3)).toArray();
        boolean[] ended = ended(groups);
        GroupedSurvivalAccumulator columns = KAPLAN_MEIER.accumulator(SEGMENTS);
        GroupedSurvivalAccumulator single = KAPLAN_MEIER.accumulator(SEGMENTS);
        columns.addAll(groups, durations, ended);
        for (int row = groups.length - 1; row >= 0; row--) {
            single.add(groups[row], durations[row], ended[row]);
        }

        assertEquals(single.result(), columns.result());
    }

    @Property
    void columnsOfOneGroupGiveTheCurveOfTheirRows(
            @ForAll @Size(max = 40) List<@DoubleRange(min = 0.1, max = 30_000) Double> rows, @ForAll boolean late) {
        double[] durations = rows.stream().mapToDouble(Double::doubleValue).toArray();
        int[] whole = rows.stream().mapToInt(Double::intValue).toArray();
        double[] entries =
                rows.stream().mapToDouble(row -> late ? Math.floor(row) / 2 : 0).toArray();
        boolean[] ended = ended(whole);
        SurvivalAccumulator ints = KAPLAN_MEIER.accumulator();
        SurvivalAccumulator doubles = KAPLAN_MEIER.accumulator();
        SurvivalAccumulator entering = KAPLAN_MEIER.accumulator();
        ints.addAll(whole, ended);
        doubles.addAll(durations, ended);
        entering.addAll(entries, durations, ended);

        assertEquals(
                curve(IntStream.range(0, whole.length)
                        .mapToObj(i -> observation(0, whole[i], ended[i]))
                        .toList()),
                ints.result());
        assertEquals(
                curve(IntStream.range(0, whole.length)
                        .mapToObj(i -> observation(0, durations[i], ended[i]))
                        .toList()),
                doubles.result());
        assertEquals(
                curve(IntStream.range(0, whole.length)
                        .mapToObj(i -> observation(entries[i], durations[i], ended[i]))
                        .toList()),
                entering.result());
    }

    @Property
    void groupsAreCurvesOfTheirOwn(@ForAll @Size(max = 60) List<@IntRange(max = 900) Integer> rows) {
        int[] groups = rows.stream().mapToInt(row -> row % 3).toArray();
        int[] durations = rows.stream().mapToInt(row -> row / 30).toArray();
        boolean[] ended = ended(durations);
        GroupedSurvivalAccumulator accumulator = KAPLAN_MEIER.accumulator(SEGMENTS);
        accumulator.addAll(groups, durations, ended);

        for (int group = 0; group < 3; group++) {
            int its = group;
            SurvivalCurve alone = curve(IntStream.range(0, groups.length)
                    .filter(i -> groups[i] == its)
                    .mapToObj(i -> observation(0, durations[i], ended[i]))
                    .toList());
            assertEquals(alone, accumulator.result().of(SEGMENTS.get(group)));
        }
    }

    @Property
    void mergingTwoHalvesGivesTheWhole(@ForAll @Size(max = 60) List<@IntRange(max = 900) Integer> rows) {
        GroupedSurvivalAccumulator whole = KAPLAN_MEIER.accumulator(SEGMENTS);
        GroupedSurvivalAccumulator left = KAPLAN_MEIER.accumulator(SEGMENTS);
        GroupedSurvivalAccumulator right = KAPLAN_MEIER.accumulator(SEGMENTS);
        for (int row : rows) {
            whole.add(row % 3, row / 60.0, row % 2 == 0);
            (row < 450 ? left : right).add(row % 3, row / 60.0, row % 2 == 0);
        }

        assertEquals(whole.result(), right.merge(left).result());
        assertEquals(whole.riskTables().size(), right.riskTables().size());
    }

    // results

    @Test
    void of_map_givesACurveForEachGroupInItsOrder() {
        SurvivalCurves curves = KAPLAN_MEIER
                .with(ChronoUnit.MONTHS)
                .of(ImmutableMap.of(
                        "travel", List.of(Observation.ended(2), Observation.ongoing(4)),
                        "games", List.of()));

        assertEquals(List.of("travel", "games"), curves.curves().keySet().asList());
        assertEquals(Outcome.of(0.5), curves.of("travel").survivalAt(3));
        assertEquals(0, curves.of("games").observations());
        assertEquals(ChronoUnit.MONTHS, curves.of("games").unit());
    }

    @Test
    void riskTables_areInTheOrderOfTheGroups() {
        GroupedSurvivalAccumulator accumulator = KAPLAN_MEIER.accumulator(SEGMENTS);
        accumulator.add(1, 5, true);

        assertEquals(SEGMENTS, accumulator.groups());
        assertEquals(
                List.of(0, 1, 0),
                accumulator.riskTables().stream().map(RiskTable::size).toList());
    }

    @Test
    void explain_groups_haveTheirNames() {
        assertEquals(
                """
                survival curves = 2 groups   [a curve for each group]
                  a = 1 steps   [product of (1 - ended / at risk) over the times at which observations ended; \
                observations = 1, ended = 1, censored = 0, from = 0.0000 days, variance = GREENWOOD]
                """,
                KAPLAN_MEIER
                        .of(ImmutableMap.of("a", List.of(Observation.ended(1)), "b", List.of()))
                        .explain()
                        .toText()
                        .lines()
                        .limit(2)
                        .reduce("", (text, line) -> text + line + "\n"));
    }

    @Test
    void serialized_givesTheSameCurves() throws IOException, ClassNotFoundException {
        GroupedSurvivalAccumulator accumulator = KAPLAN_MEIER.accumulator(SEGMENTS);
        accumulator.addAll(
                new int[] {0, 1, 2, 1}, new double[] {1.5, 2.5, 3, 1e9}, new boolean[] {true, false, true, true});
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(accumulator);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            GroupedSurvivalAccumulator read = (GroupedSurvivalAccumulator) in.readObject();

            assertNotSame(accumulator, read);
            assertEquals(accumulator.result(), read.result());
            read.add(0, 1.5, true);
            assertEquals(2, read.result().of("retail").observations());
        }
    }

    /** A whole duration that is large enough for twice it to leave the range of numbers. */
    @Test
    void addAll_longestWholeDurations_areKept() {
        int[] durations = {Integer.MAX_VALUE, 1 << 30, (1 << 30) + 1, 16_384, 16_383, 64, 63, 0};
        boolean[] ended = {true, true, false, true, true, false, true, false};
        GroupedSurvivalAccumulator grouped = KAPLAN_MEIER.accumulator(List.of("all"));
        grouped.addAll(new int[8], durations, ended);
        SurvivalAccumulator one = KAPLAN_MEIER.accumulator();
        one.addAll(durations, ended);

        assertEquals(8, one.result().stepCount());
        assertEquals(Outcome.of((double) Integer.MAX_VALUE), one.result().longest());
        assertEquals(one.result(), grouped.result().of("all"));
    }

    @Test
    void addAll_negativeZero_isZero() {
        SurvivalAccumulator accumulator = KAPLAN_MEIER.accumulator();
        accumulator.addAll(new double[] {-0.0, 0.0}, new boolean[] {true, false});
        accumulator.addAll(new double[] {-0.0}, new double[] {1}, new boolean[] {true});

        assertEquals(2, accumulator.result().stepCount());
        assertEquals(3, accumulator.result().step(0).atRisk());
    }

    // messages

    @Property
    void columnsOfLateEntriesGiveTheCurvesOfTheirRows(
            @ForAll @Size(max = 60) List<@DoubleRange(max = 20_000) Double> rows) {
        double[] durations =
                rows.stream().mapToDouble(row -> Math.rint(row) / 2).toArray();
        double[] entries = Arrays.stream(durations)
                .map(GroupedSurvivalAccumulatorTest::entry)
                .toArray();
        int[] groups = rows.stream().mapToInt(row -> (int) (row % 3)).toArray();
        boolean[] ended = ended(groups);
        GroupedSurvivalAccumulator columns = KAPLAN_MEIER.accumulator(SEGMENTS);
        GroupedSurvivalAccumulator single = KAPLAN_MEIER.accumulator(SEGMENTS);
        columns.addAll(groups, entries, durations, ended);
        for (int row = groups.length - 1; row >= 0; row--) {
            Observation observation = new Observation(entry(durations[row]), durations[row], ended[row], 1, 1);
            single.add(SEGMENTS.get(groups[row]), observation);
        }

        assertEquals(single.result(), columns.result());
    }

    /** Returns an entry before a duration, unless both are zero. */
    private static double entry(double duration) {
        return Math.floor(duration / 3);
    }

    @Test
    void addAll_withLateEntriesOutOfRange_saysWhichAndAddsNothing() {
        GroupedSurvivalAccumulator accumulator = KAPLAN_MEIER.accumulator(SEGMENTS);
        int[] groups = {0, 1};
        boolean[] ended = {true, true};
        double[] times = {3, 3};

        assertMessage(
                "entries[1] must be finite and not negative: -1.0",
                () -> accumulator.addAll(groups, new double[] {0, -1}, times, ended));
        assertMessage(
                "entries[1] must be before the duration 3.0: 3.0",
                () -> accumulator.addAll(groups, new double[] {0, 3}, times, ended));
        assertMessage(
                "durations[0] must be finite and not negative: NaN",
                () -> accumulator.addAll(groups, new double[2], new double[] {Double.NaN, 1}, ended));
        assertMessage(
                "entries must have as many rows as durations, 2: 1",
                () -> accumulator.addAll(groups, new double[1], times, ended));
        assertMessage(
                "groups[1] must be in [0, 3): 3",
                () -> accumulator.addAll(new int[] {2, 3}, new double[2], times, ended));
        assertMessage(
                "ended must have as many rows as durations, 2: 1",
                () -> accumulator.addAll(groups, new double[2], times, new boolean[1]));
        assertEquals(KAPLAN_MEIER.accumulator(SEGMENTS).result(), accumulator.result());
    }

    @Test
    void addAll_outOfRange_saysWhichAndAddsNothing() {
        GroupedSurvivalAccumulator accumulator = KAPLAN_MEIER.accumulator(SEGMENTS);
        int[] groups = {0, 1};
        boolean[] ended = {true, true};

        assertMessage(
                "durations[1] must not be negative: -7", () -> accumulator.addAll(groups, new int[] {1, -7}, ended));
        assertMessage(
                "durations[1] must be finite and not negative: -0.5",
                () -> accumulator.addAll(groups, new double[] {1, -0.5}, ended));
        assertMessage(
                "durations[0] must be finite and not negative: NaN",
                () -> accumulator.addAll(groups, new double[] {Double.NaN, 1}, ended));
        assertMessage(
                "durations[0] must be finite and not negative: Infinity",
                () -> accumulator.addAll(groups, new double[] {Double.POSITIVE_INFINITY, 1}, ended));
        assertMessage("groups[1] must be in [0, 3): 3", () -> accumulator.addAll(new int[] {2, 3}, new int[2], ended));
        assertMessage(
                "groups[0] must be in [0, 3): -1", () -> accumulator.addAll(new int[] {-1, 0}, new double[2], ended));
        assertMessage(
                "groups[0] must be in [0, 3): -2147483648",
                () -> accumulator.addAll(new int[] {Integer.MIN_VALUE, 0}, new double[2], ended));
        assertMessage(
                "groups must have as many rows as durations, 3: 2",
                () -> accumulator.addAll(groups, new int[3], new boolean[3]));
        assertMessage(
                "ended must have as many rows as durations, 2: 3",
                () -> accumulator.addAll(groups, new double[2], new boolean[3]));
        assertMessage("group must be in [0, 3): 3", () -> accumulator.add(3, 1, true));
        assertMessage("group must be in [0, 3): -1", () -> accumulator.add(-1, 1.5, true));
        assertMessage("duration must be finite and not negative: -1.0", () -> accumulator.add(0, -1, true));
        assertMessage("duration must be finite and not negative: -1.5", () -> accumulator.add(0, -1.5, true));
        assertMessage(
                "group must be one of [retail, travel, games]: food",
                () -> accumulator.add("food", Observation.ended(1)));
        assertEquals(KAPLAN_MEIER.accumulator(SEGMENTS).result(), accumulator.result());
    }

    @Test
    void addAll_ofOneGroupOutOfRange_saysWhichAndAddsNothing() {
        SurvivalAccumulator accumulator = KAPLAN_MEIER.accumulator();
        boolean[] ended = {true, true};

        assertMessage("durations[0] must not be negative: -1", () -> accumulator.addAll(new int[] {-1, 1}, ended));
        assertMessage(
                "durations[1] must be finite and not negative: -1.0",
                () -> accumulator.addAll(new double[] {1, -1}, ended));
        assertMessage("ended must have as many rows as durations, 1: 2", () -> accumulator.addAll(new int[1], ended));
        assertMessage(
                "ended must have as many rows as durations, 1: 2", () -> accumulator.addAll(new double[1], ended));
        assertMessage(
                "entries must have as many rows as durations, 2: 1",
                () -> accumulator.addAll(new double[1], new double[2], ended));
        assertMessage(
                "ended must have as many rows as durations, 1: 2",
                () -> accumulator.addAll(new double[1], new double[1], ended));
        assertMessage(
                "entries[1] must be finite and not negative: -2.0",
                () -> accumulator.addAll(new double[] {0, -2}, new double[] {1, 1}, ended));
        assertMessage(
                "durations[0] must be finite and not negative: NaN",
                () -> accumulator.addAll(new double[2], new double[] {Double.NaN, 1}, ended));
        assertMessage(
                "entries[1] must be before the duration 3.0: 3.0",
                () -> accumulator.addAll(new double[] {0, 3}, new double[] {0, 3}, ended));
        assertEquals(0, accumulator.result().observations());
    }

    @Test
    void merge_anotherOne_isRefused() {
        GroupedSurvivalAccumulator accumulator = KAPLAN_MEIER.accumulator(SEGMENTS);

        assertMessage(
                "groups must be [retail, travel, games]: [retail]",
                () -> accumulator.merge(KAPLAN_MEIER.accumulator(List.of("retail"))));
        assertMessage(
                "unit must be Days: Weeks",
                () -> accumulator.merge(KAPLAN_MEIER.with(ChronoUnit.WEEKS).accumulator(SEGMENTS)));
    }

    @Test
    void groups_twoOfOneName_areRefused() {
        assertMessage("groups must be distinct: [a, b, a]", () -> KAPLAN_MEIER.accumulator(List.of("a", "b", "a")));
        assertMessage(
                "group must be one of [a]: b",
                () -> KAPLAN_MEIER.accumulator(List.of("a")).result().of("b"));
    }

    @Test
    void null_isNamed() {
        GroupedSurvivalAccumulator accumulator = KAPLAN_MEIER.accumulator(SEGMENTS);
        boolean[] ended = {};

        assertNull("groups", () -> KAPLAN_MEIER.accumulator(null));
        assertNull("groups", () -> KAPLAN_MEIER.of((Map<String, List<Observation>>) null));
        assertNull("group", () -> accumulator.add(null, Observation.ended(1)));
        assertNull("group", () -> accumulator.result().of(null));
        assertNull("other", () -> accumulator.merge(null));
        assertNull("groups", () -> accumulator.addAll(null, new int[0], ended));
        assertNull("durations", () -> accumulator.addAll(new int[0], (int[]) null, ended));
        assertNull("durations", () -> accumulator.addAll(new int[0], (double[]) null, ended));
        assertNull("ended", () -> accumulator.addAll(new int[0], new int[0], null));
        assertNull("ended", () -> accumulator.addAll(new int[0], new double[0], null));
        SurvivalAccumulator one = KAPLAN_MEIER.accumulator();
        assertNull("durations", () -> one.addAll((int[]) null, ended));
        assertNull("durations", () -> one.addAll((double[]) null, ended));
        assertNull("entries", () -> one.addAll(null, new double[0], ended));
        assertNull("ended", () -> one.addAll(new int[0], null));
        assertNull("ended", () -> one.addAll(new double[0], null));
        assertNull("ended", () -> one.addAll(new double[0], new double[0], null));
    }

    private static SurvivalCurve curve(List<Observation> observations) {
        return KAPLAN_MEIER.of(observations);
    }

    private static Observation observation(double entry, double duration, boolean ended) {
        return new Observation(entry, duration, ended, 1, 1);
    }

    private static boolean[] ended(int... rows) {
        boolean[] ended = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            ended[i] = (rows[i] + i) % 3 > 0;
        }
        return ended;
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
