package dev.tenure.survival.parametric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.survival.IntervalObservation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParametricGoldenTest {

    static Stream<JsonNode> fits() {
        return GoldenFits.all();
    }

    @ParameterizedTest
    @MethodSource("fits")
    void fit_isThePublishedOne(JsonNode published) {
        ParametricFit fit = ParametricSurvival.withDefaults()
                .with(GoldenFits.law(published))
                .of(GoldenFits.data(published.get("data").textValue()));

        assertClose(published.get("logLikelihood"), fit.logLikelihood().orElseThrow());
        for (LawParameter parameter : fit.parameters()) {
            assertClose(
                    published.get("parameters").get(parameter.name()),
                    parameter.value().orElseThrow());
            assertClose(
                    published.get("standardErrors").get(parameter.name()),
                    parameter.standardError().orElseThrow());
        }
        if (published.has("aic")) {
            List<String> names = fit.law().parameterNames();
            assertClose(published.get("aic"), fit.aic().orElseThrow());
            assertClose(published.get("bic"), fit.bic().orElseThrow());
            assertClose(
                    published.get("covariance"),
                    fit.covariance(names.get(0), names.get(names.size() - 1)).orElseThrow());
        }
    }

    /** Source: survreg(Surv(time, cens) ~ treat, dist = "exponential") on MASS::gehan: -log rates 3.686098 and 3.686098 - 1.526614. */
    @Test
    void exponential_ofTwoGroups_isThePublishedRegression() {
        double mercaptopurine = rate(9, 359);
        double control = rate(21, 182);

        assertEquals(3.68609781115206, -Math.log(mercaptopurine), 1e-12);
        assertEquals(-1.52661356179869, Math.log(mercaptopurine / control), 1e-12);
    }

    private static double rate(int ended, double time) {
        return ParametricSurvival.withDefaults()
                .with(SurvivalLaw.EXPONENTIAL)
                .of(List.of(IntervalObservation.ended(1).withCount(ended), IntervalObservation.ongoing(time - ended)))
                .parameter("rate")
                .value()
                .orElseThrow();
    }

    @Test
    void standardLaws_haveTheirDigitsInTheTails() throws IOException {
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("standard-laws-40-digits.csv"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(2)
                    .forEach(ParametricGoldenTest::assertStandardLaw);
        }
    }

    private static void assertStandardLaw(String line) {
        String[] cells = line.split(",", -1);
        StandardLaw law = StandardLaw.valueOf(cells[0]);
        double z = Double.parseDouble(cells[1]);
        double[] found = {law.logDensity(z), law.logSurvival(z), law.logCumulative(z), law.hazard(z), law.hazardSlope(z)
        };
        for (int i = 0; i < found.length; i++) {
            double expected = Double.parseDouble(cells[i + 2]);
            assertEquals(expected, found[i], 1e-11 * Math.abs(expected), line);
        }
    }

    private static void assertClose(JsonNode expected, double found) {
        double value = expected.doubleValue();
        assertTrue(
                Math.abs(found - value) <= GoldenFits.tolerance() * Math.max(1e-3, Math.abs(value)),
                value + " but " + found);
    }
}
