package dev.tenure.survival.prediction;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;

/**
 * The observations a concordance is computed from, in columns: 17 bytes each, and 37 if any of them entered late, has a case weight or a
 * stratum. Mutable and not thread-safe: one for each thread or machine, then merge. The order of observations and of merging changes nothing, to
 * the last bit; with entries, case weights or strata it may change the last digits.
 */
public final class ConcordanceAccumulator implements Serializable {

    @Serial
    private static final long serialVersionUID = 2;

    private static final int FIRST_LENGTH = 16;

    private final ConcordanceOptions options;
    private double[] durations = new double[FIRST_LENGTH];
    private boolean[] ended = new boolean[FIRST_LENGTH];
    private double[] scores = new double[FIRST_LENGTH];
    private int size;

    /** Whether there are entries, weights and strata; if not, their columns are empty. */
    private boolean isGeneral;

    private double[] entries = new double[0];
    private double[] weights = new double[0];
    private int[] strata = new int[0];

    ConcordanceAccumulator(ConcordanceOptions options) {
        this.options = options;
    }

    /**
     * Adds an observation that was seen from the start.
     *
     * @param duration how long it lasted, or has lasted so far; finite, zero or more
     * @param hasEnded true if it ended then, false if it was still going on when last seen
     * @param score its score, finite; higher if the end was to come sooner
     * @throws IllegalArgumentException if a number is out of range
     */
    public void add(double duration, boolean hasEnded, double score) {
        checkObservation(duration, score);
        append(duration, hasEnded, score);
    }

    /**
     * Adds an observation that entered late.
     *
     * @param entry how long it had lasted when it came under observation: 0 if seen from the start, else before the duration
     * @param duration how long it lasted, or has lasted so far; finite, zero or more
     * @param hasEnded true if it ended then, false if it was still going on when last seen
     * @param score its score, finite; higher if the end was to come sooner
     * @throws IllegalArgumentException if a number is out of range, or pairs have the weight {@link ConcordanceWeight#UNO}
     */
    public void add(double entry, double duration, boolean hasEnded, double score) {
        add(entry, duration, hasEnded, score, 1, 0);
    }

    /**
     * Adds an observation with a case weight, of a stratum. Those added without are of stratum 0.
     *
     * @param entry how long it had lasted when it came under observation: 0 if seen from the start, else before the duration
     * @param duration how long it lasted, or has lasted so far; finite, zero or more
     * @param hasEnded true if it ended then, false if it was still going on when last seen
     * @param score its score, finite; higher if the end was to come sooner
     * @param weight how much it counts, positive and finite
     * @param stratum the number of its stratum, within which alone pairs are compared
     * @throws IllegalArgumentException if a number is out of range, or pairs have the weight {@link ConcordanceWeight#UNO}
     */
    public void add(double entry, double duration, boolean hasEnded, double score, double weight, int stratum) {
        checkObservation(duration, score);
        Rows.checkEntry("entry", entry, duration);
        Rows.checkWeight("weight", weight);
        generalize();
        append(duration, hasEnded, score);
        entries[size - 1] = entry;
        weights[size - 1] = weight;
        strata[size - 1] = stratum;
    }

    /**
     * Adds observations that were seen from the start.
     *
     * @param newDurations how long they lasted, or have lasted so far; finite, zero or more
     * @param haveEnded true if they ended then, false if they were still going on when last seen
     * @param newScores their scores, finite; higher if the end was to come sooner
     * @throws IllegalArgumentException if the columns are not equally long, or a number is out of range; nothing is added then
     */
    public void addAll(double[] newDurations, boolean[] haveEnded, double[] newScores) {
        Rows.checkObservations(newDurations, haveEnded);
        Rows.checkScores(newScores, newDurations.length);
        copy(newDurations, haveEnded, newScores, newDurations.length);
    }

    /**
     * Adds observations of which some entered late.
     *
     * @param newEntries how long they had lasted when they came under observation: 0 if seen from the start, else before their durations
     * @param newDurations how long they lasted, or have lasted so far; finite, zero or more
     * @param haveEnded true if they ended then, false if they were still going on when last seen
     * @param newScores their scores, finite; higher if the end was to come sooner
     * @throws IllegalArgumentException if the columns are not equally long, a number is out of range, or pairs have the weight
     *     {@link ConcordanceWeight#UNO}; nothing is added then
     */
    public void addAll(double[] newEntries, double[] newDurations, boolean[] haveEnded, double[] newScores) {
        Rows.checkObservations(newDurations, haveEnded);
        Rows.checkScores(newScores, newDurations.length);
        Rows.checkEntries(newEntries, newDurations);
        generalize();
        int first = size;
        copy(newDurations, haveEnded, newScores, newDurations.length);
        System.arraycopy(newEntries, 0, entries, first, newEntries.length);
    }

