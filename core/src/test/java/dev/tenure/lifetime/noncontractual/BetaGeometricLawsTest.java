package dev.tenure.lifetime.noncontractual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.lifetime.DiscountRate;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class BetaGeometricLawsTest {

    private static final ChronoUnit UNIT = ChronoUnit.WEEKS;

    @Provide
    Arbitrary<PurchaseModel> models() {
        Arbitrary<Double> positive = Arbitraries.doubles().between(-4, 4).map(x -> Math.pow(10, x));
        return Combinators.combine(positive, positive, positive, positive, Arbitraries.of(true, false))
                .as((r, alpha, a, b, plain) ->
                        plain ? new BgNbd(r, alpha, a, b, UNIT) : new MbgNbd(r, alpha, a, b, UNIT));
    }

    @Provide
    Arbitrary<PurchaseHistory> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 300),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(1, 500_000).map(x -> x / 1000.0))
                .as((x, share, age) -> PurchaseHistory.of(x, x == 0 ? 0 : share * age, age, UNIT));
    }

    @Property(tries = 200)
    void aClientWhoIsSilentForLonger_isLessLikelyToBeThere(
            @ForAll("models") PurchaseModel model,
            @ForAll("histories") PurchaseHistory history,
            @ForAll @DoubleRange(min = 0, max = 100) double more) {
        PurchaseHistory later = new PurchaseHistory(
                history.repeats(), history.recency(), history.age().plus(weeks(more)));
        double before = model.probabilityAlive(history);
        double after = model.probabilityAlive(later);

        assertTrue(before >= 0 && before <= 1);
        assertTrue(after <= before * (1 + 1e-12));
        if (more >= 1 && before > 1e-100 && before < 1 - 1e-6) {
            assertTrue(after < before, after + " is not below " + before);
        }
        if (model instanceof BgNbd && history.repeats() == 0) {
            assertEquals(1, after);
        }
    }

    @Property(tries = 100)
    void expectedPurchases_growWithTheHorizon_everMoreSlowly(
            @ForAll("models") PurchaseModel model,
            @ForAll("histories") PurchaseHistory history,
            @ForAll @DoubleRange(min = 0.01, max = 1000) double weeks) {
        double once = model.expectedPurchases(history, weeks(weeks));
        double twice = model.expectedPurchases(history, weeks(2 * weeks));

        assertTrue(once >= 0);
        assertTrue(twice >= once * (1 - 1e-11));
        // unless nearly all is bought that ever will be
        if (once > 1.001 * model.expectedPurchases(history, weeks(weeks / 2))) {
            assertTrue(twice > once, twice + " is not above " + once);
        }
        assertTrue(twice <= 2 * once * (1 + 1e-11));
    }

    @Property(tries = 60)
    void probabilities_sumToOne_withTheExpectationForTheirMean(
            @ForAll @DoubleRange(min = 0.2, max = 5) double r,
            @ForAll @DoubleRange(min = 1, max = 20) double alpha,
            @ForAll @DoubleRange(min = 0.2, max = 5) double a,
            @ForAll @DoubleRange(min = 0.1, max = 5) double b,
            @ForAll boolean plain,
            @ForAll @IntRange(max = 5) int repeats) {
        PurchaseModel model = plain ? new BgNbd(r, alpha, a, b, UNIT) : new MbgNbd(r, alpha, a, b, UNIT);
        PurchaseHistory history = PurchaseHistory.of(repeats, repeats == 0 ? 0 : 9, 10, UNIT);
        Duration horizon = weeks(5);
        double sum = 0;
        double mean = 0;
        for (int k = 0; k < 1000; k++) {
            double probability = model.probability(k, history, horizon);
            sum += probability;
            mean += k * probability;
        }

        assertEquals(1, sum, 1e-11);
        assertEquals(model.expectedPurchases(history, horizon), mean, 1e-10 * mean);
    }

    @Property(tries = 60)
    void aNewClient_isOneWithAnEmptyHistory(@ForAll("models") PurchaseModel model) {
        PurchaseHistory empty = PurchaseHistory.of(0, 0, 0, UNIT);

        assertEquals(model.expectedPurchases(weeks(20)), model.expectedPurchases(empty, weeks(20)));
        assertEquals(model.probability(2, weeks(20)), model.probability(2, empty, weeks(20)));
    }

    @Property(tries = 60)
    void discountedPurchases_fallWithTheDiscount(
            @ForAll("models") PurchaseModel model, @ForAll("histories") PurchaseHistory history) {
        double low = discounted(model, history, 0.01);
        double high = discounted(model, history, 0.02);

        assertTrue(high >= 0);
        assertTrue(high < low || low < 1e-100, high + " is not below " + low);
        // a hundredth of a week's discount: what is bought in any horizon is discounted by no more than at its end
        double undiscounted = model.expectedPurchases(history, weeks(52));
        assertTrue(low >= undiscounted * Math.exp(-0.01 * 52) * (1 - 1e-11));
    }

    @Property(tries = 60)
    void withoutDiscount_allPurchasesEverExpected_areTheLimit(
            @ForAll("histories") PurchaseHistory history,
            @ForAll @DoubleRange(min = 1.5, max = 5) double a,
            @ForAll boolean plain) {
        PurchaseModel model = plain ? new BgNbd(2, 5, a, 3, UNIT) : new MbgNbd(2, 5, a, 3, UNIT);
        double all =
                model.discountedExpectedPurchases(history, DiscountRate.none()).orElseThrow();

        assertTrue(discounted(model, history, 1e-3) <= all * (1 + 1e-12));
        assertEquals(all, discounted(model, history, 1e-14), 1e-4 * all);
        assertEquals(all, model.expectedPurchases(history, weeks(1e10)), 1e-3 * all);
    }

    @Property(tries = 60)
    void anotherUnit_changesOneParameter_andNoPrediction(
            @ForAll @DoubleRange(min = 0.1, max = 5) double r,
            @ForAll @DoubleRange(min = 0.1, max = 50) double alpha,
            @ForAll @DoubleRange(min = 0.1, max = 5) double a,
            @ForAll("histories") PurchaseHistory history) {
        BgNbd weeks = new BgNbd(r, alpha, a, 2, ChronoUnit.WEEKS);
        BgNbd days = new BgNbd(r, 7 * alpha, a, 2, ChronoUnit.DAYS);

        assertClose(weeks.probabilityAlive(history), days.probabilityAlive(history));
        assertClose(weeks.expectedPurchases(history, weeks(30)), days.expectedPurchases(history, weeks(30)));
        assertClose(weeks.probability(4, history, weeks(30)), days.probability(4, history, weeks(30)));
        assertClose(discounted(weeks, history, 0.01), discounted(days, history, 0.01));
        assertEquals(weeks.logLikelihood(history) - history.repeats() * Math.log(7), days.logLikelihood(history), 1e-9);
    }

    private static double discounted(PurchaseModel model, PurchaseHistory history, double byWeek) {
        return model.discountedExpectedPurchases(history, DiscountRate.continuous(byWeek, ChronoUnit.WEEKS))
                .orElseThrow();
    }

    private static Duration weeks(double weeks) {
        return Duration.ofSeconds(Math.round(weeks * 604_800));
    }

    private static void assertClose(double expected, double actual) {
        assertEquals(expected, actual, 1e-10 * Math.abs(expected));
    }
}
