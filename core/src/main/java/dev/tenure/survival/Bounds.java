package dev.tenure.survival;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * Between which two numbers something lies, for certain: not a confidence interval, for chance is not in it, only what nobody wrote down.
 *
 * @param lower the least it can be
 * @param upper the most it can be, not below {@code lower}
 */
public record Bounds(double lower, double upper) {

    /**
     * Creates bounds.
     *
     * @param lower the least it can be
     * @param upper the most it can be, not below {@code lower}
     */
    public Bounds {
        checkArgument(lower <= upper, "upper must not be below lower, %s: %s", lower, upper);
    }

    /**
     * Returns bounds.
     *
     * @param lower the least it can be
     * @param upper the most it can be, not below {@code lower}
     * @return the bounds
     * @throws IllegalArgumentException if the upper bound is below the lower one, or one is not a number
     */
    public static Bounds of(double lower, double upper) {
        return new Bounds(lower, upper);
    }

    /**
     * Returns how much is open.
     *
     * @return the difference of the bounds in their unit, zero or more; 0 if they meet
     */
    public double width() {
        return upper - lower;
    }
}
