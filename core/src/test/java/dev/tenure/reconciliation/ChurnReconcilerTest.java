package dev.tenure.reconciliation;

import static dev.tenure.reconciliation.Cases.CLOSING;
import static dev.tenure.reconciliation.Cases.assertMessage;
import static dev.tenure.reconciliation.Cases.contract;
import static dev.tenure.reconciliation.Cases.expected;
import static dev.tenure.reconciliation.Cases.parts;
import static dev.tenure.reconciliation.Cases.published;
import static dev.tenure.reconciliation.Cases.ratio;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.Maps;
import dev.tenure.calendar.Granularity;
import dev.tenure.calendar.ReportingCalendar;
import dev.tenure.calendar.ReportingPeriod;
import dev.tenure.contract.BillingCycle;
import dev.tenure.contract.Contract;
import dev.tenure.contract.ContractEnd;
import dev.tenure.contract.DateSpan;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.money.Ratio;
import dev.tenure.retention.ChurnCounts;
import dev.tenure.retention.ChurnPolicy;
import dev.tenure.retention.ClientPresence;
import dev.tenure.retention.Departure;
import dev.tenure.retention.LogoChurn;
import dev.tenure.retention.PausePolicy;
import dev.tenure.retention.PresencePolicy;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ChurnReconcilerTest {

    private static final ChurnReconciler DEFAULTS = ChurnReconciler.withDefaults();
    private static final ReportingPeriod MARCH =
            ReportingCalendar.of(Granularity.MONTH).periodOf(LocalDate.of(2025, 3, 1));
    private static final ChurnCounts PUBLISHED = ChurnCounts.builder()
            .opening(100)
            .joined(20)
            .churnEvents(12)
            .joinedAndLeft(1)
            .build();

    // golden

    @TestFactory
    Stream<DynamicTest> theSameEventsByPublishedDefinitions() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode each : published("churn")) {
            tests.add(DynamicTest.dynamicTest(
                    each.get("from").asText() + " to " + each.get("to").asText(), () -> assertPublished(each)));
        }
        return tests.stream();
    }

    private static void assertPublished(JsonNode each) {
        JsonNode counts = each.get("counts");
        Reconciliation<Ratio> result = DEFAULTS.of(
                ChurnCounts.builder()
                        .opening(counts.get("opening").asLong())
                        .joined(counts.get("joined").asLong())
                        .churnEvents(counts.get("churnEvents").asLong())
                        .joinedAndLeft(counts.get("joinedAndLeft").asLong())
                        .build(),
                preset(each.get("from").asText()),
                preset(each.get("to").asText()));

        assertEquals(Outcome.of(ratio(each.get("fromValue").asText())), result.fromValue());
        assertEquals(Outcome.of(ratio(each.get("toValue").asText())), result.toValue());
        assertEquals(Maps.transformValues(expected(each.get("parts")), Cases::ratio), parts(result));
    }

    private static ChurnPolicy preset(String name) {
        return Map.of(
                        "CHARTMOGUL",
                        ChurnPolicy.CHARTMOGUL,
                        "STRIPE",
                        ChurnPolicy.STRIPE,
                        "AVERAGE",
                        ChurnPolicy.AVERAGE,
                        "BAREMETRICS",
                        ChurnPolicy.BAREMETRICS)
                .get(name);
    }

    @Test
    void waterfall_givesEachRuleItsStep_andAnotherOrderGivesOtherParts() {
        assertEquals(
                Map.of("lost are", ratio("1/100"), "base is", ratio("-1/50")),
                parts(DEFAULTS.with(Split.waterfall()).of(PUBLISHED, ChurnPolicy.CHARTMOGUL, ChurnPolicy.STRIPE)));
        assertEquals(
                Map.of("lost are", ratio("1/120"), "base is", ratio("-11/600")),
                parts(DEFAULTS.with(Split.waterfall("base is"))
                        .of(PUBLISHED, ChurnPolicy.CHARTMOGUL, ChurnPolicy.STRIPE)));
    }

    // laws

    @Provide
    Arbitrary<List<Contract>> books() {
        return Cases.books();
    }

    @Provide
    Arbitrary<ChurnDefinition> definitions() {
        Arbitrary<PresencePolicy> presences = Combinators.combine(
                        Arbitraries.of(PausePolicy.class), Arbitraries.of(5, 90), Arbitraries.of(Departure.class))
                .as((pause, longest, departure) -> PresencePolicy.CENSORED
                        .withPause(pause)
                        .withLongestPause(longest)
                        .withDeparture(departure));
        return Combinators.combine(
                        Arbitraries.of(
                                ChurnPolicy.CHARTMOGUL,
                                ChurnPolicy.STRIPE,
                                ChurnPolicy.AVERAGE,
                                ChurnPolicy.BAREMETRICS,
                                ChurnPolicy.SHOPIFY,
                                ChurnPolicy.CLIENT_DAYS),
                        presences)
                .as(ChurnDefinition::of);
    }

    @Provide
    Arbitrary<Split> splits() {
        return Arbitraries.of(Split.shapley(), Split.waterfall(), Split.waterfall("departure", "base is"));
    }

    @Property(tries = 200)
    void thePartsAddUpToTheDifference(
            @ForAll("books") List<Contract> book,
            @ForAll("definitions") ChurnDefinition from,
            @ForAll("definitions") ChurnDefinition to,
            @ForAll("splits") Split split) {
        Reconciliation<Ratio> result = DEFAULTS.with(split).of(book, MARCH, CLOSING, from, to);

        assertEquals(churn(book, from), result.fromValue());
        assertEquals(churn(book, to), result.toValue());
        if (result.contributions().isDefined()) {
            assertEquals(
                    result.value().orElseThrow(),
                    parts(result).values().stream().reduce(Ratio.ZERO, Ratio::plus));
        }
    }

    private static Outcome<Ratio> churn(List<Contract> book, ChurnDefinition definition) {
        return LogoChurn.withDefaults()
                .with(definition.churn())
                .of(ClientPresence.ofContracts(book, definition.presence()), MARCH, CLOSING)
                .exact();
    }

    @Property(tries = 100)
    void swappingTheToolsTurnsEverySign(
            @ForAll("books") List<Contract> book,
            @ForAll("definitions") ChurnDefinition from,
            @ForAll("definitions") ChurnDefinition to) {
        Reconciliation<Ratio> there = DEFAULTS.of(book, MARCH, CLOSING, from, to);
        Reconciliation<Ratio> back = DEFAULTS.of(book, MARCH, CLOSING, to, from);

        assertEquals(there.contributions().isDefined(), back.contributions().isDefined());
        if (there.contributions().isDefined()) {
            assertEquals(parts(there), Maps.transformValues(parts(back), part -> part.multipliedBy(Ratio.of(-1))));
        }
    }

    @Property(tries = 50)
    void equalDefinitionsHaveNoParts(
            @ForAll("books") List<Contract> book, @ForAll("definitions") ChurnDefinition definition) {
        Reconciliation<Ratio> result = DEFAULTS.of(book, MARCH, CLOSING, definition, definition);

        // a figure that is not defined has no parts either
        assertEquals(result.fromValue().map(figure -> 0), result.contributions().map(List::size));
    }

    @Property(tries = 50)
    void aRuleThatChangesNothingGetsNothing(
            @ForAll("books") List<Contract> book, @ForAll("definitions") ChurnDefinition from) {
        // how long a pause may last matters only to a pause that is undecided
        ChurnDefinition stays = ChurnDefinition.of(from.churn(), from.presence().withPause(PausePolicy.STAYS));
        ChurnDefinition other = ChurnDefinition.of(
                ChurnPolicy.STRIPE, stays.presence().withLongestPause(17).withDeparture(Departure.LAST_DAY_HERE));
        Reconciliation<Ratio> result = DEFAULTS.of(book, MARCH, CLOSING, stays, other);

        if (result.contributions().isDefined()) {
            assertEquals(Ratio.ZERO, parts(result).get("longest pause"));
        }
    }

    // edges

    @Test
    void of_presence_isThatOfItsCounts() {
        List<Contract> book = List.of(
                contract("a", "2025-01-01", "10", BillingCycle.MONTHLY).build(),
                contract("b", "2025-03-10", "10", BillingCycle.MONTHLY).build());
        ClientPresence presence = ClientPresence.ofContracts(book, PresencePolicy.CENSORED);
        Reconciliation<Ratio> result =
                DEFAULTS.of(presence, MARCH, CLOSING, ChurnPolicy.CHARTMOGUL, ChurnPolicy.AVERAGE);

        assertEquals(Outcome.of(Ratio.ZERO), result.value());
        assertEquals(Map.of("lost are", Ratio.ZERO, "base is", Ratio.ZERO), parts(result));
    }

    @Test
    void sumOfDailyRates_isOneRuleWithWhoIsLost() {
        List<Contract> book = List.of(
                contract("a", "2025-01-01", "10", BillingCycle.MONTHLY).build(),
                contract("b", "2025-01-01", "10", BillingCycle.MONTHLY)
                        .end(ContractEnd.of(LocalDate.of(2025, 3, 20)))
                        .build(),
                contract("c", "2025-03-02", "10", BillingCycle.MONTHLY)
                        .end(ContractEnd.of(LocalDate.of(2025, 3, 9)))
                        .build());
        ClientPresence presence = ClientPresence.ofContracts(book, PresencePolicy.CENSORED);

        // one of two; and one of three with one of two
        assertEquals(
                Map.of("lost are and base is", ratio("1/3")),
                parts(DEFAULTS.of(presence, MARCH, CLOSING, ChurnPolicy.CHARTMOGUL, ChurnPolicy.SHOPIFY)));
        assertEquals(
                Map.of("base is", ratio("-1/6")),
                parts(DEFAULTS.of(presence, MARCH, CLOSING, ChurnPolicy.SHOPIFY, ChurnPolicy.STRIPE)));
    }

    @Test
    void of_figureThatIsNotDefined_saysWithWhichRules() {
        // rests from the eve of the period on, and goes on within it
        List<Contract> book = List.of(contract("a", "2025-01-01", "10", BillingCycle.MONTHLY)
                .addPause(DateSpan.of(LocalDate.of(2025, 2, 20), LocalDate.of(2025, 3, 10)))
                .build());
        ChurnDefinition from = ChurnDefinition.of(ChurnPolicy.BAREMETRICS, PresencePolicy.STAYS);
        ChurnDefinition to = ChurnDefinition.of(ChurnPolicy.AVERAGE, PresencePolicy.AWAY);
        Reconciliation<Ratio> result = DEFAULTS.of(book, MARCH, CLOSING, from, to);

        assertEquals(Outcome.of(Ratio.ZERO), result.value());
        assertEquals(
                Outcome.undefined(Reason.NO_DATA, "with pause AWAY: no clients at the start"), result.contributions());
        assertTrue(result.explain().toText().contains("rules = undefined (with pause AWAY: no clients at the start)"));
        assertEquals(
                Map.of("base is", Ratio.ZERO, "pause", Ratio.ZERO),
                parts(DEFAULTS.with(Split.waterfall("base is")).of(book, MARCH, CLOSING, from, to)));
        assertEquals(
                Outcome.undefined(Reason.NO_DATA, "with pause AWAY: no clients at the start"),
                DEFAULTS.with(Split.waterfall("pause"))
                        .of(book, MARCH, CLOSING, from, to)
                        .contributions());
    }

    @Test
    void of_noClients_isUndefined() {
        Outcome<Ratio> none = Outcome.undefined(Reason.NO_DATA, "no clients at the start");
        Reconciliation<Ratio> result =
                DEFAULTS.of(List.of(), MARCH, CLOSING, ChurnDefinition.PROFITWELL, ChurnDefinition.PROFITWELL);

        assertEquals(none, result.fromValue());
        assertEquals(none, result.value());
        assertEquals(Outcome.undefined(Reason.NO_DATA, "no clients at the start"), result.contributions());
    }

    // what tools report

    @Test
    void reported_whatTheRulesDoNotExplainIsNamed() {
        ReportedReconciliation<Ratio> result = DEFAULTS.of(PUBLISHED, ChurnPolicy.CHARTMOGUL, ChurnPolicy.STRIPE)
                .reported(ratio("0.11"), ratio("0.105"));

        assertEquals(ratio("-0.005"), result.value());
        assertEquals(Outcome.of(ratio("0.005")), result.unexplained());
        assertEquals(Outcome.of(Ratio.ZERO), result.unexplainedFrom());
        assertEquals(Outcome.of(ratio("0.005")), result.unexplainedTo());
        assertEquals("""
                difference in reported logo churn = -0.50%   [contributions of the rules + unexplained; from = 11.00%, to = 10.50%]
                  lost are = 0.92%   [OPENING_CLIENTS_GONE -> CHURN_EVENTS]
                  base is = -1.92%   [START -> START_PLUS_NEW]
                  unexplained = 0.50%   [difference - difference by the rules]
                  unexplained at the first tool = 0.00%   [reported - by its rules]
                  unexplained at the second tool = 0.50%   [reported - by its rules]
                """, result.explain().toText());
    }

    @Test
    void reported_withoutFigure_isUnexplainedWithoutANumber() {
        ReportedReconciliation<Ratio> result = DEFAULTS.of(
                        ChurnCounts.builder().opening(0).build(), ChurnPolicy.CHARTMOGUL, ChurnPolicy.STRIPE)
                .reported(ratio("0.1"), ratio("0.2"));

        assertEquals(ratio("0.1"), result.value());
        assertEquals(Outcome.undefined(Reason.NO_DATA, "no clients at the start"), result.unexplained());
    }

    // messages

    @Test
    void explain_showsEachRuleWithWhatItIsByEitherTool() {
        assertEquals(
                """
                difference in logo churn = -1.00%   [to - from, by the Shapley value over the rules; from = 11.00%, to = 10.00%]
                  lost are = 0.92%   [OPENING_CLIENTS_GONE -> CHURN_EVENTS]
                  base is = -1.92%   [START -> START_PLUS_NEW]
                """,
                DEFAULTS.of(PUBLISHED, ChurnPolicy.CHARTMOGUL, ChurnPolicy.STRIPE)
                        .explain()
                        .toText()
                        .lines()
                        .limit(3)
                        .map(line -> line + "\n")
                        .reduce("", String::concat));
    }

    @Test
    void explain_endsWithBothFigures() {
        Reconciliation<Ratio> result = DEFAULTS.of(PUBLISHED, ChurnPolicy.CHARTMOGUL, ChurnPolicy.STRIPE);

        assertEquals(
                List.of(result.fromExplanation(), result.toExplanation()),
                result.explain().parts().subList(2, 4));
        assertEquals(
                LogoChurn.withDefaults().with(ChurnPolicy.STRIPE).of(PUBLISHED).explain(), result.toExplanation());
    }

    @Test
    void with_rulesThatAreNone_isRefused() {
        assertMessage(
                "order must name rules of [lost are, base is, lost are and base is, pause, longest pause, departure]: weeks",
                () -> DEFAULTS.with(Split.waterfall("base is", "weeks")));
        assertMessage("order must name each rule once: [pause, pause]", () -> Split.waterfall("pause", "pause"));
    }

    @Test
    void split_saysWhatItIs() {
        assertEquals("one rule after another", Split.waterfall().toString());
        assertEquals(
                "one rule after another, first pause, base is",
                Split.waterfall("pause", "base is").toString());
    }

    @Test
    void null_isNamed() {
        assertEquals(
                "way",
                assertThrows(NullPointerException.class, () -> DEFAULTS.with(null))
                        .getMessage());
        assertEquals(
                "churn",
                assertThrows(NullPointerException.class, () -> ChurnDefinition.of(null, PresencePolicy.STAYS))
                        .getMessage());
        assertEquals(
                "presence",
                assertThrows(NullPointerException.class, () -> ChurnDefinition.of(ChurnPolicy.STRIPE, null))
                        .getMessage());
    }
}
