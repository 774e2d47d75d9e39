package dev.tenure.revenue;

/** Whether a contract counts in the monthly recurring revenue of a day, and if not, why. The order carries no meaning. */
public enum MrrStatus {
    /** It counts. */
    COUNTED,
    /** It has not begun or is over. */
    NOT_RUNNING,
    /** The client is only trying. */
    TRIAL,
    /** It has no fixed fee that recurs: a project, or a commission on spend. */
    NO_FIXED_FEE,
    /** It rests, and the policy does not count what rests. */
    PAUSED,
    /** An invoice has been overdue for longer than the policy bears. */
    PAST_DUE
}
