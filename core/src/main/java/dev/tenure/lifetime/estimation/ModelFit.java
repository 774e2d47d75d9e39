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
import dev.tenure.stat.Interval;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.immutables.value.Value;

/**
 * A model fitted to a sample: its parameters, how well it fits, and what it predicts, each with an interval. Made by {@link MaximumLikelihood}.
 *
 * @param <M> the type of the model
 */
@ResultStyle
@Value.Immutable
public abstract class ModelFit<M> {

    /** A step near the cube root of the precision of a double, best for a central difference. */
    private static final double STEP = 6e-6;

    ModelFit() {}

    abstract ModelLikelihood<M> likelihood();

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
        return switch (status().ending()) {
            case CONVERGED, BOUNDARY -> Outcome.of(modelAt(search().point().toArray()));
            case NOT_CONVERGED, NOT_ESTIMABLE -> unknown();
        };
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
     * Returns the parameters.
     *
     * @return the parameters, in the order of the model
     */
    public final ImmutableList<FittedParameter> parameters() {
        return likelihood().parameterNames().stream().map(this::parameter).collect(ImmutableList.toImmutableList());
    }

    /**
     * Returns a parameter.
     *
     * @param name its name
     * @return the parameter
     * @throws IllegalArgumentException if the model has no such parameter
     */
    public final FittedParameter parameter(String name) {
        int index = index(name);
        Prediction estimate = estimate(
                name, Scale.LOGARITHM, point -> likelihood().parameters().apply(point)[index]);
        return new FittedParameter(name, estimate.value(), estimate.standardError(), estimate.interval());
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
        int one = index(first);
        int other = index(second);
        if (search().covariance().isEmpty()) {
            return unknown();
        }
        double[] left = gradient(point -> likelihood().parameters().apply(point)[one]);
        double[] right = gradient(point -> likelihood().parameters().apply(point)[other]);
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            for (int j = 0; j < right.length; j++) {
                sum += left[i] * right[j] * search().covariance().get(i * right.length + j);
            }
        }
        return Outcome.of(sum);
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
        return penalised(2);
    }

    /**
     * Returns the Bayesian criterion.
     *
     * @return {@code k log n - 2 log L}, with {@code n} observations; undefined where the AIC is
     */
    public final Outcome<Double> bic() {
        return penalised(Math.log((double) observations()));
    }

    /**
     * Tests whether this model fits better than a special case of it by more than chance: the likelihood-ratio test.
     *
     * @param special the fit of the special case to the same sample
     * @return the test, with as many degrees of freedom as this model has more parameters; undefined where one of the models is, and
     *     ({@link Reason#NOT_APPLICABLE}) with a prior
     * @throws IllegalArgumentException if the other model has no fewer parameters, or was fitted to another number of observations
     */
    public final Outcome<ChiSquareTest> testAgainst(ModelFit<?> special) {
        int degrees = likelihood().parameterNames().size()
                - special.likelihood().parameterNames().size();
        checkArgument(degrees > 0, "special must have fewer parameters than %s: %s", name(), special.name());
        checkArgument(
                observations() == special.observations(),
                "special must be fitted to the same %s observations: %s",
                observations(),
                special.observations());
        return aic().flatMap(ours ->
                special.aic().map(theirs -> new ChiSquareTest(Math.max(0, theirs - ours + 2.0 * degrees), degrees)));
    }

    /**
     * Predicts a figure that is a function of the model.
     *
     * @param figure the name of the figure, such as {@code "P(alive)"}
     * @param scale the scale on which the figure has no bounds
     * @param function the figure of a model; smooth in its parameters
     * @return the figure with its standard error and interval
     */
    public final Prediction predict(String figure, Scale scale, ToDoubleFunction<? super M> function) {
        Objects.requireNonNull(figure, "figure");
        return estimate(figure, scale, point -> function.applyAsDouble(modelAt(point)));
    }

    /**
     * Explains the fit.
     *
     * @return the parameters with their errors and intervals, the likelihood and the criteria
     */
    public final Explanation explain() {
        return FitExplanation.of(this);
    }

    private Prediction estimate(String figure, Scale scale, ToDoubleFunction<double[]> function) {
        return new PredictionBuilder()
                .name(figure)
                .model(name())
                .level(level())
                .method(method())
                .value(model().flatMap(model ->
                        finite(function.applyAsDouble(search().point().toArray()))))
                .standardError(error(function))
                .interval(interval(scale, function))
                .build();
    }

    private Outcome<Double> error(ToDoubleFunction<double[]> function) {
        return search().covariance().isEmpty() ? unknown() : finite(Math.sqrt(search().variance(gradient(function))));
    }

    private Outcome<Interval> interval(Scale scale, ToDoubleFunction<double[]> function) {
        return error(function).map(error -> {
            double value = function.applyAsDouble(search().point().toArray());
            double half = level().normalQuantile() * error * scale.slope(value);
            return Interval.of(scale.from(scale.to(value) - half), scale.from(scale.to(value) + half), level());
        });
    }

    private double[] gradient(ToDoubleFunction<double[]> function) {
        double[] point = search().point().toArray();
        return IntStream.range(0, point.length)
                .mapToDouble(i -> {
                    double[] above = point.clone();
                    double[] below = point.clone();
                    above[i] += STEP;
                    below[i] -= STEP;
                    return (function.applyAsDouble(above) - function.applyAsDouble(below)) / (above[i] - below[i]);
                })
                .toArray();
    }

    private Outcome<Double> penalised(double penalty) {
        return prior().parts().isEmpty()
                ? logLikelihood()
                        .map(highest -> penalty * likelihood().parameterNames().size() - 2 * highest)
                : Outcome.undefined(Reason.NOT_APPLICABLE, "criteria need a fit without a prior");
    }

    private M modelAt(double[] point) {
        return likelihood().model().apply(likelihood().parameters().apply(point));
    }

    private int index(String name) {
        int index = likelihood().parameterNames().indexOf(name);
        checkArgument(index >= 0, "name must be one of %s: %s", likelihood().parameterNames(), name);
        return index;
    }

    private <T> Outcome<T> unknown() {
        return Outcome.undefined(Reason.NOT_ESTIMABLE, status().detail());
    }

    private static Outcome<Double> finite(double value) {
        return Double.isFinite(value)
                ? Outcome.of(value)
                : Outcome.undefined(Reason.NOT_FINITE, "the figure is infinite");
    }
}
