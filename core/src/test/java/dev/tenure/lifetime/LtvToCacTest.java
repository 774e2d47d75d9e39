package dev.tenure.lifetime;

import static dev.tenure.lifetime.Rub.cac;
import static dev.tenure.lifetime.Rub.doubleOf;
import static dev.tenure.lifetime.Rub.ratio;
import static dev.tenure.lifetime.Rub.rub;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.client.AgencyCac;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.money.Ratio;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Proportion;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.CurrencyMismatchException;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class LtvToCacTest {

    private static final RecurringValue SIXTY = RecurringValue.grossMargin(rub("100"), ratio("0.6"));
    private static final LifetimeValueResult LTV = LifetimeValue.withDefaults().of(SIXTY, Proportion.of(2, 40));

    // laws

    @Property
    void somethingIsLeftIfAndOnlyIfTheRatioExceedsOne(@ForAll @IntRange(min = 1, max = 3000) int cost) {
        LtvToCac comparison = LtvToCac.of(LTV, cac(cost + ""));

        assertEquals(
                comparison.value().orElseThrow().compareTo(Ratio.ONE),
                comparison.net().orElseThrow().signum());
    }

    // values worked by hand

    @Test
    void value_isTheExactQuotient() {
        LtvToCac comparison = LtvToCac.of(LTV, cac("360"));

        assertEquals(Outcome.of(Ratio.of(10, 3)), comparison.value());
        assertEquals(Outcome.of(rub("840")), comparison.net());
        // the limits of the value are 363.55 and 4341.32, its least is 402.27
        MoneyInterval net = comparison.netInterval().orElseThrow();
        assertEquals(3.55, doubleOf(net.lower()), 0.01);
        assertEquals(3981.32, doubleOf(net.upper()), 0.01);
        assertEquals(ConfidenceLevel.P95, net.level());
        assertEquals(1.11743, comparison.lowerBound().orElseThrow().doubleValue(), 1e-5);
    }

    // edges

    @Test
    void value_clientWhoCostNothing_isUndefined() {
        LtvToCac comparison = LtvToCac.of(LTV, cac("0"));

        assertEquals(Outcome.<Ratio>undefined(Reason.NOT_FINITE, "the client cost nothing"), comparison.value());
        assertEquals(comparison.value(), comparison.lowerBound());
        assertEquals(Outcome.of(rub("1200")), comparison.net());
    }

    @Test
    void value_lifetimeValueUndefined_isUndefinedForTheSameReason() {
        LifetimeValueResult endless = LifetimeValue.withDefaults().of(SIXTY, Ratio.ZERO);
        LtvToCac comparison = LtvToCac.of(endless, cac("360"));

        assertEquals(endless.value().map(value -> Ratio.ONE), comparison.value());
        assertEquals(endless.value(), comparison.net());
        assertEquals(endless.interval(), comparison.netInterval());
    }

    @Test
    void of_twoCurrencies_isRefused() {
        AgencyCac euro = AgencyCac.of(Money.of(CurrencyUnit.of("EUR"), 1));

        assertThrows(CurrencyMismatchException.class, () -> LtvToCac.of(LTV, euro));
    }

    // messages

    @Test
    void explain_showsTheRatioTheNetValueAndTheLifetimeValue() {
        String text = LtvToCac.of(LTV, cac("360")).explain().toText();

        assertTrue(text.startsWith("""
                LTV to CAC = 3.3333   [lifetime value / CAC; CAC = RUB 360.00, unit = GROSS_MARGIN]
                  net value = RUB 840.00   [lifetime value - CAC]
                  lifetime value = RUB 1200.00   [amount * payments; unit = GROSS_MARGIN]
                """));
    }
}
