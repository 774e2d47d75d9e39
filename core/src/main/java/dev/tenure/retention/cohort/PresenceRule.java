package dev.tenure.retention.cohort;

/** Whether a client who was active in a period counts as there. */
@FunctionalInterface
interface PresenceRule {

    /** Any activity in a period is presence. */
    PresenceRule ACTIVE = (firstDay, lastDay) -> Status.THERE;

    /** Returns what the client was from one day to another. */
    Status of(int firstDay, int lastDay);

    /** What a client is in a period. */
    enum Status {
        THERE,
        GONE,
        UNDECIDED
    }
}
