package dev.tenure.retention.cohort;

/** When a client counts as there in a period of which the client was there only a part. The order carries no meaning. */
public enum CohortPresence {
    /** On any day: every cohort begins with all its clients. */
    ANY_DAY,
    /** On the last day: who came and left in the first period is missing from it, as in Baremetrics' column 0. */
    LAST_DAY
}
