package dev.tenure.calendar.icalendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import dev.tenure.calendar.BusinessCalendar;
import dev.tenure.calendar.DayHours;
import dev.tenure.calendar.Granularity;
import dev.tenure.calendar.MissingYears;
import dev.tenure.calendar.ReportingCalendar;
import dev.tenure.calendar.WeeklyHours;
import dev.tenure.calendar.WorkSchedule;
import dev.tenure.calendar.jollyday.JollydayHolidays;
import dev.tenure.calendar.russia.RussianProductionCalendar;
import dev.tenure.calendar.russia.WorkingTimeNorm;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** The worked example of docs/holidays.md. */
class HolidaysWorkedExampleTest {

    @Test
    void theNumbersOfThePageAreThese() {
        RussianProductionCalendar russia = RussianProductionCalendar.published();
        WorkingTimeNorm november = russia.norm(
                        ReportingCalendar.of(Granularity.MONTH).periodOf(LocalDate.of(2025, 11, 1)))
                .orElseThrow();
        WorkSchedule moscow = WorkSchedule.of(
                        ZoneId.of("Europe/Moscow"),
                        WeeklyHours.mondayToFriday(DayHours.parse("09:00-13:00", "14:00-18:00")))
                .withHolidays(russia, Year.of(2024), Year.of(2026), MissingYears.REJECT);

        assertEquals(19, november.workingDays());
        assertEquals(Duration.ofHours(151), november.hours(Duration.ofHours(40)));
        assertEquals(Duration.parse("PT135H48M"), november.hours(Duration.ofHours(36)));
        assertEquals(DayHours.parse("09:00-13:00", "14:00-17:00"), moscow.hoursOn(LocalDate.of(2025, 11, 1)));
        assertEquals(
                "No. 1335 of 2024-10-04",
                russia.year(Year.of(2025)).orElseThrow().decree().toString());
        assertFalse(russia.year(Year.of(2027)).isDefined());

        HolidayManager jollyday = HolidayManager.getInstance(ManagerParameters.create("de"));
        WorkSchedule berlin = WorkSchedule.of(
                        ZoneId.of("Europe/Berlin"), WeeklyHours.mondayToFriday(DayHours.parse("09:00-17:00")))
                .withHolidays(
                        JollydayHolidays.of(jollyday, Year.of(2025), Year.of(2026), "be"),
                        Year.of(2025),
                        Year.of(2026),
                        MissingYears.REJECT);

        assertEquals(DayHours.closed(), berlin.hoursOn(LocalDate.of(2026, 4, 3)));

        String text = """
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//example//EN
                BEGIN:VEVENT
                UID:retreat
                SUMMARY:Company retreat
                DTSTART;VALUE=DATE:20260611
                DTEND;VALUE=DATE:20260613
                END:VEVENT
                BEGIN:VEVENT
                UID:planning
                SUMMARY:Planning
                DTSTART;TZID=Europe/Berlin:20260323T090000
                DTEND;TZID=Europe/Berlin:20260323T110000
                RRULE:FREQ=WEEKLY;COUNT=3
                EXDATE;TZID=Europe/Berlin:20260406T090000
                END:VEVENT
                END:VCALENDAR
                """;
        ICalendar team = ICalendar.parse(text);
        WorkSchedule withRetreat = berlin.withHolidays(
                team.daysOff(Year.of(2026), Year.of(2026)), Year.of(2026), Year.of(2026), MissingYears.REJECT);
        Instant march = Instant.parse("2026-03-01T00:00:00Z");
        Instant may = Instant.parse("2026-05-01T00:00:00Z");
        BusinessCalendar answering = BusinessCalendar.of(withRetreat)
                .difference(BusinessCalendar.ofIntervals(team.busy(march, may, ZoneId.of("Europe/Berlin"))));

        assertEquals(DayHours.closed(), withRetreat.hoursOn(LocalDate.of(2026, 6, 12)));
        assertEquals(
                Duration.ofHours(8),
                BusinessCalendar.of(withRetreat)
                        .between(Instant.parse("2026-03-30T00:00:00Z"), Instant.parse("2026-03-31T00:00:00Z")));
        assertEquals(
                Duration.ofHours(6),
                answering.between(Instant.parse("2026-03-30T00:00:00Z"), Instant.parse("2026-03-31T00:00:00Z")));
        assertFalse(answering.isOpen(Instant.parse("2026-03-23T08:30:00Z")));
        assertFalse(answering.isOpen(Instant.parse("2026-03-30T07:30:00Z")));
        assertTrue(answering.isOpen(Instant.parse("2026-03-30T09:00:00Z")));
    }
}
