package dev.tenure.calendar;

import com.google.common.collect.ImmutableSortedMap;
import dev.tenure.explain.Outcome;
import java.time.LocalDate;
import java.time.Year;

/**
 * Knows which dates of a year are no ordinary days of their week: public holidays, working weekends, shortened days.
 *
 * <p><b>Conventions.</b> A provider is pure: it answers from data it holds and reads neither a clock nor a file. What it does
 * not know it says: a year it has no data for is undefined, never a year without holidays.
 */
@FunctionalInterface
public interface HolidayProvider {

    /**
     * Returns the special days of a year.
     *
     * @param year the year
     * @return the special days by date, all of that year, earliest first; undefined with the reason where the provider has no
     *     data for the year, such as one whose calendar is not yet published
     */
    Outcome<ImmutableSortedMap<LocalDate, SpecialDay>> specialDays(Year year);
}
