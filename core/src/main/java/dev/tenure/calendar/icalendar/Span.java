package dev.tenure.calendar.icalendar;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The length of an event: days by the calendar, whatever hours they have, and then seconds by the clock.
 *
 * @param days not negative
 * @param seconds not negative
 */
record Span(long days, long seconds) {

    static final Span NONE = new Span(0, 0);

    static final Span DAY = new Span(1, 0);

    // nine digits of each are more than any calendar holds, and keep the sums within range
    private static final Pattern FORM = Pattern.compile(
            "\\+?P(?:(\\d{1,9})W|(?:(\\d{1,9})D)?" + "(?:T(?:(\\d{1,9})H)?(?:(\\d{1,9})M)?(?:(\\d{1,9})S)?)?)");

    private static final int DAYS_A_WEEK = 7;
    private static final long SECONDS_AN_HOUR = 3_600;
    private static final long SECONDS_A_MINUTE = 60;

    static Span parse(String name, String text) {
        Matcher form = FORM.matcher(text);
        boolean isComplete = form.matches()
                && Character.isLetter(text.charAt(text.length() - 1))
                && !text.endsWith("P")
                && !text.endsWith("T");
        checkArgument(isComplete, "%s must be a duration that is not negative: '%s'", name, text);
        return new Span(
                number(form, 1) * DAYS_A_WEEK + number(form, 2),
                number(form, 3) * SECONDS_AN_HOUR + number(form, 4) * SECONDS_A_MINUTE + number(form, 5));
    }

    private static long number(Matcher form, int group) {
        String digits = form.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
