package dev.tenure.survival.competing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Outcome;
import dev.tenure.stat.ChiSquareTest;
import dev.tenure.stat.Interval;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Incidences and tests computed by R; sources and tolerances in aalen-johansen.json. */
class CompetingRisksGoldenTest {

    private static final double RELATIVE = 1e-12;
    private static final double RELATIVE_OF_TESTS = 1e-10;

    @ParameterizedTest
    @MethodSource("cases")
    void of_givesTheIncidencesOfR(JsonNode golden) {
        CompetingRisks risks = risks(golden, AalenJohansen.withCauses(causes(golden)));

        for (int i = 0; i < golden.get("time").size(); i++) {
            double time = golden.get("time").get(i).asDouble();
            assertClose(golden.get("survival").get(i), risks.survival().survivalAt(time));
            for (int cause = 0; cause < causes(golden).size(); cause++) {
                CauseIncidence incidence = risks.incidences().get(cause);
                assertEquals(time, incidence.steps().get(i).time());
                assertClose(golden.get("incidence").get(cause).get(i), incidence.incidenceAt(time));
                assertEquals(
                        incidence.incidenceAt(time).orElseThrow(),
                        incidence.steps().get(i).incidence());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("casesWithErrors")
    void standardErrorAt_isTheJackknifeOfR(JsonNode golden) {
        CompetingRisks risks = risks(golden, AalenJohansen.withCauses(causes(golden)));

        assertAll(golden, "jackknife_error", risks, CauseIncidence::standardErrorAt);
        assertAll(golden, "hazard", risks, CauseIncidence::cumulativeHazardAt);
    }

    @ParameterizedTest
    @MethodSource("casesWithErrors")
    void standardErrorAt_byAalen_isThatOfCmprsk(JsonNode golden) {
        CompetingRisks risks =
                risks(golden, AalenJohansen.withCauses(causes(golden)).with(IncidenceVariance.AALEN));

        assertAll(
                golden,
                "aalen_variance",
                risks,
                (incidence, time) -> incidence.standardErrorAt(time).map(error -> error * error));
    }

    @ParameterizedTest
    @MethodSource("casesWithErrors")
    void intervalAt_givesTheLimitsOfR(JsonNode golden) {
        Map.of("loglog", IncidenceInterval.LOG_LOG, "log", IncidenceInterval.LOG, "plain", IncidenceInterval.PLAIN)
                .forEach((name, method) -> {
                    CompetingRisks risks = risks(
                            golden, AalenJohansen.withCauses(causes(golden)).with(method));
                    assertAll(
                            golden,
                            name + "_lower",
                            risks,
                            (incidence, time) -> incidence.intervalAt(time).map(Interval::lower));
                    assertAll(
                            golden,
                            name + "_upper",
                            risks,
                            (incidence, time) -> incidence.intervalAt(time).map(Interval::upper));
                });
    }

    @ParameterizedTest
    @MethodSource("casesWithErrors")
    void grayTest_givesTheStatisticsOfCmprsk(JsonNode golden) {
        for (JsonNode gray : golden.get("gray")) {
            GrayTestResult result = GrayTest.withDefaults()
                    .withRho(gray.get("rho").asDouble())
                    .ofStrata(strata(golden, gray.get("stratified").asBoolean()));
            for (int cause = 0; cause < causes(golden).size(); cause++) {
                ChiSquareTest test = result.test(causes(golden).get(cause)).orElseThrow();
                double expected = gray.get("statistic").get(cause).asDouble();
                assertEquals(expected, test.statistic(), RELATIVE_OF_TESTS * expected);
                assertEquals(gray.get("degrees").get(cause).asInt(), test.degreesOfFreedom());
                assertEquals(gray.get("p").get(cause).asDouble(), test.pValue(), RELATIVE_OF_TESTS);
            }
        }
    }

    /** Twenty clients, by hand: at 3 two of 17 leave, one for each of two causes, from the same 17. */
    @Test
    void of_tiesBetweenCauses_shareOneNumberAtRisk() {
        CompetingRisks risks = risks(cases().findFirst().orElseThrow(), AalenJohansen.withCauses("1", "2", "3"));

        double before = 18 / 20.0;
        assertEquals(1 / 20.0 + before / 17, risks.incidence("1").incidenceAt(3).orElseThrow(), 1e-15);
        assertEquals(1 / 20.0 + before / 17, risks.incidence("2").incidenceAt(3).orElseThrow(), 1e-15);
        assertEquals(17, risks.incidence("1").steps().get(2).atRisk());
        assertEquals(1, risks.incidence("1").steps().get(2).ended());
    }

    private interface Figure {
        Outcome<Double> of(CauseIncidence incidence, double time);
    }

    private static void assertAll(JsonNode golden, String name, CompetingRisks risks, Figure figure) {
        for (int cause = 0; cause < causes(golden).size(); cause++) {
            for (int i = 0; i < golden.get("time").size(); i++) {
                assertClose(
                        golden.get(name).get(cause).get(i),
                        figure.of(
                                risks.incidences().get(cause),
                                golden.get("time").get(i).asDouble()));
            }
        }
    }

    static Stream<JsonNode> cases() {
        try (InputStream in = CompetingRisksGoldenTest.class.getResourceAsStream("aalen-johansen.json")) {
            return StreamSupport.stream(
                    new ObjectMapper().readTree(in).get("cases").spliterator(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<JsonNode> casesWithErrors() {
        return cases().filter(golden -> golden.has("jackknife_error"));
    }

    private static ImmutableList<String> causes(JsonNode golden) {
        return Stream.iterate(1, cause -> cause + 1)
                .limit(golden.get("incidence").size())
                .map(cause -> Integer.toString(cause))
                .collect(ImmutableList.toImmutableList());
    }

    private static CompetingRisks risks(JsonNode golden, AalenJohansen calculator) {
        CompetingRisksAccumulator accumulator = calculator.accumulator();
        JsonNode data = golden.get("data");
        for (int i = 0; i < data.get("time").size(); i++) {
            accumulator.add(
                    data.has("entry") ? data.get("entry").get(i).asDouble() : 0,
                    data.get("time").get(i).asDouble(),
                    data.get("cause").get(i).asInt(),
                    1);
        }
        return accumulator.result();
    }

    private static ImmutableList<Map<String, CompetingRisks>> strata(JsonNode golden, boolean stratified) {
        AalenJohansen calculator = AalenJohansen.withCauses(causes(golden));
        JsonNode data = golden.get("data");
        Map<Integer, GroupedCompetingRisksAccumulator> strata = new TreeMap<>();
        for (int i = 0; i < data.get("time").size(); i++) {
            int cause = data.get("cause").get(i).asInt();
            strata.computeIfAbsent(
                            stratified ? data.get("stratum").get(i).asInt() : 0,
                            stratum -> calculator.accumulator(groups(data)))
                    .add(
                            groups(data).indexOf(data.get("group").get(i).textValue()),
                            data.get("time").get(i).asDouble(),
                            cause);
        }
        return strata.values().stream()
                .<Map<String, CompetingRisks>>map(GroupedCompetingRisksAccumulator::result)
                .collect(ImmutableList.toImmutableList());
    }

    private static ImmutableList<String> groups(JsonNode data) {
        return StreamSupport.stream(data.get("group").spliterator(), false)
                .map(JsonNode::textValue)
                .distinct()
                .collect(ImmutableList.toImmutableList());
    }

    private static void assertClose(JsonNode published, Outcome<Double> actual) {
        if (published.isNull()) {
            assertFalse(actual.isDefined());
        } else {
            double expected = published.asDouble();
            assertTrue(actual.isDefined(), actual::toString);
            assertEquals(expected, actual.orElseThrow(), RELATIVE * Math.abs(expected));
        }
    }
}
