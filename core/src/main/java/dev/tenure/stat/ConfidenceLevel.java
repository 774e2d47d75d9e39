package dev.tenure.stat;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;

/**
 * How often an interval made by the same method from new samples would hold the true value.
 *
 * @param value a fraction in (0, 1), such as 0.95
 */
public record ConfidenceLevel(double value) implements Serializable {

    /** Nine times in ten. */
    public static final ConfidenceLevel P90 = new ConfidenceLevel(0.90);

    /** Nineteen times in twenty: the level of every calculator unless another is set. */
    public static final ConfidenceLevel P95 = new ConfidenceLevel(0.95);

    /** Ninety-nine times in a hundred. */
    public static final ConfidenceLevel P99 = new ConfidenceLevel(0.99);

    /**
     * Creates a level.
     *
     * @param value a fraction in (0, 1)
     */
    public ConfidenceLevel {
        checkArgument(value > 0 && value < 1, "value must be in (0, 1): %s", value);
    }

    /**
     * Returns a level.
     *
     * @param value a fraction in (0, 1)
     * @return the level
     * @throws IllegalArgumentException if the value is out of range
     */
    public static ConfidenceLevel of(double value) {
        return new ConfidenceLevel(value);
    }

    /**
     * Returns the probability left outside the interval.
     *
     * @return a fraction in (0, 1)
     */
    public double alpha() {
        return 1 - value;
    }

    /**
     * Returns the standard normal quantile that leaves half of {@link #alpha()} above it.
     *
     * @return the quantile, 1.959964 for 0.95
     */
    public double normalQuantile() {
        return Normal.inverseSurvival(alpha() / 2);
    }
}
