package dev.tenure.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class CustomerEffortScoreTest {

    private static final CustomerEffortScore EFFORT = CustomerEffortScore.withDefaults();

    // golden

    /**
     * Source: CYS, support.cys.group, "Customer Effort Score 5 point to average". The page states 1000 answers and a mean of
     * 2.82 (a total of 2820); its own counts sum to 1010, and their mean is 302 / 101.
     */
    @Test
    void published_thatDoesNotAddUp_isRefused_andItsMeanIsAnother() {
        RatingCounts counts = RatingCounts.of(RatingScale.FIVE_POINT, 190, 240, 110, 330, 140);

        assertEquals(
                "answers must be the sum of the counts, 1010: 1000",
                assertThrows(IllegalArgumentException.class, () -> counts.checkAnswers(1000))
                        .getMessage());
        assertEquals(
                302 / 101.0,
                EFFORT.with(EffortScale.FIVE_POINT_EFFORT)
                        .ofCounts(counts.checkAnswers(1010))
                        .value()
                        .orElseThrow(),
                1e-14);
    }

    /** 5, 6, 6, 7: mean 6, deviation sqrt(2 / 3), and t of 3 degrees of freedom is 3.182446305; cut at 7. */
    @Test
    void interval_isStudents_cutAtTheEndOfTheScale() {
        CustomerEffortResult result = EFFORT.of(List.of(5, 6, 6, 7));

        assertEquals(6, result.value().orElseThrow());
        assertEquals(
                6 - 3.182446305284263 * Math.sqrt(2 / 3.0) / 2,
                result.interval().orElseThrow().lower(),
                1e-8);
        assertEquals(7, result.interval().orElseThrow().upper());
        assertEquals(1, EFFORT.of(List.of(1, 3, 2, 2)).interval().orElseThrow().lower());
    }

    // laws

    @Property
    void theMeanIsTheSumOverTheNumber_andLiesInItsInterval(
            @ForAll @NotEmpty List<@IntRange(min = 1, max = 7) Integer> answers) {
        CustomerEffortResult result = EFFORT.of(answers);
        double sum = answers.stream().mapToInt(Integer::intValue).sum();

        assertEquals(sum / answers.size(), result.value().orElseThrow(), 1e-12);
        result.interval()
                .toOptional()
                .ifPresent(
                        interval -> assertTrue(interval.contains(result.value().orElseThrow())
                                && interval.lower() >= 1
                                && interval.upper() <= 7));
    }

    @Property
    void addingUpTwoHalvesGivesTheWhole(
            @ForAll List<@IntRange(min = 1, max = 7) Integer> first,
            @ForAll List<@IntRange(min = 1, max = 7) Integer> second) {
        List<Integer> whole = new ArrayList<>(first);
        whole.addAll(second);
        CustomerEffortAccumulator left = EFFORT.accumulator();
        CustomerEffortAccumulator right = EFFORT.accumulator();
        first.forEach(left::add);
        second.forEach(answer -> right.add(answer, 1));

        assertEquals(EFFORT.of(whole), right.merge(left).result());
        assertEquals(EFFORT.of(whole), whole.parallelStream().collect(EFFORT.collector()));
    }

    // edges

    @Test
    void tooLittle_isUndefined() {
        assertEquals(
                Outcome.<Double>undefined(Reason.NO_DATA, "no answers"),
                EFFORT.of(List.of()).value());
        assertEquals(
                Outcome.<Interval>undefined(Reason.NO_DATA, "no answers"),
                EFFORT.of(List.of()).interval());
        assertEquals(
                Outcome.<Interval>undefined(Reason.TOO_FEW_DATA, "one value has no spread"),
                EFFORT.of(List.of(4)).interval());
        assertEquals(
                Outcome.<Interval>undefined(Reason.NOT_ESTIMABLE, "all values are equal"),
                EFFORT.of(List.of(6, 6, 6)).interval());
    }

    @Test
    void scales_sayWhatHighMeans() {
        assertTrue(EffortScale.SEVEN_POINT_EASE.isHigherBetter());
        assertTrue(EffortScale.FIVE_POINT_EASE.isHigherBetter());
        assertFalse(EffortScale.FIVE_POINT_EFFORT.isHigherBetter());
        assertEquals(RatingScale.SEVEN_POINT, EffortScale.SEVEN_POINT_EASE.scale());
        assertEquals(RatingScale.FIVE_POINT, EffortScale.FIVE_POINT_EASE.scale());
    }

    @Test
    void with_level_isThatOfTheInterval() {
        assertEquals(
                ConfidenceLevel.P90,
                EFFORT.with(ConfidenceLevel.P90)
                        .of(List.of(2, 3, 4))
                        .interval()
                        .orElseThrow()
                        .level());
    }

    // messages

    @Test
    void badAnswers_sayWhich() {
        assertEquals("answer must be in [1, 7]: 8", message(() -> EFFORT.of(List.of(8))));
        assertEquals(
                "answer must be in [1, 5]: 6",
                message(() -> EFFORT.with(EffortScale.FIVE_POINT_EASE).of(List.of(6))));
    }

    @Test
    @SuppressWarnings("NullAway") // what happens to a caller who does not check nullness
    void null_isNamed() {
        assertEquals(
                "effortScale",
                assertThrows(NullPointerException.class, () -> EFFORT.with((EffortScale) null))
                        .getMessage());
        assertEquals(
                "confidence",
                assertThrows(NullPointerException.class, () -> EFFORT.with((ConfidenceLevel) null))
                        .getMessage());
    }

    @Test
    void explain_showsTheScaleAndTheInterval() {
        assertEquals("""
                customer effort score = 6.0000 points   [sum of answers / answers; answers = 4, scale = SEVEN_POINT_EASE]
                  confidence interval = 4.7008 points to 7.0000 points   [Student's, at level; level = 95.00%]
                """, EFFORT.of(List.of(5, 6, 6, 7)).explain().toText());
    }

    private static String message(Executable action) {
        return assertThrows(IllegalArgumentException.class, action).getMessage();
    }
}
