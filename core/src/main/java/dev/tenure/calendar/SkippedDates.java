package dev.tenure.calendar;

import com.google.common.collect.ImmutableSortedSet;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/** Where a zone crossed the date line, the whole dates that no clock in it ever showed. */
final class SkippedDates {

    private SkippedDates() {}

    static ImmutableSortedSet<LocalDate> of(ZoneId zone) {
        ImmutableSortedSet.Builder<LocalDate> dates = ImmutableSortedSet.naturalOrder();
        for (ZoneOffsetTransition change : zone.getRules().getTransitions()) {
            if (change.getDuration().compareTo(Duration.ofDays(1)) >= 0) {
                LocalDate first =
                        change.getDateTimeBefore().minusNanos(1).toLocalDate().plusDays(1);
                first.datesUntil(change.getDateTimeAfter().toLocalDate()).forEach(dates::add);
            }
        }
        return dates.build();
    }
}
