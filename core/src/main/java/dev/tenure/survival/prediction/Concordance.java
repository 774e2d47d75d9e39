package dev.tenure.survival.prediction;

import dev.tenure.stat.ConfidenceLevel;
import java.util.Objects;

/**
 * Measures how well a score says who leaves first: of the pairs of clients of whom one is known to have left before the other, the share in
 * which that one had the higher score.
 *
 * <p><b>Formula.</b> With {@code c} concordant pairs, {@code d} discordant ones and {@code t} of equal scores,
 *
 * <p>\[ C = \frac{c + t / 2}{c + d + t}, \qquad
 * \widehat{\mathrm{var}}\,C = \sum_i \left(\frac{c_i + t_i / 2 - C (c_i + d_i + t_i)}{c + d + t}\right)^2 \]
 *
 * <p>with the pairs of observation {@code i}: the variance is the infinitesimal jackknife.
 *
 * <p><b>Units.</b> A fraction in [0, 1]: 1 if the score knows the order, 0.5 if it knows nothing, 0 if it is upside down. Scores are pure
 * numbers of which only the order counts; a higher one says that the end comes sooner.
 *
 * <p><b>Conventions.</b> A pair can be compared if the earlier of its two times is an end; one that is last seen at the very time at which
 * another ends is known to have lasted longer. Two that end at the same time are not compared, only counted. The order of observations changes
 * nothing, to the last bit.
 *
 * <p><b>Errors.</b> Columns of different lengths, a duration that is negative or not finite and a score that is not finite are
 * {@link IllegalArgumentException}s.
 *
 * <p><b>Source.</b> F. E. Harrell, K. L. Lee and D. B. Mark, <i>Statistics in Medicine</i> 15 (1996), 361-387; T. M. Therneau and E. Atkinson,
 * <i>Concordance</i>, vignette of the R package survival.
 */
public final class Concordance {

    private static final Concordance DEFAULTS = new Concordance(
            new ConcordanceOptions(ConcordanceWeight.HARRELL, Double.POSITIVE_INFINITY, ConfidenceLevel.P95));

    private final ConcordanceOptions options;

    private Concordance(ConcordanceOptions options) {
        this.options = options;
    }

    /**
     * Returns the calculator of Harrell's concordance over all times, with intervals at 95 %.
     *
     * @return the calculator
     */
    public static Concordance withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns this calculator with another weight of the pairs.
     *
     * @param weight the weight
     * @return the changed calculator
     */
    public Concordance with(ConcordanceWeight weight) {
        return new Concordance(options.with(Objects.requireNonNull(weight, "weight")));
    }

    /**
     * Returns this calculator with another confidence level.
     *
     * @param level the level
     * @return the changed calculator
     */
    public Concordance with(ConfidenceLevel level) {
        return new Concordance(options.with(Objects.requireNonNull(level, "level")));
    }

    /**
     * Returns this calculator for pairs whose earlier time is not after a horizon.
     *
     * @param horizon the horizon, finite, zero or more
     * @return the changed calculator
     * @throws IllegalArgumentException if the horizon is negative or not finite
     */
    public Concordance withHorizon(double horizon) {
        Rows.checkTime("horizon", horizon);
        return new Concordance(options.withHorizon(horizon));
    }

    /**
     * Measures a score on some observations.
     *
     * @param durations how long they lasted, or have lasted so far; finite, zero or more
     * @param ended true if they ended then, false if they were still going on when last seen
     * @param scores their scores, finite; higher if the end was to come sooner
     * @return the concordance, with its pairs and its standard error
     * @throws IllegalArgumentException if the columns are not equally long, or a number is out of range
     */
    public ConcordanceResult of(double[] durations, boolean[] ended, double[] scores) {
        Rows.checkObservations(durations, ended);
        Objects.requireNonNull(scores, "scores");
        Rows.checkLength("scores", scores.length, durations.length);
        Rows.checkFinite("scores", scores);
        return ConcordanceMath.of(durations, ended, scores, durations.length, options);
    }

    /**
     * Returns an empty accumulator, for observations that arrive one by one or on several machines. It keeps the observations: pairs cannot be
     * counted otherwise.
     *
     * @return a new accumulator
     */
    public ConcordanceAccumulator accumulator() {
        return new ConcordanceAccumulator(options);
    }
}
