package dev.tenure.lifetime.estimation;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;
import java.util.Objects;

/**
 * What is held likely of one quantity before any data: a normal law on the scale of its coordinate.
 *
 * @param coordinate the name of the quantity, as {@link ModelLikelihood#coordinates()} has it
 * @param median what it is as likely to exceed as not, in its own unit
 * @param spread the standard deviation on the scale of the coordinate, above zero; 1 on that of the logarithm says that two thirds of the
 *     probability lie within a factor of 2.7 of the median
 */
public record ParameterPrior(String coordinate, double median, double spread) implements Serializable {

    /**
     * Creates a prior.
     *
     * @param coordinate the name of the quantity
     * @param median its median, above zero and finite
     * @param spread the standard deviation on the scale of the coordinate, above zero and finite
     */
    public ParameterPrior {
        Objects.requireNonNull(coordinate, "coordinate");
        checkArgument(
                median > 0 && median < Double.POSITIVE_INFINITY, "median must be positive and finite: %s", median);
        checkArgument(
                spread > 0 && spread < Double.POSITIVE_INFINITY, "spread must be positive and finite: %s", spread);
    }
}
