package dev.tenure.sla;

/** Where a promise stands at an instant. */
public enum SlaVerdict {
    /** Kept: done within the target. */
    MET,
    /** Broken: done, but after the target. */
    BREACHED,
    /** Broken: not done yet, and the target has passed. */
    OPEN_BREACHED,
    /** Undecided: not done yet, and the target has not passed. */
    OPEN
}
