package dev.tenure.voice;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.primitives.ImmutableLongArray;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.stat.SampleMean;
import java.io.Serializable;
import java.util.Objects;

/**
 * How often each answer of a scale was given.
 *
 * @param scale the scale
 * @param counts how often each answer was given, from the lowest answer to the highest
 */
public record RatingCounts(RatingScale scale, ImmutableLongArray counts) implements Serializable {

    /**
     * Creates counts.
     *
     * @param scale the scale
     * @param counts how often each answer was given, zero or more, from the lowest answer to the highest
     */
    public RatingCounts {
        Objects.requireNonNull(scale, "scale");
        checkArgument(
                counts.length() == scale.points(),
                "counts must be as many as the scale has points, %s: %s",
                scale.points(),
                counts.length());
        counts.forEach(count -> checkArgument(count >= 0, "count must not be negative: %s", count));
        long unused = sum(counts);
    }

    /**
     * Returns counts.
     *
     * @param scale the scale
     * @param counts how often each answer was given, zero or more, from the lowest answer to the highest
     * @return the counts
     * @throws IllegalArgumentException if there is not one count for each answer of the scale, or one is negative
     * @throws ArithmeticException if there are more answers than a {@code long} can count
     */
    public static RatingCounts of(RatingScale scale, long... counts) {
        return new RatingCounts(scale, ImmutableLongArray.copyOf(counts));
    }

    /**
     * Returns these counts, after they were held against the number of answers that came with them.
     *
     * @param stated how many answers there should be
     * @return these counts
     * @throws IllegalArgumentException if the counts do not sum to that number
     */
    public RatingCounts checkAnswers(long stated) {
        checkArgument(stated == answers(), "answers must be the sum of the counts, %s: %s", answers(), stated);
        return this;
    }

    /**
     * Returns how many answered.
     *
     * @return the sum of the counts, zero or more
     */
    public long answers() {
        return sum(counts);
    }

    /**
     * Returns how often an answer was given.
     *
     * @param answer an answer of the scale
     * @return the count, zero or more
     * @throws IllegalArgumentException if the answer is not on the scale
     */
    public long count(int answer) {
        return counts.get(scale.indexOf(answer));
    }

    /**
     * Returns how often an answer or a higher one was given.
     *
     * @param answer an answer of the scale
     * @return the count, zero or more
     * @throws IllegalArgumentException if the answer is not on the scale
     */
    public long atLeast(int answer) {
        return sum(counts.subArray(scale.indexOf(answer), counts.length()));
    }

    /**
     * Returns the mean answer with its spread.
     *
     * @return the mean, in points of the scale; undefined ({@link Reason#NO_DATA}) without answers
     */
    public Outcome<SampleMean> mean() {
        long answers = answers();
        if (answers == 0) {
            return Outcome.undefined(Reason.NO_DATA, "no answers");
        }
        double offset = 0;
        for (int index = 0; index < counts.length(); index++) {
            offset += (double) counts.get(index) * index;
        }
        double mean = offset / answers;
        double deviations = 0;
        for (int index = 0; index < counts.length(); index++) {
            deviations += counts.get(index) * (index - mean) * (index - mean);
        }
        double deviation = answers == 1 ? 0 : Math.sqrt(deviations / (answers - 1));
        return Outcome.of(SampleMean.of(answers, scale.lowest() + mean, deviation));
    }

    private static long sum(ImmutableLongArray counts) {
        return counts.stream().reduce(0, Math::addExact);
    }
}
