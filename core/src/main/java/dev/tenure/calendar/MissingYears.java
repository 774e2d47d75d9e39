package dev.tenure.calendar;

/** What a schedule does with a year its holiday provider knows nothing of. */
public enum MissingYears {
    /** A year without data is an error at once; dates before the first and after the last year are an error when asked for. */
    REJECT,
    /** A date of which nothing is known is an ordinary day of its week. */
    ASSUME_WEEKLY
}
