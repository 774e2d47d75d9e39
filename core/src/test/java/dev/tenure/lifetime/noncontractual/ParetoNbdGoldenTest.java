package dev.tenure.lifetime.noncontractual;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenure.lifetime.DiscountRate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sources and tolerances are in the files. */
class ParetoNbdGoldenTest {

    private static final ChronoUnit WEEKS = ChronoUnit.WEEKS;
    private static final JsonNode PUBLISHED = published();
    private static final ParetoNbd CDNOW = model(PUBLISHED.get("parameters"));
    /** Where a figure is below all that matters, it may be zero. */
    private static final double NOTHING = 1e-300;

    static Stream<JsonNode> customers() {
        return elements(PUBLISHED.get("customers"));
    }

    @ParameterizedTest
    @MethodSource("customers")
    void customers_haveThePublishedFigures(JsonNode customer) {
        check(customer, PUBLISHED.get("tolerance").doubleValue());
    }

    static Stream<JsonNode> hardCustomers() {
        return elements(PUBLISHED.get("hardCustomers"));
    }

    @ParameterizedTest
    @MethodSource("hardCustomers")
    void hardCustomers_haveTheirFigures(JsonNode customer) {
        check(customer, PUBLISHED.get("hardTolerance").doubleValue());
    }

    @Test
    void newClients_areExpectedToBuyAsPublished() {
        elements(PUBLISHED.get("expectedOfNewClient"))
                .forEach(expected -> assertClose(
                        expected.get("value").doubleValue(),
                        CDNOW.expectedPurchases(weeks(expected.get("weeks").doubleValue())),
                        PUBLISHED.get("tolerance").doubleValue()));
    }

    @Test
    void newClients_buyAsOftenAsPublished() {
        elements(PUBLISHED.get("probabilityOfNewClient"))
                .forEach(expected -> assertClose(
                        expected.get("value").doubleValue(),
                        CDNOW.probability(
                                expected.get("purchases").longValue(),
                                weeks(expected.get("weeks").doubleValue())),
                        PUBLISHED.get("tolerance").doubleValue()));
    }

    static Stream<double[]> anyParameters() {
        return rows("pareto-nbd-50-digits.csv");
    }

    static Stream<double[]> discounted() {
        return rows("pareto-nbd-discounted.csv");
    }

    private static Stream<double[]> rows(String file) {
        return lines(file)
                .map(line -> Arrays.stream(line.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray());
    }

    @ParameterizedTest
    @MethodSource("anyParameters")
    void anyParameters_giveNineDigits(double[] row) {
        ParetoNbd model = new ParetoNbd(row[0], row[1], row[2], row[3], WEEKS);
        PurchaseHistory history = PurchaseHistory.of((long) row[4], row[5], row[6], WEEKS);
        Duration horizon = weeks(row[7]);
        long purchases = (long) row[8];
        DiscountRate discount = DiscountRate.continuous(row[9], WEEKS);

        assertAll(
                () -> assertClose(row[10], model.logLikelihood(history), 1e-9),
                () -> assertClose(row[11], model.probabilityAlive(history), 1e-9),
                () -> assertClose(row[12], model.expectedPurchases(horizon), 1e-9),
                () -> assertClose(row[13], model.expectedPurchases(history, horizon), 1e-9),
                () -> assertClose(row[14], model.probability(purchases, horizon), 1e-9),
                () -> assertClose(row[15], model.probability(purchases, history, horizon), 1e-9),
                () -> assertClose(
                        row[16],
                        model.discountedExpectedPurchases(history, discount).orElseThrow(),
                        1e-9));
    }

    @ParameterizedTest
    @MethodSource("discounted")
    void discountedWithinAHorizon_isTheQuadratureOfTheDefinition(double[] row) {
        ParetoNbd model = new ParetoNbd(row[0], row[1], row[2], row[3], WEEKS);
        PurchaseHistory history = PurchaseHistory.of((long) row[4], row[5], row[6], WEEKS);
        DiscountRate discount = DiscountRate.continuous(row[8], WEEKS);

        assertClose(row[9], model.discountedExpectedPurchases(history, discount, weeks(row[7])), 1e-10);
    }

    private static void check(JsonNode customer, double tolerance) {
        PurchaseHistory history = PurchaseHistory.of(
                customer.get("x").longValue(),
                customer.get("recency").doubleValue(),
                customer.get("age").doubleValue(),
                WEEKS);
        assertClose(customer.get("logLikelihood").doubleValue(), CDNOW.logLikelihood(history), tolerance);
        assertClose(customer.get("probabilityAlive").doubleValue(), CDNOW.probabilityAlive(history), tolerance);
        elements(customer.get("expected"))
                .forEach(expected -> assertClose(
                        expected.get("value").doubleValue(),
                        CDNOW.expectedPurchases(
                                history, weeks(expected.get("weeks").doubleValue())),
                        tolerance));
        elements(customer.get("discounted"))
                .forEach(expected -> assertClose(
                        expected.get("value").doubleValue(),
                        CDNOW.discountedExpectedPurchases(
                                        history,
                                        DiscountRate.continuous(
                                                expected.get("force").doubleValue(), WEEKS))
                                .orElseThrow(),
                        tolerance));
    }

    static void assertClose(double expected, double actual, double tolerance) {
        assertEquals(expected, actual, Math.max(NOTHING, tolerance * Math.abs(expected)));
    }

    private static ParetoNbd model(JsonNode parameters) {
        return new ParetoNbd(
                parameters.get("r").doubleValue(),
                parameters.get("alpha").doubleValue(),
                parameters.get("s").doubleValue(),
                parameters.get("beta").doubleValue(),
                WEEKS);
    }

    static Duration weeks(double number) {
        return PurchaseHistory.of(0, 0, number, WEEKS).age();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static Stream<String> lines(String resource) {
        return new String(bytes(resource), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"));
    }

    private static JsonNode published() {
        try {
            return new ObjectMapper().readTree(bytes("pareto-nbd.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String resource) {
        try (InputStream stream = ParetoNbdGoldenTest.class.getResourceAsStream(resource)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
