package dev.tenure.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/**
 * The clock on the wall of a zone, made monotone: it never goes back, but stands still while an hour is repeated.
 *
 * <p>A reading is kept as the instant at which a clock in UTC would show it.
 */
record WallClock(ZoneRules rules) {

    long reading(long second) {
        return reading(Instant.ofEpochSecond(second)).getEpochSecond();
    }

    Instant reading(Instant instant) {
        LocalDateTime shown = LocalDateTime.ofInstant(instant, rules.getOffset(instant));
        ZoneOffsetTransition last = lastChange(instant);
        if (last != null && last.isOverlap() && shown.isBefore(last.getDateTimeBefore())) {
            shown = last.getDateTimeBefore();
        }
        return shown.toInstant(ZoneOffset.UTC);
    }

    /** The first instant at which the clock shows the reading or a later one. */
    Instant first(Instant reading) {
        LocalDateTime shown = LocalDateTime.ofInstant(reading, ZoneOffset.UTC);
        ZoneOffsetTransition change = rules.getTransition(shown.minusNanos(1));
        boolean standsStill = change != null
                && change.isOverlap()
                && change.getDateTimeBefore().equals(shown);
        return standsStill ? change.getInstant() : last(reading);
    }

    /** The last instant at which the clock shows the reading; the change that jumps over it, if the clock never does. */
    Instant last(Instant reading) {
        LocalDateTime shown = LocalDateTime.ofInstant(reading, ZoneOffset.UTC);
        ZoneOffsetTransition change = rules.getTransition(shown);
        if (change != null && change.isGap()) {
            return change.getInstant();
        }
        return shown.toInstant(rules.getOffset(shown));
    }

    private @Nullable ZoneOffsetTransition lastChange(Instant instant) {
        return rules.previousTransition(instant.plusNanos(1));
    }
}
