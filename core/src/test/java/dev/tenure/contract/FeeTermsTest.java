package dev.tenure.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.contract.FeeTerms.Retainer;
import dev.tenure.money.ExactMoney;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Fees, bonuses, taxes, discounts, refunds, and the cycles and spans they hold for. */
class FeeTermsTest {

    private static final CurrencyUnit RUB = CurrencyUnit.of("RUB");
    private static final LocalDate DAY = LocalDate.of(2025, 1, 31);
    private static final Retainer RETAINER = FeeTerms.retainer(rubles(100), BillingCycle.MONTHLY);

    // laws

    @Property
    void takingTheTaxOffAndPuttingItOnAgainChangesNothing(
            @ForAll @LongRange(max = 1_000_000_000) long kopecks, @ForAll @IntRange(max = 100) int percent) {
        ExactMoney price = ExactMoney.ofMinor(RUB, kopecks);
        BigDecimal rate = BigDecimal.valueOf(percent, 2);

        assertEquals(price, Tax.exclusive(rate).gross(Tax.inclusive(rate).net(price)));
        assertEquals(price, Tax.exclusive(rate).net(price));
        assertEquals(price, Tax.inclusive(rate).gross(price));
    }

    @Property
    void aDiscountLeavesAtMostTheFeeAndNeverLessThanNothing(
            @ForAll @LongRange(max = 1_000_000) long fee,
            @ForAll @LongRange(min = 1, max = 1_000_000) long less,
            @ForAll @IntRange(min = 1, max = 100) int percent) {
        ExactMoney whole = ExactMoney.ofMinor(RUB, fee);
        DateSpan span = DateSpan.from(DAY);

        for (Discount discount : new Discount[] {
            Discount.fixed(Money.ofMinor(RUB, less), span), Discount.percentage(BigDecimal.valueOf(percent, 2), span)
        }) {
            ExactMoney rest = discount.applyTo(whole);
            assertTrue(rest.signum() >= 0 && rest.compareTo(whole) <= 0);
        }
    }

    @Property
    void aSpanHoldsADayUnlessItIsBeforeOrAfterIt(
            @ForAll @IntRange(min = -50, max = 50) int offset, @ForAll @IntRange(min = 1, max = 40) int length) {
        LocalDate day = DAY.plusDays(offset);

        assertEquals(
                offset >= 0 && offset < length,
                DateSpan.of(DAY, DAY.plusDays(length)).contains(day));
        assertEquals(offset >= 0, DateSpan.from(DAY).contains(day));
    }

    @Property
    void daysThatMakeWholeWeeksAreWeeks(@ForAll @IntRange(min = 1, max = 1000) int weeks) {
        assertEquals(BillingCycle.ofWeeks(weeks), BillingCycle.ofDays(7 * weeks));
    }

    // edges

    @Test
    void feeTerms_eachKind_saysItsCurrencyItsFixedAndItsVariablePart() {
        FeeTerms hybrid = FeeTerms.hybrid(RETAINER, bonus().build());
        FeeTerms commission = FeeTerms.commissionOnSpend(RUB, BigDecimal.ONE);
        FeeTerms project = FeeTerms.project(rubles(7));

        assertEquals(RUB, RETAINER.currency());
        assertEquals(Optional.of(RETAINER), RETAINER.fixedPart());
        assertFalse(RETAINER.hasVariablePart());
        assertEquals(RUB, hybrid.currency());
        assertEquals(Optional.of(RETAINER), hybrid.fixedPart());
        assertTrue(hybrid.hasVariablePart());
        assertEquals(RUB, commission.currency());
        assertEquals(Optional.empty(), commission.fixedPart());
        assertTrue(commission.hasVariablePart());
        assertEquals(RUB, project.currency());
        assertEquals(Optional.empty(), project.fixedPart());
        assertFalse(project.hasVariablePart());
    }

    @Test
    void cycle_namedOnes_areWhatTheySay() {
        assertEquals(BillingCycle.ANNUAL, BillingCycle.ofYears(1));
        assertEquals(new BillingCycle(24, CycleUnit.MONTH), BillingCycle.ofYears(2));
        assertEquals(new BillingCycle(4, CycleUnit.WEEK), BillingCycle.ofDays(28));
        assertEquals(new BillingCycle(30, CycleUnit.DAY), BillingCycle.ofDays(30));
        assertEquals("every month", BillingCycle.MONTHLY.toString());
        assertEquals("every 3 months", BillingCycle.QUARTERLY.toString());
        assertEquals("every 6 months", BillingCycle.SEMI_ANNUAL.toString());
        assertEquals("every week", BillingCycle.WEEKLY.toString());
        assertEquals("every 30 days", BillingCycle.ofDays(30).toString());
    }

