package dev.tenure.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.Month;
import org.junit.jupiter.api.Test;

/** The worked example of docs/calendar.md. */
class CalendarWorkedExampleTest {

    @Test
    void theNumbersOfThePageAreThese() {
        LocalDate day = LocalDate.of(2025, 3, 31);
        ReportingPeriod quarter = ReportingCalendar.of(Granularity.QUARTER).periodOf(day);
        ReportingPeriod fiscal = ReportingCalendar.of(Granularity.QUARTER)
                .withFiscalYearStart(Month.APRIL)
                .periodOf(day);
        ReportingPeriod week = ReportingCalendar.of(Granularity.WEEK).periodOf(LocalDate.of(2020, 12, 31));

        assertEquals("2025-Q1", quarter.label());
        assertEquals(90, quarter.days());
        assertEquals("FY2025-Q4", fiscal.label());
        assertEquals(LocalDate.of(2025, 1, 1), fiscal.start());
        assertEquals("2020-W53", week.label());
        assertEquals(LocalDate.of(2020, 12, 28), week.start());
        assertEquals(LocalDate.of(2021, 1, 4), week.end());
    }
}
