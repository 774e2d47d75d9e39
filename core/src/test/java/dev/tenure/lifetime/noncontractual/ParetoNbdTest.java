package dev.tenure.lifetime.noncontractual;

import static dev.tenure.lifetime.noncontractual.ParetoNbdGoldenTest.weeks;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.lifetime.DiscountRate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParetoNbdTest {

    private static final ChronoUnit WEEKS = ChronoUnit.WEEKS;
    private static final ParetoNbd MODEL = new ParetoNbd(0.5, 10, 0.6, 12, WEEKS);
    private static final PurchaseHistory HISTORY = PurchaseHistory.of(3, 20, 30, WEEKS);
    private static final PurchaseHistory JUST_WON = new PurchaseHistory(0, Duration.ZERO, Duration.ZERO);

    // edges

    @Test
    void clientJustWon_isAlive_andIsANewOne() {
        assertEquals(0, MODEL.logLikelihood(JUST_WON));
        assertEquals(1, MODEL.probabilityAlive(JUST_WON));
        assertEquals(MODEL.expectedPurchases(weeks(52)), MODEL.expectedPurchases(JUST_WON, weeks(52)));
        assertEquals(MODEL.probability(4, weeks(52)), MODEL.probability(4, JUST_WON, weeks(52)));
        assertEquals(1, MODEL.probability(0, JUST_WON, Duration.ZERO));
    }

    /** The density of three exponential gaps, mixed over a gamma law: by hand, with nobody silent. */
    @Test
    void logLikelihood_withoutSilence_isOneOfRatesAndOfStaying() {
        PurchaseHistory history = PurchaseHistory.of(3, 20, 20, WEEKS);

        double rates = 0.5 * 1.5 * 2.5 * Math.pow(10, 0.5) / Math.pow(30, 3.5);
        assertEquals(Math.log(rates * Math.pow(12 / 32.0, 0.6)), MODEL.logLikelihood(history), 1e-12);
    }

    @Test
    void horizonOfZero_bringsNothing() {
        assertEquals(0, MODEL.expectedPurchases(Duration.ZERO));
        assertEquals(0, MODEL.expectedPurchases(HISTORY, Duration.ZERO));
        assertEquals(1, MODEL.probability(0, Duration.ZERO));
        assertEquals(0, MODEL.probability(1, Duration.ZERO));
        assertEquals(1, MODEL.probability(0, HISTORY, Duration.ZERO), 1e-15);
        assertEquals(0, MODEL.probability(2, HISTORY, Duration.ZERO));
    }

    /** By hand: where s is 1 a client who leaves at a rate mixed over a gamma law stays for 12 log(1 + 52 / 12) of 52 weeks. */
    @Test
    void expectedPurchases_whereSIsOne_areTheLimit() {
        assertEquals(
                0.05 * 12 * Math.log1p(52 / 12.0),
                new ParetoNbd(0.5, 10, 1, 12, WEEKS).expectedPurchases(weeks(52)),
                1e-14);
        assertEquals(
                new ParetoNbd(0.5, 10, 1, 12, WEEKS).expectedPurchases(weeks(52)),
                new ParetoNbd(0.5, 10, 1 + 1e-13, 12, WEEKS).expectedPurchases(weeks(52)),
                1e-12);
    }

    @Test
    void probabilityAlive_ofOneWhoBoughtDailyAndHasBeenSilentForYears_isZero() {
        PurchaseHistory history = PurchaseHistory.of(5000, 30, 3000, WEEKS);

        assertEquals(0, MODEL.probabilityAlive(history));
        assertEquals(0, MODEL.expectedPurchases(history, weeks(52)));
        assertEquals(1, MODEL.probability(0, history, weeks(52)));
        assertEquals(0, MODEL.probability(1, history, weeks(52)));
        assertTrue(Double.isFinite(MODEL.logLikelihood(history)));
    }

    @Test
    void discountedExpectedPurchases_withoutADiscount_haveNoEnd_unlessSExceedsOne() {
        assertUndefined(
                "without a discount, purchases have no end unless s exceeds 1",
                MODEL.discountedExpectedPurchases(HISTORY, DiscountRate.none()));
        assertUndefined(
                "without a discount, purchases have no end unless s exceeds 1",
                new ParetoNbd(0.5, 10, 1, 12, WEEKS).discountedExpectedPurchases(HISTORY, DiscountRate.none()));
        // by hand: 0.5 / 10 purchases a week for a mean of 12 / 2 weeks
        assertEquals(
                0.3,
                new ParetoNbd(0.5, 10, 3, 12, WEEKS)
                        .discountedExpectedPurchases(JUST_WON, DiscountRate.none())
                        .orElseThrow(),
                1e-15);
    }

    @Test
    void discountedExpectedPurchases_thatExceedAllNumbers_areUndefined() {
        assertUndefined(
                "with so low a discount, purchases exceed all numbers",
                new ParetoNbd(1e300, 1e-3, 1e-3, 1e6, WEEKS)
                        .discountedExpectedPurchases(JUST_WON, DiscountRate.continuous(1e-9, WEEKS)));
    }

    @Test
    void anyModel_isSerializable() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream stream = new ObjectOutputStream(bytes)) {
            stream.writeObject(MODEL);
        }
        try (ObjectInputStream stream = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertEquals(MODEL, stream.readObject());
        }
    }

    // messages

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void parameters_mustBePositiveAndFinite(double value) {
        assertMessage("r must be positive and finite: " + value, () -> new ParetoNbd(value, 1, 1, 1, WEEKS));
        assertMessage("alpha must be positive and finite: " + value, () -> new ParetoNbd(1, value, 1, 1, WEEKS));
        assertMessage("s must be positive and finite: " + value, () -> new ParetoNbd(1, 1, value, 1, WEEKS));
        assertMessage("beta must be positive and finite: " + value, () -> new ParetoNbd(1, 1, 1, value, WEEKS));
    }

    @Test
    void badArguments_areRefused() {
        Duration negative = Duration.ofDays(-1);
        assertMessage(
                "unit must have a fixed length, weeks or a shorter one: Months",
                () -> new ParetoNbd(1, 1, 1, 1, ChronoUnit.MONTHS));
        assertMessage("horizon must not be negative: PT-24H", () -> MODEL.expectedPurchases(negative));
        assertMessage("horizon must not be negative: PT-24H", () -> MODEL.expectedPurchases(HISTORY, negative));
        assertMessage(
                "horizon must not be negative: PT-24H",
                () -> MODEL.discountedExpectedPurchases(HISTORY, DiscountRate.none(), negative));
        assertMessage(
                "horizon must not be negative: PT-24H",
                () -> MODEL.discountedExpectedPurchases(HISTORY, DiscountRate.annual(0.1), negative));
        assertMessage("horizon must not be negative: PT-24H", () -> MODEL.probability(1, negative));
        assertMessage("horizon must not be negative: PT-24H", () -> MODEL.probability(1, HISTORY, negative));
        assertMessage("purchases must not be negative: -1", () -> MODEL.probability(-1, weeks(1)));
        assertMessage("purchases must not be negative: -1", () -> MODEL.probability(-1, HISTORY, weeks(1)));
    }

    private static void assertUndefined(String detail, Outcome<Double> actual) {
        assertEquals(Outcome.undefined(Reason.NOT_FINITE, detail), actual);
    }

    private static void assertMessage(String message, Executable executable) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, executable).getMessage());
    }
}
