package dev.tenure.survival.prediction;

import java.util.Arrays;
import java.util.Objects;

/**
 * Observations with a score each, in columns, for a {@link Concordance}; delayed entries, case weights and strata if there are any.
 *
 * <p><b>Formula.</b> An observation is at risk at a time {@code t} if {@code entry < t <= duration}; one of {@code entry} 0 from the very
 * start, so also at time 0.
 *
 * <p><b>Units.</b> Times are in one unit, counted from the start of each relationship. Scores and weights are pure numbers.
 *
 * <p><b>Conventions.</b> Without entries all are seen from the start, without weights each counts 1, without strata all are compared with
 * all. Columns are copied.
 *
 * <p><b>Errors.</b> Columns of different lengths and numbers out of range are {@link IllegalArgumentException}s.
 *
 * <p><b>Source.</b> T. M. Therneau and E. Atkinson, <i>Concordance</i>, vignette of the R package survival.
 */
public final class ConcordanceData {

    private static final double[] NONE = {};

    private final double[] durations;
    private final boolean[] ended;
    private final double[] scores;
    /** Empty if there are none, as are weights and strata. */
    private final double[] entries;

    private final double[] weights;
    private final int[] strata;

    private ConcordanceData(
            double[] durations, boolean[] ended, double[] scores, double[] entries, double[] weights, int[] strata) {
        this.durations = durations;
        this.ended = ended;
        this.scores = scores;
        this.entries = entries;
        this.weights = weights;
        this.strata = strata;
    }

    /**
     * Creates observations that are seen from the start and compared with one another.
     *
     * @param durations how long they lasted, or have lasted so far; finite, zero or more
     * @param ended true if they ended then, false if they were still going on when last seen
     * @param scores their scores, finite; higher if the end was to come sooner
     * @return the observations
     * @throws IllegalArgumentException if the columns are not equally long, or a number is out of range
     */
    public static ConcordanceData of(double[] durations, boolean[] ended, double[] scores) {
        Rows.checkObservations(durations, ended);
        Rows.checkScores(scores, durations.length);
        return new ConcordanceData(durations.clone(), ended.clone(), scores.clone(), NONE, NONE, new int[0]);
    }

    /** Takes columns that are checked, and longer than needed. */
    static ConcordanceData checked(
            int size,
            double[] durations,
            boolean[] ended,
            double[] scores,
            double[] entries,
            double[] weights,
            int[] strata) {
        return new ConcordanceData(
                Arrays.copyOf(durations, size),
                Arrays.copyOf(ended, size),
                Arrays.copyOf(scores, size),
                Arrays.copyOf(entries, size),
                Arrays.copyOf(weights, size),
                Arrays.copyOf(strata, size));
    }

    /**
     * Returns these observations with delayed entries.
     *
     * @param newEntries how long each had lasted when it came under observation: 0 if seen from the start, else before its duration
     * @return the changed observations
     * @throws IllegalArgumentException if the column is not as long as the others, or an entry is out of range
     */
    public ConcordanceData withEntries(double[] newEntries) {
        Rows.checkEntries(newEntries, durations);
        return new ConcordanceData(durations, ended, scores, newEntries.clone(), weights, strata);
    }

    /**
     * Returns these observations with case weights; a pair counts the product of its two.
     *
     * @param newWeights how much each counts, positive and finite
     * @return the changed observations
     * @throws IllegalArgumentException if the column is not as long as the others, or a weight is out of range
     */
    public ConcordanceData withWeights(double[] newWeights) {
        Rows.checkWeights(newWeights, durations.length);
        return new ConcordanceData(durations, ended, scores, entries, newWeights.clone(), strata);
    }

    /**
     * Returns these observations in strata, within which alone pairs are compared.
     *
     * @param newStrata a number for each row; rows of one number are of one stratum
     * @return the changed observations
     * @throws IllegalArgumentException if the column is not as long as the others
     */
    public ConcordanceData withStrata(int[] newStrata) {
        Objects.requireNonNull(newStrata, "strata");
        Rows.checkLength("strata", newStrata.length, durations.length);
        return new ConcordanceData(durations, ended, scores, entries, weights, newStrata.clone());
    }

    int size() {
        return durations.length;
    }

    /** Returns whether all are seen from the start, count the same and are compared with one another. */
    boolean isPlain() {
        return entries.length == 0 && weights.length == 0 && strata.length == 0;
    }

    boolean isWeighted() {
        for (double weight : weights) {
            if (weight != 1) {
                return true;
            }
        }
        return false;
    }

    double[] durations() {
        return durations;
    }

    boolean[] ended() {
        return ended;
    }

    double[] scores() {
        return scores;
    }

    /** Returns when a row entered; before time 0 if it is seen from the start. */
    double entry(int row) {
        return entries.length == 0 || entries[row] == 0 ? -1 : entries[row];
    }

    double weight(int row) {
        return weights.length == 0 ? 1 : weights[row];
    }

    int stratum(int row) {
        return strata.length == 0 ? 0 : strata[row];
    }
}
