package dev.tenure.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NetPromoterScoreTest {

    private static final NetPromoterScore SCORES = NetPromoterScore.withDefaults();

    // golden

    static Stream<JsonNode> published() {
        return PublishedScores.cases("netPromoter");
    }

    @ParameterizedTest
    @MethodSource("published")
    void score_isThePublishedOne(JsonNode published) {
        NetPromoterAccumulator accumulator = SCORES.accumulator();
        for (int answer = 0; answer <= 10; answer++) {
            accumulator.add(answer, published.get("histogram").get(answer).longValue());
        }
        NetPromoterResult result = accumulator.result();

        assertEquals(published.get("promoters").longValue(), result.promoters());
        assertEquals(published.get("passives").longValue(), result.passives());
        assertEquals(published.get("detractors").longValue(), result.detractors());
        assertEquals(
                published.get("score").doubleValue(),
                result.value().orElseThrow(),
                published.get("tolerance").doubleValue());
    }

    static Stream<JsonNode> intervals() {
        return PublishedScores.cases("interval");
    }

    @ParameterizedTest
    @MethodSource("intervals")
    void interval_isThePublishedOne_orTheCorrectOne(JsonNode published) {
        Interval interval = SCORES.with(
                        ScoreInterval.valueOf(published.get("method").textValue()))
                .ofCounts(
                        published.get("promoters").longValue(),
                        published.get("passives").longValue(),
                        published.get("detractors").longValue())
                .interval()
                .orElseThrow();

        double tolerance = published.get("tolerance").doubleValue();
        assertEquals(published.get("lower").doubleValue(), interval.lower(), tolerance);
        assertEquals(published.get("upper").doubleValue(), interval.upper(), tolerance);
    }

    /** Source: Cross Validated, "How can I calculate margin of error in a NPS result?": 1/2, 1/3 and 1/6 of 324. */
    @Test
    void standardError_isThePublishedOne() {
        assertEquals(
                4.1408666249996104,
                SCORES.ofCounts(162, 108, 54).standardError().orElseThrow(),
                1e-12);
    }

    /** 12 of 15 clients answered: by hand, the factor is sqrt(3 / 14). */
    @Test
    void withPopulation_narrowsTheInterval() {
        NetPromoterResult endless = SCORES.with(ScoreInterval.WALD).ofCounts(8, 3, 1);
        NetPromoterResult fifteen =
                SCORES.with(ScoreInterval.WALD).withPopulation(15).ofCounts(8, 3, 1);

        assertEquals(endless.value(), fifteen.value());
        assertEquals(
                Math.sqrt(3 / 14.0),
                fifteen.standardError().orElseThrow() / endless.standardError().orElseThrow(),
                1e-14);
        assertEquals(
                Math.sqrt(3 / 14.0),
                fifteen.interval().orElseThrow().width()
                        / endless.interval().orElseThrow().width(),
                1e-14);
    }

    /** By hand: 9/14 of an answer is added, 3/4 of 3/14 of it to either side: (7 / 12.642857) is the centre. */
    @Test
    void withPopulation_addsFewerAnswers() {
        Interval interval =
                SCORES.withPopulation(15).ofCounts(8, 3, 1).interval().orElseThrow();

        assertEquals(55.367232, (interval.lower() + interval.upper()) / 2, 1e-6);
    }

    /** Source of the counts: CDCgov/prime-reportstream issue 5281, where 2 + 11 + 18 were reported as 32. */
    @Test
    void ofCounts_thatDoNotSumToTheAnswers_areRefused() {
        assertEquals(
                "answers must be the sum of the counts, 31: 32",
                assertThrows(IllegalArgumentException.class, () -> SCORES.ofCounts(18, 11, 2, 32))
                        .getMessage());
        assertEquals(31, SCORES.ofCounts(18, 11, 2, 31).answers());
    }

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

    @Property
    void theIntervalLiesOnTheScale_andHoldsTheScore(
            @ForAll @IntRange(max = 60) int promoters,
            @ForAll @IntRange(max = 60) int passives,
            @ForAll @IntRange(min = 1, max = 60) int detractors,
            @ForAll @IntRange(max = 100) int silent) {
        NetPromoterScore all = SCORES.withPopulation(promoters + passives + detractors + silent);
        Interval adjusted =
                all.ofCounts(promoters, passives, detractors).interval().orElseThrow();
        NetPromoterResult score = all.with(ScoreInterval.SCORE).ofCounts(promoters, passives, detractors);

        assertTrue(adjusted.lower() >= -100 && adjusted.upper() <= 100);
        assertTrue(score.interval().orElseThrow().lower() >= -100
                && score.interval().orElseThrow().upper() <= 100);
        assertTrue(score.interval().orElseThrow().contains(score.value().orElseThrow()));
    }

    @Property
    void whenAllHaveAnsweredTheIntervalIsTheScore(
            @ForAll @IntRange(max = 60) int promoters,
            @ForAll @IntRange(min = 1, max = 60) int detractors,
            @ForAll ScoreInterval method) {
        NetPromoterResult census =
                SCORES.with(method).withPopulation(promoters + detractors).ofCounts(promoters, 0, detractors);
        double score = census.value().orElseThrow();

        assertEquals(score, census.interval().orElseThrow().lower(), 1e-12);
        assertEquals(score, census.interval().orElseThrow().upper(), 1e-12);
    }

    @Property
    void theCollectorGivesTheSameAsTheLoop(@ForAll List<@IntRange(max = 10) Integer> answers) {
        assertEquals(SCORES.of(answers), answers.parallelStream().collect(SCORES.collector()));
    }

    // edges

    @Test
    void interval_ofAllPromoters_isCutAtTheEndOfTheScale() {
        assertEquals(100, SCORES.ofCounts(5, 0, 0).interval().orElseThrow().upper());
        assertEquals(-100, SCORES.ofCounts(0, 0, 5).interval().orElseThrow().lower());
    }

    @Test
    void with_level_widensTheInterval() {
        Interval at99 =
                SCORES.with(ConfidenceLevel.P99).ofCounts(5, 3, 4).interval().orElseThrow();

        assertEquals(ConfidenceLevel.P99, at99.level());
        assertTrue(
                at99.width() > SCORES.ofCounts(5, 3, 4).interval().orElseThrow().width());
    }

    @Test
    void add_moreThanCanBeCounted_isAnOverflow() {
        NetPromoterAccumulator accumulator = SCORES.accumulator();
        accumulator.add(10, Long.MAX_VALUE);
        accumulator.add(0);

        assertThrows(ArithmeticException.class, accumulator::result);
        assertThrows(ArithmeticException.class, () -> accumulator.add(10));
    }

    @Test
    void of_noAnswers_isUndefined() {
        NetPromoterResult result = NetPromoterScore.withDefaults().of(List.of());

        assertEquals(Outcome.<Double>undefined(Reason.NO_DATA, "no answers"), result.value());
        assertEquals(Outcome.<Interval>undefined(Reason.NO_DATA, "no answers"), result.interval());
        assertEquals(Outcome.<Double>undefined(Reason.NO_DATA, "no answers"), result.standardError());
    }

    // messages

    @Test
    void badCounts_sayWhich() {
        assertEquals("promoters must not be negative: -1", message(() -> SCORES.ofCounts(-1, 0, 0)));
        assertEquals("passives must not be negative: -1", message(() -> SCORES.ofCounts(0, -1, 0)));
        assertEquals("detractors must not be negative: -1", message(() -> SCORES.ofCounts(0, 0, -1)));
        assertEquals("clients must be positive: 0", message(() -> SCORES.withPopulation(0)));
        assertEquals(
                "count must not be negative: -1",
                message(() -> SCORES.accumulator().add(3, -1)));
        assertEquals(
                "answer must be in [0, 10]: -1",
                message(() -> SCORES.accumulator().add(-1)));
        assertEquals(
                "population must not be below answers, 12: 11",
                message(() -> SCORES.withPopulation(11).ofCounts(8, 3, 1)));
    }

    @Test
    @SuppressWarnings("NullAway") // what happens to a caller who does not check nullness
    void null_isNamed() {
        assertEquals("interval", nullMessage(() -> SCORES.with((ScoreInterval) null)));
        assertEquals("confidence", nullMessage(() -> SCORES.with((ConfidenceLevel) null)));
    }

    @Test
    void explain_aFinitePopulation_showsIt() {
        assertTrue(SCORES.withPopulation(15)
                .ofCounts(8, 3, 1)
                .explain()
                .toText()
                .endsWith("method = ADJUSTED_WALD, level = 95.00%, population = 15]\n"));
    }

    private static String message(Executable action) {
        return assertThrows(IllegalArgumentException.class, action).getMessage();
    }

    private static String nullMessage(Executable action) {
        return assertThrows(NullPointerException.class, action).getMessage();
    }

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
