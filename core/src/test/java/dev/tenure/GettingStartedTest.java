package dev.tenure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import dev.tenure.voice.NetPromoterAccumulator;
import dev.tenure.voice.NetPromoterResult;
import dev.tenure.voice.NetPromoterScore;
import dev.tenure.voice.ScoreInterval;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs what docs/getting-started.md shows. */
class GettingStartedTest {

    @Test
    void calculator_givesResultThatExplainsItself() {
        List<Integer> answers = List.of(10, 9, 9, 8, 8, 7, 6, 10, 3, 9);

        NetPromoterResult score = NetPromoterScore.withDefaults()
                .with(ScoreInterval.ADJUSTED_WALD)
                .with(ConfidenceLevel.P90)
                .of(answers);

        Outcome<Double> value = score.value();
        Outcome<Interval> interval = score.interval();
        String text = score.explain().toText();

        assertEquals(Outcome.of(30.0), value);
        assertTrue(interval.orElseThrow().contains(30));
        assertTrue(text.startsWith("net promoter score = 30.0000 points"), text);
        assertTrue(text.contains("promoters = 5, detractors = 2, answers = 10"), text);
    }

    @Test
    void nothing_isNotZero() {
        Outcome<Double> none = NetPromoterScore.withDefaults().of(List.of()).value();

        String shown = none instanceof Outcome.Undefined<Double> undefined
                ? "no score: " + undefined.detail()
                : "score: " + none.orElseThrow();

        assertEquals("no score: no answers", shown);
    }

    @Test
    void accumulators_merge() {
        NetPromoterAccumulator monday = NetPromoterScore.withDefaults().accumulator();
        monday.add(10);
        monday.add(4);

        NetPromoterAccumulator tuesday = NetPromoterScore.withDefaults().accumulator();
        tuesday.add(9);

        NetPromoterResult both = monday.merge(tuesday).result();

        assertEquals(3, both.answers());
        assertEquals(2, both.promoters());
        assertEquals(1, both.detractors());
    }

    @Test
    void value_isBuiltAndChanged() {
        Explanation explanation = Explanation.builder()
                .name("clients lost")
                .formula("at start - at end")
                .value(new Quantity.Count(3))
                .putInput("at start", new Quantity.Count(40))
                .putInput("at end", new Quantity.Count(37))
                .build();

        Explanation renamed = explanation.toBuilder().name("clients who left").build();

        assertEquals("clients lost = 3   [at start - at end; at start = 40, at end = 37]\n", explanation.toText());
        assertEquals("clients who left = 3   [at start - at end; at start = 40, at end = 37]\n", renamed.toText());
    }
}
