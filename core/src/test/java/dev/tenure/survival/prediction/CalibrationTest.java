package dev.tenure.survival.prediction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.stat.ChiSquareTest;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.survival.SurvivalInterval;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@PropertyDefaults(tries = 300, edgeCases = EdgeCasesMode.NONE)
class CalibrationTest {

    private static final Calibration CALIBRATION = Calibration.withDefaults();

    /** Sixty drawn observations with the predictions of a law that is not theirs; figures by R 4.2.2, survival 3.5-3, log-log limits. */
    private static final double[] DURATIONS = {
        11, 13, 7, 13, 6, 1, 20, 5, 6, 5, 4, 2, 17, 6, 5, 4, 10, 3, 9, 40, 3, 6, 14, 13, 8, 8, 9, 13, 4, 5, 5, 27, 7, 3,
        16, 30, 9, 29, 10, 16, 10, 13, 7, 5, 5, 25, 13, 6, 28, 2, 12, 4, 6, 1, 20, 17, 11, 3, 12, 3
    };

    private static final double[] STATUS = {
        1, 0, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 0, 0, 1, 1, 1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1,
        0, 1, 1, 0, 1, 0, 1, 1, 1, 1, 0, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1
    };

    private static final double[] PREDICTED = {
        0.479, 0.205, 0.388, 0.41, 0.292, 0.292, 0.5, 0.428, 0.3, 0.279, 0.331, 0.331, 0.322, 0.309, 0.182, 0.197,
        0.504, 0.249, 0.171, 0.432, 0.454, 0.541, 0.496, 0.513, 0.449, 0.213, 0.292, 0.167, 0.309, 0.225, 0.388, 0.392,
        0.479, 0.357, 0.441, 0.406, 0.175, 0.466, 0.3, 0.462, 0.432, 0.213, 0.479, 0.305, 0.37, 0.436, 0.529, 0.508,
        0.419, 0.209, 0.454, 0.462, 0.178, 0.14, 0.193, 0.167, 0.348, 0.458, 0.496, 0.432
    };

    // golden

    @Test
    void of_fourGroups_isWhatRFinds() {
        CalibrationResult result = CALIBRATION.withGroups(4).of(DURATIONS, ended(), 12, PREDICTED);
        double[][] expected = {
            {15, 10, 0.491466666666667, 0.525252525252525, 0.143753157469171, 0.227366560171471, 0.755863968022335},
            {15, 9, 0.424066666666667, 0.727272727272727, 0.116721213680356, 0.425231517273225, 0.888167806367177},
            {
                15,
                13,
                0.31579999999999997,
                0.08333333333333333,
                0.07832151211039824,
                0.00543424086439927,
                0.30604274213497989
            },
            {15, 14, 0.192266666666667, 0.333333333333333, 0.121716123890037, 0.121545719743796, 0.563999542746448}
        };

        assertEquals(4, result.groups().size());
        for (int i = 0; i < 4; i++) {
            assertGroup(i + 1, expected[i], result.groups().get(i));
        }
        assertGroup(
                0,
                new double[] {
                    60, 46, 0.3559, 0.4143051813751567, 0.0672780533052537, 0.2823802651305176, 0.5411705981850196
                },
                result.all());
        ChiSquareTest test = result.test().orElseThrow();
        assertEquals(16.95615348369208, test.statistic(), 1e-12);
        assertEquals(3, test.degreesOfFreedom());
        assertEquals(0.0007215694346477853, test.pValue(), 1e-15);
        assertEquals(12, result.time());
        assertEquals(SurvivalInterval.LOG_LOG, result.intervalMethod());
        assertEquals(ConfidenceLevel.P95, result.level());
    }

    private static void assertGroup(int number, double[] expected, CalibrationGroup group) {
        assertEquals(number, group.number());
        assertEquals(expected[0], group.observations());
        assertEquals(expected[1], group.ended());
        assertEquals(expected[2], group.predicted().orElseThrow(), 1e-14);
        assertEquals(expected[3], group.observed().orElseThrow(), 1e-14);
        assertEquals(expected[4], group.standardError().orElseThrow(), 1e-14);
        assertEquals(expected[5], group.interval().orElseThrow().lower(), 1e-13);
        assertEquals(expected[6], group.interval().orElseThrow().upper(), 1e-13);
        assertEquals(expected[3] - expected[2], group.difference().orElseThrow(), 1e-14);
    }

    // laws

