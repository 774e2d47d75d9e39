package dev.tenure.survival.competing;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * Between which shares an incidence lies, whatever the unrecorded causes were. No confidence interval: chance is not in it, only what
 * nobody wrote down.
 *
 * @param lower the incidence if no unknown end was for the cause, a fraction in [0, 1]
 * @param upper the incidence if all unknown ends were for the cause, a fraction in [0, 1]
 */
public record IncidenceBounds(double lower, double upper) {

    /**
     * Creates bounds.
     *
     * @param lower the lower bound, a fraction in [0, 1]
     * @param upper the upper bound, a fraction in [0, 1], not below the lower one
     */
    public IncidenceBounds {
        checkArgument(lower >= 0 && lower <= 1, "lower must be in [0, 1]: %s", lower);
        checkArgument(upper >= lower && upper <= 1, "upper must be in [%s, 1]: %s", lower, upper);
    }

    /**
     * Returns bounds.
     *
     * @param lower the lower bound, a fraction in [0, 1]
     * @param upper the upper bound, a fraction in [0, 1], not below the lower one
     * @return the bounds
     * @throws IllegalArgumentException if a bound is out of range
     */
    public static IncidenceBounds of(double lower, double upper) {
        return new IncidenceBounds(lower, upper);
    }

    /**
     * Returns how much is open because causes are unknown.
     *
     * @return a fraction in [0, 1]; 0 if all causes are known
     */
    public double width() {
        return upper - lower;
    }
}
