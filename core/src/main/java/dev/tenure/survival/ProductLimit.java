package dev.tenure.survival;

import com.google.common.collect.ImmutableList;

/** The product-limit estimate, time by time in ascending order. */
final class ProductLimit {

    private final ImmutableList.Builder<SurvivalStep> steps = ImmutableList.builder();
    private double survival = 1;
    private double logVariance;

    void add(double time, double atRisk, double ended, double censored) {
        survival *= (atRisk - ended) / atRisk;
        logVariance += greenwoodTerm(atRisk, ended);
        steps.add(new SurvivalStepBuilder()
                .time(time)
                .atRisk(atRisk)
                .ended(ended)
                .censored(censored)
                .survival(survival)
                .logVariance(logVariance)
                .build());
    }

    ImmutableList<SurvivalStep> steps() {
        return steps.build();
    }

    /** Returns what one time adds to the variance of the logarithm of the share; nothing where no one is left. */
    static double greenwoodTerm(double atRisk, double ended) {
        return atRisk > ended ? ended / (atRisk * (atRisk - ended)) : 0;
    }
}
