package dev.tenure.contract;

/** Why a contract ended. The order carries no meaning. */
public enum ChurnReason {
    /** The work did not begin when it was promised. */
    LATE_START,
    /** The agreed figures were not reached. */
    KPI_MISSED,
    /** The design or the creatives were bad. */
    POOR_CREATIVE,
    /** A part of the agreed work was not done. */
    WORK_NOT_DONE,
    /** The service around the work was bad. */
    POOR_SERVICE,
    /** Another reason, which is told in words. */
    OTHER
}
