package dev.tenure.sla;

/** What becomes of the promise of a solution when a ticket that was resolved is opened again. */
public enum ReopenEffect {
    /** The clock runs on from where it stood; the time for which the ticket lay resolved does not count. */
    CONTINUE,
    /** The first solution stays judged as it was, and a new clock starts at zero. */
    NEW_CYCLE
}
