package dev.tenure.retention.cohort;

/**
 * By which periods clients are followed once they have come. The order carries no meaning.
 *
 * <p>A period of tenure is the client's own: it begins on the day of the month, or of the week, on which the client came. The
 * {@code k}-th begins on {@code start.plusMonths(k * months)}, which is the last day of a month that is too short: who came on
 * 31 January has anniversaries on 28 or 29 February and on 31 March, and who came on 29 February has them on the 28th in common
 * years and on the 29th in leap years.
 */
public enum CohortAge {
    /** By the periods of the calendar in which clients also come; the first is shorter for who comes late in it. */
    CALENDAR_PERIODS,
    /** By seven days each since the client's own start. */
    TENURE_WEEKS,
    /** By a month each since the client's own start. */
    TENURE_MONTHS,
    /** By three months each since the client's own start. */
    TENURE_QUARTERS,
    /** By twelve months each since the client's own start. */
    TENURE_YEARS
}
