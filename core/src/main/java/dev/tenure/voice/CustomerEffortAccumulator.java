package dev.tenure.voice;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.tenure.stat.ConfidenceLevel;
import java.io.Serial;
import java.io.Serializable;

/**
 * The counts that a customer effort score is computed from. Mutable and not thread-safe: one for each thread or machine, then
 * merge. The order of answers and of merging changes nothing.
 */
public final class CustomerEffortAccumulator implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final EffortScale scale;
    private final ConfidenceLevel level;
    private final RatingTally tally;

    CustomerEffortAccumulator(EffortScale scale, ConfidenceLevel level) {
        this.scale = scale;
        this.level = level;
        this.tally = new RatingTally(scale.scale());
    }

    /**
     * Adds one answer.
     *
     * @param answer a whole number of the scale
     * @throws IllegalArgumentException if the answer is not on the scale
     */
    public void add(int answer) {
        tally.add(answer, 1);
    }

    /**
     * Adds an answer as often as it was given.
     *
     * @param answer a whole number of the scale
     * @param count how often, zero or more
     * @throws IllegalArgumentException if the answer is not on the scale or the count is negative
     */
    public void add(int answer, long count) {
        tally.add(answer, count);
    }

    /**
     * Adds counts that somebody else made.
     *
     * @param counts how often each answer was given, on the same scale
     * @throws IllegalArgumentException if the counts are of another scale
     */
    public void add(RatingCounts counts) {
        tally.add(counts);
    }

    /**
     * Adds what another accumulator holds.
     *
     * @param other the other accumulator, of the same scale, which stays as it is
     * @return this accumulator
     * @throws IllegalArgumentException if the other is of another scale
     */
    @CanIgnoreReturnValue
    public CustomerEffortAccumulator merge(CustomerEffortAccumulator other) {
        tally.add(other.tally.counts());
        return this;
    }

    /**
     * Returns the score of the answers so far.
     *
     * @return the score, on the scale of the answers, with its counts and interval; undefined without answers
     */
    public CustomerEffortResult result() {
        return new CustomerEffortResultBuilder()
                .effortScale(scale)
                .counts(tally.counts())
                .level(level)
                .build();
    }
}
