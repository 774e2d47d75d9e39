package dev.tenure.survival.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableMap;
import dev.tenure.explain.Outcome;
import dev.tenure.stat.ChiSquareTest;
import dev.tenure.stat.Interval;
import dev.tenure.stat.PValueAdjustment;
import dev.tenure.survival.KaplanMeier;
import dev.tenure.survival.Observation;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked example of {@code docs/survival-comparison.md}. */
class ComparisonWorkedExampleTest {

    @Test
    void threeSizesOfClient_giveTheFiguresOfThePage() {
        List<Observation> small = List.of(
                Observation.ended(2),
                Observation.ended(3),
                Observation.ended(5).withCount(2),
                Observation.ended(8),
                Observation.ongoing(12));
        List<Observation> medium = List.of(
                Observation.ended(4),
                Observation.ended(7),
                Observation.ongoing(9),
                Observation.ended(10),
                Observation.ongoing(12));
        List<Observation> large = List.of(
                Observation.ongoing(6),
                Observation.ended(11),
                Observation.ongoing(12).withCount(3));
        LogRankResult sizes =
                LogRank.withDefaults().of(ImmutableMap.of("small", small, "medium", medium, "large", large));
        Outcome<ChiSquareTest> differ = sizes.value();
        LogRankTrend trend = sizes.trend();
        PairwiseLogRank pairs = sizes.pairwise(PValueAdjustment.HOLM);
        KaplanMeier months = KaplanMeier.withDefaults().with(ChronoUnit.MONTHS);
        RestrictedMeanDifference firstYear =
                RestrictedMeanComparison.withDefaults().of(months.of(large), months.of(small), 12);
        Outcome<Interval> limits = firstYear.interval();

        assertGroup(5, 2.341178, sizes.groups().get(0));
        assertGroup(3, 2.804075, sizes.groups().get(1));
        assertGroup(1, 3.854747, sizes.groups().get(2));
        assertEquals(5.514035, differ.orElseThrow().statistic(), 1e-6);
        assertEquals(2, differ.orElseThrow().degreesOfFreedom());
        assertEquals(0.063481, differ.orElseThrow().pValue(), 1e-6);
        assertEquals(-2.342992, trend.z().orElseThrow(), 1e-6);
        assertEquals(0.019130, trend.value().orElseThrow().pValue(), 1e-6);
        assertPair(0.289606, 0.289606, pairs.comparisons().get(0));
        assertPair(0.027064, 0.081191, pairs.comparisons().get(1));
        assertPair(0.118405, 0.236811, pairs.comparisons().get(2));
        assertEquals(5.916667, firstYear.value().orElseThrow(), 1e-6);
        assertEquals(3.212658, limits.orElseThrow().lower(), 1e-6);
        assertEquals(8.620676, limits.orElseThrow().upper(), 1e-6);
        assertEquals(2.014286, firstYear.ratio().orElseThrow(), 1e-6);
    }

    private static void assertGroup(double observed, double expected, ComparedGroup group) {
        assertEquals(observed, group.observed());
        assertEquals(expected, group.expected(), 1e-6);
    }

    private static void assertPair(double pValue, double adjusted, PairwiseComparison pair) {
        assertEquals(pValue, pair.test().value().orElseThrow().pValue(), 1e-6);
        assertEquals(adjusted, pair.adjustedPValue().orElseThrow(), 1e-6);
    }
}
