package dev.tenure.voice;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.tenure.client.ClientId;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The detractors of a survey and their reasons; as large as there are detractors without a reason and different reasons. Mutable
 * and not thread-safe: one for each thread or machine, then merge. The order of answers and of merging changes nothing.
 */
public final class DetractorReviewAccumulator implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final ArrayList<ClientId> lackingReason = new ArrayList<>();
    private final TreeMap<String, Long> reasons = new TreeMap<>();
    private long answers;

    DetractorReviewAccumulator() {}

    /**
     * Adds one answer.
     *
     * @param answer the answer
     */
    public void add(SurveyAnswer answer) {
        answers++;
        if (answer.lacksReason()) {
            lackingReason.add(answer.client());
        } else if (answer.category() == NetPromoterCategory.DETRACTOR) {
            reasons.merge(answer.reason(), 1L, Math::addExact);
        }
    }

    /**
     * Adds what another accumulator holds.
     *
     * @param other the other accumulator, which stays as it is
     * @return this accumulator
     */
    @CanIgnoreReturnValue
    public DetractorReviewAccumulator merge(DetractorReviewAccumulator other) {
        answers = Math.addExact(answers, other.answers);
        lackingReason.addAll(List.copyOf(other.lackingReason));
        other.reasons.forEach((reason, count) -> reasons.merge(reason, count, Math::addExact));
        return this;
    }

    /**
     * Returns the review of the answers so far.
     *
     * @return the review; complete if every detractor gave a reason, and so if there are none
     */
    public DetractorReviewResult result() {
        return new DetractorReviewResultBuilder()
                .answers(answers)
                .lackingReason(lackingReason.stream().sorted().collect(toImmutableList()))
                .reasons(reasons.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .collect(toImmutableMap(Map.Entry::getKey, Map.Entry::getValue)))
                .build();
    }
}
