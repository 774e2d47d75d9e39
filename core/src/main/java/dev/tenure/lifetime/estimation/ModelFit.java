package dev.tenure.lifetime.estimation;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.stat.ChiSquareTest;
import dev.tenure.stat.ConfidenceLevel;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.immutables.value.Value;

/**
 * A model fitted to a sample: its parameters, how well it fits, and what it predicts, each with an interval. Made by {@link MaximumLikelihood}.
 *
 * @param <M> the type of the model
 */
@ResultStyle
@Value.Immutable
public abstract class ModelFit<M> {

    ModelFit() {}

    abstract ModelLikelihood<M> likelihood();

    abstract Surface surface();

    abstract Search search();

    /**
     * Returns how often intervals made this way hold the true figure if the model is right.
     *
     * @return the confidence level
     */
    public abstract ConfidenceLevel level();

    /**
     * Returns how intervals are found.
     *
     * @return the method
     */
    public abstract IntervalMethod method();

    /**
     * Returns what was held likely before any data.
     *
     * @return the prior
     */
    public abstract WeakPrior prior();

    /**
     * Returns the name of the model.
     *
     * @return the name
     */
    public final String name() {
        return likelihood().name();
    }

    /**
     * Returns how many observations the sample has.
     *
     * @return the number, zero or more
     */
    public final long observations() {
        return likelihood().observations();
    }

    /**
     * Returns how the search ended.
     *
     * @return the status
     */
    public final FitStatus status() {
        return search().status();
    }

    /**
     * Returns the model at the estimated parameters.
     *
     * @return the model; at a boundary one that differs from the simpler model by nothing that the sample could show; undefined
     *     ({@link Reason#NOT_ESTIMABLE}) if the sample does not determine it
     */
    public final Outcome<M> model() {
        return search().hasModel() ? Outcome.of(modelAt(search().point().toArray())) : search().unknown();
    }

    /**
     * Returns the best parameters found, converged or not.
     *
     * @return the parameters by name; empty if none were looked for
     */
    public final ImmutableMap<String, Double> bestPoint() {
        ImmutableMap.Builder<String, Double> found = ImmutableMap.builder();
        if (!search().point().isEmpty()) {
            double[] parameters =
                    likelihood().parameters().apply(search().point().toArray());
            for (int i = 0; i < parameters.length; i++) {
                found.put(likelihood().parameterNames().get(i), parameters[i]);
            }
        }
        return found.buildOrThrow();
    }

    /**
     * Returns the parameters. Their intervals are found together, when one of them is first asked for; {@link #bestPoint()} gives the values without that.
     *
     * @return the parameters, in the order of the model
     */
    public final ImmutableList<FittedParameter> parameters() {
        return estimates();
    }

    /**
     * Returns a parameter.
     *
     * @param name its name
     * @return the parameter
     * @throws IllegalArgumentException if the model has no such parameter
     */
    public final FittedParameter parameter(String name) {
        return parameters().get(index(name));
    }

    /**
     * Returns the covariance of the estimates of two parameters.
     *
     * @param first the name of the one
     * @param second the name of the other; the same for a variance
     * @return the covariance, in the units of both; undefined where the standard error of one of the parameters is
     * @throws IllegalArgumentException if the model has no such parameter
     */
    public final Outcome<Double> covariance(String first, String second) {
        return new Parameters(this).covariance(index(first), index(second));
    }

    /**
     * Returns the highest logarithm of the likelihood; with a prior, the logarithm of the likelihood at the estimate.
     *
     * @return the logarithm; undefined where the model is
     */
    public final Outcome<Double> logLikelihood() {
        return model().map(model -> search().logLikelihood());
    }

    /**
     * Returns Akaike's criterion: of several models fitted to the same sample the one with the lowest is to be preferred.
     *
     * @return {@code 2 k - 2 log L}, with {@code k} parameters; undefined where the model is, and ({@link Reason#NOT_APPLICABLE}) with a prior
     */
    public final Outcome<Double> aic() {
        return Criteria.penalised(this, 2);
    }

    /**
     * Returns Akaike's criterion, corrected for small samples.
     *
     * @return {@code AIC + 2 k (k + 1) / (n - k - 1)}, with {@code k} parameters and {@code n} observations; undefined where the AIC is, and
     *     ({@link Reason#TOO_FEW_DATA}) with no more than {@code k + 1} observations
     */
    public final Outcome<Double> aicc() {
        return Criteria.corrected(this);
    }

    /**
     * Returns the Bayesian criterion.
     *
     * @return {@code k log n - 2 log L}, with {@code n} observations; undefined where the AIC is
     */
    public final Outcome<Double> bic() {
        return Criteria.penalised(this, Math.log((double) observations()));
    }

    /**
     * Tests whether this model fits better than a special case of it by more than chance: the likelihood-ratio test.
     *
     * @param special the fit of the special case to the same sample
     * @return the test, with as many degrees of freedom as this model has more parameters; undefined where one of the models is, ({@link
     *     Reason#NOT_APPLICABLE}) with a prior, and ({@link Reason#NOT_ESTIMABLE}) if the special case has the higher likelihood, so that a search went wrong
     * @throws IllegalArgumentException if the other model is no special case of this one, if it is one at a bound of the parameters, where the law of the
     *     statistic is another, or if it was fitted to another sample
     */
    public final Outcome<ChiSquareTest> testAgainst(ModelFit<?> special) {
        return Criteria.of(this, special);
    }

