package dev.tenure.calendar.icalendar;

/** Writes calendars for tests. */
final class Texts {

    private Texts() {}

    static String calendar(String... components) {
        return lines("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//EN")
                + String.join("", components)
                + lines("END:VCALENDAR");
    }

    static String event(String... properties) {
        return lines("BEGIN:VEVENT") + lines(properties) + lines("END:VEVENT");
    }

    static String lines(String... lines) {
        return String.join("\r\n", lines) + "\r\n";
    }

    static ICalendar of(String... properties) {
        return ICalendar.parse(calendar(event(properties)));
    }
}
