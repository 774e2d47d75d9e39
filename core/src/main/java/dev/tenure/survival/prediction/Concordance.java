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
 * <p>with the pairs of observation {@code i}: the variance is the infinitesimal jackknife. With case weights a pair counts the product
 * {@code w_i * w_j}, so {@code c_i} is {@code w_i} times the weights of the others. With strata the pairs of all strata are summed first.
 *
 * <p><b>Units.</b> A fraction in [0, 1]: 1 if the score knows the order, 0.5 if it knows nothing, 0 if it is upside down. Scores are pure
 * numbers of which only the order counts; a higher one says that the end comes sooner.
 *
 * <p><b>Conventions.</b> A pair can be compared if the earlier of its two times is an end; one that is last seen at the very time at which
 * another ends is known to have lasted longer. Two that end at the same time are not compared, only counted. Who enters late is compared
 * with those that end after the entry, and not at it: {@code entry < t}. Two of different strata are never compared. The order of
 * observations changes nothing, to the last bit; with entries, case weights or strata it may change the last digits.
 *
 * <p><b>Errors.</b> Columns of different lengths, a duration that is negative or not finite, a score that is not finite, an
 * entry that is not before its duration, a case weight that is not positive and finite are {@link IllegalArgumentException}s; so are
 * entries, case weights and strata with {@link ConcordanceWeight#UNO}, whose share of the uncensored is defined for those seen from the
 * start.
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
        Rows.checkScores(scores, durations.length);
        return ConcordanceMath.of(durations, ended, scores, durations.length, options);
    }

    /**
     * Measures a score on some observations of which some entered late.
     *
     * @param entries how long they had lasted when they came under observation: 0 if seen from the start, else before their durations
     * @param durations how long they lasted, or have lasted so far; finite, zero or more
     * @param ended true if they ended then, false if they were still going on when last seen
     * @param scores their scores, finite; higher if the end was to come sooner
     * @return the concordance, with its pairs and its standard error
     * @throws IllegalArgumentException if the columns are not equally long, a number is out of range, or pairs have the weight
     *     {@link ConcordanceWeight#UNO}
     */
    public ConcordanceResult of(double[] entries, double[] durations, boolean[] ended, double[] scores) {
        return of(ConcordanceData.of(durations, ended, scores).withEntries(entries));
    }

    /**
     * Measures a score on some observations, with their delayed entries, case weights and strata if they have any.
     *
     * @param data the observations
     * @return the concordance, with its pairs and its standard error
     * @throws IllegalArgumentException if they have entries, weights or strata, and pairs have the weight {@link ConcordanceWeight#UNO}
     * @throws ArithmeticException if the weights of all pairs are too large for a double
     */
    public ConcordanceResult of(ConcordanceData data) {
        Objects.requireNonNull(data, "data");
        if (data.isPlain()) {
            return ConcordanceMath.of(data.durations(), data.ended(), data.scores(), data.size(), options);
        }
        options.checkPairsCountTheSame();
        return StratifiedPairs.of(data, options);
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
