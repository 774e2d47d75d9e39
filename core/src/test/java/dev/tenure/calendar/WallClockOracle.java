package dev.tenure.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The definition of working time, slow and simple: what is open is read off the clock on the wall, one instant after the
 * other, with {@code java.time} alone. It shares nothing with the engine but the schedule it is asked about.
 */
final class WallClockOracle {

    private static final int DAY = 86_400;

    /** Ranges of seconds of the day they begin on; an end beyond the day is on the next date. */
    record Ranges(List<int[]> list) {

        DayHours toHours() {
            return DayHours.of(list.stream()
                    .map(range -> TimeRange.of(
                            LocalTime.ofSecondOfDay(range[0]), LocalTime.ofSecondOfDay(Math.floorMod(range[1], DAY))))
                    .toArray(TimeRange[]::new));
        }

        boolean show(int second) {
            for (int[] range : list) {
                if (range[0] <= second && second < range[1]) {
                    return true;
                }
            }
            return false;
        }
    }

    final ZoneId zone;
    final Map<DayOfWeek, Ranges> week = new HashMap<>();
    final Map<LocalDate, Ranges> overrides = new HashMap<>();
    final Map<LocalDate, Ranges> breaks = new HashMap<>();
    private final Map<LocalDate, Boolean> existing = new HashMap<>();
    boolean tailIsCut;

    WallClockOracle(ZoneId zone) {
        this.zone = zone;
    }

    WorkSchedule toSchedule() {
        WeeklyHours weekly = WeeklyHours.closed();
        for (Map.Entry<DayOfWeek, Ranges> day : week.entrySet()) {
            weekly = weekly.with(day.getKey(), day.getValue().toHours());
        }
        WorkScheduleBuilder builder = WorkSchedule.builder()
                .zone(zone)
                .weekly(weekly)
                .shiftTail(tailIsCut ? ShiftTail.CUT_BY_CLOSED_DAY : ShiftTail.RUNS_ON);
        overrides.forEach((date, ranges) -> builder.putOverride(date, ranges.toHours()));
        breaks.forEach((date, ranges) -> builder.putBreak(date, ranges.toHours()));
        return builder.build();
    }

    boolean isOpen(long epochSecond) {
        return shows(Instant.ofEpochSecond(epochSecond).atZone(zone).toLocalDateTime());
    }

    /** Whether a clock that shows the given time shows an open one. */
    boolean shows(LocalDateTime wall) {
        LocalDate date = wall.toLocalDate();
        int second = wall.toLocalTime().toSecondOfDay();
        Ranges today = hours(date);
        boolean cut = tailIsCut
                && overrides.containsKey(date)
                && overrides.get(date).list.isEmpty();
        return exists(date)
                && !(breaks.containsKey(date) && breaks.get(date).show(second))
                && (today.show(second) || (!cut && hours(dateBefore(date)).show(second + DAY)));
    }

    private Ranges hours(LocalDate date) {
        Ranges ordinary = week.getOrDefault(date.getDayOfWeek(), new Ranges(List.of()));
        return overrides.getOrDefault(date, ordinary);
    }

    /** The last date before the given one that a clock has shown: a night shift does not end on a date that never was. */
    private LocalDate dateBefore(LocalDate date) {
        LocalDate before = date.minusDays(1);
        return exists(before) ? before : dateBefore(before);
    }

    private boolean exists(LocalDate date) {
        return existing.computeIfAbsent(
                date, any -> any.atStartOfDay(zone).toLocalDate().equals(any));
    }

    /** A stretch of time, looked at in steps of a minute, or of a second where clocks were not set by the minute. */
    static final class Strip {

        final long start;
        final int step;
        final boolean[] open;
        private @Nullable Strip reversed;

        Strip(long start, int step, boolean[] open) {
            this.start = start;
            this.step = step;
            this.open = open;
        }

        static Strip of(WallClockOracle oracle, long start, int step, int size) {
            boolean[] open = new boolean[size];
            for (int i = 0; i < size; i++) {
                open[i] = oracle.isOpen(start + (long) i * step);
            }
            return new Strip(start, step, open);
        }

        long end() {
            return start + (long) open.length * step;
        }

        long stepNanos() {
            return step * 1_000_000_000L;
        }

        Instant instant(long nanos) {
            return Instant.ofEpochSecond(start, nanos);
        }

        boolean isOpen(long nanos) {
            return open[index(nanos)];
        }

        private int index(long nanos) {
            return (int) (nanos / stepNanos());
        }

        /** Nanoseconds of open time, counted one step after the other. */
        long between(long from, long to) {
            if (to < from) {
                return -between(to, from);
            }
            long sum = 0;
            long now = from;
            for (int i = index(from); now < to; i++) {
                long next = Math.min(to, (i + 1) * stepNanos());
                sum += open[i] ? next - now : 0;
                now = next;
            }
            return sum;
        }

        /** The earliest instant with that much open time since {@code from}; beyond the strip, -1. */
        long earliest(long from, long time) {
            long now = from;
            long left = time;
            for (int i = index(from); left > 0 && i < open.length; i++) {
                long next = (i + 1) * stepNanos();
                if (open[i] && next - now >= left) {
                    return now + left;
                }
                left -= open[i] ? next - now : 0;
                now = next;
            }
            return left > 0 ? -1 : now;
        }

        /** The latest instant with no more than that much open time since {@code from}; beyond the strip, -1. */
        long latest(long from, long time) {
            long now = earliest(from, time);
            if (now < 0) {
                return now;
            }
            for (int i = index(now); i < open.length; i++) {
                if (open[i]) {
                    return Math.max(now, i * stepNanos());
                }
            }
            return -1;
        }

        long length() {
            return open.length * stepNanos();
        }

        /** The same strip with time running backwards. */
        Strip reversed() {
            if (reversed == null) {
                boolean[] backwards = new boolean[open.length];
                for (int i = 0; i < open.length; i++) {
                    backwards[i] = open[open.length - 1 - i];
                }
                reversed = new Strip(start, step, backwards);
            }
            return reversed;
        }

        List<WorkingInterval> intervals(long from, long to) {
            List<WorkingInterval> intervals = new ArrayList<>();
            long openedAt = -1;
            long now = from;
            for (int i = index(from); now < to; i++) {
                if (open[i] && openedAt < 0) {
                    openedAt = now;
                } else if (!open[i] && openedAt >= 0) {
                    intervals.add(WorkingInterval.of(instant(openedAt), instant(now)));
                    openedAt = -1;
                }
                now = Math.min(to, (i + 1) * stepNanos());
            }
            if (openedAt >= 0) {
                intervals.add(WorkingInterval.of(instant(openedAt), instant(to)));
            }
            return intervals;
        }
    }
}
