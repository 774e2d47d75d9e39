package dev.tenure.lifetime.estimation;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Objects;

/**
 * One of the numbers over which a likelihood is searched. A coordinate has no bounds; the quantity behind it, a mean or a parameter, has those of
 * its scale.
 *
 * @param name the name of the quantity, such as {@code "r"}
 * @param scale how the coordinate follows from the quantity
 */
public record Coordinate(String name, Scale scale) {

    /**
     * Creates a coordinate.
     *
     * @param name the name of the quantity, not empty
     * @param scale how the coordinate follows from the quantity
     */
    public Coordinate {
        checkArgument(!name.isEmpty(), "name must not be empty");
        Objects.requireNonNull(scale, "scale");
    }

    /**
     * Returns the coordinate that is the logarithm of a quantity above zero.
     *
     * @param name the name of the quantity, not empty
     * @return the coordinate
     * @throws IllegalArgumentException if the name is empty
     */
    public static Coordinate logarithmOf(String name) {
        return new Coordinate(name, Scale.LOGARITHM);
    }

    /**
     * Returns the coordinate that is the logarithm of the odds of a share.
     *
     * @param name the name of the share, not empty
     * @return the coordinate
     * @throws IllegalArgumentException if the name is empty
     */
    public static Coordinate logitOf(String name) {
        return new Coordinate(name, Scale.LOGIT);
    }
}
