package dev.tenure.reconciliation;

/** What revenue retention is computed from. The order carries no meaning. */
public enum RetentionMethod {
    /** The movements of the time between two days. */
    MOVEMENTS,
    /** What each client of the opening book pays on the later day. */
    SNAPSHOTS
}
