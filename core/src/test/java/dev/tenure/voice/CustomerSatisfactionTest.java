package dev.tenure.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import dev.tenure.stat.Proportion;
import dev.tenure.stat.ProportionInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CustomerSatisfactionTest {

    private static final CustomerSatisfaction SATISFACTION = CustomerSatisfaction.withDefaults();

    // golden

    static Stream<JsonNode> published() {
        return PublishedScores.cases("satisfaction");
    }

    @ParameterizedTest
    @MethodSource("published")
    void share_isThePublishedOne(JsonNode published) {
        long[] counts = published
                .get("counts")
                .valueStream()
                .mapToLong(JsonNode::longValue)
                .toArray();
        RatingScale scale = RatingScale.of(1, counts.length);

        assertEquals(
                published.get("share").doubleValue(),
                SATISFACTION
                        .with(TopBox.of(scale, published.get("boxes").intValue()))
                        .ofCounts(RatingCounts.of(scale, counts))
                        .value()
                        .orElseThrow());
    }

    /** Source: kicue.com/en/blog/how-to-calculate-csat: top 2 of 5 is not the mean. */
    @Test
    void theMeanOfTheSameAnswersIsAnotherFigure() {
        RatingCounts counts = RatingCounts.of(RatingScale.FIVE_POINT, 2, 3, 10, 45, 40);

        assertEquals(4.18, counts.mean().orElseThrow().mean(), 1e-14);
        assertEquals(Proportion.of(85, 100), SATISFACTION.ofCounts(counts).proportion());
    }

    @Test
    void boxes_countWhatTheirNamesSay() {
        assertEquals(3, TopBox.THREE_POINT_TOP_1.lowestSatisfied());
        assertEquals(3, TopBox.FOUR_POINT_TOP_2.lowestSatisfied());
        assertEquals(4, TopBox.FIVE_POINT_TOP_2.lowestSatisfied());
        assertEquals(5, TopBox.SIX_POINT_TOP_2.lowestSatisfied());
        assertEquals(4, TopBox.SIX_POINT_TOP_3.lowestSatisfied());
        assertEquals(6, TopBox.SEVEN_POINT_TOP_2.lowestSatisfied());
        assertEquals(5, TopBox.SEVEN_POINT_TOP_3.lowestSatisfied());
        assertEquals(8, TopBox.TEN_POINT_TOP_3.lowestSatisfied());
        assertEquals(10, TopBox.TEN_POINT_TOP_3.scale().points());
    }

    // laws

    @Property
    void theShareIsThatOfTheProportion_andSoIsTheInterval(
            @ForAll List<@IntRange(min = 1, max = 5) Integer> answers, @ForAll ProportionInterval method) {
        CustomerSatisfactionResult result =
                SATISFACTION.with(method).with(ConfidenceLevel.P90).of(answers);
        Proportion expected =
                Proportion.of(answers.stream().filter(answer -> answer >= 4).count(), answers.size());

        assertEquals(expected, result.proportion());
        assertEquals(expected.value().toOptional(), result.value().toOptional());
        assertEquals(
                expected.interval(method, ConfidenceLevel.P90).toOptional(),
                result.interval().toOptional());
    }

    @Property
    void addingUpTwoHalvesGivesTheWhole(
            @ForAll List<@IntRange(min = 1, max = 5) Integer> first,
            @ForAll List<@IntRange(min = 1, max = 5) Integer> second) {
        List<Integer> whole = new ArrayList<>(first);
        whole.addAll(second);
        CustomerSatisfactionAccumulator left = SATISFACTION.accumulator();
        CustomerSatisfactionAccumulator right = SATISFACTION.accumulator();
        first.forEach(left::add);
        second.forEach(answer -> right.add(answer, 1));

        assertEquals(SATISFACTION.of(whole), right.merge(left).result());
        assertEquals(SATISFACTION.of(whole), whole.parallelStream().collect(SATISFACTION.collector()));
    }

    // edges

    @Test
    void noAnswers_isUndefined() {
        CustomerSatisfactionResult result = SATISFACTION.of(List.of());

        assertEquals(Outcome.<Double>undefined(Reason.NO_DATA, "no answers"), result.value());
        assertEquals(Outcome.<Interval>undefined(Reason.NO_DATA, "no answers"), result.interval());
        assertEquals(
                Outcome.undefined(Reason.NO_DATA, "no answers"), result.counts().mean());
    }

    @Test
    void counts_answerByGrade() {
        RatingCounts counts = RatingCounts.of(RatingScale.of(0, 2), 4, 5, 6);

        assertEquals(4, counts.count(0));
        assertEquals(6, counts.count(2));
        assertEquals(11, counts.atLeast(1));
        assertEquals(15, counts.answers());
    }

    // messages

    @Test
    void badArguments_sayWhich() {
        assertEquals("answer must be in [1, 5]: 0", message(() -> SATISFACTION.of(List.of(5, 0))));
        assertEquals("answer must be in [1, 5]: 6", message(() -> SATISFACTION.of(List.of(6))));
        assertEquals(
                "count must not be negative: -2",
                message(() -> SATISFACTION.accumulator().add(3, -2)));
        assertEquals("highest must be above lowest, 5: 5", message(() -> RatingScale.of(5, 5)));
        assertEquals("scale must have at most 101 points: 0 to 101", message(() -> RatingScale.of(0, 101)));
        assertEquals(
                "scale must have at most 101 points: -2147483648 to 2147483647",
                message(() -> RatingScale.of(Integer.MIN_VALUE, Integer.MAX_VALUE)));
        assertEquals(101, RatingScale.of(0, 100).points());
        assertEquals("boxes must be in [1, 4]: 5", message(() -> TopBox.of(RatingScale.FIVE_POINT, 5)));
        assertEquals("boxes must be in [1, 4]: 0", message(() -> TopBox.of(RatingScale.FIVE_POINT, 0)));
        assertEquals(
                "counts must be as many as the scale has points, 5: 4",
                message(() -> RatingCounts.of(RatingScale.FIVE_POINT, 1, 2, 3, 4)));
        assertEquals(
                "count must not be negative: -1", message(() -> RatingCounts.of(RatingScale.THREE_POINT, 1, -1, 3)));
        assertEquals(
                "scale must be 1 to 5: 1 to 3",
                message(() -> SATISFACTION.ofCounts(RatingCounts.of(RatingScale.THREE_POINT, 1, 2, 3))));
    }

    @Test
    void tooManyToCount_isAnOverflow() {
        assertThrows(ArithmeticException.class, () -> RatingCounts.of(RatingScale.THREE_POINT, Long.MAX_VALUE, 1, 0));
    }

    @Test
    @SuppressWarnings("NullAway") // what happens to a caller who does not check nullness
    void null_isNamed() {
        assertEquals("topBox", nullMessage(() -> SATISFACTION.with((TopBox) null)));
        assertEquals("interval", nullMessage(() -> SATISFACTION.with((ProportionInterval) null)));
        assertEquals("confidence", nullMessage(() -> SATISFACTION.with((ConfidenceLevel) null)));
        assertEquals("scale", nullMessage(() -> TopBox.of(null, 1)));
        assertEquals("scale", nullMessage(() -> RatingCounts.of(null, 1)));
    }

    @Test
    void explain_showsTheBoxAndTheCounts() {
        assertEquals("""
                customer satisfaction = 75.00%   [satisfied / answers; satisfied = 3, answers = 4, lowest satisfied = 4, \
                highest answer = 5]
                  confidence interval = 30.06% to 95.44%   [by method, at level; method = WILSON, level = 95.00%]
                """, SATISFACTION.of(List.of(5, 4, 4, 1)).explain().toText());
    }

    private static String message(Executable action) {
        return assertThrows(IllegalArgumentException.class, action).getMessage();
    }

    private static String nullMessage(Executable action) {
        return assertThrows(NullPointerException.class, action).getMessage();
    }
}
