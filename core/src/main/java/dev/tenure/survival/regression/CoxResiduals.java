package dev.tenure.survival.regression;

import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Quantity;
import dev.tenure.internal.ResultStyle;
import org.immutables.value.Value;

/**
 * How each row, and each client who left, differs from what a model expects. Made by {@link CoxModel}.
 *
 * <p><b>Formula.</b> With \( \hat\Lambda_i \) the cumulative hazard a row was under: martingale \( M_i = \delta_i - \hat\Lambda_i \),
 * deviance \( \mathrm{sign}(M_i) \sqrt{-2 (M_i + \delta_i \log(\delta_i - M_i))} \), Schoenfeld {@code x_i} less the mean of who was at risk
 * when the client left, scaled by the number of events times the model-based covariance, plus the coefficient.
 *
 * <p><b>Conventions.</b> Rows are in the order in which they were given. Weights are not multiplied in, but for {@link #influences()}. The
 * sum of the martingale residuals times the weights is zero, and so is that of the Schoenfeld residuals of each covariate. Under ties by Efron,
 * means and hazards are averaged over the tied. Covariates whose coefficient is not estimable are left out of
 * the residuals by covariate.
 *
 * <p><b>Source.</b> T. M. Therneau and P. M. Grambsch, <i>Modeling Survival Data</i>, Springer 2000, chapters 4 and 6.
 */
@ResultStyle
@Value.Immutable
public abstract class CoxResiduals {

    CoxResiduals() {}

    /**
     * Returns by how much more each row left than expected.
     *
     * @return a number up to 1 for each row: below zero if the client stayed longer than expected
     */
    public abstract ImmutableDoubleArray martingale();

    /**
     * Returns the martingale residuals, made symmetric.
     *
     * @return a finite number for each row
     */
    public abstract ImmutableDoubleArray deviance();

    /**
     * Returns the rows of those who left.
     *
     * @return the rows, from 0, by stratum and time
     */
    public abstract ImmutableIntArray eventRows();

    /**
     * Returns when those of {@link #eventRows()} left.
     *
     * @return the times, by stratum ascending
     */
    public abstract ImmutableDoubleArray eventTimes();

    /**
     * Returns the Schoenfeld residuals by covariate.
     *
     * @return for each estimable covariate a number for each of {@link #eventRows()}, in its unit
     */
    public abstract ImmutableMap<String, ImmutableDoubleArray> schoenfeld();

    /**
     * Returns the scaled Schoenfeld residuals by covariate: their trend over time is that of the coefficient.
     *
     * @return for each estimable covariate a number for each of {@link #eventRows()}, in the unit of its coefficient
     */
    public abstract ImmutableMap<String, ImmutableDoubleArray> scaledSchoenfeld();

    /**
     * Returns by how much each coefficient changes by each row: to first order, the coefficient less that without the row (dfbeta).
     *
     * @return for each estimable covariate a number for each row, in the unit of its coefficient
     */
    public abstract ImmutableMap<String, ImmutableDoubleArray> influences();

    /**
     * Explains the residuals.
     *
     * @return how many there are, and the sum of the martingale residuals
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("residuals")
                .formula("left - expected to leave, for each row")
                .value(new Quantity.Term(martingale().length() + " rows"))
                .putInput("events", new Quantity.Count(eventRows().length()))
                .putInput("sum", new Quantity.Measure(martingale().stream().sum(), ""))
                .build();
    }
}
