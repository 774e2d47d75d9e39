package dev.tenure.retention;

/** What a client is while the contract is paused. The order carries no meaning. */
public enum PausePolicy {
    /** A client like any other. */
    STAYS,
    /** Not a client: lost when the pause begins, back when it ends. */
    AWAY,
    /**
     * Undecided: counted neither as staying nor as lost as long as the pause lasts, and lost on the day on which it has lasted
     * as long as a pause may.
     */
    CENSORED
}
