package dev.tenure.lifetime.noncontractual;

import java.time.LocalDate;

/**
 * The repeat purchases of a week, and up to it, as expected of new clients who came when those of the sample came, and as they were.
 *
 * @param firstDay the first day
 * @param lastDay the last day; the first and the last week of a time can have fewer than seven days
 * @param heldOut true if the week is after the end
 * @param expected how many purchases the model expects in the week, zero or more
 * @param actual how many there were
 * @param cumulativeExpected how many the model expects from the first client up to the end of the week
 * @param cumulativeActual how many there were
 */
public record TrackedWeek(
        LocalDate firstDay,
        LocalDate lastDay,
        boolean heldOut,
        double expected,
        long actual,
        double cumulativeExpected,
        long cumulativeActual) {}