    /**
     * Adds observations with their delayed entries, case weights and strata if they have any.
     *
     * @param data the observations
     * @throws IllegalArgumentException if they have entries, weights or strata, and pairs have the weight
     *     {@link ConcordanceWeight#UNO}; nothing is added then
     */
    public void addAll(ConcordanceData data) {
        Objects.requireNonNull(data, "data");
        if (!data.isPlain()) {
            generalize();
        }
        int first = size;
        copy(data.durations(), data.ended(), data.scores(), data.size());
        if (isGeneral) {
            for (int row = 0; row < data.size(); row++) {
                entries[first + row] = Math.max(0, data.entry(row));
                weights[first + row] = data.weight(row);
                strata[first + row] = data.stratum(row);
            }
        }
    }

    /**
     * Adds what another accumulator holds.
     *
     * @param other the other accumulator, which stays as it is
     * @return this accumulator
     * @throws ArithmeticException if there are more observations than an {@code int} can count
     * @throws IllegalArgumentException if the other one has entries, weights or strata, and pairs have the weight
     *     {@link ConcordanceWeight#UNO} here
     */
    @CanIgnoreReturnValue
    public ConcordanceAccumulator merge(ConcordanceAccumulator other) {
        Objects.requireNonNull(other, "other");
        int first = size;
        int added = other.size;
        if (other.isGeneral) {
            generalize();
        }
        copy(other.durations, other.ended, other.scores, added);
        if (other.isGeneral) {
            System.arraycopy(other.entries, 0, entries, first, added);
            System.arraycopy(other.weights, 0, weights, first, added);
            System.arraycopy(other.strata, 0, strata, first, added);
        }
        return this;
    }

    /**
     * Returns the concordance of the observations so far.
     *
     * @return the concordance, with its pairs and its standard error
     * @throws ArithmeticException if the weights of all pairs are too large for a double
     */
    public ConcordanceResult result() {
        return isGeneral
                ? StratifiedPairs.of(
                        ConcordanceData.checked(size, durations, ended, scores, entries, weights, strata), options)
                : ConcordanceMath.of(durations, ended, scores, size, options);
    }

    private static void checkObservation(double duration, double score) {
        Rows.checkTime("duration", duration);
        checkArgument(Double.isFinite(score), "score must be finite: %s", score);
    }

    private void append(double duration, boolean hasEnded, double score) {
        ensureLength(Math.addExact(size, 1));
        durations[size] = duration;
        ended[size] = hasEnded;
        scores[size++] = score;
    }

    private void copy(double[] newDurations, boolean[] haveEnded, double[] newScores, int added) {
        ensureLength(Math.addExact(size, added));
        System.arraycopy(newDurations, 0, durations, size, added);
        System.arraycopy(haveEnded, 0, ended, size, added);
        System.arraycopy(newScores, 0, scores, size, added);
        size += added;
    }

    /** Makes columns for entries, weights and strata: beyond the observations so far, too, all are from the start, 1 and 0. */
    private void generalize() {
        options.checkPairsCountTheSame();
        if (!isGeneral) {
            isGeneral = true;
            entries = new double[durations.length];
            weights = new double[durations.length];
            Arrays.fill(weights, 1);
            strata = new int[durations.length];
        }
    }

    private void ensureLength(int length) {
        if (length > durations.length) {
            int oldLength = durations.length;
            int newLength = (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(length, 2L * oldLength));
            durations = Arrays.copyOf(durations, newLength);
            ended = Arrays.copyOf(ended, newLength);
            scores = Arrays.copyOf(scores, newLength);
            if (isGeneral) {
                entries = Arrays.copyOf(entries, newLength);
                weights = Arrays.copyOf(weights, newLength);
                Arrays.fill(weights, oldLength, newLength, 1);
                strata = Arrays.copyOf(strata, newLength);
            }
        }
    }
}
