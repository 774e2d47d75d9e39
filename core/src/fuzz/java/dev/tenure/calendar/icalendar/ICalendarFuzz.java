package dev.tenure.calendar.icalendar;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Whatever the text, it is read or refused as documented, and soon; whatever was read can be asked for. */
class ICalendarFuzz {

    /** A short while around the starts below: occurrences by the second are many, and inputs should be. */
    private static final Instant FROM = Instant.parse("2025-03-01T08:00:00Z");

    private static final Instant TO = Instant.parse("2025-03-01T11:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2025, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 3, 3);

    /** What lines are made of; the fuzzer also invents pieces of its own. */
    private static final List<String> PIECES = List.of(
            "BEGIN:VCALENDAR\r\n", "END:VCALENDAR\r\n", "BEGIN:VEVENT\r\n", "END:VEVENT\r\n", "BEGIN:VTIMEZONE\r\n",
            "END:VTIMEZONE\r\n", "BEGIN:STANDARD\r\n", "END:STANDARD\r\n", "BEGIN:DAYLIGHT\r\n", "END:DAYLIGHT\r\n", "DTSTART",
            "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "UID:a", "UID:b", "TZID:Own", ";TZID=Own",
            ";TZID=Europe/Berlin", ";VALUE=DATE", ";VALUE=PERIOD", "STATUS:CANCELLED", "TRANSP:TRANSPARENT", "TZOFFSETFROM:+0100",
            "TZOFFSETTO:+0200", ":20250301T090000", ":20250301T090000Z", ":20250301", ":PT1H", ":-P1D", ":FREQ=", "SECONDLY",
            "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY", ";INTERVAL=", ";COUNT=", ";UNTIL=20260101", ";BYDAY=",
            ";BYMONTHDAY=", ";BYYEARDAY=", ";BYWEEKNO=", ";BYMONTH=", ";BYSETPOS=", ";BYHOUR=", ";BYMINUTE=", ";BYSECOND=",
            ";WKST=SU", "MO", "-1FR", "5TU", ",", "1", "-1", "0", "99999999999", "\r\n", "\r\n ", "\"", ";", ":", "=");

    /** Longer texts are slower and say little more. */
    private static final int MOST_PIECES = 60;

    @FuzzTest(maxDuration = "4h", maxExecutions = 10_000_000)
    void anyText_isReadOrRefused(FuzzedDataProvider data) {
        StringBuilder text = new StringBuilder();
        if (data.consumeBoolean()) {
            text.append("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20250301T090000\r\n");
        }
        for (int i = 0; i < MOST_PIECES && data.remainingBytes() > 0; i++) {
            int piece = data.consumeInt(0, PIECES.size() + 3);
            text.append(piece < PIECES.size() ? PIECES.get(piece) : data.consumeString(8));
        }
        ask(text.append("\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n").toString());
    }

    private static void ask(String text) {
        try {
            ICalendar calendar = ICalendar.parse(text);
            calendar.busy(FROM, TO, ZoneOffset.UTC);
            calendar.allDay(FIRST, LAST);
        } catch (IllegalArgumentException documented) {
            // refused, with the reason
        }
    }
}
