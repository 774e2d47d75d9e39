package dev.tenure.calendar;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Range;
import dev.tenure.explain.Outcome;
import dev.tenure.internal.ValueStyle;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * When a team works: the hours of an ordinary week in one time zone, the dates that differ from it, and the breaks.
 *
 * <p><b>Conventions.</b>
 *
 * <ul>
 *   <li>An override replaces the hours that begin on its date: a holiday ({@link DayHours#closed()}), a shortened day, a
 *       working Saturday.
 *   <li>A break takes wall-clock time away on its date, from whatever shift it falls into; closing wins over opening.
 *   <li>A night shift belongs to the date on which it starts; {@link #shiftTail()} says whether a closed date ends it.
 *   <li>A business day is a date on which work begins. Steps from a date that is none first go to the nearest business day in
 *       the direction of travel, then step.
 *   <li>A date that the zone skipped has no hours.
 * </ul>
 *
 * <p><b>Errors.</b> A break that runs over midnight is an {@link IllegalArgumentException}. A date outside {@link #coverage()}
 * is an {@link UncoveredDateException}. A step that finds no business day up to the end of year 9999 is a {@link
 * NoWorkingTimeException}.
 */
@ValueStyle
@Value.Immutable
public abstract class WorkSchedule {

    WorkSchedule() {}

    /**
     * Returns the time zone in which the hours are read.
     *
     * @return the zone
     */
    public abstract ZoneId zone();

    /**
     * Returns the hours of an ordinary week.
     *
     * @return the week
     */
    public abstract WeeklyHours weekly();

    /**
     * Returns the dates whose hours differ from the ordinary week.
     *
     * @return the hours that begin on each of these dates, earliest first
     */
    @Value.NaturalOrder
    public abstract ImmutableSortedMap<LocalDate, DayHours> overrides();

    /**
     * Returns the wall-clock time taken away on single dates.
     *
     * @return the breaks by date, earliest first
     */
    @Value.NaturalOrder
    public abstract ImmutableSortedMap<LocalDate, DayHours> breaks();

    /**
     * Returns what ends a night shift before a date that an override closes.
     *
     * @return the rule; a shift runs on unless set otherwise
     */
    @Value.Default
    public ShiftTail shiftTail() {
        return ShiftTail.RUNS_ON;
    }

    /**
     * Returns the dates of which the schedule knows the hours.
     *
     * @return the dates; all dates unless set otherwise
     */
    @Value.Default
    public Range<LocalDate> coverage() {
        return Range.all();
    }

    @Value.Check
    void check() {
        breaks().forEach((date, hours) -> hours.ranges()
                .forEach(range ->
                        checkArgument(!range.isOvernight(), "breaks must end on their date: %s %s", date, range)));
    }

    /**
     * Returns a schedule that is the same every week.
     *
     * @param zone the time zone in which the hours are read
     * @param weekly the hours of the week
     * @return the schedule
     */
    public static WorkSchedule of(ZoneId zone, WeeklyHours weekly) {
        return builder().zone(zone).weekly(weekly).build();
    }

    /**
     * Returns this schedule with the special days of some years. Overrides that are set already stay.
     *
     * @param provider who knows the special days
     * @param first the first year
     * @param last the last year, not before the first
     * @param missing what to do with years without data
     * @return the changed schedule; with {@link MissingYears#REJECT} it covers these years and no other date
     * @throws IllegalArgumentException if the last year is before the first, or if a year has no data and such years are
     *     rejected
     */
    public final WorkSchedule withHolidays(HolidayProvider provider, Year first, Year last, MissingYears missing) {
        checkArgument(!last.isBefore(first), "last must not be before first: %s, %s", first, last);
        SortedMap<LocalDate, DayHours> hours = new TreeMap<>();
        for (Year year = first; !year.isAfter(last); year = year.plusYears(1)) {
            specialDays(provider, year, missing).forEach((date, day) -> hours.put(date, hoursOf(day)));
        }
        hours.putAll(overrides());
        WorkScheduleBuilder changed = toBuilder().overrides(hours);
        if (missing == MissingYears.REJECT) {
            changed.coverage(Range.closedOpen(first.atDay(1), last.plusYears(1).atDay(1)));
        }
        return changed.build();
    }

    private static Map<LocalDate, SpecialDay> specialDays(HolidayProvider provider, Year year, MissingYears missing) {
        Outcome<ImmutableSortedMap<LocalDate, SpecialDay>> days = provider.specialDays(year);
        checkArgument(
                days.isDefined() || missing == MissingYears.ASSUME_WEEKLY,
                "year must have holiday data: %s %s",
                year,
                days);
        return days.toOptional().orElseGet(ImmutableSortedMap::of);
    }

    private DayHours hoursOf(SpecialDay day) {
        if (day instanceof SpecialDay.WorkingDay working) {
            return weekly().on(working.hoursOf()).shortenedBy(working.shortenedBy());
        }
        return DayHours.closed();
    }

    /**
     * Returns the hours that begin on a date, before breaks are taken away.
     *
     * @param date the date
     * @return the override of the date, or else the hours of its day of the week; closed if the zone skipped the date
     * @throws UncoveredDateException if the date is not covered
     */
    public final DayHours hoursOn(LocalDate date) {
        if (!coverage().contains(date)) {
            throw new UncoveredDateException(date, coverage());
        }
        if (businessDays().isSkipped(date)) {
            return DayHours.closed();
        }
        DayHours override = overrides().get(date);
        return override == null ? weekly().on(date.getDayOfWeek()) : override;
    }

    /**
     * Tells whether work begins on a date.
     *
     * @param date the date
     * @return true if the date has hours and its zone did not skip it
     * @throws UncoveredDateException if the date is not covered
     */
    public final boolean isBusinessDay(LocalDate date) {
        businessDays().checkCovered(date);
        return businessDays().isBusinessDay(date);
    }

    /**
     * Counts the business days from one date to another.
     *
     * @param from the first date, inclusive
     * @param to the last date, exclusive
     * @return how many; negative if {@code to} is earlier than {@code from}
     * @throws UncoveredDateException if a date that would be counted is not covered
     */
    public final BusinessDays businessDaysBetween(LocalDate from, LocalDate to) {
        return BusinessDays.of(businessDays().between(from, to));
    }

    /**
     * Returns the date that is a number of business days later. A date that is no business day first goes to the next one.
     *
     * @param date the date from which to step
     * @param days how many business days; negative steps back
     * @return a business day; the date itself for zero days
     * @throws NoWorkingTimeException if there are not that many up to the end of year 9999
     * @throws UncoveredDateException if the step begins or ends on a date that is not covered
     */
    public final LocalDate plus(LocalDate date, BusinessDays days) {
        return businessDays().step(date, days.count());
    }

    /**
     * Returns the date that is a number of business days earlier. A date that is no business day first goes to the one before.
     *
     * @param date the date from which to step
     * @param days how many business days; negative steps forward
     * @return a business day; the date itself for zero days
     * @throws NoWorkingTimeException if there were not that many since the beginning of year 0
     * @throws UncoveredDateException if the step begins or ends on a date that is not covered
     */
    public final LocalDate minus(LocalDate date, BusinessDays days) {
        return businessDays().step(date, -(long) days.count());
    }

    @Value.Lazy
    BusinessDayCount businessDays() {
        return new BusinessDayCount(this);
    }

    /**
     * Returns a builder with the values of this schedule.
     *
     * @return the builder
     */
    public final WorkScheduleBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * Returns a builder.
     *
     * @return the builder; it needs a zone and the weekly hours
     */
    public static WorkScheduleBuilder builder() {
        return new WorkScheduleBuilder();
    }
}
