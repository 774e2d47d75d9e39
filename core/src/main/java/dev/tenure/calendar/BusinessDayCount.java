package dev.tenure.calendar;

import com.google.common.collect.BoundType;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Range;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;

/** Counts the dates of a schedule on which work begins, without walking them. */
final class BusinessDayCount {

    private static final int DAYS_A_WEEK = DayOfWeek.values().length;
    private static final LocalDate FIRST = Year.of(0).atDay(1);
    private static final LocalDate LAST = Year.of(9_999).atMonth(12).atEndOfMonth();

    private final WorkSchedule schedule;
    private final ImmutableSortedSet<LocalDate> skipped;
    private final ImmutableSortedSet<LocalDate> exceptions;

    BusinessDayCount(WorkSchedule schedule) {
        this.schedule = schedule;
        this.skipped = SkippedDates.of(schedule.zone());
        this.exceptions = ImmutableSortedSet.<LocalDate>naturalOrder()
                .addAll(schedule.overrides().keySet())
                .addAll(skipped)
                .build();
    }

    boolean isBusinessDay(LocalDate date) {
        return !schedule.hoursOn(date).isClosed();
    }

    boolean isSkipped(LocalDate date) {
        return skipped.contains(date);
    }

    /** How many business days {@code [from, to)} has; negative if {@code to} is earlier. */
    int between(LocalDate from, LocalDate to) {
        LocalDate first = from.isBefore(to) ? from : to;
        LocalDate end = from.isBefore(to) ? to : from;
        if (first.isBefore(end)) {
            checkCovered(first);
            checkCovered(end.minusDays(1));
        }
        int count = count(first, end);
        return from.isBefore(to) ? count : -count;
    }

    /** The date that is a number of business days later, or earlier. */
    LocalDate step(LocalDate date, long days) {
        checkCovered(date);
        if (days == 0) {
            return date;
        }
        return days > 0 ? after(date, days) : before(date, -days);
    }

    private int count(LocalDate from, LocalDate to) {
        long count = 0;
        for (DayOfWeek day : schedule.weekly().days().keySet()) {
            count += weeksBefore(to, day) - weeksBefore(from, day);
        }
        for (LocalDate date : exceptions.subSet(from, to)) {
            boolean ordinary = schedule.weekly().days().containsKey(date.getDayOfWeek());
            count += (isBusinessDay(date) ? 1 : 0) - (ordinary ? 1 : 0);
        }
        return Math.toIntExact(count);
    }

    /** The business day that has {@code steps} others between it and the given date, which counts if it is one itself. */
    private LocalDate after(LocalDate date, long steps) {
        long low = date.toEpochDay();
        long high = last().toEpochDay();
        if (count(date, last().plusDays(1)) <= steps) {
            throw nothingLeft(last().plusDays(1), "calendar has no business day left up to year 9999");
        }
        while (low < high) {
            long middle = Math.floorDiv(low + high, 2);
            if (count(date, LocalDate.ofEpochDay(middle + 1)) > steps) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return LocalDate.ofEpochDay(low);
    }

    /** The mirror image of {@link #after}. */
    private LocalDate before(LocalDate date, long steps) {
        long low = first().toEpochDay();
        long high = date.toEpochDay();
        LocalDate end = date.plusDays(1);
        if (count(first(), end) <= steps) {
            throw nothingLeft(first().minusDays(1), "calendar has no business day left since year 0");
        }
        while (low < high) {
            long middle = Math.floorDiv(low + high + 1, 2);
            if (count(LocalDate.ofEpochDay(middle), end) > steps) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return LocalDate.ofEpochDay(low);
    }

    void checkCovered(LocalDate date) {
        if (date.isBefore(FIRST) || date.isAfter(LAST)) {
            throw new IllegalArgumentException("date must be in the years 0 to 9999: " + date);
        }
        if (!schedule.coverage().contains(date)) {
            throw new UncoveredDateException(date, schedule.coverage());
        }
    }

    private RuntimeException nothingLeft(LocalDate next, String message) {
        return schedule.coverage().contains(next)
                ? new NoWorkingTimeException(message)
                : new UncoveredDateException(next, schedule.coverage());
    }

    private LocalDate first() {
        Range<LocalDate> dates = schedule.coverage();
        if (!dates.hasLowerBound()) {
            return FIRST;
        }
        LocalDate first = dates.lowerEndpoint().plusDays(dates.lowerBoundType() == BoundType.OPEN ? 1 : 0);
        return first.isBefore(FIRST) ? FIRST : first;
    }

    private LocalDate last() {
        Range<LocalDate> dates = schedule.coverage();
        if (!dates.hasUpperBound()) {
            return LAST;
        }
        LocalDate last = dates.upperEndpoint().minusDays(dates.upperBoundType() == BoundType.OPEN ? 1 : 0);
        return last.isAfter(LAST) ? LAST : last;
    }

    /** How many days of the given name lie before a date, counted from some day long ago. */
    private static long weeksBefore(LocalDate date, DayOfWeek day) {
        return Math.floorDiv(date.toEpochDay() + DayOfWeek.THURSDAY.getValue() - day.getValue() - 1, DAYS_A_WEEK);
    }
}
