package dev.tenure.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The values of which a schedule consists: ranges, hours of days and weeks, special days, intervals. */
class WorkingHoursTest {

    private static final Instant NOW = Instant.parse("2024-03-15T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "09:00-17:30, 09:00-17:30, PT8H30M, false",
        "22:00-06:00, 22:00-06:00, PT8H, true",
        "18:00-24:00, 18:00-24:00, PT6H, false",
        "18:00-00:00, 18:00-24:00, PT6H, false",
        "00:00-24:00, 00:00-24:00, PT24H, false",
        "10:00-10:00, 10:00-10:00, PT24H, true",
        "09:00:01-09:00:02, 09:00:01-09:00:02, PT1S, false",
    })
    void ranges_areRead(String text, String shown, Duration length, boolean overnight) {
        TimeRange range = TimeRange.parse(text);

        assertEquals(shown, range.toString());
        assertEquals(length, range.length());
        assertEquals(overnight, range.isOvernight());
        assertEquals(range, TimeRange.parse(range.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "09:00", "9-17", "09:00-17:00-18:00", "24:00-09:00", "09:00 - 17:00", "09:00-25:00"})
    void textThatIsNoRange_isRefused(String text) {
        assertMessage("range must be HH:mm-HH:mm: '" + text + "'", () -> TimeRange.parse(text));
    }

    @Test
    void rangesOfFractions_areRefused() {
        assertMessage("start must be a whole second: 09:00:00.500", () -> TimeRange.parse("09:00:00.5-17:00"));
        assertMessage("end must be a whole second: 17:00:00.500", () -> TimeRange.parse("09:00-17:00:00.5"));
        assertMessage(
                "start must be a whole second: 09:00:00.000000001",
                () -> TimeRange.of(LocalTime.of(9, 0, 0, 1), LocalTime.NOON));
    }

    @Test
    void hours_areSorted_andMustNotOverlap() {
        DayHours hours = DayHours.parse("22:00-06:00", "09:00-13:00", "13:00-17:00");

        assertEquals("09:00-13:00 13:00-17:00 22:00-06:00", hours.toString());
        assertEquals(Duration.ofHours(16), hours.length());
        assertFalse(hours.isClosed());
        assertEquals("closed", DayHours.closed().toString());
        assertEquals(Duration.ZERO, DayHours.closed().length());
        assertTrue(DayHours.parse().isClosed());
        assertEquals("00:00-24:00", DayHours.allDay().toString());
        assertEquals(DayHours.closed(), DayHours.of());
        assertMessage(
                "ranges must not overlap: 09:00-17:00, 09:00-17:00",
                () -> DayHours.parse("09:00-17:00", "09:00-17:00"));
        assertMessage(
                "ranges must not overlap: 20:00-06:00, 23:00-24:00",
                () -> DayHours.parse("23:00-24:00", "20:00-06:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 09:00-13:00 14:00-18:00",
        "PT1H, 09:00-13:00 14:00-17:00",
        "PT1S, 09:00-13:00 14:00-17:59:59",
        "PT4H, 09:00-13:00",
        "PT5H, 09:00-12:00",
        "PT8H, closed",
        "PT9H, closed",
        "PT2562047788015215H30M7S, closed",
    })
    void shortenedHours_endEarlier(Duration time, String expected) {
        assertEquals(
                expected,
                DayHours.parse("09:00-13:00", "14:00-18:00").shortenedBy(time).toString());
    }

    @Test
    void shortenedNights_endEarlier_alsoBeforeMidnight() {
        assertEquals(
                "22:00-05:00",
                DayHours.parse("22:00-06:00").shortenedBy(Duration.ofHours(1)).toString());
        assertEquals(
                "22:00-24:00",
                DayHours.parse("22:00-06:00").shortenedBy(Duration.ofHours(6)).toString());
        assertEquals(
                "22:00-23:00",
                DayHours.parse("22:00-06:00").shortenedBy(Duration.ofHours(7)).toString());
        assertEquals(
                "00:00-23:00",
                DayHours.allDay().shortenedBy(Duration.ofHours(1)).toString());
        assertMessage(
                "time must not be negative: PT-1S", () -> DayHours.allDay().shortenedBy(Duration.ofSeconds(-1)));
        assertMessage(
                "time must be whole seconds: PT0.5S", () -> DayHours.allDay().shortenedBy(Duration.ofMillis(500)));
    }

    @Test
    void weeks_leaveOutClosedDays() {
        DayHours hours = DayHours.parse("09:00-17:00");
        WeeklyHours week = WeeklyHours.mondayToFriday(hours);

        assertEquals(5, week.days().size());
        assertEquals(hours, week.on(DayOfWeek.FRIDAY));
        assertEquals(DayHours.closed(), week.on(DayOfWeek.SATURDAY));
        assertEquals(4, week.with(DayOfWeek.MONDAY, DayHours.closed()).days().size());
        assertEquals(6, week.with(DayOfWeek.SUNDAY, hours).days().size());
        assertEquals(week, week.with(DayOfWeek.SUNDAY, DayHours.closed()));
        assertEquals(WeeklyHours.closed(), WeeklyHours.of(ImmutableSet.of(DayOfWeek.MONDAY), DayHours.closed()));
        assertEquals(7, WeeklyHours.allDay().days().size());
        assertEquals(
                "WeeklyHours[days={MONDAY=09:00-17:00, SUNDAY=09:00-17:00}]",
                new WeeklyHours(ImmutableMap.of(DayOfWeek.SUNDAY, hours, DayOfWeek.MONDAY, hours)).toString());
    }

    @Test
    void specialDays_areChecked() {
        assertEquals("Labour Day", new SpecialDay.DayOff("Labour Day").name());
        assertMessage("name must not be blank: ' '", () -> new SpecialDay.DayOff(" "));
        assertMessage(
                "name must not be blank: ''", () -> new SpecialDay.WorkingDay("", DayOfWeek.MONDAY, Duration.ZERO));
        assertMessage(
                "shortenedBy must not be negative: PT-1H",
                () -> new SpecialDay.WorkingDay("eve", DayOfWeek.MONDAY, Duration.ofHours(-1)));
        assertMessage(
                "shortenedBy must be whole seconds: PT0.001S",
                () -> new SpecialDay.WorkingDay("eve", DayOfWeek.MONDAY, Duration.ofMillis(1)));
    }

    @Test
    void intervals_areNotEmpty() {
        WorkingInterval interval = WorkingInterval.of(NOW, NOW.plusSeconds(90));

        assertEquals(Duration.ofSeconds(90), interval.length());
        assertMessage(
                "end must be after start: 2024-03-15T12:00:00Z, 2024-03-15T12:00:00Z",
                () -> WorkingInterval.of(NOW, NOW));
        assertMessage(
                "end must be after start: 2024-03-15T12:00:00Z, 2024-03-15T11:59:59Z",
                () -> WorkingInterval.of(NOW, NOW.minusSeconds(1)));
    }

    @Test
    void businessDays_areNumbersWithAUnit() {
        assertEquals("1 business day", BusinessDays.of(1).toString());
        assertEquals("0 business days", BusinessDays.of(0).toString());
        assertEquals("-1 business days", BusinessDays.of(-1).toString());
        assertTrue(BusinessDays.of(-1).compareTo(BusinessDays.of(1)) < 0);
        assertEquals(0, BusinessDays.of(2).compareTo(BusinessDays.of(2)));
    }

    @Test
    void missingArguments_areNamed() {
        LocalTime nothing = unset();
        assertNull("start", () -> TimeRange.of(nothing, LocalTime.NOON));
        assertNull("end", () -> TimeRange.of(LocalTime.NOON, nothing));
        DayOfWeek day = unset();
        assertNull("day", () -> WeeklyHours.allDay().on(day));
        assertNull("hoursOf", () -> new SpecialDay.WorkingDay("eve", day, Duration.ZERO));
        Duration time = unset();
        assertNull("time", () -> DayHours.allDay().shortenedBy(time));
        DayHours hours = unset();
        assertNull("hours", () -> WeeklyHours.mondayToFriday(hours));
        TimeMeasure measure = unset();
        assertNull("measure", () -> BusinessCalendar.always().with(measure));
        Landing landing = unset();
        assertNull("landing", () -> BusinessCalendar.always().plus(NOW, Duration.ZERO, landing));
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // what callers without null checks may pass
    private static <T> T unset() {
        return null;
    }

    static ImmutableList<Object> records() {
        DayHours hours = DayHours.parse("09:00-13:00", "22:00-06:00");
        return ImmutableList.of(
                TimeRange.parse("18:00-24:00"),
                hours,
                WeeklyHours.mondayToFriday(hours),
                new SpecialDay.DayOff("Labour Day"),
                new SpecialDay.WorkingDay("eve", DayOfWeek.MONDAY, Duration.ofHours(1)),
                WorkingInterval.of(NOW, NOW.plusNanos(1)),
                BusinessDays.of(3),
                BusinessCalendar.always().fingerprint());
    }

    @ParameterizedTest
    @MethodSource("records")
    void records_surviveSerialization(Object value) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            Object copy = in.readObject();
            assertEquals(value, copy);
            assertEquals(value.hashCode(), copy.hashCode());
        }
    }

    private static void assertNull(String name, Executable question) {
        assertEquals(name, assertThrows(NullPointerException.class, question).getMessage());
    }

    private static void assertMessage(String message, Executable question) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, question).getMessage());
    }
}