    /**
     * Predicts a figure that is a function of the model.
     *
     * @param figure the name of the figure, such as {@code "P(alive)"}
     * @param scale the scale on which the figure has no bounds
     * @param function the figure of a model; smooth in its parameters
     * @return the figure with its standard error and interval
     * @throws IllegalArgumentException if the figure at the estimate is outside of the range of the scale
     */
    public final Prediction predict(String figure, Scale scale, ToDoubleFunction<? super M> function) {
        Objects.requireNonNull(figure, "figure");
        return Estimator.predict(
                this,
                figure,
                Figure.of(scale, point -> hasModel(point) ? function.applyAsDouble(modelAt(point)) : Double.NaN));
    }

    /**
     * Predicts a figure that the model does not always have, such as a lifetime whose mean is infinite for some parameters.
     *
     * @param figure the name of the figure, such as {@code "expected lifetime"}
     * @param scale the scale on which the figure has no bounds
     * @param function the figure of a model; smooth in its parameters where it is defined
     * @return the figure with its standard error and interval; undefined with the same reason where it is so at the estimate. A limit of a profile is infinite if the
     *     figure is undefined for parameters that the sample does not rule out; a drawn sample for which it is undefined counts as infinite if it is ({@link
     *     Reason#NOT_FINITE}), else as one without a fit
     * @throws IllegalArgumentException if the figure at the estimate is outside of the range of the scale
     */
    public final Prediction predictOutcome(String figure, Scale scale, Function<? super M, Outcome<Double>> function) {
        Objects.requireNonNull(figure, "figure");
        Objects.requireNonNull(function, "function");
        return Estimator.predict(
                this,
                figure,
                Figure.ofOutcome(
                        scale,
                        point -> hasModel(point) ? Optional.of(function.apply(modelAt(point))) : Optional.empty()));
    }

    /**
     * Predicts a figure of many clients at once, without a search for each: with drawn samples ({@link IntervalMethod#bootstrap}) by the
     * models of {@link #replicates()}, else by the delta method, also where single figures have profiles.
     *
     * @param figure the name of the figure, such as {@code "P(alive)"}
     * @param scale the scale on which the figure has no bounds
     * @param function the figures of all rows by a model, always as many and in the same order; asked once for the estimate, twice for each
     *     coordinate, and once for each replicate, whose answers are held together
     * @return the figures with standard errors and intervals; undefined where the model is
     * @throws IllegalArgumentException if a figure at the estimate is outside of the range of the scale
     */
    public final Outcome<Predictions> predictAll(String figure, Scale scale, Function<? super M, double[]> function) {
        Objects.requireNonNull(figure, "figure");
        Objects.requireNonNull(scale, "scale");
        Objects.requireNonNull(function, "function");
        return model().map(model -> Estimator.predictAll(this, figure, scale, point -> function.apply(modelAt(point))));
    }

    /**
     * Returns the models of the samples drawn from the sample, for figures of one's own.
     *
     * @return the models, those of samples without a fit left out; empty unless intervals are by {@link IntervalMethod#bootstrap}
     */
    public final ImmutableList<M> replicates() {
        return redrawn().stream()
                .map(replicate -> modelAt(replicate.point().toArray()))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Returns how many of the drawn samples have no fit. Intervals are undefined if it is more than a tenth of them.
     *
     * @return the number, zero or more; zero unless intervals are by {@link IntervalMethod#bootstrap}
     */
    public final int failedReplicates() {
        return search().hasModel() && method() instanceof IntervalMethod.Bootstrap bootstrap
                ? bootstrap.replicates() - redrawn().size()
                : 0;
    }

    /**
     * Returns what the prior has changed.
     *
     * @return the effect; undefined ({@link Reason#NOT_APPLICABLE}) without a prior, and where the model is
     */
    public final Outcome<PriorEffect> priorEffect() {
        if (prior().parts().isEmpty()) {
            return Outcome.undefined(Reason.NOT_APPLICABLE, "no prior");
        }
        return model().map(model -> PriorEffect.of(this));
    }

    /**
     * Explains the fit.
     *
     * @return the parameters with their errors and intervals, the likelihood and the criteria
     */
    public final Explanation explain() {
        return FitExplanation.of(this);
    }

    /** Returns the fits to the drawn samples, those without a model left out. */
    @Value.Lazy
    ImmutableList<Search> redrawn() {
        return search().hasModel() && method() instanceof IntervalMethod.Bootstrap bootstrap
                ? Redrawn.of(this, bootstrap)
                : ImmutableList.of();
    }

    @Value.Lazy
    ImmutableList<FittedParameter> estimates() {
        return new Parameters(this).all();
    }

    /** Tells whether there is a model at a point: so far out that a parameter is rounded to its bound there is none. */
    private boolean hasModel(double[] point) {
        return Arrays.stream(likelihood().parameters().apply(point))
                .allMatch(parameter -> Double.isFinite(parameter) && parameter != 0);
    }

    private M modelAt(double[] point) {
        return likelihood().model().apply(likelihood().parameters().apply(point));
    }

    private int index(String name) {
        int index = likelihood().parameterNames().indexOf(name);
        checkArgument(index >= 0, "name must be one of %s: %s", likelihood().parameterNames(), name);
        return index;
    }
}
