package dev.tenure.lifetime.noncontractual;

import static dev.tenure.lifetime.noncontractual.ParetoNbdGoldenTest.weeks;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.lifetime.DiscountRate;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ParetoNbdLawsTest {

    private static final ChronoUnit WEEKS = ChronoUnit.WEEKS;
    private static final int TRIES = 200;

    @Provide
    Arbitrary<ParetoNbd> models() {
        return Combinators.combine(parameters(-3, 6), parameters(-3, 6), parameters(-3, 6), parameters(-3, 6))
                .as((r, alpha, s, beta) -> new ParetoNbd(r, alpha, s, beta, WEEKS));
    }

    @Provide
    Arbitrary<ParetoNbd> usualModels() {
        return Combinators.combine(parameters(-0.7, 0.7), parameters(0, 1.5), parameters(-0.7, 0.7), parameters(0, 2))
                .as((r, alpha, s, beta) -> new ParetoNbd(r, alpha, s, beta, WEEKS));
    }

    private static Arbitrary<Double> parameters(double from, double to) {
        return Arbitraries.doubles().between(from, to).ofScale(6).map(power -> Math.pow(10, power));
    }

    @Provide
    Arbitrary<PurchaseHistory> histories() {
        return Combinators.combine(
                        Arbitraries.oneOf(
                                Arbitraries.integers().between(0, 9),
                                Arbitraries.integers().between(0, 5000)),
                        Arbitraries.doubles().between(0, 1).ofScale(6),
                        Arbitraries.doubles().between(0, 200).ofScale(3))
                .as((repeats, share, age) -> PurchaseHistory.of(repeats, repeats == 0 ? 0 : share * age, age, WEEKS));
    }

    @Provide
    Arbitrary<Double> times() {
        return parameters(-3, 4);
    }

    @Property(tries = TRIES)
    void probabilityAlive_fallsWithSilence(
            @ForAll("models") ParetoNbd model,
            @ForAll("histories") PurchaseHistory history,
            @ForAll("times") double more) {
        PurchaseHistory later = new PurchaseHistory(
                history.repeats(), history.recency(), history.age().plus(weeks(more)));

        double now = model.probabilityAlive(history);
        double then = model.probabilityAlive(later);
        assertTrue(then <= now * (1 + 1e-12), () -> then + " after " + now);
        assertTrue(now <= 1 && then >= 0);
    }

    @Property(tries = TRIES)
    void oneWhoHasJustBought_isAlive(@ForAll("models") ParetoNbd model, @ForAll("histories") PurchaseHistory history) {
        PurchaseHistory now = new PurchaseHistory(history.repeats() + 1, history.age(), history.age());

        assertEquals(1, model.probabilityAlive(now));
    }

    @Property(tries = TRIES)
    void expectedPurchases_growWithTheHorizon_everMoreSlowly(
            @ForAll("models") ParetoNbd model,
            @ForAll("histories") PurchaseHistory history,
            @ForAll("times") double horizon) {
        double once = model.expectedPurchases(history, weeks(horizon));
        double twice = model.expectedPurchases(history, weeks(2 * horizon));
        double thrice = model.expectedPurchases(history, weeks(3 * horizon));

        assertTrue(once <= twice * (1 + 1e-13) && twice <= thrice * (1 + 1e-13));
        assertTrue(twice - once <= once + 1e-9 * twice);
        assertTrue(thrice - twice <= twice - once + 1e-9 * thrice);
    }

    @Property(tries = TRIES)
    void expectedPurchases_haveALimit_whereSExceedsOne(
            @ForAll("usualModels") ParetoNbd model, @ForAll("histories") PurchaseHistory history) {
        ParetoNbd mortal = new ParetoNbd(model.r(), model.alpha(), model.s() + 2, model.beta(), WEEKS);

        double limit = mortal.r() * mortal.beta() / (mortal.alpha() * (mortal.s() - 1));
        assertEquals(limit, mortal.expectedPurchases(weeks(1e9)), 1e-6 * limit);
        double residual =
                mortal.discountedExpectedPurchases(history, DiscountRate.none()).orElseThrow();
        assertEquals(residual, mortal.expectedPurchases(history, weeks(1e12)), 1e-6 * residual);
    }

    @Property(tries = 20)
    void probabilities_sumToOne_andTheirMeanIsExpected(
            @ForAll("usualModels") ParetoNbd model, @ForAll("histories") PurchaseHistory history) {
        PurchaseHistory client = new PurchaseHistory(Math.min(history.repeats(), 10), history.recency(), history.age());
        double sum = 0;
        double mean = 0;
        for (int k = 0; k < 4000 && (k < 50 || sum < 1 - 1e-13); k++) {
            double p = model.probability(k, client, weeks(10));
            sum += p;
            mean += k * p;
        }

        assertEquals(1, sum, 1e-10);
        double expected = model.expectedPurchases(client, weeks(10));
        assertEquals(expected, mean, 1e-7 * (1 + expected));
    }

    @Property(tries = TRIES)
    void discountedExpectedPurchases_fallWithTheDiscount(
            @ForAll("models") ParetoNbd model,
            @ForAll("histories") PurchaseHistory history,
            @ForAll("times") double force) {
        double low = discounted(model, history, force);
        double high = discounted(model, history, 1.5 * force);

        assertTrue(high <= low * (1 + 1e-12), () -> high + " with the higher, " + low + " with the lower");
    }

    @Property(tries = TRIES)
    void discountedExpectedPurchases_tendToThoseWithoutADiscount(
            @ForAll("usualModels") ParetoNbd model, @ForAll("histories") PurchaseHistory history) {
        ParetoNbd mortal = new ParetoNbd(model.r(), model.alpha(), model.s() + 2, model.beta(), WEEKS);

        double none =
                mortal.discountedExpectedPurchases(history, DiscountRate.none()).orElseThrow();
        assertEquals(none, discounted(mortal, history, 1e-12), 1e-6 * none);
    }

    @Property(tries = TRIES)
    void anotherUnit_changesAlphaAndBetaOnly(
            @ForAll("models") ParetoNbd model,
            @ForAll("histories") PurchaseHistory history,
            @ForAll("times") double horizon) {
        ParetoNbd daily = new ParetoNbd(model.r(), 7 * model.alpha(), model.s(), 7 * model.beta(), ChronoUnit.DAYS);

        assertRelative(model.probabilityAlive(history), daily.probabilityAlive(history));
        assertRelative(
                model.expectedPurchases(history, weeks(horizon)), daily.expectedPurchases(history, weeks(horizon)));
        assertRelative(model.probability(2, weeks(horizon)), daily.probability(2, weeks(horizon)));
        // a density by the week is seven times that by the day, for each purchase
        double weekly = model.logLikelihood(history);
        assertEquals(
                weekly,
                daily.logLikelihood(history) + history.repeats() * Math.log(7),
                1e-9 * (1 + Math.abs(weekly) + history.repeats()));
    }

    /** By hand: with one rate of leaving, 0.05, for all. */
    @Property(tries = TRIES)
    void ratesOfLeavingThatDiffersLess_becomeOne(@ForAll("histories") PurchaseHistory history) {
        ParetoNbd nearlyOne = new ParetoNbd(0.7, 9, 1e9, 2e10, WEEKS);

        assertEquals(0.7 / 9 * 20 * -Math.expm1(-52 * 0.05), nearlyOne.expectedPurchases(weeks(52)), 1e-6);
        assertTrue(Double.isFinite(nearlyOne.logLikelihood(history)));
    }

    private static double discounted(ParetoNbd model, PurchaseHistory history, double force) {
        return model.discountedExpectedPurchases(history, DiscountRate.continuous(force, WEEKS))
                .orElseThrow();
    }

    private static void assertRelative(double expected, double actual) {
        assertEquals(expected, actual, Math.max(1e-300, 1e-9 * expected));
    }
}
