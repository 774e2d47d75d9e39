package dev.tenure.lifetime.estimation;

import dev.tenure.stat.ConfidenceLevel;
import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;

/**
 * Fits a model to a sample by the highest likelihood, or by the highest likelihood times a weak prior.
 *
 * <p><b>Formula.</b> The estimate is where \( \log L(\theta) + \log \pi(\theta) \) is highest, the second term being zero without a prior. The
 * covariance is the inverse of the full matrix of its negative second derivatives there.
 *
 * <p><b>Conventions.</b> Without options: no prior, and intervals of 95 % by the profile of the likelihood. The search is Newton's with analytic
 * derivatives and ends when the gradient, measured by the curvature, and the change of the log-likelihood both are negligible.
 *
 * <p><b>Errors.</b> A search that finds no highest point is no exception: {@link ModelFit#status()} says so, with the best point.
 *
 * <p><b>Source.</b> Y. Pawitan, <i>In All Likelihood</i>, Oxford University Press 2001, chapters 2, 3 and 9.
 */
public final class MaximumLikelihood implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private static final MaximumLikelihood DEFAULTS =
            new MaximumLikelihood(ConfidenceLevel.P95, IntervalMethod.profileLikelihood(), WeakPrior.none());

    private final ConfidenceLevel level;
    private final IntervalMethod method;
    private final WeakPrior prior;

    private MaximumLikelihood(ConfidenceLevel level, IntervalMethod method, WeakPrior prior) {
        this.level = level;
        this.method = method;
        this.prior = prior;
    }

    /**
     * Returns the calculator without a prior, with intervals of 95 % by the profile of the likelihood.
     *
     * @return the calculator
     */
    public static MaximumLikelihood withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns this calculator with another confidence level.
     *
     * @param confidence the level
     * @return the changed calculator
     */
    public MaximumLikelihood with(ConfidenceLevel confidence) {
        return new MaximumLikelihood(Objects.requireNonNull(confidence, "confidence"), method, prior);
    }

    /**
     * Returns this calculator with another kind of interval.
     *
     * @param intervals how intervals are found
     * @return the changed calculator
     */
    public MaximumLikelihood with(IntervalMethod intervals) {
        return new MaximumLikelihood(level, Objects.requireNonNull(intervals, "intervals"), prior);
    }

    /**
     * Returns this calculator with a prior.
     *
     * @param weak what is held likely before any data
     * @return the changed calculator
     */
    public MaximumLikelihood with(WeakPrior weak) {
        return new MaximumLikelihood(level, method, Objects.requireNonNull(weak, "weak"));
    }

    /**
     * Fits a model. A problem of the sample ends it before any search, unless the prior is one of all coordinates concerned.
     *
     * @param likelihood the model and the sample
     * @param <M> the type of the model
     * @return the fit
     * @throws IllegalArgumentException if the prior names a coordinate that the model does not have
     */
    public <M> ModelFit<M> of(ModelLikelihood<M> likelihood) {
        Surface surface = Surface.of(likelihood, prior);
        Search search = likelihood
                .problemWith(prior)
                .map(Search::none)
                .orElseGet(() -> Search.of(surface, likelihood.start().toArray(), likelihood.coordinates()));
        return new ModelFitBuilder<M>()
                .likelihood(likelihood)
                .level(level)
                .method(method)
                .prior(prior)
                .surface(surface)
                .search(search)
                .build();
    }
}
