package dev.tenure.lifetime.noncontractual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.lifetime.DiscountRate;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BetaGeometricModelTest {

    private static final PurchaseHistory ONCE = PurchaseHistory.of(0, 0, 38.86, ChronoUnit.WEEKS);
    private static final PurchaseHistory TWICE = PurchaseHistory.of(2, 30.43, 38.86, ChronoUnit.WEEKS);
    private static final Duration WEEK = Duration.ofDays(7);

    static Stream<PurchaseModel> models() {
        return Stream.of(
                new BgNbd(0.243, 4.414, 0.793, 2.426, ChronoUnit.WEEKS),
                new MbgNbd(0.525, 6.183, 0.891, 1.614, ChronoUnit.WEEKS));
    }

    @Test
    void oneTimeBuyer_isSurelyThere_inBgNbdOnly() {
        assertEquals(1, new BgNbd(0.243, 4.414, 0.793, 2.426, ChronoUnit.WEEKS).probabilityAlive(ONCE));
        assertEquals(
                0.3897350809187629,
                new MbgNbd(0.525, 6.183, 0.891, 1.614, ChronoUnit.WEEKS).probabilityAlive(ONCE),
                1e-14);
    }

    @Test
    void newClient_ofMbgNbd_hasLeftAtOnceWithTheMeanChance() {
        MbgNbd model = new MbgNbd(0.5, 6, 1, 3, ChronoUnit.WEEKS);

        assertEquals(0.75, model.probabilityAlive(PurchaseHistory.of(0, 0, 0, ChronoUnit.WEEKS)), 1e-15);
        assertEquals(1, model.probability(0, Duration.ZERO), 1e-15);
    }

    @ParameterizedTest
    @MethodSource("models")
    void noTime_bringsNothing(PurchaseModel model) {
        assertEquals(0, model.expectedPurchases(Duration.ZERO));
        assertEquals(0, model.expectedPurchases(TWICE, Duration.ZERO));
        assertEquals(1, model.probability(0, TWICE, Duration.ZERO), 1e-15);
        assertEquals(0, model.probability(1, TWICE, Duration.ZERO));
        assertEquals(0, model.logLikelihood(PurchaseHistory.of(0, 0, 0, ChronoUnit.WEEKS)), 1e-300);
    }

    @ParameterizedTest
    @MethodSource("models")
    void withoutDiscount_thereIsNoEndUnlessLeavingIsLikelyEnough(PurchaseModel model) {
        assertEquals(
                Outcome.undefined(
                        Reason.NOT_FINITE, "without a discount the purchases have no finite mean unless a exceeds 1"),
                model.discountedExpectedPurchases(TWICE, DiscountRate.none()));
        assertTrue(model.discountedExpectedPurchases(TWICE, DiscountRate.annual(0.1))
                .isDefined());
    }

    @Test
    void withoutDiscount_aExactlyOne_hasNoMean() {
        assertEquals(
                Reason.NOT_FINITE,
                ((Outcome.Undefined<Double>) new BgNbd(1, 1, 1, 1, ChronoUnit.WEEKS)
                                .discountedExpectedPurchases(ONCE, DiscountRate.none()))
                        .reason());
        // the mean of 1 / p of a client who is there for certain
        assertEquals(
                (3 + 2 - 1) / (3 - 1.0),
                new BgNbd(1, 1, 3, 2, ChronoUnit.WEEKS)
                        .discountedExpectedPurchases(ONCE, DiscountRate.none())
                        .orElseThrow(),
                1e-15);
    }

    @ParameterizedTest
    @MethodSource("models")
    void badArguments_areNamed(PurchaseModel model) {
        assertMessage("horizon must not be negative: PT-1S", () -> model.expectedPurchases(Duration.ofSeconds(-1)));
        assertMessage(
                "horizon must not be negative: PT-1S", () -> model.expectedPurchases(TWICE, Duration.ofSeconds(-1)));
        assertMessage(
                "horizon must not be negative: PT-1S",
                () -> model.discountedExpectedPurchases(TWICE, DiscountRate.none(), Duration.ofSeconds(-1)));
        assertMessage("horizon must not be negative: PT-1S", () -> model.probability(0, Duration.ofSeconds(-1)));
        assertMessage("horizon must not be negative: PT-1S", () -> model.probability(0, TWICE, Duration.ofSeconds(-1)));
        assertMessage("purchases must not be negative: -1", () -> model.probability(-1, WEEK));
        assertMessage("purchases must not be negative: -1", () -> model.probability(-1, TWICE, WEEK));
    }

    @Test
    void badParameters_areNamed() {
        ChronoUnit unit = ChronoUnit.WEEKS;
        assertMessage("r must be positive and finite: 0.0", () -> new BgNbd(0, 1, 1, 1, unit));
        assertMessage("alpha must be positive and finite: -1.0", () -> new BgNbd(1, -1, 1, 1, unit));
        assertMessage("a must be positive and finite: NaN", () -> new BgNbd(1, 1, Double.NaN, 1, unit));
        assertMessage(
                "b must be positive and finite: Infinity", () -> new BgNbd(1, 1, 1, Double.POSITIVE_INFINITY, unit));
        assertMessage("r must be positive and finite: 0.0", () -> new MbgNbd(0, 1, 1, 1, unit));
        assertMessage("b must be positive and finite: 0.0", () -> new MbgNbd(1, 1, 1, 0, unit));
        assertMessage(
                "unit must have a fixed length, weeks or a shorter one: Months",
                () -> new BgNbd(1, 1, 1, 1, ChronoUnit.MONTHS));
        assertMessage(
                "unit must have a fixed length, weeks or a shorter one: Years",
                () -> new MbgNbd(1, 1, 1, 1, ChronoUnit.YEARS));
    }

    private static void assertMessage(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
