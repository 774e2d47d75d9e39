package dev.tenure.examples.report.input;

/** What can happen to a ticket. */
public enum TicketEventKind {
    /** Somebody of the agency took it on; the value may say who. */
    ASSIGNED,
    /** It was found to be more or less urgent; the value is the new priority. */
    PRIORITY_CHANGED,
    /** The client moved to another tier; the value is its name. */
    TIER_CHANGED,
    /** The agency could not go on; the value is the reason. */
    PAUSED,
    /** A reason for a pause held no longer; the value is the reason. */
    RESUMED,
    /** It was not solved after all. */
    REOPENED,
    /** The client wrote. */
    CLIENT_MESSAGE,
    /** The agency answered. */
    AGENCY_REPLY,
    /** The agency said how much work it is. */
    ESTIMATE_GIVEN,
    /** The agency told the client, unasked, how the work stands. */
    UPDATE_SENT,
    /** A clock was set to zero and started again; the value says which: a kind of promise. */
    RESET,
    /** The agency solved it. */
    RESOLVED,
    /** It was withdrawn. */
    CANCELLED
}
