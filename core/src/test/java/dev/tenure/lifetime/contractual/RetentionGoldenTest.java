package dev.tenure.lifetime.contractual;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.Streams;
import dev.tenure.lifetime.DiscountRate;
import dev.tenure.lifetime.estimation.FitStatus;
import dev.tenure.lifetime.estimation.FittedParameter;
import dev.tenure.lifetime.estimation.ModelFit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Period;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RetentionGoldenTest {

    private static final Period YEAR = Period.ofYears(1);

    @ParameterizedTest
    @MethodSource("fits")
    void fitsAreThePublishedOnes(JsonNode golden) {
        ModelFit<RetentionModel> fit = RetentionFit.withDefaults()
                .with(RetentionModelKind.valueOf(golden.get("model").asText()))
                .of(sample(golden));

        assertEquals(FitStatus.Ending.CONVERGED, fit.status().ending());
        int[] index = {0};
        golden.get("parameters").properties().forEach(entry -> {
            FittedParameter parameter = fit.parameter(entry.getKey());
            near(entry.getValue().asDouble(), parameter.value().orElseThrow(), 1e-6);
            near(
                    golden.get("standardErrors").get(index[0]++).asDouble(),
                    parameter.standardError().orElseThrow(),
                    1e-5);
        });
        near(golden.get("logLikelihood").asDouble(), fit.logLikelihood().orElseThrow(), 1e-10);
        if (golden.has("covariance")) {
            near(
                    golden.get("covariance").asDouble(),
                    fit.covariance("alpha", "beta").orElseThrow(),
                    1e-5);
        }
    }

    @ParameterizedTest
    @MethodSource("fits")
    void survivalIsThatOfThePublishedParameters(JsonNode golden) {
        RetentionModel model = model(golden.get("parameters"));

        for (int n = 0; n <= 12; n++) {
            near(golden.get("survival").get(n).asDouble(), model.survival(n), 1e-10);
        }
        if (golden.has("retention")) {
            for (int n = 1; n <= 12; n++) {
                near(golden.get("retention").get(n - 1).asDouble(), model.retention(n), 1e-10);
            }
            near(
                    golden.get("del").asDouble(),
                    model.discountedLifetime(DiscountRate.annual(0.1)).orElseThrow(),
                    1e-10);
            expectResidual(golden.get("derl"), model, 0.1);
        }
    }

    @ParameterizedTest
    @MethodSource("residuals")
    void residualLifetimesAreThePublishedOnes(JsonNode golden) {
        RetentionModel model = new ShiftedBetaGeometric(
                golden.get("alpha").asDouble(), golden.get("beta").asDouble(), YEAR);
        double rate = golden.get("rate").asDouble();

        near(
                golden.get("del").asDouble(),
                model.discountedLifetime(DiscountRate.annual(rate)).orElseThrow(),
                1e-10);
        expectResidual(golden.get("derl"), model, rate);
    }

    @Test
    void publishedTables() {
        DiscountRate tenPercent = DiscountRate.annual(0.1);
        double[] expected = {3.31, 3.45, 3.59, 3.72, 3.84};
        RetentionModel model = new ShiftedBetaGeometric(3.80, 15.20, YEAR);

        for (int renewed = 0; renewed < expected.length; renewed++) {
            assertEquals(
                    expected[renewed],
                    model.discountedResidualLifetime(renewed, RenewalTiming.BEFORE_RENEWAL, tenPercent)
                            .orElseThrow(),
                    0.005);
        }
    }

    /** What the duration of a client's stay adds to the explanation of High End: 2 (1611.158147 - 1605.314213). */
    @Test
    void highEndClientsAgeAndRegularOnesDoNot() {
        RenewalSample highEnd = sampleOf(1000, 869, 743, 653, 593, 551, 517, 491);
        RenewalSample regular = sampleOf(1000, 631, 468, 382, 326, 289, 262, 241);
        RetentionFit mixed = RetentionFit.withDefaults();
        RetentionFit ageing = mixed.with(RetentionModelKind.BETA_DISCRETE_WEIBULL);

        near(
                11.6878683559,
                ageing.of(highEnd).testAgainst(mixed.of(highEnd)).orElseThrow().statistic(),
                1e-8);
        near(
                1.3247111122,
                ageing.of(regular).testAgainst(mixed.of(regular)).orElseThrow().statistic(),
                1e-7);
    }

    static Stream<JsonNode> fits() {
        return Streams.stream(resource("fader-hardie-2007.json").get("fits"));
    }

    static Stream<JsonNode> residuals() {
        return Streams.stream(resource("fader-hardie-2010-derl.json").get("cases"));
    }

    private static void expectResidual(JsonNode expected, RetentionModel model, double rate) {
        for (int renewed = 0; renewed < expected.size(); renewed++) {
            near(
                    expected.get(renewed).asDouble(),
                    model.discountedResidualLifetime(renewed, RenewalTiming.BEFORE_RENEWAL, DiscountRate.annual(rate))
                            .orElseThrow(),
                    1e-10);
        }
    }

    private static RetentionModel model(JsonNode parameters) {
        double alpha = parameters.get("alpha").asDouble();
        double beta = parameters.get("beta").asDouble();
        return parameters.has("c")
                ? new BetaDiscreteWeibull(alpha, beta, parameters.get("c").asDouble(), YEAR)
                : new ShiftedBetaGeometric(alpha, beta, YEAR);
    }

    private static RenewalSample sample(JsonNode golden) {
        return sampleOf(
                Streams.stream(golden.get("alive")).mapToLong(JsonNode::asLong).toArray());
    }

    static RenewalSample sampleOf(long... alive) {
        RenewalAccumulator accumulator = RenewalAccumulator.every(YEAR);
        accumulator.addCohort(alive);
        return accumulator.result();
    }

    static void near(double expected, double actual, double relative) {
        assertEquals(expected, actual, Math.abs(expected) * relative + 1e-300);
    }

    static JsonNode resource(String name) {
        try (InputStream in = RetentionGoldenTest.class.getResourceAsStream(name)) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
