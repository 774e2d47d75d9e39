package dev.tenure.revenue;

import static dev.tenure.revenue.Books.USD;
import static dev.tenure.revenue.Books.assertMessage;
import static dev.tenure.revenue.Books.end;
import static dev.tenure.revenue.Books.exact;
import static dev.tenure.revenue.Books.monthly;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.client.ClientId;
import dev.tenure.contract.Contract;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LargestClientLossTest {

    private static final LargestClientLoss DEFAULTS = LargestClientLoss.withDefaults();
    private static final Map<String, ExactMoney> OPENING =
            Map.of("a", exact("400"), "b", exact("300"), "c", exact("200"), "d", exact("100"));
    private static final Map<String, ExactMoney> CLOSING =
            Map.of("a", exact("500"), "b", exact("300"), "c", exact("100"), "e", exact("150"));

    // golden

    @Test
    void theLargestClient_byHand() {
        LargestClientLossResult<String> result = DEFAULTS.of(OPENING, CLOSING, USD);

        assertEquals(Map.of("a", exact("500")), result.lost());
        assertEquals(exact("500"), result.value());
        assertEquals(exact("550"), result.remaining());
        assertEquals(Outcome.of(500 / 1050.0), result.share());
        assertEquals(Outcome.of(300 / 550.0), result.after().largestShare());
        // (90000 + 10000 + 22500) / 302500
        assertEquals(122_500 / 302_500.0, result.after().value().orElseThrow(), 1e-15);
        assertEquals(Outcome.of(Ratio.of(900, 1000)), result.retentionBefore().exactNet());
        assertEquals(Outcome.of(Ratio.of(800, 1000)), result.retentionBefore().exactGross());
        assertEquals(Outcome.of(Ratio.of(400, 1000)), result.retentionAfter().exactNet());
        assertEquals(Outcome.of(Ratio.of(400, 1000)), result.retentionAfter().exactGross());
        assertEquals(Outcome.of(Ratio.of(10, 3)), result.replacements(exact("150")));
    }

    @Test
    void theTwoLargest_goTogether() {
        LargestClientLossResult<String> result = DEFAULTS.with(2).of(OPENING, CLOSING, USD);

        assertEquals(List.of("a", "b"), List.copyOf(result.lost().keySet()));
        assertEquals(exact("250"), result.remaining());
        assertEquals(Outcome.of(Ratio.of(100, 1000)), result.retentionAfter().exactNet());
    }

    @Test
    void of_contracts_isTheBookOfBothDays() {
        List<Contract> book = List.of(
                monthly("a", "2024-01-01", "300").build(),
                monthly("a", "2024-06-01", "200").build(),
                monthly("b", "2024-01-01", "400").build(),
                monthly("c", "2024-01-01", "100").end(end("2025-01-01")).build());
        LargestClientLossResult<ClientId> result = DEFAULTS.of(
                book, LocalDate.of(2024, 3, 31), LocalDate.of(2025, 3, 31), MonthlyRecurringRevenue.withDefaults(USD));

        assertEquals(Map.of(ClientId.of("a"), exact("500")), result.lost());
        assertEquals(Outcome.of(Ratio.of(900, 800)), result.retentionBefore().exactNet());
        assertEquals(Outcome.of(Ratio.of(400, 800)), result.retentionAfter().exactNet());
        assertEquals(
                exact("900"),
                DEFAULTS.of(
                                book,
                                LocalDate.of(2025, 3, 31),
                                LocalDate.of(2025, 3, 31),
                                MonthlyRecurringRevenue.withDefaults(USD))
                        .before()
                        .total());
    }

    // laws

    @Property
    void whatIsLostAndWhatRemainsIsAll_andMoreClientsLoseMore(
            @ForAll @Size(max = 20) List<@IntRange(max = 1000) Integer> revenues,
            @ForAll @IntRange(min = 1, max = 25) int clients) {
        ConcentrationResult<Integer> book = book(revenues);
        LargestClientLossResult<Integer> result = DEFAULTS.with(clients).of(book);

        assertEquals(book.total(), result.value().plus(result.remaining()));
        assertEquals(result.value(), result.lost().values().stream().reduce(exact("0"), ExactMoney::plus));
        assertTrue(DEFAULTS.with(clients + 1).of(book).value().compareTo(result.value()) >= 0);
        assertEquals(Math.min(clients, book.revenues().size()), result.lost().size());
    }

    @Property
    void ofOneBook_whatRemainsIsTheRetention(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 1000) Integer> revenues) {
        LargestClientLossResult<Integer> result = DEFAULTS.of(book(revenues));
        Outcome<Ratio> rest = result.retentionAfter().exactNet();

        assertEquals(rest, result.retentionAfter().exactGross());
        assertEquals(Outcome.of(Ratio.of(result.remaining(), result.before().total())), rest);
        assertEquals(Outcome.of(Ratio.ONE), result.retentionBefore().exactNet());
        assertEquals(result.before().largestShare(), result.share());
    }

    private static ConcentrationResult<Integer> book(List<Integer> revenues) {
        Map<Integer, ExactMoney> book = new LinkedHashMap<>();
        revenues.forEach(revenue -> book.put(book.size(), exact(revenue, 3)));
        return RevenueConcentration.withDefaults().of(book, USD);
    }

    // edges

    @Test
    void noRevenue_losesNothing() {
        LargestClientLossResult<String> result = DEFAULTS.of(Map.of(), Map.of("a", exact("0")), USD);

        assertEquals(Map.of(), result.lost());
        assertEquals(exact("0"), result.value());
        assertEquals(Outcome.undefined(Reason.NO_DATA, "no revenue"), result.share());
        assertEquals(
                Outcome.undefined(Reason.NO_DATA, "no revenue at the start"),
                result.retentionAfter().net());
    }

    @Test
    void theWholeBook_canBeLost() {
        LargestClientLossResult<String> result = DEFAULTS.with(9).of(OPENING, CLOSING, USD);

        assertEquals(exact("0"), result.remaining());
        assertEquals(Outcome.of(1.0), result.share());
        assertEquals(
                Outcome.undefined(Reason.NO_DATA, "no revenue"), result.after().value());
        assertEquals(Outcome.of(0.0), result.retentionAfter().net());
        assertEquals(9, result.clients());
    }

    @Test
    void equalClients_areTakenInTheirOrder() {
        LargestClientLossResult<String> result = DEFAULTS.of(Map.of(), Map.of("b", exact("1"), "a", exact("1")), USD);

        assertEquals(Map.of("a", exact("1")), result.lost());
    }

    @Test
    void newClientsThatPayNothing_replaceNothing() {
        assertEquals(
                Outcome.undefined(Reason.NOT_FINITE, "new clients pay nothing"),
                DEFAULTS.of(OPENING, CLOSING, USD).replacements(exact("0")));
    }

    // messages

    @Test
    void explain_showsBeforeAndAfter() {
        assertEquals("""
                revenue after the loss of the largest clients = USD 550.00   [revenue - lost; revenue = USD 1050.00, lost = USD 500.00, clients = 1]
                  a = USD 500.00   [lost]
                  share lost = 47.62%   [lost / revenue]
                  largest share = 54.55%   [after the loss; before = 47.62%]
                  concentration index = 40.50%   [after the loss; before = 33.79%]
                  net revenue retention = 40.00%   [after the loss; before = 90.00%]
                  gross revenue retention = 40.00%   [after the loss; before = 80.00%]
                """, DEFAULTS.of(OPENING, CLOSING, USD).explain().toText());
    }

    @Test
    void arguments_areChecked() {
        assertMessage("lost must be positive: 0", () -> DEFAULTS.with(0));
        assertMessage(
                "amount must not be negative: USD -1", () -> DEFAULTS.of(Map.of(), Map.of("a", exact("-1")), USD));
        assertMessage(
                "opening must not be negative: USD -1", () -> DEFAULTS.of(Map.of("a", exact("-1")), Map.of(), USD));
        assertMessage(
                "closing must not be before opening 2025-03-31: 2025-03-30",
                () -> DEFAULTS.of(
                        List.of(),
                        LocalDate.of(2025, 3, 31),
                        LocalDate.of(2025, 3, 30),
                        MonthlyRecurringRevenue.withDefaults(USD)));
    }
}
