package dev.tenure.calendar;

/** What happens to the part of a night shift after midnight when the next date is closed by an override. */
public enum ShiftTail {
    /** A shift, once started, runs to its end. */
    RUNS_ON,
    /** The closed date begins at midnight and ends the shift. */
    CUT_BY_CLOSED_DAY
}
