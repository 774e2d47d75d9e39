package dev.tenure.survival.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.stat.ChiSquareTest;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.PValueAdjustment;
import dev.tenure.survival.Observation;
import dev.tenure.survival.SurvivalCurve;
import dev.tenure.survival.SurvivalInterval;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LogRankTest {

    private static final LogRank LOG_RANK = LogRank.withDefaults();

    private static final List<Observation> EARLY =
            List.of(Observation.ended(1), Observation.ended(2), Observation.ongoing(3));
    private static final List<Observation> LATE =
            List.of(Observation.ended(2), Observation.ended(4), Observation.ongoing(5));

    /**
     * By hand: at 1, one of 6 ends, 3 of them early; at 2, two of 5, 2 of them early; at 4, one of 2 late ones. Expected early ones are
     * 1/2 + 4/5 = 1.3, their variance 1/4 + 2 * 3 / 4 * 2/5 * 3/5 = 0.61.
     */
    @Test
    void of_twoGroups_isTheTestByHand() {
        LogRankResult result = LOG_RANK.of(two(EARLY, LATE));
        ComparedGroup early = result.groups().get(0);
        ComparedGroup late = result.groups().get(1);

        assertEquals("early", early.name());
        assertEquals(2, early.observed());
        assertEquals(1.3, early.expected(), 1e-15);
        assertEquals(0.7, early.difference(), 1e-15);
        assertEquals(2.7, late.expected(), 1e-15);
        assertEquals(0.61, variance(result, 0, 0), 1e-15);
        assertEquals(-0.61, variance(result, 0, 1), 1e-15);
        assertEquals(0.49 / 0.61, result.value().orElseThrow().statistic(), 1e-14);
        assertEquals(1, result.value().orElseThrow().degreesOfFreedom());
        assertEquals(6, result.observations());
        assertEquals(4, result.ended());
        assertEquals(1, result.strata());
        assertEquals(ImmutableList.of(), result.notCompared());
        assertEquals(StandardWeight.LOG_RANK, result.weight());
    }

    /** By hand, as above with the weights 6 and 5, 1 and 5/6, and so on. */
    @Test
    void with_weight_weightsEachTime() {
        assertWeighted(6, 5, StandardWeight.GEHAN);
        assertWeighted(Math.sqrt(6), Math.sqrt(5), StandardWeight.TARONE_WARE);
        assertWeighted(6 / 7.0, 6 / 7.0 * 4 / 6, StandardWeight.PETO_PETO);
        assertWeighted(6 / 7.0 * 6 / 7, 6 / 7.0 * 4 / 6 * 5 / 6, StandardWeight.MODIFIED_PETO_PETO);
        assertWeighted(1, 25 / 36.0, FlemingHarrington.of(2, 0));
        assertWeighted(0, 1 / 6.0, FlemingHarrington.of(0, 1));
        assertWeighted(0, 5 / 36.0, FlemingHarrington.of(1, 1));
    }

    private static void assertWeighted(double first, double second, LogRankWeight weight) {
        LogRankResult result = LOG_RANK.with(weight).of(two(EARLY, LATE));

        assertEquals(first * 0.5 + second * 0.2, result.groups().get(0).difference(), 1e-13);
        assertEquals(first * first * 0.25 + second * second * 0.36, variance(result, 0, 0), 1e-12);
        assertEquals(weight, result.weight());
    }

    // strata

    @Test
    void ofStrata_comparesWithinThem() {
        LogRankResult result = LOG_RANK.ofStrata(ImmutableMap.of(
                "north", two(EARLY, LATE),
                "south", ImmutableMap.of("late", EARLY)));

        // in the south there is nobody to compare with
        assertEquals(0.7, result.groups().get(0).difference(), 1e-15);
        assertEquals(0.61, variance(result, 0, 0), 1e-15);
        assertEquals(9, result.observations());
        assertEquals(2, result.strata());
    }

    @Test
    void add_byStratum_isOfStrata() {
        LogRankResult expected = LOG_RANK.ofStrata(ImmutableMap.of(
                "north", two(EARLY, LATE),
                "south", two(LATE, EARLY)));
        LogRankAccumulator byNumber = LOG_RANK.accumulator(List.of("early", "late"), List.of("north", "south"));
        LogRankAccumulator byName = LOG_RANK.accumulator(List.of("early", "late"), List.of("north", "south"));
        LogRankAccumulator inColumns = LOG_RANK.accumulator(List.of("early", "late"), List.of("north", "south"));
        for (int stratum = 0; stratum < 2; stratum++) {
            for (int group = 0; group < 2; group++) {
                for (Observation one : stratum == group ? EARLY : LATE) {
                    byNumber.add(stratum, group, (int) one.duration(), one.ended());
                    byName.add(stratum == 0 ? "north" : "south", group == 0 ? "early" : "late", one);
                    inColumns.addAll(
                            new int[] {stratum}, new int[] {group}, new int[] {(int) one.duration()}, new boolean[] {
                                one.ended()
                            });
                }
            }
        }

        assertEquals(expected, byNumber.result());
        assertEquals(expected, byName.result());
        assertEquals(expected, inColumns.result());
        assertEquals(6, byNumber.curves().of("late").observations());
    }

    // accumulator

    @Test
    void add_inEachWay_givesTheSame() {
        LogRankResult expected = LOG_RANK.of(two(EARLY, LATE));
        LogRankAccumulator rows = LOG_RANK.accumulator(List.of("early", "late"));
        LogRankAccumulator doubles = LOG_RANK.accumulator(List.of("early", "late"));
        for (int group = 0; group < 2; group++) {
            for (Observation one : group == 0 ? EARLY : LATE) {
                rows.add(group, (int) one.duration(), one.ended());
                doubles.add(group, one.duration(), one.ended());
            }
        }
        LogRankAccumulator columns = LOG_RANK.accumulator(List.of("early", "late"));
        columns.addAll(new int[] {0, 0, 0, 1, 1, 1}, new int[] {1, 2, 3, 2, 4, 5}, new boolean[] {
            true, true, false, true, true, false
        });
        LogRankAccumulator doubleColumns = LOG_RANK.accumulator(List.of("early", "late"));
        doubleColumns.addAll(new int[] {0, 0, 0, 1, 1, 1}, new double[] {1, 2, 3, 2, 4, 5}, new boolean[] {
            true, true, false, true, true, false
        });

        assertEquals(expected, rows.result());
        assertEquals(expected, doubles.result());
        assertEquals(expected, columns.result());
        assertEquals(expected, doubleColumns.result());
    }

    @Test
    void collector_findsGroupAndObservation() {
        record Client(String segment, Observation stay) {}
        List<Client> clients = List.of(
                new Client("early", Observation.ended(1)),
                new Client("late", Observation.ended(2)),
                new Client("early", Observation.ended(2)),
                new Client("late", Observation.ended(4)),
                new Client("early", Observation.ongoing(3)),
                new Client("late", Observation.ongoing(5)));

        assertEquals(
                LOG_RANK.of(two(EARLY, LATE)),
                clients.parallelStream()
                        .collect(LOG_RANK.collector(List.of("early", "late"), Client::segment, Client::stay)));
    }

    @Test
    void accumulator_movesToAnotherMachine() throws IOException, ClassNotFoundException {
        LogRankAccumulator accumulator =
                LOG_RANK.with(FlemingHarrington.of(1, 1)).accumulator(List.of("early", "late"), List.of("x", "y"));
        accumulator.add(1, 0, 3, true);
        accumulator.add(1, 1, 4, true);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(accumulator);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            LogRankAccumulator read = (LogRankAccumulator) in.readObject();

            assertEquals(accumulator.result(), read.result());
        }
    }

    @Test
    void curves_haveTheOptionsOfTheCalculator() {
        LogRankAccumulator accumulator = LOG_RANK.with(ChronoUnit.MONTHS)
                .with(SurvivalInterval.PLAIN)
                .with(ConfidenceLevel.P90)
                .accumulator(List.of("early", "late"));
        EARLY.forEach(observation -> accumulator.add("early", observation));
        SurvivalCurve early = accumulator.curves().of("early");

        assertEquals(ChronoUnit.MONTHS, early.unit());
        assertEquals(SurvivalInterval.PLAIN, early.intervalMethod());
        assertEquals(ConfidenceLevel.P90, early.level());
        assertEquals(3, early.observations());
        assertEquals(0, accumulator.curves().of("late").observations());
    }

    // delayed entry

    /** At 3 one ends; who enters at 3 is not yet at risk, who enters between two rows of the other group is. */
    @Test
    void of_delayedEntries_countsWhoIsThere() {
        LogRankResult result = LOG_RANK.of(two(
                List.of(Observation.ended(3), Observation.ongoing(9)),
                List.of(
                        Observation.ongoing(8).enteredAt(2.5),
                        Observation.ongoing(8).enteredAt(3),
                        Observation.ongoing(8).enteredAt(3.5))));

        // 1 of 3 ends, 2 of them early
        assertEquals(2 / 3.0, result.groups().get(0).expected(), 1e-15);
        assertEquals(2 / 9.0, variance(result, 0, 0), 1e-15);
    }

    /** The first two groups are at risk together up to 4, the last two after 10, and no other two: two comparisons, and not three. */
    @Test
    void of_groupsInTwoWorlds_hasAsManyDegreesAsComparisons() {
        LogRankResult result = LOG_RANK.of(ImmutableMap.of(
                "a", List.of(Observation.ended(1), Observation.ended(3)),
                "b", List.of(Observation.ended(2), Observation.ended(4)),
                "c",
                        List.of(
                                Observation.ended(11).enteredAt(10),
                                Observation.ended(13).enteredAt(10)),
                "d",
                        List.of(
                                Observation.ended(12).enteredAt(10),
                                Observation.ended(14).enteredAt(10))));
        LogRankResult one = LOG_RANK.of(ImmutableMap.of(
                "a", List.of(Observation.ended(1), Observation.ended(3)),
                "b", List.of(Observation.ended(2), Observation.ended(4))));

        assertEquals(2, result.value().orElseThrow().degreesOfFreedom());
        assertEquals(
                2 * one.value().orElseThrow().statistic(),
                result.value().orElseThrow().statistic(),
                1e-14);
    }

    @Test
    void of_groupsThatNeverMeet_isNotEstimable() {
        LogRankResult result = LOG_RANK.of(two(
                List.of(Observation.ended(1), Observation.ended(2)),
                List.of(Observation.ended(6).enteredAt(5), Observation.ended(7).enteredAt(5))));

        assertEquals(
                Outcome.undefined(Reason.NOT_ESTIMABLE, "no two groups were at risk together when one ended"),
                result.value());
        assertEquals(List.of("early", "late"), result.notCompared());
        assertEquals(0, result.groups().get(0).difference());
        assertEquals(result.value(), result.trend().value());
    }

    // edges

    @Test
    void of_aGroupThatNeverMeetsAnother_goesOnWithoutIt() {
        LogRankResult result = LOG_RANK.of(ImmutableMap.of(
                "early",
                EARLY,
                "none",
                List.of(),
                "late",
                LATE,
                "later",
                List.of(Observation.ended(9).enteredAt(8))));

        assertEquals(1, result.value().orElseThrow().degreesOfFreedom());
        assertEquals(0.49 / 0.61, result.value().orElseThrow().statistic(), 1e-14);
        assertEquals(List.of("none", "later"), result.notCompared());
        assertEquals(1, result.groups().get(3).ended());
    }

    @Test
    void of_aGroupWithoutEvents_takesPart() {
        LogRankResult result = LOG_RANK.of(two(
                List.of(Observation.ended(1)), List.of(Observation.ongoing(2).withCount(2))));

        assertEquals(2, result.value().orElseThrow().statistic(), 1e-14);
        assertEquals(0, result.groups().get(1).observed());
        assertEquals(2 / 3.0, result.groups().get(1).expected(), 1e-15);
    }

    @Test
    void of_allAtOneTime_hasNoVarianceIfAllEnd() {
        LogRankResult result = LOG_RANK.of(two(
                List.of(Observation.ended(3).withCount(4)),
                List.of(Observation.ended(3).withCount(2))));

        assertEquals(
                Outcome.undefined(
                        Reason.NOT_ESTIMABLE,
                        "no variance: at no time that has a weight did only some of those at risk end"),
                result.value());
        assertTrue(result.variance().isDefined());
    }

    @Test
    void of_allAtOneTime_isTestedIfSomeGoOn() {
        // by hand: 3 of 6 end, 2 of the 3 early ones; variance 3 * 3 / 5 / 4
        LogRankResult result = LOG_RANK.of(two(
                List.of(Observation.ended(3).withCount(2), Observation.ongoing(3)),
                List.of(Observation.ended(3), Observation.ongoing(3).withCount(2))));

        assertEquals(0.25 / 0.45, result.value().orElseThrow().statistic(), 1e-14);
    }

    @Test
    void of_weightZeroEverywhere_hasNoVariance() {
        assertEquals(
                Outcome.undefined(
                        Reason.NOT_ESTIMABLE,
                        "no variance: at no time that has a weight did only some of those at risk end"),
                LOG_RANK.with(FlemingHarrington.of(0, 1))
                        .of(two(List.of(Observation.ended(3)), List.of(Observation.ongoing(4))))
                        .value());
    }

    @Test
    void of_noEvents_isUndefined() {
        LogRankResult result = LOG_RANK.of(two(List.of(Observation.ongoing(3)), List.of(Observation.ongoing(4))));

        assertUndefined(Reason.TOO_FEW_DATA, "no observation ended", result);
    }

    @Test
    void of_oneGroup_isUndefined() {
        assertUndefined(Reason.TOO_FEW_DATA, "only group 'late' has observations", LOG_RANK.of(two(List.of(), LATE)));
        assertUndefined(
                Reason.TOO_FEW_DATA, "only group 'a' has observations", LOG_RANK.of(ImmutableMap.of("a", LATE)));
    }

    @Test
    void of_noObservations_isUndefined() {
        LogRankResult result = LOG_RANK.of(two(List.of(), List.of()));

        assertUndefined(Reason.NO_DATA, "no observations", result);
        assertEquals(0, result.strata());
        assertEquals(0, result.observations());
    }

    @Test
    void of_weightsThatAreNotCounts_haveADifferenceButNoTest() {
        LogRankResult result = LOG_RANK.of(two(
                List.of(Observation.ended(1).withWeight(2.5), Observation.ongoing(3)),
                List.of(Observation.ongoing(2))));

        assertUndefined(Reason.NOT_APPLICABLE, "no variance for weights that are not counts", result);
        assertEquals(2.5, result.groups().get(0).observed());
        assertEquals(2.5 * 3.5 / 4.5, result.groups().get(0).expected(), 1e-15);
        assertEquals(3.5, result.groups().get(0).observations());
    }

    private static void assertUndefined(Reason reason, String detail, LogRankResult result) {
        assertEquals(Outcome.<ChiSquareTest>undefined(reason, detail), result.value());
        assertEquals(Outcome.<ImmutableList<ImmutableDoubleArray>>undefined(reason, detail), result.variance());
        assertEquals(Outcome.<Double>undefined(reason, detail), result.trend().z());
        assertEquals(result.groups().stream().map(ComparedGroup::name).toList(), result.notCompared());
    }

    /** Without the group of one, the other two would be all but the negative of one another. */
    @Test
    void of_billionsAndOne_keepsTheSmallGroup() {
        long many = 5_000_000_000_000L;
        List<Observation> first = List.of(
                Observation.ended(1).withCount(many), Observation.ended(3).withCount(many));
        List<Observation> second = List.of(
                Observation.ended(2).withCount(many), Observation.ended(3).withCount(many));
        List<Observation> one = List.of(Observation.ongoing(4));

        assertSmallGroupKept(LOG_RANK.of(ImmutableMap.of("one", one, "first", first, "second", second)));
        assertSmallGroupKept(LOG_RANK.of(ImmutableMap.of("first", first, "one", one, "second", second)));
        assertSmallGroupKept(LOG_RANK.of(ImmutableMap.of("first", first, "second", second, "one", one)));
    }

    private static void assertSmallGroupKept(LogRankResult result) {
        assertEquals(2, result.value().orElseThrow().degreesOfFreedom());
        assertEquals(List.of(), result.notCompared());
    }

    // trend

    @Test
    void trend_scoresThatDoNotDiffer_isNotEstimable() {
        LogRankResult result = LOG_RANK.of(two(EARLY, LATE));

        assertEquals(
                Outcome.undefined(Reason.NOT_ESTIMABLE, "the groups that are compared have the same score"),
                result.trend(3, 3).z());
        assertFalse(result.trend(3, 3).value().isDefined());
    }

    @Test
    void trend_ofTwoGroups_hasTheSignOfTheHigherScore() {
        LogRankTrend trend = LOG_RANK.of(two(EARLY, LATE)).trend();

        // those of the higher score end later
        assertEquals(-0.7 / Math.sqrt(0.61), trend.z().orElseThrow(), 1e-14);
        assertEquals(ImmutableDoubleArray.of(0, 1), trend.scores());
        assertEquals(List.of("early", "late"), trend.groups());
        assertEquals(StandardWeight.LOG_RANK, trend.weight());
    }

    // pairwise

    @ParameterizedTest
    @EnumSource
    void pairwise_aPairThatCannotBeCompared_doesNotCount(PValueAdjustment adjustment) {
        LogRankResult result = LOG_RANK.of(ImmutableMap.of("early", EARLY, "none", List.of(), "late", LATE));
        PairwiseLogRank pairwise = result.pairwise(adjustment);
        PairwiseComparison known = pairwise.between("early", "late").orElseThrow();

        assertEquals(3, pairwise.comparisons().size());
        assertEquals(adjustment, pairwise.adjustment());
        assertEquals(StandardWeight.LOG_RANK, pairwise.weight());
        assertEquals(
                Outcome.<Double>undefined(Reason.TOO_FEW_DATA, "only group 'early' has observations"),
                pairwise.between("none", "early").orElseThrow().adjustedPValue());
        assertEquals(
                known.test().value().orElseThrow().pValue(),
                known.adjustedPValue().orElseThrow());
        assertEquals(Optional.empty(), pairwise.between("early", "early"));
        assertEquals(Optional.empty(), pairwise.between("early", "other"));
    }

    @Test
    void pairwise_ofOneGroup_isEmpty() {
        assertEquals(
                List.of(),
                LOG_RANK.of(Map.of("a", LATE)).pairwise(PValueAdjustment.HOLM).comparisons());
    }

    @Test
    void pairwise_keepsStrataAndWeight() {
        LogRankResult all = LOG_RANK.with(StandardWeight.GEHAN)
                .ofStrata(ImmutableMap.of(
                        "north", ImmutableMap.of("early", EARLY, "late", LATE, "more", EARLY),
                        "south", two(LATE, EARLY)));
        LogRankResult expected = LOG_RANK.with(StandardWeight.GEHAN)
                .ofStrata(ImmutableMap.of("north", two(EARLY, LATE), "south", two(LATE, EARLY)));

        assertEquals(
                expected,
                all.pairwise(PValueAdjustment.HOLM)
                        .between("early", "late")
                        .orElseThrow()
                        .test());
    }

    // explanations

    @Test
    void explain_showsStatisticCountsAndDifferences() {
        assertEquals("""
                log-rank test = 0.8033   [chi-square of observed - expected of each group by their variances; \
                p-value = 0.3701, degrees of freedom = 1, weight = LOG_RANK, observations = 6, ended = 4, strata = 1]
                  early = 0.7000   [observed - expected; observed = 2, expected = 1.3000, observations = 3]
                  late = -0.7000   [observed - expected; observed = 2, expected = 2.7000, observations = 3]
                """, LOG_RANK.of(two(EARLY, LATE)).explain().toText());
    }

    @Test
    void explain_ofATrend_showsItsScores() {
        assertEquals("""
                log-rank test for trend = 0.8033   [z squared, z = sum of score * (observed - expected) by its standard \
                error; p-value = 0.3701, z = -0.8963, weight = LOG_RANK]
                  early = 0   [score]
                  late = 1.5000   [score]
                """, LOG_RANK.of(two(EARLY, LATE)).trend(0, 1.5).explain().toText());
    }

    @Test
    void explain_ofPairs_showsEach() {
        assertEquals(
                """
                pairwise log-rank tests = 1   [number of pairs, p-values by adjustment; adjustment = HOLM, weight = \
                FlemingHarrington[p=1.0, q=0.0]]
                  early and late = 0.3458   [adjusted p-value; p-value = 0.3458, statistic = 0.8889]
                """,
                LOG_RANK.with(FlemingHarrington.of(1, 0))
                        .of(two(EARLY, LATE))
                        .pairwise(PValueAdjustment.HOLM)
                        .explain()
                        .toText());
    }

    @Test
    void explain_withoutATest_saysWhy() {
        assertTrue(LOG_RANK.of(two(List.of(), LATE))
                .explain()
                .toText()
                .startsWith("log-rank test = undefined (only group 'late' has observations)   ["));
    }

    @Test
    void toString_leavesOutTheTables() {
        assertFalse(LOG_RANK.of(two(EARLY, LATE)).toString().contains("RiskTable"));
    }

    // messages

    @Test
    void badArguments_sayWhich() {
        LogRankAccumulator accumulator = LOG_RANK.accumulator(List.of("a", "b"), List.of("x"));

        assertEquals("groups must not be empty: []", message(() -> LOG_RANK.of(Map.of())));
        assertEquals("groups must not be empty: []", message(() -> LOG_RANK.accumulator(List.of())));
        assertEquals("groups must be distinct: [a, a]", message(() -> LOG_RANK.accumulator(List.of("a", "a"))));
        assertEquals("strata must not be empty: []", message(() -> LOG_RANK.accumulator(List.of("a"), List.of())));
        assertEquals(
                "strata must be distinct: [x, x]",
                message(() -> LOG_RANK.accumulator(List.of("a"), List.of("x", "x"))));
        assertEquals("unit must be finite: Forever", message(() -> LOG_RANK.with(ChronoUnit.FOREVER)));
        assertEquals("group must be in [0, 2): 2", message(() -> accumulator.add(2, 1, true)));
        assertEquals("stratum must be in [0, 1): 1", message(() -> accumulator.add(1, 0, 1, true)));
        assertEquals("stratum must be in [0, 1): -1", message(() -> accumulator.add(-1, 0, 1, true)));
        assertEquals("group must be one of [a, b]: c", message(() -> accumulator.add("c", Observation.ended(1))));
        assertEquals("stratum must be one of [x]: y", message(() -> accumulator.add("y", "a", Observation.ended(1))));
        assertEquals(
                "groups must be [a, b]: [a]",
                message(() -> accumulator.merge(LOG_RANK.accumulator(List.of("a"), List.of("x")))));
        assertEquals(
                "strata must be [x]: []", message(() -> accumulator.merge(LOG_RANK.accumulator(List.of("a", "b")))));
        assertEquals(
                "unit must be Days: Months",
                message(() -> accumulator.merge(
                        LOG_RANK.with(ChronoUnit.MONTHS).accumulator(List.of("a", "b"), List.of("x")))));
    }

    @Test
    void badColumns_sayWhich() {
        LogRankAccumulator accumulator = LOG_RANK.accumulator(List.of("a", "b"), List.of("x"));
        int[] two = {0, 0};
        int[] one = {0};

        assertEquals(
                "groups must have as many rows as strata, 2: 1",
                message(() -> accumulator.addAll(two, one, two, new boolean[2])));
        assertEquals(
                "durations must have as many rows as strata, 2: 1",
                message(() -> accumulator.addAll(two, two, one, new boolean[2])));
        assertEquals(
                "ended must have as many rows as strata, 2: 1",
                message(() -> accumulator.addAll(two, two, two, new boolean[1])));
        assertEquals(
                "groups must have as many rows as strata, 2: 1",
                message(() -> accumulator.addAll(two, one, new double[2], new boolean[2])));
    }

    @Test
    void badColumnsOfStrata_sayWhich_andAddNothing() {
        LogRankAccumulator accumulator = LOG_RANK.accumulator(List.of("a", "b"), List.of("x"));
        LogRankResult nothing = accumulator.result();
        int[] two = {0, 0};
        boolean[] ended = {true, false};

        assertEquals(
                "strata[1] must be in [0, 1): 1",
                message(() -> accumulator.addAll(new int[] {0, 1}, two, new int[] {1, 1}, ended)));
        assertEquals(
                "strata[1] must be in [0, 1): -1",
                message(() -> accumulator.addAll(new int[] {0, -1}, two, new double[] {1, 1}, ended)));
        assertEquals(
                "groups[1] must be in [0, 2): 2",
                message(() -> accumulator.addAll(two, new int[] {0, 2}, new int[] {1, 1}, ended)));
        assertEquals(
                "durations[1] must not be negative: -1",
                message(() -> accumulator.addAll(two, two, new int[] {1, -1}, ended)));
        assertEquals(
                "durations[1] must be finite and not negative: -0.5",
                message(() -> accumulator.addAll(two, two, new double[] {1, -0.5}, ended)));
        assertEquals(
                "durations[1] must be finite and not negative: Infinity",
                message(() -> accumulator.addAll(two, two, new double[] {1, Double.POSITIVE_INFINITY}, ended)));
        assertEquals(nothing, accumulator.result());
    }

    @Test
    void columnsWithLateEntries_giveTheTestOfTheirRows() {
        LogRankAccumulator columns = LOG_RANK.accumulator(List.of("early", "late"));
        columns.addAll(new int[] {0, 0, 1, 1}, new double[] {0, 1, 0.5, 2}, new double[] {3, 4, 2.5, 6}, new boolean[] {
            true, true, true, false
        });
        LogRankAccumulator rows = LOG_RANK.accumulator(List.of("early", "late"));
        rows.add("early", Observation.ended(3));
        rows.add("early", Observation.ended(4).enteredAt(1));
        rows.add("late", Observation.ended(2.5).enteredAt(0.5));
        rows.add("late", Observation.ongoing(6).enteredAt(2));

        assertEquals(rows.result(), columns.result());
    }

    @Test
    void columnsOfTimesOfStrata_giveTheTestOfTheirRows() {
        LogRankAccumulator columns = LOG_RANK.accumulator(List.of("early", "late"), List.of("x", "y"));
        columns.addAll(new int[] {0, 0, 1, 1}, new int[] {0, 1, 0, 1}, new double[] {3, 4, 2.5, 6}, new boolean[] {
            true, true, true, false
        });
        LogRankAccumulator rows = LOG_RANK.accumulator(List.of("early", "late"), List.of("x", "y"));
        rows.add("x", "early", Observation.ended(3));
        rows.add("x", "late", Observation.ended(4));
        rows.add("y", "early", Observation.ended(2.5));
        rows.add("y", "late", Observation.ongoing(6));

        assertEquals(rows.result(), columns.result());
    }

    @Test
    void badScoresAndPowers_sayWhich() {
        LogRankResult result = LOG_RANK.of(two(EARLY, LATE));

        assertEquals("scores must be 2: 3", message(() -> result.trend(1, 2, 3)));
        assertEquals("scores must be finite: NaN", message(() -> result.trend(1, Double.NaN)));
        assertEquals("p must be finite and not negative: -1.0", message(() -> FlemingHarrington.of(-1, 0)));
        assertEquals(
                "q must be finite and not negative: Infinity",
                message(() -> FlemingHarrington.of(0, Double.POSITIVE_INFINITY)));
        assertEquals("p must be finite and not negative: NaN", message(() -> FlemingHarrington.of(Double.NaN, 0)));
    }

    @Test
    @SuppressWarnings("NullAway") // what happens to a caller who does not check nullness
    void null_isNamed() {
        LogRankResult result = LOG_RANK.of(two(EARLY, LATE));

        assertEquals("weight", nullMessage(() -> LOG_RANK.with((LogRankWeight) null)));
        assertEquals("unit", nullMessage(() -> LOG_RANK.with((ChronoUnit) null)));
        assertEquals("interval", nullMessage(() -> LOG_RANK.with((SurvivalInterval) null)));
        assertEquals("level", nullMessage(() -> LOG_RANK.with((ConfidenceLevel) null)));
        assertEquals("groups", nullMessage(() -> LOG_RANK.of(null)));
        assertEquals("strata", nullMessage(() -> LOG_RANK.ofStrata(null)));
        assertEquals("groups", nullMessage(() -> LOG_RANK.accumulator(null)));
        assertEquals("strata", nullMessage(() -> LOG_RANK.accumulator(List.of("a"), null)));
        assertEquals(
                "other", nullMessage(() -> LOG_RANK.accumulator(List.of("a")).merge(null)));
        assertEquals(
                "stratum", nullMessage(() -> LOG_RANK.accumulator(List.of("a")).add(null, "a", Observation.ended(1))));
        assertEquals("adjustment", nullMessage(() -> result.pairwise(null)));
        assertEquals(
                "one", nullMessage(() -> result.pairwise(PValueAdjustment.HOLM).between(null, "a")));
        assertEquals(
                "other",
                nullMessage(() -> result.pairwise(PValueAdjustment.HOLM).between("a", null)));
    }

    private static String message(Executable action) {
        return assertThrows(IllegalArgumentException.class, action).getMessage();
    }

    private static String nullMessage(Executable action) {
        return assertThrows(NullPointerException.class, action).getMessage();
    }

    private static double variance(LogRankResult result, int i, int j) {
        ImmutableList<ImmutableDoubleArray> rows = result.variance().orElseThrow();
        return rows.get(i).get(j);
    }

    private static ImmutableMap<String, List<Observation>> two(List<Observation> early, List<Observation> late) {
        return ImmutableMap.of("early", early, "late", late);
    }
}
