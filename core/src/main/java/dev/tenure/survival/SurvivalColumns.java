package dev.tenure.survival;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import org.jspecify.annotations.Nullable;

/** The columns of a survival curve: the product-limit estimate of a risk table and its variance. */
final class SurvivalColumns {

    private final RiskTable table;
    private final VarianceEstimator estimator;
    private final double[] survival;
    private final double[] logVariances;

    private SurvivalColumns(RiskTable table, VarianceEstimator estimator, double[] survival, double... logVariances) {
        this.table = table;
        this.estimator = estimator;
        this.survival = survival;
        this.logVariances = logVariances;
    }

    /** Returns the columns of a table in each of whose rows someone ends or is last seen. */
    static SurvivalColumns of(RiskTable table, VarianceEstimator estimator) {
        return new SurvivalColumns(table, estimator, survival(table), estimator.variances(table, Greenwood::term));
    }

    private static double[] survival(RiskTable table) {
        double[] survival = new double[table.size()];
        double product = 1;
        for (int row = 0; row < survival.length; row++) {
            double atRisk = table.atRisk(row);
            product *= (atRisk - table.ended(row)) / atRisk;
            survival[row] = product;
        }
        return survival;
    }

    /** Returns the columns of those that last longer than the times before a row. */
    SurvivalColumns from(int row) {
        return of(table.from(row), estimator);
    }

    RiskTable table() {
        return table;
    }

    VarianceEstimator estimator() {
        return estimator;
    }

    int size() {
        return survival.length;
    }

    double time(int row) {
        return table.time(row);
    }

    double survival(int row) {
        return survival[row];
    }

    /** Tells whether the variance has an estimate in a row. */
    boolean hasVariance(int row) {
        return survival[row] > 0 && estimator != VarianceEstimator.NONE;
    }

    /** Returns the variance of the logarithm of the share, where there is one. */
    double logVarianceOf(int row) {
        return logVariances[row];
    }

    Outcome<Double> logVariance(int row) {
        if (survival[row] == 0) {
            return Outcome.undefined(Reason.NOT_ESTIMABLE, "no one is left, the variance has no estimate");
        }
        return estimator == VarianceEstimator.NONE ? noEstimator() : Outcome.of(logVariances[row]);
    }

    SurvivalStep step(int row) {
        return new SurvivalStepBuilder()
                .time(table.time(row))
                .atRisk(table.atRisk(row))
                .ended(table.ended(row))
                .censored(table.censored(row))
                .survival(survival[row])
                .logVariance(logVariance(row))
                .build();
    }

    static <T> Outcome<T> noEstimator() {
        return Outcome.undefined(Reason.NOT_APPLICABLE, "no variance for weights with delayed entry");
    }

    /** Compares what they are made of; all else follows from it. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SurvivalColumns that && estimator == that.estimator && table.equals(that.table);
    }

    @Override
    public int hashCode() {
        return 31 * table.hashCode() + estimator.hashCode();
    }

    @Override
    public String toString() {
        return size() + " steps";
    }
}
