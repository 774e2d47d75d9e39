package dev.tenure.calendar;

import com.google.common.collect.Range;
import java.time.LocalDate;

/** Working time was asked of a date for which a schedule has no data. Covering more years, or assuming ordinary weeks, helps. */
public final class UncoveredDateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UncoveredDateException(LocalDate date, Range<LocalDate> coverage) {
        super("date must be in " + coverage + ": " + date);
    }
}