    @Property
    void everyObservationIsInOneGroup_andTheGroupsGoFromLowRiskToHigh(
            @ForAll("samples") Sample sample, @ForAll @IntRange(min = 1, max = 12) int number) {
        CalibrationResult result =
                CALIBRATION.withGroups(number).of(sample.durations(), sample.ended(), 4, sample.numbers());
        List<CalibrationGroup> groups = result.groups();

        assertTrue(groups.size() <= Math.min(number, sample.size()));
        assertEquals(
                sample.size(),
                groups.stream().mapToLong(CalibrationGroup::observations).sum());
        for (int i = 1; i < groups.size(); i++) {
            assertEquals(i + 1, groups.get(i).number());
            assertTrue(groups.get(i).predicted().orElseThrow()
                    < groups.get(i - 1).predicted().orElseThrow());
        }
    }

    @Property
    void aGroupIsThatOfItsRankAmongTheRisks(
            @ForAll("samples") Sample sample, @ForAll @IntRange(min = 1, max = 12) int number) {
        CalibrationResult result =
                CALIBRATION.withGroups(number).of(sample.durations(), sample.ended(), 4, sample.numbers());
        long[] sizes = new long[number];
        for (double share : sample.numbers()) {
            long lower = Arrays.stream(sample.numbers())
                    .filter(other -> other > share)
                    .count();
            sizes[(int) (number * lower / sample.size())]++;
        }

        assertArrayEquals(
                Arrays.stream(sizes).filter(size -> size > 0).toArray(),
                result.groups().stream()
                        .mapToLong(CalibrationGroup::observations)
                        .toArray());
    }

    @Property
    void theOrderOfObservationsChangesNothing(@ForAll("samples") Sample sample, @ForAll Random random) {
        Sample shuffled = sample.shuffled(random);

        assertEquals(
                CALIBRATION.of(sample.durations(), sample.ended(), 4, sample.numbers()),
                CALIBRATION.of(shuffled.durations(), shuffled.ended(), 4, shuffled.numbers()));
    }

    @Property
    void oneGroupIsAll(@ForAll("samples") Sample sample) {
        CalibrationResult result =
                CALIBRATION.withGroups(1).of(sample.durations(), sample.ended(), 4, sample.numbers());

        result.groups().forEach(group -> {
            assertEquals(result.all().observed(), group.observed());
            assertEquals(result.all().interval(), group.interval());
            assertEquals(result.all().predicted(), group.predicted());
        });
    }

    // edges

    @Test
    void of_equalPredictions_areOneGroup() {
        double[] same = new double[60];
        Arrays.fill(same, 0.4);
        CalibrationResult result = CALIBRATION.of(DURATIONS, ended(), 12, same);

        assertEquals(1, result.groups().size());
        assertEquals(1, result.groups().get(0).number());
        assertEquals(Outcome.<ChiSquareTest>undefined(Reason.TOO_FEW_DATA, "a test needs two groups"), result.test());
    }

    @Test
    void withDefaults_hasFiveGroups() {
        assertEquals(
                5, CALIBRATION.of(DURATIONS, ended(), 12, PREDICTED).groups().size());
    }

    @Test
    void test_aGroupWithoutVariance_isNotEstimable() {
        double[] predicted = {0.9, 0.9, 0.1, 0.1};
        boolean[] ended = {false, false, true, false};

        assertEquals(
                Outcome.<ChiSquareTest>undefined(
                        Reason.NOT_ESTIMABLE, "group 1: no one has left yet, the variance has no estimate"),
                CALIBRATION
                        .withGroups(2)
                        .of(new double[] {9, 9, 2, 9}, ended, 5, predicted)
                        .test());
        assertEquals(
                Outcome.<ChiSquareTest>undefined(
                        Reason.NOT_ESTIMABLE, "group 2: no one is left, the variance has no estimate"),
                CALIBRATION
                        .withGroups(2)
                        .of(new double[] {3, 9, 2, 2}, new boolean[] {true, false, true, true}, 5, predicted)
                        .test());
    }

    @Test
    void test_aGroupThatIsNotSeenThatLong_saysWhich() {
        CalibrationResult result = CALIBRATION
                .withGroups(2)
                .of(new double[] {3, 9, 2, 4}, new boolean[] {true, false, true, false}, 5, new double[] {
                    0.9, 0.9, 0.1, 0.1
                });

        assertEquals(
                Outcome.<ChiSquareTest>undefined(Reason.BEYOND_OBSERVATION, "group 2: no observation is that long"),
                result.test());
        assertEquals(0.5, result.groups().get(0).observed().orElseThrow());
        assertEquals(
                Outcome.<Double>undefined(Reason.BEYOND_OBSERVATION, "no observation is that long"),
                result.groups().get(1).difference());
    }

