package dev.tenure.retention.cohort;

/**
 * What becomes of clients who came before the records begin. They are known by anything of theirs that is before the records, such
 * as the day on which they came. The order carries no meaning.
 */
public enum OlderClients {
    /**
     * They begin with the records, like new clients, as in every table that is made of a log of invoices alone. The first cohorts
     * hold old clients then, who stay longer than new ones, and look better than they are.
     */
    AS_NEW,
    /** They are left out. */
    EXCLUDED,
    /**
     * They are in the cohort in which they came, and are followed from the beginning of the records on (delayed entry). Who left
     * before that is not known, so what such a cohort began with is not either: its cells have no share of it, but they do say who
     * of the clients of one period is there in the next.
     */
    DELAYED_ENTRY
}
