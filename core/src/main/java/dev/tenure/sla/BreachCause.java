package dev.tenure.sla;

/** What most of the time of a broken promise went into; of equal shares the earlier one in this list. */
public enum BreachCause {
    /** Nobody had been assigned. */
    UNASSIGNED,
    /** Somebody had been assigned, but had not answered yet. */
    UNANSWERED,
    /** Somebody had answered and was at work. */
    IN_WORK,
    /** The ticket had been reopened. */
    REOPENED,
    /** None of these: the promise was kept by the target it began with, and broken by the one that replaced it. */
    TARGET_TIGHTENED
}
