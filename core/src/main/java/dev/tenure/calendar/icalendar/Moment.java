package dev.tenure.calendar.icalendar;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date, or a date with a time of day in a zone that is looked up later.
 *
 * @param local the wall clock; midnight for a date
 * @param zone the {@code TZID}, {@link #UTC}, or {@link #FLOATING} for the zone of whoever reads
 * @param isDate whether there is no time of day
 */
record Moment(LocalDateTime local, String zone, boolean isDate) {

    static final String FLOATING = "";

    static final String UTC = "Z";

    private static final Pattern FORM = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T(\\d{2})(\\d{2})(\\d{2})(Z?))?");

    private static final int LEAP_SECOND = 60;

    static Moment parse(Property property) {
        return parse(property, property.value());
    }

    static Moment parse(Property property, String text) {
        Moment moment = parse(property.name(), text, property.parameter("TZID"));
        String type = property.parameter("VALUE");
        checkArgument(
                !type.equals(moment.isDate ? "DATE-TIME" : "DATE"),
                "%s must be a %s: '%s'",
                property.name(),
                type,
                text);
        return moment;
    }

    static Moment parse(String name, String text, String zone) {
        Matcher form = FORM.matcher(text);
        checkArgument(form.matches(), "%s must be a date or date-time: '%s'", name, text);
        try {
            LocalDate date = LocalDate.of(number(form, 1), number(form, 2), number(form, 3));
            if (form.group(4) == null) {
                return new Moment(date.atStartOfDay(), FLOATING, true);
            }
            int second = number(form, 6) == LEAP_SECOND ? LEAP_SECOND - 1 : number(form, 6);
            LocalDateTime local = date.atTime(number(form, 4), number(form, 5), second);
            return new Moment(local, form.group(7).isEmpty() ? zone : UTC, false);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(name + " must be a date or date-time: '" + text + "'", e);
        }
    }

    private static int number(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
    }

    LocalDate date() {
        return local.toLocalDate();
    }
}