    @Test
    void next_cycle_followsTheCalendar() {
        assertEquals(LocalDate.of(2025, 2, 28), BillingCycle.MONTHLY.next(DAY));
        assertEquals(LocalDate.of(2026, 1, 31), BillingCycle.ANNUAL.next(DAY));
        assertEquals(LocalDate.of(2025, 2, 28), BillingCycle.ofDays(28).next(DAY));
        assertEquals(LocalDate.of(2025, 3, 2), BillingCycle.ofDays(30).next(DAY));
    }

    @Test
    void span_twoSpans_endBeforeEachOther() {
        DateSpan week = DateSpan.of(DAY, DAY.plusDays(7));

        assertTrue(week.endsBefore(DateSpan.from(DAY.plusDays(7))));
        assertFalse(week.endsBefore(DateSpan.from(DAY.plusDays(6))));
        assertFalse(DateSpan.from(DAY).endsBefore(week));
        assertEquals("2025-01-31 to 2025-02-07", week.toString());
        assertEquals("2025-01-31 on", DateSpan.from(DAY).toString());
    }

    @Test
    void net_inclusivePrice_isExact() {
        ExactMoney net = Tax.inclusive(new BigDecimal("0.20")).net(ExactMoney.of(rubles(100)));

        assertEquals(BigInteger.valueOf(250), net.numerator());
        assertEquals(BigInteger.valueOf(3), net.denominator());
    }

    @Test
    void discount_standingAndFinite_knowWhenTheyHold() {
        Discount standing = Discount.percentage(new BigDecimal("0.25"), DateSpan.from(DAY));
        Discount finite = Discount.fixed(rubles(30), DateSpan.of(DAY, DAY.plusDays(1)));

        assertTrue(standing.isStanding());
        assertTrue(standing.holdsOn(DAY));
        assertFalse(standing.holdsOn(DAY.minusDays(1)));
        assertEquals(ExactMoney.of(rubles(75)), standing.applyTo(ExactMoney.of(rubles(100))));
        assertEquals(Optional.empty(), standing.currency());
        assertFalse(finite.isStanding());
        assertTrue(finite.holdsOn(DAY));
        assertFalse(finite.holdsOn(DAY.plusDays(1)));
        assertEquals(ExactMoney.of(rubles(70)), finite.applyTo(ExactMoney.of(rubles(100))));
        assertEquals(ExactMoney.zero(RUB), finite.applyTo(ExactMoney.of(rubles(29))));
        assertEquals(Optional.of(RUB), finite.currency());
    }

    @Test
    void bonus_unlessSet_hasNoFloorMoneyAndNoCap() {
        BonusSchedule bonus = bonus().build();

        assertEquals(Money.zero(RUB), bonus.floor());
        assertEquals(Optional.empty(), bonus.cap());
        assertEquals(RUB, bonus.currency());
        assertEquals(
                bonus,
                bonus.toBuilder().cap(rubles(5)).floor(rubles(5)).build().toBuilder()
                        .cap(Optional.empty())
                        .floor(Money.zero(RUB))
                        .build());
        assertEquals(
                BonusTier.of(BigDecimal.ZERO, rubles(0), BigMoney.zero(RUB)),
                bonus.tiers().get(0));
    }

    @Test
    void texts_sortAndPrint() {
        assertTrue(ContractId.of("a").compareTo(ContractId.of("b")) < 0);
        assertTrue(Service.of("b").compareTo(Service.of("a")) > 0);
        assertEquals("k1", ContractId.of("k1").toString());
        assertEquals("SEO", Service.of("SEO").toString());
    }

    // messages

    @Test
    void feeTerms_badArgument_saysWhich() {
        assertMessage("fee must be positive: RUB 0.00", () -> FeeTerms.retainer(rubles(0), BillingCycle.MONTHLY));
        assertMessage("fee must be positive: RUB -1.00", () -> FeeTerms.project(rubles(-1)));
        assertMessage("fee must be positive: RUB 0.00", () -> FeeTerms.project(rubles(0)));
        assertMessage("share must be in (0, 1]: 0", () -> FeeTerms.commissionOnSpend(RUB, BigDecimal.ZERO));
        assertMessage("share must be in (0, 1]: 1.01", () -> FeeTerms.commissionOnSpend(RUB, new BigDecimal("1.01")));
        assertMessage(
                "bonus must be in the currency of the retainer, USD: RUB",
                () -> FeeTerms.hybrid(
                        FeeTerms.retainer(Money.of(CurrencyUnit.USD, 1), BillingCycle.MONTHLY), bonus().build()));
        assertMessage("count must be positive: 0", () -> BillingCycle.ofDays(0));
        assertMessage("count must be positive: -1", () -> BillingCycle.ofMonths(-1));
        assertMessage("years must be positive: 0", () -> BillingCycle.ofYears(0));
        assertThrows(ArithmeticException.class, () -> BillingCycle.ofYears(Integer.MAX_VALUE));
        assertMessage("end must be after start 2025-01-31: 2025-01-31", () -> DateSpan.of(DAY, DAY));
        assertMessage("value must not be blank: ''", () -> ContractId.of(""));
        assertMessage("value must not be blank: ''", () -> Service.of(""));
    }

