package dev.tenure.lifetime;

import static dev.tenure.lifetime.Rub.cac;
import static dev.tenure.lifetime.Rub.ratio;
import static dev.tenure.lifetime.Rub.rub;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Proportion;
import dev.tenure.stat.ProportionInterval;
import dev.tenure.survival.KaplanMeier;
import dev.tenure.survival.Observation;
import dev.tenure.survival.SurvivalCurve;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyMismatchException;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class PaybackTest {

    private static final Payback PAYBACK = Payback.withDefaults();
    private static final UpfrontCost SIX_HUNDRED = UpfrontCost.of(cac("600"));
    private static final RecurringValue SEVENTY_FIVE = RecurringValue.grossMargin(rub("100"), ratio("0.75"));
    private static final RecurringValue HUNDRED = RecurringValue.revenue(rub("100"));
    private static final Outcome<Integer> NEVER = Outcome.undefined(Reason.NEVER_REACHED, "not within 60 months");

    // laws

    @Property(tries = 200)
    void aHigherCostIsNeverPaidBackEarlier(
            @ForAll @IntRange(max = 2000) int cost,
            @ForAll @IntRange(min = 1, max = 500) int more,
            @ForAll @IntRange(max = 100) int churn) {
        Outcome<Integer> cheap = month(cost, churn);
        Outcome<Integer> dear = month(cost + more, churn);

        assertTrue(monthOrNever(cheap) <= monthOrNever(dear));
    }

    @Property(tries = 200)
    void whoCanLeavePaysBackNoEarlierThanTheSimplePayback(
            @ForAll @IntRange(max = 2000) int cost, @ForAll @IntRange(max = 100) int churn) {
        Ratio simple = PAYBACK.of(UpfrontCost.of(cac(cost + "")), SEVENTY_FIVE, Ratio.ZERO)
                .simple()
                .orElseThrow();

        assertTrue(simple.compareTo(Ratio.of(monthOrNever(month(cost, churn)))) <= 0);
    }

    @Property(tries = 200)
    void ifAllStayTheBreakEvenMonthIsTheSimplePaybackRoundedUp(@ForAll @IntRange(max = 4000) int cost) {
        int expected = (cost + 74) / 75;

        assertEquals(Outcome.of(expected), month(cost, 0));
    }

    @Property(tries = 100)
    void thePositionIsTheFiniteValueLessTheCost(
            @ForAll @IntRange(max = 99) int churn,
            @ForAll @IntRange(max = 10) int discount,
            @ForAll @IntRange(min = 1, max = 24) int months) {
        for (PaymentTiming timing : List.of(PaymentTiming.ADVANCE, PaymentTiming.ARREARS)) {
            ExactMoney value = LifetimeValue.withDefaults()
                    .with(timing)
                    .with(Horizon.of(months))
                    .withDiscount(Ratio.of(discount, 100))
                    .of(SEVENTY_FIVE, Ratio.of(churn, 100))
                    .value()
                    .orElseThrow();
            PaybackResult payback = PAYBACK.with(timing)
                    .with(new Horizon.Finite(months))
                    .withDiscount(Ratio.of(discount, 100))
                    .of(SIX_HUNDRED, SEVENTY_FIVE, Ratio.of(churn, 100));

            assertEquals(value.minus(rub("600")), payback.positions().get(months));
        }
    }

    @Property(tries = 100)
    void theMonthLiesBetweenTheEarliestAndTheLatest(
            @ForAll @Size(min = 1, max = 10) List<@IntRange(min = 1, max = 24) Integer> left,
            @ForAll @IntRange(max = 1500) int cost) {
        PaybackResult result = PAYBACK.of(UpfrontCost.of(cac(cost + "")), HUNDRED, curveOf(left));

        assertTrue(monthOrNever(result.earliest()) <= monthOrNever(result.value()));
        assertTrue(monthOrNever(result.value()) <= monthOrNever(result.latest()));
    }

    // values worked by hand

    @Test
    void of_noChurn_isTheSimplePayback() {
        PaybackResult result = PAYBACK.of(SIX_HUNDRED, SEVENTY_FIVE, Ratio.ZERO);

        assertEquals(Outcome.of(Ratio.of(8)), result.simple());
        assertEquals(Outcome.of(8), result.value());
        assertEquals(rub("-600"), result.positions().get(0));
        assertEquals(rub("0"), result.positions().get(8));
        assertEquals(61, result.positions().size());
    }

    @Test
    void of_churnOfATenth_takesLonger() {
        // in advance 750 * (1 - 0.9^n) >= 600 from n = 15.3; in arrears 675 * (1 - 0.9^n) >= 600 from n = 20.9
        assertEquals(
                Outcome.of(16),
                PAYBACK.of(SIX_HUNDRED, SEVENTY_FIVE, ratio("0.1")).value());
        assertEquals(
                Outcome.of(21),
                PAYBACK.with(PaymentTiming.ARREARS)
                        .of(SIX_HUNDRED, SEVENTY_FIVE, ratio("0.1"))
                        .value());
    }

    @Test
    void of_onboarding_comesOnTop() {
        UpfrontCost cost = SIX_HUNDRED.withOnboarding(rub("75"));
        PaybackResult result = PAYBACK.of(cost, SEVENTY_FIVE, ratio("0.1"));

        assertEquals(rub("675"), cost.total());
        assertEquals(Outcome.of(Ratio.of(9)), result.simple());
        // 750 * (1 - 0.9^n) >= 675 from n = 21.9
        assertEquals(Outcome.of(22), result.value());
        // in arrears no more than 675 ever comes, and that only in the end
        assertEquals(
                NEVER,
                PAYBACK.with(PaymentTiming.ARREARS)
                        .of(cost, SEVENTY_FIVE, ratio("0.1"))
                        .value());
    }

    @Test
    void of_discount_takesLonger() {
        // with 25 % a month 75 * (1 - 0.8^n) / 0.2 = 375 * (1 - 0.8^n) >= 300 from n = 7.2
        assertEquals(
                Outcome.of(8),
                PAYBACK.withDiscount(ratio("0.25"))
                        .of(UpfrontCost.of(cac("300")), SEVENTY_FIVE, Ratio.ZERO)
                        .value());
    }

    @Test
    void of_counts_hasTheMonthsAtTheLimitsOfChurn() {
        PaybackResult result = PAYBACK.of(SIX_HUNDRED, SEVENTY_FIVE, Proportion.of(2, 40));

        // at 0.05: 1500 * (1 - 0.95^n) >= 600 from n = 9.96; Wilson limits 0.01382 and 0.16504: 8.43, never
        assertEquals(Outcome.of(10), result.value());
        assertEquals(Outcome.of(9), result.earliest());
        assertEquals(NEVER, result.latest());
        assertEquals(
                Outcome.of(13),
                PAYBACK.with(ConfidenceLevel.of(0.5))
                        .of(SIX_HUNDRED, SEVENTY_FIVE, Proportion.of(2, 40))
                        .latest());
    }

    @Test
    void of_otherInterval_isUsed() {
        Proportion churned = Proportion.of(0, 30);
        UpfrontCost cost = UpfrontCost.of(cac("590"));

        // upper limits of 0 of 30: Wilson 0.1135 (75 / 0.1135 = 661), Wald 0
        assertEquals(Outcome.of(19), PAYBACK.of(cost, SEVENTY_FIVE, churned).latest());
        assertEquals(
                Outcome.of(8),
                PAYBACK.with(ProportionInterval.WALD)
                        .of(cost, SEVENTY_FIVE, churned)
                        .latest());
    }

    @Test
    void of_curve_weighsEachMonthWithWhoIsLeft() {
        SurvivalCurve half = curve(Observation.ended(2), Observation.ongoing(6));
        PaybackResult result = PAYBACK.of(UpfrontCost.of(cac("400")), HUNDRED, half);

        assertEquals(
                List.of(
                        rub("-400"),
                        rub("-300"),
                        rub("-200"),
                        rub("-150"),
                        rub("-100"),
                        rub("-50"),
                        rub("0"),
                        rub("50")),
                result.positions());
        assertEquals(Outcome.of(6), result.value());
        // the area after 2 is 0.5 * 3 after month 5; no more than one payment a month: 4 at the earliest
        assertEquals(Outcome.of(4), result.earliest());
        assertEquals(
                Outcome.<Integer>undefined(Reason.BEYOND_OBSERVATION, "not within the 7 months observed"),
                result.latest());
    }

    @Test
    void of_curveThatMeetsTheCostExactly_countsAsPaidBack() {
        // S is 0.8, then 0.6 = 0.8 * 0.75, which no binary number is
        SurvivalCurve curve = curve(
                Observation.ended(1),
                Observation.ended(2),
                Observation.ongoing(3),
                Observation.ongoing(3),
                Observation.ongoing(3));

        assertEquals(
                Outcome.of(3),
                PAYBACK.of(UpfrontCost.of(cac("240")), HUNDRED, curve).value());
    }

    // edges

    @Test
    void of_noCost_isPaidBackAtOnce() {
        PaybackResult result = PAYBACK.of(UpfrontCost.of(cac("0")), SEVENTY_FIVE, ratio("0.1"));

        assertEquals(Outcome.of(0), result.value());
        assertEquals(Outcome.of(Ratio.ZERO), result.simple());
    }

    @Test
    void of_nothingComesIn_isNeverPaidBack() {
        for (String margin : List.of("0", "-0.5")) {
            PaybackResult result =
                    PAYBACK.of(SIX_HUNDRED, RecurringValue.grossMargin(rub("100"), ratio(margin)), Ratio.ZERO);

            assertEquals(NEVER, result.value());
            assertEquals(Outcome.<Ratio>undefined(Reason.NEVER_REACHED, "a month brings nothing"), result.simple());
        }
    }

    @Test
    void of_curveWithoutObservations_saysThatNothingWasObserved() {
        assertEquals(
                Outcome.<Integer>undefined(Reason.BEYOND_OBSERVATION, "not within the 0 months observed"),
                PAYBACK.of(SIX_HUNDRED, HUNDRED, curve()).value());
    }

    @Test
    void of_horizon_isTheLastMonthLookedAt() {
        assertEquals(
                Outcome.of(8),
                PAYBACK.with(new Horizon.Finite(8))
                        .of(SIX_HUNDRED, SEVENTY_FIVE, Ratio.ZERO)
                        .value());
        assertEquals(
                Outcome.<Integer>undefined(Reason.NEVER_REACHED, "not within 7 months"),
                PAYBACK.with(new Horizon.Finite(7))
                        .of(SIX_HUNDRED, SEVENTY_FIVE, Ratio.ZERO)
                        .value());
    }

    @Test
    void of_givenRate_hasNoLimits() {
        PaybackResult result = PAYBACK.of(SIX_HUNDRED, SEVENTY_FIVE, ratio("0.1"));

        assertEquals(
                Outcome.<Integer>undefined(Reason.NOT_APPLICABLE, "the rate is given, not counted"), result.earliest());
        assertEquals(result.earliest(), result.latest());
    }

    // messages

    @Test
    void of_badArguments_saysWhich() {
        assertEquals("churn must be in [0, 1]: 2", message(() -> PAYBACK.of(SIX_HUNDRED, SEVENTY_FIVE, Ratio.of(2))));
        assertEquals("churn must be in [0, 1]: -1", message(() -> PAYBACK.of(SIX_HUNDRED, SEVENTY_FIVE, Ratio.of(-1))));
        assertEquals(
                "trials must be positive: 0",
                message(() -> PAYBACK.of(SIX_HUNDRED, SEVENTY_FIVE, Proportion.of(0, 0))));
        assertEquals("perMonth must not be negative: -1", message(() -> PAYBACK.withDiscount(Ratio.of(-1))));
        assertEquals(
                "payment must be ADVANCE or ARREARS: CONTINUOUS",
                message(() -> PAYBACK.with(PaymentTiming.CONTINUOUS)));
        assertEquals("onboarding must not be negative: RUB -1", message(() -> SIX_HUNDRED.withOnboarding(rub("-1"))));
    }

    @Test
    void of_twoCurrencies_isRefused() {
        ExactMoney euro = ExactMoney.ofMinor(CurrencyUnit.of("EUR"), 100);

        assertThrows(CurrencyMismatchException.class, () -> SIX_HUNDRED.withOnboarding(euro));
        assertThrows(
                CurrencyMismatchException.class,
                () -> PAYBACK.of(SIX_HUNDRED, RecurringValue.revenue(euro), Ratio.ZERO));
    }

    @Test
    void explain_counts_showsTheMonthItsLimitsAndTheSimplePayback() {
        assertEquals(
                """
                break-even month = 10   [first month with amount * payments so far >= acquisition + onboarding; \
                acquisition = RUB 500.00, onboarding = RUB 100.00, amount = RUB 75.00, unit = GROSS_MARGIN, \
                d = 0.00%, timing = ADVANCE, method = CONSTANT_CHURN, level = 95.00%]
                  position after month 10 = RUB 1.89   [amount * payments so far - acquisition - onboarding]
                  earliest month = 9   [at the most payments the data allow]
                  latest month = undefined (not within 60 months)   [at the fewest payments the data allow]
                  simple payback = 8.0000 months   [(acquisition + onboarding) / amount]
                """,
                PAYBACK.of(UpfrontCost.of(cac("500")).withOnboarding(rub("100")), SEVENTY_FIVE, Proportion.of(2, 40))
                        .explain()
                        .toText());
    }

    @Test
    void explain_neverReached_showsTheLastPosition() {
        assertTrue(PAYBACK.of(SIX_HUNDRED, SEVENTY_FIVE, Ratio.ONE)
                .explain()
                .toText()
                .contains("  position after month 60 = RUB -525.00   ["));
    }

    private static Outcome<Integer> month(int cost, int churnPercent) {
        return PAYBACK.of(UpfrontCost.of(cac(cost + "")), SEVENTY_FIVE, Ratio.of(churnPercent, 100))
                .value();
    }

    private static int monthOrNever(Outcome<Integer> month) {
        return month.toOptional().orElse(Integer.MAX_VALUE);
    }

    private static SurvivalCurve curve(Observation... observations) {
        return KaplanMeier.withDefaults().of(List.of(observations));
    }

    private static SurvivalCurve curveOf(List<Integer> left) {
        return KaplanMeier.withDefaults()
                .of(left.stream().map(Observation::ended).toList());
    }

    private static String message(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }
}
