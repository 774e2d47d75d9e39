package dev.tenure.lifetime.valuation;

import static dev.tenure.lifetime.valuation.Accounts.AS_OF;
import static dev.tenure.lifetime.valuation.Accounts.account;
import static dev.tenure.lifetime.valuation.Accounts.cost;
import static dev.tenure.lifetime.valuation.Accounts.day;
import static dev.tenure.lifetime.valuation.Accounts.policy;
import static dev.tenure.lifetime.valuation.Accounts.rub;
import static dev.tenure.lifetime.valuation.Accounts.units;
import static dev.tenure.lifetime.valuation.Accounts.xnpv;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import dev.tenure.client.ClientId;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.lifetime.DiscountRate;
import dev.tenure.lifetime.PaymentTiming;
import dev.tenure.lifetime.ValueUnit;
import dev.tenure.lifetime.contractual.Geometric;
import dev.tenure.lifetime.contractual.ShiftedBetaGeometric;
import dev.tenure.lifetime.noncontractual.BgNbd;
import dev.tenure.lifetime.spend.GammaGamma;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Proportion;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyMismatchException;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class ClientValuationTest {

    private static final Period MONTH = Period.ofMonths(1);
    private static final Geometric CHURN = new Geometric(0.05, MONTH);
    private static final BgNbd BUYING = new BgNbd(0.243, 4.414, 0.793, 2.426, ChronoUnit.WEEKS);
    private static final LocalDate UNTIL = day("2026-06-01");

    @Test
    void value_ofOneClient_isTheHandComputedOne() {
        ClientValue value = byHand();

        // renewals on 28 February, 31 March and 30 April, payments on the 28th: 0.95 + 0.95 + 0.95^2 + 0.95^3
        assertEquals(Outcome.of(Ratio.parse("3.659875")), value.streams().get(0).payments());
        assertEquals(Outcome.of(rub("219592.5")), value.residual());
        // 12 payments at 60 %, a credit note at 50 %
        assertEquals(rub("710000"), value.historic());
        assertEquals(rub("300000"), value.acquisition());
        assertEquals(rub("60000"), value.onboarding());
        assertEquals(Outcome.of(rub("569592.5")), value.total());
        assertEquals(Outcome.of(Ratio.parse("869592.5").dividedBy(Ratio.of(300000))), value.toCac());
        assertEquals(ValueUnit.GROSS_MARGIN, value.unit());
        assertEquals(13, value.payments());
        assertEquals(1, value.spells());
        assertEquals(ClientId.of("acme"), value.client());
        assertEquals(AS_OF, value.asOf());
        assertEquals(ConfidenceLevel.P95, value.level());
    }

    @Test
    void value_withoutEstimatedModel_hasNoInterval() {
        Outcome<?> none = Outcome.undefined(Reason.NOT_APPLICABLE, "nothing was estimated");

        assertEquals(none, byHand().residualInterval());
        assertEquals(none, byHand().totalInterval());
        assertEquals(none, byHand().toCacInterval());
        assertEquals(none, byHand().streams().get(0).interval());
    }

    @Test
    void explanation_namesEveryPart() {
        assertEquals("""
                lifetime value = RUB 569592.50   [historic + residual - acquisition - onboarding; client = acme, as of = 2026-02-10, unit = GROSS_MARGIN, horizon = until 2026-06-01, force of interest a year = 0.0000, tenure = CURRENT_SPELL]
                  historic = RUB 710000.00   [sum of payments * margin; payments = 13, spells = 1, timing = NOMINAL]
                  residual = RUB 219592.50   [sum of the streams to come]
                    residual value, retainer = RUB 219592.50   [payments * each; payments = 3.6599, each = RUB 60000.00]
                      confidence interval = undefined (nothing was estimated)   [by the fits of the models, which are independent]
                  acquisition = RUB 300000.00   [what was spent to win the client]
                  onboarding = RUB 60000.00   [what was spent to start]
                  confidence interval = undefined (nothing was estimated)   [by the fits of the models, which are independent]
                  LTV to CAC = 2.8986   [(historic + residual - onboarding) / acquisition]
                """, byHand().explain().toText());
    }

    @Test
    void clientWithoutStreams_hasNothingToCome() {
        ClientValue value = ClientValuation.withDefaults()
                .of(account(Spell.ended(day("2024-01-01"), day("2025-01-01"))).build(), AS_OF);

        assertEquals(ImmutableList.of(), value.streams());
        assertEquals(Outcome.of(rub("0")), value.residual());
        assertEquals(Outcome.of(rub("0")), value.total());
        assertEquals(
                Outcome.undefined(Reason.NOT_FINITE, "winning the client cost nothing, or no cost was recorded"),
                value.toCac());
        assertEquals(ValueUnit.REVENUE, value.unit());
        assertEquals(ValuationPolicy.undiscounted(), value.policy());
    }

    @Test
    void streamWithoutModel_isUndefinedAndNamesTheModel() {
        ClientAccount both = account(Spell.ongoing(AS_OF))
                .retainer(Retainer.monthly(rub("1"), AS_OF))
                .projects(ProjectWork.ofNewClient(ProjectSpend.ofAnyClient(Accounts.RUB)))
                .build();
        ClientValue value = ClientValuation.withDefaults().of(both, AS_OF);

        assertEquals(noModel("retention"), value.residual());
        assertEquals(noModel("purchases"), value.streams().get(1).payments());
        assertEquals(noModel("spend"), value.streams().get(1).each());
        assertEquals(
                noModel("spend"),
                ClientValuation.withDefaults()
                        .withRetention(CHURN)
                        .withPurchases(BUYING)
                        .of(both, AS_OF)
                        .total());
    }

    @Test
    void lifeWithoutEnd_isNotFinite() {
        ClientAccount both = account(Spell.ongoing(AS_OF))
                .retainer(Retainer.monthly(rub("1"), AS_OF))
                .projects(ProjectWork.ofNewClient(ProjectSpend.of(rub("5"))))
                .build();
        ClientValuation valuation = ClientValuation.withDefaults()
                .with(policy(DiscountRate.none(), ValueHorizon.unlimited()))
                .withPurchases(BUYING);

        assertEquals(
                Outcome.undefined(Reason.NOT_FINITE, "payments without end: a horizon or a discount is needed"),
                valuation
                        .withRetention(new ShiftedBetaGeometric(0.7, 1.2, MONTH))
                        .of(both, AS_OF)
                        .residual());
        assertEquals(
                Outcome.undefined(Reason.NOT_FINITE, "purchases without end: a horizon or a discount is needed"),
                valuation.withRetention(CHURN).of(both, AS_OF).residual());
    }

    @Test
    void undiscountedLife_withAnEnd_isTheMeanLifetime() {
        ClientAccount account = account(Spell.ongoing(AS_OF))
                .retainer(Retainer.monthly(rub("1"), AS_OF))
                .build();
        ClientValuation valuation =
                ClientValuation.withDefaults().with(policy(DiscountRate.none(), ValueHorizon.unlimited()));

        // 1 / churn, and (alpha + beta - 1) / (alpha - 1)
        assertEquals(
                20,
                units(valuation
                        .withRetention(CHURN)
                        .of(account, AS_OF)
                        .residual()
                        .orElseThrow()),
                1e-9);
        assertEquals(
                35,
                units(valuation
                        .withRetention(new ShiftedBetaGeometric(1.1, 3.4, MONTH))
                        .of(account, AS_OF)
                        .residual()
                        .orElseThrow()),
                1e-8);
    }

    @Test
    void quarterlyPayments_ofMonthlyRenewals_needThreeRenewalsEach() {
        ClientAccount account = account(Spell.ongoing(AS_OF))
                .retainer(Retainer.monthly(rub("1"), AS_OF).with(Period.ofMonths(3)))
                .build();
        ClientValuation valuation =
                ClientValuation.withDefaults().with(policy(DiscountRate.none(), ValueHorizon.unlimited()));

        assertEquals(
                1 / (1 - Math.pow(0.95, 3)),
                units(valuation
                        .withRetention(CHURN)
                        .of(account, AS_OF)
                        .residual()
                        .orElseThrow()),
                1e-9);
    }

    @Test
    void horizonOfAYear_holdsTwelvePaymentsOfEitherTiming() {
        ValuationPolicy year = policy(DiscountRate.none(), ValueHorizon.of(Period.ofYears(1)));
        ClientValuation valuation =
                ClientValuation.withDefaults().with(year).withRetention(new Geometric(1e-15, Period.ofYears(50)));
        Retainer advance = Retainer.monthly(rub("1"), AS_OF);
        Retainer arrears = Retainer.monthly(rub("1"), AS_OF.plusMonths(1)).with(PaymentTiming.ARREARS);

        for (Retainer retainer : List.of(advance, arrears)) {
            ClientAccount account =
                    account(Spell.ongoing(AS_OF)).retainer(retainer).build();
            assertEquals(Outcome.of(rub("12")), valuation.of(account, AS_OF).residual());
        }
    }

    @Test
    void horizonThatEndsToday_leavesOnlyWhatIsDueInArrears() {
        ValuationPolicy today = policy(DiscountRate.none(), ValueHorizon.until(AS_OF));
        ClientValuation valuation =
                ClientValuation.withDefaults().with(today).withRetention(CHURN).withPurchases(BUYING);
        ClientAccount account = account(Spell.ongoing(AS_OF.minusDays(20)))
                .retainer(Retainer.monthly(rub("1"), AS_OF).with(PaymentTiming.ARREARS))
                .projects(ProjectWork.ofNewClient(ProjectSpend.of(rub("5"))))
                .build();

        assertEquals(Outcome.of(rub("6")), valuation.of(account, AS_OF).residual());
    }

    @Test
    void newClientOfProjects_bringsHisFirstPurchaseAndTheRepeats() {
        GammaGamma spend = GammaGamma.of(6.25, 3.74, 15.44, Accounts.RUB);
        ClientAccount account = account(Spell.ongoing(AS_OF).withCost(cost("10", "0")))
                .grossMargin(Ratio.parse("0.8"))
                .projects(ProjectWork.ofNewClient(ProjectSpend.ofAnyClient(Accounts.RUB))
                        .withGrossMargin(Ratio.parse("0.5")))
                .build();
        ClientValue value = ClientValuation.withDefaults()
                .with(policy(DiscountRate.none(), ValueHorizon.until(AS_OF.plusWeeks(39))))
                .withPurchases(BUYING)
                .withSpend(spend)
                .of(account, AS_OF);
        double repeats = value.streams().get(0).payments().orElseThrow().doubleValue() - 1;

        // the expected repeats in 39 weeks by quadrature elsewhere, and the mean p gamma / (q - 1)
        assertEquals(
                0.5 * 6.25 * 15.44 / 2.74, units(value.streams().get(0).each().orElseThrow()), 1e-11);
        assertEquals(1.196723193321, repeats, 1e-11);
        assertEquals(
                (1 + repeats) * 0.5 * 6.25 * 15.44 / 2.74 - 10,
                units(value.total().orElseThrow()),
                1e-9);
    }

    @Test
    void history_withInterest_isCompoundedToTheDay() {
        ValuationPolicy compounded = new ValuationPolicy(
                xnpv(0.21), ValueHorizon.unlimited(), SpellTenure.CURRENT_SPELL, HistoricTiming.COMPOUNDED);
        ClientAccount account = account(Spell.ended(AS_OF.minusDays(730), AS_OF).withCost(cost("1000", "100")))
                .addPayment(Payment.of(AS_OF.minusDays(365), rub("100")))
                .addPayment(Payment.of(AS_OF, rub("7")))
                .build();
        ClientValue value = ClientValuation.withDefaults().with(compounded).of(account, AS_OF);

        assertEquals(rub("128"), value.historic());
        assertEquals(1464.1, units(value.acquisition()), 1e-8);
        assertEquals(146.41, units(value.onboarding()), 1e-9);
    }

    @Test
    void tenureOfAllSpells_addsTheRenewalsBeforeHeLeft() {
        // five whole months, the sixth renewal did not come; two months since he is back
        Spell first = Spell.ended(day("2025-01-10"), day("2025-07-10"));
        ClientAccount account = account(first, Spell.ongoing(day("2025-12-10")))
                .retainer(Retainer.monthly(rub("1"), day("2026-03-10")))
                .build();
        ShiftedBetaGeometric model = new ShiftedBetaGeometric(1, 1, MONTH);
        ValuationPolicy once = policy(DiscountRate.none(), ValueHorizon.until(day("2026-03-11")));
        ValuationPolicy all =
                new ValuationPolicy(once.discount(), once.horizon(), SpellTenure.ALL_SPELLS, once.historic());
        ClientValuation valuation = ClientValuation.withDefaults().withRetention(model);

        // retention at renewal n is n / (n + 1)
        assertEquals(
                3 / 4.0,
                units(valuation.with(once).of(account, AS_OF).residual().orElseThrow()),
                1e-11);
        assertEquals(
                8 / 9.0, units(valuation.with(all).of(account, AS_OF).residual().orElseThrow()), 1e-11);
    }

    @Test
    void winBack_isItsChanceTimesWhatFollowsLessItsCost() {
        ClientAccount account = account(Spell.ended(day("2025-01-10"), day("2025-07-10")))
                .winBack(WinBack.of(
                                Proportion.of(3, 12),
                                day("2027-02-10"),
                                Retainer.monthly(rub("1000"), day("2027-02-10")))
                        .withCost(cost("300", "100")))
                .build();
        ClientValuation valuation = ClientValuation.withDefaults().withRetention(CHURN);
        ClientValue value = valuation
                .with(policy(xnpv(0.25), ValueHorizon.until(day("2027-03-11"))))
                .of(account, AS_OF);
        StreamValue hope = value.streams().get(0);

        // 365 days away: 0.8; the second payment 28 days later, after one renewal
        double payments = 0.8 + 0.95 * Math.pow(1.25, -393 / 365.0);
        assertEquals(payments, hope.payments().orElseThrow().doubleValue(), 1e-11);
        assertEquals(rub("320"), hope.cost());
        assertEquals(0.25 * (1000 * payments - 320), units(hope.value().orElseThrow()), 1e-8);
        assertEquals(ValuePart.WIN_BACK, hope.part());
        assertTrue(hope.interval().isDefined());
        assertTrue(hope.explain().toText().startsWith("residual value, win-back = RUB "));
        assertTrue(hope.explain().toText().contains("came back = 3, left = 12, cost = RUB 320.00"));
        assertEquals(
                Outcome.of(rub("0")),
                valuation
                        .with(policy(xnpv(0.25), ValueHorizon.until(day("2027-02-10"))))
                        .of(account, AS_OF)
                        .residual());
    }

    @Test
    void book_ranksItsClientsAndExplainsItself() {
        ClientValuation valuation = ClientValuation.withDefaults()
                .with(policy(DiscountRate.none(), ValueHorizon.until(UNTIL)))
                .withRetention(CHURN);
        ClientAccount small = named("b", "10");
        ClientAccount equal = named("a", "10");
        ClientAccount large = named("c", "20");
        BookValue book = valuation.ofAll(List.of(small, equal, large), AS_OF);

        assertEquals(
                List.of("c", "a", "b"),
                book.top(5).stream().map(row -> row.client().value()).toList());
        assertEquals(
                List.of("c"),
                book.top(1).stream().map(row -> row.client().value()).toList());
        assertEquals(rub("73.1975"), book.top(1).get(0).residual());
        assertEquals(rub("72.1975"), book.top(1).get(0).total());
        assertEquals(Outcome.of(rub("146.395")), book.residual());
        assertEquals(Outcome.of(rub("143.395")), book.total());
        assertEquals(3, book.clients());
        assertEquals(AS_OF, book.asOf());
        assertEquals(ValueUnit.REVENUE, book.unit());
        assertEquals(Outcome.undefined(Reason.NOT_APPLICABLE, "nothing was estimated"), book.totalInterval());
        assertEquals("""
                value of the book = RUB 143.40   [historic + residual - acquisition - onboarding; clients = 3, as of = 2026-02-10, unit = REVENUE, horizon = until 2026-06-01, force of interest a year = 0.0000]
                  historic = RUB 0.00   [sum over the clients]
                  residual = RUB 146.40   [sum of the parts]
                    retainer = RUB 146.40   [sum over the clients]
                    projects = RUB 0.00   [sum over the clients]
                    win-back = RUB 0.00   [sum over the clients]
                  acquisition = RUB 3.00   [sum over the clients]
                  onboarding = RUB 0.00   [sum over the clients]
                  confidence interval = undefined (nothing was estimated)   [by the fits of the models, which are independent]
                """, book.explain().toText());
    }

    @Test
    void book_withAnUndefinedClient_isUndefinedAndRanksTheOthers() {
        ClientAccount left =
                account(Spell.ended(day("2024-01-01"), day("2025-01-01"))).build();
        BookValue book = ClientValuation.withDefaults().ofAll(List.of(named("x", "10"), left), AS_OF);

        assertEquals(noModel("retention"), book.total());
        assertEquals(1, book.top(2).size());
        assertEquals(Outcome.of(rub("0")), book.parts().get(ValuePart.PROJECTS));
    }

    @Test
    void book_ofNothingOrOfTwoKinds_isRefused() {
        ClientValuation valuation = ClientValuation.withDefaults();
        ClientAccount margin =
                named("z", "10").toBuilder().grossMargin(Ratio.ONE).build();
        ClientAccount dollars = ClientAccount.builder()
                .client(ClientId.of("y"))
                .currency(CurrencyUnit.USD)
                .addSpell(Spell.ongoing(AS_OF))
                .build();

        assertMessage("accounts must not be empty", () -> valuation.ofAll(List.of(), AS_OF));
        assertMessage(
                "unit must be REVENUE: GROSS_MARGIN", () -> valuation.ofAll(List.of(named("x", "1"), margin), AS_OF));
        assertThrows(CurrencyMismatchException.class, () -> valuation.ofAll(List.of(named("x", "1"), dollars), AS_OF));
        assertMessage(
                "client must be in the book once: x",
                () -> valuation.ofAll(List.of(named("x", "1"), named("x", "2")), AS_OF));
        assertMessage(
                "most must not be negative: -1",
                () -> valuation.ofAll(List.of(named("x", "1")), AS_OF).top(-1));
    }

    @Test
    void datesOnTheWrongSideOfTheDay_areRefused() {
        LocalDate tomorrow = AS_OF.plusDays(1);
        LocalDate yesterday = AS_OF.minusDays(1);
        Spell here = Spell.ongoing(day("2025-01-01"));
        Spell gone = Spell.ended(day("2025-01-01"), day("2026-01-01"));

        assertRefused("begin must not be after 2026-02-10: 2026-02-11", account(Spell.ongoing(tomorrow)));
        assertRefused(
                "end must not be after 2026-02-10: 2026-02-11", account(Spell.ended(day("2025-01-01"), tomorrow)));
        assertRefused(
                "date must not be after 2026-02-10: 2026-02-11",
                account(here).addPayment(Payment.of(tomorrow, rub("1"))));
        assertRefused(
                "nextPayment must not be before 2026-02-10: 2026-02-09",
                account(here).retainer(Retainer.monthly(rub("1"), yesterday)));
        assertRefused(
                "returns must not be before 2026-02-10: 2026-02-09",
                account(gone)
                        .winBack(WinBack.of(Proportion.of(1, 2), yesterday, Retainer.monthly(rub("1"), tomorrow))));
        assertRefusedHorizon("end must not be before asOf, 2026-02-10: 2026-02-09", ValueHorizon.until(yesterday));
        assertRefusedHorizon(
                "end must be within a hundred years of 2026-02-10: 2126-02-11", ValueHorizon.until(day("2126-02-11")));
    }

    private static ClientValue byHand() {
        ClientAccountBuilder account = account(Spell.ongoing(day("2025-01-31")).withCost(cost("300000", "60000")))
                .grossMargin(Ratio.parse("0.6"))
                .retainer(Retainer.monthly(rub("100000"), day("2026-02-28")))
                .addPayment(Payment.of(day("2026-02-01"), rub("-20000")).withGrossMargin(Ratio.parse("0.5")));
        for (int i = 0; i < 12; i++) {
            account.addPayment(Payment.of(day("2025-01-31").plusMonths(i), rub("100000")));
        }
        return ClientValuation.withDefaults()
                .with(policy(DiscountRate.none(), ValueHorizon.until(UNTIL)))
                .withRetention(CHURN)
                .of(account.build(), AS_OF);
    }

    private static ClientAccount named(String name, String fee) {
        return account(Spell.ongoing(day("2025-01-31")).withCost(cost("1", "0")))
                .client(ClientId.of(name))
                .retainer(Retainer.monthly(rub(fee), day("2026-02-28")))
                .build();
    }

    private static Outcome<ExactMoney> noModel(String what) {
        return Outcome.undefined(Reason.NO_DATA, "no model of " + what + " was given");
    }

    private static void assertRefused(String message, ClientAccountBuilder account) {
        assertMessage(message, () -> ClientValuation.withDefaults().of(account.build(), AS_OF));
    }

    private static void assertRefusedHorizon(String message, ValueHorizon horizon) {
        ClientValuation valuation = ClientValuation.withDefaults().with(policy(DiscountRate.none(), horizon));
        assertMessage(message, () -> valuation.of(account(Spell.ongoing(AS_OF)).build(), AS_OF));
    }

    static void assertMessage(String message, org.junit.jupiter.api.function.Executable action) {
        assertEquals(
                Optional.of(message),
                Optional.ofNullable(
                        assertThrows(IllegalArgumentException.class, action).getMessage()));
    }
}
