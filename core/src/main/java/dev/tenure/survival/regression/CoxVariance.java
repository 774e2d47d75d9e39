package dev.tenure.survival.regression;

/** Where the standard errors of a {@link CoxModel} come from. The order carries no meaning. */
public enum CoxVariance {
    /** The inverse of the information: right if the model is. */
    MODEL_BASED,
    /** The sandwich of the influence of each row: right for weights, and if the model is not quite right. */
    ROBUST,
    /**
     * The sandwich of the influence of each cluster: right if rows belong together, as the rows of one client or the clients of one
     * group do. A row without a cluster is one of its own.
     */
    CLUSTERED
}
