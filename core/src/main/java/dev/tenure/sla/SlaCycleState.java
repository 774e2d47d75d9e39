package dev.tenure.sla;

/** What a clock is doing at an instant. */
public enum SlaCycleState {
    /** It runs whenever its hours are open. */
    RUNNING,
    /** It stands still until a pause ends. */
    PAUSED,
    /** What was promised has been done. */
    STOPPED,
    /** It was reset, or the ticket was withdrawn, before what was promised was done. */
    CANCELLED
}
