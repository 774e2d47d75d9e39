package dev.tenure.survival.prediction;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;

/**
 * The observations a concordance is computed from, in columns: 17 bytes each. Mutable and not thread-safe: one for each thread or machine, then
 * merge. The order of observations and of merging changes nothing, to the last bit.
 */
public final class ConcordanceAccumulator implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int FIRST_LENGTH = 16;

    private final ConcordanceOptions options;
    private double[] durations = new double[FIRST_LENGTH];
    private boolean[] ended = new boolean[FIRST_LENGTH];
    private double[] scores = new double[FIRST_LENGTH];
    private int size;

    ConcordanceAccumulator(ConcordanceOptions options) {
        this.options = options;
    }

    /**
     * Adds an observation.
     *
     * @param duration how long it lasted, or has lasted so far; finite, zero or more
     * @param hasEnded true if it ended then, false if it was still going on when last seen
     * @param score its score, finite; higher if the end was to come sooner
     * @throws IllegalArgumentException if a number is out of range
     */
    public void add(double duration, boolean hasEnded, double score) {
        Rows.checkTime("duration", duration);
        checkArgument(Double.isFinite(score), "score must be finite: %s", score);
        ensureLength(Math.addExact(size, 1));
        durations[size] = duration;
        ended[size] = hasEnded;
        scores[size++] = score;
    }

    /**
     * Adds what another accumulator holds.
     *
     * @param other the other accumulator, which stays as it is
     * @return this accumulator
     * @throws ArithmeticException if there are more observations than an {@code int} can count
     */
    @CanIgnoreReturnValue
    public ConcordanceAccumulator merge(ConcordanceAccumulator other) {
        Objects.requireNonNull(other, "other");
        int added = other.size;
        ensureLength(Math.addExact(size, added));
        System.arraycopy(other.durations, 0, durations, size, added);
        System.arraycopy(other.ended, 0, ended, size, added);
        System.arraycopy(other.scores, 0, scores, size, added);
        size += added;
        return this;
    }

    /**
     * Returns the concordance of the observations so far.
     *
     * @return the concordance, with its pairs and its standard error
     */
    public ConcordanceResult result() {
        return ConcordanceMath.of(durations, ended, scores, size, options);
    }

    private void ensureLength(int length) {
        if (length > durations.length) {
            int newLength = (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(length, 2L * durations.length));
            durations = Arrays.copyOf(durations, newLength);
            ended = Arrays.copyOf(ended, newLength);
            scores = Arrays.copyOf(scores, newLength);
        }
    }
}
