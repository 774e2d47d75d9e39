package dev.tenure.lifetime.estimation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.tenure.internal.ValueStyle;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * A model together with a sample: what {@link MaximumLikelihood} needs to know of them. The packages of the models make theirs; whoever has a
 * model of his own makes one and gets the same errors, intervals and comparisons.
 *
 * @param <M> the type of the model
 */
@ValueStyle
@Value.Immutable
public abstract class ModelLikelihood<M> {

    ModelLikelihood() {}

    /**
     * Returns the name of the model.
     *
     * @return the name, such as {@code "BG/NBD"}
     */
    public abstract String name();

    /**
     * Returns what is searched over.
     *
     * @return the coordinates, in the order of every point
     */
    public abstract ImmutableList<Coordinate> coordinates();

    /**
     * Returns the names of the parameters.
     *
     * @return the names, in the order of {@link #parameters()}
     */
    public abstract ImmutableList<String> parameterNames();

    /**
     * Returns how many observations the sample has.
     *
     * @return the number, each counted as often as it occurs; zero or more
     */
    public abstract long observations();

    /**
     * Returns where a search begins.
     *
     * @return the coordinates of a point at which the log-likelihood is finite
     */
    public abstract ImmutableDoubleArray start();

    /**
     * Returns the log-likelihood of the sample.
     *
     * @return the function
     */
    public abstract LogLikelihood logLikelihood();

    /**
     * Returns the model together with samples drawn from this one: as many observations, with replacement, with the problems of the drawn sample.
     *
     * @return the function of a seed; the same seed draws the same sample. If none is given, a bootstrap is an {@link UnsupportedOperationException}
     */
    @Value.Default
    public LongFunction<ModelLikelihood<M>> resampled() {
        return seed -> {
            throw new UnsupportedOperationException("a bootstrap needs resampled of " + name());
        };
    }

    /**
     * Returns by what the sample is told from others.
     *
     * @return the unit and a digest of the sample
     */
    public abstract SampleIdentity sample();

    /**
     * Returns which models are special cases of this one, with parameters that are not at a bound, so that {@link ModelFit#testAgainst} is valid.
     *
     * @return the names of the models; empty if there are none
     */
    public abstract ImmutableSet<String> specialCases();

    /**
     * Returns which models are special cases of this one at a bound of its parameters, where {@link ModelFit#testAgainst} is not valid.
     *
     * @return the names of the models, each with what tests against it, such as {@code "RetentionFit.testHeterogeneity"}; empty if there are none
     */
    public abstract ImmutableMap<String, String> boundaryCases();

    /**
     * Returns how the parameters follow from the coordinates.
     *
     * @return the function; its result is a new array
     */
    public abstract UnaryOperator<double[]> parameters();

    /**
     * Returns how a model is made of its parameters.
     *
     * @return the function
     */
    public abstract Function<double[], M> model();

    /**
     * Returns why the sample cannot determine the parameters, where that shows before any search.
     *
     * @return the reasons, the one to be named first; empty if nothing is known to stand in the way
     */
    public abstract ImmutableList<Problem> problems();

    /**
     * Returns the first reason why the sample alone cannot determine the parameters.
     *
     * @return a few words, such as {@code "nobody bought again"}; empty if nothing is known to stand in the way
     */
    public final Optional<String> problem() {
        return problemWith(WeakPrior.none());
    }

    /** Returns the first reason why the sample and a prior together cannot determine the parameters. */
    final Optional<String> problemWith(WeakPrior prior) {
        return problems().stream()
                .filter(problem -> !problem.isCuredBy(prior))
                .map(Problem::detail)
                .findFirst();
    }

    /**
     * Returns a builder.
     *
     * @param <M> the type of the model
     * @return an empty builder
     */
    public static <M> ModelLikelihoodBuilder<M> builder() {
        return new ModelLikelihoodBuilder<>();
    }

    /**
     * Returns a builder that holds what this likelihood holds.
     *
     * @return the builder
     */
    public final ModelLikelihoodBuilder<M> toBuilder() {
        return new ModelLikelihoodBuilder<M>().from(this);
    }
}
