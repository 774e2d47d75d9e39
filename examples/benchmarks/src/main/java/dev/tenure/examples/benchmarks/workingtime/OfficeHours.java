package dev.tenure.examples.benchmarks.workingtime;

import dev.tenure.calendar.BusinessCalendar;
import dev.tenure.calendar.DayHours;
import dev.tenure.calendar.WeeklyHours;
import dev.tenure.calendar.WorkSchedule;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The schedule everybody is asked about: Monday to Friday with a break at noon, and ten holidays in each of eight years. */
final class OfficeHours {

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    static final List<Hours> OF_A_DAY = List.of(
            new Hours(LocalTime.of(9, 0), LocalTime.of(12, 0)), new Hours(LocalTime.of(13, 0), LocalTime.of(17, 30)));

    static final Set<LocalDate> HOLIDAYS = IntStream.rangeClosed(2019, 2026)
            .boxed()
            .flatMap(year -> List.of(
                            MonthDay.of(1, 1),
                            MonthDay.of(1, 6),
                            MonthDay.of(5, 1),
                            MonthDay.of(8, 15),
                            MonthDay.of(10, 3),
                            MonthDay.of(10, 31),
                            MonthDay.of(11, 1),
                            MonthDay.of(12, 24),
                            MonthDay.of(12, 25),
                            MonthDay.of(12, 26))
                    .stream()
                    .map(day -> day.atYear(year)))
            .collect(Collectors.toUnmodifiableSet());

    private OfficeHours() {}

    /** Returns the schedule as this library takes it. */
    static WorkSchedule schedule() {
        DayHours day = DayHours.parse("09:00-12:00", "13:00-17:30");
        return WorkSchedule.builder()
                .zone(ZONE)
                .weekly(WeeklyHours.mondayToFriday(day))
                .putAllOverrides(HOLIDAYS.stream().collect(Collectors.toMap(date -> date, date -> DayHours.closed())))
                .build();
    }

    /** Returns a new calendar, with nothing compiled yet. */
    static BusinessCalendar calendar() {
        return BusinessCalendar.of(schedule());
    }

    /** A stretch of a working day. */
    record Hours(LocalTime start, LocalTime end) {}
}
