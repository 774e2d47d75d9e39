package dev.tenure.calendar.russia;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import dev.tenure.calendar.HolidayProvider;
import dev.tenure.calendar.ReportingPeriod;
import dev.tenure.calendar.SpecialDay;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The Russian production calendar: public holidays, days off that the government moved, working Saturdays with their hours,
 * shortened days, and the norm of working hours, all for the five-day week.
 *
 * <p><b>Conventions.</b> It holds the years whose decree is published and whose calendar was held against a second source. A
 * later year, or one that is known elsewhere, is added by {@link #with}. Regional holidays are not in it.
 *
 * <p><b>Errors.</b> A year that is not held is {@link Reason#NO_DATA}: its days off are not known, because the decree that moves
 * them is published only in the year before.
 *
 * <p><b>Source.</b> Labour Code of the Russian Federation, articles 95 and 112; the decrees that each {@link ProductionYear}
 * names.
 */
public final class RussianProductionCalendar implements HolidayProvider {

    private static final RussianProductionCalendar PUBLISHED =
            new RussianProductionCalendar(Maps.uniqueIndex(PublishedYears.ALL, ProductionYear::year));

    private final ImmutableSortedMap<Year, ProductionYear> years;

    private RussianProductionCalendar(Map<Year, ProductionYear> years) {
        this.years = ImmutableSortedMap.copyOf(years);
    }

    /**
     * Returns the calendar of the years that this version of the library knows.
     *
     * @return the calendar, from 2024 on
     */
    public static RussianProductionCalendar published() {
        return PUBLISHED;
    }

    /**
     * Returns this calendar with one more year, or with another calendar of a year it has.
     *
     * @param year the year
     * @return the changed calendar
     */
    public RussianProductionCalendar with(ProductionYear year) {
        Map<Year, ProductionYear> changed = new TreeMap<>(years);
        changed.put(year.year(), year);
        return new RussianProductionCalendar(changed);
    }

    /**
     * Returns the years of the calendar.
     *
     * @return the years, earliest first
     */
    public ImmutableSortedMap<Year, ProductionYear> years() {
        return years;
    }

    /**
     * Returns the calendar of a year.
     *
     * @param year the year
     * @return its calendar with the decree; undefined if the year is not held
     */
    public Outcome<ProductionYear> year(Year year) {
        ProductionYear found = years.get(Objects.requireNonNull(year, "year"));
        if (found != null) {
            return Outcome.of(found);
        }
        boolean isAhead = year.isAfter(years.lastKey());
        return Outcome.undefined(
                Reason.NO_DATA,
                "production calendar of " + year
                        + (isAhead ? " is not yet published, or not verified" : " is not held"));
    }

    @Override
    public Outcome<ImmutableSortedMap<LocalDate, SpecialDay>> specialDays(Year year) {
        return year(year).map(ProductionYear::specialDays);
    }

    /**
     * Returns the norm of working time of a month, a quarter, a year or any other period.
     *
     * @param period the period; it may reach over several years
     * @return the days and hours of the period; undefined if one of its years is not held
     */
    public Outcome<WorkingTimeNorm> norm(ReportingPeriod period) {
        Outcome<WorkingTimeNorm> norm = Outcome.of(new WorkingTimeNorm(0, 0, 0));
        for (LocalDate date = period.start(); date.isBefore(period.end()); ) {
            LocalDate end = Collections.min(
                    List.of(period.end(), Year.from(date).plusYears(1).atDay(1)));
            LocalDate first = date;
            norm = norm.flatMap(sum -> year(Year.from(first)).map(year -> sum.plus(norm(year, first, end))));
            date = end;
        }
        return norm;
    }

    private static WorkingTimeNorm norm(ProductionYear year, LocalDate first, LocalDate end) {
        return new WorkingTimeNorm(
                Math.toIntExact(ChronoUnit.DAYS.between(first, end)),
                Math.toIntExact(first.datesUntil(end).filter(year::isWorkingDay).count()),
                Math.toIntExact(first.datesUntil(end).filter(year::isShortened).count()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RussianProductionCalendar calendar && years.equals(calendar.years);
    }

    @Override
    public int hashCode() {
        return years.hashCode();
    }

    /**
     * Returns which years the calendar holds.
     *
     * @return such as {@code Russian production calendar of [2024, 2025, 2026]}
     */
    @Override
    public String toString() {
        return "Russian production calendar of " + years.keySet();
    }
}
