package dev.tenure.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.stat.Interval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class NetPromoterScoreTest {

    // laws

    @Property
    void theScoreLiesBetweenMinusAndPlusAHundred(@ForAll @NotEmpty List<@IntRange(max = 10) Integer> answers) {
        double score = NetPromoterScore.withDefaults().of(answers).value().orElseThrow();

        assertTrue(score >= -100 && score <= 100);
    }

    @Property
    void theOrderOfAnswersChangesNothing(@ForAll List<@IntRange(max = 10) Integer> answers, @ForAll Random random) {
        List<Integer> shuffled = new ArrayList<>(answers);
        Collections.shuffle(shuffled, random);

        assertEquals(
                NetPromoterScore.withDefaults().of(answers),
                NetPromoterScore.withDefaults().of(shuffled));
    }

    @Property
    void addingUpTwoHalvesGivesTheWhole(
            @ForAll List<@IntRange(max = 10) Integer> first, @ForAll List<@IntRange(max = 10) Integer> second) {
        List<Integer> whole = new ArrayList<>(first);
        whole.addAll(second);
        NetPromoterAccumulator left = NetPromoterScore.withDefaults().accumulator();
        NetPromoterAccumulator right = NetPromoterScore.withDefaults().accumulator();
        first.forEach(left::add);
        second.forEach(right::add);

        assertEquals(
                NetPromoterScore.withDefaults().of(whole), left.merge(right).result());
    }

    // edges

    @Test
    void of_noAnswers_isUndefined() {
        NetPromoterResult result = NetPromoterScore.withDefaults().of(List.of());

        assertEquals(Outcome.<Double>undefined(Reason.NO_DATA, "no answers"), result.value());
        assertEquals(Outcome.<Interval>undefined(Reason.NO_DATA, "no answers"), result.interval());
    }

    // messages

    @Test
    void of_answerOutOfRange_saysWhich() {
        assertEquals(
                "answer must be in [0, 10]: 11",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> NetPromoterScore.withDefaults().of(List.of(3, 11)))
                        .getMessage());
    }

    @Test
    void explain_showsCountsScoreAndInterval() {
        assertEquals(
                """
                net promoter score = 20.0000 points   [100 * (promoters - detractors) / answers; \
                promoters = 2, detractors = 1, answers = 5]
                  confidence interval = -38.7445 points to 63.7445 points   [by method, at level; \
                method = ADJUSTED_WALD, level = 95.00%]
                """,
                NetPromoterScore.withDefaults()
                        .of(List.of(10, 9, 8, 7, 0))
                        .explain()
                        .toText());
    }
}
