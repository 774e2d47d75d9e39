package dev.tenure.reconciliation;

import static dev.tenure.reconciliation.Cases.CLOSING;
import static dev.tenure.reconciliation.Cases.USD;
import static dev.tenure.reconciliation.Cases.assertMessage;
import static dev.tenure.reconciliation.Cases.contract;
import static dev.tenure.reconciliation.Cases.expected;
import static dev.tenure.reconciliation.Cases.money;
import static dev.tenure.reconciliation.Cases.parts;
import static dev.tenure.reconciliation.Cases.published;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.Maps;
import dev.tenure.client.ClientId;
import dev.tenure.contract.BillingCycle;
import dev.tenure.contract.Contract;
import dev.tenure.contract.ContractId;
import dev.tenure.contract.ContractVersion;
import dev.tenure.contract.FeeTerms;
import dev.tenure.contract.Tax;
import dev.tenure.explain.Outcome;
import dev.tenure.money.ExactMoney;
import dev.tenure.revenue.ExchangeRates;
import dev.tenure.revenue.MonthlyRecurringRevenue;
import dev.tenure.revenue.MrrPolicy;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MrrReconcilerTest {

    private static final MrrReconciler DEFAULTS = MrrReconciler.withDefaults(USD);

    // golden

    @TestFactory
    Stream<DynamicTest> aThousandAWeekByPublishedRules() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode each : published("mrr")) {
            tests.add(DynamicTest.dynamicTest(
                    each.get("from").asText() + " to " + each.get("to").asText(), () -> assertPublished(each)));
        }
        return tests.stream();
    }

    private static void assertPublished(JsonNode each) {
        BigDecimal tax = new BigDecimal(each.get("tax").asText());
        FeeTerms fee =
                FeeTerms.retainer(Money.of(USD, new BigDecimal(each.get("fee").asText())), BillingCycle.WEEKLY);
        Contract weekly = contract("a", "2025-01-01", "1", BillingCycle.WEEKLY)
                .versions(List.of(ContractVersion.of(LocalDate.of(2025, 1, 1), fee).toBuilder()
                        .tax(Tax.exclusive(tax))
                        .build()))
                .build();
        Reconciliation<ExactMoney> result = DEFAULTS.of(
                List.of(weekly),
                CLOSING,
                preset(each.get("from").asText()),
                preset(each.get("to").asText()));

        assertEquals(Outcome.of(money(each.get("fromValue").asText())), result.fromValue());
        assertEquals(Outcome.of(money(each.get("toValue").asText())), result.toValue());
        assertEquals(Maps.transformValues(expected(each.get("parts")), Cases::money), parts(result));
        result.contributions()
                .orElseThrow()
                .forEach(rule -> assertEquals(Map.of(weekly.id(), rule.contribution()), rule.contracts()));
    }

    private static MrrPolicy preset(String name) {
        return Map.of(
                        "STANDARD", MrrPolicy.STANDARD,
                        "GHOST", MrrPolicy.GHOST,
                        "LAGO", MrrPolicy.LAGO,
                        "KILL_BILL", MrrPolicy.KILL_BILL)
                .get(name);
    }

    // laws

    @Provide
    Arbitrary<List<Contract>> books() {
        return Cases.books();
    }

    @Provide
    Arbitrary<MrrPolicy> policies() {
        return Arbitraries.of(
                MrrPolicy.STANDARD,
                MrrPolicy.PROFITWELL,
                MrrPolicy.BAREMETRICS,
                MrrPolicy.RECURLY,
                MrrPolicy.POLAR,
                MrrPolicy.PROFITABLE,
                MrrPolicy.LAGO,
                MrrPolicy.KILL_BILL,
                MrrPolicy.LAGO.with(MrrPolicy.Pauses.KEPT).with(MrrPolicy.Refunds.NEGATIVE_FEE));
    }

    @Property(tries = 100)
    void thePartsAddUpToTheDifference_andThoseOfContractsToTheirs(
            @ForAll("books") List<Contract> book,
            @ForAll("policies") MrrPolicy from,
            @ForAll("policies") MrrPolicy to,
            @ForAll boolean isWaterfall) {
        Reconciliation<ExactMoney> result = DEFAULTS.with(isWaterfall ? Split.waterfall("pauses") : Split.shapley())
                .of(book, CLOSING, from, to);
        ExactMoney difference = revenue(book, to).minus(revenue(book, from));

        assertEquals(Outcome.of(difference), result.value());
        assertEquals(difference, parts(result).values().stream().reduce(money("0"), ExactMoney::plus));
        result.contributions()
                .orElseThrow()
                .forEach(rule -> assertEquals(
                        rule.contribution(), rule.contracts().values().stream().reduce(money("0"), ExactMoney::plus)));
    }

    private static ExactMoney revenue(List<Contract> book, MrrPolicy policy) {
        return MonthlyRecurringRevenue.withDefaults(USD)
                .with(policy)
                .of(book, CLOSING)
                .value();
    }

    @Property(tries = 50)
    void swappingTheToolsTurnsEverySign(
            @ForAll("books") List<Contract> book,
            @ForAll("policies") MrrPolicy from,
            @ForAll("policies") MrrPolicy to) {
        assertEquals(
                parts(DEFAULTS.of(book, CLOSING, from, to)),
                Maps.transformValues(parts(DEFAULTS.of(book, CLOSING, to, from)), ExactMoney::negated));
    }

    @Property(tries = 50)
    void theOrderOfContractsAndTheNamesOfClientsChangeNothing(
            @ForAll("books") List<Contract> book, @ForAll Random random) {
        List<Contract> shuffled = new ArrayList<>(book);
        Collections.shuffle(shuffled, random);

        assertEquals(
                parts(DEFAULTS.of(book, CLOSING, MrrPolicy.STANDARD, MrrPolicy.LAGO)),
                parts(DEFAULTS.of(shuffled, CLOSING, MrrPolicy.STANDARD, MrrPolicy.LAGO)));
    }

    @Property(tries = 50)
    void equalPoliciesHaveNoParts(@ForAll("books") List<Contract> book, @ForAll("policies") MrrPolicy policy) {
        Reconciliation<ExactMoney> result = DEFAULTS.of(book, CLOSING, policy, policy);

        assertEquals(Outcome.of(List.of()), result.contributions());
        assertEquals(Outcome.of(money("0")), result.value());
    }

    @Property(tries = 50)
    void aRuleThatConcernsNoContractGetsNothing(@ForAll("books") List<Contract> book) {
        // all fees are in the currency of the report, and nothing falls due by the day
        MrrPolicy other = MrrPolicy.LAGO
                .with(MrrPolicy.Currencies.RATE_AT_START)
                .with(MrrPolicy.Days.THIRTY)
                .with(MrrPolicy.Discounts.NONE);
        Map<String, ExactMoney> parts = parts(DEFAULTS.of(book, CLOSING, MrrPolicy.STANDARD, other));

        assertEquals(money("0"), parts.get("currencies"));
        assertEquals(money("0"), parts.get("days"));
        assertEquals(money("0"), parts.get("discounts"));
    }

    // edges

    @Test
    void of_emptyBook_isZeroInEveryPart() {
        Reconciliation<ExactMoney> result = DEFAULTS.of(List.of(), CLOSING, MrrPolicy.STANDARD, MrrPolicy.GHOST);

        assertEquals(Map.of("weeks", money("0")), parts(result));
        assertEquals(Map.of(), result.contributions().orElseThrow().get(0).contracts());
    }

    @Test
    void of_foreignCurrency_needsARateAndIsConvertedByIt() {
        Contract euros = Contract.builder()
                .id(ContractId.of("e"))
                .clientId(ClientId.of("e"))
                .addVersion(ContractVersion.of(
                        LocalDate.of(2025, 1, 1),
                        FeeTerms.retainer(Money.of(CurrencyUnit.EUR, 100), BillingCycle.MONTHLY)))
                .build();
        ExchangeRates rates = ExchangeRates.builder()
                .base(USD)
                .addRate(ExchangeRates.Rate.of(CurrencyUnit.EUR, LocalDate.of(2025, 1, 1), new BigDecimal("1.1")))
                .addRate(ExchangeRates.Rate.of(CurrencyUnit.EUR, LocalDate.of(2025, 3, 1), new BigDecimal("1.2")))
                .build();
        Reconciliation<ExactMoney> result =
                DEFAULTS.with(rates).of(List.of(euros), CLOSING, MrrPolicy.CHARTMOGUL, MrrPolicy.STRIPE);

        assertEquals(Map.of("discounts", money("0"), "currencies", money("10")), parts(result));
        assertThrows(
                IllegalArgumentException.class,
                () -> DEFAULTS.of(List.of(euros), CLOSING, MrrPolicy.CHARTMOGUL, MrrPolicy.STRIPE));
    }

    @Test
    void reported_whatTheRulesDoNotExplainIsNamed() {
        // Cap-go/capgo issue 2993 reports 22,296 beside 26.5 thousand
        Reconciliation<ExactMoney> byRules = DEFAULTS.of(
                List.of(contract("a", "2025-01-01", "1000", BillingCycle.WEEKLY).build()),
                CLOSING,
                MrrPolicy.STANDARD,
                MrrPolicy.GHOST);
        ReportedReconciliation<ExactMoney> result = byRules.reported(money("22296"), money("26500"));

        assertEquals(money("4204"), result.value());
        assertEquals(Outcome.of(money("13612/3")), result.unexplained());
        assertEquals(
                result.unexplained(),
                result.unexplainedTo().flatMap(to -> result.unexplainedFrom().map(to::minus)));
    }

    // messages

    @Test
    void explain_countsTheContractsOfARule() {
        Reconciliation<ExactMoney> result = DEFAULTS.of(
                List.of(
                        contract("a", "2025-01-01", "1000", BillingCycle.WEEKLY).build(),
                        contract("b", "2025-01-01", "1000", BillingCycle.MONTHLY)
                                .build()),
                CLOSING,
                MrrPolicy.STANDARD,
                MrrPolicy.PROFITABLE);

        assertEquals(
                """
                difference in monthly recurring revenue = USD -333.33   [to - from, by the Shapley value over the rules; from = USD 5333.33, to = USD 5000.00]
                  weeks = USD -333.33   [FIFTY_TWO_A_YEAR -> FOUR; contracts = 1]
                  pauses = USD 0.00   [ZERO -> EXCLUDED]
                """,
                result.explain()
                        .toText()
                        .lines()
                        .limit(3)
                        .map(line -> line + "\n")
                        .reduce("", String::concat));
    }

    @Test
    void with_rulesThatAreNone_isRefused() {
        assertMessage(
                "order must name rules of [weeks, days, discounts, taxes, pauses, currencies, refunds, past due]: mode",
                () -> DEFAULTS.with(Split.waterfall("mode")));
        assertEquals(
                "exchange",
                assertThrows(NullPointerException.class, () -> DEFAULTS.with((ExchangeRates) null))
                        .getMessage());
    }
}
