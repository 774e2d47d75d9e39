package dev.tenure.calendar.icalendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSet;
import dev.tenure.calendar.DayHours;
import dev.tenure.calendar.HolidayProvider;
import dev.tenure.calendar.MissingYears;
import dev.tenure.calendar.SpecialDay;
import dev.tenure.calendar.WeeklyHours;
import dev.tenure.calendar.WorkSchedule;
import dev.tenure.calendar.WorkingInterval;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ICalendarTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant FROM = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2025-01-01T00:00:00Z");

    private static final String BERLIN_OF_ITS_OWN = Texts.lines(
            "BEGIN:VTIMEZONE",
            "TZID:W. Europe Standard Time",
            "BEGIN:STANDARD",
            "DTSTART:16010101T030000",
            "TZOFFSETFROM:+0200",
            "TZOFFSETTO:+0100",
            "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10",
            "END:STANDARD",
            "BEGIN:DAYLIGHT",
            "DTSTART:16010101T020000",
            "TZOFFSETFROM:+0100",
            "TZOFFSETTO:+0200",
            "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3",
            "END:DAYLIGHT",
            "END:VTIMEZONE");

    // zones

    @ParameterizedTest
    @CsvSource({
        "DTSTART:20240301T090000Z, 2024-03-01T09:00:00Z",
        "DTSTART:20240301T090000, 2024-03-01T08:00:00Z",
        "DTSTART;TZID=Europe/Berlin:20240301T090000, 2024-03-01T08:00:00Z",
        "DTSTART;TZID=Europe/Berlin:20240701T090000, 2024-07-01T07:00:00Z",
        "DTSTART;TZID=\"America/New_York\":20240701T090000, 2024-07-01T13:00:00Z",
        "DTSTART;TZID=Australia/Lord_Howe:20240701T090000, 2024-06-30T22:30:00Z",
        "DTSTART;TZID=Australia/Lord_Howe:20241201T090000, 2024-11-30T22:00:00Z",
        "DTSTART;TZID=/example.org/20240101_1/Europe/Berlin:20240701T090000, 2024-07-01T07:00:00Z",
        "DTSTART;VALUE=DATE-TIME;TZID=Europe/Berlin:20240701T090060, 2024-07-01T07:00:59Z",
        // a time that the clock skips is read by the offset before, one that it shows twice is the earlier
        "DTSTART;TZID=America/New_York:20240310T023000, 2024-03-10T07:30:00Z",
        "DTSTART;TZID=America/New_York:20241103T013000, 2024-11-03T05:30:00Z",
        "dtstart;tzid=Europe/Berlin:20240301T090000, 2024-03-01T08:00:00Z",
    })
    void start_isReadInItsZone(String property, Instant start) {
        assertEquals(List.of(start), starts(Texts.of(property, "DURATION:PT1H")));
    }

    @ParameterizedTest
    @CsvSource({
        "20240331T015959, 2024-03-31T00:59:59Z",
        "20240331T030000, 2024-03-31T01:00:00Z",
        "20241027T030000, 2024-10-27T02:00:00Z",
        "20241027T023000, 2024-10-27T00:30:00Z",
        "20240101T120000, 2024-01-01T11:00:00Z",
    })
    void zoneOfTheText_isBuiltFromItsRules(String time, Instant start) {
        ICalendar calendar = ICalendar.parse(Texts.calendar(
                BERLIN_OF_ITS_OWN, Texts.event("DTSTART;TZID=W. Europe Standard Time:" + time, "DURATION:PT1H")));

        assertEquals(List.of(start), starts(calendar));
    }

    @Test
    void zoneOfTheText_mayStandBehindItsEvents_andBeMadeOfDates() {
        String zone = Texts.lines(
                "BEGIN:VTIMEZONE",
                "TZID:Here",
                "BEGIN:STANDARD",
                "DTSTART:20200101T000000",
                "RDATE:20240601T000000,20240801T000000Z",
                "TZOFFSETFROM:+0300",
                "TZOFFSETTO:+0300",
                "END:STANDARD",
                "BEGIN:DAYLIGHT",
                "DTSTART:20240701T000000",
                "TZOFFSETFROM:+0300",
                "TZOFFSETTO:+043015",
                "END:DAYLIGHT",
                "END:VTIMEZONE");
        ICalendar calendar = ICalendar.parse(Texts.calendar(
                Texts.event("DTSTART;TZID=Here:20240615T120000"),
                Texts.event("DTSTART;TZID=Here:20240715T120000"),
                Texts.event("DTSTART;TZID=Here:20240901T120000"),
                zone));

        assertEquals(
                List.of(
                        Instant.parse("2024-06-15T09:00:00Z"),
                        Instant.parse("2024-07-15T07:29:45Z"),
                        Instant.parse("2024-09-01T09:00:00Z")),
                starts(calendar));
    }

    @Test
    void zoneThatBeginsAfterTheRange_hasItsFirstOffset() {
        String zone = Texts.lines(
                "BEGIN:VTIMEZONE",
                "TZID:Later",
                "BEGIN:STANDARD",
                "DTSTART:20500101T000000",
                "TZOFFSETFROM:-0500",
                "TZOFFSETTO:+0300",
                "END:STANDARD",
                "END:VTIMEZONE");

        assertEquals(
                List.of(Instant.parse("2024-06-15T17:00:00Z")),
                starts(ICalendar.parse(Texts.calendar(zone, Texts.event("DTSTART;TZID=Later:20240615T120000")))));
    }

    @Test
    void weeklyEvent_keepsItsLocalTime_whenClocksChange() {
        ICalendar calendar = Texts.of(
                "DTSTART;TZID=Europe/Berlin:20240325T090000",
                "DTEND;TZID=Europe/Berlin:20240325T100000",
                "RRULE:FREQ=WEEKLY;COUNT=2");

        assertEquals(
                List.of(
                        WorkingInterval.of(
                                Instant.parse("2024-03-25T08:00:00Z"), Instant.parse("2024-03-25T09:00:00Z")),
                        WorkingInterval.of(
                                Instant.parse("2024-04-01T07:00:00Z"), Instant.parse("2024-04-01T08:00:00Z"))),
                busy(calendar));
    }

    // lengths

    @ParameterizedTest
    @CsvSource({
        // the night of the 31st of March has 23 hours in Berlin
        "DURATION:P1D, 2024-03-31T10:00:00Z",
        "DURATION:PT24H, 2024-03-31T11:00:00Z",
        "DURATION:P1DT30M5S, 2024-03-31T10:30:05Z",
        "DURATION:P1W, 2024-04-06T10:00:00Z",
        "DURATION:+PT0S, 2024-03-30T11:00:00Z",
        "DTEND;TZID=Europe/Berlin:20240331T120000, 2024-03-31T10:00:00Z",
        "DTEND:20240330T120000Z, 2024-03-30T12:00:00Z",
        "SUMMARY:no end, 2024-03-30T11:00:00Z",
    })
    void end_isByTheCalendarOrByTheClock(String property, Instant end) {
        ICalendar calendar = Texts.of("DTSTART;TZID=Europe/Berlin:20240330T120000", property);

        assertEquals(end, calendar.timed(FROM, TO, BERLIN).get(0).end());
    }

    @Test
    void endOfTheFirst_holdsItsElapsedTimeForTheOthers() {
        ICalendar calendar = Texts.of(
                "DTSTART;TZID=Europe/Berlin:20240329T220000",
                "DTEND;TZID=Europe/Berlin:20240330T060000",
                "RRULE:FREQ=DAILY;COUNT=2");

        assertEquals(
                List.of(Instant.parse("2024-03-30T05:00:00Z"), Instant.parse("2024-03-31T05:00:00Z")),
                calendar.timed(FROM, TO, BERLIN).stream().map(TimedEvent::end).toList());
    }

    // dates that are added, left out and replaced

    @Test
    void datesAreAdded_withOrWithoutALengthOfTheirOwn() {
        ICalendar calendar = Texts.of(
                "DTSTART:20240101T100000Z",
                "DTEND:20240101T110000Z",
                "RDATE:20240105T100000Z,20240103T100000Z",
                "RDATE;VALUE=PERIOD:20240107T100000Z/20240107T130000Z,20240108T100000Z/PT30M");

        assertEquals(
                List.of(
                        "2024-01-01T10:00:00Z/PT1H",
                        "2024-01-03T10:00:00Z/PT1H",
                        "2024-01-05T10:00:00Z/PT1H",
                        "2024-01-07T10:00:00Z/PT3H",
                        "2024-01-08T10:00:00Z/PT30M"),
                busy(calendar).stream()
                        .map(its -> its.start() + "/" + its.length())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "EXDATE;TZID=Europe/Berlin:20240402T090000",
        "EXDATE:20240402T070000Z",
        "EXDATE;VALUE=DATE:20240402",
    })
    void datesAreLeftOut_inWhateverZoneTheyAreGiven(String exception) {
        ICalendar calendar = Texts.of(
                "DTSTART;TZID=Europe/Berlin:20240401T090000", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=3", exception);

        assertEquals(
                List.of(Instant.parse("2024-04-01T07:00:00Z"), Instant.parse("2024-04-03T07:00:00Z")),
                starts(calendar));
    }

    @Test
    void occurrence_isReplaced_evenIntoTheRangeFromOutside() {
        ICalendar calendar = ICalendar.parse(Texts.calendar(
                Texts.event("UID:a", "DTSTART:20230101T100000Z", "DURATION:PT1H", "RRULE:FREQ=YEARLY;COUNT=2"),
                Texts.event("UID:a", "RECURRENCE-ID:20230101T100000Z", "DTSTART:20240601T100000Z"),
                Texts.event("UID:a", "RECURRENCE-ID:20240101T100000Z", "DTSTART:20240102T120000Z", "SEQUENCE:2"),
                Texts.event("UID:a", "RECURRENCE-ID:20240101T100000Z", "DTSTART:20240102T130000Z", "SEQUENCE:1"),
                Texts.event("UID:b", "RECURRENCE-ID:20240701T100000Z", "DTSTART:20240701T120000Z"),
                Texts.event("RECURRENCE-ID:20240801T100000Z", "DTSTART:20240801T120000Z")));

        assertEquals(
                List.of(
                        Instant.parse("2024-01-02T12:00:00Z"),
                        Instant.parse("2024-06-01T10:00:00Z"),
                        Instant.parse("2024-07-01T12:00:00Z"),
                        Instant.parse("2024-08-01T12:00:00Z")),
                starts(calendar));
    }

    @Test
    void replacement_ofEqualSequence_isTheLast() {
        ICalendar calendar = ICalendar.parse(Texts.calendar(
                Texts.event("UID:a", "RECURRENCE-ID:20240101T100000Z", "DTSTART:20240102T120000Z"),
                Texts.event("UID:a", "RECURRENCE-ID:20240101T100000Z", "DTSTART:20240102T130000Z")));

        assertEquals(List.of(Instant.parse("2024-01-02T13:00:00Z")), starts(calendar));
    }

    @Test
    void cancelledOccurrence_isGone_andSoIsACancelledEvent() {
        ICalendar calendar = ICalendar.parse(Texts.calendar(
                Texts.event("UID:a", "DTSTART:20240101T100000Z", "RRULE:FREQ=DAILY;COUNT=2", "STATUS:TENTATIVE"),
                Texts.event("UID:a", "RECURRENCE-ID:20240101T100000Z", "DTSTART:20240101T100000Z", "STATUS:CANCELLED"),
                Texts.event("UID:b", "DTSTART:20240301T100000Z", "STATUS:cancelled")));

        assertEquals(List.of(Instant.parse("2024-01-02T10:00:00Z")), starts(calendar));
        assertEquals("iCalendar of 3 events", calendar.toString());
    }

    // busy time

    @Test
    void busyTime_isMergedAndCut_withoutWhatIsTransparentOrHasNoLength() {
        ICalendar calendar = ICalendar.parse(Texts.calendar(
                Texts.event("DTSTART:20231231T230000Z", "DURATION:PT3H"),
                Texts.event("DTSTART:20240101T010000Z", "DURATION:PT30M"),
                Texts.event("DTSTART:20240101T020000Z", "DURATION:PT1H"),
                Texts.event("DTSTART:20240102T020000Z", "DURATION:PT1H", "TRANSP:TRANSPARENT"),
                Texts.event("DTSTART:20240103T020000Z"),
                Texts.event("DTSTART:20240104T020000Z", "DURATION:PT1H", "TRANSP:OPAQUE"),
                Texts.event("DTSTART;VALUE=DATE:20240105"),
                Texts.event("DTSTART:20241231T233000Z", "DURATION:PT1H")));

        assertEquals(
                List.of(
                        WorkingInterval.of(FROM, Instant.parse("2024-01-01T03:00:00Z")),
                        WorkingInterval.of(
                                Instant.parse("2024-01-04T02:00:00Z"), Instant.parse("2024-01-04T03:00:00Z")),
                        WorkingInterval.of(Instant.parse("2024-12-31T23:30:00Z"), TO)),
                busy(calendar));
        assertEquals(7, calendar.timed(FROM, TO, BERLIN).size());
    }

    @Test
    void range_isHalfOpen() {
        ICalendar calendar = ICalendar.parse(Texts.calendar(
                Texts.event("SUMMARY:ends as it begins", "DTSTART:20231231T230000Z", "DURATION:PT1H"),
                Texts.event("SUMMARY:begins as it begins", "DTSTART:20240101T000000Z"),
                Texts.event("SUMMARY:begins as it ends", "DTSTART:20250101T000000Z")));

        assertEquals(
                List.of(new TimedEvent(FROM, FROM, "", "begins as it begins", false)),
                calendar.timed(FROM, TO, BERLIN));
    }

    @Test
    void longEventThatBeganLongBefore_isStillThere() {
        ICalendar calendar = Texts.of("DTSTART:20200101T000000Z", "DURATION:P300W", "RRULE:FREQ=YEARLY;COUNT=2");

        assertEquals(2, calendar.timed(FROM, TO, BERLIN).size());
        assertEquals(List.of(WorkingInterval.of(FROM, TO)), busy(calendar));
    }

    // days

    @Test
    void allDayEvent_isNoTime_andHasNoZone() {
        ICalendar calendar = Texts.of(
                "UID:u",
                "SUMMARY:Leave\\, at last\\n\\\\o/\\;",
                "DTSTART;VALUE=DATE:20240330",
                "DTEND;VALUE=DATE:20240402");

        assertEquals(List.of(), calendar.timed(FROM, TO, BERLIN));
        assertEquals(
                List.of(new AllDayEvent(
                        LocalDate.of(2024, 3, 30), LocalDate.of(2024, 4, 1), "u", "Leave, at last\n\\o/;", false)),
                calendar.allDay(LocalDate.of(2024, 4, 1), LocalDate.of(2024, 4, 1)));
        assertEquals(List.of(), calendar.allDay(LocalDate.of(2024, 4, 2), LocalDate.of(2024, 5, 1)));
        assertEquals(List.of(), calendar.allDay(LocalDate.of(2024, 1, 2), LocalDate.of(2024, 3, 29)));
    }

    @ParameterizedTest
    @CsvSource({
        "DURATION:P2D, 2",
        "DURATION:P1W, 7",
        "SUMMARY:x, 1",
        "DTEND:20240301, 1",
        "DTEND;VALUE=DATE:20240302, 1",
        "DTEND;VALUE=DATE:20240303, 2",
    })
    void allDayEvent_hasItsDays(String property, int days) {
        AllDayEvent event = Texts.of("DTSTART:20240301", property)
                .allDay(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31))
                .get(0);

        assertEquals(days, event.first().datesUntil(event.last().plusDays(1)).count());
    }

    @Test
    void allDayEvents_recur_withDatesAddedLeftOutAndReplaced() {
        ICalendar calendar = ICalendar.parse(Texts.calendar(
                Texts.event(
                        "UID:a",
                        "DTSTART;VALUE=DATE:20240101",
                        "RRULE:FREQ=DAILY;UNTIL=20240105T000000Z",
                        "RDATE;VALUE=DATE:20240110",
                        "EXDATE;VALUE=DATE:20240102"),
                Texts.event("UID:a", "RECURRENCE-ID;VALUE=DATE:20240103", "DTSTART;VALUE=DATE:20240120")));

        assertEquals(
                dates("2024-01-01 2024-01-04 2024-01-05 2024-01-10 2024-01-20"),
                calendar.allDay(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31)).stream()
                        .map(AllDayEvent::first)
                        .collect(ImmutableSet.toImmutableSet()));
    }

    @Test
    void daysOff_closeASchedule_alsoAcrossClockChanges() {
        ICalendar calendar = ICalendar.parse(Texts.calendar(
                Texts.event("SUMMARY:Company days", "DTSTART:20240329", "DTEND:20240403", "TRANSP:TRANSPARENT"),
                Texts.event("DTSTART:20240402"),
                Texts.event("SUMMARY:over the year", "DTSTART:20231230", "DTEND:20240103"),
                Texts.event("SUMMARY:and the next", "DTSTART:20241231", "DTEND:20250103"),
                Texts.event("SUMMARY: ", "DTSTART:20240701")));
        HolidayProvider provider = calendar.daysOff(Year.of(2024), Year.of(2024));
        WorkSchedule schedule = WorkSchedule.of(BERLIN, WeeklyHours.mondayToFriday(DayHours.parse("09:00-17:00")))
                .withHolidays(provider, Year.of(2024), Year.of(2024), MissingYears.REJECT);

        assertEquals(
                dates(
                        "2024-01-01 2024-01-02 2024-03-29 2024-03-30 2024-03-31 2024-04-01 2024-04-02 2024-07-01 2024-12-31"),
                provider.specialDays(Year.of(2024)).orElseThrow().keySet());
        assertEquals(
                new SpecialDay.DayOff("Company days"),
                provider.specialDays(Year.of(2024)).orElseThrow().get(LocalDate.of(2024, 4, 2)));
        assertEquals(
                new SpecialDay.DayOff("all-day event"),
                provider.specialDays(Year.of(2024)).orElseThrow().get(LocalDate.of(2024, 7, 1)));
        assertEquals(DayHours.closed(), schedule.hoursOn(LocalDate.of(2024, 4, 1)));
        assertEquals(DayHours.parse("09:00-17:00"), schedule.hoursOn(LocalDate.of(2024, 4, 3)));
        assertEquals(
                dates("2024-07-01"),
                calendar.daysOff(
                                Year.of(2024),
                                Year.of(2024),
                                event -> event.summary().isBlank()
                                        && !event.first().equals(LocalDate.of(2024, 4, 2)))
                        .specialDays(Year.of(2024))
                        .orElseThrow()
                        .keySet());
    }

    @Test
    void yearThatTheTextDoesNotCover_isUndefined() {
        HolidayProvider provider = Texts.of("DTSTART:20240701").daysOff(Year.of(2024), Year.of(2025));

        assertEquals(
                Outcome.undefined(Reason.NO_DATA, "calendar is read from 2024 to 2025"),
                provider.specialDays(Year.of(2026)));
        assertEquals(
                Outcome.undefined(Reason.NO_DATA, "calendar is read from 2024 to 2025"),
                provider.specialDays(Year.of(2023)));
        assertEquals(Outcome.undefined(Reason.NO_DATA, "no days off in 2025"), provider.specialDays(Year.of(2025)));
    }

    // the text

    @Test
    void foldedLines_andBareLineFeeds_areRead() {
        String text =
                Texts.calendar(Texts.event("SUMMARY:A name that is fol", " ded", "DTSTART:20240101T", "\t000000Z"));

        assertEquals("A name that is folded", nameOf(ICalendar.parse(text)));
        assertEquals("A name that is folded", nameOf(ICalendar.parse(text.replace("\r", ""))));
        assertEquals("A name that is folded", nameOf(ICalendar.parse(text + text)));
        assertEquals("A name that is folded", nameOf(ICalendar.parse(text.strip())));
    }

    private static String nameOf(ICalendar calendar) {
        return calendar.timed(FROM, TO, BERLIN).get(0).summary();
    }

    @Test
    void everythingElse_isCounted() {
        ICalendar calendar = ICalendar.parse(Texts.calendar(
                Texts.lines("BEGIN:VTODO", "DTSTART:whenever", "END:VTODO"),
                Texts.lines("BEGIN:VTODO", "END:VTODO"),
                Texts.lines("BEGIN:VFREEBUSY", "END:VFREEBUSY"),
                Texts.event(
                        "DTSTART:20240101T000000Z",
                        "SUMMARY:café über ☕ \uD83D\uDE80",
                        "ATTENDEE;CN=\"A: B\";ROLE=CHAIR:mailto:a@example.org",
                        "X-ANYTHING:RRULE:no",
                        "BEGIN:VALARM",
                        "TRIGGER:-PT15M",
                        "DURATION:-PT1H",
                        "END:VALARM")));

        assertEquals(ImmutableMultiset.of("VTODO", "VTODO", "VFREEBUSY"), calendar.ignored());
        assertEquals("café über ☕ \uD83D\uDE80", nameOf(calendar));
        assertEquals("iCalendar of 1 event", calendar.toString());
    }

    @Test
    void calendarWithoutEvents_isEmpty() {
        assertEquals(List.of(), ICalendar.parse(Texts.calendar()).timed(FROM, TO, BERLIN));
    }

    // messages

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DTSTART:20240230T000000Z | line 5: DTSTART must be a date or date-time: '20240230T000000Z'",
                "DTSTART:tomorrow | line 5: DTSTART must be a date or date-time: 'tomorrow'",
                "DTSTART;VALUE=DATE:20240101T000000Z | line 5: DTSTART must be a DATE: '20240101T000000Z'",
                "DTSTART;VALUE=DATE-TIME:20240101 | line 5: DTSTART must be a DATE-TIME: '20240101'",
                "DURATION:PT | line 5: DURATION must be a duration that is not negative: 'PT'",
                "DURATION:P | line 5: DURATION must be a duration that is not negative: 'P'",
                "DURATION:-PT1H | line 5: DURATION must be a duration that is not negative: '-PT1H'",
                "DURATION:P1DT | line 5: DURATION must be a duration that is not negative: 'P1DT'",
                "DURATION:P1W2D | line 5: DURATION must be a duration that is not negative: 'P1W2D'",
                "RRULE:FREQ=FORTNIGHTLY | line 5: RRULE must have a FREQ such as DAILY: 'FORTNIGHTLY'",
                "RRULE:COUNT=1 | line 5: RRULE must have a FREQ such as DAILY: ''",
                "RRULE:FREQ | line 5: RRULE must be of NAME=value: 'FREQ'",
                "RRULE:FREQ=DAILY;FREQ=DAILY | line 5: RRULE must have each part once: 'FREQ=DAILY'",
                "RRULE:FREQ=DAILY;SKIP=OMIT | line 5: RRULE must have parts of RFC 5545 only: {SKIP=OMIT}",
                "RRULE:FREQ=DAILY;INTERVAL=0 | line 5: RRULE must have an INTERVAL of 1 or more: 0",
                "RRULE:FREQ=DAILY;COUNT=0 | line 5: RRULE must have a COUNT of 1 or more: 0",
                "RRULE:FREQ=DAILY;COUNT=1234567890 | line 5: RRULE must have a number as COUNT: '1234567890'",
                "RRULE:FREQ=DAILY;COUNT=1;UNTIL=20240101 | line 5: RRULE must not have both COUNT and UNTIL",
                "RRULE:FREQ=DAILY;UNTIL=never | line 5: UNTIL must be a date or date-time: 'NEVER'",
                "RRULE:FREQ=DAILY;BYHOUR=24 | line 5: RRULE must have a BYHOUR of 0 to 23: '24'",
                "RRULE:FREQ=DAILY;BYHOUR= | line 5: RRULE must have a number as BYHOUR: ''",
                "RRULE:FREQ=DAILY;BYMONTHDAY=0 | line 5: RRULE must have a BYMONTHDAY of -31 to 31, not 0: '0'",
                "RRULE:FREQ=MONTHLY;BYMONTHDAY=-32 | line 5: RRULE must have a BYMONTHDAY of -31 to 31, not 0: '-32'",
                "RRULE:FREQ=DAILY;BYDAY=MON | line 5: RRULE must have days of the week such as MO: 'MON'",
                "RRULE:FREQ=DAILY;BYDAY=XX | line 5: RRULE must have days of the week such as MO: 'XX'",
                "RRULE:FREQ=MONTHLY;BYDAY=0MO | line 5: RRULE must have days of the week such as -1MO: '0MO'",
                "RRULE:FREQ=MONTHLY;BYDAY=54MO | line 5: RRULE must have days of the week such as -1MO: '54MO'",
                "RRULE:FREQ=DAILY;WKST=1 | line 5: RRULE must have days of the week such as MO: '1'",
                "RRULE:FREQ=MONTHLY;BYWEEKNO=1 | line 5: RRULE must not have BYWEEKNO unless YEARLY: MONTHLY",
                "RRULE:FREQ=MONTHLY;BYYEARDAY=1 | line 5: RRULE must not have BYYEARDAY when MONTHLY",
                "RRULE:FREQ=WEEKLY;BYYEARDAY=1 | line 5: RRULE must not have BYYEARDAY when WEEKLY",
                "RRULE:FREQ=DAILY;BYYEARDAY=1 | line 5: RRULE must not have BYYEARDAY when DAILY",
                "RRULE:FREQ=WEEKLY;BYMONTHDAY=1 | line 5: RRULE must not have BYMONTHDAY when WEEKLY",
                "RRULE:FREQ=WEEKLY;BYDAY=1MO | line 5: RRULE must not count days of the week unless MONTHLY, or YEARLY without BYWEEKNO: WEEKLY",
                "RRULE:FREQ=YEARLY;BYDAY=1MO;BYWEEKNO=1 | line 5: RRULE must not count days of the week unless MONTHLY, or YEARLY without BYWEEKNO: YEARLY",
                "RRULE:FREQ=DAILY;BYSETPOS=1 | line 5: RRULE must not have BYSETPOS alone",
                "RDATE;VALUE=PERIOD:20240101T000000Z/20240101T000000Z/1 | line 5: RDATE must be a period start/end: '20240101T000000Z/20240101T000000Z/1'",
                "RDATE;VALUE=PERIOD:20240101/P1D | line 5: RDATE must be a period of date-times: '20240101/P1D'",
                "RDATE;VALUE=PERIOD:20240101T000000Z/20240102 | line 5: RDATE must be a period of date-times: '20240101T000000Z/20240102'",
                "EXDATE:x | line 5: EXDATE must be a date or date-time: 'x'",
                "RECURRENCE-ID:x | line 5: RECURRENCE-ID must be a date or date-time: 'x'",
                "begin:valarm | line 5: begin must be in capitals",
                "End:valarm | line 5: End must be in capitals",
            })
    void badProperty_isAnErrorWithItsLine(String property, String message) {
        assertMessage("text must be iCalendar: " + message, () -> Texts.of(property, "DTSTART:20240101T000000Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SUMMARY:x | VEVENT must have a DTSTART: none",
                "DTSTART:20240101;DTSTART:20240101 | VEVENT must have at most one DTSTART: 2",
                "DTSTART:20240101;DTEND:20240102T000000Z | DTEND must be of the type of DTSTART: 2024-01-02T00:00",
                "DTSTART:20240102;DTEND:20240101 | DTEND must not be before DTSTART: 2024-01-01T00:00",
                "DTSTART:20240101;DTEND:20240102;DURATION:P1D | VEVENT must not have both DTEND and DURATION",
                "DTSTART:20240101;DURATION:PT24H | DURATION must be of whole days, as DTSTART is a date",
                "DTSTART:20240101;RDATE:20240101T000000Z | RDATE must be of the type of DTSTART",
                "DTSTART:20240101T000000Z;RDATE:20240101 | RDATE must be of the type of DTSTART",
                "DTSTART:20240101;EXDATE:20240101T000000Z | EXDATE must be of the type of DTSTART",
                "DTSTART:20240101;EXRULE:FREQ=DAILY | VEVENT must not have an EXRULE, which RFC 5545 took away",
                "DTSTART:20240101;SEQUENCE:-1 | SEQUENCE must be a number: '-1'",
                "DTSTART:20240101;SEQUENCE:1234567890 | SEQUENCE must be a number: '1234567890'",
            })
    void badEvent_isAnErrorWithTheLineOfItsEnd(String properties, String message) {
        String[] lines = properties.split(";");
        assertMessage("text must be iCalendar: line " + (5 + lines.length) + ": " + message, () -> Texts.of(lines));
    }

    @Test
    void replacementOfAllFollowing_isRejected() {
        assertMessage(
                "text must be iCalendar: line 7: RECURRENCE-ID must be of one occurrence: RANGE=THISANDFUTURE",
                () -> Texts.of("DTSTART:20240101", "RECURRENCE-ID;RANGE=THISANDFUTURE:20240101"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TZOFFSETTO:+1 | line 8: TZOFFSETTO must be an offset such as +0100: '+1'",
                "TZOFFSETTO:+1900 | line 8: TZOFFSETTO must be an offset of up to 18 hours: '+1900'",
                "TZOFFSETTO:+0160 | line 8: TZOFFSETTO must be an offset of up to 18 hours: '+0160'",
                "TZOFFSETTO:+010060 | line 8: TZOFFSETTO must be an offset of up to 18 hours: '+010060'",
                "TZNAME:X | line 11: STANDARD must have a TZOFFSETTO: none",
            })
    void badZone_isAnError(String property, String message) {
        assertMessage(
                "text must be iCalendar: " + message,
                () -> ICalendar.parse(Texts.calendar(Texts.lines(
                        "BEGIN:VTIMEZONE",
                        "TZID:X",
                        "BEGIN:STANDARD",
                        "DTSTART:20200101T000000",
                        property,
                        "TZOFFSETFROM:-0100",
                        "END:STANDARD",
                        "END:VTIMEZONE"))));
    }

    @Test
    void zoneWithoutParts_orThatNobodyKnows_isAnError() {
        assertMessage(
                "text must be iCalendar: line 6: VTIMEZONE must have STANDARD or DAYLIGHT: 'X'",
                () -> ICalendar.parse(Texts.calendar(Texts.lines("BEGIN:VTIMEZONE", "TZID:X", "END:VTIMEZONE"))));
        assertMessage(
                "TZID must be of the tz database or of a VTIMEZONE: 'Mars/Olympus'",
                () -> Texts.of("DTSTART;TZID=Mars/Olympus:20240101T000000"));
        assertMessage(
                "TZID must be of the tz database or of a VTIMEZONE: '/x/Mars'",
                () -> Texts.of("DTSTART;TZID=Europe/Berlin:20240101T000000", "EXDATE;TZID=/x/Mars:20240101T000000"));
    }

    @Test
    void zoneOfTooManySteps_isAnError() {
        ICalendar calendar = ICalendar.parse(Texts.calendar(
                BERLIN_OF_ITS_OWN.replace("YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3", "SECONDLY"),
                Texts.event("DTSTART;TZID=W. Europe Standard Time:20240101T000000")));

        assertMessage(
                "time zone 'W. Europe Standard Time' must recur in at most 1000000 steps",
                () -> calendar.timed(FROM, TO, BERLIN));
    }

    @Test
    void endsBeforeTheirStart_acrossZones_areErrors() {
        assertMessage(
                "DTEND must not be before DTSTART: 2024-01-01T12:00",
                () -> Texts.of(
                                "DTSTART;TZID=America/New_York:20240101T110000",
                                "DTEND;TZID=Europe/Berlin:20240101T120000")
                        .timed(FROM, TO, BERLIN));
        assertMessage(
                "RDATE must not end before it begins: 2024-01-02T00:00:00Z",
                () -> Texts.of("DTSTART:20240101T110000Z", "RDATE;VALUE=PERIOD:20240102T000000Z/20240101T000000Z")
                        .timed(FROM, TO, BERLIN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n",
                "hello",
                "BEGIN:VCALENDAR",
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20240101T000000Z\r\n",
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VTODO\r\nEND:VCALENDAR\r\n",
                "BEGIN:VEVENT\r\nEND:VEVENT\r\n",
            })
    void whatIsNoCalendar_isAnError(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> ICalendar.parse(text))
                .getMessage();

        assertTrue(message.startsWith("text must be iCalendar: line "), message);
    }

    @Test
    void deepNesting_isAnError() {
        String text = "BEGIN:VCALENDAR\r\n" + "BEGIN:A\r\n".repeat(100_000);

        assertMessage(
                "text must be iCalendar: line 10: components must not be nested deeper than 8: A",
                () -> ICalendar.parse(text));
    }

    @Test
    void badRanges_areNamed() {
        ICalendar calendar = ICalendar.parse(Texts.calendar());
        LocalDate day = LocalDate.of(2024, 1, 1);

        assertMessage(
                "to must be after from: 2024-01-01T00:00:00Z, 2024-01-01T00:00:00Z",
                () -> calendar.timed(FROM, FROM, BERLIN));
        assertMessage(
                "from must be 0001-01-01T00:00:00Z or later: -1000000000-01-01T00:00:00Z",
                () -> calendar.timed(Instant.MIN, TO, BERLIN));
        assertMessage(
                "to must be +10000-01-01T00:00:00Z or earlier: +1000000000-12-31T23:59:59.999999999Z",
                () -> calendar.busy(FROM, Instant.MAX, BERLIN));
        assertMessage(
                "last must not be before first: 2024-01-01, 2023-12-31", () -> calendar.allDay(day, day.minusDays(1)));
        assertMessage(
                "first must be in year 1 or later: 0000-12-31", () -> calendar.allDay(LocalDate.of(0, 12, 31), day));
        assertMessage(
                "last must be in year 9999 or earlier: +10000-01-01",
                () -> calendar.allDay(day, LocalDate.of(10_000, 1, 1)));
        assertMessage(
                "last must not be before first: 2025, 2024", () -> calendar.daysOff(Year.of(2025), Year.of(2024)));
        assertMessage(
                "end must not be before start: 2025-01-01T00:00:00Z, 2024-01-01T00:00:00Z",
                () -> new TimedEvent(TO, FROM, "", "", false));
        assertMessage(
                "last must not be before first: 2024-01-01, 2023-12-31",
                () -> new AllDayEvent(day, day.minusDays(1), "", "", false));
    }

    // hostile texts

    @Test
    void tooManyOccurrencesTogether_areAnError() {
        String often = Texts.event("DTSTART:20240101T000000Z", "RRULE:FREQ=SECONDLY;COUNT=300000");
        ICalendar calendar = ICalendar.parse(Texts.calendar(often, often, often, often));

        assertMessage("range must have at most 1000000 occurrences", () -> calendar.timed(FROM, TO, BERLIN));
        assertEquals(
                4 * 86_400,
                calendar.timed(FROM, FROM.plus(Duration.ofDays(1)), BERLIN).size());
    }

    @Test
    void longEventsThatOverlap_areLaidOnTheirDatesOnce() {
        ICalendar calendar =
                Texts.of("DTSTART;VALUE=DATE:00010101", "DURATION:P999999999D", "RRULE:FREQ=DAILY;COUNT=300000");

        HolidayProvider provider =
                assertTimeoutPreemptively(Duration.ofSeconds(20), () -> calendar.daysOff(Year.of(1), Year.of(9999)));

        assertEquals(365, provider.specialDays(Year.of(9999)).orElseThrow().size());
    }

    private static final ImmutableList<String> PIECES = ImmutableList.of(
            "BEGIN:VCALENDAR",
            "END:VCALENDAR",
            "BEGIN:VEVENT",
            "END:VEVENT",
            "BEGIN:VTIMEZONE",
            "END:VTIMEZONE",
            "BEGIN:STANDARD",
            "END:STANDARD",
            "TZID:X",
            "TZOFFSETFROM:+0100",
            "TZOFFSETTO:-1759",
            "UID:u",
            "DTSTART:20240101T000000",
            "DTSTART;TZID=X:00000101T000000",
            "DTSTART;VALUE=DATE:99991231",
            "DTEND:99991231T235959Z",
            "DURATION:P999999999W",
            "DURATION:P999999999DT999999999H",
            "RRULE:FREQ=SECONDLY",
            "RRULE:FREQ=YEARLY;INTERVAL=999999999",
            "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=999999999",
            "RRULE:FREQ=SECONDLY;COUNT=999999999;BYSETPOS=-1;BYSECOND=1",
            "RRULE:FREQ=MINUTELY;BYDAY=MO;UNTIL=00000101",
            "RDATE:20240101T000000,99991231T235959Z",
            "EXDATE:20240101T000000",
            "RDATE;VALUE=PERIOD:00010101T000000/P999999999D",
            "RECURRENCE-ID:20240101T000000",
            "STATUS:CANCELLED",
            "SUMMARY:\\",
            " ",
            "\t",
            ":",
            ";",
            "=",
            "\"",
            "\u0000",
            "DTSTART;TZID=X",
            "DTSTART;",
            "DTSTART;=:",
            "\uFEFF",
            ",");

    @Property
    void randomLines_areReadOrRejected_neverAnythingElse(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n");
        random.ints(random.nextInt(14), 0, PIECES.size())
                .forEach(piece -> text.append(PIECES.get(piece)).append(random.nextInt(20) == 0 ? "\n" : "\r\n"));

        readOrReject(text + "END:VEVENT\r\nEND:VCALENDAR\r\n");
    }

    @Property
    void brokenText_isReadOrRejected_neverAnythingElse(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(Texts.calendar(
                BERLIN_OF_ITS_OWN,
                Texts.event(
                        "DTSTART;TZID=W. Europe Standard Time:20240101T090000",
                        "DURATION:PT1H",
                        "RRULE:FREQ=MONTHLY;BYDAY=-1MO,2TU;BYSETPOS=1;COUNT=20;WKST=SU",
                        "EXDATE;TZID=W. Europe Standard Time:20240201T090000")));
        for (int change = random.nextInt(6); change >= 0; change--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.setCharAt(at, (char) random.nextInt(128));
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(40))));
            }
        }
        readOrReject(text.toString());
    }

    private static void readOrReject(String text) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            try {
                ICalendar calendar = ICalendar.parse(text);
                assertTrue(calendar.timed(FROM, TO, BERLIN).size()
                        >= busy(calendar).size());
                calendar.daysOff(Year.of(1), Year.of(9999));
                calendar.timed(
                        Instant.parse("0001-01-01T00:00:00Z"), Instant.parse("9999-12-31T00:00:00Z"), ZoneOffset.MAX);
            } catch (IllegalArgumentException expected) {
                assertTrue(!expected.getMessage().isEmpty());
            }
        });
    }

    private static List<Instant> starts(ICalendar calendar) {
        return calendar.timed(FROM, TO, BERLIN).stream().map(TimedEvent::start).toList();
    }

    private static ImmutableList<WorkingInterval> busy(ICalendar calendar) {
        return calendar.busy(FROM, TO, BERLIN);
    }

    private static ImmutableSet<LocalDate> dates(String text) {
        return Stream.of(text.split(" ")).map(LocalDate::parse).collect(ImmutableSet.toImmutableSet());
    }

    private static void assertMessage(String message, Executable action) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, action).getMessage());
    }
}
