package dev.tenure.calendar.icalendar;

import java.time.temporal.ChronoUnit;

/** How often a rule repeats, the rarest first. */
enum Frequency {
    YEARLY(ChronoUnit.YEARS),
    MONTHLY(ChronoUnit.MONTHS),
    WEEKLY(ChronoUnit.WEEKS),
    DAILY(ChronoUnit.DAYS),
    HOURLY(ChronoUnit.HOURS),
    MINUTELY(ChronoUnit.MINUTES),
    SECONDLY(ChronoUnit.SECONDS);

    private final ChronoUnit unit;

    Frequency(ChronoUnit unit) {
        this.unit = unit;
    }

    ChronoUnit unit() {
        return unit;
    }

    /** Whether a period of it is shorter than a period of the other. */
    boolean isFinerThan(Frequency other) {
        return compareTo(other) > 0;
    }
}
