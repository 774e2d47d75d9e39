package dev.tenure.retention;

/**
 * On which day a client counts as lost whose contracts have ended. It decides the month of a loss at the turn of a month, where most
 * contracts end. The order carries no meaning.
 */
public enum Departure {
    /** On the first day without a contract: who leaves with the end of March is lost in April, and a client all March. */
    FIRST_DAY_AWAY,
    /** On the last day with a contract: who leaves with the end of March is lost in March. */
    LAST_DAY_HERE
}
