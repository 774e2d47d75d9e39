package dev.tenure.examples.report.input;

/** Why the agency cannot go on with a ticket. The order carries no meaning. */
public enum PauseReason {
    /** The client has to answer, decide or give access. */
    WAITING_FOR_CLIENT,
    /** Somebody else has to: a platform that moderates, a contractor of the client. */
    WAITING_FOR_THIRD_PARTY,
    /** Both sides have agreed that the ticket rests. */
    ON_HOLD
}
