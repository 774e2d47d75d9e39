package dev.tenure.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sixteen conventions of {@link BusinessCalendar}, in the order of its documentation. */
class BusinessCalendarConventionsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId APIA = ZoneId.of("Pacific/Apia");
    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");
    private static final WorkSchedule OFFICE_HOURS =
            WorkSchedule.of(BERLIN, WeeklyHours.mondayToFriday(DayHours.parse("09:00-17:00")));
    private static final WorkSchedule NIGHTS = WorkSchedule.of(BERLIN, everyDay("22:00-06:00"));
    private static final BusinessCalendar OFFICE = BusinessCalendar.of(OFFICE_HOURS);

    @Test
    void decision01_intervalsAreHalfOpen_andThoseThatAbutAreOne() {
        BusinessCalendar twoShifts = BusinessCalendar.of(
                WorkSchedule.of(BERLIN, WeeklyHours.mondayToFriday(DayHours.parse("09:00-13:00", "13:00-17:00"))));

        assertFalse(OFFICE.isOpen(berlin("2024-03-15T08:59:59")));
        assertTrue(OFFICE.isOpen(berlin("2024-03-15T09:00")));
        assertTrue(OFFICE.isOpen(berlin("2024-03-15T16:59:59")));
        assertFalse(OFFICE.isOpen(berlin("2024-03-15T17:00")));
        assertEquals(
                ImmutableList.of(WorkingInterval.of(berlin("2024-03-15T09:00"), berlin("2024-03-15T17:00"))),
                twoShifts.intervals(berlin("2024-03-15T00:00"), berlin("2024-03-16T00:00")));
    }

    @Test
    void decision02_aStepStaysOnTheEdge_andRollsOnlyIfAsked() {
        Instant friday = berlin("2024-03-15T13:00");
        Duration rest = Duration.ofHours(4);

        assertEquals(berlin("2024-03-15T17:00"), OFFICE.plus(friday, rest));
        assertEquals(berlin("2024-03-15T17:00"), OFFICE.plus(friday, rest, Landing.STAY));
        assertEquals(berlin("2024-03-18T09:00"), OFFICE.plus(friday, rest, Landing.ROLL));
        assertEquals(berlin("2024-03-15T09:00"), OFFICE.minus(friday, rest));
        assertEquals(berlin("2024-03-14T17:00"), OFFICE.minus(friday, rest, Landing.ROLL));
    }

    @Test
    void decision03_aStepOfZeroStaysInClosedTime_andNextOpenIsAQuestionOfItsOwn() {
        Instant saturday = berlin("2024-03-16T12:00");

        assertEquals(saturday, OFFICE.plus(saturday, Duration.ZERO));
        assertEquals(saturday, OFFICE.minus(saturday, Duration.ZERO));
        assertEquals(berlin("2024-03-18T09:00"), OFFICE.nextOpen(saturday));
        assertEquals(berlin("2024-03-15T17:00"), OFFICE.previousOpen(saturday));
    }

    @Test
    void decision04_theLawsHold() {
        Instant friday = berlin("2024-03-15T15:30");
        Duration day = Duration.ofHours(8);
        Duration hour = Duration.ofHours(1);
        Instant reached = OFFICE.plus(friday, day);

        assertEquals(berlin("2024-03-18T15:30"), reached);
        assertEquals(day, OFFICE.between(friday, reached));
        assertEquals(OFFICE.plus(friday, day.plus(hour)), OFFICE.plus(reached, hour));
        assertEquals(
                OFFICE.between(friday, reached),
                OFFICE.between(friday, berlin("2024-03-17T00:00"))
                        .plus(OFFICE.between(berlin("2024-03-17T00:00"), reached)));
    }

    @Test
    void decision05_aReversedRangeIsNegative_andANegativeStepGoesTheOtherWay() {
        Instant friday = berlin("2024-03-15T16:00");
        Instant monday = berlin("2024-03-18T10:00");

        assertEquals(Duration.ofHours(2), OFFICE.between(friday, monday));
        assertEquals(Duration.ofHours(-2), OFFICE.between(monday, friday));
        assertEquals(friday, OFFICE.plus(monday, Duration.ofHours(-2)));
        assertEquals(monday, OFFICE.minus(friday, Duration.ofHours(-2)));
    }

    @Test
    void decision06_timeIsElapsedTime_andTheWallClocksIfAsked() {
        BusinessCalendar nights = BusinessCalendar.of(NIGHTS);
        BusinessCalendar nominal = nights.with(TimeMeasure.NOMINAL);

        assertEquals(Duration.ofHours(7), nights.between(berlin("2024-03-30T12:00"), berlin("2024-03-31T12:00")));
        assertEquals(Duration.ofHours(9), nights.between(berlin("2024-10-26T12:00"), berlin("2024-10-27T12:00")));
        assertEquals(Duration.ofHours(8), nominal.between(berlin("2024-03-30T12:00"), berlin("2024-03-31T12:00")));
        assertEquals(Duration.ofHours(8), nominal.between(berlin("2024-10-26T12:00"), berlin("2024-10-27T12:00")));
    }

    @Test
    void decision07_theClockOnTheWallDecides_inSkippedAndRepeatedHours() {
        BusinessCalendar calendar = BusinessCalendar.of(WorkSchedule.of(BERLIN, everyDay("01:00-02:30")));

        assertEquals(
                ImmutableList.of(interval("2024-03-31T00:00:00Z", "2024-03-31T01:00:00Z")),
                calendar.intervals(berlin("2024-03-31T00:00"), berlin("2024-04-01T00:00")));
        assertEquals(
                ImmutableList.of(
                        interval("2024-10-26T23:00:00Z", "2024-10-27T00:30:00Z"),
                        interval("2024-10-27T01:00:00Z", "2024-10-27T01:30:00Z")),
                calendar.intervals(berlin("2024-10-27T00:00"), berlin("2024-10-28T00:00")));
    }

    @Test
    void decision08_aSkippedDateHasNoHours_andTheNightBeforeItEndsOnTheDateAfterIt() {
        WorkSchedule days = WorkSchedule.of(APIA, everyDay("09:00-17:00"));
        BusinessCalendar nights = BusinessCalendar.of(WorkSchedule.of(APIA, everyDay("22:00-06:00")));
        Instant thursday = local("2011-12-29T12:00", APIA);
        Instant saturday = local("2011-12-31T12:00", APIA);

        assertEquals(Duration.ofHours(24), Duration.between(thursday, saturday));
        assertEquals(Duration.ofHours(8), BusinessCalendar.of(days).between(thursday, saturday));
        assertEquals(DayHours.closed(), days.hoursOn(LocalDate.of(2011, 12, 30)));
        assertFalse(days.isBusinessDay(LocalDate.of(2011, 12, 30)));
        assertEquals(
                ImmutableList.of(WorkingInterval.of(local("2011-12-29T22:00", APIA), local("2011-12-31T06:00", APIA))),
                nights.intervals(thursday, saturday));
        assertEquals(Duration.ofHours(8), nights.between(thursday, saturday));
    }

    @Test
    void decision09_twentyFourHundredIsTheStartOfTheNextDate_alsoWhereMidnightIsSkipped() {
        BusinessCalendar evenings = BusinessCalendar.of(WorkSchedule.of(SAO_PAULO, everyDay("18:00-24:00")));
        BusinessCalendar mornings = BusinessCalendar.of(WorkSchedule.of(SAO_PAULO, everyDay("00:00-03:00")));
        Instant saturday = local("2018-11-03T12:00", SAO_PAULO);
        Instant sunday = local("2018-11-04T12:00", SAO_PAULO);

        assertEquals(
                ImmutableList.of(interval("2018-11-03T21:00:00Z", "2018-11-04T03:00:00Z")),
                evenings.intervals(saturday, sunday));
        assertEquals(
                ImmutableList.of(interval("2018-11-04T03:00:00Z", "2018-11-04T05:00:00Z")),
                mornings.intervals(saturday, sunday));
    }

    @Test
    void decision10_aNightShiftBelongsToItsStart_andAHolidayEndsItOnlyIfTheScheduleSaysSo() {
        WorkSchedule runsOn = NIGHTS.toBuilder()
                .putOverride(LocalDate.of(2024, 5, 1), DayHours.closed())
                .build();
        WorkSchedule cut =
                runsOn.toBuilder().shiftTail(ShiftTail.CUT_BY_CLOSED_DAY).build();
        Instant from = berlin("2024-04-30T12:00");
        Instant to = berlin("2024-05-02T12:00");

        assertEquals(
                ImmutableList.of(WorkingInterval.of(berlin("2024-04-30T22:00"), berlin("2024-05-01T06:00"))),
                BusinessCalendar.of(runsOn).intervals(from, to));
        assertEquals(
                ImmutableList.of(WorkingInterval.of(berlin("2024-04-30T22:00"), berlin("2024-05-01T00:00"))),
                BusinessCalendar.of(cut).intervals(from, to));
    }

    @Test
    void decision11_anOverrideReplaces_aBreakTakesAway_andClosingWins() {
        LocalDate saturday = LocalDate.of(2024, 4, 27);
        BusinessCalendar calendar = BusinessCalendar.of(OFFICE_HOURS.toBuilder()
                .putOverride(saturday, DayHours.parse("10:00-15:00"))
                .putBreak(saturday, DayHours.parse("12:00-13:00"))
                .build());
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> DayHours.parse("09:00-13:00", "12:00-17:00"));

        assertEquals(
                ImmutableList.of(
                        WorkingInterval.of(berlin("2024-04-27T10:00"), berlin("2024-04-27T12:00")),
                        WorkingInterval.of(berlin("2024-04-27T13:00"), berlin("2024-04-27T15:00"))),
                calendar.intervals(berlin("2024-04-27T00:00"), berlin("2024-04-28T00:00")));
        assertEquals("ranges must not overlap: 09:00-13:00, 12:00-17:00", e.getMessage());
    }

    @Test
    void decision11_aNightThatReachesIntoTheNextDaysHoursIsCountedOnce() {
        BusinessCalendar calendar =
                BusinessCalendar.of(WorkSchedule.of(BERLIN, everyDay("05:00-08:00", "22:00-06:00")));

        assertEquals(Duration.ofHours(8 + 2), calendar.between(berlin("2024-06-03T12:00"), berlin("2024-06-04T12:00")));
    }

    @Test
    void decision12_aCalendarThatNeverOpensIsATypedError_andSoIsADateWithoutData() {
        BusinessCalendar never = BusinessCalendar.of(WorkSchedule.of(BERLIN, WeeklyHours.closed()));
        BusinessCalendar year2024 = BusinessCalendar.of(OFFICE_HOURS.toBuilder()
                .coverage(Range.closedOpen(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 1, 1)))
                .build());
        Instant now = berlin("2024-03-15T12:00");

        assertThrows(NoWorkingTimeException.class, () -> never.nextOpen(now));
        assertThrows(UncoveredDateException.class, () -> year2024.isOpen(berlin("2025-01-02T12:00")));
        assertThrows(UncoveredDateException.class, () -> year2024.plus(now, Duration.ofHours(3_000)));
    }

    @Test
    void decision13_businessDaysAreDates_andRollInTheDirectionOfTravelBeforeTheyStep() {
        LocalDate saturday = LocalDate.of(2024, 3, 16);

        assertEquals(LocalDate.of(2024, 3, 19), OFFICE_HOURS.plus(saturday, BusinessDays.of(1)));
        assertEquals(LocalDate.of(2024, 3, 14), OFFICE_HOURS.minus(saturday, BusinessDays.of(1)));
        assertEquals(BusinessDays.of(5), OFFICE_HOURS.businessDaysBetween(saturday, LocalDate.of(2024, 3, 23)));
    }

    @Test
    void decision14_hoursAreKeptToTheSecond_andInstantsToTheNanosecond() {
        BusinessCalendar calendar = BusinessCalendar.of(WorkSchedule.of(BERLIN, everyDay("09:00:01-17:00:03")));
        Instant late = berlin("2024-03-15T17:00:02").plusNanos(999_999_999);

        assertEquals(Duration.ofNanos(1), calendar.between(late, berlin("2024-03-16T09:00:01")));
        assertEquals(berlin("2024-03-16T09:00:01").plusNanos(1), calendar.plus(late, Duration.ofNanos(2)));
        assertEquals(late, calendar.minus(berlin("2024-03-16T09:00:01").plusNanos(1), Duration.ofNanos(2)));
    }

    @Test
    void decision15_theFingerprintNamesTheVersionOfTheZonesRules() {
        CalendarFingerprint fingerprint = OFFICE.fingerprint();

        assertEquals(
                ZoneRulesProvider.getVersions("Europe/Berlin").lastKey(),
                fingerprint.zoneRules().get("Europe/Berlin"));
        assertTrue(fingerprint.definition().matches("[0-9a-f]{64}"), fingerprint.definition());
        assertNotEquals(fingerprint, BusinessCalendar.of(NIGHTS).fingerprint());
    }

    @Test
    void decision16_eachInstantIsJudgedByTheScheduleInForceAtIt() {
        Instant noon = berlin("2024-03-15T12:00");
        BusinessCalendar longer =
                BusinessCalendar.of(WorkSchedule.of(BERLIN, WeeklyHours.mondayToFriday(DayHours.parse("08:00-20:00"))));
        BusinessCalendar versions = OFFICE.thenFrom(noon, longer);

        assertFalse(versions.isOpen(berlin("2024-03-15T08:30")));
        assertTrue(versions.isOpen(berlin("2024-03-15T19:00")));
        assertEquals(Duration.ofHours(3 + 8), versions.between(berlin("2024-03-15T00:00"), berlin("2024-03-16T00:00")));
    }

    /** The table of clock changes in docs/working-time.md. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2024-03-30T12:00, 2024-03-31T12:00, 01:00-04:00, PT2H",
        "Europe/Berlin, 2024-10-26T12:00, 2024-10-27T12:00, 01:00-04:00, PT4H",
        "Australia/Lord_Howe, 2024-10-05T12:00, 2024-10-06T12:00, 01:00-04:00, PT2H30M",
        "Antarctica/Troll, 2024-03-30T12:00, 2024-03-31T12:00, 00:00-04:00, PT2H",
        "America/Sao_Paulo, 2018-11-03T12:00, 2018-11-04T12:00, 00:00-03:00, PT2H",
        "Pacific/Apia, 2011-12-29T12:00, 2011-12-31T12:00, 22:00-06:00, PT8H",
    })
    void changesOfTheClock(ZoneId zone, String from, String to, String hours, Duration open) {
        BusinessCalendar calendar = BusinessCalendar.of(WorkSchedule.of(zone, everyDay(hours)));

        assertEquals(open, calendar.between(local(from, zone), local(to, zone)));
    }

    private static WeeklyHours everyDay(String... ranges) {
        return WeeklyHours.of(EnumSet.allOf(DayOfWeek.class), DayHours.parse(ranges));
    }

    private static WorkingInterval interval(String start, String end) {
        return WorkingInterval.of(Instant.parse(start), Instant.parse(end));
    }

    private static Instant berlin(String text) {
        return local(text, BERLIN);
    }

    private static Instant local(String text, ZoneId zone) {
        return LocalDateTime.parse(text).atZone(zone).toInstant();
    }
}
