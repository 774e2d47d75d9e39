package dev.tenure.survival.parametric;

import dev.tenure.internal.Newton;

/** The negative log-likelihood of a sample, and what each row gives to its gradient. */
interface Likelihood extends Newton.Objective {

    /** Fills in the gradient of the log-likelihood of one observation of a row. */
    void score(int row, double[] point, double[] gradient);
}
