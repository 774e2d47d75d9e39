package dev.tenure.retention.cohort;

/** Where a client belongs who comes back. The order carries no meaning. */
public enum CohortReactivation {
    /** To the cohort of the first time: as most tools do. */
    ORIGINAL_COHORT,
    /** To that of the return, as a new client; the original cohort has lost the client for good. As Apphud does. */
    NEW_COHORT,
    /** Nowhere: only the first spell of each client is followed, and who has left once is lost for good. */
    FIRST_SPELL_ONLY
}