    @Test
    void taxDiscountRefund_badArgument_saysWhich() {
        DateSpan span = DateSpan.from(DAY);
        assertMessage("rate must not be negative: -0.1", () -> Tax.exclusive(new BigDecimal("-0.1")));
        assertMessage("share must be in (0, 1]: 0", () -> Discount.percentage(BigDecimal.ZERO, span));
        assertMessage("share must be in (0, 1]: 2", () -> Discount.percentage(new BigDecimal(2), span));
        assertMessage("amount must be positive: RUB 0.00", () -> Discount.fixed(rubles(0), span));
        assertMessage("amount must be positive: RUB 0.00", () -> Refund.of(DAY, rubles(0)));
    }

    @Test
    void bonus_badArgument_saysWhich() {
        BonusTier high = BonusTier.flat(BigDecimal.TEN, rubles(5));
        assertMessage("kpi must not be blank: ''", () -> bonus().kpi("").build());
        assertMessage("source must not be blank: ''", () -> bonus().source("").build());
        assertMessage(
                "baselinePeriod must have an end: 2025-01-31 on",
                () -> bonus().baselinePeriod(DateSpan.from(DAY)).build());
        assertMessage(
                "tiers must not be empty: []", () -> bonus().tiers(List.of()).build());
        assertMessage(
                "tiers must begin at 0: [10]",
                () -> bonus().tiers(List.of(high)).build());
        assertMessage(
                "tiers must rise: [0, 10, 10]",
                () -> bonus().addTiers(high, high).build());
        assertMessage(
                "floor must not be negative: RUB -1.00",
                () -> bonus().floor(rubles(-1)).build());
        assertMessage(
                "cap must not be below floor RUB 2.00: RUB 1.00",
                () -> bonus().floor(rubles(2)).cap(rubles(1)).build());
        Money dollar = Money.of(CurrencyUnit.USD, 1);
        assertMessage(
                "floor must be in the currency of the tiers, RUB: USD 1.00",
                () -> bonus().floor(dollar).build());
        assertMessage(
                "cap must be in the currency of the tiers, RUB: USD 1.00",
                () -> bonus().cap(dollar).build());
        BonusTier foreign = BonusTier.flat(BigDecimal.ONE, dollar);
        assertMessage(
                "tiers must be in one currency: "
                        + bonus().build()
                                .tiers()
                                .get(0)
                                .toString()
                                .transform(first -> "[" + first + ", " + foreign + "]"),
                () -> bonus().addTier(foreign).build());
    }

    @Test
    void tier_badArgument_saysWhich() {
        BigMoney none = BigMoney.zero(RUB);
        assertMessage("from must not be negative: -1", () -> BonusTier.flat(new BigDecimal(-1), rubles(1)));
        assertMessage("fixed must not be negative: RUB -1.00", () -> BonusTier.flat(BigDecimal.ONE, rubles(-1)));
        assertMessage(
                "perUnit must not be negative: RUB -0.01",
                () -> BonusTier.of(BigDecimal.ONE, rubles(1), none.minus(new BigDecimal("0.01"))));
        assertMessage(
                "perUnit must be in the currency of fixed, RUB: USD 0",
                () -> BonusTier.of(
                        BigDecimal.ONE,
                        rubles(1),
                        BigMoney.zero(CurrencyUnit.USD).rounded(0, RoundingMode.UNNECESSARY)));
    }

    private static BonusScheduleBuilder bonus() {
        return BonusSchedule.builder()
                .kpi("target leads a month")
                .source("the client's CRM")
                .baseline(new BigDecimal(40))
                .baselinePeriod(DateSpan.of(LocalDate.of(2024, 10, 1), LocalDate.of(2025, 1, 1)))
                .addTier(BonusTier.flat(BigDecimal.ZERO, rubles(0)));
    }

    private static Money rubles(int amount) {
        return Money.of(RUB, amount);
    }

    private static void assertMessage(String expected, Executable executable) {
        assertEquals(
                expected,
                assertThrows(IllegalArgumentException.class, executable).getMessage());
    }
}
