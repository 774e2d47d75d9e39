package dev.tenure.calendar.icalendar;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day of the week, or one of those of a month or year.
 *
 * @param ordinal which of them, counted from the end if negative; zero for each
 */
record WeekdayRule(int ordinal, DayOfWeek day) {

    private static final Pattern FORM = Pattern.compile("([+-]?\\d{1,2})?([A-Z]{2})");

    private static final ImmutableMap<String, DayOfWeek> DAYS = ImmutableMap.of(
            "MO", DayOfWeek.MONDAY,
            "TU", DayOfWeek.TUESDAY,
            "WE", DayOfWeek.WEDNESDAY,
            "TH", DayOfWeek.THURSDAY,
            "FR", DayOfWeek.FRIDAY,
            "SA", DayOfWeek.SATURDAY,
            "SU", DayOfWeek.SUNDAY);

    private static final int MOST_WEEKS = 53;

    private static final int DAYS_A_WEEK = 7;

    static DayOfWeek day(String text) {
        DayOfWeek day = DAYS.get(text);
        checkArgument(day != null, "RRULE must have days of the week such as MO: '%s'", text);
        return day;
    }

    static WeekdayRule parse(String text) {
        Matcher form = FORM.matcher(text);
        checkArgument(form.matches(), "RRULE must have days of the week such as MO: '%s'", text);
        int ordinal = form.group(1) == null ? 0 : Integer.parseInt(form.group(1));
        checkArgument(
                form.group(1) == null || (ordinal != 0 && Math.abs(ordinal) <= MOST_WEEKS),
                "RRULE must have days of the week such as -1MO: '%s'",
                text);
        return new WeekdayRule(ordinal, day(form.group(2)));
    }

    boolean matches(LocalDate date, boolean isOfMonth) {
        int number = isOfMonth ? date.getDayOfMonth() : date.getDayOfYear();
        int length = isOfMonth ? date.lengthOfMonth() : date.lengthOfYear();
        int which = ordinal < 0 ? -((length - number) / DAYS_A_WEEK + 1) : (number - 1) / DAYS_A_WEEK + 1;
        return date.getDayOfWeek() == day && (ordinal == 0 || ordinal == which);
    }
}
