package dev.tenure.calendar;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Splitter;
import java.io.Serializable;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/**
 * A stretch of wall-clock time that begins on one date: from its start, inclusive, to its end, exclusive.
 *
 * <p><b>Units.</b> Whole seconds.
 *
 * <p><b>Conventions.</b> A range whose end is not after its start ends on the next date: {@code 22:00-06:00} is a night
 * shift, {@code 18:00-00:00}, also written {@code 18:00-24:00}, ends with the day, and {@code 00:00-24:00} is the whole day. A
 * range is never empty.
 *
 * <p><b>Errors.</b> A time with a fraction of a second, or text that is not {@code HH:mm[:ss]-HH:mm[:ss]}, is an
 * {@link IllegalArgumentException}.
 *
 * @param start the time of day at which the range begins, inclusive
 * @param end the time of day at which it ends, exclusive; midnight is the end of the day
 */
public record TimeRange(LocalTime start, LocalTime end) implements Serializable {

    static final int SECONDS_A_DAY = 86_400;

    private static final String END_OF_DAY = "24:00";

    /**
     * Creates a range.
     *
     * @param start the time of day at which the range begins, inclusive
     * @param end the time of day at which it ends, exclusive
     */
    public TimeRange {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
        checkArgument(start.truncatedTo(ChronoUnit.SECONDS).equals(start), "start must be a whole second: %s", start);
        checkArgument(end.truncatedTo(ChronoUnit.SECONDS).equals(end), "end must be a whole second: %s", end);
    }

    /**
     * Returns the range between two times of day.
     *
     * @param start the time of day at which the range begins, inclusive
     * @param end the time of day at which it ends, exclusive
     * @return the range
     */
    public static TimeRange of(LocalTime start, LocalTime end) {
        return new TimeRange(start, end);
    }

    /**
     * Reads a range from text such as {@code 09:00-17:30}, {@code 22:00-06:00} or {@code 18:00-24:00}.
     *
     * @param text the text
     * @return the range
     * @throws IllegalArgumentException if the text is no range
     */
    public static TimeRange parse(String text) {
        List<String> ends = Splitter.on('-').splitToList(text);
        checkArgument(ends.size() == 2, "range must be HH:mm-HH:mm: '%s'", text);
        String end = ends.get(1).equals(END_OF_DAY) ? "00:00" : ends.get(1);
        try {
            return of(LocalTime.parse(ends.get(0)), LocalTime.parse(end));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("range must be HH:mm-HH:mm: '" + text + "'", e);
        }
    }

    /**
     * Tells whether a part of the range lies on the next date.
     *
     * @return true if it does; false for a range that ends with the day
     */
    public boolean isOvernight() {
        return endSecond() > SECONDS_A_DAY;
    }

    /**
     * Returns how much wall-clock time the range holds.
     *
     * @return more than zero, at most 24 hours
     */
    public Duration length() {
        return Duration.ofSeconds(endSecond() - (long) startSecond());
    }

    int startSecond() {
        return start.toSecondOfDay();
    }

    /** Counted from the midnight with which the date of the start begins. */
    int endSecond() {
        int second = end.toSecondOfDay();
        return second > startSecond() ? second : second + SECONDS_A_DAY;
    }

    /**
     * Returns the range as {@link #parse} reads it.
     *
     * @return such as {@code 09:00-17:30}
     */
    @Override
    public String toString() {
        return start + "-" + (end.equals(LocalTime.MIDNIGHT) ? END_OF_DAY : end);
    }
}
