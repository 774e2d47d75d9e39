package dev.tenure.sla.performance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.client.ClientId;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.sla.Priority;
import dev.tenure.sla.SlaTargetKind;
import dev.tenure.sla.SlaVerdict;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import dev.tenure.stat.Proportion;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComplianceTrendTest {

    private static final SlaCompliance COMPLIANCE = SlaCompliance.withDefaults();
    private static final YearMonth FIRST = YearMonth.of(2026, 1);

    // golden

    static Stream<JsonNode> published() {
        return Outcomes.published("trends");
    }

    @ParameterizedTest
    @MethodSource("published")
    void testOfTheTrend_isThePublishedOne(JsonNode published) {
        int[] met = numbers(published.get("met"));
        int[] counted = numbers(published.get("counted"));
        ComplianceTrend trend = trend(IntStream.range(0, met.length)
                .mapToObj(i -> Proportion.of(met[i], counted[i]))
                .toList());
        Interval interval = trend.interval().orElseThrow();
        double z = trend.slope().orElseThrow() / (interval.width() / 2) * ConfidenceLevel.P95.normalQuantile();

        assertEquals(
                published.get("chiSquared").doubleValue(),
                z * z,
                published.get("chiSquaredTolerance").doubleValue());
        assertEquals(
                published.get("pValue").doubleValue(),
                trend.pValue().orElseThrow(),
                published.get("pValueTolerance").doubleValue());
        // least squares over the 397 patients, computed in Python
        assertEquals(-0.033415626412601235, trend.slope().orElseThrow(), 1e-14);
        assertEquals(-0.05625224488777447, interval.lower(), 1e-12);
        assertEquals(-0.010579007937427998, interval.upper(), 1e-12);
    }

    // laws

    @Provide
    Arbitrary<List<Proportion>> proportions() {
        return Arbitraries.integers()
                .between(0, 9)
                .flatMap(counted -> Arbitraries.integers().between(0, counted).map(met -> Proportion.of(met, counted)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Property
    void brokenForMetAndMetForBroken_turnsTheSlope(@ForAll("proportions") List<Proportion> proportions) {
        ComplianceTrend trend = trend(proportions);
        ComplianceTrend turned =
                trend(proportions.stream().map(Proportion::complement).toList());

        assertClose(trend.slope().map(slope -> -slope), turned.slope());
        assertClose(trend.pValue(), turned.pValue());
    }

    @Property
    void theTestFindsATrend_ifAndOnlyIfTheIntervalDoesNotHoldZero(@ForAll("proportions") List<Proportion> proportions) {
        ComplianceTrend trend = trend(proportions);

        trend.pValue()
                .toOptional()
                .filter(p -> Math.abs(p - 0.05) > 1e-9)
                .ifPresent(p ->
                        assertEquals(p > 0.05, trend.interval().orElseThrow().contains(0)));
        assertEquals(trend.pValue().isDefined(), trend.interval().isDefined());
    }

    @Property
    void ofTwoPeriods_theSlopeIsTheDifference(@ForAll("proportions") List<Proportion> proportions) {
        List<Proportion> counted = proportions.stream()
                .filter(proportion -> proportion.trials() > 0)
                .toList();
        for (int i = 1; i < counted.size(); i++) {
            Proportion earlier = counted.get(i - 1);
            Proportion later = counted.get(i);
            double difference = later.value().orElseThrow() - earlier.value().orElseThrow();

            assertEquals(difference, trend(List.of(earlier, later)).slope().orElseThrow(), 1e-12);
            // with a period without promises in between, the change is spread over two
            assertEquals(
                    difference / 2,
                    trend(List.of(earlier, Proportion.of(0, 0), later)).slope().orElseThrow(),
                    1e-12);
        }
    }

    // edges

    @Test
    void onePeriod_hasNoTrend() {
        Outcome<Double> undefined =
                Outcome.undefined(Reason.TOO_FEW_DATA, "fewer than two periods with decided promises");

        assertEquals(undefined, trend(List.of(Proportion.of(3, 4))).slope());
        assertEquals(
                undefined,
                trend(List.of(Proportion.of(3, 4), Proportion.of(0, 0))).pValue());
        assertEquals(undefined, COMPLIANCE.of(List.of()).trend().slope());
        assertEquals(
                Outcome.<Interval>undefined(Reason.TOO_FEW_DATA, "fewer than two periods with promises"),
                COMPLIANCE
                        .with(ComplianceDenominator.CREATED)
                        .of(List.of())
                        .trend()
                        .interval());
    }

    @Test
    void allMet_hasAFlatTrendWithoutInterval() {
        ComplianceTrend trend = trend(List.of(Proportion.of(3, 3), Proportion.of(4, 4)));

        assertEquals(Outcome.of(0.0), trend.slope());
        assertEquals(
                Outcome.<Interval>undefined(Reason.NOT_ESTIMABLE, "all or none were met, the variance has no estimate"),
                trend.interval());
        assertEquals(
                Outcome.<Double>undefined(Reason.NOT_ESTIMABLE, "all or none were met, the variance has no estimate"),
                trend.pValue());
        assertEquals(
                Reason.NOT_ESTIMABLE,
                reason(trend(List.of(Proportion.of(0, 3), Proportion.of(0, 4))).pValue()));
    }

    @Test
    void equalShares_haveNoTrendAtAll() {
        ComplianceTrend trend = trend(List.of(Proportion.of(1, 2), Proportion.of(2, 4), Proportion.of(1, 2)));

        assertEquals(Outcome.of(0.0), trend.slope());
        assertEquals(Outcome.of(1.0), trend.pValue());
    }

    /** Sums of squares that no long can hold: one more met among many in each period. */
    @Test
    void manyPromises_areSummedExactly() {
        long many = 4_000_000_000_000L;
        TrendSums sums = TrendSums.of(List.of(
                Proportion.of(many, 2 * many), Proportion.of(many + 1, 2 * many), Proportion.of(many + 2, 2 * many)));

        assertEquals(1 / (2.0 * many), sums.slope(), 0);
        assertEquals(1 / (16.0 * many), sums.slopeVariance(), 1e-20);
    }

    @Test
    void trend_hasTheOptionsOfTheResult() {
        ComplianceTrend trend = COMPLIANCE
                .with(ComplianceDenominator.RESOLVED)
                .with(ConfidenceLevel.P99)
                .of(List.of())
                .trend();

        assertEquals(ComplianceDenominator.RESOLVED, trend.denominator());
        assertEquals(ConfidenceLevel.P99, trend.level());
    }

    @Test
    void explain_showsEachPeriod() {
        assertEquals(
                """
                SLA compliance trend = 0.2500 a period   [sum of met * (t - m) / sum of counted * (t - m)^2, with t the number of \
                the period and m its mean; denominator = DECIDED]
                  confidence interval = -0.0965 a period to 0.5965 a period   [slope -/+ normal quantile * \
                sqrt(p * (1 - p) / sum of counted * (t - m)^2), at level; level = 95.00%]
                  p-value = 15.73%   [trend test of Cochran and Armitage, two-sided]
                  2026-01 = 25.00%   [met / counted; met = 1, counted = 4]
                  2026-02 = undefined (no trials)   [met / counted; met = 0, counted = 0]
                  2026-03 = 75.00%   [met / counted; met = 3, counted = 4]
                """,
                trend(List.of(Proportion.of(1, 4), Proportion.of(0, 0), Proportion.of(3, 4)))
                        .explain()
                        .toText());
    }

    private static ComplianceTrend trend(List<Proportion> proportions) {
        SlaComplianceAccumulator accumulator = COMPLIANCE.accumulator();
        for (int i = 0; i < proportions.size(); i++) {
            long second =
                    FIRST.plusMonths(i).atDay(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
            for (int k = 0; k < proportions.get(i).trials(); k++) {
                SlaVerdict verdict = k < proportions.get(i).successes() ? SlaVerdict.MET : SlaVerdict.OPEN_BREACHED;
                accumulator.add(ClientId.of("alpha"), SlaTargetKind.RESOLUTION, Priority.LOW, second, verdict);
            }
        }
        return accumulator.result().trend();
    }

    private static int[] numbers(JsonNode array) {
        return array.valueStream().mapToInt(JsonNode::intValue).toArray();
    }

    private static Reason reason(Outcome<?> outcome) {
        return outcome instanceof Outcome.Undefined<?> undefined ? undefined.reason() : Reason.NO_DATA;
    }

    private static void assertClose(Outcome<Double> expected, Outcome<Double> actual) {
        Optional<Double> value = expected.toOptional();
        assertEquals(value.isPresent(), actual.isDefined());
        value.ifPresent(number -> assertEquals(number, actual.orElseThrow(), 1e-12));
    }
}
