package dev.tenure.survival.regression;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.stat.ChiSquareTest;
import dev.tenure.stat.ConfidenceLevel;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How covariates multiply the rate at which clients leave. Made by {@link CoxRegression}.
 *
 * <p><b>Conventions.</b> It keeps the sorted rows, from which residuals, curves and tests are made when they are asked for.
 */
@ResultStyle
@Value.Immutable
public abstract class CoxModel {

    CoxModel() {}

    /** Returns what everything else is made of. */
    @Value.Auxiliary
    abstract Fit fit();

    /**
     * Returns how many rows there are; of a client whose covariates changed there are several.
     *
     * @return the count, zero or more
     */
    public abstract int rows();

    /**
     * Returns how many rows ended by what the model is about.
     *
     * @return the count, from 0 to {@link #rows()}
     */
    public abstract int events();

    /**
     * Returns how many rows ended by another cause, or one that is not known; in the model they were last seen then.
     *
     * @return the count; 0 unless there is a {@link #cause()}
     */
    public abstract int otherEvents();

    /**
     * Returns the cause the model is about.
     *
     * @return the cause; empty if it is about leaving for any reason
     */
    public abstract Optional<String> cause();

    /**
     * Returns the strata, each with a baseline of its own.
     *
     * @return their names, in ascending order; one empty name if there are none, nothing without rows
     */
    public abstract ImmutableList<String> strata();

    /**
     * Returns the effects of the covariates.
     *
     * @return the effects, in the order in which the covariates were given
     */
    public abstract ImmutableList<CoxEffect> effects();

    /**
     * Returns the logarithm of the partial likelihood with all coefficients zero.
     *
     * @return the log-likelihood, finite unless weights sum to more than a double holds
     */
    public abstract double nullLogLikelihood();

    /**
     * Returns the logarithm of the partial likelihood at the best point, without the penalty.
     *
     * @return the log-likelihood, finite unless weights sum to more than a double holds
     */
    public abstract double logLikelihood();

    /**
     * Returns how many steps the fit took.
     *
     * @return the count, zero or more
     */
    public abstract int iterations();

    /**
     * Tells whether the best point is the maximum.
     *
     * @return false if there were too few iterations, or if a coefficient grows without end
     */
    public abstract boolean converged();

    /**
     * Returns what a reader of the figures must know: coefficients and errors that are not estimable, and fewer events than
     * covariates or no more clusters than those.
     *
     * @return the remarks, in the order of the covariates; empty if all is well
     */
    public abstract ImmutableList<String> remarks();

    /**
     * Returns the test whether all coefficients are zero by the log-likelihoods.
     *
     * @return the test; undefined without estimable covariates, without convergence, under a penalty, and
     *     ({@link Reason#NOT_FINITE}) where no double holds the statistic
     */
    public abstract Outcome<ChiSquareTest> likelihoodRatioTest();

    /**
     * Returns the test whether all coefficients are zero by their estimates and their covariance.
     *
     * @return the test; undefined as {@link #likelihoodRatioTest()}, and where a coefficient grows without end or all rows are one cluster
     */
    public abstract Outcome<ChiSquareTest> waldTest();

    /**
     * Returns the test whether all coefficients are zero by the slope at zero; with one yes or no, the log-rank test.
     *
     * @return the test; undefined without estimable covariates and under a penalty
     */
    public abstract Outcome<ChiSquareTest> scoreTest();

    /**
     * Returns how ties are counted.
     *
     * @return the method
     */
    public abstract TieMethod ties();

    /**
     * Returns where the standard errors come from.
     *
     * @return the one that was asked for; if none was, clustered if there are clusters, model-based otherwise
     */
    public abstract CoxVariance variance();

    /**
     * Returns the penalty.
     *
     * @return the penalty; empty if there is none
     */
    public abstract Optional<RidgePenalty> ridge();

    /**
     * Returns the unit of the times.
     *
     * @return the unit
     */
    public abstract ChronoUnit unit();

    /**
     * Returns how often intervals made this way hold the true value.
     *
     * @return the confidence level
     */
    public abstract ConfidenceLevel level();

    /**
     * Returns the effect of a covariate.
     *
     * @param covariate its name
     * @return the effect
     * @throws IllegalArgumentException if the model has no such covariate
     */
    public final CoxEffect effect(String covariate) {
        return effects().get(index(covariate));
    }

    /**
     * Returns the covariance of two coefficients.
     *
     * @param first the name of a covariate
     * @param second the name of a covariate, perhaps the same
     * @return the covariance; undefined where one of the coefficients is, and where all rows are one cluster
     * @throws IllegalArgumentException if the model has no such covariate
     */
    public final Outcome<Double> covariance(String first, String second) {
        int one = index(first);
        int other = index(second);
        return fit().estimated(one).flatMap(j -> fit().estimated(other).flatMap(k -> covariance(j, k)));
    }

    private Outcome<Double> covariance(int j, int k) {
        if (!fit().errorObstacle().isEmpty()) {
            return Outcome.undefined(Reason.NOT_ESTIMABLE, fit().errorObstacle());
        }
        double covariance = fit().covariance()[j][k]
                / (fit().design().scale(j) * fit().design().scale(k));
        return Double.isFinite(covariance)
                ? Outcome.of(covariance)
                : Outcome.undefined(Reason.NOT_FINITE, "the covariance is too large to be told");
    }

