package dev.tenure.survival.regression;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;
import java.util.Objects;

/**
 * What holds coefficients small when there are few events for many covariates, or covariates that say nearly the same.
 *
 * <p><b>Formula.</b> The fit maximises \( \log L(\beta) - \frac{\theta}{2} \sum_j s_j^2 \beta_j^2 \), with \(s_j\) the standard
 * deviation of the covariate over the rows ({@link CovariateScale#STANDARDIZED}) or 1 ({@link CovariateScale#ORIGINAL}).
 *
 * <p><b>Units.</b> Theta is a pure number; on the original scale it has the squared unit of the covariates.
 *
 * <p><b>Conventions.</b> The standard deviation is that of the rows, with {@code n - 1}, without their weights.
 *
 * <p><b>Errors.</b> A theta that is not positive and finite is an {@link IllegalArgumentException}.
 *
 * <p><b>Source.</b> P. J. M. Verweij and H. C. van Houwelingen, "Penalized likelihood in Cox regression", <i>Statistics in
 * Medicine</i> 13 (1994), 2427-2436.
 *
 * @param theta how strongly, positive and finite
 * @param scale on which scale
 */
public record RidgePenalty(double theta, CovariateScale scale) implements Serializable {

    /**
     * Creates a penalty.
     *
     * @param theta how strongly, positive and finite
     * @param scale on which scale
     */
    public RidgePenalty {
        checkArgument(theta > 0 && theta < Double.POSITIVE_INFINITY, "theta must be positive and finite: %s", theta);
        Objects.requireNonNull(scale, "scale");
    }

    /**
     * Returns a penalty on standardized covariates.
     *
     * @param theta how strongly, positive and finite
     * @return the penalty
     * @throws IllegalArgumentException if theta is out of range
     */
    public static RidgePenalty of(double theta) {
        return new RidgePenalty(theta, CovariateScale.STANDARDIZED);
    }
}
