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
import org.junit.jupiter.api.Test;

/** Purchases within a horizon, discounted, in all models alike. */
class DiscountedPurchasesLawsTest {

    private static final ChronoUnit UNIT = ChronoUnit.WEEKS;
    private static final int TRIES = 100;
    /** How far two figures of eleven digits may be from each other. */
    private static final double SLACK = 1e-10;

    @Provide
    Arbitrary<PurchaseModel> models() {
        Arbitrary<Double> positive = Arbitraries.doubles().between(-3, 3).map(power -> Math.pow(10, power));
        return Combinators.combine(positive, positive, positive, positive, Arbitraries.of(PurchaseModelKind.values()))
                .as((one, two, three, four, kind) -> switch (kind) {
                    case BG_NBD -> new BgNbd(one, two, three, four, UNIT);
                    case MBG_NBD -> new MbgNbd(one, two, three, four, UNIT);
                    case PARETO_NBD -> new ParetoNbd(one, two, three, four, UNIT);
                });
    }

    @Provide
    Arbitrary<PurchaseHistory> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 300),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(1, 500_000).map(x -> x / 1000.0))
                .as((x, share, age) -> PurchaseHistory.of(x, x == 0 ? 0 : share * age, age, UNIT));
    }

    @Provide
    Arbitrary<Double> forces() {
        return Arbitraries.doubles().between(-4, 0).map(power -> Math.pow(10, power));
    }

    @Property(tries = TRIES)
    void withoutADiscount_theyAreThoseExpected(
            @ForAll("models") PurchaseModel model,
            @ForAll("histories") PurchaseHistory history,
            @ForAll @DoubleRange(min = 0.01, max = 1000) double weeks) {
        double expected = model.expectedPurchases(history, weeks(weeks));

        assertEquals(expected, model.discountedExpectedPurchases(history, DiscountRate.none(), weeks(weeks)));
        assertEquals(expected, within(model, history, 1e-13, weeks), SLACK * expected);
    }

    @Property(tries = TRIES)
    void theyGrowWithTheHorizon_byWhatIsExpectedMeanwhile(
            @ForAll("models") PurchaseModel model,
            @ForAll("histories") PurchaseHistory history,
            @ForAll("forces") double byWeek,
            @ForAll @DoubleRange(min = 0.01, max = 300) double weeks) {
        double once = within(model, history, byWeek, weeks);
        double twice = within(model, history, byWeek, 2 * weeks);
        double expectedOnce = model.expectedPurchases(history, weeks(weeks));
        double expectedTwice = model.expectedPurchases(history, weeks(2 * weeks));
        double slack = SLACK * expectedTwice;

        assertTrue(once >= Math.exp(-byWeek * weeks) * expectedOnce * (1 - SLACK));
        assertTrue(once <= expectedOnce * (1 + SLACK));
        assertTrue(twice >= once + Math.exp(-2 * byWeek * weeks) * (expectedTwice - expectedOnce) - slack);
        assertTrue(twice <= once + Math.exp(-byWeek * weeks) * (expectedTwice - expectedOnce) + slack);
    }

    @Property(tries = TRIES)
    void theyFallWithTheDiscount(
            @ForAll("models") PurchaseModel model,
            @ForAll("histories") PurchaseHistory history,
            @ForAll("forces") double byWeek) {
        assertTrue(within(model, history, 2 * byWeek, 100) <= within(model, history, byWeek, 100) * (1 + SLACK));
    }

    @Property(tries = TRIES)
    void theyTendToThoseOfAllTime(
            @ForAll("models") PurchaseModel model,
            @ForAll("histories") PurchaseHistory history,
            @ForAll("forces") double byWeek) {
        double ever = model.discountedExpectedPurchases(history, DiscountRate.continuous(byWeek, UNIT))
                .orElseThrow();

        assertEquals(ever, within(model, history, byWeek, 60 / byWeek), SLACK * ever);
        assertEquals(ever, within(model, history, byWeek, 1e9), SLACK * ever);
    }

    @Property(tries = TRIES)
    void inAnotherUnit_theyAreTheSame(
            @ForAll("histories") PurchaseHistory history, @ForAll @DoubleRange(min = 0.1, max = 50) double alpha) {
        double weeks = within(new BgNbd(0.5, alpha, 1, 2, UNIT), history, 0.01, 99);
        double days = within(new BgNbd(0.5, 7 * alpha, 1, 2, ChronoUnit.DAYS), history, 0.01, 99);

        assertEquals(weeks, days, SLACK * weeks);
    }

    @Test
    void withinNoTime_thereAreNone() {
        PurchaseHistory history = PurchaseHistory.of(2, 30.43, 38.86, UNIT);

        assertEquals(0, within(new BgNbd(0.243, 4.414, 0.793, 2.426, UNIT), history, 0.01, 0));
        assertEquals(0, within(new MbgNbd(0.525, 6.183, 0.891, 1.614, UNIT), history, 0.01, 0));
        assertEquals(0, within(new ParetoNbd(0.553, 10.578, 0.606, 11.669, UNIT), history, 0.01, 0));
    }

    private static double within(PurchaseModel model, PurchaseHistory history, double byWeek, double weeks) {
        return model.discountedExpectedPurchases(history, DiscountRate.continuous(byWeek, UNIT), weeks(weeks));
    }

    private static Duration weeks(double weeks) {
        return Duration.ofSeconds(Math.round(weeks * 604_800));
    }
}
