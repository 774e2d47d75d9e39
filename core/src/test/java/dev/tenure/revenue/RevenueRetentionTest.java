package dev.tenure.revenue;

import static dev.tenure.revenue.Books.USD;
import static dev.tenure.revenue.Books.assertMessage;
import static dev.tenure.revenue.Books.copy;
import static dev.tenure.revenue.Books.end;
import static dev.tenure.revenue.Books.exact;
import static dev.tenure.revenue.Books.monthly;
import static dev.tenure.revenue.Books.ratio;
import static dev.tenure.revenue.Books.resource;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableMap;
import dev.tenure.contract.Contract;
import dev.tenure.contract.DateSpan;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.money.Ratio;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RevenueRetentionTest {

    private static final RevenueRetention DEFAULTS = RevenueRetention.withDefaults();
    private static final ImmutableMap<String, RevenueRetentionPolicy> PRESETS = ImmutableMap.of(
            "STANDARD", RevenueRetentionPolicy.STANDARD,
            "CHARTMOGUL", RevenueRetentionPolicy.CHARTMOGUL,
            "BAREMETRICS", RevenueRetentionPolicy.BAREMETRICS,
            "NETSUITE", RevenueRetentionPolicy.NETSUITE);
    private static final ImmutableMap<String, Function<RevenueRetentionResult, Outcome<Double>>> FIGURES =
            ImmutableMap.of(
                    "net", RevenueRetentionResult::net,
                    "gross", RevenueRetentionResult::gross,
                    "grossChurn", RevenueRetentionResult::grossChurn,
                    "netChurn", RevenueRetentionResult::netChurn);

    // golden

    @TestFactory
    Stream<DynamicTest> retentionIsWhatTheSourceSays() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode node : resource("retention-by-movements.json").get("cases")) {
            tests.add(DynamicTest.dynamicTest(node.get("source").asText(), () -> assertRetention(node)));
        }
        return tests.stream();
    }

    private static void assertRetention(JsonNode node) {
        JsonNode given = node.get("given");
        Map<MovementType, Long> movements = new EnumMap<>(MovementType.class);
        given.properties().forEach(field -> {
            if (!field.getKey().equals("start")) {
                MovementType type = MovementType.valueOf(field.getKey().toUpperCase(Locale.ROOT));
                boolean loss = type == MovementType.CHURN || type == MovementType.CONTRACTION;
                movements.put(type, (loss ? -1 : 1) * field.getValue().asLong());
            }
        });
        RevenueRetentionResult result = DEFAULTS.with(
                        PRESETS.get(node.get("policy").asText()))
                .of(movements(given.get("start").asLong(), movements));
        node.get("expected")
                .properties()
                .forEach(field -> assertEquals(
                        ratio(field.getValue().asText()),
                        FIGURES.get(field.getKey()).apply(result).orElseThrow(),
                        1e-15));
    }

    @Test
    void snapshots_asTheQueriesOfFightChurnGiveThem() {
        // carl24k/fight-churn, listings 2.1 to 2.5: 120 of 100, 40 of 50, nothing of 25, and a new client
        RevenueRetentionAccumulator accumulator = DEFAULTS.accumulator(USD);
        accumulator.add(1, 100, 120);
        accumulator.add(2, 50, 40);
        accumulator.add(3, 25, 0);
        accumulator.add(4, 0, 90);
        RevenueRetentionResult result = accumulator.result();

        assertEquals(32.0 / 35, result.net().orElseThrow(), 1e-15);
        assertEquals(0.2, result.grossChurn().orElseThrow(), 1e-15);
        assertEquals(0.8, result.gross().orElseThrow(), 1e-15);
    }

    @Test
    void cohorts_areWeightedByWhatTheyBeganWith() {
        // GP Bullhound, The CFO Handbook: three cohorts keep 75, 72 and 75 % in month 13, together 74 %
        RevenueRetentionAccumulator accumulator = DEFAULTS.accumulator(USD);
        accumulator.add(1, exact("54701"), exact("54701").multipliedBy(75, 100));
        accumulator.add(2, exact("44136"), exact("44136").multipliedBy(72, 100));
        accumulator.add(3, exact("55887"), exact("55887").multipliedBy(75, 100));

        assertEquals(2_867_973.0 / 3_868_100, accumulator.result().net().orElseThrow(), 1e-15);
    }

    // laws

    @Property
    void netRetentionOfConsecutiveTimesMultiplies_ifWhoIsGoneStaysGone(
            @ForAll @Size(max = 15) List<@IntRange(max = 999) Integer> clients) {
        RevenueRetentionAccumulator first = RevenueRetention.withDefaults().accumulator(USD);
        RevenueRetentionAccumulator second = RevenueRetention.withDefaults().accumulator(USD);
        RevenueRetentionAccumulator whole = RevenueRetention.withDefaults().accumulator(USD);
        for (int i = 0; i < clients.size(); i++) {
            int opening = 1 + clients.get(i);
            int middle = clients.get(i) % 4 * 50;
            int closing = middle == 0 ? 0 : clients.get(i) % 3 * 70;
            first.add(i, opening, middle);
            second.add(i, middle, closing);
            whole.add(i, opening, closing);
        }
        Outcome<Ratio> product = first.result()
                .exactNet()
                .flatMap(one -> second.result().exactNet().map(one::multipliedBy));

        if (product.isDefined()) {
            assertEquals(whole.result().exactNet(), product);
        }
    }

    @Property
    void netRetentionIsNeverBelowGrossAndGrossIsAShare(
            @ForAll List<@IntRange(max = 100) Integer> before, @ForAll List<@IntRange(max = 100) Integer> after) {
        RevenueRetentionResult result = snapshots(before, after).result();

        if (result.gross().isDefined()) {
            double gross = result.gross().orElseThrow();
            assertTrue(gross >= 0 && gross <= 1);
            assertTrue(result.net().orElseThrow() >= gross);
        }
    }

    @Property
    void whatIsRetainedAndWhatIsLostAreTheWhole(
            @ForAll List<@IntRange(max = 100) Integer> before, @ForAll List<@IntRange(max = 100) Integer> after) {
        RevenueRetentionResult result = snapshots(before, after).result();

        if (result.gross().isDefined()) {
            assertEquals(1, result.gross().orElseThrow() + result.grossChurn().orElseThrow(), 1e-12);
            assertEquals(1, result.net().orElseThrow() + result.netChurn().orElseThrow(), 1e-12);
        }
    }

    @Property
    void nettedMovementsGiveTheFiguresOfTheSnapshots(
            @ForAll List<@IntRange(max = 100) Integer> before, @ForAll List<@IntRange(max = 100) Integer> after) {
        RevenueMovementsAccumulator movements =
                RevenueMovements.withDefaults(USD).accumulator();
        for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
            movements.addOpening(i, before.get(i));
            movements.addClosing(i, after.get(i));
        }

        assertEquals(snapshots(before, after).result(), DEFAULTS.of(movements.result()));
    }

    @Property
    void theOrderOfRowsAndOfMergingChangesNothing(
            @ForAll List<@IntRange(max = 9) Integer> rows, @ForAll @IntRange(max = 10) int cut, @ForAll Random random)
            throws IOException, ClassNotFoundException {
        List<Integer> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        int middle = Math.min(cut, shuffled.size());

        assertEquals(
                rows(rows).result(),
                copy(rows(shuffled.subList(0, middle)))
                        .merge(rows(shuffled.subList(middle, shuffled.size())))
                        .result());
    }

    private static RevenueRetentionAccumulator rows(List<Integer> rows) {
        RevenueRetentionAccumulator accumulator = DEFAULTS.accumulator(USD);
        for (int row : rows) {
            accumulator.add(row % 4, 10L * row, row % 4 == 3 ? 0 : 7L * row);
            accumulator.add(row % 3, exact(row, 7), exact("0"));
            if (row == 7) {
                accumulator.addPaused(row % 4);
            }
        }
        return accumulator;
    }

    private static RevenueRetentionAccumulator snapshots(List<Integer> before, List<Integer> after) {
        RevenueRetentionAccumulator accumulator = DEFAULTS.accumulator(USD);
        for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
            accumulator.add(i, before.get(i), after.get(i));
        }
        return accumulator;
    }

    // edges

    @Test
    void of_nothingAtTheStart_isUndefined() {
        RevenueRetentionResult result = DEFAULTS.accumulator(USD).result();
        Outcome<Double> expected = Outcome.undefined(Reason.NO_DATA, "no revenue at the start");

        FIGURES.values().forEach(figure -> assertEquals(expected, figure.apply(result)));
    }

    @Test
    void of_everythingLost_isZeroAndNoLessOfIt() {
        RevenueRetentionAccumulator accumulator = DEFAULTS.accumulator(USD);
        accumulator.add(1, 100, 0);

        assertEquals(Outcome.of(0.0), accumulator.result().gross());
        assertEquals(Outcome.of(0.0), accumulator.result().net());
        assertEquals(Outcome.of(1.0), accumulator.result().grossChurn());
    }

    @Test
    void of_movements_rulesDecideWhatCounts() {
        RevenueMovementsResult movements = movements(
                100,
                Map.of(
                        MovementType.NEW, 50L,
                        MovementType.FX, 9L,
                        MovementType.INDEXATION, 4L,
                        MovementType.PAUSE, -20L,
                        MovementType.RESUME, 6L,
                        MovementType.REACTIVATION, 3L,
                        MovementType.CHURN, -10L,
                        MovementType.CONTRACTION, -5L,
                        MovementType.EXPANSION, 2L));
        RevenueRetentionPolicy standard = RevenueRetentionPolicy.STANDARD;

        assertFigures(65.0 / 80, 71.0 / 80, 9.0 / 80, movements, standard);
        assertFigures(
                65.0 / 80, 67.0 / 80, 13.0 / 80, movements, standard.with(RevenueRetentionPolicy.Indexations.LEFT_OUT));
        assertFigures(0.65, 0.71, 0.29, movements, standard.with(RevenueRetentionPolicy.Pauses.AS_LOSS));
        assertFigures(0.65, 0.71, 0.20, movements, RevenueRetentionPolicy.CHARTMOGUL);
        assertFigures(0.65, 0.80, 0.20, movements, RevenueRetentionPolicy.NETSUITE);
        assertFigures(0.65, 0.76, 0.24, movements, RevenueRetentionPolicy.BAREMETRICS);
        assertFigures(
                65.0 / 80,
                74.0 / 80,
                6.0 / 80,
                movements,
                standard.with(RevenueRetentionPolicy.Reactivations.EVERYWHERE));
        assertFigures(
                65.0 / 80,
                76.0 / 80,
                4.0 / 80,
                movements,
                standard.with(RevenueRetentionPolicy.Contractions.LEFT_OUT_OF_NET));
    }

    private static void assertFigures(
            double gross,
            double net,
            double netChurn,
            RevenueMovementsResult movements,
            RevenueRetentionPolicy policy) {
        RevenueRetentionResult result = DEFAULTS.with(policy).of(movements);

        assertEquals(gross, result.gross().orElseThrow(), 1e-15);
        assertEquals(net, result.net().orElseThrow(), 1e-15);
        assertEquals(netChurn, result.netChurn().orElseThrow(), 1e-15);
    }

    @Test
    void of_contracts_comparesTwoDays() {
        List<Contract> book = List.of(
                monthly("stays", "2024-01-01", "100").build(),
                monthly("grows", "2024-01-01", "100").build(),
                monthly("grows", "2024-06-01", "30").build(),
                monthly("leaves", "2024-01-01", "50").end(end("2024-09-01")).build(),
                monthly("rests", "2024-01-01", "70")
                        .addPause(DateSpan.from(LocalDate.of(2024, 12, 1)))
                        .build(),
                monthly("comes", "2024-06-01", "500").build());
        LocalDate opening = LocalDate.of(2024, 1, 31);
        LocalDate closing = LocalDate.of(2025, 1, 31);
        MonthlyRecurringRevenue mrr = MonthlyRecurringRevenue.withDefaults(USD);
        RevenueRetentionResult censored = DEFAULTS.of(book, opening, closing, mrr);
        RevenueRetentionResult lost =
                DEFAULTS.with(RevenueRetentionPolicy.CHARTMOGUL).of(book, opening, closing, mrr);

        assertEquals(exact("250"), censored.base());
        assertEquals(0.8, censored.gross().orElseThrow(), 1e-15);
        assertEquals(0.92, censored.net().orElseThrow(), 1e-15);
        assertEquals(exact("320"), lost.base());
        assertEquals(200.0 / 320, lost.gross().orElseThrow(), 1e-15);
    }

    @Test
    void of_contracts_oneOfTwoThatRests_isNotObservedAndTheOtherIs() {
        List<Contract> book = List.of(
                monthly("rests", "2024-01-01", "100")
                        .addPause(DateSpan.from(LocalDate.of(2024, 12, 1)))
                        .build(),
                monthly("rests", "2024-01-02", "50").build(),
                monthly("goes on", "2024-01-01", "100")
                        .addPause(DateSpan.of(LocalDate.of(2024, 1, 15), LocalDate.of(2024, 3, 1)))
                        .build(),
                monthly("goes on", "2024-01-02", "40").end(end("2024-09-01")).build());
        LocalDate opening = LocalDate.of(2024, 1, 31);
        LocalDate closing = LocalDate.of(2025, 1, 31);
        MonthlyRecurringRevenue mrr = MonthlyRecurringRevenue.withDefaults(USD);
        RevenueRetentionResult snapshots = DEFAULTS.of(book, opening, closing, mrr);
        RevenueRetentionResult movements =
                DEFAULTS.of(RevenueMovements.withDefaults(USD).of(book, opening, closing));
        RevenueRetentionResult lost =
                DEFAULTS.with(RevenueRetentionPolicy.CHARTMOGUL).of(book, opening, closing, mrr);

        for (RevenueRetentionResult censored : List.of(snapshots, movements)) {
            assertEquals(exact("90"), censored.base());
            assertEquals(50.0 / 90, censored.gross().orElseThrow(), 1e-15);
            assertEquals(50.0 / 90, censored.net().orElseThrow(), 1e-15);
        }
        assertEquals(exact("190"), lost.base());
        assertEquals(90.0 / 190, lost.gross().orElseThrow(), 1e-15);
    }

    @Test
    void accumulator_rests_countAsThePolicySays_alsoIfAnotherPartTellsThem() {
        RevenueRetentionResult censored = oneOfThreeRests(RevenueRetentionPolicy.STANDARD);
        RevenueRetentionResult lost = oneOfThreeRests(RevenueRetentionPolicy.CHARTMOGUL);

        assertEquals(exact("200"), censored.base());
        assertEquals(50.0 / 200, censored.gross().orElseThrow(), 1e-15);
        assertEquals(exact("300"), lost.base());
        assertEquals(50.0 / 300, lost.gross().orElseThrow(), 1e-15);
    }

    private static RevenueRetentionResult oneOfThreeRests(RevenueRetentionPolicy policy) {
        RevenueRetentionAccumulator amounts = DEFAULTS.with(policy).accumulator(USD);
        amounts.add(1, exact("100"), exact("0"));
        amounts.add(2, exact("100"), exact("0"));
        amounts.add(3, exact("100"), exact("50"));
        RevenueRetentionAccumulator rests = DEFAULTS.with(policy).accumulator(USD);
        // one of its contracts rests, and others go on
        rests.addPaused(3);
        rests.addPaused(2);
        return amounts.merge(rests).result();
    }

    // messages

    @Test
    void badArgument_saysWhich() {
        RevenueRetentionAccumulator accumulator = DEFAULTS.accumulator(USD);
        assertMessage("openingMinorUnits must not be negative: -1", () -> accumulator.add(1, -1, 0));
        assertMessage("closingMinorUnits must not be negative: -1", () -> accumulator.add(1, 0, -1));
        assertMessage("opening must not be negative: USD -1", () -> accumulator.add(1, exact("-1"), exact("0")));
        assertMessage("closing must not be negative: USD -1", () -> accumulator.add(1, exact("0"), exact("-1")));
        assertMessage(
                "other must have the policy and currency of this accumulator: EUR",
                () -> accumulator.merge(DEFAULTS.accumulator(CurrencyUnit.EUR)));
        assertMessage(
                "other must have the policy and currency of this accumulator: USD",
                () -> accumulator.merge(
                        DEFAULTS.with(RevenueRetentionPolicy.NETSUITE).accumulator(USD)));
    }

    @Test
    void explain_showsInputsRulesAndFigures() {
        assertEquals(
                """
                net revenue retention = 107.00%   \
                [(base + expanded - contracted - lost) / base, by policy also + returned or without contracted; \
                base = USD 1.00, expanded = USD 0.15, contracted = USD 0.03, lost = USD 0.05, returned = USD 0.00, \
                reactivations = NOWHERE, contractions = COUNTED, indexations = AS_EXPANSION, pauses = CENSORED]
                  gross revenue retention = 92.00%   [(base - contracted - lost) / base]
                  gross revenue churn = 8.00%   [(contracted + lost) / base]
                  net revenue churn = -7.00%   \
                [(contracted + lost - expanded) / base, by policy also - returned or without contracted]
                """,
                DEFAULTS.of(movements(
                                100,
                                Map.of(
                                        MovementType.EXPANSION,
                                        15L,
                                        MovementType.CONTRACTION,
                                        -3L,
                                        MovementType.CHURN,
                                        -5L)))
                        .explain()
                        .toText());
    }

    private static RevenueMovementsResult movements(long start, Map<MovementType, Long> amounts) {
        RevenueMovementsAccumulator accumulator =
                RevenueMovements.withDefaults(USD).accumulator();
        accumulator.addOpening(1, start);
        accumulator.addClosing(
                1, start + amounts.values().stream().mapToLong(amount -> amount).sum());
        amounts.forEach((type, amount) -> accumulator.add(1, type, amount));
        return accumulator.result();
    }
}
