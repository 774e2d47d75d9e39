package dev.tenure.examples.report.service;

import dev.tenure.calendar.BusinessCalendar;
import dev.tenure.calendar.NoWorkingTimeException;
import dev.tenure.calendar.UncoveredDateException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.tenure.examples.report.input.PauseReason;

/** When a ticket could not go on, and the working time that leaves. */
final class WaitingTime {

    /** From one instant to another, in seconds since 1970. */
    private record Span(long from, long to) {}

    private final List<Span> spans = new ArrayList<>();
    private final Set<PauseReason> reasons = EnumSet.noneOf(PauseReason.class);
    private long since;

    void pause(PauseReason reason, long at) {
        if (reasons.isEmpty()) {
            since = at;
        }
        reasons.add(reason);
    }

    void resume(PauseReason reason, long at) {
        if (reasons.remove(reason) && reasons.isEmpty()) {
            spans.add(new Span(since, at));
        }
    }

    boolean isWaiting() {
        return !reasons.isEmpty();
    }

    /** Returns the working seconds from one instant to another in which nothing was waited for. */
    long active(BusinessCalendar hours, long from, long to) {
        long active = hours.secondsBetween(from, to);
        for (Span span : spans) {
            active -= covered(hours, span.from(), span.to(), from, to);
        }
        return isWaiting() ? active - covered(hours, since, to, from, to) : active;
    }

    private static long covered(BusinessCalendar hours, long start, long end, long from, long to) {
        long first = Math.max(start, from);
        long last = Math.min(end, to);
        return first < last ? hours.secondsBetween(first, last) : 0;
    }

    /** Returns when so much active time is over; empty if that cannot be told. */
    Optional<Instant> after(BusinessCalendar hours, long from, long seconds) {
        long at = from;
        long left = seconds;
        for (Span span : spans) {
            if (span.to() > at) {
                long until = span.from() > at ? hours.secondsBetween(at, span.from()) : 0;
                if (left <= until) {
                    return instant(hours, at, left);
                }
                left -= until;
                at = span.to();
            }
        }
        boolean reached = !isWaiting() || (since > at && left <= hours.secondsBetween(at, since));
        return reached ? instant(hours, at, left) : Optional.empty();
    }

    private static Optional<Instant> instant(BusinessCalendar hours, long at, long seconds) {
        try {
            return Optional.of(Instant.ofEpochSecond(hours.plusSeconds(at, seconds)));
        } catch (NoWorkingTimeException | UncoveredDateException unknown) {
            return Optional.empty();
        }
    }
}
