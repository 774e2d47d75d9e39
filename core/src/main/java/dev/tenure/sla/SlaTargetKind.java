package dev.tenure.sla;

/** What an agency promises to do within a time. */
public enum SlaTargetKind {
    /** The first answer to a new ticket. */
    FIRST_RESPONSE,
    /** The answer to each later message of the client. */
    NEXT_RESPONSE,
    /** News of an open ticket, again and again, asked for or not. */
    PERIODIC_UPDATE,
    /** How much work the ticket is. */
    ESTIMATE,
    /** The solution. */
    RESOLUTION
}
