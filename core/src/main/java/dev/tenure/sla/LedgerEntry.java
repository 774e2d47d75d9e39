package dev.tenure.sla;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time in the life of a promise, and whether it counted.
 *
 * @param from its first instant
 * @param to the first instant that no longer belongs to it
 * @param kind why it counted, or why not
 */
public record LedgerEntry(Instant from, Instant to, Kind kind) {

    /** Why time counts or does not. */
    public enum Kind {
        /** Working time: it counts. */
        COUNTED,
        /** Outside the hours of the promise. */
        OUTSIDE_HOURS,
        /** Within a pause that stops this promise. */
        PAUSED,
        /** Between a solution and the reopening of the ticket. */
        RESOLVED,
        /** Before there was a target. */
        WITHOUT_TARGET
    }

    /**
     * Returns how long the stretch is.
     *
     * @return the time that passes between its ends, whether it counts or not
     */
    public Duration length() {
        return Duration.between(from, to);
    }
}
