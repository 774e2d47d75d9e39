package dev.tenure.revenue;

import static dev.tenure.revenue.Books.USD;
import static dev.tenure.revenue.Books.assertMessage;
import static dev.tenure.revenue.Books.copy;
import static dev.tenure.revenue.Books.end;
import static dev.tenure.revenue.Books.exact;
import static dev.tenure.revenue.Books.monthly;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.contract.Contract;
import dev.tenure.contract.DateSpan;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import dev.tenure.stat.Proportion;
import dev.tenure.stat.ProportionInterval;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueWeightedRetentionTest {

    private static final ValueWeightedRetention DEFAULTS = ValueWeightedRetention.withDefaults();
    private static final LocalDate OPENING = LocalDate.of(2024, 3, 31);
    private static final LocalDate CLOSING = LocalDate.of(2025, 3, 31);

    // golden

    @Test
    void accountsOfTheBookOnChurn() {
        // C. S. Gold, Fighting Churn with Data, listings of chapter 2: 100 to 120, 50 to 40, 25 to 0, 0 to 90
        long[] keys = {1, 2, 3, 4};
        long[] opening = {100, 50, 25, 0};
        long[] closing = {120, 40, 0, 90};
        ValueWeightedRetentionAccumulator clients = DEFAULTS.accumulator(USD);
        clients.addAll(keys, opening, closing);
        ValueWeightedRetentionAccumulator revenue =
                DEFAULTS.with(KeptValue.REVENUE).accumulator(USD);
        revenue.addAll(keys, opening, closing);

        assertEquals(Outcome.of(Ratio.of(150, 175)), clients.result().exact());
        assertEquals(Outcome.of(Ratio.of(140, 175)), revenue.result().exact());
        assertEquals(Proportion.of(2, 3), clients.result().logo());
        // 175^2 / (100^2 + 50^2 + 25^2)
        assertEquals(30625 / 13125.0, clients.result().effectiveClients().orElseThrow(), 1e-12);
    }

    @Test
    void booksOfTwoDays_areComparedClientByClient() {
        Map<String, ExactMoney> opening = Map.of("a", exact("100"), "b", exact("50"), "c", exact("25"));
        Map<String, ExactMoney> closing = Map.of("a", exact("120"), "b", exact("40"), "d", exact("90"));

        assertEquals(
                Outcome.of(Ratio.of(150, 175)),
                DEFAULTS.of(opening, closing, USD).exact());
        assertEquals(
                Outcome.of(Ratio.of(140, 175)),
                DEFAULTS.with(KeptValue.REVENUE).of(opening, closing, USD).exact());
        assertEquals(Proportion.of(2, 3), DEFAULTS.of(opening, closing, USD).logo());
        assertEquals(
                Outcome.undefined(Reason.NO_DATA, "no revenue at the start"),
                DEFAULTS.of(Map.of(), closing, USD).exact());
        assertMessage(
                "opening must not be negative: USD -1", () -> DEFAULTS.of(Map.of("a", exact("-1")), closing, USD));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 50, 200})
    void theIntervalHoldsTheTruthAsOftenAsItSays(int clients) {
        for (double spread : new double[] {0.5, 1, 1.5}) {
            double coverage = RetentionCoverage.ofLibrary(600, clients, spread, 0.85, false);
            assertTrue(coverage > 0.91 && coverage < 0.995, "spread " + spread + ": " + coverage);
        }
    }

    // laws

    @Property
    void equalClientsGiveTheRetentionOfLogosAndItsInterval(
            @ForAll @IntRange(min = 1, max = 40) int clients, @ForAll @IntRange(max = 40) int gone) {
        ValueWeightedRetentionAccumulator accumulator = DEFAULTS.accumulator(USD);
        for (int i = 0; i < clients; i++) {
            accumulator.add(i, 700, i < gone ? 0 : 300);
        }
        ValueWeightedRetentionResult result = accumulator.result();
        Interval logo = result.logo()
                .interval(ProportionInterval.WILSON, ConfidenceLevel.P95)
                .orElseThrow();

        assertEquals(result.logo().value(), result.value());
        assertEquals(Outcome.of((double) clients), result.effectiveClients());
        assertEquals(logo.lower(), result.interval().orElseThrow().lower(), 1e-12);
        assertEquals(logo.upper(), result.interval().orElseThrow().upper(), 1e-12);
    }

    @Property
    void theUnitOfMoneyChangesNothing(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 1000) Integer> revenues,
            @ForAll @IntRange(min = 1, max = 1000) int factor) {
        ValueWeightedRetentionResult one = accumulate(revenues, 1).result();
        ValueWeightedRetentionResult scaled = accumulate(revenues, factor).result();

        assertEquals(one.value(), scaled.value());
        assertEquals(one.interval(), scaled.interval());
    }

    @Property
    void keptRevenueIsTheGrossRetentionOfSnapshots_andNeverMoreThanKeptClients(
            @ForAll @Size(max = 20) List<@IntRange(max = 1000) Integer> revenues) {
        ValueWeightedRetentionAccumulator kept =
                DEFAULTS.with(KeptValue.REVENUE).accumulator(USD);
        RevenueRetentionAccumulator gross = RevenueRetention.withDefaults().accumulator(USD);
        for (int i = 0; i < revenues.size(); i++) {
            long closing = i % 3 == 0 ? 0 : revenues.get(i) * (i % 5) / 2;
            kept.add(i, revenues.get(i), closing);
            gross.add(i, revenues.get(i), closing);
        }

        assertEquals(gross.result().exactGross(), kept.result().exact());
        assertTrue(kept.result().kept().compareTo(kept.result().base()) <= 0);
    }

    @Property
    void theOrderOfRowsAndOfMergingChangesNothing(
            @ForAll @Size(max = 20) List<@IntRange(max = 1000) Integer> rows, @ForAll @IntRange(max = 20) int cut)
            throws IOException, ClassNotFoundException {
        int middle = Math.min(cut, rows.size());

        assertEquals(
                accumulate(rows, 1).result(),
                copy(accumulate(rows.subList(middle, rows.size()), 1))
                        .merge(accumulate(rows.subList(0, middle), 1))
                        .result());
    }

    private static ValueWeightedRetentionAccumulator accumulate(List<Integer> revenues, int factor) {
        ValueWeightedRetentionAccumulator accumulator = DEFAULTS.accumulator(USD);
        for (int revenue : revenues) {
            accumulator.add(revenue % 7, (long) revenue * factor, revenue % 3 == 0 ? 0 : (long) revenue * factor);
            accumulator.add(revenue % 5, exact(revenue, 7).multipliedBy(factor, 1), exact("0"));
        }
        return accumulator;
    }

    // edges

    @Test
    void of_contracts_leavesOutWhatRests() {
        List<Contract> book = List.of(
                monthly("a", "2024-01-01", "300").build(),
                monthly("b", "2024-01-01", "100").end(end("2025-01-01")).build(),
                monthly("c", "2024-01-01", "70")
                        .addPause(DateSpan.of(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 5, 1)))
                        .build(),
                monthly("d", "2024-01-01", "70")
                        .addPause(DateSpan.of(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 5, 1)))
                        .build(),
                monthly("e", "2024-06-01", "900").build());
        ValueWeightedRetentionResult result =
                DEFAULTS.of(book, OPENING, CLOSING, MonthlyRecurringRevenue.withDefaults(USD));

        assertEquals(exact("400"), result.base());
        assertEquals(exact("300"), result.kept());
        assertEquals(Proportion.of(1, 2), result.logo());
        assertEquals(
                exact("540"),
                DEFAULTS.of(
                                book,
                                OPENING,
                                CLOSING,
                                MonthlyRecurringRevenue.withDefaults(USD).with(MrrPolicy.POLAR))
                        .base());
    }

    @Test
    void oneClient_saysAsMuchAsOneTrial() {
        ValueWeightedRetentionAccumulator accumulator = DEFAULTS.accumulator(USD);
        accumulator.add(1, 500, 400);
        Interval one = Proportion.of(1, 1)
                .interval(ProportionInterval.WILSON, ConfidenceLevel.P95)
                .orElseThrow();

        assertEquals(Outcome.of(1.0), accumulator.result().value());
        assertEquals(Outcome.of(one), accumulator.result().interval());
    }

    @Test
    void withoutOpeningRevenue_thereIsNothing() {
        ValueWeightedRetentionAccumulator accumulator = DEFAULTS.accumulator(USD);
        accumulator.add(1, 0, 500);
        Outcome<Double> none = Outcome.undefined(Reason.NO_DATA, "no revenue at the start");

        assertEquals(none, accumulator.result().value());
        assertEquals(none, accumulator.result().effectiveClients());
        assertEquals(
                Outcome.undefined(Reason.NO_DATA, "no revenue at the start"),
                accumulator.result().interval());
        assertEquals(0, accumulator.result().clients());
    }

    @Test
    void amountsBeyondALong_areExact() {
        ValueWeightedRetentionAccumulator accumulator = DEFAULTS.accumulator(USD);
        accumulator.add(1, Long.MAX_VALUE, Long.MAX_VALUE);
        accumulator.add(1, Long.MAX_VALUE, 0);
        accumulator.add(2, 1, 1);

        assertEquals(
                exact("92233720368547758.07").multipliedBy(2, 1).plus(exact("0.01")),
                accumulator.result().base());
        assertEquals(Outcome.of(1.0), accumulator.result().value());
    }

    // messages

    @Test
    void explain_showsTheEffectiveNumberAndTheLogos() {
        ValueWeightedRetentionAccumulator accumulator = DEFAULTS.accumulator(USD);
        accumulator.addAll(new long[] {1, 2, 3}, new long[] {6000, 3000, 1000}, new long[] {0, 3000, 2000});

        assertEquals("""
                value-weighted retention = 40.00%   [kept / base; kept = USD 40.00, base = USD 100.00, kept is = CLIENT]
                  interval = 6.72% to 86.05%   [WILSON of the effective clients at 0.95; effective clients = 2.1739]
                  logo retention = 66.67%   [stayed / clients; stayed = 2, clients = 3]
                """, accumulator.result().explain().toText());
    }

    @Test
    void badRows_areRefused() {
        ValueWeightedRetentionAccumulator accumulator = DEFAULTS.accumulator(USD);

        assertMessage("openingMinorUnits must not be negative: -1", () -> accumulator.add(1, -1, 0));
        assertMessage("closingMinorUnits must not be negative: -1", () -> accumulator.add(1, 0, -1));
        assertMessage("opening must not be negative: USD -1", () -> accumulator.add(1, exact("-1"), exact("0")));
        assertMessage("closing must not be negative: USD -1", () -> accumulator.add(1, exact("0"), exact("-1")));
        assertMessage(
                "openingMinorUnits must have a value for each of 2 clients: 1",
                () -> accumulator.addAll(new long[2], new long[1], new long[2]));
        assertMessage(
                "closingMinorUnits must have a value for each of 2 clients: 3",
                () -> accumulator.addAll(new long[2], new long[2], new long[3]));
    }

    @Test
    void merge_otherOptions_isRefused() {
        ValueWeightedRetentionAccumulator accumulator = DEFAULTS.accumulator(USD);
        List<ValueWeightedRetentionAccumulator> others = List.of(
                DEFAULTS.accumulator(CurrencyUnit.EUR),
                DEFAULTS.with(KeptValue.REVENUE).accumulator(USD),
                DEFAULTS.with(ConfidenceLevel.P90).accumulator(USD),
                DEFAULTS.with(ProportionInterval.JEFFREYS).accumulator(USD));

        others.forEach(other -> assertTrue(assertThrows(IllegalArgumentException.class, () -> accumulator.merge(other))
                .getMessage()
                .startsWith("other must have the options and currency of this accumulator: ")));
    }

    @Test
    void options_areKept() {
        ValueWeightedRetentionResult result = DEFAULTS.with(ProportionInterval.JEFFREYS)
                .with(ConfidenceLevel.P99)
                .with(KeptValue.REVENUE)
                .accumulator(USD)
                .result();

        assertEquals(ProportionInterval.JEFFREYS, result.intervalMethod());
        assertEquals(ConfidenceLevel.P99, result.level());
        assertEquals(KeptValue.REVENUE, result.keptIs());
        assertEquals(
                "value",
                assertThrows(NullPointerException.class, () -> DEFAULTS.with((KeptValue) null))
                        .getMessage());
    }
}
