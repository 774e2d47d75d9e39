package dev.tenure.calendar;

/** How long a reporting period is, shortest first. */
public enum Granularity {
    /** Seven days; which day is the first is the week rule's to say. */
    WEEK,
    /** A calendar month. */
    MONTH,
    /** Three calendar months; the first quarter begins with the fiscal year. */
    QUARTER,
    /** Twelve calendar months, from the beginning of the fiscal year. */
    YEAR
}
