package dev.tenure.calendar;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An uninterrupted stretch of time: from its start, inclusive, to its end, exclusive.
 *
 * @param start the first instant
 * @param end the first instant that no longer belongs to it
 */
public record WorkingInterval(Instant start, Instant end) implements Serializable {

    /**
     * Creates an interval.
     *
     * @param start the first instant
     * @param end the first instant that no longer belongs to it, after {@code start}
     */
    public WorkingInterval {
        checkArgument(start.isBefore(end), "end must be after start: %s, %s", start, end);
    }

    /**
     * Returns the interval between two instants.
     *
     * @param start the first instant
     * @param end the first instant that no longer belongs to it, after {@code start}
     * @return the interval
     */
    public static WorkingInterval of(Instant start, Instant end) {
        return new WorkingInterval(start, end);
    }

    /**
     * Returns how long the interval is.
     *
     * @return the time that passes between its ends, more than zero
     */
    public Duration length() {
        return Duration.between(start, end);
    }

    Optional<WorkingInterval> clippedTo(Instant from, Instant to) {
        Instant first = start.isBefore(from) ? from : start;
        Instant last = end.isAfter(to) ? to : end;
        return first.isBefore(last) ? Optional.of(of(first, last)) : Optional.empty();
    }
}
