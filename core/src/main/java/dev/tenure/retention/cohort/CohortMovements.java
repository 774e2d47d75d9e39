package dev.tenure.retention.cohort;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;

/**
 * By which movements of its clients the revenue of a cohort changed from an earlier period to a later one.
 *
 * <p><b>Formula.</b> With {@code a} what a client brought in the earlier period and {@code b} in the later one, and a client
 * paying if that is positive, each client's change {@code b - a} is in exactly one movement, so that they sum to the change of
 * the cohort's revenue.
 *
 * <p><b>Units.</b> Minor units, such as kopecks.
 *
 * @param newRevenue of who pays and never did before, zero or more
 * @param expansion of who brings more, zero or more
 * @param reactivation of who pays, did not in the earlier period, and did before, zero or more
 * @param contraction of who brings less and still pays, or paid in neither period, zero or less
 * @param churn of who paid and pays no more, zero or less
 */
public record CohortMovements(long newRevenue, long expansion, long reactivation, long contraction, long churn)
        implements Serializable {

    /**
     * Creates movements.
     *
     * @param newRevenue of who pays and never did before, zero or more
     * @param expansion of who brings more, zero or more
     * @param reactivation of who pays again, zero or more
     * @param contraction of who brings less, zero or less
     * @param churn of who pays no more, zero or less
     */
    public CohortMovements {
        checkArgument(newRevenue >= 0, "newRevenue must not be negative: %s", newRevenue);
        checkArgument(expansion >= 0, "expansion must not be negative: %s", expansion);
        checkArgument(reactivation >= 0, "reactivation must not be negative: %s", reactivation);
        checkArgument(contraction <= 0, "contraction must not be positive: %s", contraction);
        checkArgument(churn <= 0, "churn must not be positive: %s", churn);
    }

    /**
     * Returns the change of the revenue.
     *
     * @return minor units: the sum of all movements
     * @throws ArithmeticException if it exceeds the range of a {@code long}
     */
    public long change() {
        return Math.addExact(
                Math.addExact(newRevenue, Math.addExact(expansion, reactivation)), Math.addExact(contraction, churn));
    }

    /**
     * Returns what the change would be without any gain.
     *
     * @return minor units, zero or less: the sum of contraction and churn
     * @throws ArithmeticException if it exceeds the range of a {@code long}
     */
    public long losses() {
        return Math.addExact(contraction, churn);
    }
}
