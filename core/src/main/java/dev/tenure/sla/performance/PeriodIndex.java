package dev.tenure.sla.performance;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.calendar.ReportingCalendar;
import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;

/**
 * Finds the number of the period of an instant. The days of the UTC that lie in one period are remembered, so that nearly
 * every question is answered without a zone.
 */
final class PeriodIndex implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int SECONDS_A_DAY = 86_400;
    private static final long FIRST_SECOND =
            Instant.parse("-9999-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST_SECOND =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    /** A power of two; eleven years. */
    private static final int REMEMBERED = 1 << 12;

    /** No day is that early. */
    private static final long NONE = Long.MIN_VALUE;

    private final ReportingCalendar calendar;
    private final ZoneId zone;

    /** A day of the UTC, and its period in the lower half. */
    private final transient long[] days = new long[REMEMBERED];

    PeriodIndex(ReportingCalendar calendar, ZoneId zone) {
        this.calendar = calendar;
        this.zone = zone;
        Arrays.fill(days, NONE);
    }

    /** Returns the number of the period of a second since 1970. */
    long of(long epochSecond) {
        checkArgument(
                epochSecond >= FIRST_SECOND && epochSecond <= LAST_SECOND,
                "epochSecond must be in the years -9999 to 9999: %s",
                epochSecond);
        int day = (int) Math.floorDiv(epochSecond, SECONDS_A_DAY);
        long known = days[day & (REMEMBERED - 1)];
        return known >> Integer.SIZE == day ? (int) known : find(epochSecond, day);
    }

    private long find(long epochSecond, int day) {
        long start = (long) day * SECONDS_A_DAY;
        long first = indexOf(start);
        if (first != indexOf(start + SECONDS_A_DAY - 1)) {
            return indexOf(epochSecond);
        }
        days[day & (REMEMBERED - 1)] = ((long) day << Integer.SIZE) | (first & 0xFFFF_FFFFL);
        return first;
    }

    private long indexOf(long epochSecond) {
        return calendar.indexOf(LocalDate.ofInstant(Instant.ofEpochSecond(epochSecond), zone));
    }

    @Serial
    private Object readResolve() {
        return new PeriodIndex(calendar, zone);
    }
}
