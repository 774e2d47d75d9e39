package dev.tenure.revenue;

import static dev.tenure.revenue.Books.USD;
import static dev.tenure.revenue.Books.assertMessage;
import static dev.tenure.revenue.Books.copy;
import static dev.tenure.revenue.Books.exact;
import static dev.tenure.revenue.Books.monthly;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.client.ClientId;
import dev.tenure.contract.Contract;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.money.ExactMoney;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class RevenueConcentrationTest {

    private static final RevenueConcentration DEFAULTS = RevenueConcentration.withDefaults();

    // golden

    @Test
    void fiveClients_exactlyAFifthIsNotAboveIt() {
        // https://sakasandcompany.com/client-turnover-rates: any client above 20 % of revenue
        ConcentrationAccumulator<Long> accumulator = DEFAULTS.accumulator(USD);
        long[] revenues = {400, 200, 150, 150, 100};
        for (int i = 0; i < revenues.length; i++) {
            accumulator.add((long) i + 1, revenues[i]);
        }
        ConcentrationResult<Long> result = accumulator.result();

        assertEquals(Outcome.of(0.4), result.largestShare());
        assertEquals(Outcome.of(0.255), result.value());
        assertEquals(List.of(1L), result.aboveThreshold());
    }

    @Test
    void of_contracts_addsUpTheContractsOfAClient() {
        List<Contract> book = List.of(
                monthly("a", "2025-01-01", "30").build(),
                monthly("a", "2025-02-01", "30").build(),
                monthly("b", "2025-01-01", "40").build(),
                monthly("c", "2026-01-01", "40").build());
        ConcentrationResult<ClientId> result =
                DEFAULTS.of(book, LocalDate.of(2025, 3, 31), MonthlyRecurringRevenue.withDefaults(USD));

        assertEquals(Map.of(ClientId.of("a"), exact("60"), ClientId.of("b"), exact("40")), result.revenues());
        assertEquals(Outcome.of(0.52), result.value());
    }

    // laws

    @Property
    void theIndexLiesBetweenThatOfEqualClientsAndOne(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 10_000) Integer> revenues) {
        ConcentrationResult<Integer> result = accumulate(revenues).result();
        double index = result.value().orElseThrow();

        assertTrue(index >= 1.0 / revenues.size() - 1e-15 && index <= 1);
        assertTrue(index <= result.largestShare().orElseThrow() + 1e-15);
        assertEquals(1 / index, result.effectiveClients().orElseThrow(), 1e-9);
    }

    @Property
    void equalClientsAreAsManyAsTheyLookLike(
            @ForAll @IntRange(min = 1, max = 50) int clients, @ForAll @IntRange(min = 1, max = 1000) int revenue) {
        ConcentrationResult<Integer> result =
                accumulate(Collections.nCopies(clients, revenue)).result();

        assertEquals(Outcome.of((double) clients), result.effectiveClients());
    }

    @Property
    void theUnitOfMoneyAndTheNamesOfClientsChangeNothing(
            @ForAll @Size(max = 20) List<@IntRange(max = 1000) Integer> revenues,
            @ForAll @IntRange(min = 1, max = 1000) int factor,
            @ForAll Random random) {
        List<Integer> shuffled = new ArrayList<>(revenues);
        Collections.shuffle(shuffled, random);
        ConcentrationResult<Integer> scaled = accumulate(
                        shuffled.stream().map(revenue -> revenue * factor).toList())
                .result();

        assertEquals(accumulate(revenues).result().value(), scaled.value());
        assertEquals(accumulate(revenues).result().largestShare(), scaled.largestShare());
        assertEquals(
                accumulate(revenues).result().aboveThreshold().size(),
                scaled.aboveThreshold().size());
    }

    @Property
    void theOrderOfRowsAndOfMergingChangesNothing(
            @ForAll @Size(max = 20) List<@IntRange(max = 1000) Integer> rows, @ForAll @IntRange(max = 20) int cut)
            throws IOException, ClassNotFoundException {
        int middle = Math.min(cut, rows.size());
        ConcentrationAccumulator<Integer> first = rows(rows.subList(0, middle));
        ConcentrationAccumulator<Integer> second = rows(rows.subList(middle, rows.size()));

        assertEquals(rows(rows).result(), copy(second).merge(first).result());
    }

    private static ConcentrationAccumulator<Integer> rows(List<Integer> rows) {
        ConcentrationAccumulator<Integer> accumulator = DEFAULTS.accumulator(USD);
        rows.forEach(row -> accumulator.add(row % 5, row));
        rows.forEach(row -> accumulator.add(row % 3, exact(row, 7)));
        return accumulator;
    }

    private static ConcentrationAccumulator<Integer> accumulate(List<Integer> revenues) {
        ConcentrationAccumulator<Integer> accumulator = DEFAULTS.accumulator(USD);
        for (int i = 0; i < revenues.size(); i++) {
            accumulator.add(i, revenues.get(i));
        }
        return accumulator;
    }

    // edges

    @Test
    void of_noRevenue_isUndefined() {
        ConcentrationResult<ClientId> result = DEFAULTS.of(Map.of(ClientId.of("a"), exact("0")), USD);
        Outcome<Double> expected = Outcome.undefined(Reason.NO_DATA, "no revenue");

        assertEquals(expected, result.value());
        assertEquals(expected, result.largestShare());
        assertEquals(expected, result.effectiveClients());
        assertEquals(List.of(), result.aboveThreshold());
        assertEquals(Map.of(), result.revenues());
    }

    @Test
    void of_oneClient_isOne() {
        ConcentrationResult<ClientId> result = DEFAULTS.of(Map.of(ClientId.of("a"), exact(1, 3)), USD);

        assertEquals(Outcome.of(1.0), result.value());
        assertEquals(List.of(ClientId.of("a")), result.aboveThreshold());
        assertEquals(
                List.of(),
                DEFAULTS.with(BigDecimal.ONE)
                        .of(Map.of(ClientId.of("a"), exact(1, 3)), USD)
                        .aboveThreshold());
    }

    @Test
    void revenues_equalOnes_areInTheOrderOfTheClients() {
        Map<ClientId, ExactMoney> revenues =
                Map.of(ClientId.of("b"), exact("1"), ClientId.of("a"), exact("1"), ClientId.of("z"), exact("2"));

        assertEquals(
                List.of(ClientId.of("z"), ClientId.of("a"), ClientId.of("b")),
                DEFAULTS.of(revenues, USD).revenues().keySet().asList());
    }

    // messages

    @Test
    void badArgument_saysWhich() {
        ConcentrationAccumulator<Long> accumulator = DEFAULTS.accumulator(USD);
        assertMessage("minorUnits must not be negative: -1", () -> accumulator.add(1L, -1));
        assertMessage("amount must not be negative: USD -1", () -> accumulator.add(1L, exact("-1")));
        assertMessage("share must be in [0, 1]: -0.1", () -> DEFAULTS.with(new BigDecimal("-0.1")));
        assertMessage("share must be in [0, 1]: 1.1", () -> DEFAULTS.with(new BigDecimal("1.1")));
        assertMessage(
                "other must have the threshold and currency of this accumulator: EUR",
                () -> accumulator.merge(DEFAULTS.accumulator(CurrencyUnit.EUR)));
        assertMessage(
                "other must have the threshold and currency of this accumulator: USD",
                () -> accumulator.merge(DEFAULTS.with(BigDecimal.ZERO).accumulator(USD)));
    }

    @Test
    void explain_showsTheIndexTheLargestShareAndTheCount() {
        assertEquals("""
                revenue concentration = 0.6250   [sum over clients of (revenue / total)^2; clients = 2, total = USD 0.04]
                  largest share = 75.00%   [largest revenue / total]
                  clients above 0.2 = 2   [count of clients with revenue / total > 0.2]
                """, accumulate(List.of(1, 3)).result().explain().toText());
    }

    @Test
    void collector_addsUpTheAmountsOfAClient() {
        ConcentrationResult<String> result = Stream.of(
                        Map.entry("a", exact("60")), Map.entry("b", exact("40")), Map.entry("a", exact("100")))
                .parallel()
                .collect(RevenueConcentration.withDefaults().collector(USD));

        assertEquals(Map.of("a", exact("160"), "b", exact("40")), result.revenues());
    }
}
