package dev.tenure.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenure.explain.Outcome;
import dev.tenure.stat.Interval;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Published data with curves computed by R; sources and tolerance in kaplan-meier.json. */
class KaplanMeierGoldenTest {

    private static final double RELATIVE = 1e-12;

    private static final Map<String, SurvivalInterval> METHODS = Map.of(
            "plain", SurvivalInterval.PLAIN,
            "log", SurvivalInterval.LOG,
            "log-log", SurvivalInterval.LOG_LOG,
            "logit", SurvivalInterval.LOGIT,
            "arcsin", SurvivalInterval.ARCSINE);

    @ParameterizedTest
    @MethodSource("cases")
    void of_publishedData_givesThePublishedCurve(JsonNode golden) {
        JsonNode km = golden.get("km");
        SurvivalCurve curve = KaplanMeier.withDefaults().of(observations(golden.get("data")));

        assertEquals(km.get("time").size(), curve.steps().size());
        for (int i = 0; i < curve.steps().size(); i++) {
            SurvivalStep step = curve.steps().get(i);
            assertEquals(km.get("time").get(i).asDouble(), step.time());
            assertEquals(km.get("n_risk").get(i).asDouble(), step.atRisk());
            assertEquals(km.get("n_event").get(i).asDouble(), step.ended());
            assertEquals(km.get("n_censor").get(i).asDouble(), step.censored());
            assertClose(km.get("surv").get(i), Outcome.of(step.survival()));
            assertClose(km.get("se_greenwood").get(i), step.standardError());
            assertClose(km.get("surv").get(i), curve.survivalAt(step.time()));
            assertClose(km.get("se_greenwood").get(i), curve.standardErrorAt(step.time()));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void intervalAt_publishedData_givesThePublishedLimits(JsonNode golden) {
        golden.get("km").get("ci").properties().forEach(method -> {
            SurvivalCurve curve = curve(golden, method.getKey());
            for (int i = 0; i < curve.steps().size(); i++) {
                Outcome<Interval> interval =
                        curve.intervalAt(curve.steps().get(i).time());
                assertClose(method.getValue().get("lower").get(i), interval.map(Interval::lower));
                assertClose(method.getValue().get("upper").get(i), interval.map(Interval::upper));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void quantile_publishedData_givesThePublishedQuantiles(JsonNode golden) {
        golden.get("km").get("ci").properties().forEach(method -> {
            SurvivalCurve curve = curve(golden, method.getKey());
            JsonNode published = method.getValue().get("quantiles");
            for (int i = 0; i < published.get("p").size(); i++) {
                SurvivalQuantile quantile =
                        curve.quantile(published.get("p").get(i).asDouble());
                assertClose(published.get("est").get(i), quantile.value());
                assertClose(published.get("lower").get(i), quantile.lower());
                assertClose(published.get("upper").get(i), quantile.upper());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void restrictedMean_publishedData_givesThePublishedMeans(JsonNode golden) {
        for (JsonNode published : golden.get("km").withArray("rmst")) {
            RestrictedMean mean = KaplanMeier.withDefaults()
                    .of(observations(golden.get("data")))
                    .restrictedMean(published.get("tau").asDouble());
            assertClose(published.get("rmst"), mean.value());
            assertClose(published.get("se"), mean.standardError());
        }
    }

    @ParameterizedTest
    @MethodSource("hazards")
    void cumulativeHazard_publishedData_givesThePublishedHazards(JsonNode golden) {
        SurvivalCurve curve = KaplanMeier.withDefaults().of(observations(dataOf(golden)));
        assertHazard(golden.get("na"), curve.cumulativeHazard());
        if (golden.has("fh")) {
            assertHazard(
                    golden.get("fh"), curve.cumulativeHazard(HazardEstimator.FLEMING_HARRINGTON, HazardInterval.LOG));
        }
    }

    private static void assertHazard(JsonNode published, CumulativeHazard hazard) {
        assertEquals(published.get("hazard").size(), hazard.stepCount());
        for (int i = 0; i < hazard.stepCount(); i++) {
            HazardStep step = hazard.step(i);
            assertClose(published.get("hazard").get(i), Outcome.of(step.hazard()));
            assertClose(published.get("se").get(i), step.standardError());
            assertClose(published.get("hazard").get(i), hazard.hazardAt(step.time()));
            assertClose(published.get("se").get(i), hazard.standardErrorAt(step.time()));
            assertClose(published.get("surv").get(i), hazard.survivalAt(step.time()));
        }
    }

    /** The 6-MP study by R 4.2.2, survival 3.5-3: survfit with start.time 10.5, at 22 weeks. */
    @Test
    void conditionalSurvival_publishedData_givesThePublishedShare() {
        SurvivalCurve curve = KaplanMeier.withDefaults()
                .with(SurvivalInterval.LOG)
                .of(observations(cases().findFirst().orElseThrow().get("data")));
        ConditionalSurvival later = curve.conditionalSurvival(22, 10.5);

        assertEquals(0.7142857142857142, later.value().orElseThrow(), 1e-12);
        assertEquals(0.1437049671719565, later.standardError().orElseThrow(), 1e-12);
        assertEquals(0.4815277482210001, later.interval().orElseThrow().lower(), 1e-12);
        assertEquals(1, later.interval().orElseThrow().upper(), 1e-12);
    }

    /**
     * Five observations of a textbook page on churn: 10 ended, 20 ongoing, 20 ended, 30 ended, 40 ongoing. Source: C.
     * Chaudhari, <i>Machine Learning for Business</i>, chapter "The Kaplan-Meier estimator".
     */
    @Test
    void survivalAt_endedAndCensoredAtOneTime_countsTheCensoredAsAtRisk() {
        SurvivalCurve curve = KaplanMeier.withDefaults()
                .of(List.of(
                        Observation.ended(10),
                        Observation.ongoing(20),
                        Observation.ended(20),
                        Observation.ended(30),
                        Observation.ongoing(40)));

        assertEquals(0.8, curve.survivalAt(10).orElseThrow(), 1e-15);
        assertEquals(0.6, curve.survivalAt(20).orElseThrow(), 1e-15);
        assertEquals(0.3, curve.survivalAt(30).orElseThrow(), 1e-15);
        assertEquals(0.3, curve.survivalAt(40).orElseThrow(), 1e-15);
    }

    static Stream<JsonNode> cases() {
        return read("kaplan-meier.json");
    }

    private static Stream<JsonNode> read(String name) {
        try (InputStream in = KaplanMeierGoldenTest.class.getResourceAsStream(name)) {
            JsonNode file = new ObjectMapper().readTree(in);
            return StreamSupport.stream(file.get("cases").spliterator(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<JsonNode> hazards() {
        return read("nelson-aalen.json");
    }

    private static JsonNode dataOf(JsonNode golden) {
        return cases().filter(other -> other.get("name").equals(golden.get("name")))
                .findFirst()
                .orElseThrow()
                .get("data");
    }

    private static SurvivalCurve curve(JsonNode golden, String method) {
        return KaplanMeier.withDefaults().with(METHODS.get(method)).of(observations(golden.get("data")));
    }

    private static List<Observation> observations(JsonNode data) {
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < data.get("time").size(); i++) {
            observations.add(new Observation(
                    data.has("entry") ? data.get("entry").get(i).asDouble() : 0,
                    data.get("time").get(i).asDouble(),
                    data.get("status").get(i).asInt() == 1,
                    data.has("count") ? data.get("count").get(i).asLong() : 1,
                    data.has("weight") ? data.get("weight").get(i).asDouble() : 1));
        }
        return observations;
    }

    private static void assertClose(JsonNode published, Outcome<Double> actual) {
        if (published.isNull()) {
            assertFalse(actual.isDefined());
        } else {
            double expected = published.asDouble();
            assertEquals(expected, actual.orElseThrow(), RELATIVE * Math.abs(expected));
        }
    }
}
