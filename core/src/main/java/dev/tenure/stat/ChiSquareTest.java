package dev.tenure.stat;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * A test whose statistic follows a chi-square distribution if the hypothesis is true.
 *
 * <p><b>Formula.</b> With {@code f} degrees of freedom, \( p = P(\chi^2_f \ge \text{statistic}) \).
 *
 * <p><b>Units.</b> The statistic is a pure number, the p-value a fraction in [0, 1].
 *
 * <p><b>Conventions.</b> The test of one estimate by its standard error is the one of {@code (estimate / error)^2} with one degree of
 * freedom, so that its p-value is two-sided. Tiny p-values keep their digits.
 *
 * <p><b>Errors.</b> A statistic that is negative or not finite, and less than one degree of freedom, are
 * {@link IllegalArgumentException}s.
 *
 * <p><b>Source.</b> A. W. van der Vaart, <i>Asymptotic Statistics</i>, Cambridge 1998, chapter 17.
 *
 * @param statistic the statistic, finite, zero or more
 * @param degreesOfFreedom the degrees of freedom, one or more
 */
public record ChiSquareTest(double statistic, int degreesOfFreedom) implements Serializable {

    /**
     * Creates a test.
     *
     * @param statistic the statistic, finite, zero or more
     * @param degreesOfFreedom the degrees of freedom, one or more
     */
    public ChiSquareTest {
        checkArgument(
                statistic >= 0 && statistic < Double.POSITIVE_INFINITY,
                "statistic must be finite and not negative: %s",
                statistic);
        checkArgument(degreesOfFreedom > 0, "degreesOfFreedom must be positive: %s", degreesOfFreedom);
    }

    /**
     * Returns a test.
     *
     * @param statistic the statistic, finite, zero or more
     * @param degreesOfFreedom the degrees of freedom, one or more
     * @return the test
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static ChiSquareTest of(double statistic, int degreesOfFreedom) {
        return new ChiSquareTest(statistic, degreesOfFreedom);
    }

    /**
     * Returns how probable a statistic of this size or more is if the hypothesis is true.
     *
     * @return the p-value, a fraction in [0, 1]
     */
    public double pValue() {
        return ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(statistic);
    }
}
