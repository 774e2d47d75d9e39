package dev.tenure.revenue;

import static dev.tenure.revenue.Books.USD;
import static dev.tenure.revenue.Books.assertMessage;
import static dev.tenure.revenue.Books.contract;
import static dev.tenure.revenue.Books.copy;
import static dev.tenure.revenue.Books.dollars;
import static dev.tenure.revenue.Books.end;
import static dev.tenure.revenue.Books.exact;
import static dev.tenure.revenue.Books.monthly;
import static dev.tenure.revenue.Books.parse;
import static dev.tenure.revenue.Books.resource;
import static dev.tenure.revenue.Books.version;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableMap;
import dev.tenure.client.ClientId;
import dev.tenure.contract.BillingCycle;
import dev.tenure.contract.BonusSchedule;
import dev.tenure.contract.BonusTier;
import dev.tenure.contract.Contract;
import dev.tenure.contract.ContractId;
import dev.tenure.contract.ContractVersion;
import dev.tenure.contract.CycleUnit;
import dev.tenure.contract.DateSpan;
import dev.tenure.contract.Discount;
import dev.tenure.contract.FeeTerms;
import dev.tenure.contract.FeeTerms.Retainer;
import dev.tenure.contract.Refund;
import dev.tenure.contract.Tax;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.money.ExactMoney;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MonthlyRecurringRevenueTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 31);
    private static final MonthlyRecurringRevenue DEFAULTS = MonthlyRecurringRevenue.withDefaults(USD);
    private static final ImmutableMap<String, MrrPolicy> PRESETS = ImmutableMap.<String, MrrPolicy>builder()
            .put("STANDARD", MrrPolicy.STANDARD)
            .put("GREGORIAN", MrrPolicy.STANDARD.with(MrrPolicy.Weeks.GREGORIAN))
            .put("STRIPE", MrrPolicy.STRIPE)
            .put("CHARTMOGUL", MrrPolicy.CHARTMOGUL)
            .put("KILL_BILL", MrrPolicy.KILL_BILL)
            .put("GHOST", MrrPolicy.GHOST)
            .put("PROFITABLE", MrrPolicy.PROFITABLE)
            .put("LAGO", MrrPolicy.LAGO)
            .buildOrThrow();

    // golden

    @TestFactory
    Stream<DynamicTest> aFeeIsWorthWhatTheToolSays() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode node : resource("mrr-normalisation.json").get("cases")) {
            tests.add(DynamicTest.dynamicTest(node.get("source").asText(), () -> assertNormalised(node)));
        }
        return tests.stream();
    }

    private static void assertNormalised(JsonNode node) {
        BillingCycle cycle = node.has("months")
                ? BillingCycle.ofMonths(node.get("months").asInt())
                : BillingCycle.ofWeeks(node.get("weeks").asInt());
        ExactMoney value = DEFAULTS.with(PRESETS.get(node.get("policy").asText()))
                .of(
                        contract("a", "2025-01-01", node.get("fee").asText().replaceAll("(?<=\\.\\d\\d)00$", ""), cycle)
                                .build(),
                        DAY)
                .value();
        String expected = node.get("expected").asText();
        if (node.has("scale")) {
            assertEquals(
                    new BigDecimal(expected),
                    value.toBigMoney(node.get("scale").asInt(), RoundingMode.HALF_UP)
                            .getAmount());
        } else {
            assertEquals(parse(expected), value);
        }
    }

    @Test
    void aFeeWithoutABillingPeriod_isWorthNothing() {
        // killbill/killbill-analytics-plugin, TestBusinessSubscription: 999.95 with NO_BILLING_PERIOD
        assertEquals(
                exact("0"),
                DEFAULTS.with(MrrPolicy.KILL_BILL)
                        .of(of(FeeTerms.project(dollars("999.95"))), DAY)
                        .value());
    }

    @Test
    void stripesGlossary_printsAPlanOf800ForOneOf600() {
        // https://docs.stripe.com/billing/subscriptions/analytics/glossary prints "50 x (800/12)" beside a plan of 600
        // a year; its
        // total of 12,500 is right for 600, and 800 would make 13,333.33
        MrrAccumulator book = DEFAULTS.accumulator(DAY);
        MrrAccumulator misprint = DEFAULTS.accumulator(DAY);
        for (int i = 0; i < 100; i++) {
            book.add(i, 100_00, BillingCycle.MONTHLY);
            misprint.add(i, 100_00, BillingCycle.MONTHLY);
        }
        for (int i = 100; i < 150; i++) {
            book.add(i, 600_00, BillingCycle.ANNUAL);
            misprint.add(i, 800_00, BillingCycle.ANNUAL);
        }

        assertEquals(exact("12500"), book.result().value());
        assertEquals(dollars("13333.33"), misprint.result().value().toMoney(RoundingMode.HALF_UP));
        assertEquals(150, book.result().accounts());
    }

    @Test
    void killBillsReadme_printsARowOf224AsTheMonthlyRateOf150() {
        // the README of the report mrr_daily shows 224.6292 and explains it as a subscription of 150 a month; the
        // monthly amount of
        // 150 a month is 150
        assertEquals(
                exact("150"),
                DEFAULTS.with(MrrPolicy.KILL_BILL)
                        .of(monthly("a", "2025-01-01", "150").build(), DAY)
                        .value());
    }

    @Test
    void lago_addsTaxesToRevenue_oursLeavesThemOut() {
        // the query of getlago/lago-api for monthly recurring revenue sums amounts with taxes; tax is owed to the state
        Contract contract = withTax(Tax.exclusive(new BigDecimal("0.2")));

        assertEquals(
                exact("120"), DEFAULTS.with(MrrPolicy.LAGO).of(contract, DAY).value());
        assertEquals(exact("100"), DEFAULTS.of(contract, DAY).value());
    }

    @Test
    void finiteCoupon_twoPublishedPolicies() {
        // https://learn.profitwell.com/article/gf9qqkyplu-profitwell-vs-stripe: half off for three months
        Contract contract = monthly("a", "2025-03-01", "100")
                .addDiscount(Discount.percentage(new BigDecimal("0.5"), span("2025-03-01", "2025-06-01")))
                .build();

        assertEquals(
                exact("100"), DEFAULTS.with(MrrPolicy.STRIPE).of(contract, DAY).value());
        assertEquals(
                exact("50"),
                DEFAULTS.with(MrrPolicy.PROFITWELL).of(contract, DAY).value());
    }

    @Test
    void pausedSubscription_threePublishedPolicies() {
        // polarsource/polar, server/tests/metrics/test_paused_verification.py; ProfitWell; rameerez/profitable
        List<Contract> book = List.of(
                monthly("active", "2024-01-01", "10").build(),
                monthly("paused", "2024-01-01", "10")
                        .addPause(DateSpan.from(LocalDate.of(2024, 3, 1)))
                        .build(),
                monthly("ended", "2024-01-01", "10").end(end("2024-04-15")).build());
        LocalDate day = LocalDate.of(2024, 4, 30);
        MrrResult polar = DEFAULTS.with(MrrPolicy.POLAR).of(book, day);
        MrrResult profitWell = DEFAULTS.with(MrrPolicy.PROFITWELL).of(book, day);
        MrrResult profitable = DEFAULTS.with(MrrPolicy.PROFITABLE).of(book, day);

        assertEquals(exact("20"), polar.value());
        assertEquals(2, polar.accounts());
        assertEquals(
                1,
                RevenueMovements.withDefaults(USD)
                        .with(MrrPolicy.POLAR)
                        .of(book, LocalDate.of(2024, 3, 31), day)
                        .clients()
                        .get(MovementType.CHURN));
        assertEquals(exact("10"), profitWell.value());
        assertEquals(2, profitWell.accounts());
        assertEquals(exact("10"), profitable.value());
        assertEquals(1, profitable.accounts());
        assertEquals(
                ImmutableMap.of(MrrStatus.COUNTED, 1L, MrrStatus.NOT_RUNNING, 1L, MrrStatus.PAUSED, 1L),
                profitable.contracts());
    }

    @Test
    void refund_twoPublishedPolicies() {
        // https://learn.profitwell.com/article/b04f7czyr6-profitwell-vs-recurly: a full refund of May
        Contract contract = monthly("a", "2025-01-01", "100")
                .addRefund(Refund.of(LocalDate.of(2025, 5, 1), dollars("100")))
                .build();

        assertEquals(List.of(exact("100"), exact("100"), exact("100")), aprilToJune(MrrPolicy.PROFITWELL, contract));
        assertEquals(List.of(exact("100"), exact("0"), exact("100")), aprilToJune(MrrPolicy.RECURLY, contract));
    }

    private static List<ExactMoney> aprilToJune(MrrPolicy policy, Contract contract) {
        return Stream.of("2025-04-30", "2025-05-31", "2025-06-30")
                .map(day ->
                        DEFAULTS.with(policy).of(contract, LocalDate.parse(day)).value())
                .toList();
    }

    @Test
    void startInTheMiddleOfTheMonth_theDayDecides() {
        // dbt-labs/mrr-playbook takes the first day of the month, PostHog the last
        Contract contract = monthly("a", "2025-03-15", "100").build();

        assertEquals(exact("0"), DEFAULTS.of(contract, LocalDate.of(2025, 3, 1)).value());
        assertEquals(exact("100"), DEFAULTS.of(contract, DAY).value());
    }

    @Test
    void currency_rateOfTheDayOrRateAtTheStart() {
        // 100 EUR at 1.10 and then at 1.20 USD: ChartMogul keeps 110, Stripe shows 120
        Contract contract = euros("2025-01-01");

        assertEquals(
                exact("110"),
                withRates().with(MrrPolicy.CHARTMOGUL).of(contract, DAY).value());
        assertEquals(
                exact("120"),
                withRates().with(MrrPolicy.STRIPE).of(contract, DAY).value());
    }

    @Test
    void averageRevenuePerAccount_isRevenueByAccounts() {
        // https://gist.github.com/thijsc/477c76d1fea80a888a439c4f1f295284: 10,000 of 200 customers
        MrrAccumulator book = DEFAULTS.accumulator(DAY);
        for (int i = 0; i < 200; i++) {
            book.add(i, 50_00, BillingCycle.MONTHLY);
        }

        assertEquals(Outcome.of(exact("50")), book.result().averageRevenuePerAccount());
    }

    // laws

    @Property
    void aCycleOfManyMonthsIsWorthAsMuchAsItsShareOfEachMonth(
            @ForAll @IntRange(min = 1, max = 60) int months, @ForAll @LongRange(min = 1, max = 1_000_000) long cents) {
        ExactMoney value = fee(cents, BillingCycle.ofMonths(months), MrrPolicy.STANDARD);

        assertEquals(ExactMoney.ofMinor(USD, cents), value.multipliedBy(months, 1));
    }

    @Property
    void fourWeeksAndTwentyEightDaysHaveThirteenCyclesAYear(@ForAll @LongRange(min = 1, max = 1_000_000) long cents) {
        ExactMoney value = fee(cents, BillingCycle.ofDays(28), MrrPolicy.STANDARD);

        assertEquals(ExactMoney.ofMinor(USD, cents).multipliedBy(13, 12), value);
    }

    @Property
    void payingTwiceAsOftenIsWorthTwiceAsMuch(
            @ForAll MrrPolicy.Weeks weeks,
            @ForAll MrrPolicy.Days days,
            @ForAll @IntRange(min = 1, max = 100) int count) {
        MrrPolicy policy = MrrPolicy.STANDARD.with(weeks).with(days);

        assertEquals(fee(200, BillingCycle.ofWeeks(2 * count), policy), fee(100, BillingCycle.ofWeeks(count), policy));
        assertEquals(
                fee(200, new BillingCycle(2 * (7 * count + 1), CycleUnit.DAY), policy),
                fee(100, new BillingCycle(7 * count + 1, CycleUnit.DAY), policy));
    }

    @Property
    void theOrderOfFeesAndOfMergingChangesNothing(
            @ForAll @Size(max = 20) List<@IntRange(min = 1, max = 36) Integer> months,
            @ForAll @IntRange(max = 20) int cut,
            @ForAll Random random)
            throws IOException, ClassNotFoundException {
        List<Integer> shuffled = new ArrayList<>(months);
        Collections.shuffle(shuffled, random);
        int middle = Math.min(cut, shuffled.size());

        assertEquals(
                accumulate(months).result(),
                copy(accumulate(shuffled.subList(middle, shuffled.size())))
                        .merge(accumulate(shuffled.subList(0, middle)))
                        .result());
    }

    @Property
    void aBookIsTheSumOfItsContracts(@ForAll @Size(max = 20) List<@IntRange(min = 1, max = 36) Integer> months) {
        List<Contract> book = months.stream()
                .map(count -> contract("c" + count, "2025-01-01", "70", BillingCycle.ofMonths(count))
                        .build())
                .toList();

        assertEquals(accumulate(months).result().value(), DEFAULTS.of(book, DAY).value());
        assertEquals(
                accumulate(months).result().accounts(), DEFAULTS.of(book, DAY).accounts());
        assertEquals(
                book.stream()
                        .map(contract -> DEFAULTS.of(contract, DAY).value())
                        .reduce(exact("0"), ExactMoney::plus),
                DEFAULTS.of(book, DAY).value());
    }

    private static MrrAccumulator accumulate(List<Integer> months) {
        MrrAccumulator accumulator = DEFAULTS.accumulator(DAY);
        months.forEach(count -> accumulator.add(count, 70_00, BillingCycle.ofMonths(count)));
        return accumulator;
    }

    private static ExactMoney fee(long cents, BillingCycle cycle, MrrPolicy policy) {
        MrrAccumulator accumulator = DEFAULTS.with(policy).accumulator(DAY);
        accumulator.add(1, cents, cycle);
        return accumulator.result().value();
    }

    // edges

    @Test
    void of_emptyBook_isZeroWithoutAnAverage() {
        MrrResult empty = DEFAULTS.of(List.of(), DAY);

        assertEquals(exact("0"), empty.value());
        assertEquals(exact("0"), empty.annual());
        assertEquals(0, empty.accounts());
        assertEquals(
                Outcome.<ExactMoney>undefined(Reason.NO_DATA, "no accounts on 2025-03-31"),
                empty.averageRevenuePerAccount());
    }

    @Test
    void of_twoContractsOfOneClient_areOneAccount() {
        MrrResult book = DEFAULTS.of(
                List.of(
                        monthly("a", "2025-01-01", "100").build(),
                        monthly("a", "2025-02-01", "50").build(),
                        monthly("b", "2025-02-01", "30").build()),
                DAY);

        assertEquals(2, book.accounts());
        assertEquals(Outcome.of(exact("90")), book.averageRevenuePerAccount());
        assertEquals(exact("2160"), book.annual());
    }

    @Test
    void of_whatDoesNotRecur_saysWhy() {
        assertStatus(MrrStatus.NOT_RUNNING, monthly("a", "2025-04-01", "100").build());
        assertStatus(
                MrrStatus.NOT_RUNNING,
                monthly("a", "2025-01-01", "100").end(end("2025-03-31")).build());
        assertStatus(MrrStatus.NO_FIXED_FEE, of(FeeTerms.project(dollars("1"))));
        assertStatus(MrrStatus.NO_FIXED_FEE, of(FeeTerms.commissionOnSpend(USD, BigDecimal.ONE)));
        assertStatus(
                MrrStatus.TRIAL,
                monthly("a", "2025-03-01", "100")
                        .versions(List.of(version("2025-03-01", "100", BillingCycle.MONTHLY).toBuilder()
                                .trial(true)
                                .build()))
                        .build());
        assertStatus(
                MrrStatus.PAUSED,
                monthly("a", "2025-03-01", "100").addPause(DateSpan.from(DAY)).build());
        assertEquals(
                MrrStatus.COUNTED,
                DEFAULTS.of(
                                monthly("a", "2025-01-01", "100")
                                        .end(end("2025-04-01"))
                                        .build(),
                                DAY)
                        .status());
    }

    private static void assertStatus(MrrStatus status, Contract contract) {
        ContractMrrResult result = DEFAULTS.of(contract, DAY);

        assertEquals(status, result.status());
        assertEquals(exact("0"), result.value());
    }

    @Test
    void of_hybrid_countsTheRetainerAlone() {
        Retainer retainer = FeeTerms.retainer(dollars("100"), BillingCycle.MONTHLY);
        BonusSchedule bonus = BonusSchedule.builder()
                .kpi("leads")
                .source("CRM")
                .baseline(BigDecimal.ONE)
                .baselinePeriod(span("2024-01-01", "2025-01-01"))
                .addTier(BonusTier.flat(BigDecimal.ZERO, dollars("1000")))
                .build();

        assertEquals(
                exact("100"),
                DEFAULTS.of(of(FeeTerms.hybrid(retainer, bonus)), DAY).value());
    }

    @Test
    void of_overdueInvoice_isLostFromTheDayTheRuleSays() {
        Contract contract = monthly("a", "2025-01-01", "100")
                .addPastDue(span("2025-03-01", "2025-04-10"))
                .build();
        MonthlyRecurringRevenue baremetrics = DEFAULTS.with(MrrPolicy.BAREMETRICS);

        assertEquals(
                MrrStatus.COUNTED,
                baremetrics.of(contract, LocalDate.of(2025, 3, 30)).status());
        assertEquals(
                MrrStatus.PAST_DUE,
                baremetrics.of(contract, LocalDate.of(2025, 3, 31)).status());
        assertEquals(
                MrrStatus.COUNTED,
                baremetrics.of(contract, LocalDate.of(2025, 4, 10)).status());
        assertEquals(MrrStatus.COUNTED, DEFAULTS.of(contract, DAY).status());
    }

    @Test
    void of_inclusiveTax_isTakenOutExactly() {
        Contract contract = withTax(Tax.inclusive(new BigDecimal("0.2")));

        assertEquals(exact(250, 3), DEFAULTS.of(contract, DAY).value());
        assertEquals(
                exact("100"), DEFAULTS.with(MrrPolicy.LAGO).of(contract, DAY).value());
    }

    @Test
    void of_discounts_areTakenOffInTheirOrder() {
        Contract contract = monthly("a", "2025-01-01", "100")
                .addDiscount(Discount.fixed(dollars("20"), DateSpan.from(DAY)))
                .addDiscount(Discount.percentage(new BigDecimal("0.5"), span("2025-01-01", "2025-04-01")))
                .addDiscount(Discount.fixed(dollars("30"), DateSpan.from(DAY.plusDays(1))))
                .build();

        assertEquals(exact("40"), DEFAULTS.of(contract, DAY).value());
        assertEquals(
                exact("80"),
                DEFAULTS.with(MrrPolicy.STANDARD.with(MrrPolicy.Discounts.STANDING_ONLY))
                        .of(contract, DAY)
                        .value());
        assertEquals(
                exact("100"),
                DEFAULTS.with(MrrPolicy.STANDARD.with(MrrPolicy.Discounts.NONE))
                        .of(contract, DAY)
                        .value());
    }

    @Test
    void of_refundAboveTheFee_leavesNothing() {
        Contract contract = monthly("a", "2025-03-01", "100")
                .addRefund(Refund.of(LocalDate.of(2025, 3, 1), dollars("300")))
                .build();

        assertEquals(
                exact("0"), DEFAULTS.with(MrrPolicy.RECURLY).of(contract, DAY).value());
        assertEquals(
                exact("100"),
                DEFAULTS.with(MrrPolicy.RECURLY)
                        .of(contract, LocalDate.of(2025, 4, 1))
                        .value());
    }

    @Test
    void of_feesByTheDay_followTheRuleForDays() {
        assertEquals(exact(365, 12), day(MrrPolicy.Days.YEAR_OF_365_DAYS));
        assertEquals(exact(3_652_425, 120_000), day(MrrPolicy.Days.GREGORIAN));
        assertEquals(exact("30"), day(MrrPolicy.Days.THIRTY));
        assertEquals(exact("0"), day(MrrPolicy.Days.NOT_COUNTED));
        assertEquals(
                exact(365, 84),
                fee(100, BillingCycle.WEEKLY, MrrPolicy.STANDARD.with(MrrPolicy.Weeks.YEAR_OF_365_DAYS)));
    }

    private static ExactMoney day(MrrPolicy.Days rule) {
        return fee(100, BillingCycle.ofDays(1), MrrPolicy.STANDARD.with(rule));
    }

    @Test
    void accounts_feeThatIsWorthNothing_isNone() {
        MrrAccumulator accumulator = DEFAULTS.with(MrrPolicy.KILL_BILL).accumulator(DAY);
        accumulator.add(1, 100, BillingCycle.WEEKLY);
        accumulator.add(2, 0, BillingCycle.MONTHLY);

        assertEquals(0, accumulator.result().accounts());
        assertEquals(
                ImmutableMap.of(MrrStatus.COUNTED, 2L), accumulator.result().contracts());
    }

    @Test
    void sum_beyondLong_isStillExact() {
        MrrAccumulator accumulator = DEFAULTS.accumulator(DAY);
        accumulator.add(1, Long.MAX_VALUE, BillingCycle.MONTHLY);
        accumulator.add(2, Long.MAX_VALUE, BillingCycle.MONTHLY);
        accumulator.add(3, 2, BillingCycle.MONTHLY);

        assertEquals("USD 4611686018427387904/25", accumulator.result().value().toString());
    }

    // messages

    @Test
    void explain_overdueContract_isCountedBesideTheRule() {
        Contract overdue = monthly("a", "2025-01-01", "100")
                .addPastDue(DateSpan.of(LocalDate.of(2025, 1, 5), LocalDate.of(2025, 6, 1)))
                .build();
        String text = DEFAULTS.with(MrrPolicy.BAREMETRICS)
                .of(List.of(overdue), LocalDate.of(2025, 3, 31))
                .explain()
                .toText();

        assertTrue(text.contains("past due contracts = 1"), text);
        assertTrue(text.contains("past due = LOST_AFTER_30_DAYS"), text);
    }

    @Test
    void badArgument_saysWhich() {
        MrrAccumulator accumulator = DEFAULTS.accumulator(DAY);
        assertMessage("feeMinorUnits must not be negative: -1", () -> accumulator.add(1, -1, BillingCycle.MONTHLY));
        assertMessage(
                "other must have the policy, currency and day of this accumulator: 2025-04-01",
                () -> accumulator.merge(DEFAULTS.accumulator(DAY.plusDays(1))));
        assertMessage(
                "other must have the policy, currency and day of this accumulator: 2025-03-31",
                () -> accumulator.merge(DEFAULTS.with(MrrPolicy.GHOST).accumulator(DAY)));
        assertMessage(
                "other must have the policy, currency and day of this accumulator: 2025-03-31",
                () -> accumulator.merge(
                        MonthlyRecurringRevenue.withDefaults(CurrencyUnit.EUR).accumulator(DAY)));
        assertMessage("lostAfterDays must be positive: 0", () -> MrrPolicy.PastDue.lostAfter(0));
        assertMessage(
                "rates must hold on 2025-03-31 for the currency: EUR", () -> DEFAULTS.of(euros("2025-01-01"), DAY));
    }

    @Test
    void rates_badArgument_saysWhich() {
        ExchangeRates.Rate rate = ExchangeRates.Rate.of(CurrencyUnit.EUR, DAY, BigDecimal.ONE);
        assertMessage("rate must be positive: 0", () -> ExchangeRates.Rate.of(CurrencyUnit.EUR, DAY, BigDecimal.ZERO));
        assertMessage(
                "rates must hold one rate a currency and day: EUR=2025-03-31",
                () -> ExchangeRates.builder().base(USD).addRates(rate, rate).build());
        assertMessage(
                "rates must not be of the base currency: EUR",
                () -> ExchangeRates.builder()
                        .base(CurrencyUnit.EUR)
                        .addRate(rate)
                        .build());
        assertMessage(
                "rates must hold on 2025-03-30 for the currency: EUR",
                () -> ExchangeRates.builder()
                        .base(USD)
                        .addRate(rate)
                        .build()
                        .rateOn(CurrencyUnit.EUR, DAY.minusDays(1)));
    }

    @Test
    void rates_base_isOne() {
        ExchangeRates rates = ExchangeRates.none(USD);

        assertEquals(BigDecimal.ONE, rates.rateOn(USD, DAY));
        assertEquals(rates, rates.toBuilder().build());
        assertEquals(List.of(), rates.daysOf(CurrencyUnit.EUR).asList());
    }

    @Test
    void policies_differInOneRule() {
        assertNotEquals(MrrPolicy.STANDARD, MrrPolicy.STANDARD.with(MrrPolicy.Weeks.FOUR));
        assertEquals(
                MrrPolicy.STANDARD,
                MrrPolicy.LAGO.with(MrrPolicy.Weeks.FIFTY_TWO_A_YEAR).with(MrrPolicy.Taxes.EXCLUDED));
        assertEquals(
                MrrPolicy.STANDARD,
                MrrPolicy.BAREMETRICS.with(MrrPolicy.PastDue.COUNTED).with(MrrPolicy.Days.YEAR_OF_365_DAYS));
        assertEquals(
                MrrPolicy.STANDARD, MrrPolicy.POLAR.with(MrrPolicy.Pauses.ZERO).with(MrrPolicy.Refunds.IGNORED));
        assertEquals(
                MrrPolicy.STANDARD,
                MrrPolicy.PROFITWELL.with(MrrPolicy.Currencies.RATE_OF_THE_DAY).with(MrrPolicy.Discounts.ALL));
    }

    @Test
    void explain_contract_showsFeeCycleAndRules() {
        assertEquals(
                """
                monthly recurring revenue of contract a@2025-01-01 = USD 166.67   \
                [fee after discounts and tax * cycles a month * rate; day = 2025-03-31, status = COUNTED, \
                fee = USD 2000.00, cycle = every 12 months, in its own currency = USD 166.67, rate = 1, \
                weeks = FIFTY_TWO_A_YEAR, days = YEAR_OF_365_DAYS, discounts = ALL, taxes = EXCLUDED, pauses = ZERO, \
                currencies = RATE_OF_THE_DAY, refunds = IGNORED, past due = LOST_AFTER_30_DAYS]
                """,
                DEFAULTS.with(MrrPolicy.BAREMETRICS)
                        .of(
                                contract("a", "2025-01-01", "2000", BillingCycle.ANNUAL)
                                        .build(),
                                DAY)
                        .explain()
                        .toText());
    }

    @Test
    void explain_book_showsCountsAndTheAverage() {
        assertEquals(
                """
                monthly recurring revenue = USD 100.00   \
                [sum over counted contracts of fee after discounts and tax * cycles a month * rate; day = 2025-03-31, \
                counted = 1, not running = 1, \
                weeks = FIFTY_TWO_A_YEAR, days = YEAR_OF_365_DAYS, discounts = ALL, taxes = EXCLUDED, pauses = ZERO, \
                currencies = RATE_OF_THE_DAY, refunds = IGNORED, past due = COUNTED]
                  average revenue per account = USD 100.00   [monthly recurring revenue / accounts; accounts = 1]
                """,
                DEFAULTS.of(
                                List.of(
                                        monthly("a", "2025-01-01", "100").build(),
                                        monthly("b", "2026-01-01", "100").build()),
                                DAY)
                        .explain()
                        .toText());
    }

    private static Contract of(FeeTerms terms) {
        return Contract.builder()
                .id(ContractId.of("k"))
                .clientId(ClientId.of("c"))
                .addVersion(ContractVersion.of(LocalDate.of(2025, 1, 1), terms))
                .build();
    }

    private static Contract withTax(Tax tax) {
        return monthly("a", "2025-01-01", "100")
                .versions(List.of(version("2025-01-01", "100", BillingCycle.MONTHLY).toBuilder()
                        .tax(tax)
                        .build()))
                .build();
    }

    private static Contract euros(String start) {
        return Contract.builder()
                .id(ContractId.of("k"))
                .clientId(ClientId.of("c"))
                .addVersion(ContractVersion.of(
                        LocalDate.parse(start),
                        FeeTerms.retainer(Money.of(CurrencyUnit.EUR, 100), BillingCycle.MONTHLY)))
                .build();
    }

    private static MonthlyRecurringRevenue withRates() {
        return DEFAULTS.with(ExchangeRates.builder()
                .base(USD)
                .addRate(ExchangeRates.Rate.of(CurrencyUnit.EUR, LocalDate.of(2025, 1, 1), new BigDecimal("1.10")))
                .addRate(ExchangeRates.Rate.of(CurrencyUnit.EUR, LocalDate.of(2025, 3, 31), new BigDecimal("1.20")))
                .build());
    }

    private static DateSpan span(String start, String end) {
        return DateSpan.of(LocalDate.parse(start), LocalDate.parse(end));
    }
}
