package dev.tenure.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ReportingPeriodTest {

    private static final LocalDate START = LocalDate.of(2024, 2, 1);
    private static final LocalDate END = LocalDate.of(2024, 3, 1);
    private static final ReportingPeriod FEBRUARY = new ReportingPeriod(24_289, START, END, "2024-02");

    @Test
    void contains_itsFirstDay_butNotTheFirstOfTheNext() {
        assertTrue(FEBRUARY.contains(START));
        assertTrue(FEBRUARY.contains(LocalDate.of(2024, 2, 29)));
        assertFalse(FEBRUARY.contains(END));
        assertFalse(FEBRUARY.contains(START.minusDays(1)));
    }

    @Test
    void days_countsTheLeapDay() {
        assertEquals(29, FEBRUARY.days());
        assertEquals(366, ReportingCalendar.of(Granularity.YEAR).periodOf(START).days());
        assertEquals(7, ReportingCalendar.of(Granularity.WEEK).periodOf(START).days());
    }

    @Test
    void compareTo_sortsByTime() {
        ReportingCalendar months = ReportingCalendar.of(Granularity.MONTH);
        ReportingPeriod march = months.periodOf(END);

        assertTrue(FEBRUARY.compareTo(march) < 0);
        assertTrue(march.compareTo(FEBRUARY) > 0);
        assertEquals(0, FEBRUARY.compareTo(months.periodOf(START)));
        assertEquals(
                List.of(FEBRUARY, march), Stream.of(march, FEBRUARY).sorted().toList());
    }

    @Test
    void toString_isTheLabel() {
        assertEquals("2024-02", FEBRUARY.toString());
    }

    // messages

    @Test
    void badArguments_sayWhich() {
        assertEquals("end must be after start: 2024-02-01, 2024-02-01", message(() -> period(START, START, "x")));
        assertEquals("end must be after start: 2024-03-01, 2024-02-01", message(() -> period(END, START, "x")));
        assertEquals("label must not be blank: ' '", message(() -> period(START, END, " ")));
    }

    @Test
    @SuppressWarnings("NullAway") // what happens to a caller who does not check nullness
    void null_isNamed() {
        assertEquals("start", nullMessage(() -> period(null, END, "x")));
        assertEquals("end", nullMessage(() -> period(START, null, "x")));
        assertEquals("label", nullMessage(() -> period(START, END, null)));
    }

    private static ReportingPeriod period(LocalDate start, LocalDate end, String label) {
        return new ReportingPeriod(0, start, end, label);
    }

    private static String message(Executable action) {
        return assertThrows(IllegalArgumentException.class, action).getMessage();
    }

    private static String nullMessage(Executable action) {
        return assertThrows(NullPointerException.class, action).getMessage();
    }
}
