package dev.tenure.calendar.icalendar;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/**
 * One occurrence of an event that has a time of day.
 *
 * @param start the first instant
 * @param end the first instant that no longer belongs to it; the start itself if the event has no length
 * @param uid the identifier of the event in its calendar; empty if it has none
 * @param summary what the event is called; empty if it has no name
 * @param isTransparent whether the event says of itself that it keeps nobody busy ({@code TRANSP:TRANSPARENT})
 */
public record TimedEvent(Instant start, Instant end, String uid, String summary, boolean isTransparent)
        implements Serializable {

    /**
     * Creates an occurrence.
     *
     * @param start the first instant
     * @param end the first instant that no longer belongs to it, not before {@code start}
     * @param uid the identifier of the event
     * @param summary what the event is called
     * @param isTransparent whether it keeps nobody busy
     */
    public TimedEvent {
        checkArgument(!end.isBefore(start), "end must not be before start: %s, %s", start, end);
        Objects.requireNonNull(uid, "uid");
        Objects.requireNonNull(summary, "summary");
    }
}
