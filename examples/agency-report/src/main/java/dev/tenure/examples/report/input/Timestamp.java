package dev.tenure.examples.report.input;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date and a time of day as a file has it, to the second: fractions of a second are cut off.
 *
 * @param local the date and time of day
 * @param offset how far ahead of UTC the clock was; empty if the file does not say
 */
record Timestamp(LocalDateTime local, Optional<ZoneOffset> offset) {

    private static final Pattern SHAPE = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2}(?::\\d{2})?)(?:\\.\\d{1,9})?(Z|[+-]\\d{2}:?\\d{2})?");

    private static final int DATE = 1;
    private static final int TIME = 2;
    private static final int OFFSET = 3;

    /** Reads a time such as {@code 2025-03-01T10:15:00+03:00}; empty if it is none. */
    static Optional<Timestamp> parse(String text) {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Timestamp(
                    LocalDateTime.parse(shape.group(DATE) + "T" + shape.group(TIME)),
                    Optional.ofNullable(shape.group(OFFSET)).map(ZoneOffset::of)));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }
}
