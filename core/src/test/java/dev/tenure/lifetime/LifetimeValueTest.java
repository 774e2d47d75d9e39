package dev.tenure.lifetime;

import static dev.tenure.lifetime.Rub.doubleOf;
import static dev.tenure.lifetime.Rub.fraction;
import static dev.tenure.lifetime.Rub.ratio;
import static dev.tenure.lifetime.Rub.rub;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Proportion;
import dev.tenure.stat.ProportionInterval;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LifetimeValueTest {

    private static final LifetimeValue LTV = LifetimeValue.withDefaults();
    private static final RecurringValue HUNDRED = RecurringValue.revenue(rub("100"));

    // laws

    @Property(tries = 200)
    void theValueGrowsWithTheHorizon(
            @ForAll @IntRange(max = 99) int churn,
            @ForAll @IntRange(max = 20) int discount,
            @ForAll @IntRange(min = 1, max = 36) int periods) {
        for (PaymentTiming timing : new PaymentTiming[] {PaymentTiming.ADVANCE, PaymentTiming.ARREARS}) {
            LifetimeValue calculator = LTV.with(timing).withDiscount(Ratio.of(discount, 100));

            assertTrue(valueOf(calculator.with(Horizon.of(periods)), churn)
                            .compareTo(valueOf(calculator.with(Horizon.of(periods + 1)), churn))
                    < 0);
        }
    }

    @Property(tries = 200)
    void theValueFallsWithTheDiscount(
            @ForAll @IntRange(min = 1, max = 99) int churn, @ForAll @IntRange(max = 100) int discount) {
        for (PaymentTiming timing : PaymentTiming.values()) {
            LifetimeValue lower = LTV.with(timing).withDiscount(Ratio.of(discount, 100));
            LifetimeValue higher = LTV.with(timing).withDiscount(Ratio.of(discount + 1, 100));

            assertTrue(valueOf(lower, churn).compareTo(valueOf(higher, churn)) > 0);
        }
    }

    @Property(tries = 200)
    void theValueFallsWithChurn(
            @ForAll @IntRange(min = 1, max = 98) int churn, @ForAll @IntRange(max = 20) int discount) {
        for (PaymentTiming timing : PaymentTiming.values()) {
            LifetimeValue calculator = LTV.with(timing).withDiscount(Ratio.of(discount, 100));

            assertTrue(valueOf(calculator, churn).compareTo(valueOf(calculator, churn + 1)) > 0);
        }
    }

    @Property(tries = 200)
    void payingInAdvanceIsWorthOnePaymentMoreThanInArrears(
            @ForAll @IntRange(min = 1, max = 100) int churn, @ForAll @IntRange(max = 20) int discount) {
        LifetimeValue calculator = LTV.withDiscount(Ratio.of(discount, 100));
        ExactMoney arrears = valueOf(calculator.with(PaymentTiming.ARREARS), churn);
        ExactMoney between = valueOf(calculator.with(PaymentTiming.CONTINUOUS), churn);
        ExactMoney advance = valueOf(calculator.with(PaymentTiming.ADVANCE), churn);

        assertEquals(advance, arrears.plus(rub("100")));
        assertTrue(arrears.compareTo(between) < 0 && between.compareTo(advance) <= 0);
    }

    @Property(tries = 100)
    void withoutDiscountTheFiniteValueIsTheGeometricSum(
            @ForAll @IntRange(max = 100) int churn, @ForAll @IntRange(min = 1, max = 24) int periods) {
        ExactMoney advance = ExactMoney.zero(Rub.RUB);
        ExactMoney arrears = ExactMoney.zero(Rub.RUB);
        ExactMoney payment = rub("100");
        for (int period = 0; period < periods; period++) {
            advance = advance.plus(payment);
            payment = payment.multipliedBy(100 - churn, 100);
            arrears = arrears.plus(payment);
        }

        assertEquals(advance, valueOf(LTV.with(Horizon.of(periods)), churn));
        assertEquals(arrears, valueOf(LTV.with(Horizon.of(periods)).with(PaymentTiming.ARREARS), churn));
    }

    @Property(tries = 100)
    void aClientWithARevenueThatStaysIsWorthTheSameByChurnAndByNetRetention(
            @ForAll @IntRange(min = 1, max = 100) int churn, @ForAll @IntRange(max = 20) int discount) {
        LifetimeValue calculator = LTV.withDiscount(Ratio.of(discount, 100));

        assertEquals(
                Outcome.of(valueOf(calculator, churn)),
                calculator.ofNetRetention(HUNDRED, Ratio.of(100 - churn, 100)).value());
    }

    @Property(tries = 200)
    void whatTheCountsAllowAlwaysHasALeastValueThatIsNoMoreThanTheValue(
            @ForAll @IntRange(max = 50) int churned, @ForAll @IntRange(min = 1, max = 50) int others) {
        LifetimeValueResult result = LTV.of(HUNDRED, Proportion.of(churned, churned + others));
        ExactMoney least = result.lowerBound().orElseThrow();

        assertTrue(least.compareTo(rub("100")) >= 0);
        result.value().map(value -> least.compareTo(value) < 0).toOptional().ifPresent(less -> assertTrue(less));
        result.interval()
                .flatMap(interval -> result.value().map(interval::contains))
                .toOptional()
                .ifPresent(inside -> assertTrue(inside));
    }

    @Property(tries = 200)
    void theCappedValueIsAlwaysFinite(
            @ForAll @IntRange(max = 300) int netRetention, @ForAll @IntRange(min = 1, max = 120) int cap) {
        LifetimeValueResult result =
                LTV.with(Horizon.unlimited(cap)).ofNetRetention(HUNDRED, Ratio.of(netRetention, 100));

        assertTrue(Double.isFinite(doubleOf(result.capped().orElseThrow())));
        assertEquals(cap, result.cappedPeriods());
        assertEquals(netRetention < 100, result.value().isDefined());
    }

    // values worked by hand

    @Test
    void of_eachTiming_isItsFormula() {
        LifetimeValue discounted = LTV.withDiscount(ratio("0.01"));

        // churn 0.05, discount 0.01: 1.01 / 0.06, 0.95 / 0.06, 1 / 0.06
        assertEquals(fraction("5050/3"), valueOf(discounted, 5));
        assertEquals(fraction("4750/3"), valueOf(discounted.with(PaymentTiming.ARREARS), 5));
        assertEquals(fraction("5000/3"), valueOf(discounted.with(PaymentTiming.CONTINUOUS), 5));
    }

    @Test
    void of_sixTwelveAndTwentyFourMonths_areTheSums() {
        assertEquals(529.81621875, doubleOf(valueOf(LTV.with(Horizon.of(6)), 5)), 1e-9);
        assertEquals(919.2798246747261, doubleOf(valueOf(LTV.with(Horizon.of(12)), 5)), 1e-9);
        assertEquals(1416.0219513224547, doubleOf(valueOf(LTV.with(Horizon.of(24)), 5)), 1e-9);
    }

    @Test
    void of_margin_isThatShareOfRevenue() {
        LifetimeValueResult result = LTV.of(RecurringValue.grossMargin(rub("100"), ratio("0.6")), ratio("0.05"));

        assertEquals(Outcome.of(rub("1200")), result.value());
        assertEquals(ValueUnit.GROSS_MARGIN, result.unit());
        assertEquals(Outcome.of(Ratio.of(20)), result.payments());
        assertEquals(Optional.of(ratio("0.95")), result.retention());
        assertEquals(Optional.empty(), result.churned());
        assertEquals(LifetimeMethod.CONSTANT_CHURN, result.method());
    }

    @Test
    void of_counts_hasTheIntervalAndTheLeastValueOfTheirChurn() {
        LifetimeValueResult result = LTV.of(HUNDRED, Proportion.of(2, 40));
        MoneyInterval interval = result.interval().orElseThrow();

        assertEquals(Outcome.of(rub("2000")), result.value());
        // Wilson limits of 2 of 40: 0.0138206674 to 0.1650387737
        assertEquals(605.91822, doubleOf(interval.lower()), 1e-4);
        assertEquals(7235.54060, doubleOf(interval.upper()), 1e-3);
        // the churn p with P(2 or fewer of 40 leave) = 0.05 is 0.1491519613
        assertEquals(670.45716, doubleOf(result.lowerBound().orElseThrow()), 1e-4);
        assertEquals(Optional.of(Proportion.of(2, 40)), result.churned());
    }

    @Test
    void of_nobodyLeft_hasTheRuleOfThreeAsTheLeastValue() {
        LifetimeValueResult result = LTV.of(HUNDRED, Proportion.of(0, 40));

        assertEquals(
                Outcome.<ExactMoney>undefined(
                        Reason.NOT_FINITE, "retention 1 is not below 1 + discount = 1: the sum has no end"),
                result.value());
        assertEquals(result.value().map(value -> value), result.interval().map(MoneyInterval::lower));
        assertEquals(Outcome.of(rub("6000")), result.capped());
        // 100 / (1 - 0.05^(1/40)); the approximation is 100 / (3 / 40) = 1333
        assertEquals(1385.85686, doubleOf(result.lowerBound().orElseThrow()), 1e-4);
    }

    @Test
    void of_everybodyLeft_isOnePaymentInAdvanceAndNoneInArrears() {
        assertEquals(
                Outcome.of(rub("100")), LTV.of(HUNDRED, Proportion.of(3, 3)).value());
        assertEquals(
                Outcome.of(rub("0")),
                LTV.with(PaymentTiming.ARREARS).of(HUNDRED, Proportion.of(3, 3)).value());
        assertEquals(
                Outcome.of(rub("100")), LTV.of(HUNDRED, Proportion.of(3, 3)).lowerBound());
    }

    @Test
    void of_otherIntervalAndLevel_areUsed() {
        Proportion churned = Proportion.of(2, 40);
        MoneyInterval wilson = LTV.of(HUNDRED, churned).interval().orElseThrow();
        MoneyInterval exact = LTV.with(ProportionInterval.CLOPPER_PEARSON)
                .of(HUNDRED, churned)
                .interval()
                .orElseThrow();
        LifetimeValueResult wide = LTV.with(ConfidenceLevel.P99).of(HUNDRED, churned);

        // Clopper-Pearson is wider above than Wilson here: 0.0061 to 0.1692
        assertEquals(100 / 0.169197, doubleOf(exact.lower()), 0.01);
        assertTrue(wide.interval().orElseThrow().lower().compareTo(wilson.lower()) < 0);
        assertEquals(ConfidenceLevel.P99, wide.interval().orElseThrow().level());
        assertTrue(wide.lowerBound()
                        .orElseThrow()
                        .compareTo(LTV.of(HUNDRED, churned).lowerBound().orElseThrow())
                < 0);
    }

    // edges

    @Test
    void of_noClients_isUndefined() {
        LifetimeValueResult result = LTV.of(HUNDRED, Proportion.of(0, 0));

        assertEquals(Outcome.<ExactMoney>undefined(Reason.NO_DATA, "no clients"), result.value());
        assertEquals(Outcome.<ExactMoney>undefined(Reason.NO_DATA, "no clients"), result.capped());
        assertFalse(result.lowerBound().isDefined());
        assertFalse(result.interval().isDefined());
        assertEquals(Optional.empty(), result.retention());
    }

    @Test
    void of_zeroChurnButADiscount_isDefined() {
        assertEquals(
                Outcome.of(rub("10100")),
                LTV.withDiscount(ratio("0.01")).of(HUNDRED, Ratio.ZERO).value());
    }

    @Test
    void of_shortcutOverAFiniteHorizon_isUndefined() {
        Outcome<ExactMoney> none = Outcome.undefined(
                Reason.NOT_APPLICABLE, "the continuous shortcut has no finite horizon: take ADVANCE or ARREARS");
        LifetimeValue shortcut = LTV.with(PaymentTiming.CONTINUOUS);

        assertEquals(
                none, shortcut.with(Horizon.of(12)).of(HUNDRED, ratio("0.05")).value());
        assertEquals(none, shortcut.of(HUNDRED, ratio("0.05")).capped());
        assertEquals(Outcome.of(rub("6000")), shortcut.of(HUNDRED, Ratio.ZERO).capped());
    }

    @Test
    void of_givenRate_hasNoIntervalAndNoBound() {
        LifetimeValueResult result = LTV.of(HUNDRED, ratio("0.05"));

        assertEquals(
                Outcome.<MoneyInterval>undefined(Reason.NOT_APPLICABLE, "the rate is given, not counted"),
                result.interval());
        assertEquals(
                Outcome.<ExactMoney>undefined(Reason.NOT_APPLICABLE, "the rate is given, not counted"),
                result.lowerBound());
    }

    @Test
    void of_clientWhoCostsMoreThanHePays_isWorthLessThanNothing() {
        LifetimeValueResult result =
                LTV.of(RecurringValue.grossMargin(rub("100"), ratio("-0.1")), Proportion.of(2, 40));

        assertEquals(Outcome.of(rub("-200")), result.value());
        assertTrue(result.interval().orElseThrow().contains(rub("-200")));
        assertEquals(
                Outcome.<ExactMoney>undefined(
                        Reason.NOT_APPLICABLE, "a client who costs more than he pays has no least value"),
                result.lowerBound());
    }

    @Test
    void of_finiteHorizon_isItsOwnCap() {
        LifetimeValueResult result = LTV.with(Horizon.of(12)).of(HUNDRED, Ratio.ZERO);

        assertEquals(Outcome.of(rub("1200")), result.value());
        assertEquals(result.value(), result.capped());
        assertEquals(12, result.cappedPeriods());
    }

    // messages

    @Test
    void of_ratesOutOfRange_saysWhich() {
        assertEquals("churn must be in [0, 1]: 3/2", message(() -> LTV.of(HUNDRED, ratio("1.5"))));
        assertEquals("churn must be in [0, 1]: -1/2", message(() -> LTV.of(HUNDRED, ratio("-0.5"))));
        assertEquals("netRetention must not be negative: -1", message(() -> LTV.ofNetRetention(HUNDRED, Ratio.of(-1))));
        assertEquals("perPeriod must not be negative: -1/100", message(() -> LTV.withDiscount(ratio("-0.01"))));
        assertEquals("confidence must be above 0.5: 0.5", message(() -> LTV.with(ConfidenceLevel.of(0.5))));
    }

    @Test
    void horizon_outOfRange_saysWhich() {
        assertEquals("periods must be in [1, 1200]: 0", message(() -> Horizon.of(0)));
        assertEquals("cap must be in [1, 1200]: 1201", message(() -> Horizon.unlimited(1201)));
        assertEquals(1200, Horizon.of(1200).cap());
        assertEquals(1, Horizon.unlimited(1).cap());
        assertEquals(60, Horizon.unlimited().cap());
    }

    @Test
    void recurringValue_outOfRange_saysWhich() {
        assertEquals("arpa must not be negative: RUB -1", message(() -> RecurringValue.revenue(rub("-1"))));
        assertEquals("kept must not exceed 1: 2", message(() -> RecurringValue.grossMargin(rub("1"), Ratio.of(2))));
        assertEquals(
                "kept must be 1 for revenue: 1/2",
                message(() -> new RecurringValue(rub("1"), Ratio.of(1, 2), ValueUnit.REVENUE)));
        assertEquals(rub("0"), RecurringValue.grossMargin(rub("0"), Ratio.ONE).amount());
    }

    @Test
    void moneyInterval_limitsInTheWrongOrder_saysWhich() {
        assertEquals(
                "lower must not exceed upper: RUB 2, RUB 1",
                message(() -> new MoneyInterval(rub("2"), rub("1"), ConfidenceLevel.P95)));
        MoneyInterval interval = new MoneyInterval(rub("1"), rub("2"), ConfidenceLevel.P95);

        assertTrue(interval.contains(rub("1")) && interval.contains(rub("2")));
        assertFalse(interval.contains(rub("0.99")) || interval.contains(rub("2.01")));
    }

    @Test
    void explain_counts_showsEverythingTheFigureDependsOn() {
        assertEquals(
                """
                lifetime value = RUB 1200.00   [amount * payments; unit = GROSS_MARGIN]
                  amount = RUB 60.00   [arpa * kept; arpa = RUB 100.00, kept = 60.00%]
                  payments = 20.0000 payments   [1 / (1 - r / (1 + d)); churned = 2, clients = 40, r = 95.00%, \
                d = 0.00%, horizon = unlimited, timing = ADVANCE, method = CONSTANT_CHURN]
                  confidence interval = RUB 363.55 to RUB 4341.32   [amount * fewest to amount * most payments, \
                at level; level = 95.00%]
                  capped value = RUB 1144.72   [amount * payments in 60 periods]
                  lower bound = RUB 402.27   [amount * fewest payments, at level]
                """,
                LTV.of(RecurringValue.grossMargin(rub("100"), ratio("0.6")), Proportion.of(2, 40))
                        .explain()
                        .toText());
    }

    @Test
    void explain_eachTimingAndHorizon_namesItsFormula() {
        LifetimeValue year = LTV.with(Horizon.of(12));

        assertEquals("sum of (r / (1 + d))^t from t = 0", formula(year));
        assertEquals("sum of (r / (1 + d))^t from t = 1", formula(year.with(PaymentTiming.ARREARS)));
        assertEquals("r / (1 + d - r)", formula(LTV.with(PaymentTiming.ARREARS)));
        assertEquals("1 / (1 - r + d)", formula(LTV.with(PaymentTiming.CONTINUOUS)));
        assertTrue(year.of(HUNDRED, Ratio.ONE).explain().toText().contains("horizon = 12 periods"));
    }

    private static String formula(LifetimeValue calculator) {
        return calculator.of(HUNDRED, ratio("0.05")).explain().parts().get(1).formula();
    }

    private static ExactMoney valueOf(LifetimeValue calculator, int churnPercent) {
        return calculator.of(HUNDRED, Ratio.of(churnPercent, 100)).value().orElseThrow();
    }

    private static String message(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }
}
