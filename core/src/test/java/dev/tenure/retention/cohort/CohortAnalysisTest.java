package dev.tenure.retention.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenure.calendar.Granularity;
import dev.tenure.calendar.ReportingCalendar;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import dev.tenure.retention.ClientPresence;
import dev.tenure.retention.ClientSpell;
import dev.tenure.retention.PresenceAccumulator;
import dev.tenure.retention.Spells;
import dev.tenure.retention.Spells.Spell;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Proportion;
import dev.tenure.stat.ProportionInterval;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class CohortAnalysisTest {

    private static final LocalDate JANUARY = LocalDate.of(2025, 1, 1);
    private static final LocalDate LATER = LocalDate.of(2025, 12, 31);
    private static final CohortAnalysis COHORTS = CohortAnalysis.withDefaults();
    private static final CurrencyUnit RUB = CurrencyUnit.of("RUB");

    // golden

    @Test
    void of_publishedInvoices_givesThePublishedCells() throws IOException {
        JsonNode golden = golden("cohort-small.json");
        List<ClientActivity> rows = new ArrayList<>();
        golden.get("rows")
                .forEach(row -> rows.add(ClientActivity.of(
                        row.get(0).asLong(),
                        LocalDate.parse(row.get(1).asText()),
                        row.get(2).asLong())));
        LocalDate asOf = LocalDate.of(2025, 3, 31);

        assertEquals(
                cells(golden.get("MONTH")),
                cells(COHORTS.with(CohortPolicy.MONTHLY).of(rows, asOf)));
        assertEquals(
                cells(golden.get("QUARTER")),
                cells(COHORTS.with(CohortPolicy.QUARTERLY).of(rows, asOf)));
    }

    /**
     * Three cohorts that began with 54 701, 44 136 and 55 887 and kept 75, 72 and 75 %: published as 74 %. Source: GP Bullhound,
     * <i>The CFO Handbook</i>, retention by cohort, month 13; exact.
     */
    @Test
    void average_publishedCohorts_isWeightedByWhatTheyBeganWith() {
        long[] initial = {54_701, 44_136, 55_887};
        long[] percent = {75, 72, 75};
        CohortAccumulator accumulator = COHORTS.accumulator(LocalDate.of(2026, 3, 31));
        for (int i = 0; i < initial.length; i++) {
            LocalDate start = JANUARY.plusMonths(i);
            accumulator.add(ClientActivity.of(i, start, 100 * initial[i]));
            accumulator.add(ClientActivity.of(i, start.plusMonths(12), percent[i] * initial[i]));
        }

        CohortAverage average = accumulator.result().average(12);

        assertEquals("2867973/3868100", average.revenueShare().orElseThrow().toString());
        assertEquals(3, average.cells().size());
        assertEquals(Outcome.of(Proportion.of(3, 3)), average.proportion());
    }

    // laws

    @Property(tries = 300)
    void cellsAreThoseOfCountingByHand(
            @ForAll("activity") List<ClientActivity> activity,
            @ForAll @IntRange(min = -100, max = 900) int asOf,
            @ForAll CohortReactivation reactivation,
            @ForAll @IntRange(min = 1, max = 4) int idlePeriods,
            @ForAll Granularity granularity) {
        CohortPolicy policy = CohortPolicy.of(ReportingCalendar.of(granularity).withFiscalYearStart(Month.APRIL))
                .withReactivation(reactivation)
                .withIdlePeriods(idlePeriods);
        LocalDate day = JANUARY.plusDays(asOf);

        CohortTable table = COHORTS.with(policy).of(activity, day);

        assertEquals(byHand(activity, policy, day), cells(table));
        for (Cohort cohort : table.cohorts()) {
            assertEquals(cohort.cells().get(0).clients(), cohort.size());
            assertEquals(
                    policy.calendar().periodOf(day),
                    cohort.cells().get(cohort.cells().size() - 1).period().orElseThrow());
        }
    }

    @Property(tries = 200)
    void mergingChangesNothingHoweverTheRowsOfAClientAreSpread(
            @ForAll("activity") List<ClientActivity> activity,
            @ForAll CohortReactivation reactivation,
            @ForAll Random random)
            throws IOException, ClassNotFoundException {
        CohortAnalysis cohorts = COHORTS.with(CohortPolicy.QUARTERLY.withReactivation(reactivation));
        List<CohortAccumulator> parts = IntStream.range(0, 3)
                .mapToObj(part -> cohorts.accumulator(LATER))
                .toList();
        activity.forEach(row -> parts.get(random.nextInt(3)).add(row));
        CohortTable whole = cohorts.of(activity, LATER);

        assertEquals(
                whole,
                cohorts.accumulator(LATER)
                        .merge(parts.get(2))
                        .merge(copy(parts.get(1)))
                        .merge(parts.get(0))
                        .result());
        assertEquals(whole, parts.get(0).merge(parts.get(1).merge(parts.get(2))).result());
    }

    @Property(tries = 200)
    void orderAndNamesOfClientsChangeNothing(@ForAll("activity") List<ClientActivity> activity, @ForAll Random random) {
        List<ClientActivity> others = new ArrayList<>();
        for (ClientActivity row : activity) {
            // renamed by an odd factor, so that no two clients become one
            others.add(ClientActivity.of(row.client() * 0x9E3779B97F4A7C15L, row.day(), row.minorUnits()));
        }
        Collections.shuffle(others, random);

        assertEquals(COHORTS.of(activity, LATER), COHORTS.of(others, LATER));
    }

    @Property(tries = 100)
    void blocksOfClientsChangeNothing(
            @ForAll("activity") List<ClientActivity> activity,
            @ForAll CohortReactivation reactivation,
            @ForAll @IntRange(min = 1, max = 9) int size) {
        CohortPolicy policy = CohortPolicy.MONTHLY.withReactivation(reactivation);
        CohortQuestion question = question(policy, RevenueDetail.SUMS);
        ActivityRows rows = rows(activity);
        CohortGrid grid = CohortGrid.of(policy.calendar(), (int) JANUARY.toEpochDay(), LATER);
        CohortCountsTable bitmaps = new CohortCountsTable(RevenueDetail.SUMS);
        CohortCountsTable lines = new CohortCountsTable(RevenueDetail.SUMS);

        BitmapCounting.count(policy, grid, rows, bitmaps, size);
        ActivityLines.count(grid, rows, new LineCounting(question, grid, lines), size);

        CohortTable whole = COHORTS.with(policy).of(activity, LATER);
        assertEquals(whole, CohortResults.table(question, bitmaps));
        assertEquals(whole, CohortResults.table(question, lines));
    }

    @Property(tries = 200)
    void theMoneyOfTheTableIsTheMoneyOfTheRows(@ForAll("activity") List<ClientActivity> activity) {
        assertEquals(
                activity.stream()
                        .filter(row -> !row.day().isAfter(LATER))
                        .mapToLong(ClientActivity::minorUnits)
                        .sum(),
                COHORTS.of(activity, LATER).cohorts().stream()
                        .flatMap(cohort -> cohort.cells().stream())
                        .mapToLong(CohortCell::minorUnits)
                        .sum());
    }

    @Property(tries = 200)
    void spellsAreActivityOnEachOfTheirDays(@ForAll("spells") List<Spell> spells) {
        LocalDate asOf = Spells.day(50);
        CohortPolicy policy = CohortPolicy.of(ReportingCalendar.of(Granularity.WEEK));
        List<ClientActivity> days = new ArrayList<>();
        for (Spell spell : spells) {
            for (int day = spell.from(); day < spell.to(); day++) {
                days.add(ClientActivity.of(spell.client(), Spells.day(day), 0));
            }
            LocalDate start = Spells.day(spell.from());
            if (Spells.isVisit(spells, spell.client(), (int) start.toEpochDay())) {
                days.add(ClientActivity.of(spell.client(), start, 0));
            }
        }

        assertEquals(
                COHORTS.with(policy).of(days, asOf), COHORTS.with(policy).of(Spells.presence(spells, List.of()), asOf));
    }

    @Property(tries = 200)
    void onTheLastDayThoseAreThereWhoArePresent(
            @ForAll("spells") List<Spell> spells, @ForAll("spells") List<Spell> pauses) {
        LocalDate asOf = Spells.day(50);
        ClientPresence presence = Spells.presence(spells, pauses);
        CohortTable table = COHORTS.with(
                        CohortPolicy.of(ReportingCalendar.of(Granularity.WEEK)).withPresence(CohortPresence.LAST_DAY))
                .of(presence, asOf);

        for (Cohort cohort : table.cohorts()) {
            LocalDate last = earlier(asOf, cohort.period().end().minusDays(1));
            long there = table.cohorts().stream()
                    .flatMap(row -> row.cells().stream())
                    .filter(cell -> cell.period().orElseThrow().equals(cohort.period()))
                    .mapToLong(cell -> cell.clients() + cell.undecided())
                    .sum();
            assertEquals(presence.presentOn(last), there);
        }
    }

    // edges

    @Test
    void of_nothing_isEmpty() {
        CohortTable table = COHORTS.of(List.of(), LATER);

        assertEquals(List.of(), table.cohorts());
        assertEquals(List.of(), COHORTS.of(ClientPresence.of(List.of()), LATER).cohorts());
        assertEquals(
                Outcome.<Double>undefined(Reason.BEYOND_OBSERVATION, "no cohort is observed for 0"),
                table.average(0).clientShare());
        assertFalse(table.average(0).revenueShare().isDefined());
        assertFalse(table.average(0).interval().isDefined());
    }

    @Test
    void of_periodThatIsNotOver_hasCountsButNoShares() {
        List<ClientActivity> rows =
                List.of(ClientActivity.of(1, JANUARY, 500), ClientActivity.of(1, JANUARY.plusDays(31), 300));

        CohortCell open = COHORTS.of(rows, LocalDate.of(2025, 2, 27))
                .cohorts()
                .get(0)
                .cells()
                .get(1);
        CohortCell over = COHORTS.of(rows, LocalDate.of(2025, 2, 28))
                .cohorts()
                .get(0)
                .cells()
                .get(1);

        assertFalse(open.isComplete());
        assertEquals(1, open.clients());
        assertEquals(ExactMoney.ofMinor(RUB, 300), open.revenue(RUB));
        assertEquals(Outcome.<Double>undefined(Reason.BEYOND_OBSERVATION, "2025-02 is not over"), open.clientShare());
        assertFalse(open.revenueShare().isDefined());
        assertFalse(open.interval().isDefined());
        assertTrue(over.isComplete());
        assertEquals(Outcome.of(1.0), over.clientShare());
        assertEquals(Outcome.of(Ratio.of(3, 5)), over.revenueShare());
    }

    @Test
    void average_ofAges_leavesOutWhatIsNotComplete() {
        List<ClientActivity> rows = List.of(
                ClientActivity.of(1, JANUARY, 0),
                ClientActivity.of(2, JANUARY, 0),
                ClientActivity.of(1, JANUARY.plusMonths(1), 0),
                ClientActivity.of(3, JANUARY.plusMonths(1), 0),
                ClientActivity.of(3, JANUARY.plusMonths(2), 0));
        CohortTable table = COHORTS.of(rows, LocalDate.of(2025, 3, 15));

        assertEquals(Outcome.of(Proportion.of(3, 3)), table.average(0).proportion());
        assertEquals(Outcome.of(Proportion.of(1, 2)), table.average(1).proportion());
        assertEquals(Outcome.of(0.5), table.average(1).clientShare());
        assertFalse(table.average(2).proportion().isDefined());
        assertFalse(table.average(3).proportion().isDefined());
    }

    @Test
    void revenueShare_firstPeriodWithoutRevenue_isUndefined() {
        CohortCell zero = COHORTS.of(List.of(ClientActivity.of(1, JANUARY, 0)), LATER)
                .cohorts()
                .get(0)
                .cells()
                .get(0);
        CohortCell negative = COHORTS.of(List.of(ClientActivity.of(1, JANUARY, -1)), LATER)
                .cohorts()
                .get(0)
                .cells()
                .get(0);

        assertEquals(Outcome.<Ratio>undefined(Reason.NO_DATA, "no revenue in the first period"), zero.revenueShare());
        assertEquals(
                Outcome.<Ratio>undefined(Reason.NOT_APPLICABLE, "the revenue of the first period is negative"),
                negative.revenueShare());
    }

    @Test
    void of_censoredPauses_areInNeitherNumber() {
        PresenceAccumulator accumulator = ClientPresence.accumulator();
        int january = (int) JANUARY.toEpochDay();
        accumulator.addOngoing(1, january);
        accumulator.addOngoing(2, january);
        accumulator.addPause(2, january + 40, january + 100);
        ClientPresence presence = accumulator.result();

        List<CohortCell> cells = COHORTS.of(presence, LATER).cohorts().get(0).cells();
        assertEquals(Outcome.of(Proportion.of(2, 2)), cells.get(1).proportion());
        assertEquals(1, cells.get(2).undecided());
        assertEquals(Outcome.of(Proportion.of(1, 1)), cells.get(2).proportion());
        assertEquals(Outcome.of(Proportion.of(2, 2)), cells.get(3).proportion());
        List<CohortCell> lastDay = COHORTS.with(CohortPolicy.BAREMETRICS)
                .of(presence, LATER)
                .cohorts()
                .get(0)
                .cells();
        assertEquals(Outcome.of(Proportion.of(1, 1)), lastDay.get(1).proportion());
        assertEquals(Outcome.of(Proportion.of(2, 2)), lastDay.get(3).proportion());
    }

    @Test
    void of_leftInTheFirstPeriod_isMissingFromItOnlyOnTheLastDay() {
        ClientPresence presence = ClientPresence.of(
                List.of(ClientSpell.ongoing(1, JANUARY), ClientSpell.ended(2, JANUARY, JANUARY.plusDays(9))));

        assertEquals(Outcome.of(1.0), COHORTS.of(presence, LATER).average(0).clientShare());
        assertEquals(
                Outcome.of(0.5),
                COHORTS.with(CohortPolicy.BAREMETRICS)
                        .of(presence, LATER)
                        .average(0)
                        .clientShare());
    }

    @Test
    void of_clientWhoComesBack_isWhereThePolicySays() {
        List<ClientActivity> rows =
                List.of(ClientActivity.of(1, JANUARY, 7), ClientActivity.of(1, JANUARY.plusMonths(3), 5));

        assertEquals(
                Map.of("2025-01+0", List.of(1L, 7L), "2025-01+3", List.of(1L, 5L)), cells(COHORTS.of(rows, LATER)));
        assertEquals(
                Map.of("2025-01+0", List.of(1L, 7L), "2025-04+0", List.of(1L, 5L)),
                cells(COHORTS.with(CohortPolicy.APPHUD).of(rows, LATER)));
        assertEquals(
                cells(COHORTS.of(rows, LATER)),
                cells(COHORTS.with(CohortPolicy.APPHUD.withIdlePeriods(3)).of(rows, LATER)));
    }

    @Test
    void accumulator_manyRows_areAllCounted() {
        CohortAccumulator accumulator = COHORTS.accumulator(LATER);
        int january = (int) JANUARY.toEpochDay();
        int rows = 200_000;
        for (int row = 0; row < rows; row++) {
            accumulator.add(row * 1_000_003L, january + row % 59, 1);
        }

        CohortTable twice = accumulator.merge(accumulator).result();

        assertEquals(2, twice.cohorts().size());
        assertEquals(rows, twice.cohorts().stream().mapToLong(Cohort::size).sum());
        assertEquals(
                2L * rows,
                twice.cohorts().stream()
                        .mapToLong(cohort -> cohort.cells().get(0).minorUnits())
                        .sum());
    }

    @Test
    void with_options_areInTheResult() {
        CohortTable table = COHORTS.with(ProportionInterval.WILSON)
                .with(ConfidenceLevel.P90)
                .with(CohortPolicy.QUARTERLY)
                .of(List.of(ClientActivity.of(1, JANUARY, 0)), LATER);

        assertEquals(CohortPolicy.QUARTERLY, table.policy());
        assertEquals(ConfidenceLevel.P90, table.level());
        assertEquals(
                ConfidenceLevel.P90, table.average(0).interval().orElseThrow().level());
        assertEquals(
                ConfidenceLevel.P90,
                table.cohorts().get(0).cells().get(0).interval().orElseThrow().level());
        assertEquals(LATER, table.asOf());
    }

    @Test
    void collector_rows_areThoseOfTheList() {
        List<ClientActivity> rows = IntStream.range(0, 500)
                .mapToObj(i -> ClientActivity.of(i % 40, JANUARY.plusDays(i % 300), i))
                .toList();

        assertEquals(COHORTS.of(rows, LATER), rows.parallelStream().collect(COHORTS.collector(LATER)));
    }

    // messages

    @Test
    void badArguments_sayWhich() {
        assertMessage("idlePeriods must be positive: 0", () -> CohortPolicy.MONTHLY.withIdlePeriods(0));
        assertMessage(
                "periodsLater must not be negative: -1",
                () -> COHORTS.of(List.of(), LATER).average(-1));
        assertMessage(
                "asOf must be 2025-12-31: 2025-01-01",
                () -> COHORTS.accumulator(LATER).merge(COHORTS.accumulator(JANUARY)));
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> COHORTS.accumulator(LATER)
                                .merge(COHORTS.with(CohortPolicy.QUARTERLY).accumulator(LATER)))
                .getMessage()
                .startsWith("policy must be CohortPolicy["));
        assertMessage(
                "epochDay must be in [-719528, 2932896]: 2932897",
                () -> COHORTS.accumulator(LATER).add(1, 2_932_897, 0));
        assertMessage(
                "day must be in the years 0 to 9999: +10000-01-01",
                () -> COHORTS.of(List.of(), LocalDate.of(10_000, 1, 1)));
    }

    @Test
    void amountsBeyondRange_areAnError() {
        List<ClientActivity> rows =
                List.of(ClientActivity.of(1, JANUARY, Long.MAX_VALUE), ClientActivity.of(2, JANUARY, 1));

        assertThrows(ArithmeticException.class, () -> COHORTS.of(rows, LATER));
    }

    @Test
    void nulls_areNamed() {
        assertEquals(
                "calendar",
                assertThrows(NullPointerException.class, () -> CohortPolicy.of(null))
                        .getMessage());
        assertEquals(
                "day",
                assertThrows(NullPointerException.class, () -> ClientActivity.of(1, null, 0))
                        .getMessage());
        assertEquals(
                "cohorts",
                assertThrows(NullPointerException.class, () -> COHORTS.with((CohortPolicy) null))
                        .getMessage());
    }

    @Test
    void explain_showsCohortsCellsAndMeans() {
        List<ClientActivity> rows = List.of(ClientActivity.of(1, JANUARY, 500), ClientActivity.of(2, JANUARY, 500));
        CohortTable table = COHORTS.of(rows, LocalDate.of(2025, 1, 31));

        assertEquals("""
                cohorts by MONTH = 2   [clients of all cohorts; as of = 2025-01-31, followed by = CALENDAR_PERIODS, \
                who comes back is in = ORIGINAL_COHORT, idle periods = 1, there is there on = ANY_DAY]
                  cohort of 2025-01 = 2   [clients who came in the period]
                    clients of 2025-01 in 2025-01 = 100.00%   [there / (cohort - undecided); \
                there = 2, cohort = 2, undecided = 0]
                      confidence interval = 34.24% to 100.00%   [by method, at level; \
                method = WILSON, level = 95.00%]
                      revenue = 100.00%   [minor units / minor units of the first period; \
                minor units = 1000, minor units of the first period = 1000]
                """, table.explain().toText());
        assertEquals(
                "mean retention after 0 = 100.00%   [sum of there / sum of (cohort - undecided); cohorts = 1]",
                table.average(0).explain().toText().lines().findFirst().orElseThrow());
        assertEquals(6, table.average(0).explain().toText().lines().count());
    }

    @Provide
    Arbitrary<List<Spell>> spells() {
        return Spells.arbitrary();
    }

    @Provide
    Arbitrary<List<ClientActivity>> activity() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 9),
                        Arbitraries.integers().between(0, 800),
                        Arbitraries.longs().between(-50, 1000))
                .as((client, day, amount) -> ClientActivity.of(client, JANUARY.plusDays(day), amount))
                .list()
                .ofMaxSize(60);
    }

    static CohortQuestion question(CohortPolicy policy, RevenueDetail detail) {
        return new CohortQuestion(
                policy, LATER, CohortQuestion.ALWAYS, detail, ProportionInterval.WILSON, ConfidenceLevel.P95);
    }

    private static ActivityRows rows(List<ClientActivity> activity) {
        return ActivityBatch.rows(
                activity.stream().mapToLong(ClientActivity::client).toArray(),
                activity.stream().mapToInt(row -> (int) row.day().toEpochDay()).toArray(),
                activity.stream().mapToLong(ClientActivity::minorUnits).toArray());
    }

    private static JsonNode golden(String name) throws IOException {
        try (InputStream in = CohortAnalysisTest.class.getResourceAsStream(name)) {
            return new ObjectMapper().readTree(in);
        }
    }

    private static void assertMessage(String message, Executable action) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, action).getMessage());
    }

    private static LocalDate earlier(LocalDate first, LocalDate second) {
        return first.isBefore(second) ? first : second;
    }

    /** The cells that hold anything, by "cohort+age". */
    private static Map<String, List<Long>> cells(CohortTable table) {
        Map<String, List<Long>> cells = new TreeMap<>();
        for (Cohort cohort : table.cohorts()) {
            for (CohortCell cell : cohort.cells()) {
                if (cell.clients() > 0) {
                    cells.put(cohort.period() + "+" + cell.periodsLater(), List.of(cell.clients(), cell.minorUnits()));
                }
            }
        }
        return cells;
    }

    private static Map<String, List<Long>> cells(JsonNode golden) {
        Map<String, List<Long>> cells = new TreeMap<>();
        golden.forEach(cell -> cells.put(
                cell.get(0).asText() + "+" + cell.get(1).asInt(),
                List.of(cell.get(2).asLong(), cell.get(3).asLong())));
        return cells;
    }

    private static Map<String, List<Long>> byHand(List<ClientActivity> activity, CohortPolicy policy, LocalDate asOf) {
        Map<Long, Map<Long, Long>> amounts = new TreeMap<>();
        for (ClientActivity row : activity) {
            if (!row.day().isAfter(asOf)) {
                amounts.computeIfAbsent(row.client(), client -> new TreeMap<>())
                        .merge(policy.calendar().indexOf(row.day()), row.minorUnits(), Long::sum);
            }
        }
        Map<String, List<Long>> cells = new TreeMap<>();
        for (Map<Long, Long> client : amounts.values()) {
            long cohort = Long.MIN_VALUE;
            long last = Long.MIN_VALUE;
            for (long period : new TreeSet<>(client.keySet())) {
                boolean first = cohort == Long.MIN_VALUE;
                boolean back = policy.reactivation() != CohortReactivation.ORIGINAL_COHORT
                        && !first
                        && period - last - 1 >= policy.idlePeriods();
                if (back && policy.reactivation() == CohortReactivation.FIRST_SPELL_ONLY) {
                    break;
                }
                cohort = first || back ? period : cohort;
                last = period;
                String key = policy.calendar().period(cohort) + "+" + (period - cohort);
                List<Long> cell = cells.getOrDefault(key, List.of(0L, 0L));
                cells.put(key, List.of(cell.get(0) + 1, cell.get(1) + client.get(period)));
            }
        }
        return cells;
    }

    private static CohortAccumulator copy(CohortAccumulator accumulator) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(accumulator);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (CohortAccumulator) in.readObject();
        }
    }
}
