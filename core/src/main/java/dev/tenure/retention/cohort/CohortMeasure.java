package dev.tenure.retention.cohort;

/** Of what a cohort keeps a share. The order carries no meaning. */
public enum CohortMeasure {
    /** Clients: logo retention. */
    LOGO,
    /** Revenue, of which each client counts with no more than in its first period: gross retention. */
    GROSS,
    /** Revenue: net retention. */
    NET
}