    @Test
    void of_noObservations_isUndefined() {
        CalibrationResult result = CALIBRATION.of(new double[0], new boolean[0], 1, new double[0]);

        assertEquals(Outcome.<ChiSquareTest>undefined(Reason.NO_DATA, "no observations"), result.test());
        assertEquals(
                Outcome.<Double>undefined(Reason.NO_DATA, "no observations"),
                result.all().predicted());
        assertEquals(
                Outcome.<Double>undefined(Reason.NO_DATA, "no observations"),
                result.all().difference());
        assertEquals(0, result.all().observations());
        assertEquals(List.of(), result.groups());
    }

    @Test
    void with_methodAndLevel_changesTheIntervals() {
        CalibrationResult result = CALIBRATION
                .with(SurvivalInterval.PLAIN)
                .with(ConfidenceLevel.P90)
                .of(DURATIONS, ended(), 12, PREDICTED);

        assertEquals(SurvivalInterval.PLAIN, result.intervalMethod());
        assertEquals(ConfidenceLevel.P90, result.level());
        assertEquals(
                0.4143051813751567 - 1.6448536269514729 * 0.0672780533052537,
                result.all().interval().orElseThrow().lower(),
                1e-13);
    }

    @Test
    void explain_showsTestAndGroups() {
        assertEquals(
                """
                calibration = 1.4400   [chi-square, sum of ((observed - predicted) / standard error)^2 of each group; \
                p-value = 0.2301, degrees of freedom = 1, time = 5.0000, method = LOG_LOG, level = 95.00%]
                  all = 0.00%   [observed - predicted; observed = 50.00%, predicted = 50.00%, \
                interval of observed = 5.78% to 84.49%, observations = 4, ended = 2]
                  group 1 = -30.00%   [observed - predicted; observed = 50.00%, predicted = 80.00%, \
                interval of observed = 0.60% to 91.04%, observations = 2, ended = 1]
                  group 2 = 30.00%   [observed - predicted; observed = 50.00%, predicted = 20.00%, \
                interval of observed = 0.60% to 91.04%, observations = 2, ended = 1]
                """,
                CALIBRATION
                        .withGroups(2)
                        .of(new double[] {3, 9, 2, 9}, new boolean[] {true, false, true, false}, 5, new double[] {
                            0.7, 0.9, 0.2, 0.2
                        })
                        .explain()
                        .toText());
    }

    // messages

    @Test
    void badArguments_sayWhich() {
        double[] two = {1, 2};
        boolean[] ended = {true, true};

        assertEquals(
                "durations[0] must be finite and not negative: NaN",
                message(() -> CALIBRATION.of(new double[] {Double.NaN, 1}, ended, 1, new double[2])));
        assertEquals(
                "ended must have as many rows as durations, 2: 1",
                message(() -> CALIBRATION.of(two, new boolean[1], 1, new double[2])));
        assertEquals(
                "time must be finite and not negative: Infinity",
                message(() -> CALIBRATION.of(two, ended, Double.POSITIVE_INFINITY, new double[2])));
        assertEquals("groups must be positive: 0", message(() -> CALIBRATION.withGroups(0)));
        assertEquals(
                "time must be finite and not negative: -1.0",
                message(() -> CALIBRATION.of(two, ended, -1, new double[2])));
        assertEquals(
                "survival must have as many rows as durations, 2: 1",
                message(() -> CALIBRATION.of(two, ended, 1, new double[1])));
        assertEquals("survival[1] must be in [0, 1]: 2.0", message(() -> CALIBRATION.of(two, ended, 1, two)));
        assertEquals(
                "survival[0] must be in [0, 1]: -0.5",
                message(() -> CALIBRATION.of(two, ended, 1, new double[] {-0.5, 0})));
    }

    @Test
    @SuppressWarnings("NullAway") // what happens to a caller who does not check nullness
    void null_isNamed() {
        double[] one = {1};

        assertEquals("interval", nullMessage(() -> CALIBRATION.with((SurvivalInterval) null)));
        assertEquals("confidence", nullMessage(() -> CALIBRATION.with((ConfidenceLevel) null)));
        assertEquals("survival", nullMessage(() -> CALIBRATION.of(one, new boolean[1], 1, null)));
    }

    private static String message(Executable action) {
        return assertThrows(IllegalArgumentException.class, action).getMessage();
    }

    private static String nullMessage(Executable action) {
        return assertThrows(NullPointerException.class, action).getMessage();
    }

    private static boolean[] ended() {
        boolean[] ended = new boolean[STATUS.length];
        for (int i = 0; i < ended.length; i++) {
            ended[i] = STATUS[i] == 1;
        }
        return ended;
    }

    @Provide
    Arbitrary<Sample> samples() {
        return Sample.any();
    }
}
