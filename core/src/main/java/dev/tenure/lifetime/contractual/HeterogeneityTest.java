package dev.tenure.lifetime.contractual;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.explain.Explanation;
import dev.tenure.explain.Quantity;
import dev.tenure.stat.ChiSquareTest;
import java.io.Serializable;

/**
 * The likelihood-ratio test of whether clients differ in their probability of leaving. Made by {@link RetentionFit}.
 *
 * <p><b>Formula.</b> {@code statistic = 2 (log L of sBG - log L of the geometric model)}. If all clients are alike it is zero with probability one half, and
 * follows a chi-square law with one degree of freedom otherwise, because the geometric model is at the boundary of sBG and not within it: \( p = P(\chi^2_1
 * \ge \text{statistic}) / 2 \), and 1 for a statistic of zero.
 *
 * <p><b>Units.</b> The statistic is a pure number, the p-value a fraction in [0, 1].
 *
 * <p><b>Errors.</b> A statistic that is negative or not finite is an {@link IllegalArgumentException}.
 *
 * <p><b>Source.</b> S. G. Self and K.-Y. Liang, "Asymptotic properties of maximum likelihood estimators and likelihood ratio tests under nonstandard
 * conditions", <i>Journal of the American Statistical Association</i> 82 (1987), 605-610, case 5.
 *
 * @param statistic the statistic, finite, zero or more
 */
public record HeterogeneityTest(double statistic) implements Serializable {

    /**
     * Creates a test.
     *
     * @param statistic the statistic, finite, zero or more
     */
    public HeterogeneityTest {
        checkArgument(
                statistic >= 0 && statistic < Double.POSITIVE_INFINITY,
                "statistic must be finite and not negative: %s",
                statistic);
    }

    /**
     * Returns how probable a statistic of this size or more is if all clients are alike.
     *
     * @return the p-value, a fraction in [0, 1]; 1 for a statistic of zero
     */
    public double pValue() {
        return statistic == 0 ? 1 : ChiSquareTest.of(statistic, 1).pValue() / 2;
    }

    /**
     * Explains the test.
     *
     * @return the p-value, with the statistic
     */
    public Explanation explain() {
        return Explanation.builder()
                .name("p-value of clients who are all alike")
                .formula("P(chi-square with 1 degree of freedom >= statistic) / 2; 1 for a statistic of 0")
                .value(new Quantity.Share(pValue()))
                .putInput("statistic", new Quantity.Measure(statistic, ""))
                .build();
    }
}
