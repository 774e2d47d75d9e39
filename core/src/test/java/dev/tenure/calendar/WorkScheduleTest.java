package dev.tenure.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Range;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkScheduleTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId APIA = ZoneId.of("Pacific/Apia");
    private static final WeeklyHours WEEK = WeeklyHours.mondayToFriday(DayHours.parse("09:00-17:00"));
    private static final WorkSchedule OFFICE = WorkSchedule.of(BERLIN, WEEK);
    private static final LocalDate FRIDAY = LocalDate.of(2024, 3, 15);
    private static final LocalDate SATURDAY = LocalDate.of(2024, 3, 16);
    private static final WorkSchedule YEAR_2024 = OFFICE.toBuilder()
            .coverage(Range.closedOpen(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 1, 1)))
            .build();
    private static final String NOTHING_AFTER = "calendar has no business day left up to year 9999";
    private static final String NOTHING_BEFORE = "calendar has no business day left since year 0";

    private static final HolidayProvider PROVIDER = year -> year.getValue() == 2025
            ? Outcome.undefined(Reason.NO_DATA, "not yet published")
            : Outcome.of(ImmutableSortedMap.of(
                    year.atDay(1),
                    new SpecialDay.DayOff("New Year"),
                    year.atMonth(4).atDay(27),
                    new SpecialDay.WorkingDay("moved", DayOfWeek.FRIDAY, Duration.ZERO),
                    year.atMonth(5).atDay(8),
                    new SpecialDay.WorkingDay("eve", DayOfWeek.MONDAY, Duration.ofHours(1)),
                    year.atMonth(6).atDay(3),
                    new SpecialDay.WorkingDay("off", DayOfWeek.SUNDAY, Duration.ZERO)));

    @Test
    void specialDays_becomeOverrides() {
        WorkSchedule schedule = OFFICE.withHolidays(PROVIDER, Year.of(2023), Year.of(2024), MissingYears.REJECT);

        assertEquals(8, schedule.overrides().size());
        assertEquals(DayHours.closed(), schedule.hoursOn(LocalDate.of(2024, 1, 1)));
        assertEquals(DayHours.parse("09:00-17:00"), schedule.hoursOn(LocalDate.of(2024, 4, 27)));
        assertEquals(DayHours.parse("09:00-16:00"), schedule.hoursOn(LocalDate.of(2024, 5, 8)));
        assertEquals(DayHours.closed(), schedule.hoursOn(LocalDate.of(2024, 6, 3)));
        assertEquals(Range.closedOpen(LocalDate.of(2023, 1, 1), LocalDate.of(2025, 1, 1)), schedule.coverage());
    }

    @Test
    void overridesOfTheScheduleItself_stay() {
        WorkSchedule schedule = OFFICE.toBuilder()
                .putOverride(LocalDate.of(2024, 1, 1), DayHours.parse("10:00-12:00"))
                .build()
                .withHolidays(PROVIDER, Year.of(2024), Year.of(2024), MissingYears.REJECT);

        assertEquals(DayHours.parse("10:00-12:00"), schedule.hoursOn(LocalDate.of(2024, 1, 1)));
    }

    @Test
    void yearsWithoutData_areAnError_orOrdinaryIfAsked() {
        WorkSchedule schedule = OFFICE.withHolidays(PROVIDER, Year.of(2024), Year.of(2025), MissingYears.ASSUME_WEEKLY);

        assertEquals(Range.all(), schedule.coverage());
        assertEquals(DayHours.parse("09:00-17:00"), schedule.hoursOn(LocalDate.of(2025, 1, 1)));
        assertMessage(
                "year must have holiday data: 2025 undefined (not yet published)",
                () -> OFFICE.withHolidays(PROVIDER, Year.of(2024), Year.of(2025), MissingYears.REJECT));
        assertMessage(
                "last must not be before first: 2024, 2023",
                () -> OFFICE.withHolidays(PROVIDER, Year.of(2024), Year.of(2023), MissingYears.REJECT));
    }

    @Test
    void breaksOverMidnight_areRefused() {
        assertMessage(
                "breaks must end on their date: 2024-03-15 22:00-06:00",
                () -> OFFICE.toBuilder()
                        .putBreak(FRIDAY, DayHours.parse("22:00-06:00"))
                        .build());
    }

    @Test
    void breakUpToMidnight_isOfItsDate() {
        BusinessCalendar calendar =
                BusinessCalendar.of(WorkSchedule.of(ZoneOffset.UTC, WeeklyHours.allDay()).toBuilder()
                        .putBreak(FRIDAY, DayHours.parse("23:00-24:00"))
                        .build());

        assertFalse(calendar.isOpen(FRIDAY.atTime(23, 59).toInstant(ZoneOffset.UTC)));
        assertTrue(calendar.isOpen(SATURDAY.atStartOfDay().toInstant(ZoneOffset.UTC)));
    }

    @Test
    void datesOutsideTheCoverage_areAnError() {
        String range = "date must be in [2024-01-01..2025-01-01): ";
        LocalDate before = LocalDate.of(2023, 12, 31);
        LocalDate end = LocalDate.of(2025, 1, 1);

        assertUncovered(range + "2023-12-31", () -> YEAR_2024.hoursOn(before));
        assertUncovered(range + "2025-01-01", () -> YEAR_2024.isBusinessDay(end));
        assertUncovered(range + "2025-01-01", () -> YEAR_2024.plus(end, BusinessDays.of(0)));
        assertUncovered(range + "2025-01-01", () -> YEAR_2024.plus(FRIDAY, BusinessDays.of(300)));
        assertUncovered(range + "2023-12-31", () -> YEAR_2024.minus(FRIDAY, BusinessDays.of(300)));
        assertUncovered(range + "2023-12-31", () -> YEAR_2024.businessDaysBetween(before, FRIDAY));
        assertUncovered(range + "2025-01-01", () -> YEAR_2024.businessDaysBetween(end.plusDays(1), FRIDAY));
    }

    @Test
    void wholeCoverage_isCounted() {
        LocalDate first = LocalDate.of(2024, 1, 1);
        LocalDate end = LocalDate.of(2025, 1, 1);

        assertEquals(BusinessDays.of(262), YEAR_2024.businessDaysBetween(first, end));
        assertEquals(BusinessDays.of(-262), YEAR_2024.businessDaysBetween(end, first));
        assertEquals(BusinessDays.of(0), YEAR_2024.businessDaysBetween(end, end));
        assertEquals(LocalDate.of(2024, 12, 31), YEAR_2024.plus(first, BusinessDays.of(261)));
        assertEquals(first, YEAR_2024.minus(LocalDate.of(2024, 12, 31), BusinessDays.of(261)));
    }

    @Test
    void coverageOfOpenBounds_isWalkedToItsEnds() {
        WorkSchedule schedule = OFFICE.toBuilder()
                .coverage(Range.openClosed(LocalDate.of(2023, 12, 31), LocalDate.of(2024, 12, 31)))
                .build();

        assertEquals(LocalDate.of(2024, 12, 31), schedule.plus(LocalDate.of(2024, 1, 1), BusinessDays.of(261)));
        assertEquals(LocalDate.of(2024, 1, 1), schedule.minus(LocalDate.of(2024, 12, 31), BusinessDays.of(261)));
        assertUncovered(
                "date must be in (2023-12-31..2024-12-31]: 2025-01-01",
                () -> schedule.plus(LocalDate.of(2024, 1, 1), BusinessDays.of(262)));
        assertUncovered(
                "date must be in (2023-12-31..2024-12-31]: 2023-12-31",
                () -> schedule.minus(LocalDate.of(2024, 12, 31), BusinessDays.of(262)));
    }

    @Test
    void coverageBeyondTheYears_endsWithThem() {
        WorkSchedule schedule = OFFICE.toBuilder()
                .coverage(Range.closed(LocalDate.of(-500, 1, 1), LocalDate.of(12_000, 1, 1)))
                .build();

        assertNothingLeft(NOTHING_AFTER, () -> schedule.plus(LocalDate.of(9_999, 12, 30), BusinessDays.of(2)));
        assertNothingLeft(NOTHING_BEFORE, () -> schedule.minus(LocalDate.of(0, 1, 4), BusinessDays.of(2)));
    }

    @ParameterizedTest
    @CsvSource({
        // from Friday, Saturday, Sunday and Monday, with a holiday on Monday the 18th
        "2024-03-15, 0, 2024-03-15",
        "2024-03-16, 0, 2024-03-16",
        "2024-03-15, 1, 2024-03-19",
        "2024-03-16, 1, 2024-03-20",
        "2024-03-17, 1, 2024-03-20",
        "2024-03-18, 1, 2024-03-20",
        "2024-03-19, 1, 2024-03-20",
        "2024-03-15, -1, 2024-03-14",
        "2024-03-16, -1, 2024-03-14",
        "2024-03-18, -1, 2024-03-14",
        "2024-03-19, -1, 2024-03-15",
        "2024-03-19, -2, 2024-03-14",
        "2024-03-15, 6, 2024-03-26",
    })
    void steps_rollInTheDirectionOfTravelAndThenStep(LocalDate from, int days, LocalDate expected) {
        WorkSchedule schedule = OFFICE.toBuilder()
                .putOverride(LocalDate.of(2024, 3, 18), DayHours.closed())
                .build();

        assertEquals(expected, schedule.plus(from, BusinessDays.of(days)));
        assertEquals(expected, schedule.minus(from, BusinessDays.of(-days)));
    }

    @Test
    void skippedDate_isNoBusinessDay_evenWithAnOverride() {
        LocalDate skipped = LocalDate.of(2011, 12, 30);
        WorkSchedule schedule = WorkSchedule.of(APIA, WEEK);
        WorkSchedule overridden =
                schedule.toBuilder().putOverride(skipped, DayHours.allDay()).build();

        for (WorkSchedule each : ImmutableList.of(schedule, overridden)) {
            assertFalse(each.isBusinessDay(skipped));
            assertEquals(DayHours.closed(), each.hoursOn(skipped));
            assertEquals(
                    BusinessDays.of(4), each.businessDaysBetween(LocalDate.of(2011, 12, 26), LocalDate.of(2012, 1, 2)));
            assertEquals(LocalDate.of(2012, 1, 2), each.plus(LocalDate.of(2011, 12, 29), BusinessDays.of(1)));
        }
        assertTrue(OFFICE.isBusinessDay(skipped));
    }

    @Test
    void stepsBeyondAllYears_areTheTypedError() {
        assertNothingLeft(NOTHING_AFTER, () -> OFFICE.plus(FRIDAY, BusinessDays.of(Integer.MAX_VALUE)));
        assertNothingLeft(NOTHING_AFTER, () -> OFFICE.minus(FRIDAY, BusinessDays.of(Integer.MIN_VALUE)));
        assertNothingLeft(NOTHING_BEFORE, () -> OFFICE.plus(FRIDAY, BusinessDays.of(Integer.MIN_VALUE)));
        assertNothingLeft(
                NOTHING_AFTER,
                () -> WorkSchedule.of(BERLIN, WeeklyHours.closed()).plus(FRIDAY, BusinessDays.of(1)));
        assertNothingLeft(
                NOTHING_BEFORE,
                () -> WorkSchedule.of(BERLIN, WeeklyHours.closed()).minus(FRIDAY, BusinessDays.of(1)));
        assertMessage(
                "date must be in the years 0 to 9999: +10000-01-01",
                () -> OFFICE.isBusinessDay(LocalDate.of(10_000, 1, 1)));
        assertMessage(
                "date must be in the years 0 to 9999: -0001-12-31",
                () -> OFFICE.plus(LocalDate.of(-1, 12, 31), BusinessDays.of(1)));
        assertEquals(LocalDate.of(9_999, 12, 31), OFFICE.plus(LocalDate.of(9_999, 12, 30), BusinessDays.of(1)));
        assertEquals(LocalDate.of(0, 1, 3), OFFICE.minus(LocalDate.of(0, 1, 4), BusinessDays.of(1)));
    }

    @Property(tries = 300)
    void businessDaysAgreeWithCountingDays(@ForAll Random random) {
        ZoneId zone = ZoneId.of(RandomOracles.ZONES.get(random.nextInt(RandomOracles.ZONES.size())));
        long centre = new RandomOracles(random).centre(zone);
        WorkSchedule schedule =
                new RandomOracles(random).schedule(zone, centre, 60).toSchedule();
        LocalDate from =
                Instant.ofEpochSecond(centre).atZone(zone).toLocalDate().minusDays(random.nextInt(10));
        LocalDate to = from.plusDays(random.nextInt(60));
        int naive = 0;
        for (LocalDate date = from; date.isBefore(to); date = date.plusDays(1)) {
            naive += works(schedule, date) ? 1 : 0;
            assertEquals(works(schedule, date), schedule.isBusinessDay(date));
        }

        assertEquals(BusinessDays.of(naive), schedule.businessDaysBetween(from, to));
        assertEquals(BusinessDays.of(-naive), schedule.businessDaysBetween(to, from));
        if (!schedule.weekly().days().isEmpty()) {
            int steps = 1 + random.nextInt(20);
            assertEquals(walked(schedule, from, steps, 1), schedule.plus(from, BusinessDays.of(steps)));
            assertEquals(walked(schedule, from, steps, -1), schedule.minus(from, BusinessDays.of(steps)));
        }
    }

    private static boolean works(WorkSchedule schedule, LocalDate date) {
        DayHours hours =
                schedule.overrides().getOrDefault(date, schedule.weekly().on(date.getDayOfWeek()));
        return !hours.ranges().isEmpty()
                && date.atStartOfDay(schedule.zone()).toLocalDate().equals(date);
    }

    private static LocalDate walked(WorkSchedule schedule, LocalDate from, int steps, int direction) {
        LocalDate date = from;
        while (!works(schedule, date)) {
            date = date.plusDays(direction);
        }
        for (int i = 0; i < steps; i++) {
            do {
                date = date.plusDays(direction);
            } while (!works(schedule, date));
        }
        return date;
    }

    @Test
    void schedules_areValues() {
        assertEquals(OFFICE, WorkSchedule.of(BERLIN, WEEK));
        assertEquals(OFFICE.hashCode(), WorkSchedule.of(BERLIN, WEEK).hashCode());
        assertNotEquals(OFFICE, YEAR_2024);
        assertEquals(OFFICE, OFFICE.toBuilder().build());
        assertEquals(ShiftTail.RUNS_ON, OFFICE.shiftTail());
    }

    private static void assertNothingLeft(String message, Executable question) {
        assertEquals(
                message, assertThrows(NoWorkingTimeException.class, question).getMessage());
    }

    private static void assertUncovered(String message, Executable question) {
        assertEquals(
                message, assertThrows(UncoveredDateException.class, question).getMessage());
    }

    private static void assertMessage(String message, Executable question) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, question).getMessage());
    }
}
