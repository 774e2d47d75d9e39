package dev.tenure.examples.benchmarks.workingtime;

import dev.tenure.calendar.WorkingInterval;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What one writes without a library: a loop over the days and the hours of each, with {@code java.time}. */
final class DayLoop {

    private DayLoop() {}

    static Duration between(Instant from, Instant to) {
        LocalDate last = LocalDate.ofInstant(to, OfficeHours.ZONE);
        Duration sum = Duration.ZERO;
        for (LocalDate date = LocalDate.ofInstant(from, OfficeHours.ZONE);
                !date.isAfter(last);
                date = date.plusDays(1)) {
            if (isWorkingDay(date)) {
                for (OfficeHours.Hours hours : OfficeHours.OF_A_DAY) {
                    Instant start = later(
                            from,
                            date.atTime(hours.start()).atZone(OfficeHours.ZONE).toInstant());
                    Instant end =
                            date.atTime(hours.end()).atZone(OfficeHours.ZONE).toInstant();
                    end = end.isBefore(to) ? end : to;
                    sum = start.isBefore(end) ? sum.plus(Duration.between(start, end)) : sum;
                }
            }
        }
        return sum;
    }

    static Instant plus(Instant from, Duration time) {
        Duration left = time;
        for (LocalDate date = LocalDate.ofInstant(from, OfficeHours.ZONE); ; date = date.plusDays(1)) {
            if (isWorkingDay(date)) {
                for (OfficeHours.Hours hours : OfficeHours.OF_A_DAY) {
                    Instant start = later(
                            from,
                            date.atTime(hours.start()).atZone(OfficeHours.ZONE).toInstant());
                    Instant end =
                            date.atTime(hours.end()).atZone(OfficeHours.ZONE).toInstant();
                    Duration open = Duration.between(start, end);
                    if (open.compareTo(left) >= 0) {
                        return start.plus(left);
                    }
                    left = open.isNegative() ? left : left.minus(open);
                }
            }
        }
    }

    /** The working time without pauses, which are disjoint and in order. */
    static Duration elapsed(Instant from, Instant to, List<WorkingInterval> pauses) {
        Duration sum = Duration.ZERO;
        Instant at = from;
        for (WorkingInterval pause : pauses) {
            sum = sum.plus(between(at, pause.start()));
            at = pause.end();
        }
        return sum.plus(between(at, to));
    }

    /** When the working time without pauses, which are disjoint and in order, is over. */
    static Instant deadline(Instant from, Duration time, List<WorkingInterval> pauses) {
        Duration left = time;
        Instant at = from;
        for (WorkingInterval pause : pauses) {
            Duration gap = between(at, pause.start());
            if (gap.compareTo(left) >= 0) {
                return plus(at, left);
            }
            left = left.minus(gap);
            at = pause.end();
        }
        return plus(at, left);
    }

    private static boolean isWorkingDay(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 && !OfficeHours.HOLIDAYS.contains(date);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
