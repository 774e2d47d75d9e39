package dev.tenure.sla;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.calendar.BusinessCalendar;
import dev.tenure.calendar.WorkingInterval;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Working time without pauses: {@code E(t) = W(t) - sum over the pauses of W(end before t) - W(start before t)}, and its
 * inverse by a walk over the gaps between them.
 */
final class PausedTime {

    private PausedTime() {}

    static Duration elapsed(BusinessCalendar hours, Instant from, Instant to, Pauses pauses) {
        Duration counted = hours.between(from, to);
        for (WorkingInterval pause : pauses.intervals()) {
            counted = counted.minus(overlap(hours, from, to, pause.start(), pause.end()));
        }
        Optional<Instant> open = pauses.openSince();
        return open.isPresent() ? counted.minus(overlap(hours, from, to, open.get(), to)) : counted;
    }

    private static Duration overlap(BusinessCalendar hours, Instant from, Instant to, Instant start, Instant end) {
        Instant first = Pauses.later(from, start);
        Instant last = Pauses.earlier(to, end);
        return first.isBefore(last) ? hours.between(first, last) : Duration.ZERO;
    }

    /** Returns the earliest instant at which the time has elapsed; empty if a pause without end comes before. */
    static Optional<Instant> reaches(BusinessCalendar hours, Instant from, Duration time, Pauses pauses) {
        Instant at = from;
        Duration left = time;
        for (WorkingInterval pause : pauses.intervals()) {
            Duration gap = gap(hours, at, pause.start());
            if (left.compareTo(gap) <= 0) {
                return Optional.of(hours.plus(at, left));
            }
            left = left.minus(gap);
            at = Pauses.later(at, pause.end());
        }
        Optional<Instant> open = pauses.openSince();
        if (open.isPresent() && left.compareTo(gap(hours, at, open.get())) > 0) {
            return Optional.empty();
        }
        return Optional.of(hours.plus(at, left));
    }

    private static Duration gap(BusinessCalendar hours, Instant at, Instant pause) {
        return at.isBefore(pause) ? hours.between(at, pause) : Duration.ZERO;
    }

    /** The same as {@link #elapsed} on whole seconds: pauses are pairs of start and end in the order of their starts. */
    static long elapsedSeconds(BusinessCalendar hours, long from, long to, long[] pauses) {
        checkArgument(pauses.length % 2 == 0, "pauses must be pairs of start and end: %s values", pauses.length);
        long counted = 0;
        long at = from;
        for (int i = 0; i < pauses.length; i += 2) {
            checkPair(pauses, i);
            long start = Math.min(pauses[i], to);
            if (start > at) {
                counted += hours.secondsBetween(at, start);
            }
            at = Math.max(at, Math.min(pauses[i + 1], to));
        }
        return at < to ? counted + hours.secondsBetween(at, to) : counted;
    }

    private static void checkPair(long[] pauses, int i) {
        checkArgument(pauses[i] <= pauses[i + 1], "pauses must end after they start: %s, %s", pauses[i], pauses[i + 1]);
        checkArgument(
                i == 0 || pauses[i - 2] <= pauses[i],
                "pauses must be in the order of their starts: %s, %s",
                i == 0 ? pauses[0] : pauses[i - 2],
                pauses[i]);
    }
}
