package dev.tenure.lifetime.estimation;

import com.google.common.collect.ImmutableList;
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
     * Returns the log-likelihood of samples drawn from this one: as many observations, with replacement.
     *
     * @return the function of a seed; the same seed draws the same sample
     */
    public abstract LongFunction<LogLikelihood> resampled();

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
     * @return a few words, such as {@code "nobody bought again"}; empty if nothing is known to stand in the way
     */
    public abstract Optional<String> problem();

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
