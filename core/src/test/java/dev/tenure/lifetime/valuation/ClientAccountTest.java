package dev.tenure.lifetime.valuation;

import static dev.tenure.lifetime.valuation.Accounts.account;
import static dev.tenure.lifetime.valuation.Accounts.cost;
import static dev.tenure.lifetime.valuation.Accounts.day;
import static dev.tenure.lifetime.valuation.Accounts.policy;
import static dev.tenure.lifetime.valuation.Accounts.rub;
import static dev.tenure.lifetime.valuation.ClientValuationTest.assertMessage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.lifetime.DiscountRate;
import dev.tenure.lifetime.PaymentTiming;
import dev.tenure.lifetime.contractual.ShiftedBetaGeometric;
import dev.tenure.lifetime.noncontractual.PurchaseHistory;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import dev.tenure.stat.Proportion;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.joda.money.CurrencyMismatchException;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class ClientAccountTest {

    private static final LocalDate BEGIN = day("2025-01-01");
    private static final LocalDate END = day("2025-06-01");
    private static final Spell GONE = Spell.ended(BEGIN, END);
    private static final Spell HERE = Spell.ongoing(BEGIN);
    private static final Retainer FEE = Retainer.monthly(rub("1"), day("2026-03-01"));
    private static final Ratio TOO_MUCH = Ratio.parse("1.01");

    @Test
    void spells_followOneAnother() {
        assertMessage("spells must not be empty: []", () -> account().build());
        assertMessage(
                "spells must follow one another, each after the end of the one before: 2025-05-31",
                () -> account(GONE, Spell.ongoing(day("2025-05-31"))).build());
        assertMessage(
                "spells must follow one another, each after the end of the one before: 2025-06-01",
                () -> account(HERE, Spell.ongoing(END)).build());
        assertMessage("end must be after begin, 2025-01-01: 2025-01-01", () -> Spell.ended(BEGIN, BEGIN));
        assertTrue(account(GONE, Spell.ongoing(END)).build().isClient());
        assertFalse(account(GONE).build().isClient());
    }

    @Test
    void streams_areOfClientsWhoAreHere_andReturnsOfThoseWhoLeft() {
        assertMessage(
                "retainer must be absent for a client who has left",
                () -> account(GONE).retainer(FEE).build());
        assertMessage(
                "projects must be absent for a client who has left",
                () -> account(GONE)
                        .projects(ProjectWork.ofNewClient(ProjectSpend.of(rub("1"))))
                        .build());
        assertMessage(
                "winBack must be absent for a client who is here",
                () -> account(HERE).winBack(hope(FEE)).build());
    }

    @Test
    void margins_areOfAllOrOfNone_andAtMostOne() {
        String rule = "grossMargin must be given for the account if it is for a payment or a stream";
        Ratio half = Ratio.parse("0.5");

        assertMessage(
                rule, () -> account(HERE).retainer(FEE.withGrossMargin(half)).build());
        assertMessage(
                rule,
                () -> account(HERE)
                        .projects(ProjectWork.ofNewClient(ProjectSpend.of(rub("1")))
                                .withGrossMargin(half))
                        .build());
        assertMessage(
                rule,
                () -> account(HERE)
                        .addPayment(Payment.of(BEGIN, rub("1")).withGrossMargin(half))
                        .build());
        assertMessage(
                rule,
                () -> account(GONE).winBack(hope(FEE.withGrossMargin(half))).build());
        assertMessage(
                "grossMargin must not exceed 1: 101/100",
                () -> account(HERE).grossMargin(TOO_MUCH).build());
        assertMessage("grossMargin must not exceed 1: 101/100", () -> FEE.withGrossMargin(TOO_MUCH));
        assertMessage(
                "grossMargin must not exceed 1: 101/100",
                () -> Payment.of(BEGIN, rub("1")).withGrossMargin(TOO_MUCH));
        assertMessage(
                "grossMargin must not exceed 1: 101/100",
                () -> ProjectWork.ofNewClient(ProjectSpend.of(rub("1"))).withGrossMargin(TOO_MUCH));
    }

    @Test
    void allAmounts_areInTheCurrencyOfTheAccount() {
        ExactMoney dollar = ExactMoney.ofMinor(CurrencyUnit.USD, 100);
        Retainer fee = Retainer.monthly(dollar, day("2026-03-01"));

        assertMismatch(account(HERE).retainer(fee));
        assertMismatch(account(HERE).addPayment(Payment.of(BEGIN, dollar)));
        assertMismatch(account(HERE).projects(ProjectWork.ofNewClient(ProjectSpend.of(dollar))));
        assertMismatch(account(HERE).projects(ProjectWork.ofNewClient(ProjectSpend.ofAnyClient(CurrencyUnit.USD))));
        assertMismatch(account(GONE).winBack(hope(fee)));
        assertMismatch(account(HERE.withCost(cost("1", "0"))).currency(CurrencyUnit.USD));
        assertMismatch(
                account(GONE).currency(CurrencyUnit.USD).winBack(hope(fee).withCost(cost("1", "0"))));
    }

    @Test
    void retainer_isPaidAgainAndAgain() {
        assertMessage("fee must not be negative: RUB -1", () -> Retainer.monthly(rub("-1"), BEGIN));
        assertMessage("every must be positive: P0D", () -> FEE.with(Period.ZERO));
        assertMessage("every must be positive: P-1M", () -> FEE.with(Period.ofMonths(-1)));
        assertMessage("timing must be ADVANCE or ARREARS: CONTINUOUS", () -> FEE.with(PaymentTiming.CONTINUOUS));
        assertEquals(
                new Retainer(
                        rub("1"),
                        day("2026-03-01"),
                        Period.ofWeeks(2),
                        PaymentTiming.ARREARS,
                        Optional.of(Ratio.ONE),
                        Optional.of(day("2026-02-01"))),
                FEE.with(Period.ofWeeks(2))
                        .with(PaymentTiming.ARREARS)
                        .withGrossMargin(Ratio.ONE)
                        .withSince(day("2026-02-01")));
        assertMessage(
                "since must not be after nextPayment, 2026-03-01: 2026-03-02", () -> FEE.withSince(day("2026-03-02")));
    }

    @Test
    void retainer_ofAClientOfOld_isRenewedFromItsOwnFirstDay() {
        ClientAccount old = account(Spell.ongoing(day("2020-01-10")))
                .retainer(FEE.withSince(day("2026-03-01")))
                .build();
        ClientAccount young =
                account(Spell.ongoing(day("2026-03-01"))).retainer(FEE).build();
        ClientValuation valuation = ClientValuation.withDefaults()
                .with(policy(DiscountRate.none(), ValueHorizon.of(Period.ofYears(5))))
                .withRetention(new ShiftedBetaGeometric(0.7, 2.2, Period.ofMonths(1)));

        assertEquals(
                valuation.of(young, day("2026-03-01")).residual(),
                valuation.of(old, day("2026-03-01")).residual());
        assertMessage(
                "since must not be before the spell, 2026-03-01: 2026-02-01",
                () -> account(Spell.ongoing(day("2026-03-01")))
                        .retainer(FEE.withSince(day("2026-02-01")))
                        .build());
    }

    @Test
    void firstPurchaseThatIsDue_hasNoHistory() {
        assertMessage(
                "history must be empty while the first purchase is due: "
                        + "PurchaseHistory[repeats=0, recency=PT0S, age=PT168H]",
                () -> new ProjectWork(
                        PurchaseHistory.of(0, 0, 1, ChronoUnit.WEEKS),
                        FirstPurchase.DUE,
                        ProjectSpend.of(rub("1")),
                        Optional.empty()));
    }

    @Test
    void winBack_hasACountedChance_andPaysAfterTheReturn() {
        assertMessage(
                "chance must be of at least one client: 0",
                () -> WinBack.of(Proportion.of(0, 0), day("2026-03-01"), FEE));
        assertMessage(
                "nextPayment must not be before returns, 2026-03-02: 2026-03-01",
                () -> WinBack.of(Proportion.of(1, 2), day("2026-03-02"), FEE));
        assertEquals(
                Optional.of(cost("1", "2")), hope(FEE).withCost(cost("1", "2")).cost());
    }

    @Test
    void spend_isNotNegative() {
        assertMessage("price must not be negative: RUB -1", () -> ProjectSpend.of(rub("-1")));
    }

    @Test
    void horizon_isPositiveAndAtMostAHundredYears() {
        assertMessage("period must be positive: P0D", () -> ValueHorizon.of(Period.ZERO));
        assertMessage("period must be positive: P-1D", () -> ValueHorizon.of(Period.ofDays(-1)));
        assertMessage("period must not exceed a hundred years: P100Y1D", () -> ValueHorizon.of(Period.of(100, 0, 1)));
        assertMessage("period must not exceed a hundred years: P1201M", () -> ValueHorizon.of(Period.ofMonths(1201)));
        assertEquals("P100Y", ValueHorizon.of(Period.ofYears(100)).toString());
        assertEquals("until 2025-01-01", ValueHorizon.until(BEGIN).toString());
        assertEquals("unlimited", ValueHorizon.unlimited().toString());
        assertEquals(
                Optional.of(day("2025-02-01")),
                ValueHorizon.of(Period.ofMonths(1)).end(BEGIN));
        assertEquals(Optional.empty(), ValueHorizon.unlimited().end(BEGIN));
    }

    @Test
    void toBuilder_keepsEverything() {
        ClientAccount account = account(GONE, Spell.ongoing(END))
                .grossMargin(Ratio.ONE)
                .retainer(FEE)
                .addPayment(Payment.of(BEGIN, rub("3")))
                .build();

        assertEquals(account, account.toBuilder().build());
    }

    private static WinBack hope(Retainer fee) {
        return WinBack.of(Proportion.of(1, 2), day("2026-03-01"), fee);
    }

    private static void assertMismatch(ClientAccountBuilder account) {
        assertThrows(CurrencyMismatchException.class, account::build);
    }
}
