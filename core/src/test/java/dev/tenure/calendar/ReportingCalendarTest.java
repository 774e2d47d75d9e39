package dev.tenure.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.WeekFields;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReportingCalendarTest {

    private static final WeekFields US = WeekFields.SUNDAY_START;
    private static final WeekFields MIDDLE_EAST = WeekFields.of(DayOfWeek.SATURDAY, 1);

    // golden

    /** Source: ISO 8601-1:2019, 3.1.1.23: weeks begin on Monday, the first is that with the year's first Thursday. By hand. */
    @ParameterizedTest
    @CsvSource({
        "2004-12-31, 2004-W53", // a Friday of a year that began on a Thursday
        "2005-01-01, 2004-W53",
        "2005-01-02, 2004-W53",
        "2005-01-03, 2005-W01",
        "2005-12-31, 2005-W52",
        "2006-01-01, 2005-W52",
        "2007-01-01, 2007-W01", // a Monday
        "2008-12-28, 2008-W52",
        "2008-12-29, 2009-W01", // three days of 2008 belong to 2009
        "2009-12-31, 2009-W53",
        "2010-01-03, 2009-W53", // three days of 2010 belong to 2009
        "2010-01-04, 2010-W01",
        "2016-01-01, 2015-W53",
        "2018-12-30, 2018-W52",
        "2018-12-31, 2019-W01",
        "2020-02-29, 2020-W09",
        "2020-12-31, 2020-W53",
        "2021-01-03, 2020-W53",
        "2021-01-04, 2021-W01",
        "2025-03-01, 2025-W09"
    })
    void week_iso(LocalDate day, String label) {
        assertEquals(label, label(ReportingCalendar.of(Granularity.WEEK), day));
    }

    /** Weeks begin on Sunday, 1 January is in the first: as {@code WEEKNUM} of spreadsheets. By hand. */
    @ParameterizedTest
    @CsvSource({
        "2021-12-25, 2021-W52",
        "2021-12-26, 2022-W01",
        "2022-01-01, 2022-W01", // a Saturday: its week has one day of 2022
        "2022-01-02, 2022-W02",
        "2022-12-31, 2022-W53",
        "2023-01-01, 2023-W01",
        "2024-12-28, 2024-W52",
        "2024-12-29, 2025-W01"
    })
    void week_us(LocalDate day, String label) {
        assertEquals(label, label(ReportingCalendar.of(Granularity.WEEK).withWeekRule(US), day));
    }

    /** Weeks begin on Saturday, 1 January is in the first. By hand. */
    @ParameterizedTest
    @CsvSource({
        "2023-12-29, 2023-W52",
        "2023-12-30, 2024-W01",
        "2024-01-05, 2024-W01",
        "2024-01-06, 2024-W02",
        "2024-12-27, 2024-W52",
        "2024-12-28, 2025-W01"
    })
    void week_middleEast(LocalDate day, String label) {
        assertEquals(label, label(ReportingCalendar.of(Granularity.WEEK).withWeekRule(MIDDLE_EAST), day));
    }

    @ParameterizedTest
    @CsvSource({
        "JANUARY, 2025-03-31, 2025-Q1, 2025, 2025-01-01",
        "JANUARY, 2025-04-01, 2025-Q2, 2025, 2025-01-01",
        "APRIL, 2025-03-31, FY2025-Q4, FY2025, 2024-04-01",
        "APRIL, 2025-04-01, FY2026-Q1, FY2026, 2025-04-01",
        "JULY, 2025-06-30, FY2025-Q4, FY2025, 2024-07-01",
        "OCTOBER, 2025-12-31, FY2026-Q1, FY2026, 2025-10-01",
        "OCTOBER, 2026-01-01, FY2026-Q2, FY2026, 2025-10-01",
        "FEBRUARY, 2024-02-29, FY2025-Q1, FY2025, 2024-02-01",
        "DECEMBER, 2025-11-30, FY2025-Q4, FY2025, 2024-12-01"
    })
    void quarterAndYear_followTheFiscalYear(
            Month start, LocalDate day, String quarter, String year, LocalDate yearStart) {
        assertEquals(quarter, label(ReportingCalendar.of(Granularity.QUARTER).withFiscalYearStart(start), day));
        ReportingPeriod period = ReportingCalendar.of(Granularity.YEAR)
                .withFiscalYearStart(start)
                .periodOf(day);
        assertEquals(year, period.label());
        assertEquals(yearStart, period.start());
        assertEquals(yearStart.plusYears(1), period.end());
    }

    @Test
    void month_isNumberedFromJanuaryOfYearZero() {
        ReportingCalendar months = ReportingCalendar.of(Granularity.MONTH);

        assertEquals(0, months.indexOf(LocalDate.of(0, 1, 31)));
        assertEquals(-1, months.indexOf(LocalDate.of(-1, 12, 1)));
        assertEquals(24_302, months.indexOf(LocalDate.of(2025, 3, 1)));
        assertEquals("2025-03", months.period(24_302).label());
    }

    @Test
    void week_isNumberedFromTheMondayBefore1970() {
        ReportingCalendar weeks = ReportingCalendar.of(Granularity.WEEK);

        assertEquals(0, weeks.indexOf(LocalDate.of(1969, 12, 29)));
        assertEquals(0, weeks.indexOf(LocalDate.of(1970, 1, 4)));
        assertEquals(1, weeks.indexOf(LocalDate.of(1970, 1, 5)));
        assertEquals(-1, weeks.indexOf(LocalDate.of(1969, 12, 28)));
    }

    // laws

    @Provide
    static Arbitrary<ReportingCalendar> calendars() {
        return Combinators.combine(
                        Arbitraries.of(Granularity.class),
                        Arbitraries.of(Month.class),
                        Arbitraries.of(DayOfWeek.class),
                        Arbitraries.integers().between(1, 7))
                .as((granularity, month, first, fewest) ->
                        new ReportingCalendar(granularity, month, WeekFields.of(first, fewest)));
    }

    @Provide
    static Arbitrary<LocalDate> days() {
        return Arbitraries.oneOf(
                        Arbitraries.longs().between(-1_000, 30_000),
                        Arbitraries.longs().between(-4_000_000, 4_000_000))
                .map(LocalDate::ofEpochDay);
    }

    @Property
    void everyDayIsInItsPeriod_andInNoNeighbour(
            @ForAll("calendars") ReportingCalendar calendar, @ForAll("days") LocalDate day) {
        long index = calendar.indexOf(day);

        assertTrue(calendar.periodOf(day).contains(day));
        assertTrue(!calendar.period(index - 1).contains(day));
        assertTrue(!calendar.period(index + 1).contains(day));
    }

    @Property
    void periodsTileTime(@ForAll("calendars") ReportingCalendar calendar, @ForAll("days") LocalDate day) {
        ReportingPeriod period = calendar.periodOf(day);

        assertEquals(period.end(), calendar.period(period.index() + 1).start());
        assertEquals(period.start(), calendar.period(period.index() - 1).end());
        assertEquals(period, calendar.periodOf(period.start()));
        assertEquals(period, calendar.periodOf(period.end().minusDays(1)));
    }

    @Property
    void theNumberAndThePeriodAreInverse(
            @ForAll("calendars") ReportingCalendar calendar, @ForAll @IntRange(min = -50_000, max = 50_000) int index) {
        ReportingPeriod period = calendar.period(index);

        assertEquals(index, period.index());
        assertEquals(index, calendar.indexOf(period.start()));
        assertEquals(index, calendar.indexOf(period.end().minusDays(1)));
    }

    @Property
    void aLaterDayIsNeverInAnEarlierPeriod(
            @ForAll("calendars") ReportingCalendar calendar,
            @ForAll("days") LocalDate day,
            @ForAll @IntRange(max = 1000) int later) {
        assertTrue(calendar.indexOf(day) <= calendar.indexOf(day.plusDays(later)));
    }

    @Property
    void aPeriodIsAsLongAsItsNameSays(@ForAll("calendars") ReportingCalendar calendar, @ForAll("days") LocalDate day) {
        ReportingPeriod period = calendar.periodOf(day);

        assertEquals(
                switch (calendar.granularity()) {
                    case WEEK -> period.start().plusDays(7);
                    case MONTH -> period.start().plusMonths(1);
                    case QUARTER -> period.start().plusMonths(3);
                    case YEAR -> period.start().plusMonths(12);
                },
                period.end());
        if (calendar.granularity() == Granularity.WEEK) {
            assertEquals(calendar.weekRule().getFirstDayOfWeek(), period.start().getDayOfWeek());
        } else {
            assertEquals(1, period.start().getDayOfMonth());
        }
    }

    @Property
    void fourQuartersAreAYear(@ForAll("days") LocalDate day, @ForAll Month start) {
        ReportingPeriod year = ReportingCalendar.of(Granularity.YEAR)
                .withFiscalYearStart(start)
                .periodOf(day);
        ImmutableList<ReportingPeriod> quarters = ReportingCalendar.of(Granularity.QUARTER)
                .withFiscalYearStart(start)
                .periods(year.start(), year.end().minusDays(1));

        assertEquals(
                List.of(year + "-Q1", year + "-Q2", year + "-Q3", year + "-Q4"),
                quarters.stream().map(ReportingPeriod::label).toList());
        assertEquals(year.start(), quarters.get(0).start());
        assertEquals(year.end(), quarters.get(3).end());
    }

    @Property(tries = 200)
    void neighboursHaveDifferentLabels(@ForAll("calendars") ReportingCalendar calendar, @ForAll("days") LocalDate day) {
        List<ReportingPeriod> periods = calendar.periods(day, day.plusYears(2));

        assertEquals(
                periods.size(),
                periods.stream().map(ReportingPeriod::label).distinct().count());
    }

    // edges

    @Test
    void periods_coverBothDays() {
        ImmutableList<ReportingPeriod> months =
                ReportingCalendar.of(Granularity.MONTH).periods(LocalDate.of(2024, 1, 31), LocalDate.of(2024, 3, 1));

        assertEquals("[2024-01, 2024-02, 2024-03]", months.toString());
        assertEquals(29, months.get(1).days());
    }

    @ParameterizedTest
    @EnumSource
    void periods_ofOneDay_isOne(Granularity granularity) {
        LocalDate leapDay = LocalDate.of(2024, 2, 29);

        assertEquals(
                ImmutableList.of(ReportingCalendar.of(granularity).periodOf(leapDay)),
                ReportingCalendar.of(granularity).periods(leapDay, leapDay));
    }

    @ParameterizedTest
    @EnumSource
    void periodOf_theEndsOfTime_isRefusedWhereThePeriodReachesBeyond(Granularity granularity) {
        ReportingCalendar calendar = ReportingCalendar.of(granularity);

        assertThrows(DateTimeException.class, () -> calendar.periodOf(LocalDate.MAX));
        assertTrue(calendar.periodOf(LocalDate.MAX.minusYears(2)).contains(LocalDate.MAX.minusYears(2)));
        assertTrue(calendar.periodOf(LocalDate.MIN.plusYears(2)).contains(LocalDate.MIN.plusYears(2)));
    }

    @ParameterizedTest
    @EnumSource
    void period_ofANumberWithoutADate_isAnOverflow(Granularity granularity) {
        ReportingCalendar calendar = ReportingCalendar.of(granularity);

        assertThrows(ArithmeticException.class, () -> calendar.period(Long.MAX_VALUE));
        assertThrows(ArithmeticException.class, () -> calendar.period(Long.MIN_VALUE));
    }

    @Test
    void withWeekRuleAndFiscalYear_keepTheRest() {
        assertEquals(
                new ReportingCalendar(Granularity.QUARTER, Month.APRIL, US),
                ReportingCalendar.of(Granularity.QUARTER).withWeekRule(US).withFiscalYearStart(Month.APRIL));
        assertEquals(
                new ReportingCalendar(Granularity.WEEK, Month.JANUARY, WeekFields.ISO),
                ReportingCalendar.of(Granularity.WEEK));
    }

    // messages

    @Test
    void periods_inTheWrongOrder_saysWhich() {
        assertEquals(
                "last must not be before first: 2025-03-02, 2025-03-01",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> ReportingCalendar.of(Granularity.MONTH)
                                        .periods(LocalDate.of(2025, 3, 2), LocalDate.of(2025, 3, 1)))
                        .getMessage());
    }

    @Test
    @SuppressWarnings("NullAway") // what happens to a caller who does not check nullness
    void null_isNamed() {
        ReportingCalendar months = ReportingCalendar.of(Granularity.MONTH);

        assertEquals("granularity", nullMessage(() -> ReportingCalendar.of(null)));
        assertEquals("fiscalYearStart", nullMessage(() -> months.withFiscalYearStart(null)));
        assertEquals("weekRule", nullMessage(() -> months.withWeekRule(null)));
    }

    private static String nullMessage(Executable action) {
        return assertThrows(NullPointerException.class, action).getMessage();
    }

    private static String label(ReportingCalendar calendar, LocalDate day) {
        return calendar.periodOf(day).label();
    }
}
