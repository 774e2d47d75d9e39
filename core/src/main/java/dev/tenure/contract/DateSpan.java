package dev.tenure.contract;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Consecutive days: from the first, inclusive, to the end, exclusive. Without an end the span goes on.
 *
 * @param start the first day
 * @param end the first day after the span, after {@code start}; empty if the span goes on
 */
public record DateSpan(LocalDate start, Optional<LocalDate> end) {

    /**
     * Creates a span.
     *
     * @param start the first day
     * @param end the first day after the span, after {@code start}; empty if the span goes on
     */
    public DateSpan {
        Objects.requireNonNull(start, "start");
        end.ifPresent(day -> checkArgument(day.isAfter(start), "end must be after start %s: %s", start, day));
    }

    /**
     * Returns a span that is over, or whose end is known.
     *
     * @param start the first day
     * @param end the first day after the span, after {@code start}
     * @return the span
     * @throws IllegalArgumentException if the end is not after the start
     */
    public static DateSpan of(LocalDate start, LocalDate end) {
        return new DateSpan(start, Optional.of(end));
    }

    /**
     * Returns a span that goes on.
     *
     * @param start the first day
     * @return the span
     */
    public static DateSpan from(LocalDate start) {
        return new DateSpan(start, Optional.empty());
    }

    /**
     * Tells whether a day belongs to the span.
     *
     * @param date the day
     * @return true if {@code start <= date < end}
     */
    public boolean contains(LocalDate date) {
        return !date.isBefore(start) && end.map(date::isBefore).orElse(true);
    }

    /**
     * Tells whether the span is over when another begins.
     *
     * @param other the other span
     * @return true if no day of this span is on or after the first day of the other
     */
    public boolean endsBefore(DateSpan other) {
        return end.map(day -> !day.isAfter(other.start)).orElse(false);
    }

    /**
     * Returns the span as two days.
     *
     * @return such as {@code 2025-03-01 to 2025-04-01}, {@code 2025-03-01 on}
     */
    @Override
    public String toString() {
        return start + end.map(day -> " to " + day).orElse(" on");
    }
}
