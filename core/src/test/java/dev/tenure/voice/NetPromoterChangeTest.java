package dev.tenure.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.client.ClientId;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class NetPromoterChangeTest {

    private static final NetPromoterScore SCORES = NetPromoterScore.withDefaults();
    private static final NetPromoterChange CHANGES = NetPromoterChange.withDefaults();
    private static final ClientId ALPHA = ClientId.of("alpha");
    private static final ClientId BETA = ClientId.of("beta");
    private static final ClientId GAMMA = ClientId.of("gamma");
    private static final ClientId DELTA = ClientId.of("delta");

    // golden, by hand

    /** 50 points with variance (0.7 - 0.25) / 20, 10 points with (0.5 - 0.01) / 20: the error is sqrt(0.0225 + 0.0245). */
    @Test
    void independent_wald_addsTheVariances() {
        Interval interval = CHANGES.with(ScoreInterval.WALD)
                .independent(SCORES.ofCounts(6, 10, 4), SCORES.ofCounts(12, 6, 2))
                .interval()
                .orElseThrow();

        double half = 100 * 1.959963984540054 * Math.sqrt(0.0225 + 0.0245);
        assertEquals(40 - half, interval.lower(), 1e-10);
        assertEquals(40 + half, interval.upper(), 1e-10);
    }

    /** With 3/4 of an answer more on both sides: 10 / 23 and 2 / 23 in place of 10 / 20 and 2 / 20. */
    @Test
    void independent_adjusted_addsTheAdjustedVariances() {
        Interval interval = CHANGES.independent(SCORES.ofCounts(6, 10, 4), SCORES.ofCounts(12, 6, 2))
                .interval()
                .orElseThrow();

        double later = (15.5 / 23 - Math.pow(10 / 23.0, 2)) / 23;
        double earlier = (11.5 / 23 - Math.pow(2 / 23.0, 2)) / 23;
        double half = 100 * 1.959963984540054 * Math.sqrt(later + earlier);
        assertEquals(100 * 8 / 23.0 - half, interval.lower(), 1e-10);
        assertEquals(100 * 8 / 23.0 + half, interval.upper(), 1e-10);
    }

    /** Changes of 2, 1, 0 and 0: mean 0.75, deviation sqrt(2.75 / 3), and t of 3 degrees of freedom is 3.182446305. */
    @Test
    void paired_isStudentsIntervalOfTheClientsChanges() {
        PairedChangeAccumulator accumulator = CHANGES.pairedAccumulator();
        accumulator.add(3, 10);
        accumulator.add(5, 8);
        accumulator.add(9, 10);
        accumulator.add(7, 8);
        Interval interval = accumulator.result().interval().orElseThrow();

        double half = 100 * 3.182446305284263 * Math.sqrt(2.75 / 3) / 2;
        assertEquals(75, accumulator.result().value().orElseThrow());
        assertEquals(75 - half, interval.lower(), 1e-7);
        assertEquals(Math.min(200, 75 + half), interval.upper(), 1e-7);
    }

    // laws

    @Property
    void theChangeIsTheDifferenceOfTheScores_whetherPairedOrNot(
            @ForAll @NotEmpty List<@IntRange(max = 10) Integer> earlier, @ForAll @IntRange(max = 10) int shift) {
        PairedChangeAccumulator pairs = CHANGES.pairedAccumulator();
        NetPromoterAccumulator before = SCORES.accumulator();
        NetPromoterAccumulator after = SCORES.accumulator();
        for (int answer : earlier) {
            int later = (answer + shift) % 11;
            pairs.add(answer, later);
            before.add(answer);
            after.add(later);
        }
        double change =
                after.result().value().orElseThrow() - before.result().value().orElseThrow();

        assertEquals(change, pairs.result().value().orElseThrow(), 1e-10);
        assertEquals(
                change,
                CHANGES.independent(before.result(), after.result()).value().orElseThrow(),
                1e-10);
    }

    @Property
    void swappingTheSurveysTurnsTheIntervalRound(
            @ForAll @IntRange(max = 40) int promoters,
            @ForAll @IntRange(min = 1, max = 40) int passives,
            @ForAll @IntRange(max = 40) int detractors,
            @ForAll ScoreInterval method) {
        NetPromoterResult one = SCORES.ofCounts(promoters, passives, detractors);
        NetPromoterResult other = SCORES.ofCounts(7, 3, 2);
        Interval interval =
                CHANGES.with(method).independent(one, other).interval().orElseThrow();
        Interval swapped =
                CHANGES.with(method).independent(other, one).interval().orElseThrow();

        assertEquals(-interval.upper(), swapped.lower(), 1e-9);
        assertEquals(-interval.lower(), swapped.upper(), 1e-9);
    }

    @Property
    void theScoreIntervalHoldsTheChange_andStaysWithinTheScale(
            @ForAll @IntRange(max = 40) int promoters,
            @ForAll @IntRange(min = 1, max = 40) int passives,
            @ForAll @IntRange(max = 40) int detractors) {
        IndependentChangeResult change = CHANGES.with(ScoreInterval.SCORE)
                .independent(SCORES.ofCounts(0, 0, 3), SCORES.ofCounts(promoters, passives, detractors));
        Interval interval = change.interval().orElseThrow();

        assertTrue(interval.contains(change.value().orElseThrow()));
        assertTrue(interval.lower() >= -200 && interval.upper() <= 200);
    }

    @Property
    void theOrderOfMergingChangesNothing(
            @ForAll List<@IntRange(max = 10) Integer> first, @ForAll List<@IntRange(max = 10) Integer> second) {
        assertEquals(
                pairs(first).merge(pairs(second)).result(),
                pairs(second).merge(pairs(first)).result());
    }

    private static PairedChangeAccumulator pairs(List<Integer> answers) {
        PairedChangeAccumulator accumulator = CHANGES.pairedAccumulator();
        for (int answer : answers) {
            accumulator.add(answer, 10 - answer);
            accumulator.addEarlierOnly(answer);
            accumulator.addLaterOnly(answer);
            accumulator.addLaterOnly(answer);
        }
        return accumulator;
    }

    // edges

    @Test
    void paired_joinsByClient_andCountsTheRest() {
        PairedChangeResult change =
                CHANGES.paired(Map.of(ALPHA, 6, BETA, 9, GAMMA, 3), Map.of(ALPHA, 9, BETA, 8, DELTA, 10));

        assertEquals(2, change.pairs());
        assertEquals(1, change.earlierOnly());
        assertEquals(1, change.laterOnly());
        assertEquals(1, change.moved(NetPromoterCategory.DETRACTOR, NetPromoterCategory.PROMOTER));
        assertEquals(1, change.moved(NetPromoterCategory.PROMOTER, NetPromoterCategory.PASSIVE));
        assertEquals(0, change.moved(NetPromoterCategory.PASSIVE, NetPromoterCategory.PROMOTER));
        assertEquals(Outcome.of(50.0), change.value());
    }

    @Test
    void paired_intervalIsCutAtTheEndsOfTheScale() {
        PairedChangeAccumulator accumulator = CHANGES.pairedAccumulator();
        accumulator.add(0, 10);
        accumulator.add(10, 0);

        assertEquals(
                Outcome.of(Interval.of(-200, 200, ConfidenceLevel.P95)),
                accumulator.result().interval());
    }

    @Test
    void paired_tooLittle_isUndefined() {
        PairedChangeAccumulator accumulator = CHANGES.pairedAccumulator();
        assertEquals(
                Outcome.<Double>undefined(Reason.NO_DATA, "nobody answered twice"),
                accumulator.result().value());
        accumulator.add(6, 9);
        assertEquals(
                Outcome.<Interval>undefined(Reason.TOO_FEW_DATA, "one value has no spread"),
                accumulator.result().interval());
        accumulator.add(0, 10);
        assertEquals(
                Outcome.<Interval>undefined(Reason.NOT_ESTIMABLE, "all values are equal"),
                accumulator.result().interval());
        assertEquals(Outcome.of(200.0), accumulator.result().value());
    }

    @Test
    void independent_emptySample_isUndefined() {
        NetPromoterResult none = SCORES.ofCounts(0, 0, 0);
        NetPromoterResult some = SCORES.ofCounts(3, 2, 1);

        for (IndependentChangeResult change :
                List.of(CHANGES.independent(none, some), CHANGES.independent(some, none))) {
            assertEquals(Outcome.<Double>undefined(Reason.NO_DATA, "no answers"), change.value());
            assertEquals(Outcome.<Interval>undefined(Reason.NO_DATA, "no answers"), change.interval());
        }
    }

    @Test
    void independent_adjustedIsCutAtTheEndsOfTheScale() {
        assertEquals(
                200,
                CHANGES.with(ConfidenceLevel.P99)
                        .independent(SCORES.ofCounts(0, 0, 4), SCORES.ofCounts(4, 0, 0))
                        .interval()
                        .orElseThrow()
                        .upper());
    }

    // messages

    @Test
    void badAnswers_sayWhich() {
        PairedChangeAccumulator accumulator = CHANGES.pairedAccumulator();

        assertEquals("answer must be in [0, 10]: 11", message(() -> accumulator.add(11, 3)));
        assertEquals("answer must be in [0, 10]: -1", message(() -> accumulator.add(3, -1)));
        assertEquals("answer must be in [0, 10]: 12", message(() -> accumulator.addEarlierOnly(12)));
        assertEquals("answer must be in [0, 10]: 13", message(() -> accumulator.addLaterOnly(13)));
    }

    @Test
    @SuppressWarnings("NullAway") // what happens to a caller who does not check nullness
    void null_isNamed() {
        assertEquals(
                "interval",
                assertThrows(NullPointerException.class, () -> CHANGES.with((ScoreInterval) null))
                        .getMessage());
        assertEquals(
                "confidence",
                assertThrows(NullPointerException.class, () -> CHANGES.with((ConfidenceLevel) null))
                        .getMessage());
    }

    @Test
    void explain_showsTheChangeAndBothScores() {
        String text = CHANGES.with(ScoreInterval.WALD)
                .independent(SCORES.ofCounts(6, 10, 4), SCORES.ofCounts(12, 6, 2))
                .explain()
                .toText();

        assertTrue(text.startsWith("""
                change of net promoter score = 40.0000 points   [later - earlier, independent samples; \
                interval = -2.4910 points to 82.4910 points, method = WALD, level = 95.00%]
                  net promoter score = 50.0000 points   [\
                """));
        assertTrue(text.contains("\n  net promoter score = 10.0000 points   ["));
    }

    @Test
    void explain_paired_showsTheCounts() {
        Map<ClientId, Integer> later = new HashMap<>(Map.of(ALPHA, 9, BETA, 8));

        assertEquals("""
                change of net promoter score = 100.0000 points   [100 * mean of (later - earlier), by client; \
                interval = undefined (one value has no spread), level = 95.00%, pairs = 1, earlier only = 0, later only = 1]
                """, CHANGES.paired(Map.of(ALPHA, 7), later).explain().toText());
    }

    private static String message(Executable action) {
        return assertThrows(IllegalArgumentException.class, action).getMessage();
    }
}
