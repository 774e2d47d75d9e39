package dev.tenure.survival.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.tenure.stat.ChiSquareTest;
import dev.tenure.stat.PValueAdjustment;
import dev.tenure.survival.Observation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Published data and tests; sources and tolerances in log-rank.json. */
class LogRankGoldenTest {

    private static final Map<String, LogRankWeight> WEIGHTS = Map.of(
            "logrank", StandardWeight.LOG_RANK,
            "gehan", StandardWeight.GEHAN,
            "tarone-ware", StandardWeight.TARONE_WARE,
            "peto", StandardWeight.PETO_PETO,
            "modified-peto", StandardWeight.MODIFIED_PETO_PETO);

    @ParameterizedTest
    @MethodSource("cases")
    void of_publishedData_givesThePublishedTests(JsonNode golden) {
        for (JsonNode published : golden.get("tests")) {
            LogRankResult result = test(golden, weight(published));
            ChiSquareTest test = result.value().orElseThrow();

            assertClose(golden, published.get("statistic").doubleValue(), test.statistic());
            assertEquals(published.get("df").intValue(), test.degreesOfFreedom());
            if (published.has("pValue")) {
                assertClose(golden, published.get("pValue").doubleValue(), test.pValue());
            }
            if (published.has("difference")) {
                assertDifferences(golden, published.get("difference"), result);
            }
        }
    }

    @Test
    void of_textbookData_givesThePrintedDifferencesAndVariances() {
        JsonNode golden = named("kidney dialysis catheters");
        for (JsonNode published : golden.get("tests")) {
            LogRankResult result = test(golden, weight(published));

            assertEquals(
                    published.get("printedDifference").doubleValue(),
                    result.groups().get(0).difference(),
                    0.005);
            assertEquals(published.get("printedVariance").doubleValue(), variance(result, 0, 0), 0.2);
            assertEquals(published.get("printedVariance").doubleValue(), variance(result, 1, 1), 0.2);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void of_publishedData_givesThePublishedCountsAndVariances(JsonNode golden) {
        if (!golden.has("variance")) {
            return;
        }
        LogRankResult result = test(golden, StandardWeight.LOG_RANK);
        for (int i = 0; i < result.groups().size(); i++) {
            ComparedGroup group = result.groups().get(i);
            assertEquals(golden.get("observed").get(i).doubleValue(), group.observed());
            assertEquals(golden.get("observed").get(i).doubleValue(), group.ended());
            assertClose(golden, golden.get("expected").get(i).doubleValue(), group.expected());
            for (int j = 0; j < result.groups().size(); j++) {
                assertClose(golden, golden.get("variance").get(i).get(j).doubleValue(), variance(result, i, j));
            }
        }
    }

    /** Source: Klein and Moeschberger (2003), example 7.6, prints 3.72; digits by R. */
    @Test
    void trend_overStages_isThePublishedOne() {
        LogRankTrend trend =
                test(named("larynx cancer by stage"), StandardWeight.LOG_RANK).trend();

        assertEquals(3.718958530569134, trend.z().orElseThrow(), 1e-12);
        assertEquals(Math.pow(3.718958530569134, 2), trend.value().orElseThrow().statistic(), 1e-11);
        assertEquals(1, trend.value().orElseThrow().degreesOfFreedom());
    }

    /** By R: survdiff on each pair of stages, then p.adjust. */
    @Test
    void pairwise_ofStages_isThatOfR() {
        LogRankResult all = test(named("larynx cancer by stage"), StandardWeight.LOG_RANK);
        double[] raw = {
            0.8663291384980351, 0.08006849057074525, 1.315474479008192e-06,
            0.2256072747517348, 0.0006788755074953543, 0.02262087624488381
        };
        double[] holm = {
            8.663291384980351e-01, 2.402054717122357e-01, 7.892846874049150e-06,
            4.512145495034696e-01, 3.394377537476772e-03, 9.048350497953525e-02
        };
        double[] benjaminiHochberg = {
            8.663291384980351e-01, 1.201027358561179e-01, 7.892846874049150e-06,
            2.707287297020817e-01, 2.036626522486063e-03, 4.524175248976763e-02
        };
        assertPairs(raw, holm, all.pairwise(PValueAdjustment.HOLM));
        assertPairs(raw, benjaminiHochberg, all.pairwise(PValueAdjustment.BENJAMINI_HOCHBERG));
    }

    private static void assertPairs(double[] raw, double[] adjusted, PairwiseLogRank pairwise) {
        assertEquals(
                List.of("0-1", "0-2", "0-3", "1-2", "1-3", "2-3"),
                pairwise.comparisons().stream()
                        .map(pair -> pair.first() + "-" + pair.second())
                        .toList());
        for (int i = 0; i < raw.length; i++) {
            PairwiseComparison pair = pairwise.comparisons().get(i);
            double pValue = pair.test().value().orElseThrow().pValue();
            assertEquals(raw[i], pValue, 1e-11 * raw[i]);
            assertEquals(adjusted[i], pair.adjustedPValue().orElseThrow(), 1e-11 * adjusted[i]);
        }
    }

    private static void assertDifferences(JsonNode golden, JsonNode published, LogRankResult result) {
        for (int i = 0; i < published.size(); i++) {
            assertClose(
                    golden,
                    published.get(i).doubleValue(),
                    result.groups().get(i).difference());
        }
    }

    private static void assertClose(JsonNode golden, double expected, double actual) {
        double tolerance = golden.get("tolerance").doubleValue();
        assertEquals(expected, actual, tolerance * Math.max(1, Math.abs(expected)));
    }

    private static double variance(LogRankResult result, int i, int j) {
        ImmutableList<ImmutableDoubleArray> rows = result.variance().orElseThrow();
        return rows.get(i).get(j);
    }

    private static LogRankWeight weight(JsonNode published) {
        String name = published.get("weight").textValue();
        return name.equals("fh")
                ? FlemingHarrington.of(
                        published.get("p").doubleValue(), published.get("q").doubleValue())
                : WEIGHTS.get(name);
    }

    private static LogRankResult test(JsonNode golden, LogRankWeight weight) {
        JsonNode data = golden.get("data");
        int groups = 1 + max(data.get("group"));
        int strata = data.has("stratum") ? 1 + max(data.get("stratum")) : 1;
        LogRankAccumulator accumulator = LogRank.withDefaults().with(weight).accumulator(names(groups), names(strata));
        for (int i = 0; i < data.get("time").size(); i++) {
            Observation observation = new Observation(
                    0,
                    data.get("time").get(i).doubleValue(),
                    data.get("status").get(i).intValue() == 1,
                    1,
                    1);
            accumulator.add(
                    data.has("stratum") ? data.get("stratum").get(i).asText() : "0",
                    data.get("group").get(i).asText(),
                    observation);
        }
        return accumulator.result();
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }

    private static int max(JsonNode column) {
        return StreamSupport.stream(column.spliterator(), false)
                .mapToInt(JsonNode::intValue)
                .max()
                .orElseThrow();
    }

    private static JsonNode named(String name) {
        return cases().filter(golden -> golden.get("name").textValue().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Stream<JsonNode> cases() {
        try (InputStream in = LogRankGoldenTest.class.getResourceAsStream("log-rank.json")) {
            return StreamSupport.stream(new ObjectMapper().readTree(in).spliterator(), false);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
