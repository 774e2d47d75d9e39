package dev.tenure.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import dev.tenure.client.ClientId;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.stat.Proportion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class DetractorReviewTest {

    private static final DetractorReview REVIEW = DetractorReview.withDefaults();
    private static final ClientId ALPHA = ClientId.of("alpha");
    private static final ClientId BETA = ClientId.of("beta");
    private static final ClientId GAMMA = ClientId.of("gamma");

    // golden: the rule that every score from 0 to 6 has a reason

    @Test
    void aSixWithoutAReasonLacksOne_aSevenDoesNot() {
        DetractorReviewResult result = REVIEW.of(
                List.of(SurveyAnswer.of(ALPHA, 6), SurveyAnswer.of(BETA, 7), SurveyAnswer.of(GAMMA, 3, "сроки")));

        assertEquals(ImmutableList.of(ALPHA), result.lackingReason());
        assertEquals(Proportion.of(1, 2), result.proportion());
        assertEquals("{сроки=1}", result.reasons().toString());
        assertEquals(3, result.answers());
        assertFalse(result.isComplete());
    }

    // laws

    @Provide
    static Arbitrary<List<SurveyAnswer>> surveys() {
        return Combinators.combine(
                        Arbitraries.of(ALPHA, BETA, GAMMA),
                        Arbitraries.integers().between(0, 10),
                        Arbitraries.of("", " ", "late", "price", "quality"))
                .as(SurveyAnswer::of)
                .list()
                .ofMaxSize(30);
    }

    @Property
    void everyDetractorLacksAReasonOrIsCountedUnderOne(@ForAll("surveys") List<SurveyAnswer> answers) {
        DetractorReviewResult result = REVIEW.of(answers);

        assertEquals(
                answers.stream().filter(answer -> answer.score() <= 6).count(),
                result.proportion().trials());
        assertEquals(
                answers.stream()
                        .filter(answer -> answer.score() <= 6 && answer.reason().isEmpty())
                        .count(),
                result.lackingReason().size());
        assertEquals(result.lackingReason().isEmpty(), result.isComplete());
    }

    @Property
    void theOrderOfAnswersAndOfMergingChangesNothing(
            @ForAll("surveys") List<SurveyAnswer> answers, @ForAll @IntRange(max = 30) int cut, @ForAll Random random) {
        List<SurveyAnswer> shuffled = new ArrayList<>(answers);
        Collections.shuffle(shuffled, random);
        int half = Math.min(cut, shuffled.size());
        DetractorReviewAccumulator left = REVIEW.accumulator();
        DetractorReviewAccumulator right = REVIEW.accumulator();
        shuffled.subList(0, half).forEach(left::add);
        shuffled.subList(half, shuffled.size()).forEach(right::add);
        DetractorReviewResult whole = REVIEW.of(answers);
        DetractorReviewResult merged = right.merge(left).result();

        assertEquals(whole, merged);
        assertEquals(
                ImmutableList.copyOf(whole.reasons().entrySet()),
                ImmutableList.copyOf(merged.reasons().entrySet()));
        assertEquals(whole, answers.parallelStream().collect(REVIEW.collector()));
    }

    // edges

    @Test
    void reasons_areSortedByHowOftenThenByText() {
        DetractorReviewResult result = REVIEW.of(List.of(
                SurveyAnswer.of(ALPHA, 0, "late"),
                SurveyAnswer.of(ALPHA, 1, "price"),
                SurveyAnswer.of(BETA, 2, " quality "),
                SurveyAnswer.of(GAMMA, 3, "quality"),
                SurveyAnswer.of(GAMMA, 9, "quality")));

        assertEquals("{quality=2, late=1, price=1}", result.reasons().toString());
    }

    @Test
    void noDetractors_isComplete_andHasNoShare() {
        DetractorReviewResult result = REVIEW.of(List.of(SurveyAnswer.of(ALPHA, 10)));

        assertTrue(result.isComplete());
        assertEquals(Outcome.<Double>undefined(Reason.NO_DATA, "no detractors"), result.value());
    }

    @Test
    void answer_knowsItsCategory() {
        assertEquals(NetPromoterCategory.DETRACTOR, SurveyAnswer.of(ALPHA, 0).category());
        assertEquals(NetPromoterCategory.DETRACTOR, SurveyAnswer.of(ALPHA, 6).category());
        assertEquals(NetPromoterCategory.PASSIVE, SurveyAnswer.of(ALPHA, 7).category());
        assertEquals(NetPromoterCategory.PASSIVE, SurveyAnswer.of(ALPHA, 8).category());
        assertEquals(NetPromoterCategory.PROMOTER, SurveyAnswer.of(ALPHA, 9).category());
        assertEquals(NetPromoterCategory.PROMOTER, SurveyAnswer.of(ALPHA, 10).category());
    }

    // messages

    @Test
    void badScore_saysWhich() {
        assertEquals("answer must be in [0, 10]: 11", message(() -> SurveyAnswer.of(ALPHA, 11)));
        assertEquals("answer must be in [0, 10]: -1", message(() -> SurveyAnswer.of(ALPHA, -1, "why")));
    }

    @Test
    @SuppressWarnings("NullAway") // what happens to a caller who does not check nullness
    void null_isNamed() {
        assertEquals(
                "client",
                assertThrows(NullPointerException.class, () -> SurveyAnswer.of(null, 1))
                        .getMessage());
        assertEquals(
                "reason",
                assertThrows(NullPointerException.class, () -> SurveyAnswer.of(ALPHA, 1, null))
                        .getMessage());
    }

    @Test
    void explain_listsTheReasons() {
        assertEquals(
                """
                detractor review = 66.67%   [detractors with a reason / detractors; detractors with a reason = 2, \
                detractors = 3, answers = 3]
                  late = 2   [detractors with this reason]
                """,
                REVIEW.of(List.of(
                                SurveyAnswer.of(ALPHA, 0, "late"),
                                SurveyAnswer.of(BETA, 1, "late"),
                                SurveyAnswer.of(GAMMA, 6)))
                        .explain()
                        .toText());
    }

    private static String message(Executable action) {
        return assertThrows(IllegalArgumentException.class, action).getMessage();
    }
}
