package dev.tenure.calendar.russia;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Range;
import com.google.common.collect.Streams;
import dev.tenure.calendar.DayHours;
import dev.tenure.calendar.Granularity;
import dev.tenure.calendar.MissingYears;
import dev.tenure.calendar.ReportingCalendar;
import dev.tenure.calendar.ReportingPeriod;
import dev.tenure.calendar.SpecialDay;
import dev.tenure.calendar.UncoveredDateException;
import dev.tenure.calendar.WeeklyHours;
import dev.tenure.calendar.WorkSchedule;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.ZoneId;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RussianProductionCalendarTest {

    private static final RussianProductionCalendar RUSSIA = RussianProductionCalendar.published();
    private static final Duration WEEK_OF_40 = Duration.ofHours(40);
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    // golden

    static Stream<JsonNode> published() {
        try (InputStream file = RussianProductionCalendarTest.class.getResourceAsStream("production-calendar.json")) {
            return Streams.stream(new ObjectMapper().readTree(file).get("years"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @ParameterizedTest
    @MethodSource("published")
    void everyDay_isWorkedOrOffAsPublished(JsonNode published) {
        ImmutableSet<LocalDate> off = dates(published, "dayOffWeekdays");
        ImmutableSet<LocalDate> worked = dates(published, "workingWeekends");
        ProductionYear year = year(published);

        ImmutableSet<LocalDate> wrong = days(published)
                .filter(day -> year.isWorkingDay(day) != (isWeekend(day) ? worked.contains(day) : !off.contains(day)))
                .collect(ImmutableSet.toImmutableSet());

        assertEquals(ImmutableSet.of(), wrong);
    }

    @ParameterizedTest
    @MethodSource("published")
    void shortenedDays_areThePublishedOnes(JsonNode published) {
        assertEquals(
                dates(published, "shortenedDays"),
                days(published).filter(year(published)::isShortened).collect(ImmutableSet.toImmutableSet()));
    }

    @ParameterizedTest
    @MethodSource("published")
    void normOfEachMonth_isThePublishedOne(JsonNode published) {
        for (int month = 1; month <= 12; month++) {
            WorkingTimeNorm norm = norm(Granularity.MONTH, LocalDate.of(number(published), month, 1));

            assertEquals(published.get("workingDaysByMonth").get(month - 1).intValue(), norm.workingDays());
            assertEquals(
                    Duration.ofHours(
                            published.get("hours40ByMonth").get(month - 1).longValue()),
                    norm.hours(WEEK_OF_40));
        }
    }

    @ParameterizedTest
    @MethodSource("published")
    void normOfTheYear_isThePublishedOne(JsonNode published) {
        WorkingTimeNorm norm = norm(Granularity.YEAR, LocalDate.of(number(published), 1, 1));

        assertEquals(published.get("workingDays").intValue(), norm.workingDays());
        assertEquals(Duration.ofHours(published.get("hours40").longValue()), norm.hours(WEEK_OF_40));
        assertEquals(Year.of(number(published)).length() - norm.workingDays(), norm.daysOff());
    }

    @ParameterizedTest
    @MethodSource("published")
    void decree_isThePublishedOne(JsonNode published) {
        assertEquals(
                Decree.of(
                        published.get("decreeNumber").textValue(),
                        LocalDate.parse(published.get("decreeDate").textValue())),
                year(published).decree());
    }

    /** The norms of 2024 for 36 and 24 hours a week, as the reference systems print them: 1780.6 and 1185.4 hours. */
    @Test
    void normOfShorterWeeks_isExact() {
        WorkingTimeNorm norm = norm(Granularity.YEAR, LocalDate.of(2024, 1, 1));

        assertEquals(Duration.parse("PT1780H36M"), norm.hours(Duration.ofHours(36)));
        assertEquals(Duration.parse("PT1185H24M"), norm.hours(Duration.ofHours(24)));
    }

    // laws

    @Property
    void normOfAQuarter_isTheSumOfItsMonths(@ForAll @IntRange(min = 0, max = 11) int quarter) {
        LocalDate first = LocalDate.of(2024, 1, 1).plusMonths(3L * quarter);
        Duration months = IntStream.range(0, 3)
                .mapToObj(month ->
                        norm(Granularity.MONTH, first.plusMonths(month)).hours(WEEK_OF_40))
                .reduce(Duration.ZERO, Duration::plus);

        assertEquals(months, norm(Granularity.QUARTER, first).hours(WEEK_OF_40));
    }

    @Property
    void normOverYears_isTheSumOfItsParts(
            @ForAll @IntRange(min = 0, max = 1095) int first,
            @ForAll @IntRange(min = 1, max = 1095) int length,
            @ForAll @IntRange(min = 1, max = 1095) int cut) {
        LocalDate start = LocalDate.of(2024, 1, 1).plusDays(first);
        LocalDate end = earlier(start.plusDays(length), LocalDate.of(2027, 1, 1));
        LocalDate middle = earlier(start.plusDays(cut), end);
        WorkingTimeNorm whole = RUSSIA.norm(period(start, end)).orElseThrow();

        WorkingTimeNorm head = RUSSIA.norm(period(start, middle)).orElseThrow();
        WorkingTimeNorm parts = middle.equals(end)
                ? head
                : head.plus(RUSSIA.norm(period(middle, end)).orElseThrow());

        assertEquals(whole, parts);
    }

    @Property
    void transfer_neverChangesHowManyDaysAreWorked_unlessItMovesAHoliday(
            @ForAll @IntRange(min = 0, max = 51) int week, @ForAll @IntRange(min = 0, max = 4) int weekday) {
        LocalDate saturday = LocalDate.of(2023, 1, 7).plusWeeks(week);
        LocalDate to = LocalDate.of(2023, 7, 3).plusDays(weekday);
        ProductionYear plain = yearOf2023().build();
        ProductionYear moved = yearOf2023().putTransfer(saturday, to).build();
        boolean isHoliday = plain.specialDays().get(saturday) instanceof SpecialDay.DayOff;

        assertEquals(worked(plain) - (isHoliday ? 1 : 0) + (movesByLaw(saturday, isHoliday) ? 1 : 0), worked(moved));
    }

    // edges

    @ParameterizedTest
    @CsvSource({
        "2024-04-27, MONDAY, 0, working day moved from 2024-04-29",
        "2024-11-02, TUESDAY, 1, working day moved from 2024-04-30",
        "2024-12-28, MONDAY, 0, working day moved from 2024-12-30",
        "2025-11-01, MONDAY, 1, working day moved from 2025-11-03",
        "2024-02-22, THURSDAY, 1, eve of a public holiday",
    })
    void workingDay_hasTheHoursOfTheDayItWasExchangedFor(LocalDate date, DayOfWeek hours, int shorter, String name) {
        assertEquals(new SpecialDay.WorkingDay(name, hours, Duration.ofHours(shorter)), special(date));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-07, Christmas Day",
        "2024-01-08, New Year Holidays",
        "2024-01-06, New Year Holidays",
        "2024-05-10, day off moved from 2024-01-06",
        "2026-03-09, day off moved from 2026-03-08",
        "2026-05-11, day off moved from 2026-05-09",
        "2025-05-08, day off moved from 2025-02-23",
    })
    void dayOff_saysWhereItComesFrom(LocalDate date, String name) {
        assertEquals(new SpecialDay.DayOff(name), special(date));
    }

    @Test
    void holidayOnAWeekend_thatNoDecreeMoves_givesTheNextWorkingDay() {
        ProductionYear year = ProductionYear.builder()
                .year(Year.of(2022))
                .decree(Decree.of("1", LocalDate.of(2021, 9, 16)))
                .build();

        assertFalse(year.isWorkingDay(LocalDate.of(2022, 5, 2)), "of Sunday 1 May");
        assertFalse(year.isWorkingDay(LocalDate.of(2022, 6, 13)), "of Sunday 12 June");
        assertTrue(year.isWorkingDay(LocalDate.of(2022, 1, 10)), "January moves by decree only");
    }

    @Test
    void holidayOnAWeekend_movesPastADayThatIsOffAlready() {
        ProductionYear year = ProductionYear.builder()
                .year(Year.of(2022))
                .decree(Decree.of("1", LocalDate.of(2021, 9, 16)))
                .putTransfer(LocalDate.of(2022, 1, 1), LocalDate.of(2022, 5, 2))
                .build();

        assertEquals(
                new SpecialDay.DayOff("day off moved from 2022-05-01"),
                year.specialDays().get(LocalDate.of(2022, 5, 3)));
    }

    @Test
    void workingSaturday_beforeAHoliday_isShortened() {
        ProductionYear year = ProductionYear.builder()
                .year(Year.of(2023))
                .decree(Decree.of("1", LocalDate.of(2022, 8, 29)))
                .putTransfer(LocalDate.of(2023, 4, 30), LocalDate.of(2023, 7, 3))
                .build();

        assertTrue(year.isShortened(LocalDate.of(2023, 4, 30)));
        assertEquals(
                DayOfWeek.MONDAY,
                ((SpecialDay.WorkingDay) year.specialDays().get(LocalDate.of(2023, 4, 30))).hoursOf());
    }

    @Test
    void ordinaryDay_isNotSpecial() {
        ProductionYear year = RUSSIA.year(Year.of(2025)).orElseThrow();

        assertTrue(year.isWorkingDay(LocalDate.of(2025, 7, 1)));
        assertFalse(year.isShortened(LocalDate.of(2025, 7, 1)));
        assertFalse(year.isWorkingDay(LocalDate.of(2025, 7, 5)));
        assertFalse(year.isShortened(LocalDate.of(2025, 7, 5)));
    }

    @Test
    void yearThatIsNotHeld_isUndefinedWithItsReason() {
        assertEquals(
                Outcome.undefined(Reason.NO_DATA, "production calendar of 2027 is not yet published, or not verified"),
                RUSSIA.specialDays(Year.of(2027)));
        assertEquals(
                Outcome.undefined(Reason.NO_DATA, "production calendar of 2023 is not held"),
                RUSSIA.year(Year.of(2023)));
    }

    @Test
    void normThatReachesIntoAnUnknownYear_isUndefined() {
        assertEquals(
                Outcome.undefined(Reason.NO_DATA, "production calendar of 2027 is not yet published, or not verified"),
                RUSSIA.norm(period(LocalDate.of(2026, 12, 1), LocalDate.of(2027, 1, 2))));
        assertTrue(RUSSIA.norm(period(LocalDate.of(2026, 12, 1), LocalDate.of(2027, 1, 1)))
                .isDefined());
    }

    @Test
    void yearOfOnesOwn_isAddedOrReplaced() {
        ProductionYear own = yearOf2023().build();
        RussianProductionCalendar more = RUSSIA.with(own);
        ProductionYear other = own.toBuilder()
                .decree(Decree.of("2", LocalDate.of(2022, 8, 30)))
                .build();

        assertEquals(Outcome.of(own), more.year(Year.of(2023)));
        assertEquals(Outcome.of(other), more.with(other).year(Year.of(2023)));
        assertEquals("Russian production calendar of [2024, 2025, 2026]", RUSSIA.toString());
        assertEquals("Russian production calendar of [2023, 2024, 2025, 2026]", more.toString());
        assertEquals(more, RUSSIA.with(own));
        assertEquals(more.hashCode(), RUSSIA.with(own).hashCode());
        assertNotEquals(more, RUSSIA);
        assertNotEquals(RUSSIA, RUSSIA.toString());
        assertEquals(3, RUSSIA.years().size());
    }

    // with a work schedule

    @Test
    void schedule_takesHoursOfWorkingSaturdaysAndShortenedDays() {
        WeeklyHours week = WeeklyHours.mondayToFriday(DayHours.parse("09:00-18:00"))
                .with(DayOfWeek.MONDAY, DayHours.parse("10:00-19:00"));
        WorkSchedule schedule =
                WorkSchedule.of(MOSCOW, week).withHolidays(RUSSIA, Year.of(2024), Year.of(2026), MissingYears.REJECT);

        assertEquals(DayHours.parse("10:00-19:00"), schedule.hoursOn(LocalDate.of(2024, 4, 27)), "hours of a Monday");
        assertEquals(DayHours.parse("09:00-17:00"), schedule.hoursOn(LocalDate.of(2024, 11, 2)), "a shortened Tuesday");
        assertEquals(DayHours.parse("10:00-18:00"), schedule.hoursOn(LocalDate.of(2025, 11, 1)), "a shortened Monday");
        assertEquals(DayHours.parse("09:00-17:00"), schedule.hoursOn(LocalDate.of(2026, 11, 3)));
        assertEquals(DayHours.closed(), schedule.hoursOn(LocalDate.of(2026, 12, 31)));
        assertEquals(DayHours.parse("09:00-18:00"), schedule.hoursOn(LocalDate.of(2026, 12, 30)));
    }

    @Test
    void schedule_knowsNoOtherYearsThanAskedFor() {
        WorkSchedule schedule = schedule(MissingYears.REJECT, 2024, 2025);

        assertEquals(Range.closedOpen(LocalDate.of(2024, 1, 1), LocalDate.of(2026, 1, 1)), schedule.coverage());
        assertThrows(UncoveredDateException.class, () -> schedule.hoursOn(LocalDate.of(2026, 1, 1)));
    }

    @Test
    void schedule_rejectsAYearThatIsNotPublished_unlessOrdinaryWeeksAreAssumed() {
        assertMessage(
                "year must have holiday data: 2027 undefined (production calendar of 2027 is not yet published, or not"
                        + " verified)",
                () -> schedule(MissingYears.REJECT, 2026, 2027));
        WorkSchedule assumed = schedule(MissingYears.ASSUME_WEEKLY, 2026, 2027);

        assertEquals(DayHours.closed(), assumed.hoursOn(LocalDate.of(2026, 1, 9)));
        assertEquals(DayHours.parse("09:00-18:00"), assumed.hoursOn(LocalDate.of(2027, 1, 1)));
    }

    // messages

    @Test
    void badArguments_areNamed() {
        assertMessage("number must not be blank: ' '", () -> Decree.of(" ", LocalDate.EPOCH));
        assertMessage("workingDays must be 0 to 31: 32", () -> new WorkingTimeNorm(31, 32, 0));
        assertMessage("workingDays must be 0 to 31: -1", () -> new WorkingTimeNorm(31, -1, 0));
        assertMessage("shortenedDays must be 0 to 20: 21", () -> new WorkingTimeNorm(31, 20, 21));
        assertMessage("shortenedDays must be 0 to 20: -1", () -> new WorkingTimeNorm(31, 20, -1));
        WorkingTimeNorm norm = new WorkingTimeNorm(31, 20, 1);
        assertMessage(
                "week must be 5 to 40 hours: PT40H1S",
                () -> norm.hours(Duration.ofHours(40).plusSeconds(1)));
        assertMessage("week must be 5 to 40 hours: PT4H59M", () -> norm.hours(Duration.ofMinutes(299)));
        assertEquals(Duration.ofHours(19), norm.hours(Duration.ofHours(5)));
        assertEquals(
                "No. 1314 of 2023-08-10",
                RUSSIA.year(Year.of(2024)).orElseThrow().decree().toString());
        assertEquals(
                "year",
                assertThrows(NullPointerException.class, () -> RUSSIA.year(null))
                        .getMessage());
        assertEquals(
                "date",
                assertThrows(NullPointerException.class, () -> Decree.of("1", null))
                        .getMessage());
    }

    @Test
    void badYears_areNamed() {
        assertMessage(
                "year must be 2013 or later: 2012",
                () -> yearOf2023().year(Year.of(2012)).build());
        assertTransfer("transfers must be of a Saturday or Sunday of 2023: 2023-07-03", "2023-07-03", "2023-07-04");
        assertTransfer("transfers must be of a Saturday or Sunday of 2023: 2022-07-02", "2022-07-02", "2023-07-04");
        assertTransfer("transfers must be to a working day of 2023: 2023-07-01", "2023-07-02", "2023-07-01");
        assertTransfer("transfers must be to a working day of 2023: 2023-05-09", "2023-07-02", "2023-05-09");
        assertTransfer("transfers must be to a working day of 2023: 2024-07-01", "2023-07-02", "2024-07-01");
        assertMessage(
                "transfers must be to a date of their own: 2023-07-03",
                () -> yearOf2023()
                        .putTransfer(LocalDate.of(2023, 7, 1), LocalDate.of(2023, 7, 3))
                        .putTransfer(LocalDate.of(2023, 7, 2), LocalDate.of(2023, 7, 3))
                        .build());
        ProductionYear year = yearOf2023().build();
        assertMessage("date must be in 2023: 2024-01-01", () -> year.isWorkingDay(LocalDate.of(2024, 1, 1)));
        assertMessage("date must be in 2023: 2022-12-31", () -> year.isShortened(LocalDate.of(2022, 12, 31)));
    }

    private static void assertTransfer(String message, String from, String to) {
        assertMessage(
                message,
                () -> yearOf2023()
                        .putTransfer(LocalDate.parse(from), LocalDate.parse(to))
                        .build());
    }

    private static void assertMessage(String message, Executable action) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, action).getMessage());
    }

    private static ProductionYearBuilder yearOf2023() {
        return ProductionYear.builder().year(Year.of(2023)).decree(Decree.of("1505", LocalDate.of(2022, 8, 29)));
    }

    private static WorkSchedule schedule(MissingYears missing, int first, int last) {
        return WorkSchedule.of(MOSCOW, WeeklyHours.mondayToFriday(DayHours.parse("09:00-18:00")))
                .withHolidays(RUSSIA, Year.of(first), Year.of(last), missing);
    }

    private static boolean movesByLaw(LocalDate saturday, boolean isHoliday) {
        // a holiday that the decree moves is not moved a second time
        return isHoliday && saturday.getMonth() != Month.JANUARY;
    }

    private static long worked(ProductionYear year) {
        return year.year()
                .atDay(1)
                .datesUntil(year.year().plusYears(1).atDay(1))
                .filter(year::isWorkingDay)
                .count();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static ReportingPeriod period(LocalDate start, LocalDate end) {
        return new ReportingPeriod(0, start, end, "period");
    }

    private static WorkingTimeNorm norm(Granularity granularity, LocalDate day) {
        return RUSSIA.norm(ReportingCalendar.of(granularity).periodOf(day)).orElseThrow();
    }

    private static SpecialDay special(LocalDate date) {
        return RUSSIA.specialDays(Year.from(date)).orElseThrow().get(date);
    }

    private static ProductionYear year(JsonNode published) {
        return RUSSIA.year(Year.of(number(published))).orElseThrow();
    }

    private static int number(JsonNode published) {
        return published.get("year").intValue();
    }

    private static Stream<LocalDate> days(JsonNode published) {
        return Year.of(number(published))
                .atDay(1)
                .datesUntil(Year.of(number(published) + 1).atDay(1));
    }

    private static ImmutableSet<LocalDate> dates(JsonNode published, String name) {
        return Streams.stream(published.get(name))
                .map(node -> LocalDate.parse(node.textValue()))
                .collect(ImmutableSet.toImmutableSet());
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek().getValue() > 5;
    }
}
