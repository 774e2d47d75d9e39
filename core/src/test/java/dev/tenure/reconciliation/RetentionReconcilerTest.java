package dev.tenure.reconciliation;

import static dev.tenure.reconciliation.Cases.CLOSING;
import static dev.tenure.reconciliation.Cases.OPENING;
import static dev.tenure.reconciliation.Cases.USD;
import static dev.tenure.reconciliation.Cases.assertMessage;
import static dev.tenure.reconciliation.Cases.contract;
import static dev.tenure.reconciliation.Cases.expected;
import static dev.tenure.reconciliation.Cases.parts;
import static dev.tenure.reconciliation.Cases.published;
import static dev.tenure.reconciliation.Cases.ratio;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.Maps;
import dev.tenure.client.ClientId;
import dev.tenure.contract.BillingCycle;
import dev.tenure.contract.Contract;
import dev.tenure.contract.ContractId;
import dev.tenure.contract.ContractVersion;
import dev.tenure.contract.DateSpan;
import dev.tenure.contract.FeeTerms;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.money.Ratio;
import dev.tenure.revenue.ExchangeRates;
import dev.tenure.revenue.MonthlyRecurringRevenue;
import dev.tenure.revenue.MovementPolicy;
import dev.tenure.revenue.MovementType;
import dev.tenure.revenue.MrrPolicy;
import dev.tenure.revenue.RevenueMovements;
import dev.tenure.revenue.RevenueMovementsAccumulator;
import dev.tenure.revenue.RevenueRetention;
import dev.tenure.revenue.RevenueRetentionPolicy;
import dev.tenure.revenue.RevenueRetentionResult;
import java.io.IOException;
import java.math.BigDecimal;
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
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RetentionReconcilerTest {

    private static final RetentionReconciler DEFAULTS = RetentionReconciler.withDefaults(USD);

    // golden

    @TestFactory
    Stream<DynamicTest> theSameMovementsByPublishedFormulas() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode each : published("retention")) {
            tests.add(DynamicTest.dynamicTest(
                    each.get("figure").asText() + " " + each.get("from").asText() + " to "
                            + each.get("to").asText(),
                    () -> assertPublished(each)));
        }
        return tests.stream();
    }

    private static void assertPublished(JsonNode each) {
        RevenueMovementsAccumulator movements =
                RevenueMovements.withDefaults(USD).accumulator();
        for (int i = 0; i < each.get("opening").size(); i++) {
            movements.addOpening(i, each.get("opening").get(i).asLong());
            movements.addClosing(i, each.get("closing").get(i).asLong());
        }
        movements.addClosing(-1, each.get("returned").asLong());
        movements.add(-1, MovementType.REACTIVATION, each.get("returned").asLong());
        Reconciliation<Ratio> result = DEFAULTS.with(
                        RetentionFigure.valueOf(each.get("figure").asText()))
                .of(
                        movements.result(),
                        preset(each.get("from").asText()),
                        preset(each.get("to").asText()));

        assertEquals(Outcome.of(ratio(each.get("fromValue").asText())), result.fromValue());
        assertEquals(Outcome.of(ratio(each.get("toValue").asText())), result.toValue());
        assertEquals(Maps.transformValues(expected(each.get("parts")), Cases::ratio), parts(result));
    }

    private static RevenueRetentionPolicy preset(String name) {
        return Map.of(
                        "STANDARD", RevenueRetentionPolicy.STANDARD,
                        "CHARTMOGUL", RevenueRetentionPolicy.CHARTMOGUL,
                        "BAREMETRICS", RevenueRetentionPolicy.BAREMETRICS,
                        "NETSUITE", RevenueRetentionPolicy.NETSUITE)
                .get(name);
    }

    // laws

    @Provide
    Arbitrary<List<Contract>> books() {
        return Cases.books();
    }

    @Provide
    Arbitrary<RetentionDefinition> definitions() {
        return Combinators.combine(
                        Arbitraries.of(RetentionMethod.class),
                        Arbitraries.of(MrrPolicy.STANDARD, MrrPolicy.GHOST, MrrPolicy.BAREMETRICS, MrrPolicy.POLAR),
                        Arbitraries.of(MovementPolicy.STANDARD, MovementPolicy.STRIPE, MovementPolicy.CHARGIFY),
                        Arbitraries.of(
                                RevenueRetentionPolicy.STANDARD,
                                RevenueRetentionPolicy.CHARTMOGUL,
                                RevenueRetentionPolicy.BAREMETRICS,
                                RevenueRetentionPolicy.NETSUITE))
                .as(RetentionDefinition::new);
    }

    @Property(tries = 60)
    void thePartsAddUpToTheDifference(
            @ForAll("books") List<Contract> book,
            @ForAll("definitions") RetentionDefinition from,
            @ForAll("definitions") RetentionDefinition to,
            @ForAll RetentionFigure figure,
            @ForAll boolean isWaterfall) {
        Reconciliation<Ratio> result = DEFAULTS.with(figure)
                .with(isWaterfall ? Split.waterfall("mode", "weeks") : Split.shapley())
                .of(book, OPENING, CLOSING, from, to);

        assertEquals(figure(retention(book, from), figure), result.fromValue());
        assertEquals(figure(retention(book, to), figure), result.toValue());
        if (result.contributions().isDefined()) {
            assertEquals(
                    result.value().orElseThrow(),
                    parts(result).values().stream().reduce(Ratio.ZERO, Ratio::plus));
        }
    }

    private static RevenueRetentionResult retention(List<Contract> book, RetentionDefinition definition) {
        RevenueRetention retention = RevenueRetention.withDefaults().with(definition.retention());
        return definition.method() == RetentionMethod.SNAPSHOTS
                ? retention.of(
                        book,
                        OPENING,
                        CLOSING,
                        MonthlyRecurringRevenue.withDefaults(USD).with(definition.mrr()))
                : retention.of(RevenueMovements.withDefaults(USD)
                        .with(definition.mrr())
                        .with(definition.movements())
                        .of(book, OPENING, CLOSING));
    }

    private static Outcome<Ratio> figure(RevenueRetentionResult retention, RetentionFigure figure) {
        return switch (figure) {
            case NET -> retention.exactNet();
            case GROSS -> retention.exactGross();
            case NET_CHURN -> retention.exactNetChurn();
            case GROSS_CHURN -> retention.exactGrossChurn();
        };
    }

    @Property(tries = 30)
    void swappingTheToolsTurnsEverySign(
            @ForAll("books") List<Contract> book,
            @ForAll("definitions") RetentionDefinition from,
            @ForAll("definitions") RetentionDefinition to) {
        Reconciliation<Ratio> there = DEFAULTS.of(book, OPENING, CLOSING, from, to);
        Reconciliation<Ratio> back = DEFAULTS.of(book, OPENING, CLOSING, to, from);

        if (there.contributions().isDefined()) {
            assertEquals(parts(there), Maps.transformValues(parts(back), part -> part.multipliedBy(Ratio.of(-1))));
        }
    }

    @Property(tries = 30)
    void howChangesAreToldApartDoesNotMatterToSnapshots(
            @ForAll("books") List<Contract> book, @ForAll("definitions") RetentionDefinition definition) {
        RetentionDefinition from = definition.with(RetentionMethod.SNAPSHOTS).with(MovementPolicy.STANDARD);
        Reconciliation<Ratio> result = DEFAULTS.of(book, OPENING, CLOSING, from, from.with(MovementPolicy.CHARGIFY));

        if (result.contributions().isDefined()) {
            assertEquals(
                    Map.of("mode", Ratio.ZERO, "same period", Ratio.ZERO, "reactivation", Ratio.ZERO), parts(result));
        }
    }

    // edges

    @Test
    void of_changesUpAndDown_areToldApartByModeAndMethod() {
        // grows by 20 and shrinks by 20 within the month
        Contract contract = contract("a", "2025-01-01", "100", BillingCycle.MONTHLY)
                .addVersion(ContractVersion.of(
                        LocalDate.of(2025, 3, 5), FeeTerms.retainer(Money.of(USD, 120), BillingCycle.MONTHLY)))
                .addVersion(ContractVersion.of(
                        LocalDate.of(2025, 3, 9), FeeTerms.retainer(Money.of(USD, 100), BillingCycle.MONTHLY)))
                .build();
        Reconciliation<Ratio> result = DEFAULTS.with(RetentionFigure.GROSS)
                .of(
                        List.of(contract),
                        OPENING,
                        CLOSING,
                        RetentionDefinition.STANDARD,
                        RetentionDefinition.STANDARD.with(MovementPolicy.STANDARD.with(MovementPolicy.Mode.GROSS)));

        assertEquals(Map.of("mode", ratio("-1/5")), parts(result));
    }

    @Test
    void of_foreignCurrency_needsARateAndMovesWithIt() {
        List<Contract> euros = List.of(Contract.builder()
                .id(ContractId.of("e"))
                .clientId(ClientId.of("e"))
                .addVersion(ContractVersion.of(
                        LocalDate.of(2025, 1, 1),
                        FeeTerms.retainer(Money.of(CurrencyUnit.EUR, 100), BillingCycle.MONTHLY)))
                .build());
        ExchangeRates rates = ExchangeRates.builder()
                .base(USD)
                .addRate(ExchangeRates.Rate.of(CurrencyUnit.EUR, LocalDate.of(2025, 1, 1), new BigDecimal("1.1")))
                .addRate(ExchangeRates.Rate.of(CurrencyUnit.EUR, LocalDate.of(2025, 3, 1), new BigDecimal("1.2")))
                .build();
        RetentionDefinition daily = RetentionDefinition.STANDARD
                .with(RetentionMethod.SNAPSHOTS)
                .with(MrrPolicy.STANDARD.with(MrrPolicy.Currencies.RATE_OF_THE_DAY));
        RetentionDefinition fixed = daily.with(MrrPolicy.STANDARD.with(MrrPolicy.Currencies.RATE_AT_START));
        Reconciliation<Ratio> result = DEFAULTS.with(rates).of(euros, OPENING, CLOSING, fixed, daily);

        assertEquals(Map.of("currencies", ratio("1/11")), parts(result));
        assertThrows(IllegalArgumentException.class, () -> DEFAULTS.of(euros, OPENING, CLOSING, fixed, daily));
    }

    @Test
    void presets_differInTheRulesTheirMakersPublish() {
        List<Contract> book = List.of(contract("a", "2025-01-01", "100", BillingCycle.MONTHLY)
                .addPause(DateSpan.of(LocalDate.of(2025, 3, 20), LocalDate.of(2025, 4, 20)))
                .build());
        Reconciliation<Ratio> result = DEFAULTS.with(Split.waterfall())
                .of(book, OPENING, CLOSING, RetentionDefinition.CHARTMOGUL, RetentionDefinition.BAREMETRICS);

        assertEquals(
                List.of("currencies", "past due", "mode", "same period", "reactivations", "contractions"),
                List.copyOf(parts(result).keySet()));
        assertEquals(Outcome.of(Ratio.ZERO), result.toValue());
    }

    @Test
    void of_noOpeningRevenue_isUndefined() {
        Reconciliation<Ratio> result =
                DEFAULTS.of(List.of(), OPENING, CLOSING, RetentionDefinition.STANDARD, RetentionDefinition.CHARTMOGUL);

        assertEquals(Outcome.undefined(Reason.NO_DATA, "no revenue at the start"), result.value());
        assertEquals(Outcome.undefined(Reason.NO_DATA, "no revenue at the start"), result.contributions());
    }

    // messages

    @Test
    void tooManyRules_areRefusedByTheShapleyValueAlone() {
        MrrPolicy mrr = MrrPolicy.LAGO
                .with(MrrPolicy.Days.THIRTY)
                .with(MrrPolicy.Discounts.NONE)
                .with(MrrPolicy.Pauses.KEPT)
                .with(MrrPolicy.Currencies.RATE_AT_START)
                .with(MrrPolicy.Refunds.NEGATIVE_FEE)
                .with(MrrPolicy.PastDue.lostAfter(30));
        RetentionDefinition from = RetentionDefinition.STANDARD;
        RetentionDefinition most = from.with(mrr).with(MovementPolicy.CHARGIFY);
        RetentionDefinition many = most.with(RetentionMethod.SNAPSHOTS)
                .with(RevenueRetentionPolicy.NETSUITE.with(RevenueRetentionPolicy.Pauses.CENSORED));
        List<Contract> book =
                List.of(contract("a", "2025-01-01", "100", BillingCycle.WEEKLY).build());

        assertMessage(
                "policies must differ in at most 12 rules for the Shapley value; a waterfall takes any number: 13",
                () -> DEFAULTS.of(book, OPENING, CLOSING, from, many));
        assertEquals(
                13,
                parts(DEFAULTS.with(Split.waterfall()).of(book, OPENING, CLOSING, from, many))
                        .size());
        assertEquals(
                12,
                parts(DEFAULTS.of(book, OPENING, CLOSING, from, most.with(RetentionMethod.SNAPSHOTS)))
                        .size());
    }

    @Test
    void arguments_areChecked() {
        assertMessage(
                "closing must be after opening 2025-03-31: 2025-03-31",
                () -> DEFAULTS.of(
                        List.of(), CLOSING, CLOSING, RetentionDefinition.STANDARD, RetentionDefinition.STANDARD));
        assertEquals(
                "which",
                assertThrows(NullPointerException.class, () -> DEFAULTS.with((RetentionFigure) null))
                        .getMessage());
        assertEquals(
                "mrr",
                assertThrows(NullPointerException.class, () -> RetentionDefinition.STANDARD.with((MrrPolicy) null))
                        .getMessage());
    }
}
