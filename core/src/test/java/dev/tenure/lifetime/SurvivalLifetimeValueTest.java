package dev.tenure.lifetime;

import static dev.tenure.lifetime.Rub.doubleOf;
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
import dev.tenure.stat.Interval;
import dev.tenure.survival.KaplanMeier;
import dev.tenure.survival.Observation;
import dev.tenure.survival.RestrictedMean;
import dev.tenure.survival.SurvivalCurve;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SurvivalLifetimeValueTest {

    private static final LifetimeValue LTV = LifetimeValue.withDefaults();
    private static final RecurringValue HUNDRED = RecurringValue.revenue(rub("100"));

    /** One of two clients left after two months, the other was last seen after six: S is 1 up to 2, then 1/2. */
    private static final SurvivalCurve HALF_LEFT = curve(Observation.ended(2), Observation.ongoing(6));

    // laws

    @Property(tries = 200)
    void ifEveryoneHasLeftTheValueIsTheMeanLifespanTimesTheAmount(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 30) Integer> months) {
        LifetimeValueResult result = LTV.of(HUNDRED, curveOf(months));
        int total = months.stream().mapToInt(Integer::intValue).sum();

        assertEquals(100.0 * total / months.size(), doubleOf(result.value().orElseThrow()), 1e-8);
    }

    @Property(tries = 200)
    void withoutDiscountTheValueOfWholeMonthsIsTheRestrictedMeanWithItsInterval(
            @ForAll @Size(min = 2, max = 20) List<@IntRange(min = 1, max = 30) Integer> left,
            @ForAll @Size(max = 20) List<@IntRange(min = 1, max = 30) Integer> here,
            @ForAll @IntRange(min = 1, max = 30) int horizon) {
        SurvivalCurve curve = curveOf(left, here);
        RestrictedMean mean = curve.restrictedMean(horizon);
        for (PaymentTiming timing : new PaymentTiming[] {PaymentTiming.ADVANCE, PaymentTiming.CONTINUOUS}) {
            LifetimeValueResult result =
                    LTV.with(timing).with(Horizon.of(horizon)).of(HUNDRED, curve);
            if (mean.value().isDefined()) {
                assertEquals(
                        100 * mean.value().orElseThrow(),
                        doubleOf(result.value().orElseThrow()),
                        1e-8);
                assertSameLimits(mean.interval(), result.interval());
            }
        }
    }

    @Property(tries = 200)
    void theValueOverACurveGrowsWithTheHorizonAndFallsWithTheDiscount(
            @ForAll @Size(min = 1, max = 10) List<@IntRange(min = 1, max = 24) Integer> months,
            @ForAll @IntRange(min = 1, max = 23) int horizon,
            @ForAll @IntRange(max = 20) int discount) {
        SurvivalCurve curve = curveOf(months);
        for (PaymentTiming timing : PaymentTiming.values()) {
            LifetimeValue lower = LTV.with(timing).withDiscount(Ratio.of(discount, 100));
            LifetimeValue higher = LTV.with(timing).withDiscount(Ratio.of(discount + 1, 100));

            assertTrue(valueOf(lower.with(Horizon.of(horizon)), curve)
                            .compareTo(valueOf(lower.with(Horizon.of(horizon + 1)), curve))
                    <= 0);
            assertTrue(valueOf(lower, curve).compareTo(valueOf(higher, curve)) >= 0);
        }
    }

    @Property(tries = 100)
    void theLimitsLieBetweenNothingAndStayingThrough(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 6) Integer> left,
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 9) Integer> here) {
        for (PaymentTiming timing : PaymentTiming.values()) {
            LifetimeValueResult result = LTV.with(timing)
                    .withDiscount(ratio("0.02"))
                    .with(Horizon.of(6))
                    .of(HUNDRED, curveOf(left, here));
            Optional<MoneyInterval> interval = result.interval().toOptional();

            interval.ifPresent(limits -> {
                assertTrue(limits.lower().signum() >= 0);
                assertTrue(limits.upper().compareTo(rub("600")) <= 0);
                assertTrue(limits.contains(result.value().orElseThrow()));
            });
        }
    }

    // values worked by hand

    @Test
    void of_eachTiming_isItsSum() {
        // advance: S(0) to S(5) = 1, 1, 1/2, 1/2, 1/2, 1/2; arrears: S(1) to S(6); the area: 2 + 4 / 2
        LifetimeValue half = LTV.with(Horizon.of(6));

        assertEquals(rub("400"), valueOf(half, HALF_LEFT));
        assertEquals(rub("350"), valueOf(half.with(PaymentTiming.ARREARS), HALF_LEFT));
        assertEquals(rub("400"), valueOf(half.with(PaymentTiming.CONTINUOUS), HALF_LEFT));
    }

    @Test
    void of_discount_weighsEachPayment() {
        LifetimeValue discounted = LTV.with(Horizon.of(3)).withDiscount(ratio("0.25"));

        // 1 + 1 / 1.25 + 0.5 / 1.5625 = 2.12; 1 / 1.25 + 0.5 / 1.5625 + 0.5 / 1.953125 = 1.376
        assertEquals(rub("212"), valueOf(discounted, HALF_LEFT));
        assertEquals(rub("137.6"), valueOf(discounted.with(PaymentTiming.ARREARS), HALF_LEFT));
        // (1 - exp(-0.5)) / 0.25 + 0.5 * (exp(-0.5) - exp(-0.75)) / 0.25
        assertEquals(184.22056, doubleOf(valueOf(discounted.with(PaymentTiming.CONTINUOUS), HALF_LEFT)), 1e-3);
    }

    @Test
    void of_discount_weighsEachPaymentInTheStandardError() {
        LifetimeValue discounted = LTV.with(Horizon.of(3)).withDiscount(ratio("0.25"));
        SurvivalCurve curve =
                curve(Observation.ended(2), Observation.ongoing(6), Observation.ongoing(6), Observation.ongoing(6));
        MoneyInterval advance = discounted.of(HUNDRED, curve).interval().orElseThrow();
        MoneyInterval arrears = discounted
                .with(PaymentTiming.ARREARS)
                .of(HUNDRED, curve)
                .interval()
                .orElseThrow();

        // the payments after the event at 2: 0.75 / 1.5625 = 0.48; Greenwood 1 / (4 * 3); 1.959964 * 0.48 / sqrt(12)
        assertEquals(100 * (1.8 + 0.48 - 0.2715806), doubleOf(advance.lower()), 1e-4);
        // upper: 2.28 + 0.27 is cut at 1 + 0.8 + 0.64 = 2.44
        assertEquals(rub("244"), advance.upper());
        // in arrears: 0.48 + 0.75 / 1.953125 = 0.864; 1.959964 * 0.864 / sqrt(12) = 0.4888451
        assertEquals(100 * (0.8 + 0.864 - 0.4888451), doubleOf(arrears.lower()), 1e-4);
        assertEquals(rub("195.2"), arrears.upper());
    }

    @Test
    void of_curveThatEndsWithClientsStillHere_givesWhatIsKnown() {
        LifetimeValueResult result = LTV.of(HUNDRED, HALF_LEFT);

        assertEquals(Reason.BEYOND_OBSERVATION, reason(result.value()));
        assertEquals(Reason.BEYOND_OBSERVATION, reason(result.interval()));
        // the seventh payment in advance is due when the last client was seen
        assertEquals(7, result.cappedPeriods());
        assertEquals(Outcome.of(rub("450")), result.capped());
        assertEquals(LifetimeMethod.SURVIVAL_CURVE, result.method());
        assertEquals(Optional.empty(), result.retention());
    }

    @Test
    void of_cap_limitsTheCappedValue() {
        assertEquals(
                Outcome.of(rub("250")),
                LTV.with(Horizon.unlimited(3)).of(HUNDRED, HALF_LEFT).capped());
        assertEquals(6, LTV.with(PaymentTiming.ARREARS).of(HUNDRED, HALF_LEFT).cappedPeriods());
        assertEquals(
                6, LTV.with(PaymentTiming.CONTINUOUS).of(HUNDRED, HALF_LEFT).cappedPeriods());
        // where everyone has left, the curve is known for ever
        assertEquals(60, LTV.of(HUNDRED, curve(Observation.ended(2))).cappedPeriods());
    }

    @Test
    void lowerBound_isOneSided() {
        SurvivalCurve curve =
                curve(Observation.ended(2), Observation.ongoing(6), Observation.ongoing(6), Observation.ongoing(6));
        LifetimeValueResult result = LTV.with(Horizon.of(6)).of(HUNDRED, curve);

        // the area after 2 is 4 * 0.75 = 3; 5 - 1.644854 * 3 / sqrt(12) = 3.575515
        assertEquals(357.5515, doubleOf(result.lowerBound().orElseThrow()), 1e-3);
        assertEquals(100 * (5 - 1.959964 * 3 / Math.sqrt(12)), doubleOf(lower(result)), 1e-3);
    }

    // edges

    @Test
    void of_nobodyLeft_isUndefinedAndCappedByTheObservation() {
        LifetimeValueResult result = LTV.of(HUNDRED, curve(Observation.ongoing(6), Observation.ongoing(3)));

        assertEquals(Reason.BEYOND_OBSERVATION, reason(result.value()));
        assertEquals(Outcome.of(rub("700")), result.capped());
        assertEquals(
                Outcome.<ExactMoney>undefined(
                        Reason.NOT_ESTIMABLE, "nobody left within the periods, or everybody at once"),
                result.lowerBound());
    }

    @Test
    void of_clientWhoLeftAtOnce_paysNothing() {
        SurvivalCurve curve = curve(Observation.ended(0), Observation.ongoing(3));
        for (PaymentTiming timing : PaymentTiming.values()) {
            LifetimeValueResult result = LTV.with(timing).with(Horizon.of(2)).of(HUNDRED, curve);

            assertEquals(Outcome.of(rub("100")), result.value());
            // 1 -/+ 1.96 * sqrt(1 / 2), cut at nothing and at two payments
            assertEquals(rub("0"), lower(result));
            assertEquals(rub("200"), result.interval().orElseThrow().upper());
        }
    }

    @Test
    void of_noObservations_isUndefined() {
        LifetimeValueResult result = LTV.of(HUNDRED, curve());

        assertEquals(Reason.NO_DATA, reason(result.value()));
        assertEquals(Reason.NO_DATA, reason(result.capped()));
        assertEquals(Reason.NO_DATA, reason(result.lowerBound()));
        assertEquals(0, result.cappedPeriods());
    }

    @Test
    void of_noWholePeriodObserved_isUndefinedInArrears() {
        LifetimeValueResult result = LTV.with(PaymentTiming.ARREARS).of(HUNDRED, curve(Observation.ongoing(0.5)));

        assertEquals(
                Outcome.<ExactMoney>undefined(Reason.TOO_FEW_DATA, "no whole period was observed"), result.capped());
        assertEquals(
                Outcome.of(rub("100")),
                LTV.of(HUNDRED, curve(Observation.ongoing(0.5))).capped());
    }

    @Test
    void of_horizonAtTheEndOfObservation_isDefined() {
        assertTrue(LTV.with(Horizon.of(7)).of(HUNDRED, HALF_LEFT).value().isDefined());
        assertFalse(LTV.with(Horizon.of(8)).of(HUNDRED, HALF_LEFT).value().isDefined());
        assertTrue(LTV.with(PaymentTiming.ARREARS)
                .with(Horizon.of(6))
                .of(HUNDRED, HALF_LEFT)
                .value()
                .isDefined());
        assertFalse(LTV.with(PaymentTiming.ARREARS)
                .with(Horizon.of(7))
                .of(HUNDRED, HALF_LEFT)
                .value()
                .isDefined());
    }

    // messages

    @Test
    void of_curveInDays_saysThatItIsTooLong() {
        assertEquals(
                "curve must not be longer than 1200 periods: 1201.0",
                assertThrows(IllegalArgumentException.class, () -> LTV.of(HUNDRED, curve(Observation.ended(1201))))
                        .getMessage());
        assertTrue(LTV.of(HUNDRED, curve(Observation.ended(1200))).value().isDefined());
    }

    @Test
    void explain_eachTiming_namesItsSum() {
        assertEquals("sum of S(t) / (1 + d)^t from t = 0", formula(PaymentTiming.ADVANCE));
        assertEquals("sum of S(t) / (1 + d)^t from t = 1", formula(PaymentTiming.ARREARS));
        assertEquals("area under S(t) * exp(-d * t)", formula(PaymentTiming.CONTINUOUS));
    }

    private static String formula(PaymentTiming timing) {
        return LTV.with(timing).of(HUNDRED, HALF_LEFT).explain().parts().get(1).formula();
    }

    private static void assertSameLimits(Outcome<Interval> mean, Outcome<MoneyInterval> value) {
        assertEquals(mean.isDefined(), value.isDefined());
        mean.toOptional().ifPresent(limits -> {
            assertEquals(100 * limits.lower(), doubleOf(value.orElseThrow().lower()), 1e-8);
            assertEquals(100 * limits.upper(), doubleOf(value.orElseThrow().upper()), 1e-8);
        });
    }

    private static ExactMoney lower(LifetimeValueResult result) {
        return result.interval().orElseThrow().lower();
    }

    private static <T> Reason reason(Outcome<T> outcome) {
        return ((Outcome.Undefined<T>) outcome).reason();
    }

    private static ExactMoney valueOf(LifetimeValue calculator, SurvivalCurve curve) {
        return calculator.of(HUNDRED, curve).value().orElseThrow();
    }

    private static SurvivalCurve curveOf(List<Integer> left) {
        return curveOf(left, List.of());
    }

    private static SurvivalCurve curveOf(List<Integer> left, List<Integer> here) {
        return KaplanMeier.withDefaults()
                .of(IntStream.range(0, left.size() + here.size())
                        .mapToObj(i -> i < left.size()
                                ? Observation.ended(left.get(i))
                                : Observation.ongoing(here.get(i - left.size())))
                        .toList());
    }

    private static SurvivalCurve curve(Observation... observations) {
        return KaplanMeier.withDefaults().of(List.of(observations));
    }
}
