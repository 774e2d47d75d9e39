package dev.tenure.examples.benchmarks.workingtime;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import org.mpxj.Duration;
import org.mpxj.LocalTimeRange;
import org.mpxj.ProjectCalendar;
import org.mpxj.ProjectCalendarHours;
import org.mpxj.ProjectFile;
import org.mpxj.TimeUnit;

/**
 * The calendar of MPXJ, a library that reads project plans. It knows no time zones: it is asked in the time that the clock on
 * the wall shows, which these hours, closed while clocks are changed, cannot tell from elapsed time.
 */
final class PlanCalendar {

    private final ProjectCalendar calendar = new ProjectFile().addCalendar();

    PlanCalendar() {
        for (DayOfWeek day : DayOfWeek.values()) {
            ProjectCalendarHours hours = calendar.addCalendarHours(day);
            boolean works = day.compareTo(DayOfWeek.SATURDAY) < 0;
            calendar.setWorkingDay(day, works);
            if (works) {
                OfficeHours.OF_A_DAY.forEach(range -> hours.add(new LocalTimeRange(range.start(), range.end())));
            }
        }
        OfficeHours.HOLIDAYS.stream().sorted().forEach(calendar::addCalendarException);
    }

    Duration between(LocalDateTime from, LocalDateTime to) {
        return calendar.getWork(from, to, TimeUnit.MINUTES);
    }

    LocalDateTime plus(LocalDateTime from, Duration time) {
        return calendar.getDate(from, time);
    }

    /** Has the calendar forget its answers: any change of it does, such as the removal of work weeks that are not there. */
    void forget() {
        calendar.clearWorkWeeks();
    }

    static Duration duration(java.time.Duration time) {
        return Duration.getInstance(Math.toIntExact(time.toMinutes()), TimeUnit.MINUTES);
    }
}
