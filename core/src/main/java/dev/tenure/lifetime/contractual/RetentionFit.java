package dev.tenure.lifetime.contractual;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.lifetime.estimation.MaximumLikelihood;
import dev.tenure.lifetime.estimation.ModelFit;
import java.time.Period;
import java.util.Objects;
import java.util.stream.Collector;

/**
 * Fits a model to clients who must renew, of cohorts of any age together.
 *
 * <p><b>Formula.</b> With \(k_n\) clients who went through their \(n\)-th renewal and \(l_n\) who left at it, the estimate is where \( \log L = \sum_n k_n
 * \log r(n) + l_n \log (1 - r(n)) \) is highest.
 *
 * <p><b>Conventions.</b> Without options the model is {@link ShiftedBetaGeometric}, fitted by pure maximum likelihood. Whether clients differ at all is tested
 * by {@link #testHeterogeneity}; whether BdW fits better than sBG by {@link ModelFit#testAgainst}.
 *
 * <p><b>Errors.</b> A sample that does not determine the model is no exception: {@link ModelFit#status()} says so. If nobody has left, or nobody
 * has renewed, no model can be estimated; sBG needs at least two renewals that were observed, BdW three.
 *
 * <p><b>Source.</b> P. S. Fader and B. G. S. Hardie, "How to project customer retention", <i>Journal of Interactive Marketing</i> 21 (2007), 76-90; the test
 * at the boundary: S. G. Self and K.-Y. Liang, <i>Journal of the American Statistical Association</i> 82 (1987), 605-610.
 */
public final class RetentionFit {

    /** Where sBG is the geometric model, the search ends with a likelihood that differs by no more. */
    private static final double SEARCHED = 1e-6;

    private static final RetentionFit DEFAULTS =
            new RetentionFit(RetentionModelKind.SHIFTED_BETA_GEOMETRIC, MaximumLikelihood.withDefaults());

    private final RetentionModelKind kind;
    private final MaximumLikelihood estimator;

    private RetentionFit(RetentionModelKind kind, MaximumLikelihood estimator) {
        this.kind = kind;
        this.estimator = estimator;
    }

    /**
     * Returns the calculator of {@link ShiftedBetaGeometric} by pure maximum likelihood.
     *
     * @return the calculator
     */
    public static RetentionFit withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns this calculator with another model.
     *
     * @param model which
     * @return the changed calculator
     */
    public RetentionFit with(RetentionModelKind model) {
        return new RetentionFit(Objects.requireNonNull(model, "model"), estimator);
    }

    /**
     * Returns this calculator with other options of the estimation.
     *
     * @param estimation the level and kind of intervals, and the prior
     * @return the changed calculator
     */
    public RetentionFit with(MaximumLikelihood estimation) {
        return new RetentionFit(kind, Objects.requireNonNull(estimation, "estimation"));
    }

    /**
     * Fits the model.
     *
     * @param sample the clients
     * @return the fit
     */
    public ModelFit<RetentionModel> of(RenewalSample sample) {
        return estimator.of(kind.likelihood(sample));
    }

    /**
     * Fits the model to the clients of an accumulator.
     *
     * @param sample the accumulator, which stays as it is
     * @return the fit
     */
    public ModelFit<RetentionModel> of(RenewalAccumulator sample) {
        return of(sample.result());
    }

    /**
     * Returns an empty accumulator, for clients that arrive one by one or on several machines.
     *
     * @param period the time from one renewal to the next, above zero
     * @return a new accumulator
     * @throws IllegalArgumentException if the period is not positive
     */
    public RenewalAccumulator accumulator(Period period) {
        return RenewalAccumulator.every(period);
    }

    /**
     * Returns a collector of histories.
     *
     * @param period the time from one renewal to the next, above zero
     * @return a collector over {@link #accumulator(Period)}
     */
    public Collector<RenewalRow, ?, ModelFit<RetentionModel>> collector(Period period) {
        return Collector.of(
                () -> accumulator(period),
                (clients, row) -> clients.add(row.seenFrom(), row.renewals(), row.left(), row.clients()),
                RenewalAccumulator::merge,
                this::of);
    }

    /**
     * Tests whether clients differ in their probability of leaving: sBG against the geometric model.
     *
     * @param sample the clients
     * @return the test; undefined ({@link Reason#NOT_ESTIMABLE}) if the sample does not determine one of the two models
     */
    public static Outcome<HeterogeneityTest> testHeterogeneity(RenewalSample sample) {
        RetentionFit pure = withDefaults();
        Outcome<Double> alike =
                pure.with(RetentionModelKind.GEOMETRIC).of(sample).logLikelihood();
        return pure.of(sample)
                .logLikelihood()
                .flatMap(mixed -> alike.map(same -> {
                    double statistic = 2 * (mixed - same);
                    return new HeterogeneityTest(statistic > SEARCHED ? statistic : 0);
                }));
    }
}
