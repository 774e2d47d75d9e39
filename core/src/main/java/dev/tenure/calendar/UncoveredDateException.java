package dev.tenure.calendar;

import com.google.common.collect.Range;
import java.time.Instant;
import java.time.LocalDate;

/** Working time was asked of a date for which a schedule has no data. Covering more years, or assuming ordinary weeks, helps. */
public final class UncoveredDateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UncoveredDateException(LocalDate date, Range<LocalDate> coverage) {
        super("date must be in " + coverage + ": " + date);
    }

    UncoveredDateException(Instant instant, Range<Long> coverage) {
        super("instant must be covered by the calendar, " + text(coverage) + ": " + instant);
    }

    static String text(Range<Long> coverage) {
        String from = coverage.hasLowerBound() ? "from " + Instant.ofEpochSecond(coverage.lowerEndpoint()) : "";
        String to = coverage.hasUpperBound() ? "to " + Instant.ofEpochSecond(coverage.upperEndpoint()) : "";
        return from.isEmpty() || to.isEmpty() ? from + to : from + " " + to;
    }
}
