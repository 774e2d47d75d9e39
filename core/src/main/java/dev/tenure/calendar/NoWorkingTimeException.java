package dev.tenure.calendar;

/** A calendar has no more working time, within the years 0 to 9999, in the direction that was asked for. */
public final class NoWorkingTimeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoWorkingTimeException(String message) {
        super(message);
    }
}
