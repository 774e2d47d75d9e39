package dev.tenure.survival.comparison;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * The weight {@code S^p (1 - S)^q} of a time, {@code S} being the Kaplan–Meier share of all groups just before it: with {@code (1, 0)} early
 * differences count most, with {@code (0, 1)} late ones, with {@code (1, 1)} those in the middle, and {@code (0, 0)} is the log-rank test.
 *
 * <p><b>Units.</b> Pure numbers.
 *
 * <p><b>Conventions.</b> With a positive {@code q} the first time at which observations end has no weight. R's {@code rho} is {@code p},
 * with {@code q} zero.
 *
 * <p><b>Errors.</b> A negative or infinite power is an {@link IllegalArgumentException}.
 *
 * <p><b>Source.</b> T. R. Fleming and D. P. Harrington, <i>Counting Processes and Survival Analysis</i>, Wiley 1991, chapter 7.
 *
 * @param p the power of the share that survives, finite, zero or more
 * @param q the power of the share that does not, finite, zero or more
 */
public record FlemingHarrington(double p, double q) implements LogRankWeight {

    /**
     * Creates a weight.
     *
     * @param p the power of the share that survives, finite, zero or more
     * @param q the power of the share that does not, finite, zero or more
     */
    public FlemingHarrington {
        checkPower("p", p);
        checkPower("q", q);
    }

    /**
     * Returns a weight.
     *
     * @param p the power of the share that survives, finite, zero or more
     * @param q the power of the share that does not, finite, zero or more
     * @return the weight
     * @throws IllegalArgumentException if a power is out of range
     */
    public static FlemingHarrington of(double p, double q) {
        return new FlemingHarrington(p, q);
    }

    @Override
    public double at(double atRisk, double before, double modified) {
        return Math.pow(before, p) * Math.pow(1 - before, q);
    }

    private static void checkPower(String name, double power) {
        checkArgument(
                power >= 0 && power < Double.POSITIVE_INFINITY, "%s must be finite and not negative: %s", name, power);
    }
}
