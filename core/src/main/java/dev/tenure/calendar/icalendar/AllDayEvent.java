package dev.tenure.calendar.icalendar;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

/**
 * One occurrence of an event that has dates and no time of day.
 *
 * @param first the first date
 * @param last the last date, inclusive
 * @param uid the identifier of the event in its calendar; empty if it has none
 * @param summary what the event is called; empty if it has no name
 * @param isTransparent whether the event says of itself that it keeps nobody busy ({@code TRANSP:TRANSPARENT}), as holidays often do
 */
public record AllDayEvent(LocalDate first, LocalDate last, String uid, String summary, boolean isTransparent)
        implements Serializable {

    /**
     * Creates an occurrence.
     *
     * @param first the first date
     * @param last the last date, inclusive, not before {@code first}
     * @param uid the identifier of the event
     * @param summary what the event is called
     * @param isTransparent whether it keeps nobody busy
     */
    public AllDayEvent {
        checkArgument(!last.isBefore(first), "last must not be before first: %s, %s", first, last);
        Objects.requireNonNull(uid, "uid");
        Objects.requireNonNull(summary, "summary");
    }
}
