package dev.tenure.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Range;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Edges and messages of {@link BusinessCalendar}. */
class BusinessCalendarTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2024-03-15T12:00:00Z");
    private static final Instant YEAR_0 = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant YEAR_10_000 = Instant.parse("+10000-01-01T00:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);
    private static final Duration SHORTEST = Duration.ofSeconds(Long.MIN_VALUE);
    private static final String NOTHING_AFTER = "calendar has no working time left up to year 9999";
    private static final String NOTHING_BEFORE = "calendar has no working time left since year 0";
    private static final WorkSchedule OFFICE_HOURS =
            WorkSchedule.of(BERLIN, WeeklyHours.mondayToFriday(DayHours.parse("09:00-17:00")));
    private static final BusinessCalendar OFFICE = BusinessCalendar.of(OFFICE_HOURS);
    private static final BusinessCalendar UTC_OFFICE = BusinessCalendar.of(
            WorkSchedule.of(ZoneOffset.UTC, WeeklyHours.mondayToFriday(DayHours.parse("09:00-17:00"))));

    @Test
    void neverOpen_isATypedErrorBothWays_whateverItIsMadeOf() {
        WorkSchedule closed = WorkSchedule.of(BERLIN, WeeklyHours.closed());
        BusinessCalendar never = BusinessCalendar.of(closed);
        for (BusinessCalendar calendar : ImmutableList.of(
                never,
                BusinessCalendar.ofIntervals(ImmutableList.of()),
                OFFICE.difference(BusinessCalendar.always()),
                OFFICE.intersection(never),
                never.union(never),
                never.thenFrom(NOW, never),
                BusinessCalendar.of(closed.toBuilder()
                        .putOverride(LocalDate.of(2024, 3, 15), DayHours.closed())
                        .build()))) {
            assertNothingLeft(NOTHING_AFTER, () -> calendar.nextOpen(NOW));
            assertNothingLeft(NOTHING_AFTER, () -> calendar.plus(NOW, HOUR));
            assertNothingLeft(NOTHING_AFTER, () -> calendar.plus(NOW, Duration.ZERO, Landing.ROLL));
            assertNothingLeft(NOTHING_AFTER, () -> calendar.minus(NOW, HOUR.negated()));
            assertNothingLeft(NOTHING_AFTER, () -> calendar.plusSeconds(NOW.getEpochSecond(), 1));
            assertNothingLeft(NOTHING_BEFORE, () -> calendar.previousOpen(NOW));
            assertNothingLeft(NOTHING_BEFORE, () -> calendar.minus(NOW, HOUR));
            assertNothingLeft(NOTHING_BEFORE, () -> calendar.plus(NOW, HOUR.negated()));
            assertNothingLeft(NOTHING_BEFORE, () -> calendar.plusSeconds(NOW.getEpochSecond(), -1));
            assertFalse(calendar.isOpen(NOW));
            assertEquals(Duration.ZERO, calendar.between(YEAR_0, YEAR_10_000));
            assertEquals(ImmutableList.of(), calendar.intervals(NOW, NOW.plus(HOUR)));
            assertEquals(NOW, calendar.plus(NOW, Duration.ZERO));
        }
    }

    @Test
    void neverOpenByTheWallClock_isTheSameError() {
        BusinessCalendar never = BusinessCalendar.of(WorkSchedule.of(BERLIN, WeeklyHours.closed()))
                .with(TimeMeasure.NOMINAL);

        assertNothingLeft(NOTHING_AFTER, () -> never.plus(NOW, HOUR));
        assertNothingLeft(NOTHING_BEFORE, () -> never.minus(NOW, HOUR));
        assertNothingLeft(NOTHING_AFTER, () -> never.nextOpen(NOW));
        assertNothingLeft(NOTHING_BEFORE, () -> never.previousOpen(NOW));
    }

    @ParameterizedTest
    @CsvSource({"0001-06-01", "1969-12-31", "2024-04-27", "2500-01-01", "9999-12-31"})
    void oneOverrideOnly_isAllThereIs(LocalDate date) {
        BusinessCalendar calendar =
                BusinessCalendar.of(WorkSchedule.of(ZoneOffset.UTC, WeeklyHours.closed()).toBuilder()
                        .putOverride(date, DayHours.parse("10:00-12:00"))
                        .build());
        Instant opens = date.atTime(10, 0).toInstant(ZoneOffset.UTC);
        Instant closes = opens.plus(HOUR).plus(HOUR);

        assertEquals(opens, calendar.nextOpen(YEAR_0));
        assertEquals(closes, calendar.previousOpen(YEAR_10_000.minusSeconds(1)));
        assertEquals(closes, calendar.plus(YEAR_0, HOUR.multipliedBy(2)));
        assertEquals(opens, calendar.minus(YEAR_10_000, HOUR.multipliedBy(2)));
        assertEquals(HOUR.multipliedBy(2), calendar.between(YEAR_0, YEAR_10_000));
        assertNothingLeft(NOTHING_AFTER, () -> calendar.plus(YEAR_0, HOUR.multipliedBy(2), Landing.ROLL));
        assertNothingLeft(
                NOTHING_AFTER, () -> calendar.plus(opens, HOUR.multipliedBy(2).plusNanos(1)));
        assertNothingLeft(
                NOTHING_BEFORE,
                () -> calendar.minus(closes, HOUR.multipliedBy(2).plusNanos(1)));
    }

    @Test
    void yearsZeroTo9999_areCounted_andNoInstantBeyond() {
        BusinessCalendar always = BusinessCalendar.always();
        Duration all = Duration.between(YEAR_0, YEAR_10_000);

        assertEquals(all, always.between(YEAR_0, YEAR_10_000));
        assertEquals(YEAR_10_000, always.plus(YEAR_0, all));
        assertEquals(YEAR_0, always.minus(YEAR_10_000, all));
        assertTrue(always.isOpen(YEAR_0));
        assertNothingLeft(NOTHING_AFTER, () -> always.plus(YEAR_0, all, Landing.ROLL));
        assertNothingLeft(NOTHING_AFTER, () -> always.plus(YEAR_0, all.plusNanos(1)));
        assertNothingLeft(NOTHING_BEFORE, () -> always.minus(YEAR_10_000, all, Landing.ROLL));
        assertNothingLeft(NOTHING_BEFORE, () -> always.minus(YEAR_10_000, all.plusNanos(1)));
        assertMessage(
                "instant must be in the years 0 to 9999: +10000-01-01T00:00:00Z", () -> always.isOpen(YEAR_10_000));
        assertMessage(
                "instant must be in the years 0 to 9999: +10000-01-01T00:00:00Z",
                () -> always.between(NOW, YEAR_10_000.plusNanos(1)));
        assertMessage(
                "instant must be in the years 0 to 9999: +10000-01-01T00:00:01Z",
                () -> always.between(NOW, YEAR_10_000.plusSeconds(1)));
        assertMessage(
                "instant must be in the years 0 to 9999: -0001-12-31T23:59:59Z",
                () -> always.plus(YEAR_0.minusNanos(1), HOUR));
        assertMessage(
                "instant must be in the years 0 to 9999: +1000000000-12-31T23:59:59Z",
                () -> always.isOpen(Instant.MAX));
        assertMessage(
                "instant must be in the years 0 to 9999: -1000000000-01-01T00:00:00Z",
                () -> always.intervals(Instant.MIN, NOW));
        assertMessage(
                "instant must be in the years 0 to 9999: +10000-01-01T00:00:01Z",
                () -> always.intervals(NOW, YEAR_10_000.plusNanos(1)));
    }

    @Test
    void longestDurations_endInTheTypedError() {
        for (BusinessCalendar calendar : ImmutableList.of(OFFICE, OFFICE.with(TimeMeasure.NOMINAL))) {
            assertNothingLeft(NOTHING_AFTER, () -> calendar.plus(NOW, LONGEST));
            assertNothingLeft(NOTHING_AFTER, () -> calendar.minus(NOW, LONGEST.negated()));
            assertNothingLeft(NOTHING_AFTER, () -> calendar.minus(NOW, SHORTEST));
            assertNothingLeft(NOTHING_BEFORE, () -> calendar.minus(NOW, LONGEST));
            assertNothingLeft(NOTHING_BEFORE, () -> calendar.plus(NOW, SHORTEST));
        }
        assertNothingLeft(NOTHING_AFTER, () -> OFFICE.plusSeconds(NOW.getEpochSecond(), Long.MAX_VALUE));
        assertNothingLeft(NOTHING_BEFORE, () -> OFFICE.plusSeconds(NOW.getEpochSecond(), Long.MIN_VALUE));
        assertEquals(NOW.getEpochSecond(), OFFICE.plusSeconds(NOW.getEpochSecond(), 0));
    }

    /** 8 hours on 5 of 7 days: 400 years have 20 871 weeks. */
    @ParameterizedTest
    @CsvSource({
        "2370-01-01T00:00:00Z",
        "2371-06-01T00:00:00Z",
        "2372-06-01T00:00:00Z",
        "1560-06-01T00:00:00Z",
        "1971-06-01T00:00:00Z",
        "5000-01-01T00:00:00Z",
        "0500-01-01T00:00:00Z",
    })
    void aFreshCalendarStepsOverCenturies_whereverItIsAskedFirst(Instant from) {
        Duration century = Duration.ofHours(40 * 20_871L);
        Instant later = from.plusSeconds(OpenTime.CYCLE);
        BusinessCalendar forward = freshUtcOffice();
        BusinessCalendar backward = freshUtcOffice();
        BusinessCalendar measured = freshUtcOffice();

        assertEquals(UTC_OFFICE.nextOpen(later), forward.plus(from, century, Landing.ROLL));
        assertEquals(UTC_OFFICE.nextOpen(from), backward.nextOpen(backward.minus(later, century)));
        assertEquals(century, measured.between(from, later));
    }

    private static BusinessCalendar freshUtcOffice() {
        return BusinessCalendar.of(
                WorkSchedule.of(ZoneOffset.UTC, WeeklyHours.mondayToFriday(DayHours.parse("09:00-17:00"))));
    }

    @ParameterizedTest
    @CsvSource({"1970-01-01, 1971-01-01", "2800-01-01, 3000-01-01", "9900-01-01, 9950-01-01", "0900-01-01, 1000-01-01"})
    void coverageFarFromToday_isWalkedToItsEnds(LocalDate first, LocalDate end) {
        BusinessCalendar calendar =
                BusinessCalendar.of(WorkSchedule.of(ZoneOffset.UTC, WeeklyHours.allDay()).toBuilder()
                        .coverage(Range.closedOpen(first, end))
                        .build());
        Instant from = first.atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant to = end.atStartOfDay().toInstant(ZoneOffset.UTC);
        Duration all = Duration.between(from, to);
        String range = "instant must be covered by the calendar, from " + from + " to " + to + ": ";

        assertEquals(to, calendar.plus(from, all));
        assertEquals(from, calendar.minus(to, all));
        assertEquals(from.plus(HOUR), calendar.plus(from, HOUR));
        assertUncovered(range + to.plusSeconds(1), () -> calendar.plus(from, all.plusSeconds(1)));
        assertUncovered(range + from.minusSeconds(1), () -> calendar.minus(to, all.plusSeconds(1)));
    }

    @Test
    void coverage_isASafeguardAtBothEnds() {
        BusinessCalendar calendar = covered(Range.closedOpen(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 1, 1)));
        String range = "instant must be covered by the calendar, from 2023-12-31T23:00:00Z to 2024-12-31T23:00:00Z: ";
        Instant end = Instant.parse("2024-12-31T23:00:00Z");

        assertTrue(calendar.isOpen(end.minusNanos(1)));
        assertEquals(Duration.ofDays(366), calendar.between(Instant.parse("2023-12-31T23:00:00Z"), end));
        assertUncovered(range + "2024-12-31T23:00:00Z", () -> calendar.isOpen(end));
        assertUncovered(range + "2024-12-31T23:00:00Z", () -> calendar.between(NOW, end.plusNanos(1)));
        assertUncovered(range + "2024-12-31T23:00:01Z", () -> calendar.intervals(NOW, end.plusNanos(1)));
        assertUncovered(range + "2023-12-31T22:59:59Z", () -> calendar.isOpen(Instant.parse("2023-12-31T22:59:59Z")));
        assertUncovered(range + "2024-12-31T23:00:01Z", () -> calendar.plus(NOW, Duration.ofDays(400)));
        assertUncovered(range + "2023-12-31T22:59:59Z", () -> calendar.minus(NOW, Duration.ofDays(400)));
    }

    @Test
    void coverageOfOneEnd_namesThatEnd() {
        BusinessCalendar from = covered(Range.atLeast(LocalDate.of(2024, 1, 1)));
        BusinessCalendar to = covered(Range.atMost(LocalDate.of(2024, 12, 31)));
        BusinessCalendar open = covered(Range.greaterThan(LocalDate.of(2023, 12, 31)));
        BusinessCalendar before = covered(Range.lessThan(LocalDate.of(2025, 1, 1)));

        for (BusinessCalendar calendar : ImmutableList.of(from, open)) {
            assertUncovered(
                    "instant must be covered by the calendar, from 2023-12-31T23:00:00Z: 2023-12-31T22:59:59Z",
                    () -> calendar.minus(NOW, Duration.ofDays(400)));
            assertNothingLeft(NOTHING_AFTER, () -> calendar.plus(NOW, LONGEST));
        }
        for (BusinessCalendar calendar : ImmutableList.of(to, before)) {
            assertUncovered(
                    "instant must be covered by the calendar, to 2024-12-31T23:00:00Z: 2024-12-31T23:00:01Z",
                    () -> calendar.plus(NOW, Duration.ofDays(400)));
            assertNothingLeft(NOTHING_BEFORE, () -> calendar.minus(NOW, LONGEST));
        }
    }

    @Test
    void coverageByTheWallClock_isThatOfTheInstants() {
        BusinessCalendar calendar = covered(Range.closedOpen(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 1, 1)))
                .with(TimeMeasure.NOMINAL);
        Instant start = Instant.parse("2023-12-31T23:00:00Z");
        Instant end = Instant.parse("2024-12-31T23:00:00Z");
        String range = "instant must be covered by the calendar, from " + start + " to " + end + ": ";

        assertEquals(Duration.ofDays(366), calendar.between(start, end));
        assertEquals(end, calendar.plus(start, Duration.ofDays(366)));
        assertEquals(start, calendar.minus(end, Duration.ofDays(366)));
        assertUncovered(range + end.plusSeconds(1), () -> calendar.between(start, end.plusSeconds(1)));
        assertUncovered(range + start.minusSeconds(1), () -> calendar.between(start.minusSeconds(1), end));
        assertUncovered(range + end.plusSeconds(1), () -> calendar.plus(start, Duration.ofDays(367)));
    }

    @Test
    void coverageBeyondTheYears_isRefused() {
        assertMessage(
                "coverage must reach into the years 0 to 9999: from +12000-01-01T00:00:00Z",
                () -> BusinessCalendar.of(WorkSchedule.of(ZoneOffset.UTC, WeeklyHours.allDay()).toBuilder()
                        .coverage(Range.atLeast(LocalDate.of(12_000, 1, 1)))
                        .build()));
    }

    @Test
    void combinedCalendars_knowWhatBothKnow() {
        BusinessCalendar first = covered(Range.closedOpen(LocalDate.of(2023, 1, 1), LocalDate.of(2025, 1, 1)));
        BusinessCalendar second = covered(Range.closedOpen(LocalDate.of(2024, 1, 1), LocalDate.of(2026, 1, 1)));
        BusinessCalendar third = covered(Range.closedOpen(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1)));

        assertEquals(
                Duration.ofHours(2),
                first.union(second).between(NOW, NOW.plus(HOUR).plus(HOUR)));
        assertUncovered(
                "instant must be covered by the calendar, from 2023-12-31T23:00:00Z to 2024-12-31T23:00:00Z:"
                        + " 2023-06-01T00:00:00Z",
                () -> first.intersection(second).isOpen(Instant.parse("2023-06-01T00:00:00Z")));
        assertMessage(
                "calendars must cover dates in common: from 2022-12-31T23:00:00Z to 2024-12-31T23:00:00Z and from"
                        + " 2025-12-31T23:00:00Z to 2026-12-31T23:00:00Z",
                () -> first.difference(third));
    }

    @Test
    void versions_coverFromTheFirstToTheLast_andHaveNoHole() {
        BusinessCalendar first = covered(Range.closedOpen(LocalDate.of(2023, 1, 1), LocalDate.of(2025, 1, 1)));
        BusinessCalendar second = covered(Range.closedOpen(LocalDate.of(2024, 1, 1), LocalDate.of(2026, 1, 1)));
        BusinessCalendar versions = first.thenFrom(NOW, second);
        BusinessCalendar unbounded = OFFICE.thenFrom(NOW, UTC_OFFICE);

        assertTrue(versions.isOpen(Instant.parse("2023-01-02T00:00:00Z")));
        assertTrue(versions.isOpen(Instant.parse("2025-12-30T00:00:00Z")));
        assertUncovered(
                "instant must be covered by the calendar, from 2022-12-31T23:00:00Z to 2025-12-31T23:00:00Z:"
                        + " 2026-06-01T00:00:00Z",
                () -> versions.isOpen(Instant.parse("2026-06-01T00:00:00Z")));
        assertEquals(
                ImmutableSet.of("Europe/Berlin", "Z"),
                unbounded.fingerprint().zoneRules().keySet());
        for (Executable hole : ImmutableList.<Executable>of(
                () -> first.thenFrom(Instant.parse("2025-06-01T00:00:00Z"), second),
                () -> second.thenFrom(Instant.parse("2026-06-01T00:00:00Z"), OFFICE),
                () -> OFFICE.thenFrom(Instant.parse("2026-06-01T00:00:00Z"), second))) {
            assertTrue(assertThrows(IllegalArgumentException.class, hole)
                    .getMessage()
                    .startsWith("change must be covered by both calendars: 202"));
        }
        assertMessage(
                "change must be covered by both calendars: 2025-06-01T00:00:00Z",
                () -> first.thenFrom(Instant.parse("2025-06-01T00:00:00Z"), second));
        assertMessage(
                "change must be a whole second: 2024-03-15T12:00:00.000000001Z",
                () -> OFFICE.thenFrom(NOW.plusNanos(1), UTC_OFFICE));
    }

    @Test
    void listedIntervals_mayOverlapInAnyOrder() {
        BusinessCalendar calendar = BusinessCalendar.ofIntervals(ImmutableList.of(
                interval("2024-03-15T12:00:00Z", "2024-03-15T13:00:00Z"),
                interval("2024-03-15T08:00:00Z", "2024-03-15T10:00:00Z"),
                interval("2024-03-15T09:00:00Z", "2024-03-15T09:30:00Z"),
                interval("2024-03-15T10:00:00Z", "2024-03-15T11:00:00Z")));

        assertEquals(
                ImmutableList.of(
                        interval("2024-03-15T08:00:00Z", "2024-03-15T11:00:00Z"),
                        interval("2024-03-15T12:00:00Z", "2024-03-15T13:00:00Z")),
                calendar.intervals(YEAR_0, YEAR_10_000));
        assertEquals(Duration.ofHours(4), calendar.between(YEAR_0, YEAR_10_000));
        assertEquals(ImmutableSortedMap.of(), calendar.fingerprint().zoneRules());
        assertMessage(
                "intervals must begin and end on whole seconds: WorkingInterval[start=2024-03-15T12:00:00Z,"
                        + " end=2024-03-15T12:00:00.500Z]",
                () -> BusinessCalendar.ofIntervals(ImmutableList.of(WorkingInterval.of(NOW, NOW.plusMillis(500)))));
        assertMessage(
                "intervals must begin and end on whole seconds: WorkingInterval[start=2024-03-15T12:00:00.500Z,"
                        + " end=2024-03-15T12:00:01Z]",
                () -> BusinessCalendar.ofIntervals(
                        ImmutableList.of(WorkingInterval.of(NOW.plusMillis(500), NOW.plusSeconds(1)))));
    }

    @Test
    void emptySets_areNeverOpen_orWhatTheOtherIs() {
        BusinessCalendar nothing = BusinessCalendar.ofIntervals(ImmutableList.of());
        Instant week = NOW.plus(Duration.ofDays(7));

        assertEquals(Duration.ofHours(40), OFFICE.union(nothing).between(NOW, week));
        assertEquals(Duration.ofHours(40), OFFICE.difference(nothing).between(NOW, week));
        assertEquals(Duration.ZERO, OFFICE.intersection(nothing).between(NOW, week));
        assertEquals(Duration.ZERO, nothing.difference(OFFICE).between(NOW, week));
        assertEquals(
                Duration.ofHours(40),
                OFFICE.intersection(BusinessCalendar.always()).between(NOW, week));
    }

    @Test
    void intervals_areClippedToTheRange() {
        Instant from = Instant.parse("2024-03-15T09:30:00.000000001Z");
        Instant to = Instant.parse("2024-03-18T08:00:00.000000002Z");

        assertEquals(
                ImmutableList.of(
                        WorkingInterval.of(from, Instant.parse("2024-03-15T16:00:00Z")),
                        WorkingInterval.of(Instant.parse("2024-03-18T08:00:00Z"), to)),
                OFFICE.intervals(from, to));
        assertEquals(ImmutableList.of(), OFFICE.intervals(NOW, NOW));
        assertEquals(ImmutableList.of(), OFFICE.intervals(NOW.plusNanos(5), NOW.plusNanos(5)));
        assertMessage(
                "to must not be before from: 2024-03-15T12:00:00Z, 2024-03-15T11:59:59.999999999Z",
                () -> OFFICE.intervals(NOW, NOW.minusNanos(1)));
    }

    @Test
    void theWallClocksTime_isThatOfOneSchedule() {
        BusinessCalendar nominal = OFFICE.with(TimeMeasure.NOMINAL);

        assertEquals(TimeMeasure.NOMINAL, nominal.measure());
        assertEquals(TimeMeasure.ELAPSED, OFFICE.measure());
        assertSame(OFFICE, OFFICE.with(TimeMeasure.ELAPSED));
        assertSame(nominal, nominal.with(TimeMeasure.NOMINAL));
        assertEquals(OFFICE, nominal.with(TimeMeasure.ELAPSED));
        for (Executable question : ImmutableList.<Executable>of(
                () -> nominal.union(OFFICE),
                () -> OFFICE.difference(nominal),
                () -> nominal.thenFrom(NOW, OFFICE),
                () -> nominal.intervals(NOW, NOW))) {
            assertMessage("measure must be ELAPSED to combine calendars: NOMINAL", question);
        }
        assertMessage("measure must be ELAPSED to count seconds: NOMINAL", () -> nominal.secondsBetween(0, 1));
        assertMessage("measure must be ELAPSED to count seconds: NOMINAL", () -> nominal.plusSeconds(0, 0));
        assertMessage(
                "measure must be ELAPSED for a calendar of several schedules: NOMINAL",
                () -> OFFICE.union(UTC_OFFICE).with(TimeMeasure.NOMINAL));
    }

    /** Clocks go back from 03:00 to 02:00 at 01:00 UTC on 2024-10-27, and forward from 02:00 at 01:00 UTC on 2024-03-31. */
    @Test
    void theWallClocksTime_standsStillInTheRepeatedHour_andJumpsOverTheSkippedOne() {
        BusinessCalendar nights = BusinessCalendar.of(WorkSchedule.of(
                        BERLIN, WeeklyHours.of(EnumSet.allOf(DayOfWeek.class), DayHours.parse("01:00-06:00"))))
                .with(TimeMeasure.NOMINAL);
        Instant autumn = Instant.parse("2024-10-26T23:00:00Z");
        Instant back = Instant.parse("2024-10-27T01:00:00Z");
        Instant spring = Instant.parse("2024-03-31T00:00:00Z");
        Instant forth = Instant.parse("2024-03-31T01:00:00Z");

        assertEquals(Duration.ofHours(2), nights.between(autumn, back));
        assertEquals(Duration.ZERO, nights.between(back, back.plus(HOUR)));
        assertEquals(back, nights.plus(autumn, HOUR.multipliedBy(2)));
        assertEquals(back.plus(HOUR), nights.plus(autumn, HOUR.multipliedBy(2), Landing.ROLL));
        assertEquals(back.plus(HOUR), nights.minus(back.plus(HOUR.multipliedBy(4)), HOUR.multipliedBy(3)));
        assertEquals(back, nights.minus(back.plus(HOUR.multipliedBy(4)), HOUR.multipliedBy(3), Landing.ROLL));
        assertEquals(
                back.minusSeconds(1), nights.plus(autumn, HOUR.multipliedBy(2).minusSeconds(1)));
        assertEquals(
                back.plus(HOUR).plusSeconds(1),
                nights.plus(autumn, HOUR.multipliedBy(2).plusSeconds(1)));
        assertEquals(Duration.ofHours(2), nights.between(spring, forth));
        assertEquals(forth, nights.plus(spring, HOUR));
        assertEquals(forth, nights.plus(spring, Duration.ofMinutes(90)));
        assertEquals(forth, nights.plus(spring, Duration.ofMinutes(120)));
        assertEquals(forth.plusSeconds(60), nights.plus(spring, Duration.ofMinutes(121)));
    }

    @Test
    void openness_doesNotDependOnTheMeasure() {
        BusinessCalendar calendar = BusinessCalendar.of(WorkSchedule.of(
                BERLIN, WeeklyHours.of(EnumSet.allOf(DayOfWeek.class), DayHours.parse("01:00-02:15", "03:00-04:00"))));
        BusinessCalendar nominal = calendar.with(TimeMeasure.NOMINAL);

        for (int minute = 0; minute < 36 * 60; minute += 5) {
            Instant now = Instant.parse("2024-10-26T12:00:00Z").plusSeconds(60L * minute);
            assertEquals(calendar.isOpen(now), nominal.isOpen(now));
            assertEquals(calendar.nextOpen(now), nominal.nextOpen(now));
            assertEquals(calendar.previousOpen(now), nominal.previousOpen(now));
        }
    }

    @Test
    void calendarsOfOneDefinition_areEqual() {
        BusinessCalendar same =
                BusinessCalendar.of(WorkSchedule.of(BERLIN, WeeklyHours.mondayToFriday(DayHours.parse("09:00-17:00"))));
        ImmutableSet<BusinessCalendar> different = ImmutableSet.of(
                OFFICE,
                UTC_OFFICE,
                OFFICE.with(TimeMeasure.NOMINAL),
                OFFICE.union(UTC_OFFICE),
                OFFICE.intersection(UTC_OFFICE),
                OFFICE.difference(UTC_OFFICE),
                UTC_OFFICE.difference(OFFICE),
                OFFICE.thenFrom(NOW, UTC_OFFICE),
                OFFICE.thenFrom(NOW.plusSeconds(1), UTC_OFFICE),
                BusinessCalendar.ofIntervals(ImmutableList.of()),
                BusinessCalendar.always());

        assertEquals(11, different.size());
        assertEquals(
                11,
                different.stream()
                        .map(calendar -> calendar.fingerprint().definition())
                        .distinct()
                        .count());
        assertEquals(OFFICE, same);
        assertEquals(OFFICE.hashCode(), same.hashCode());
        assertEquals(OFFICE.fingerprint(), same.fingerprint());
        assertEquals(OFFICE.union(UTC_OFFICE), same.union(UTC_OFFICE));
        assertEquals(
                OFFICE.union(UTC_OFFICE).fingerprint(), same.union(UTC_OFFICE).fingerprint());
        assertNotEquals(OFFICE, new Object());
        assertEquals("fixed", UTC_OFFICE.fingerprint().zoneRules().get("Z"));
    }

    @Test
    void text_isTheDefinition() {
        String office = OFFICE_HOURS.toString();
        BusinessCalendar list = BusinessCalendar.ofIntervals(
                ImmutableList.of(interval("2024-03-15T12:00:00Z", "2024-03-15T13:00:00Z")));

        assertEquals(office, OFFICE.toString());
        assertEquals(
                office + " by the wall clock", OFFICE.with(TimeMeasure.NOMINAL).toString());
        assertEquals(
                "UNION(" + office + ", [WorkingInterval[start=2024-03-15T12:00:00Z, end=2024-03-15T13:00:00Z]])",
                OFFICE.union(list).toString());
        assertEquals(
                office + " until 2024-03-15T12:00:00Z, then " + office,
                OFFICE.thenFrom(NOW, OFFICE).toString());
    }

    @Test
    void nothingLoops() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            BusinessCalendar rare = BusinessCalendar.of(WorkSchedule.of(BERLIN, WeeklyHours.closed()).toBuilder()
                    .putOverride(LocalDate.of(9_999, 6, 1), DayHours.parse("10:00-12:00"))
                    .build());
            assertEquals(LocalDateTime.parse("9999-06-01T10:00").atZone(BERLIN).toInstant(), rare.nextOpen(YEAR_0));
        });
    }

    private static BusinessCalendar covered(Range<LocalDate> dates) {
        return BusinessCalendar.of(WorkSchedule.of(BERLIN, WeeklyHours.allDay()).toBuilder()
                .coverage(dates)
                .build());
    }

    private static WorkingInterval interval(String start, String end) {
        return WorkingInterval.of(Instant.parse(start), Instant.parse(end));
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
