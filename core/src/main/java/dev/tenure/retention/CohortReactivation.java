package dev.tenure.retention;

/** To which cohort a client belongs who comes back. The order carries no meaning. */
public enum CohortReactivation {
    /** To the one of the first time: as most tools do. */
    ORIGINAL_COHORT,
    /** To that of the return, as a new client; the original cohort has lost the client for good. As Apphud does. */
    NEW_COHORT
}
