package dev.tenure.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import dev.tenure.client.ClientId;
import dev.tenure.stat.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked example of docs/voice.md. */
class VoiceWorkedExampleTest {

    @Test
    void theNumbersOfThePageAreThese() {
        NetPromoterScore score = NetPromoterScore.withDefaults().withPopulation(15);
        NetPromoterResult before = score.ofCounts(6, 4, 2);
        NetPromoterResult now = score.of(List.of(10, 10, 9, 9, 9, 9, 10, 10, 8, 7, 8, 6));
        Interval around = now.interval().orElseThrow();
        IndependentChangeResult change = NetPromoterChange.withDefaults().independent(before, now);
        DetractorReviewResult review = DetractorReview.withDefaults()
                .of(List.of(SurveyAnswer.of(ClientId.of("alpha"), 6), SurveyAnswer.of(ClientId.of("beta"), 9)));

        assertEquals(58.3, now.value().orElseThrow(), 0.05);
        assertEquals(100 / 3.0, before.value().orElseThrow(), 1e-10);
        assertEquals(38.6, around.lower(), 0.05);
        assertEquals(72.1, around.upper(), 0.05);
        assertEquals(-1.6, change.interval().orElseThrow().lower(), 0.05);
        assertEquals(49.1, change.interval().orElseThrow().upper(), 0.05);
        assertEquals(25, change.value().orElseThrow(), 1e-10);
        assertEquals(ImmutableList.of(ClientId.of("alpha")), review.lackingReason());
    }
}