    /**
     * Compares two clients of one stratum.
     *
     * @param client the covariates of the one
     * @param reference the covariates of the other
     * @return the ratio of the hazard of the one to that of the other
     * @throws IllegalArgumentException if the covariates are not those of the model, or not finite
     */
    public final CoxEffect compare(Map<String, Double> client, Map<String, Double> reference) {
        double[] difference = inOrder(client).values().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        int covariate = 0;
        for (double value : inOrder(reference).values()) {
            difference[covariate++] -= value;
        }
        return Effects.of(fit(), "comparison", difference, level());
    }

    /**
     * Returns the linear predictor of a client, its risk score: the sum of its covariates times their coefficients. The exponential is the
     * hazard as a multiple of the baseline.
     *
     * @param covariates its covariates
     * @return the sum; undefined where a coefficient is whose covariate is not 0
     * @throws IllegalArgumentException if the covariates are not those of the model, or not finite
     */
    public final Outcome<Double> linearPredictor(Map<String, Double> covariates) {
        return compare(covariates, Maps.toMap(fit().data().names(), name -> 0.0))
                .coefficient();
    }

    /**
     * Returns the curve of clients whose covariates are all 0, with the baseline hazard; of a model without strata.
     *
     * @return the curve; undefined as {@link #predict(Map)}
     * @throws IllegalArgumentException if the model has strata
     */
    public final Outcome<PredictedCurve> baseline() {
        return baseline("");
    }

    /**
     * Returns the curve of clients of a stratum whose covariates are all 0, with the baseline hazard.
     *
     * @param stratum the name of the stratum
     * @return the curve; undefined as {@link #predict(Map)}
     * @throws IllegalArgumentException if the model has no such stratum
     */
    public final Outcome<PredictedCurve> baseline(String stratum) {
        return predict(Maps.toMap(fit().data().names(), name -> 0.0), stratum);
    }

    /**
     * Returns the curve of clients with given covariates, of a model without strata. A covariate that does not vary where it matters, or is a
     * linear combination of earlier ones, has been taken out, and its value changes nothing: the curve is that of clients who are in this as
     * those of the data are.
     *
     * @param covariates the covariates
     * @return the curve; undefined ({@link Reason#NOT_ESTIMABLE}) if nobody leaves, without convergence, or if a covariate
     *     separates who leaves from who stays, ({@link Reason#NO_DATA}) without rows,
     *     ({@link Reason#NOT_FINITE}) if no double holds the hazard
     * @throws IllegalArgumentException if the covariates are not those of the model, or not finite, or the model has strata
     */
    public final Outcome<PredictedCurve> predict(Map<String, Double> covariates) {
        return predict(covariates, "");
    }

    /**
     * Returns the curve of clients of a stratum with given covariates.
     *
     * @param covariates the covariates
     * @param stratum the name of the stratum
     * @return the curve; undefined as {@link #predict(Map)}
     * @throws IllegalArgumentException if the covariates are not those of the model, or not finite, or the model has no such stratum
     */
    public final Outcome<PredictedCurve> predict(Map<String, Double> covariates, String stratum) {
        ImmutableMap<String, Double> place = inOrder(covariates);
        if (rows() == 0) {
            return Outcome.undefined(Reason.NO_DATA, "there are no rows");
        }
        int index = strata().indexOf(stratum);
        checkArgument(index >= 0, "stratum must be one of the model: '%s'", stratum);
        return fit().predictable()
                .flatMap(ok -> Prediction.of(fit(), index, place))
                .map(curve -> curve.unit(unit()).level(level()).build());
    }

    /**
     * Tests whether the covariates act alike at all ages.
     *
     * @param transform along which function of time a trend is looked for
     * @return a test for each covariate, and one for all of them
     */
    public final ProportionalHazardsTest proportionalHazards(TimeTransform transform) {
        return Proportionality.of(fit(), transform).build();
    }

    /**
     * Returns how each row differs from what the model expects.
     *
     * @return the residuals at the best point
     */
    public final CoxResiduals residuals() {
        return Residuals.of(fit());
    }

    /**
     * Explains the model.
     *
     * @return the counts, the options and the hazard ratios
     */
    public final Explanation explain() {
        return ModelExplanation.of(this);
    }

    private int index(String covariate) {
        int index = fit().data().names().indexOf(covariate);
        checkArgument(
                index >= 0, "covariate must be one of %s: %s", fit().data().names(), covariate);
        return index;
    }

    private ImmutableMap<String, Double> inOrder(Map<String, Double> covariates) {
        ImmutableList<String> names = fit().data().names();
        checkArgument(
                covariates.size() == names.size() && covariates.keySet().containsAll(names),
                "covariates must be those of the model, %s: %s",
                names,
                covariates.keySet());
        covariates.forEach(Rule.FINITE::check);
        return Maps.toMap(names, name -> covariates.getOrDefault(name, 0.0));
    }
}
