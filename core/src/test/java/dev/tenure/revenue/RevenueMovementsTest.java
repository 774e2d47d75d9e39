package dev.tenure.revenue;

import static dev.tenure.revenue.Books.USD;
import static dev.tenure.revenue.Books.assertMessage;
import static dev.tenure.revenue.Books.contract;
import static dev.tenure.revenue.Books.copy;
import static dev.tenure.revenue.Books.dollars;
import static dev.tenure.revenue.Books.end;
import static dev.tenure.revenue.Books.exact;
import static dev.tenure.revenue.Books.monthly;
import static dev.tenure.revenue.Books.resource;
import static dev.tenure.revenue.Books.version;
import static dev.tenure.revenue.MovementType.CHURN;
import static dev.tenure.revenue.MovementType.CONTRACTION;
import static dev.tenure.revenue.MovementType.EXPANSION;
import static dev.tenure.revenue.MovementType.FX;
import static dev.tenure.revenue.MovementType.INDEXATION;
import static dev.tenure.revenue.MovementType.NEW;
import static dev.tenure.revenue.MovementType.PAUSE;
import static dev.tenure.revenue.MovementType.REACTIVATION;
import static dev.tenure.revenue.MovementType.RESUME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.tenure.calendar.Granularity;
import dev.tenure.calendar.ReportingCalendar;
import dev.tenure.client.ClientId;
import dev.tenure.contract.BillingCycle;
import dev.tenure.contract.Contract;
import dev.tenure.contract.ContractBuilder;
import dev.tenure.contract.ContractId;
import dev.tenure.contract.ContractVersion;
import dev.tenure.contract.DateSpan;
import dev.tenure.contract.Discount;
import dev.tenure.contract.FeeTerms;
import dev.tenure.contract.Refund;
import dev.tenure.contract.Tax;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.money.ExactMoney;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RevenueMovementsTest {

    private static final RevenueMovements DEFAULTS = RevenueMovements.withDefaults(USD);
    private static final LocalDate BEFORE = LocalDate.of(2025, 2, 28);
    private static final LocalDate AFTER = LocalDate.of(2025, 3, 31);

    // golden

    @Test
    void lifecycle_asChartMogulTellsIt() {
        // https://help.chartmogul.com/hc/en-us/articles/201244842: a second subscription is expansion, the end of one
        // of two is
        // contraction, of the last churn, and the return is reactivation; published to the cent
        List<Contract> contracts = List.of(
                contract("syncalytics", "2024-01-01", "2000", BillingCycle.ANNUAL)
                        .end(end("2025-01-01"))
                        .build(),
                monthly("syncalytics", "2024-02-01", "60")
                        .end(end("2024-06-01"))
                        .build(),
                monthly("syncalytics", "2025-03-01", "150").build());
        ImmutableList<RevenueMovement> movements = DEFAULTS.with(MovementPolicy.CHARTMOGUL)
                .list(contracts, LocalDate.of(2023, 12, 31), LocalDate.of(2025, 12, 31));

        assertEquals(
                List.of(NEW, EXPANSION, CONTRACTION, CHURN, REACTIVATION),
                movements.stream().map(RevenueMovement::type).toList());
        assertEquals(
                List.of("166.67", "60.00", "-60.00", "-166.67", "150.00"),
                movements.stream()
                        .map(movement -> movement.amount()
                                .toMoney(RoundingMode.HALF_UP)
                                .getAmount()
                                .toString())
                        .toList());
        assertEquals(LocalDate.of(2025, 1, 1), movements.get(3).day());
        assertEquals(ClientId.of("syncalytics"), movements.get(0).clientId());
    }

    @Test
    void lowerPrice_isContractionAndNoLogoIsLost() {
        // https://support.chargebee.com/support/solutions/articles/264186
        RevenueMovementsResult result = march(changed("100", "70").build());

        assertMovements(Map.of(CONTRACTION, exact("-30")), result);
        assertEquals(1, result.closingClients());
    }

    @Test
    void twoSubscriptionsCancelledInOnePeriod_areADowngradeAndAChurn() {
        // https://support.stripe.com/questions/calculating-churn-rate-in-billing
        RevenueMovementsResult result = DEFAULTS.with(MovementPolicy.STRIPE)
                .of(
                        List.of(
                                monthly("c", "2025-01-01", "60")
                                        .end(end("2025-03-05"))
                                        .build(),
                                monthly("c", "2025-01-02", "40")
                                        .end(end("2025-03-09"))
                                        .build()),
                        BEFORE,
                        AFTER);

        assertMovements(Map.of(CONTRACTION, exact("-60"), CHURN, exact("-40")), result);
        assertEquals(1, result.clients().get(CHURN));
    }

    @Test
    void joinedAndLeftInOneMonth_twoPublishedPolicies() {
        // https://learn.profitwell.com/article/gf9qqkyplu-profitwell-vs-stripe
        List<Contract> book = List.of(
                monthly("old", "2024-01-01", "1000").build(),
                monthly("guest", "2025-03-03", "50").end(end("2025-03-20")).build());
        RevenueMovementsResult profitWell =
                DEFAULTS.with(MovementPolicy.PROFITWELL).of(book, BEFORE, AFTER);
        RevenueMovementsResult stripe = DEFAULTS.with(MovementPolicy.STRIPE).of(book, BEFORE, AFTER);

        assertMovements(Map.of(), profitWell);
        assertMovements(Map.of(NEW, exact("50"), CHURN, exact("-50")), stripe);
        assertEquals(exact("1000"), profitWell.closing());
        assertEquals(exact("1000"), stripe.closing());
        assertMovements(Map.of(), DEFAULTS.of(book, BEFORE, AFTER));
        assertEquals(List.of(), DEFAULTS.with(MovementPolicy.PROFITWELL).list(book, BEFORE, AFTER));
        assertEquals(
                2,
                DEFAULTS.with(MovementPolicy.STRIPE).list(book, BEFORE, AFTER).size());
    }

    @Test
    void return_threePublishedWindows() {
        // churned on 2025-01-31, back on 2025-06-15, 135 days later: ProfitWell, Chargify (90 days), Apphud
        List<Contract> book = List.of(
                monthly("c", "2024-01-01", "100").end(end("2025-01-31")).build(),
                monthly("c", "2025-06-15", "100").build());

        assertMovements(Map.of(REACTIVATION, exact("100")), june(book, MovementPolicy.PROFITWELL));
        assertMovements(Map.of(NEW, exact("100")), june(book, MovementPolicy.CHARGIFY));
        assertMovements(Map.of(NEW, exact("100")), june(book, MovementPolicy.APPHUD));
        assertMovements(Map.of(REACTIVATION, exact("100")), june(book, within(MovementPolicy.Mode.NET, 135)));
        assertMovements(Map.of(NEW, exact("100")), june(book, within(MovementPolicy.Mode.NET, 134)));
        assertMovements(Map.of(REACTIVATION, exact("100")), june(book, within(MovementPolicy.Mode.GROSS, 135)));
        assertMovements(Map.of(NEW, exact("100")), june(book, within(MovementPolicy.Mode.GROSS, 134)));
    }

    private static MovementPolicy within(MovementPolicy.Mode mode, long days) {
        return MovementPolicy.STANDARD.with(mode).with(MovementPolicy.Reactivation.within(days));
    }

    private static RevenueMovementsResult june(List<Contract> book, MovementPolicy policy) {
        return DEFAULTS.with(policy).of(book, LocalDate.of(2025, 5, 31), LocalDate.of(2025, 6, 30));
    }

    @Test
    void churnBelongsToTheFirstDayWithoutTheClient() {
        // PostHog/posthog pull request 39439: of 10, 11, 11, 11, 10, 10 active the loss is on the fifth day, not on the
        // fourth
        List<Contract> book = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            book.add(monthly("old" + i, "2024-01-01", "10").build());
        }
        book.add(monthly("guest", "2025-03-02", "10").end(end("2025-03-05")).build());
        List<Integer> active = new ArrayList<>();
        List<Long> lost = new ArrayList<>();
        for (int day = 1; day <= 6; day++) {
            LocalDate date = LocalDate.of(2025, 3, day);
            RevenueMovementsResult result = DEFAULTS.of(book, date.minusDays(1), date);
            active.add(result.closingClients());
            lost.add(result.clients().get(CHURN));
        }

        assertEquals(List.of(10, 11, 11, 11, 10, 10), active);
        assertEquals(List.of(0L, 0L, 0L, 0L, 1L, 0L), lost);
    }

    @TestFactory
    Stream<DynamicTest> aMonthsMovementIsWhatThePlaybookSays() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode customer : resource("monthly-movements-mrr-playbook.json").get("cases")) {
            tests.add(DynamicTest.dynamicTest("customer " + customer.get("customer"), () -> assertPlaybook(customer)));
        }
        return tests.stream();
    }

    private static void assertPlaybook(JsonNode customer) {
        List<Contract> contracts = new ArrayList<>();
        for (JsonNode period : customer.get("periods")) {
            contracts.add(monthly(
                            "c",
                            period.get("start").asText(),
                            period.get("monthly").asText())
                    .end(end(period.get("end").asText()))
                    .build());
        }
        for (JsonNode month : customer.get("months")) {
            LocalDate first = YearMonth.parse(month.get("month").asText()).atDay(1);
            RevenueMovementsResult result = DEFAULTS.of(contracts, first.minusMonths(1), first);
            assertEquals(exact(month.get("mrr").asText()), result.closing());
            ExactMoney change = exact(month.get("change").asText());
            Map<String, MovementType> types = Map.of(
                    "new",
                    NEW,
                    "upgrade",
                    EXPANSION,
                    "downgrade",
                    CONTRACTION,
                    "churn",
                    CHURN,
                    "reactivation",
                    REACTIVATION);
            assertMovements(
                    month.get("category").isNull()
                            ? Map.of()
                            : Map.of(types.get(month.get("category").asText()), change),
                    result);
        }
    }

    @Test
    void exchangeRate_isNeverExpansion() {
        // 100 EUR at 1.10 and then at 1.20: ChartMogul and ProfitWell show no movement, Stripe a line of its own
        List<Contract> book = List.of(euros("2025-01-01").build());
        RevenueMovements calculator = DEFAULTS.with(rates());

        assertMovements(Map.of(FX, exact("10")), calculator.of(book, BEFORE, AFTER));
        assertMovements(
                Map.of(FX, exact("10")), calculator.with(MovementPolicy.STRIPE).of(book, BEFORE, AFTER));
        assertMovements(Map.of(), calculator.with(MrrPolicy.CHARTMOGUL).of(book, BEFORE, AFTER));
        assertEquals(exact("110"), calculator.of(book, BEFORE, AFTER).opening());
        assertEquals(exact("120"), calculator.of(book, BEFORE, AFTER).closing());
    }

    // laws

    @Provide
    Arbitrary<List<Contract>> books() {
        return contracts().list().ofMaxSize(8);
    }

    private static Arbitrary<Contract> contracts() {
        Arbitrary<Integer> client = Arbitraries.integers().between(0, 3);
        Arbitrary<Integer> start = Arbitraries.integers().between(-80, 60);
        Arbitrary<Integer> length = Arbitraries.integers().between(31, 200);
        Arbitrary<Integer> fee = Arbitraries.integers().between(1, 1000);
        Arbitrary<Integer> months = Arbitraries.of(1, 3, 7, 12);
        Arbitrary<Integer> pause = Arbitraries.integers().between(0, 30);
        Arbitrary<Boolean> foreign = Arbitraries.of(true, false);
        return Combinators.combine(client, start, length, fee, months, pause, foreign)
                .as(RevenueMovementsTest::randomContract);
    }

    private static Contract randomContract(
            int client, int start, int length, int fee, int months, int pause, boolean foreign) {
        CurrencyUnit currency = foreign ? CurrencyUnit.EUR : USD;
        LocalDate first = BEFORE.plusDays(start);
        BillingCycle cycle = BillingCycle.ofMonths(months);
        return Contract.builder()
                .id(ContractId.of("k"))
                .clientId(ClientId.of("c" + client))
                .addVersion(ContractVersion.of(first, FeeTerms.retainer(Money.of(currency, fee), cycle)))
                .addVersion(
                        ContractVersion.of(first.plusDays(20), FeeTerms.retainer(Money.of(currency, fee + 7), cycle))
                                .toBuilder()
                                .indexation(new BigDecimal("1.03"))
                                .build())
                .addPause(DateSpan.of(first.plusDays(pause), first.plusDays(pause + 15L)))
                .end(end(first.plusDays(length).toString()))
                .build();
    }

    @Property(tries = 300)
    void movementsExplainTheChangeToTheLastFraction(
            @ForAll("books") List<Contract> book,
            @ForAll MovementPolicy.Mode mode,
            @ForAll MovementPolicy.SamePeriod samePeriod) {
        MrrResult opening = revenue(book, BEFORE);
        MrrResult closing = revenue(book, AFTER);
        RevenueMovementsResult result = DEFAULTS.with(rates())
                .with(MovementPolicy.STANDARD.with(mode).with(samePeriod))
                .of(book, BEFORE, AFTER);

        assertEquals(opening.value(), result.opening());
        assertEquals(closing.value(), result.closing());
        assertEquals(closing.value(), result.amounts().values().stream().reduce(opening.value(), ExactMoney::plus));
    }

    private static MrrResult revenue(List<Contract> book, LocalDate day) {
        return MonthlyRecurringRevenue.withDefaults(USD).with(rates()).of(book, day);
    }

    @Property(tries = 200)
    void splittingAPeriodComposes(
            @ForAll("books") List<Contract> book,
            @ForAll MovementPolicy.Mode mode,
            @ForAll @IntRange(min = 1, max = 30) int days) {
        LocalDate middle = BEFORE.plusDays(days);
        RevenueMovements calculator =
                DEFAULTS.with(rates()).with(MovementPolicy.STANDARD.with(mode).with(MovementPolicy.SamePeriod.COUNTED));
        RevenueMovementsResult first = calculator.of(book, BEFORE, middle);
        RevenueMovementsResult second = calculator.of(book, middle, AFTER);
        RevenueMovementsResult whole = calculator.of(book, BEFORE, AFTER);

        assertEquals(first.closing(), second.opening());
        assertEquals(whole.netNew(), first.netNew().plus(second.netNew()));
    }

    @Property(tries = 200)
    void gainsArePositiveAndLossesNegative(@ForAll("books") List<Contract> book, @ForAll MovementPolicy.Mode mode) {
        Map<MovementType, ExactMoney> amounts = DEFAULTS.with(rates())
                .with(MovementPolicy.STANDARD.with(mode))
                .of(book, BEFORE, AFTER)
                .amounts();

        List.of(NEW, EXPANSION, REACTIVATION, RESUME)
                .forEach(type -> assertTrue(amounts.get(type).signum() >= 0, type.name()));
        List.of(PAUSE, CONTRACTION, CHURN)
                .forEach(type -> assertTrue(amounts.get(type).signum() <= 0, type.name()));
    }

    @Property(tries = 200)
    void theOrderOfContractsChangesNothing(
            @ForAll("books") List<Contract> book, @ForAll MovementPolicy.Mode mode, @ForAll Random random) {
        List<Contract> shuffled = new ArrayList<>(book);
        Collections.shuffle(shuffled, random);
        RevenueMovements calculator = DEFAULTS.with(rates()).with(MovementPolicy.STANDARD.with(mode));

        assertEquals(calculator.of(book, BEFORE, AFTER), calculator.of(shuffled, BEFORE, AFTER));
    }

    @Property(tries = 200)
    void theListAddsUpToTheSums(@ForAll("books") List<Contract> book, @ForAll MovementPolicy.Mode mode) {
        RevenueMovements calculator = DEFAULTS.with(rates()).with(MovementPolicy.STANDARD.with(mode));
        RevenueMovementsResult result = calculator.of(book, BEFORE, AFTER);
        List<RevenueMovement> list = calculator.list(book, BEFORE, AFTER);

        result.amounts()
                .forEach((type, amount) -> assertEquals(
                        amount,
                        list.stream()
                                .filter(movement -> movement.type() == type)
                                .map(RevenueMovement::amount)
                                .reduce(exact("0"), ExactMoney::plus)));
    }

    @Property(tries = 200)
    void aNettedClientHasAtMostOneAgreedMovement(@ForAll("books") List<Contract> book) {
        List<RevenueMovement> list = DEFAULTS.with(rates()).list(book, BEFORE, AFTER);

        for (int client = 0; client <= 3; client++) {
            ClientId id = ClientId.of("c" + client);
            assertTrue(list.stream()
                            .filter(movement -> movement.clientId().equals(id))
                            .filter(movement -> List.of(NEW, EXPANSION, REACTIVATION, CONTRACTION, CHURN)
                                    .contains(movement.type()))
                            .count()
                    <= 1);
        }
    }

    @Property(tries = 100)
    void grossMovementsOfTwoHalvesAreThoseOfTheWhole(
            @ForAll("books") List<Contract> book, @ForAll @IntRange(min = 1, max = 30) int days) {
        RevenueMovements calculator = DEFAULTS.with(rates()).with(MovementPolicy.CHARTMOGUL);
        LocalDate middle = BEFORE.plusDays(days);
        Map<MovementType, ExactMoney> whole = calculator.of(book, BEFORE, AFTER).amounts();
        Map<MovementType, ExactMoney> first =
                calculator.of(book, BEFORE, middle).amounts();
        Map<MovementType, ExactMoney> second =
                calculator.of(book, middle, AFTER.plusDays(1)).amounts();
        Map<MovementType, ExactMoney> longer =
                calculator.of(book, BEFORE, AFTER.plusDays(1)).amounts();

        assertEquals(whole.keySet(), first.keySet());
        assertEquals(
                longer,
                Maps.toMap(
                        List.of(MovementType.values()), type -> first.get(type).plus(second.get(type))));
    }

    @Property(tries = 200)
    void theOrderOfRowsAndOfMergingChangesNothing(
            @ForAll List<@IntRange(max = 5) Integer> rows, @ForAll @IntRange(max = 10) int cut, @ForAll Random random)
            throws IOException, ClassNotFoundException {
        List<Integer> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        int middle = Math.min(cut, shuffled.size());

        assertEquals(
                accumulate(rows).result(),
                copy(accumulate(shuffled.subList(0, middle)))
                        .merge(accumulate(shuffled.subList(middle, shuffled.size())))
                        .result());
    }

    private static RevenueMovementsAccumulator accumulate(List<Integer> rows) {
        RevenueMovementsAccumulator accumulator = DEFAULTS.accumulator();
        for (int row : rows) {
            accumulator.addOpening(row % 3, row == 4 ? 0 : 100);
            accumulator.addClosing(row % 2, exact(row, 3));
            accumulator.add(row, INDEXATION, 1);
            accumulator.addReturn(row, row, 100L - row);
        }
        return accumulator;
    }

    // edges

    @Test
    void of_emptyBook_isZero() {
        RevenueMovementsResult empty = DEFAULTS.of(List.of(), BEFORE, AFTER);

        assertMovements(Map.of(), empty);
        assertEquals(exact("0"), empty.opening());
        assertEquals(exact("0"), empty.netNew());
        assertEquals(Outcome.<Double>undefined(Reason.NO_DATA, "no revenue before the period"), empty.growth());
        assertEquals(Outcome.<ExactMoney>undefined(Reason.NO_DATA, "no new clients"), empty.averageSalePrice());
    }

    @Test
    void of_period_goesFromTheDayBeforeItToItsLastDay() {
        List<Contract> book = List.of(
                monthly("first day", "2025-03-01", "1").build(),
                monthly("last day", "2025-03-31", "2").build(),
                monthly("next day", "2025-04-01", "4").build(),
                monthly("day before", "2025-02-28", "8").build());

        RevenueMovementsResult result =
                DEFAULTS.of(book, ReportingCalendar.of(Granularity.MONTH).periodOf(LocalDate.of(2025, 3, 10)));

        assertMovements(Map.of(NEW, exact("3")), result);
        assertEquals(exact("8"), result.opening());
        assertEquals(1, result.openingClients());
        assertEquals(3, result.closingClients());
        assertEquals(Outcome.of(exact(3, 2)), result.averageSalePrice());
        assertEquals(Outcome.of(0.375), result.growth());
        assertEquals(exact("3"), result.netNew());
    }

    @Test
    void of_pauseAndResume_areNeitherChurnNorNew() {
        DateSpan pause = DateSpan.of(LocalDate.of(2025, 3, 10), LocalDate.of(2025, 4, 10));
        Contract contract = monthly("c", "2025-01-01", "100").addPause(pause).build();
        LocalDate april = LocalDate.of(2025, 4, 30);

        assertMovements(Map.of(PAUSE, exact("-100")), march(contract));
        assertMovements(Map.of(RESUME, exact("100")), DEFAULTS.of(List.of(contract), AFTER, april));
        assertMovements(Map.of(), DEFAULTS.of(List.of(contract), BEFORE, april));
        assertMovements(
                Map.of(PAUSE, exact("-100"), RESUME, exact("100")),
                DEFAULTS.with(MovementPolicy.STRIPE).of(List.of(contract), BEFORE, april));
        assertMovements(Map.of(), DEFAULTS.with(MrrPolicy.POLAR).of(List.of(contract), BEFORE, AFTER));
    }

    @Test
    void of_pauseOfOneOfTwoContracts_isAPauseAndTheRestIsAgreed() {
        List<Contract> book = List.of(
                monthly("c", "2025-01-01", "100")
                        .addPause(DateSpan.from(LocalDate.of(2025, 3, 10)))
                        .build(),
                changed("40", "55").build());

        assertMovements(Map.of(PAUSE, exact("-100"), EXPANSION, exact("15")), DEFAULTS.of(book, BEFORE, AFTER));
    }

    @Test
    void of_newContractWhileTheOtherRests_isExpansion() {
        List<Contract> book = List.of(
                monthly("c", "2025-01-01", "100")
                        .addPause(DateSpan.from(BEFORE))
                        .build(),
                monthly("c", "2025-03-10", "40").build());

        assertMovements(Map.of(EXPANSION, exact("40")), DEFAULTS.of(book, BEFORE, AFTER));
    }

    @Test
    void of_contractThatEndsWhileItRests_losesNothingMore() {
        List<Contract> book = List.of(
                monthly("c", "2025-01-01", "100")
                        .addPause(DateSpan.from(LocalDate.of(2025, 2, 1)))
                        .end(end("2025-03-10"))
                        .build(),
                monthly("c", "2025-04-10", "70").build());

        assertMovements(Map.of(), DEFAULTS.of(book, BEFORE, AFTER));
        assertMovements(Map.of(REACTIVATION, exact("70")), DEFAULTS.of(book, AFTER, LocalDate.of(2025, 4, 30)));
    }

    @Test
    void of_indexedFee_isIndexationAndTheRestIsAgreed() {
        ContractBuilder contract = monthly("c", "2025-01-01", "100")
                .addVersion(version("2025-03-10", "115", BillingCycle.MONTHLY).toBuilder()
                        .indexation(new BigDecimal("1.08"))
                        .build());

        assertMovements(Map.of(INDEXATION, exact("8"), EXPANSION, exact("7")), march(contract.build()));
        assertMovements(
                Map.of(INDEXATION, exact("8"), EXPANSION, exact("7")),
                march(contract.addDiscount(Discount.fixed(dollars("20"), DateSpan.from(LocalDate.of(2025, 1, 1))))
                        .build()));
    }

    @Test
    void of_indexationInTheWholeFee_leavesNothingElse() {
        Contract contract = contract("c", "2025-01-01", "1200", BillingCycle.ANNUAL)
                .addVersion(version("2025-03-01", "1296", BillingCycle.ANNUAL).toBuilder()
                        .indexation(new BigDecimal("1.08"))
                        .build())
                .build();

        assertMovements(Map.of(INDEXATION, exact("8")), march(contract));
        assertMovements(Map.of(), DEFAULTS.of(List.of(contract), AFTER, LocalDate.of(2025, 4, 30)));
    }

    @Test
    void of_indexationAfterATrialOrAProject_isNone() {
        ContractVersion indexed = version("2025-03-10", "108", BillingCycle.MONTHLY).toBuilder()
                .indexation(new BigDecimal("1.08"))
                .build();
        ContractVersion trial = version("2025-01-01", "100", BillingCycle.MONTHLY).toBuilder()
                .trial(true)
                .build();
        ContractVersion project = ContractVersion.of(LocalDate.of(2025, 1, 1), FeeTerms.project(dollars("100")));
        Contract other = monthly("c", "2025-01-01", "1").build();

        for (ContractVersion first : List.of(trial, project)) {
            Contract contract = monthly("c", "2025-01-01", "100")
                    .versions(List.of(first, indexed))
                    .build();
            assertMovements(Map.of(EXPANSION, exact("108")), DEFAULTS.of(List.of(other, contract), BEFORE, AFTER));
        }
    }

    @Test
    void of_indexationOfAVersionWithoutAFee_isNone() {
        ContractVersion indexed = version("2025-03-20", "108", BillingCycle.MONTHLY).toBuilder()
                .indexation(new BigDecimal("1.08"))
                .build();
        ContractVersion trial = version("2025-03-10", "100", BillingCycle.MONTHLY).toBuilder()
                .trial(true)
                .build();
        ContractVersion project = ContractVersion.of(LocalDate.of(2025, 3, 10), FeeTerms.project(dollars("100")));

        for (ContractVersion middle : List.of(trial, project)) {
            assertMovements(
                    Map.of(EXPANSION, exact("8")),
                    march(monthly("c", "2025-01-01", "100")
                            .addVersions(middle, indexed)
                            .build()));
        }
    }

    @Test
    void of_churnInAnotherCurrency_isAtTheRateItHad() {
        Contract contract = euros("2025-01-01").end(end("2025-03-20")).build();

        assertMovements(Map.of(CHURN, exact("-110")), DEFAULTS.with(rates()).of(List.of(contract), BEFORE, AFTER));
        assertMovements(
                Map.of(FX, exact("10"), CHURN, exact("-120")),
                DEFAULTS.with(rates()).with(MovementPolicy.STRIPE).of(List.of(contract), BEFORE, AFTER));
    }

    @Test
    void of_grownAndShrunkInOneMonth_netShowsNothingAndGrossShowsBoth() {
        Contract contract = changed("100", "120")
                .addVersion(version("2025-03-20", "100", BillingCycle.MONTHLY))
                .build();

        assertMovements(Map.of(), march(contract));
        assertMovements(
                Map.of(EXPANSION, exact("20"), CONTRACTION, exact("-20")),
                DEFAULTS.with(MovementPolicy.STRIPE).of(List.of(contract), BEFORE, AFTER));
    }

    @Test
    void of_leftAndBackInOneMonth_netShowsTheDifferenceAndGrossBoth() {
        List<Contract> book = List.of(
                monthly("c", "2025-01-01", "100").end(end("2025-03-05")).build(),
                monthly("c", "2025-03-15", "90").build());

        assertMovements(Map.of(CONTRACTION, exact("-10")), DEFAULTS.of(book, BEFORE, AFTER));
        assertMovements(
                Map.of(CHURN, exact("-100"), REACTIVATION, exact("90")),
                DEFAULTS.with(MovementPolicy.STRIPE).of(book, BEFORE, AFTER));
    }

    @Test
    void of_equalContracts_countEachAsTheyDoInTheRevenue() {
        Contract contract = monthly("c", "2025-03-10", "100").build();
        List<Contract> book = List.of(contract, contract);

        assertMovements(Map.of(NEW, exact("200")), DEFAULTS.of(book, BEFORE, AFTER));
        assertEquals(
                exact("200"),
                MonthlyRecurringRevenue.withDefaults(USD).of(book, AFTER).value());
    }

    @Test
    void of_replacedContract_isNoChurn() {
        List<Contract> book = List.of(
                monthly("c", "2025-01-01", "100").end(end("2025-03-05")).build(),
                monthly("c", "2025-03-05", "100").build());

        assertMovements(Map.of(), DEFAULTS.with(MovementPolicy.STRIPE).of(book, BEFORE, AFTER));
    }

    @Test
    void of_discountRefundAndOverdueInvoice_moveOnTheirDays() {
        DateSpan march = DateSpan.of(LocalDate.of(2025, 3, 5), LocalDate.of(2025, 3, 20));
        Contract discounted = monthly("c", "2025-01-01", "100")
                .addDiscount(Discount.fixed(dollars("30"), march))
                .build();
        Contract refunded = monthly("c", "2025-01-01", "100")
                .addRefund(Refund.of(LocalDate.of(2025, 2, 5), dollars("10")))
                .build();
        Contract overdue = monthly("c", "2025-01-01", "100")
                .addPastDue(DateSpan.of(LocalDate.of(2025, 2, 5), LocalDate.of(2025, 3, 20)))
                .build();
        RevenueMovements stripe = DEFAULTS.with(MovementPolicy.STRIPE);

        assertMovements(
                Map.of(CONTRACTION, exact("-30"), EXPANSION, exact("30")),
                stripe.of(List.of(discounted), BEFORE, AFTER));
        assertEquals(
                LocalDate.of(2025, 3, 20),
                stripe.list(List.of(discounted), BEFORE, AFTER).get(1).day());
        assertEquals(
                List.of(new RevenueMovement(ClientId.of("c"), LocalDate.of(2025, 3, 5), EXPANSION, exact("10"))),
                stripe.with(MrrPolicy.RECURLY).list(List.of(refunded), BEFORE, AFTER));
        assertEquals(
                List.of(
                        new RevenueMovement(ClientId.of("c"), LocalDate.of(2025, 3, 7), CHURN, exact("-100")),
                        new RevenueMovement(ClientId.of("c"), LocalDate.of(2025, 3, 20), REACTIVATION, exact("100"))),
                stripe.with(MrrPolicy.BAREMETRICS).list(List.of(overdue), BEFORE, AFTER));
    }

    @Test
    void of_taxThatChanges_isNoMovement() {
        Contract contract = changed("100", "100")
                .versions(List.of(
                        version("2025-01-01", "100", BillingCycle.MONTHLY).toBuilder()
                                .tax(Tax.exclusive(new BigDecimal("0.20")))
                                .build(),
                        version("2025-03-10", "100", BillingCycle.MONTHLY).toBuilder()
                                .tax(Tax.exclusive(new BigDecimal("0.22")))
                                .build()))
                .build();

        assertMovements(Map.of(), march(contract));
        assertMovements(
                Map.of(EXPANSION, exact("2")), DEFAULTS.with(MrrPolicy.LAGO).of(List.of(contract), BEFORE, AFTER));
    }

    // rows

    @Test
    void accumulator_rowsOfOneClient_areAddedUpBeforeTheyAreToldApart() {
        RevenueMovementsAccumulator accumulator = DEFAULTS.accumulator();
        accumulator.addOpening(1, 100_00);
        accumulator.addClosing(1, 70_00);
        accumulator.addClosing(1, 50_00);
        accumulator.addClosing(2, 30_00);
        accumulator.addOpening(3, 10_00);
        accumulator.addOpening(4, 20_00);
        accumulator.addClosing(4, 5_00);
        accumulator.addClosing(5, 60_00);
        accumulator.addReturn(5, 100, 200);
        RevenueMovementsResult result = accumulator.result();

        assertMovements(
                Map.of(
                        EXPANSION,
                        exact("20"),
                        NEW,
                        exact("30"),
                        CHURN,
                        exact("-10"),
                        CONTRACTION,
                        exact("-15"),
                        REACTIVATION,
                        exact("60")),
                result);
        assertEquals(3, result.openingClients());
        assertEquals(4, result.closingClients());
        assertEquals(
                ImmutableMap.of(
                        NEW,
                        1L,
                        EXPANSION,
                        1L,
                        REACTIVATION,
                        1L,
                        RESUME,
                        0L,
                        INDEXATION,
                        0L,
                        FX,
                        0L,
                        PAUSE,
                        0L,
                        CONTRACTION,
                        1L,
                        CHURN,
                        1L),
                result.clients());
    }

    @Test
    void accumulator_knownCauses_leaveTheRestToBeToldApart() {
        RevenueMovementsAccumulator accumulator = DEFAULTS.accumulator();
        accumulator.addOpening(1, 100_00);
        accumulator.addClosing(1, 130_00);
        accumulator.add(1, FX, 10_00);
        accumulator.add(1, INDEXATION, exact("5"));
        accumulator.addOpening(2, 40_00);
        accumulator.add(2, PAUSE, -40_00);
        accumulator.addClosing(3, 50_00);
        accumulator.add(3, RESUME, 45_00);
        accumulator.addOpening(4, 40_00);
        accumulator.add(4, PAUSE, -30_00);

        assertMovements(
                Map.of(
                        FX,
                        exact("10"),
                        INDEXATION,
                        exact("5"),
                        EXPANSION,
                        exact("20"),
                        PAUSE,
                        exact("-70"),
                        RESUME,
                        exact("45"),
                        CONTRACTION,
                        exact("-10")),
                accumulator.result());
    }

    @Test
    void accumulator_returnToldTwice_theLastTimeItLeftCounts() {
        RevenueMovementsAccumulator accumulator =
                DEFAULTS.with(MovementPolicy.CHARGIFY).accumulator();
        accumulator.addClosing(1, 1_00);
        accumulator.addReturn(1, 0, 200);
        accumulator.addReturn(1, 110, 300);
        accumulator.addClosing(2, 2_00);
        accumulator.addReturn(2, 109, 200);

        assertMovements(Map.of(REACTIVATION, exact("1"), NEW, exact("2")), accumulator.result());
    }

    @Test
    void merge_returnToldInOnePart_countsForTheRevenueToldInTheOther() {
        RevenueMovementsAccumulator amounts =
                DEFAULTS.with(MovementPolicy.CHARGIFY).accumulator();
        amounts.addClosing(1, 1_00);
        amounts.addClosing(2, 2_00);
        RevenueMovementsAccumulator returns =
                DEFAULTS.with(MovementPolicy.CHARGIFY).accumulator();
        // the other part numbers its clients from 2
        returns.addReturn(2, 109, 200);
        returns.addReturn(1, 110, 200);

        assertMovements(
                Map.of(REACTIVATION, exact("1"), NEW, exact("2")),
                amounts.merge(returns).result());
    }

    @Test
    void accumulator_guestOfThePeriod_isIgnoredOrCounted() {
        for (MovementPolicy policy : List.of(MovementPolicy.STANDARD, MovementPolicy.STRIPE)) {
            RevenueMovementsAccumulator accumulator = DEFAULTS.with(policy).accumulator();
            accumulator.add(1, NEW, 50_00);
            accumulator.add(1, CHURN, -50_00);
            assertMovements(
                    policy == MovementPolicy.STANDARD ? Map.of() : Map.of(NEW, exact("50"), CHURN, exact("-50")),
                    accumulator.result());
        }
    }

    // messages

    @Test
    void badArgument_saysWhich() {
        RevenueMovementsAccumulator accumulator = DEFAULTS.accumulator();
        assertMessage(
                "closing must be after opening 2025-03-31: 2025-03-31", () -> DEFAULTS.of(List.of(), AFTER, AFTER));
        assertMessage("returnedEpochDay must be after leftEpochDay 5: 5", () -> accumulator.addReturn(1, 5, 5));
        assertMessage(
                "other must have the policy and currency of this accumulator: USD",
                () -> accumulator.merge(DEFAULTS.with(MovementPolicy.STRIPE).accumulator()));
        assertMessage(
                "other must have the policy and currency of this accumulator: EUR",
                () -> accumulator.merge(
                        RevenueMovements.withDefaults(CurrencyUnit.EUR).accumulator()));
        assertMessage("withinDays must not be negative: -1", () -> MovementPolicy.Reactivation.within(-1));
        assertEquals(
                "movements",
                assertThrows(NullPointerException.class, () -> DEFAULTS.with((MovementPolicy) null))
                        .getMessage());
    }

    @Test
    void reactivation_saysItsRule() {
        assertEquals("ANY", MovementPolicy.Reactivation.ANY.toString());
        assertEquals("NEVER", MovementPolicy.Reactivation.NEVER.toString());
        assertEquals("WITHIN_90_DAYS", MovementPolicy.CHARGIFY.reactivation().toString());
    }

    @Test
    void explain_showsEveryType() {
        assertEquals("""
                closing monthly recurring revenue = USD 120.00   [opening + the sum of all movements; \
                opening = USD 100.00, mode = NET, same period = IGNORED, reactivation = ANY]
                  new = USD 0.00   [sum over clients; clients = 0]
                  expansion = USD 20.00   [sum over clients; clients = 1]
                  reactivation = USD 0.00   [sum over clients; clients = 0]
                  resume = USD 0.00   [sum over clients; clients = 0]
                  indexation = USD 0.00   [sum over clients; clients = 0]
                  fx = USD 0.00   [sum over clients; clients = 0]
                  pause = USD 0.00   [sum over clients; clients = 0]
                  contraction = USD 0.00   [sum over clients; clients = 0]
                  churn = USD 0.00   [sum over clients; clients = 0]
                  growth = 20.00%   [(closing - opening) / opening]
                """, march(changed("100", "120").build()).explain().toText());
    }

    private static void assertMovements(Map<MovementType, ExactMoney> expected, RevenueMovementsResult result) {
        assertEquals(expected, Maps.filterValues(result.amounts(), amount -> amount.signum() != 0));
        assertEquals(MovementType.values().length, result.amounts().size());
    }

    private static RevenueMovementsResult march(Contract contract) {
        return DEFAULTS.of(List.of(contract), BEFORE, AFTER);
    }

    /** A contract of client c whose fee changes in March. */
    private static ContractBuilder changed(String before, String after) {
        return monthly("c", "2025-01-01", before).addVersion(version("2025-03-10", after, BillingCycle.MONTHLY));
    }

    private static ContractBuilder euros(String start) {
        return Contract.builder()
                .id(ContractId.of("k"))
                .clientId(ClientId.of("c"))
                .addVersion(ContractVersion.of(
                        LocalDate.parse(start),
                        FeeTerms.retainer(Money.of(CurrencyUnit.EUR, 100), BillingCycle.MONTHLY)));
    }

    private static ExchangeRates rates() {
        return ExchangeRates.builder()
                .base(USD)
                .addRate(ExchangeRates.Rate.of(CurrencyUnit.EUR, LocalDate.of(2020, 1, 1), new BigDecimal("1.10")))
                .addRate(ExchangeRates.Rate.of(CurrencyUnit.EUR, LocalDate.of(2025, 3, 15), new BigDecimal("1.20")))
                .build();
    }
}
