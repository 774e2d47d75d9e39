package dev.tenure.survival.regression;

/** How those are counted who leave at the same time. The order carries no meaning. */
public enum TieMethod {
    /**
     * They left one after the other, in an order that is not known: while the k-th of d leaves, each of the d is still at risk with
     * {@code 1 - (k - 1) / d}. Close to the exact answer, even with durations in whole months.
     */
    EFRON,
    /** All of them are at risk until the last one has left. Draws coefficients towards zero when many leave at once. */
    BRESLOW
}
