package dev.tenure.calendar;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * One period of a {@link ReportingCalendar}: from its first day, inclusive, to the first day of the next, exclusive.
 *
 * @param index the number of the period in its calendar; consecutive periods have consecutive numbers
 * @param start the first day, inclusive
 * @param end the first day of the next period, exclusive
 * @param label what people call it, such as {@code 2025-03}, {@code 2025-Q1}, {@code FY2026-Q1}, {@code 2025-W09},
 *     {@code 2025}
 */
public record ReportingPeriod(long index, LocalDate start, LocalDate end, String label)
        implements Comparable<ReportingPeriod>, Serializable {

    /**
     * Creates a period.
     *
     * @param index the number of the period in its calendar
     * @param start the first day, inclusive
     * @param end the first day of the next period, exclusive, after {@code start}
     * @param label what people call it, not blank
     */
    public ReportingPeriod {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
        Objects.requireNonNull(label, "label");
        checkArgument(start.isBefore(end), "end must be after start: %s, %s", start, end);
        checkArgument(!label.isBlank(), "label must not be blank: '%s'", label);
    }

    /**
     * Tells whether a day belongs to the period.
     *
     * @param day the day
     * @return true if {@code start <= day < end}
     */
    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && day.isBefore(end);
    }

    /**
     * Returns how long the period is.
     *
     * @return the number of days, positive
     */
    public int days() {
        return Math.toIntExact(ChronoUnit.DAYS.between(start, end));
    }

    /**
     * Compares by number, so that periods of one calendar sort by time.
     *
     * @param other a period of the same calendar
     * @return negative, zero or positive
     */
    @Override
    public int compareTo(ReportingPeriod other) {
        return Long.compare(index, other.index);
    }

    /**
     * Returns the label.
     *
     * @return the label
     */
    @Override
    public String toString() {
        return label;
    }
}
