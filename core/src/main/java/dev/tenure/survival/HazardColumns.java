package dev.tenure.survival;

import dev.tenure.explain.Outcome;
import org.jspecify.annotations.Nullable;

/** The columns of a cumulative hazard. */
final class HazardColumns {

    private final RiskTable table;
    private final VarianceEstimator variance;
    private final HazardEstimator estimator;
    private final double[] hazards;
    private final double[] variances;

    private HazardColumns(
            RiskTable table,
            VarianceEstimator variance,
            HazardEstimator estimator,
            double[] hazards,
            double... variances) {
        this.table = table;
        this.variance = variance;
        this.estimator = estimator;
        this.hazards = hazards;
        this.variances = variances;
    }

    /** Returns the columns of a table in each of whose rows someone ends or is last seen. */
    static HazardColumns of(RiskTable table, VarianceEstimator variance, HazardEstimator estimator) {
        return new HazardColumns(
                table,
                variance,
                estimator,
                Greenwood.variances(table, estimator::increment),
                variance.variances(table, estimator::slope));
    }

    RiskTable table() {
        return table;
    }

    VarianceEstimator variance() {
        return variance;
    }

    HazardEstimator estimator() {
        return estimator;
    }

    double hazard(int row) {
        return hazards[row];
    }

    Outcome<Double> standardError(int row) {
        return variance == VarianceEstimator.NONE
                ? SurvivalColumns.noEstimator()
                : Outcome.of(Math.sqrt(variances[row]));
    }

    HazardStep step(int row) {
        return new HazardStepBuilder()
                .time(table.time(row))
                .atRisk(table.atRisk(row))
                .ended(table.ended(row))
                .censored(table.censored(row))
                .hazard(hazards[row])
                .standardError(standardError(row))
                .build();
    }

    /** Compares what they are made of; all else follows from it. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HazardColumns that
                && variance == that.variance
                && estimator == that.estimator
                && table.equals(that.table);
    }

    @Override
    public int hashCode() {
        return 31 * table.hashCode() + estimator.hashCode();
    }

    @Override
    public String toString() {
        return table.size() + " steps";
    }
}
