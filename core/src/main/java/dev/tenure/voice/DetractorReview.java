package dev.tenure.voice;

import java.util.stream.Collector;

/**
 * Finds the answers from 0 to 6 that nobody wrote a reason for, and counts the reasons of the others.
 *
 * <p><b>Formula.</b> {@code coverage = detractors with a reason / detractors}.
 *
 * <p><b>Units.</b> Counts, and a fraction in [0, 1].
 *
 * <p><b>Conventions.</b> A reason of blanks is none. Reasons are the same if their texts are, blanks around them dropped. Reasons of
 * passives and promoters are welcome and not counted. Without detractors there is nothing to review and no coverage.
 *
 * <p><b>Errors.</b> A score outside 0 to 10 is an {@link IllegalArgumentException} when the answer is made.
 *
 * <p><b>Source.</b> The closed loop of F. F. Reichheld and R. Markey, <i>The Ultimate Question 2.0</i> (2011).
 */
public final class DetractorReview {

    private static final DetractorReview DEFAULTS = new DetractorReview();

    private DetractorReview() {}

    /**
     * Returns the review.
     *
     * @return the calculator
     */
    public static DetractorReview withDefaults() {
        return DEFAULTS;
    }

    /**
     * Reviews some answers.
     *
     * @param answers the answers, in any order
     * @return what is missing, and why the others were unhappy
     */
    public DetractorReviewResult of(Iterable<SurveyAnswer> answers) {
        DetractorReviewAccumulator accumulator = accumulator();
        answers.forEach(accumulator::add);
        return accumulator.result();
    }

    /**
     * Returns an empty accumulator, for answers that arrive one by one or on several machines.
     *
     * @return a new accumulator
     */
    public DetractorReviewAccumulator accumulator() {
        return new DetractorReviewAccumulator();
    }

    /**
     * Returns a collector of answers.
     *
     * @return a collector over {@link #accumulator()}
     */
    public Collector<SurveyAnswer, ?, DetractorReviewResult> collector() {
        return Collector.of(
                this::accumulator,
                DetractorReviewAccumulator::add,
                DetractorReviewAccumulator::merge,
                DetractorReviewAccumulator::result);
    }
}
