package dev.tenure.survival.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.tenure.explain.Outcome;
import dev.tenure.stat.ChiSquareTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Published data, and some made up, with models fitted by R; sources and tolerances in cox.json. */
class CoxGoldenTest {

    private static final JsonNode FILE = read();
    private static final double COEFFICIENT = 1e-8;
    private static final double REST = 1e-7;

    private static final Map<String, TimeTransform> TRANSFORMS = Map.of(
            "km", TimeTransform.KAPLAN_MEIER,
            "rank", TimeTransform.RANK,
            "identity", TimeTransform.IDENTITY,
            "log", TimeTransform.LOG);

    static Stream<JsonNode> published() {
        return StreamSupport.stream(FILE.get("published").spliterator(), false);
    }

    static Stream<JsonNode> madeUp() {
        return StreamSupport.stream(FILE.get("made_up").get("cases").spliterator(), false);
    }

    static Stream<JsonNode> ridge() {
        return StreamSupport.stream(FILE.get("made_up").get("ridge").spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("published")
    void of_publishedData_givesThePublishedFigures(JsonNode golden) {
        for (TieMethod ties : TieMethod.values()) {
            JsonNode expected = golden.get("cox").get(ties.name());
            if (expected != null) {
                CoxModel model = CoxRegression.withDefaults().with(ties).of(published(golden.get("data")));
                assertFigures(expected, model);
                assertResiduals(expected, model.residuals());
                assertBaseline(expected, model);
                expected.get("cox_zph").properties().forEach(zph -> {
                    ProportionalHazardsTest test = model.proportionalHazards(TRANSFORMS.get(zph.getKey()));
                    assertStatistic(zph.getValue(), test.tests().get("x"), REST);
                    assertStatistic(zph.getValue(), test.global(), REST);
                });
            }
        }
    }

    private static void assertFigures(JsonNode expected, CoxModel model) {
        CoxEffect effect = model.effect("x");
        assertClose(expected.get("coef"), effect.coefficient().orElseThrow(), COEFFICIENT);
        assertClose(expected.get("se"), effect.standardError().orElseThrow(), REST);
        assertClose(expected.get("loglik_null"), model.nullLogLikelihood(), 1e-12);
        assertClose(expected.get("loglik"), model.logLikelihood(), 1e-12);
        assertStatistic(expected.get("lr_test").get(0), model.likelihoodRatioTest(), REST);
        assertStatistic(expected.get("wald_test"), model.waldTest(), REST);
        assertStatistic(expected.get("score_test").get(0), model.scoreTest(), REST);
        assertClose(
                expected.get("lr_test").get(2),
                model.likelihoodRatioTest().orElseThrow().pValue(),
                REST);
        assertEquals(expected.get("n").intValue(), model.rows());
        assertEquals(expected.get("nevent").intValue(), model.events());
        assertTrue(model.converged());
    }

    private static void assertResiduals(JsonNode expected, CoxResiduals residuals) {
        for (int i = 0; i < 10; i++) {
            assertClose(
                    expected.get("martingale_resid_first10").get(i),
                    residuals.martingale().get(i),
                    REST);
            assertClose(
                    expected.get("deviance_resid_first10").get(i),
                    residuals.deviance().get(i),
                    REST);
        }
    }

    private static void assertBaseline(JsonNode expected, CoxModel model) {
        if (expected.has("basehaz")) {
            JsonNode times = expected.get("basehaz").get("time");
            PredictedCurve baseline = model.baseline().orElseThrow();
            for (int i = 0; i < times.size(); i++) {
                assertClose(
                        expected.get("basehaz").get("cumhaz").get(i),
                        baseline.cumulativeHazardAt(times.get(i).doubleValue()).orElseThrow(),
                        REST);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("madeUp")
    void of_madeUpData_givesTheFiguresOfR(JsonNode golden) {
        CoxModel model = madeUp(golden);

        List<String> names = names(golden);
        for (int j = 0; j < names.size(); j++) {
            CoxEffect effect = model.effect(names.get(j));
            assertClose(golden.get("coef").get(j), effect.coefficient().orElseThrow(), COEFFICIENT);
            assertClose(golden.get("se").get(j), effect.standardError().orElseThrow(), REST);
            assertClose(
                    golden.get("modelSe").get(j), effect.modelStandardError().orElseThrow(), REST);
        }
        assertClose(golden.get("logLik").get(0), model.nullLogLikelihood(), 1e-12);
        assertClose(golden.get("logLik").get(1), model.logLikelihood(), 1e-12);
        assertStatistic(golden.get("tests").get(0), model.likelihoodRatioTest(), REST);
        assertStatistic(golden.get("tests").get(1), model.waldTest(), REST);
        assertStatistic(golden.get("tests").get(2), model.scoreTest(), REST);
        assertEquals(golden.get("variance").textValue(), model.variance().name());
    }

    @ParameterizedTest
    @MethodSource("madeUp")
    void proportionalHazards_ofMadeUpData_givesTheTestsOfR(JsonNode golden) {
        CoxModel model = madeUp(golden);

        TRANSFORMS.forEach((name, transform) -> {
            ProportionalHazardsTest test = model.proportionalHazards(transform);
            List<String> names = names(golden);
            for (int j = 0; j < names.size(); j++) {
                assertStatistic(golden.get("zph_" + name).get(j), test.tests().get(names.get(j)), REST);
            }
            assertStatistic(golden.get("zph_" + name).get(names.size()), test.global(), REST);
            assertEquals(names.size(), test.global().orElseThrow().degreesOfFreedom());
        });
    }

    @ParameterizedTest
    @MethodSource("madeUp")
    void residuals_ofMadeUpData_areThoseOfR(JsonNode golden) {
        CoxResiduals residuals = madeUp(golden).residuals();

        assertAll(golden.get("martingale"), residuals.martingale());
        assertAll(golden.get("deviance"), residuals.deviance());
        for (int i = 0; i < golden.get("event_rows").size(); i++) {
            int row = golden.get("event_rows").get(i).intValue();
            assertEquals(row, residuals.eventRows().get(i));
            assertEquals(
                    FILE.get("made_up").get("data").get("stop").get(row).doubleValue(),
                    residuals.eventTimes().get(i));
        }
        for (String name : names(golden)) {
            assertAll(golden.get("schoenfeld_" + name), residuals.schoenfeld().get(name));
            assertAll(golden.get("scaled_" + name), residuals.scaledSchoenfeld().get(name));
            assertAll(golden.get("dfbeta_" + name), residuals.influences().get(name));
        }
    }

    @ParameterizedTest
    @MethodSource("madeUp")
    void predict_fromMadeUpData_givesTheCurveOfR(JsonNode golden) {
        Map<String, Double> all = Map.of("nps", 7.0, "breaches", 2.0, "manager", 1.0);
        Map<String, Double> client = all.entrySet().stream()
                .filter(entry -> names(golden).contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        PredictedCurve curve = madeUp(golden)
                .predict(client, golden.get("strata").booleanValue() ? "2" : "")
                .orElseThrow();

        JsonNode times = golden.get("curve_time");
        for (int i = 0; i < times.size(); i++) {
            double time = times.get(i).doubleValue();
            double hazard = curve.cumulativeHazardAt(time).orElseThrow();
            assertClose(golden.get("curve_cumhaz").get(i), hazard, REST);
            assertClose(golden.get("curve_se").get(i), curve.hazardErrorAt(time).orElseThrow(), REST);
            assertEquals(Math.exp(-hazard), curve.survivalAt(time).orElseThrow(), 1e-15);
        }
    }

    @ParameterizedTest
    @MethodSource("ridge")
    void of_madeUpData_withPenalty_givesTheFiguresOfR(JsonNode golden) {
        RidgePenalty penalty = new RidgePenalty(
                golden.get("theta").doubleValue(),
                CovariateScale.valueOf(golden.get("scale").textValue()));
        CoxModel model = CoxRegression.withDefaults()
                .with(penalty)
                .of(data(true, false, false, false, false, List.of("nps", "breaches", "manager")));

        for (int j = 0; j < 3; j++) {
            CoxEffect effect = model.effects().get(j);
            assertClose(golden.get("coef").get(j), effect.coefficient().orElseThrow(), COEFFICIENT);
            assertClose(golden.get("se").get(j), effect.standardError().orElseThrow(), REST);
        }
        assertClose(golden.get("logLik").get(1), model.logLikelihood(), 1e-9);
        assertEquals(penalty, model.ridge().orElseThrow());
    }

    private static CoxModel madeUp(JsonNode golden) {
        CoxRegression regression = CoxRegression.withDefaults()
                .with(TieMethod.valueOf(golden.get("ties").textValue()));
        CoxVariance variance = CoxVariance.valueOf(golden.get("variance").textValue());
        CoxData data = data(
                golden.get("late").booleanValue(),
                golden.get("weights").booleanValue(),
                golden.get("strata").booleanValue(),
                variance == CoxVariance.CLUSTERED,
                golden.get("offset").booleanValue(),
                names(golden));
        // clusters in the data say by themselves what is wanted
        return variance == CoxVariance.ROBUST ? regression.with(variance).of(data) : regression.of(data);
    }

    private static CoxData data(
            boolean late, boolean weights, boolean strata, boolean clusters, boolean offset, List<String> names) {
        JsonNode columns = FILE.get("made_up").get("data");
        CoxData data = CoxData.of(numbers(columns.get("stop")), flags(columns.get("ev")));
        for (String name : names) {
            data = data.withCovariate(name, numbers(columns.get(name)));
        }
        data = late ? data.withStarts(numbers(columns.get("start"))) : data;
        data = weights ? data.withWeights(numbers(columns.get("weight"))) : data;
        data = strata ? data.withStrata(codes(columns.get("size"))) : data;
        data = clusters ? data.withClusters(codes(columns.get("group"))) : data;
        return offset ? data.withOffsets(numbers(columns.get("offset"))) : data;
    }

    private static CoxData published(JsonNode columns) {
        CoxData data = CoxData.of(codes(columns.get("time")), flags(columns.get("status")))
                .withStarts(numbers(columns.get("entry")))
                .withCovariate("x", numbers(columns.get("x")));
        return columns.has("stratum") ? data.withStrata(codes(columns.get("stratum"))) : data;
    }

    private static List<String> names(JsonNode golden) {
        return StreamSupport.stream(golden.get("covariates").spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }

    private static double[] numbers(JsonNode column) {
        return IntStream.range(0, column.size())
                .mapToDouble(i -> column.get(i).doubleValue())
                .toArray();
    }

    private static int[] codes(JsonNode column) {
        return IntStream.range(0, column.size())
                .map(i -> column.get(i).intValue())
                .toArray();
    }

    private static boolean[] flags(JsonNode column) {
        boolean[] flags = new boolean[column.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = column.get(i).intValue() == 1;
        }
        return flags;
    }

    private static void assertAll(JsonNode expected, ImmutableDoubleArray actual) {
        assertEquals(expected.size(), actual.length());
        for (int i = 0; i < actual.length(); i++) {
            assertEquals(expected.get(i).doubleValue(), actual.get(i), REST);
        }
    }

    private static void assertStatistic(JsonNode expected, Outcome<ChiSquareTest> actual, double relative) {
        assertClose(expected, actual.orElseThrow().statistic(), relative);
    }

    private static void assertClose(JsonNode expected, double actual, double relative) {
        assertEquals(expected.doubleValue(), actual, relative * Math.abs(expected.doubleValue()));
    }

    private static JsonNode read() {
        try (InputStream in = CoxGoldenTest.class.getResourceAsStream("cox.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
