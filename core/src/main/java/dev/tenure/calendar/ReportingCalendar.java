package dev.tenure.calendar;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.WeekFields;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.LongStream;

/**
 * Divides time into the periods a report is written by: weeks, months, quarters or years, with the agency's own fiscal year
 * and week.
 *
 * <p><b>Formula.</b> Month number {@code m} counts from January of year 0. The quarter is {@code floor((m - s) / 3)} and the
 * year {@code floor((m - s) / 12)}, where {@code s} is how many months after January the fiscal year begins. The week is the
 * number of whole weeks since the first day of a week before 1970.
 *
 * <p><b>Conventions.</b> Periods are half-open: the first day belongs to the period, the first day of the next does not. A
 * fiscal year that does not begin in January is named after the calendar year in which it ends and marked {@code FY}. Weeks
 * are numbered within their week-based year, as {@link WeekFields} does.
 *
 * <p><b>Errors.</b> A period that reaches beyond what {@link LocalDate} can hold is a {@link java.time.DateTimeException}.
 *
 * <p><b>Source.</b> ISO 8601-1:2019 for weeks unless another rule is set.
 *
 * @param granularity how long the periods are
 * @param fiscalYearStart the month in which the fiscal year begins; weeks and months do not depend on it
 * @param weekRule the first day of the week and the fewest days the first week of a year has; only weeks depend on it
 */
public record ReportingCalendar(Granularity granularity, Month fiscalYearStart, WeekFields weekRule)
        implements Serializable {

    private static final int MONTHS_A_QUARTER = 3;
    private static final int MONTHS_A_YEAR = 12;
    private static final int DAYS_A_WEEK = 7;

    /** The epoch day of the Monday before 1970-01-01, which was a Thursday. */
    private static final int SOME_MONDAY = -3;

    /**
     * Creates a calendar.
     *
     * @param granularity how long the periods are
     * @param fiscalYearStart the month in which the fiscal year begins
     * @param weekRule the first day of the week and the fewest days the first week of a year has
     */
    public ReportingCalendar {
        Objects.requireNonNull(granularity, "granularity");
        Objects.requireNonNull(fiscalYearStart, "fiscalYearStart");
        Objects.requireNonNull(weekRule, "weekRule");
    }

    /**
     * Returns the calendar of the given granularity, with the calendar year and ISO weeks.
     *
     * @param granularity how long the periods are
     * @return the calendar
     */
    public static ReportingCalendar of(Granularity granularity) {
        return new ReportingCalendar(granularity, Month.JANUARY, WeekFields.ISO);
    }

    /**
     * Returns this calendar with another beginning of the fiscal year.
     *
     * @param month the first month of the fiscal year
     * @return the changed calendar
     */
    public ReportingCalendar withFiscalYearStart(Month month) {
        return new ReportingCalendar(granularity, month, weekRule);
    }

    /**
     * Returns this calendar with another week.
     *
     * @param rule the first day of the week and the fewest days the first week of a year has
     * @return the changed calendar
     */
    public ReportingCalendar withWeekRule(WeekFields rule) {
        return new ReportingCalendar(granularity, fiscalYearStart, rule);
    }

    /**
     * Returns the period a day belongs to.
     *
     * @param day the day
     * @return the period that contains it
     * @throws java.time.DateTimeException if the period reaches beyond {@link LocalDate#MIN} or {@link LocalDate#MAX}
     */
    public ReportingPeriod periodOf(LocalDate day) {
        return period(indexOf(day));
    }

    /**
     * Returns the number of the period a day belongs to.
     *
     * @param day the day
     * @return the number; consecutive periods have consecutive numbers
     */
    public long indexOf(LocalDate day) {
        return switch (granularity) {
            case WEEK -> Math.floorDiv(day.toEpochDay() - firstDayOfSomeWeek(), DAYS_A_WEEK);
            case MONTH -> monthNumber(day);
            case QUARTER -> Math.floorDiv(monthNumber(day) - fiscalShift(), MONTHS_A_QUARTER);
            case YEAR -> Math.floorDiv(monthNumber(day) - fiscalShift(), MONTHS_A_YEAR);
        };
    }

    /**
     * Returns the period of the given number.
     *
     * @param index the number, as {@link #indexOf(LocalDate)} gives it
     * @return the period
     * @throws ArithmeticException if the number is too large for any date
     * @throws java.time.DateTimeException if the period reaches beyond {@link LocalDate#MIN} or {@link LocalDate#MAX}
     */
    public ReportingPeriod period(long index) {
        LocalDate start = startOf(index);
        return new ReportingPeriod(index, start, startOf(Math.addExact(index, 1)), label(index, start));
    }

    /**
     * Returns the periods that two days and everything between them belong to.
     *
     * @param first the earlier day
     * @param last the later day, inclusive, not before {@code first}
     * @return the periods, earliest first, at least one
     * @throws IllegalArgumentException if {@code last} is before {@code first}
     */
    public ImmutableList<ReportingPeriod> periods(LocalDate first, LocalDate last) {
        checkArgument(!last.isBefore(first), "last must not be before first: %s, %s", first, last);
        return LongStream.rangeClosed(indexOf(first), indexOf(last))
                .mapToObj(this::period)
                .collect(ImmutableList.toImmutableList());
    }

    private LocalDate startOf(long index) {
        return switch (granularity) {
            case WEEK ->
                LocalDate.ofEpochDay(Math.addExact(Math.multiplyExact(index, DAYS_A_WEEK), firstDayOfSomeWeek()));
            case MONTH -> firstDayOfMonth(index);
            case QUARTER -> firstDayOfMonth(Math.addExact(Math.multiplyExact(index, MONTHS_A_QUARTER), fiscalShift()));
            case YEAR -> firstDayOfMonth(Math.addExact(Math.multiplyExact(index, MONTHS_A_YEAR), fiscalShift()));
        };
    }

    private String label(long index, LocalDate start) {
        return switch (granularity) {
            case WEEK ->
                String.format(
                        Locale.ROOT,
                        "%d-W%02d",
                        start.get(weekRule.weekBasedYear()),
                        start.get(weekRule.weekOfWeekBasedYear()));
            case MONTH -> String.format(Locale.ROOT, "%d-%02d", start.getYear(), start.getMonthValue());
            case QUARTER -> yearLabel(Math.floorDiv(index, 4)) + "-Q" + (Math.floorMod(index, 4) + 1);
            case YEAR -> yearLabel(index);
        };
    }

    private String yearLabel(long year) {
        return fiscalShift() == 0 ? Long.toString(year) : "FY" + (year + 1);
    }

    private int fiscalShift() {
        return fiscalYearStart.getValue() - 1;
    }

    private int firstDayOfSomeWeek() {
        return SOME_MONDAY + weekRule.getFirstDayOfWeek().getValue() - 1;
    }

    private static long monthNumber(LocalDate day) {
        return (long) day.getYear() * MONTHS_A_YEAR + day.getMonthValue() - 1;
    }

    private static LocalDate firstDayOfMonth(long monthNumber) {
        return LocalDate.of(
                Math.toIntExact(Math.floorDiv(monthNumber, MONTHS_A_YEAR)),
                Math.floorMod(monthNumber, MONTHS_A_YEAR) + 1,
                1);
    }
}
