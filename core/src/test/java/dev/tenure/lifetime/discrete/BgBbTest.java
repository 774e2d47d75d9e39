package dev.tenure.lifetime.discrete;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.lifetime.DiscountRate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Period;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BgBbTest {

    private static final Period YEAR = Period.ofYears(1);
    private static final BgBb DONORS = BgBb.of(1.204, 0.75, 0.657, 2.783, YEAR);
    private static final double EXACT = 1e-10;

    static JsonNode resource(String name) {
        try (InputStream stream = BgBbTest.class.getResourceAsStream(name)) {
            return new ObjectMapper().readTree(stream);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static void assertClose(double expected, double actual, double tolerance) {
        assertEquals(expected, actual, tolerance * Math.abs(expected) + 1e-300);
    }

    // golden

    static Stream<JsonNode> donors() {
        return StreamSupport.stream(
                resource("fader-hardie-shang-2010-donations.json")
                        .get("fixed")
                        .get("customers")
                        .spliterator(),
                false);
    }

    @ParameterizedTest
    @MethodSource("donors")
    void figures_ofDonors_arePublished(JsonNode donor) {
        RenewalHistory history = RenewalHistory.of(
                donor.get("x").intValue(),
                donor.get("t_x").intValue(),
                donor.get("n").intValue());

        assertClose(donor.get("loglik").doubleValue(), DONORS.logLikelihood(history), EXACT);
        assertClose(donor.get("p_alive_at_n").doubleValue(), DONORS.probabilityAlive(history), EXACT);
        assertClose(donor.get("p_alive_at_n_plus_1").doubleValue(), DONORS.probabilityAliveNext(history), EXACT);
        donor.get("cond_expected")
                .properties()
                .forEach(expected -> assertClose(
                        expected.getValue().doubleValue(),
                        DONORS.expectedPurchases(history, Integer.parseInt(expected.getKey())),
                        EXACT));
        donor.get("DERT_discrete")
                .properties()
                .forEach(expected -> assertClose(
                        expected.getValue().doubleValue(),
                        DONORS.discountedExpectedPurchases(
                                        history, DiscountRate.annual(Double.parseDouble(expected.getKey())))
                                .orElseThrow(),
                        EXACT));
    }

    @Test
    void figures_ofNewDonor_arePublished() {
        JsonNode fixed = resource("fader-hardie-shang-2010-donations.json").get("fixed");

        fixed.get("expected_new_customer")
                .properties()
                .forEach(expected -> assertClose(
                        expected.getValue().doubleValue(),
                        DONORS.expectedPurchases(Integer.parseInt(expected.getKey())),
                        EXACT));
        for (int purchases = 0; purchases <= 6; purchases++) {
            assertClose(fixed.get("pmf_n6").get(purchases).doubleValue(), DONORS.probability(purchases, 6), EXACT);
        }
    }

    static Stream<JsonNode> hardClients() {
        return StreamSupport.stream(resource("hard-clients.json").get("cases").spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("hardClients")
    void figures_keepTheirDigits(JsonNode hard) {
        BgBb model = BgBb.of(
                hard.get("alpha").doubleValue(),
                hard.get("beta").doubleValue(),
                hard.get("gamma").doubleValue(),
                hard.get("delta").doubleValue(),
                YEAR);
        int n = hard.get("n").intValue();
        RenewalHistory history = RenewalHistory.of(
                hard.get("x").intValue(), hard.get("lastWindow").intValue(), n);
        int windows = hard.get("windows").intValue();
        int purchases = hard.get("purchases").intValue();

        assertHard(hard, "logLikelihood", model.logLikelihood(history));
        assertHard(hard, "alive", model.probabilityAlive(history));
        assertHard(hard, "aliveNext", model.probabilityAliveNext(history));
        assertHard(hard, "expectedNew", model.expectedPurchases(windows));
        assertHard(hard, "expectedAfter", model.expectedPurchases(n, windows));
        assertHard(hard, "expectedGiven", model.expectedPurchases(history, windows));
        assertHard(hard, "probabilityNew", model.probability(purchases, windows));
        assertHard(hard, "probabilityAfter", model.probability(purchases, n, windows));
        assertHard(hard, "probabilityGiven", model.probability(purchases, history, windows));
        assertHard(hard, "buying", model.buyingProbability(history));
        assertHard(hard, "dropOut", model.dropOutProbability(history));
        if (hard.has("dert") && hard.get("dert").doubleValue() >= 0) {
            assertHard(
                    hard,
                    "dert",
                    model.discountedExpectedPurchases(
                                    history, new DiscountRate(hard.get("force").doubleValue()))
                            .orElseThrow());
        }
    }

    private static void assertHard(JsonNode hard, String figure, double actual) {
        double expected = hard.get(figure).doubleValue();
        assertEquals(expected, actual, 1e-9 * Math.abs(expected) + 1e-300, figure);
    }

    // laws

    @Provide
    Arbitrary<BgBb> models() {
        Arbitrary<Double> parameter =
                Arbitraries.doubles().between(-3, 3).ofScale(3).map(exponent -> Math.pow(10, exponent));
        return Combinators.combine(parameter, parameter, parameter, parameter)
                .as((alpha, beta, gamma, delta) -> BgBb.of(alpha, beta, gamma, delta, YEAR));
    }

    @Provide
    Arbitrary<RenewalHistory> histories() {
        return Arbitraries.strings().withChars('0', '1').ofMaxLength(40).map(RenewalHistory::ofPurchases);
    }

    @Property(tries = 200)
    void aliveFallsWithSilence(@ForAll("models") BgBb model, @ForAll("histories") RenewalHistory history) {
        RenewalHistory silent = RenewalHistory.of(history.repeats(), history.lastWindow(), history.windows() + 1);

        assertTrue(model.probabilityAlive(silent) < model.probabilityAlive(history)
                || model.probabilityAlive(history) == 0);
    }

    @Property(tries = 100)
    void whoBoughtInTheLastWindow_isAliveForSure(
            @ForAll("models") BgBb model, @ForAll @IntRange(min = 1, max = 50) int windows) {
        assertEquals(1, model.probabilityAlive(RenewalHistory.of(windows, windows, windows)));
        assertEquals(1, model.probabilityAlive(RenewalHistory.of(1, windows, windows)));
    }

    @Property(tries = 100)
    void expectedPurchasesGrowWithTheHorizon(
            @ForAll("models") BgBb model,
            @ForAll("histories") RenewalHistory history,
            @ForAll @IntRange(max = 300) int windows) {
        assertTrue(model.expectedPurchases(windows) <= model.expectedPurchases(windows + 1) * (1 + 1e-13));
        assertTrue(model.expectedPurchases(history, windows)
                <= model.expectedPurchases(history, windows + 1) * (1 + 1e-13));
    }

    @Property(tries = 100)
    void probabilitiesOfNumbersSumToOne_andHaveTheExpectedMean(
            @ForAll("models") BgBb model,
            @ForAll("histories") RenewalHistory history,
            @ForAll @IntRange(max = 20) int after,
            @ForAll @IntRange(max = 40) int windows) {
        assertLaw(windows, y -> model.probability(y, windows), model.expectedPurchases(windows));
        assertLaw(windows, y -> model.probability(y, after, windows), model.expectedPurchases(after, windows));
        assertLaw(windows, y -> model.probability(y, history, windows), model.expectedPurchases(history, windows));
    }

    private static void assertLaw(int windows, java.util.function.IntToDoubleFunction probability, double mean) {
        assertEquals(
                1, IntStream.rangeClosed(0, windows).mapToDouble(probability).sum(), 1e-11);
        assertClose(
                mean,
                IntStream.rangeClosed(0, windows)
                        .mapToDouble(y -> y * probability.applyAsDouble(y))
                        .sum(),
                1e-11);
    }

    @Property(tries = 100)
    void likelihoodsOfAllHistoriesSumToOne(@ForAll("models") BgBb model, @ForAll @IntRange(max = 8) int windows) {
        double sum = IntStream.range(0, 1 << windows)
                .mapToObj(bits -> "0".repeat(windows - (32 - Integer.numberOfLeadingZeros(bits)))
                        + (bits == 0 ? "" : Integer.toBinaryString(bits)))
                .mapToDouble(purchases -> Math.exp(model.logLikelihood(RenewalHistory.ofPurchases(purchases))))
                .sum();

        assertEquals(1, sum, 1e-11);
    }

    @Property(tries = 100)
    void discountedPurchasesFallWithTheRate_andAreTheSumOverWindows(
            @ForAll("models") BgBb model,
            @ForAll("histories") RenewalHistory history,
            @ForAll @DoubleRange(min = 0.05, max = 3) double force) {
        double discounted = model.discountedExpectedPurchases(history, new DiscountRate(force))
                .orElseThrow();
        double sum = IntStream.range(0, 1000)
                .mapToDouble(j -> Math.exp(-force * (j + 1))
                        * (model.expectedPurchases(history, j + 1) - model.expectedPurchases(history, j)))
                .sum();

        assertEquals(sum, discounted, 1e-9 * discounted + 1e-13);
        assertTrue(model.discountedExpectedPurchases(history, new DiscountRate(force + 0.01))
                                .orElseThrow()
                        < discounted
                || discounted == 0);
    }

    @Property(tries = 50)
    void posteriorMeansStayBetweenZeroAndOne(
            @ForAll("models") BgBb model, @ForAll("histories") RenewalHistory history) {
        assertTrue(model.buyingProbability(history) > 0 && model.buyingProbability(history) <= 1);
        assertTrue(model.dropOutProbability(history) > 0 && model.dropOutProbability(history) <= 1);
    }

    @Property(tries = 50)
    void horizonOfAnyLength_continuesASum(
            @ForAll("models") BgBb model, @ForAll @IntRange(min = 1, max = 2000) int windows) {
        double sum = model.expectedPurchases(windows) + model.expectedPurchases(windows, 3);

        assertClose(sum, model.expectedPurchases(windows + 3), 1e-11);
    }

    // edges

    @Test
    void newClient_isAlive_andExpectedAsSuch() {
        RenewalHistory justWon = RenewalHistory.of(0, 0, 0);

        assertEquals(1, DONORS.probabilityAlive(justWon));
        assertEquals(0, DONORS.logLikelihood(justWon));
        assertEquals(1, DONORS.probabilityAlive(0));
        assertClose(2.783 / 3.44, DONORS.probabilityAlive(1), EXACT);
        assertClose(2.783 / 3.44, DONORS.probabilityAliveNext(justWon), EXACT);
        assertClose(DONORS.expectedPurchases(12), DONORS.expectedPurchases(justWon, 12), EXACT);
        assertClose(1.204 / 1.954, DONORS.buyingProbability(justWon), EXACT);
        assertClose(0.657 / 3.44, DONORS.dropOutProbability(justWon), EXACT);
    }

    @Test
    void noWindows_bringNothing() {
        assertEquals(0, DONORS.expectedPurchases(0));
        assertEquals(0, DONORS.expectedPurchases(RenewalHistory.of(1, 1, 1), 0));
        assertEquals(1, DONORS.probability(0, 0));
        assertEquals(0, DONORS.probability(1, 0));
        assertEquals(0, DONORS.probability(7, 6));
    }

    @Test
    void likelihoodNearOne_keepsItsDigits() {
        BgBb certain = BgBb.of(1e-9, 1e3, 1e-9, 1e3, YEAR);

        // by the first order in alpha: only a purchase in one of the windows, at 1e-12 each, is missing
        assertEquals(-3e-12, certain.logLikelihood(RenewalHistory.of(0, 0, 3)), 1e-14);
        assertTrue(certain.logLikelihood(RenewalHistory.of(0, 0, 3)) < 0);
    }

    @Test
    void hugeHorizon_isNoLoop() {
        double expected = DONORS.expectedPurchases(Integer.MAX_VALUE);

        assertTrue(expected > DONORS.expectedPurchases(1_000_000_000) && expected < 1e5);
    }

    @Test
    void withoutDiscount_theSumMayHaveNoEnd() {
        RenewalHistory history = RenewalHistory.of(1, 1, 1);

        assertEquals(
                Outcome.undefined(Reason.NOT_FINITE, "without a discount the purchases of all time are infinite"),
                DONORS.discountedExpectedPurchases(history, DiscountRate.none()));
        assertEquals(
                Reason.NOT_FINITE,
                ((Outcome.Undefined<Double>)
                                BgBb.of(1, 1, 1, 1, YEAR).discountedExpectedPurchases(history, DiscountRate.none()))
                        .reason());
        // 2/3 x (delta + n) / (gamma - 1)
        assertClose(
                2.0 / 3 * 5 / 2,
                BgBb.of(1, 1, 3, 4, YEAR)
                        .discountedExpectedPurchases(history, DiscountRate.none())
                        .orElseThrow(),
                EXACT);
    }

    @Test
    void discountOfAWindow_isThatOfItsLength() {
        RenewalHistory history = RenewalHistory.of(2, 3, 4);
        double monthly = BgBb.of(1, 2, 3, 4, Period.ofMonths(1))
                .discountedExpectedPurchases(history, DiscountRate.effective(0.01, Period.ofMonths(1)))
                .orElseThrow();
        double byDays = BgBb.of(1, 2, 3, 4, Period.ofDays(28))
                .discountedExpectedPurchases(history, DiscountRate.effective(0.01, Period.ofDays(28)))
                .orElseThrow();
        double yearly = BgBb.of(1, 2, 3, 4, YEAR)
                .discountedExpectedPurchases(history, DiscountRate.annual(0.01))
                .orElseThrow();

        assertClose(yearly, monthly, EXACT);
        assertClose(yearly, byDays, EXACT);
    }

    // messages

    @Test
    void badArguments_areNamed() {
        assertMessage("alpha must be positive and finite: 0.0", () -> BgBb.of(0, 1, 1, 1, YEAR));
        assertMessage("beta must be positive and finite: -1.0", () -> BgBb.of(1, -1, 1, 1, YEAR));
        assertMessage("gamma must be positive and finite: NaN", () -> BgBb.of(1, 1, Double.NaN, 1, YEAR));
        assertMessage("delta must be positive and finite: Infinity", () -> BgBb.of(1, 1, 1, 1.0 / 0, YEAR));
        assertMessage("window must be positive: P0D", () -> BgBb.of(1, 1, 1, 1, Period.ZERO));
        assertMessage("window must be positive: P-1M", () -> BgBb.of(1, 1, 1, 1, Period.ofMonths(-1)));
        assertMessage("windows must not be negative: -1", () -> DONORS.expectedPurchases(-1));
        assertMessage("windows must not be negative: -1", () -> DONORS.probabilityAlive(-1));
        assertMessage("after must not be negative: -1", () -> DONORS.expectedPurchases(-1, 1));
        assertMessage("purchases must not be negative: -2", () -> DONORS.probability(-2, 1));
        assertMessage("repeats must not be negative: -1", () -> RenewalHistory.of(-1, 0, 0));
        assertMessage("lastWindow must be zero without repeats: 1", () -> RenewalHistory.of(0, 1, 1));
        assertMessage("lastWindow must not be below repeats, 2: 1", () -> RenewalHistory.of(2, 1, 1));
        assertMessage("windows must not be below lastWindow, 2: 1", () -> RenewalHistory.of(1, 2, 1));
        assertMessage("purchases must be zeros and ones: '012'", () -> RenewalHistory.ofPurchases("012"));
        assertEquals(
                "window",
                assertThrows(NullPointerException.class, () -> BgBb.of(1, 1, 1, 1, null))
                        .getMessage());
    }

    static void assertMessage(String message, org.junit.jupiter.api.function.Executable executable) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, executable).getMessage());
    }
}
