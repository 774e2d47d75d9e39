package dev.tenure.lifetime.spend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.money.ExactMoney;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class GammaGammaTest {

    private static final CurrencyUnit USD = CurrencyUnit.USD;
    private static final GammaGamma CDNOW = GammaGamma.of(6.25, 3.74, 15.44, USD);

    static void assertClose(double expected, double actual, double tolerance) {
        assertEquals(expected, actual, tolerance * Math.abs(expected));
    }

    private static SpendHistory history(long transactions, double total) {
        return SpendHistory.of(transactions, Money.of(USD, BigDecimal.valueOf(total), RoundingMode.HALF_EVEN));
    }

    // golden

    @Test
    void expectedSpends_arePublished() throws IOException {
        JsonNode published;
        try (InputStream stream = GammaGammaTest.class.getResourceAsStream("fader-hardie-2013.json")) {
            published = new ObjectMapper().readTree(stream);
        }

        assertClose(published.get("populationMean").doubleValue(), CDNOW.mean().orElseThrow(), 1e-10);
        for (JsonNode client : published.get("clients")) {
            long x = client.get("x").longValue();
            SpendHistory history = history(x, x * client.get("m").doubleValue());
            assertClose(
                    client.get("E").doubleValue(), CDNOW.given(history).mean().orElseThrow(), 1e-10);
            assertClose(
                    client.get("loglik").isNull() ? 0 : client.get("loglik").doubleValue(),
                    CDNOW.logLikelihood(history),
                    1e-10);
        }
    }

    /** By q = 1 the spend is exponential in 1/p gamma: P(spend above z) = 1 - exp(-p gamma / z); by p = q = 1 a transaction is Z/(1+Z) uniform. */
    @Test
    void quantiles_ofSimpleModels_areClosedForms() {
        GammaGamma simple = GammaGamma.of(1, 1, 10, USD);

        assertClose(10 / Math.log(2), simple.median().orElseThrow(), 1e-12);
        assertClose(10 / -Math.log(0.9), amount(simple.spendQuantile(0.9)), 1e-11);
        assertClose(10 / -Math.log(0.1), amount(simple.spendQuantile(0.1)), 1e-11);
        assertClose(10.0 / 3, amount(simple.transactionQuantile(0.25)), 1e-11);
        assertClose(90, amount(simple.transactionQuantile(0.9)), 1e-11);
    }

    /** By p = 1 a transaction has the law of Lomax: P(transaction above z) = (1 + z / gamma)^-q; by q = 1 it is P(transaction below z) = (z / (gamma + z))^p. */
    @Test
    void quantiles_farFromTheScale_areClosedForms() {
        GammaGamma heavy = GammaGamma.of(1, 0.01, 10, USD);
        GammaGamma light = GammaGamma.of(0.01, 1, 1e30, USD);

        assertClose(10 * Math.pow(2, 100), amount(heavy.transactionQuantile(0.5)), 1e-11);
        assertClose(10 * Math.pow(0.75, -100), amount(heavy.transactionQuantile(0.25)), 1e-11);
        assertClose(1e30 * Math.pow(0.6, 100), amount(light.transactionQuantile(0.6)), 1e-11);
        assertClose(1e30 * Math.pow(0.5, 100), amount(light.transactionQuantile(0.5)), 1e-11);
    }

    private static double amount(Outcome<ExactMoney> money) {
        ExactMoney exact = money.orElseThrow();
        return exact.numerator().doubleValue() / exact.denominator().doubleValue();
    }

    // laws

    @Property(tries = 200)
    void expectedSpendLiesBetweenTheClientsMeanAndThatOfAll(
            @ForAll @DoubleRange(min = 0.1, max = 50) double p,
            @ForAll @DoubleRange(min = 1.01, max = 50) double q,
            @ForAll @IntRange(min = 1, max = 1000) int x,
            @ForAll @DoubleRange(min = 0.5, max = 500) double mean) {
        GammaGamma model = GammaGamma.of(p, q, 20, USD);
        SpendHistory history = history(x, x * mean);
        double own = history.total().getAmount().doubleValue() / x;
        double all = model.mean().orElseThrow();
        double expected = model.given(history).mean().orElseThrow();

        assertTrue(expected >= Math.min(own, all) * (1 - 1e-12) && expected <= Math.max(own, all) * (1 + 1e-12));
    }

    @Test
    void expectedSpendTendsToTheClientsMean() {
        double distance = Double.POSITIVE_INFINITY;
        for (int x = 1; x <= 1_000_000; x *= 10) {
            double next = Math.abs(CDNOW.given(history(x, 100.0 * x)).mean().orElseThrow() - 100);
            assertTrue(next < distance);
            distance = next;
        }
        assertEquals(0, distance, 1e-4);
    }

    @Property(tries = 50)
    void scalingMoneyScalesEveryFigure(@ForAll @IntRange(min = 2, max = 1000) int factor) {
        GammaGamma scaled = GammaGamma.of(6.25, 3.74, 15.44 * factor, USD);

        assertClose(factor * CDNOW.mean().orElseThrow(), scaled.mean().orElseThrow(), 1e-13);
        assertClose(factor * CDNOW.median().orElseThrow(), scaled.median().orElseThrow(), 1e-13);
        assertClose(
                CDNOW.logLikelihood(history(3, 60)) - Math.log(factor),
                scaled.logLikelihood(history(3, 60.0 * factor)),
                1e-12);
    }

    @Property(tries = 50)
    void quantilesRise_andHalfOfAllIsTheMedian(@ForAll @DoubleRange(min = 0.01, max = 0.98) double share) {
        assertTrue(amount(CDNOW.spendQuantile(share)) < amount(CDNOW.spendQuantile(share + 0.01)));
        assertTrue(amount(CDNOW.transactionQuantile(share)) < amount(CDNOW.transactionQuantile(share + 0.01)));
        assertEquals(CDNOW.medianSpend(), CDNOW.spendQuantile(0.5));
    }

    @Test
    void meanExplodes_asQFallsToOne() {
        assertTrue(GammaGamma.of(2, 1 + 1e-9, 10, USD).mean().orElseThrow() > 1e10);
        assertTrue(GammaGamma.of(2, 1.1, 10, USD).mean().orElseThrow()
                > GammaGamma.of(2, 1.2, 10, USD).mean().orElseThrow());
    }

    // edges

    @Test
    void infiniteMean_isRefused_andTheMedianNamed() {
        GammaGamma heavy = GammaGamma.of(2, 0.9, 10, USD);

        assertEquals(
                Outcome.undefined(Reason.NOT_FINITE, "infinite mean, as q is 1 or less; the median is USD 33.52"),
                heavy.meanSpend());
        assertEquals(
                Reason.NOT_FINITE,
                ((Outcome.Undefined<Double>) GammaGamma.of(2, 1, 10, USD).mean()).reason());
        assertTrue(heavy.medianSpend().isDefined());
        // with one purchase p + q = 2.9
        assertClose(2 * 30 / 1.9, heavy.given(history(1, 20)).mean().orElseThrow(), 1e-13);
    }

    @Test
    void spendBeyondAllNumbers_isUndefined() {
        GammaGamma wild = GammaGamma.of(2, 1e-4, 10, USD);

        assertEquals(Outcome.undefined(Reason.NOT_FINITE, "beyond the largest number"), wild.medianSpend());
        assertEquals(Outcome.undefined(Reason.NOT_FINITE, "infinite mean, as q is 1 or less"), wild.meanSpend());
        assertEquals(Outcome.undefined(Reason.NOT_FINITE, "beyond the largest number"), wild.transactionQuantile(0.99));
        assertEquals(0, amount(GammaGamma.of(1e-4, 2, 10, USD).transactionQuantile(0.01)));
    }

    @Test
    void withoutTransactions_nothingIsLearnt() {
        assertEquals(CDNOW, CDNOW.given(SpendHistory.none(USD)));
        assertEquals(0, CDNOW.logLikelihood(SpendHistory.none(USD)));
    }

    // messages

    @Test
    void badArguments_areNamed() {
        assertMessage("p must be positive and finite: 0.0", () -> GammaGamma.of(0, 1, 1, USD));
        assertMessage("q must be positive and finite: NaN", () -> GammaGamma.of(1, Double.NaN, 1, USD));
        assertMessage("gamma must be positive and finite: Infinity", () -> GammaGamma.of(1, 1, 1 / 0.0, USD));
        assertMessage("share must be in (0, 1): 0.0", () -> CDNOW.spendQuantile(0));
        assertMessage("share must be in (0, 1): 1.0", () -> CDNOW.transactionQuantile(1));
        assertMessage("currency must be USD: EUR", () -> CDNOW.given(SpendHistory.none(CurrencyUnit.EUR)));
        assertMessage("transactions must not be negative: -1", () -> history(-1, 1));
        assertMessage("total must be zero without transactions: USD 1.00", () -> history(0, 1));
        assertMessage("total must be positive: USD 0.00", () -> history(1, 0));
        assertEquals(
                "currency",
                assertThrows(NullPointerException.class, () -> GammaGamma.of(1, 1, 1, null))
                        .getMessage());
    }

    static void assertMessage(String message, org.junit.jupiter.api.function.Executable executable) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, executable).getMessage());
    }
}
