package dev.tenure.survival;

import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;

/** The product-limit estimate. */
final class ProductLimit {

    private ProductLimit() {}

    /** Returns the steps of a curve from its exits in ascending order. */
    static ImmutableList<SurvivalStep> steps(ImmutableList<Exits> exits, VarianceEstimator estimator) {
        ImmutableList.Builder<SurvivalStep> steps = ImmutableList.builderWithExpectedSize(exits.size());
        double[] logVariances = estimator.logVariances(exits);
        double survival = 1;
        for (int i = 0; i < logVariances.length; i++) {
            survival *= exits.get(i).goesOn();
            steps.add(new SurvivalStepBuilder()
                    .exits(exits.get(i))
                    .survival(survival)
                    .logVariance(logVariance(survival, logVariances[i], estimator))
                    .build());
        }
        return steps.build();
    }

    private static Outcome<Double> logVariance(double survival, double variance, VarianceEstimator estimator) {
        if (survival == 0) {
            return Outcome.undefined(Reason.NOT_ESTIMABLE, "no one is left, the variance has no estimate");
        }
        return estimator == VarianceEstimator.NONE ? noEstimator() : Outcome.of(variance);
    }

    static <T> Outcome<T> noEstimator() {
        return Outcome.undefined(Reason.NOT_APPLICABLE, "no variance for weights with delayed entry");
    }
}
