package dev.tenure.stat;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;
import java.util.Objects;

/**
 * A confidence interval: where the true value may lie, given a sample.
 *
 * @param lower the lower limit, finite, in the unit of the estimate
 * @param upper the upper limit, finite, not below {@code lower}
 * @param level how often intervals made this way hold the true value
 */
public record Interval(double lower, double upper, ConfidenceLevel level) implements Serializable {

    /**
     * Creates an interval.
     *
     * @param lower the lower limit, finite
     * @param upper the upper limit, finite, not below {@code lower}
     * @param level the confidence level
     */
    public Interval {
        checkArgument(Double.isFinite(lower), "lower must be finite: %s", lower);
        checkArgument(Double.isFinite(upper), "upper must be finite: %s", upper);
        checkArgument(lower <= upper, "lower must not exceed upper: %s, %s", lower, upper);
        Objects.requireNonNull(level, "level");
    }

    /**
     * Returns an interval.
     *
     * @param lower the lower limit, finite
     * @param upper the upper limit, finite, not below {@code lower}
     * @param level the confidence level
     * @return the interval
     * @throws IllegalArgumentException if a limit is not finite or the limits are in the wrong order
     */
    public static Interval of(double lower, double upper, ConfidenceLevel level) {
        return new Interval(lower, upper, level);
    }

    /**
     * Returns the distance between the limits.
     *
     * @return the width, zero or more
     */
    public double width() {
        return upper - lower;
    }

    /**
     * Tells whether a value lies in the interval; the limits do.
     *
     * @param value the value
     * @return true if {@code lower <= value <= upper}
     */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }
}
