package dev.tenure.voice;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.ProportionInterval;
import java.io.Serial;
import java.io.Serializable;

/**
 * The counts that a customer satisfaction is computed from. Mutable and not thread-safe: one for each thread or machine, then
 * merge. The order of answers and of merging changes nothing.
 */
public final class CustomerSatisfactionAccumulator implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final TopBox box;
    private final ProportionInterval method;
    private final ConfidenceLevel level;
    private final RatingTally tally;

    CustomerSatisfactionAccumulator(TopBox box, ProportionInterval method, ConfidenceLevel level) {
        this.box = box;
        this.method = method;
        this.level = level;
        this.tally = new RatingTally(box.scale());
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
    public CustomerSatisfactionAccumulator merge(CustomerSatisfactionAccumulator other) {
        tally.add(other.tally.counts());
        return this;
    }

    /**
     * Returns the satisfaction of the answers so far.
     *
     * @return the satisfaction, a share in [0, 1] with its counts and interval; undefined without answers
     */
    public CustomerSatisfactionResult result() {
        return new CustomerSatisfactionResultBuilder()
                .topBox(box)
                .counts(tally.counts())
                .intervalMethod(method)
                .level(level)
                .build();
    }
}
