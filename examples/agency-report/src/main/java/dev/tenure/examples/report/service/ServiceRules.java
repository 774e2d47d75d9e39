package dev.tenure.examples.report.service;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.tenure.calendar.BusinessDays;
import dev.tenure.calendar.DayHours;
import dev.tenure.calendar.HolidayProvider;
import dev.tenure.calendar.MissingYears;
import dev.tenure.calendar.WeeklyHours;
import dev.tenure.calendar.WorkSchedule;
import dev.tenure.calendar.russia.RussianProductionCalendar;
import java.time.Year;
import java.time.ZoneId;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * When the agency works, and how long it may be silent.
 *
 * @param hours the hours of a day from Monday to Friday
 * @param holidays which days are special
 * @param missing what holds in a year whose special days are not known
 * @param silence how many business days may pass from news to news
 */
public record ServiceRules(DayHours hours, Holidays holidays, MissingYears missing, BusinessDays silence) {

    /** Which days are no ordinary days of their week. */
    public enum Holidays {
        /** None. */
        NONE,
        /** Those of the Russian production calendar. */
        RU
    }

    /** Eight hours with a break at noon, no holidays, and news at least once a week. */
    public static final ServiceRules STANDARD = new ServiceRules(
            DayHours.parse("09:00-13:00", "14:00-18:00"), Holidays.NONE, MissingYears.REJECT, BusinessDays.of(5));

    /** The sample's: the production calendar where it is held, and the plain week in the years before. */
    public static final ServiceRules SAMPLE =
            new ServiceRules(STANDARD.hours(), Holidays.RU, MissingYears.ASSUME_WEEKLY, STANDARD.silence());

    /**
     * Creates the rules.
     *
     * @param hours the hours of a day
     * @param holidays which days are special
     * @param missing what holds in a year that is not known
     * @param silence the business days from news to news, zero or more
     */
    public ServiceRules {
        Objects.requireNonNull(hours, "hours");
        Objects.requireNonNull(holidays, "holidays");
        Objects.requireNonNull(missing, "missing");
        checkArgument(silence.count() >= 0, "silence must not be negative: %s", silence);
    }

    /**
     * Returns the years whose special days are not known.
     *
     * @param first the first year that is asked for
     * @param last the last one
     * @return the years, earliest first; empty if no special days were asked for
     */
    public ImmutableList<Year> unknownYears(Year first, Year last) {
        return holidays == Holidays.NONE
                ? ImmutableList.of()
                : Stream.iterate(first, year -> !year.isAfter(last), year -> year.plusYears(1))
                        .filter(year -> !provider().specialDays(year).isDefined())
                        .collect(ImmutableList.toImmutableList());
    }

    /**
     * Returns when the agency works.
     *
     * @param zone where it works
     * @param first the first year with tickets
     * @param last the year of the question; the one after it is covered too if it is known
     * @return the schedule
     * @throws IllegalArgumentException if the special days of one of the years are not known and such years are rejected
     */
    public WorkSchedule schedule(ZoneId zone, Year first, Year last) {
        WorkSchedule weekly = WorkSchedule.of(zone, WeeklyHours.mondayToFriday(hours));
        if (holidays == Holidays.NONE) {
            return weekly;
        }
        boolean isKnown = provider().specialDays(last.plusYears(1)).isDefined();
        return weekly.withHolidays(provider(), first, isKnown ? last.plusYears(1) : last, missing);
    }

    private static HolidayProvider provider() {
        return RussianProductionCalendar.published();
    }
}
