package dev.tenure.calendar;

import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Iterables;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the clock on the wall shows as open: for each date the open seconds of its day, the end of the night before included.
 *
 * <p>Ordinary dates share the seven days of the week; dates touched by an override, a break or a date that the zone skipped
 * have a day of their own.
 */
final class WallDays {

    private static final int DAY = TimeRange.SECONDS_A_DAY;

    private final Openings[] week = new Openings[DayOfWeek.values().length];
    private final long[] specialDates;
    private final Openings[] specialDays;
    private final ImmutableSortedSet<LocalDate> skipped;

    private WallDays(WorkSchedule schedule) {
        skipped = SkippedDates.of(schedule.zone());
        for (DayOfWeek day : DayOfWeek.values()) {
            week[day.getValue() - 1] =
                    day(schedule.weekly().on(day), schedule.weekly().on(day.minus(1)), DayHours.closed());
        }
        SortedSet<LocalDate> special = new TreeSet<>(schedule.breaks().keySet());
        for (LocalDate date : Iterables.concat(skipped, schedule.overrides().keySet())) {
            special.add(date);
            special.add(nextExisting(date));
        }
        specialDates = special.stream().mapToLong(LocalDate::toEpochDay).toArray();
        specialDays = special.stream().map(date -> specialDay(schedule, date)).toArray(Openings[]::new);
    }

    static WallDays of(WorkSchedule schedule) {
        return new WallDays(schedule);
    }

    /** Adds the open part of the wall-clock seconds {@code [from, to)}, each moved by {@code shift}. */
    void collect(long from, long to, long shift, Openings into) {
        long date = Math.floorDiv(from, DAY);
        int special = insertionPoint(date);
        for (; date * DAY < to; date++) {
            Openings day = week[Math.floorMod(date + DayOfWeek.THURSDAY.getValue() - 1, week.length)];
            if (special < specialDates.length && specialDates[special] == date) {
                day = specialDays[special++];
            }
            for (int i = 0; i < day.size(); i++) {
                long start = Math.max(from, date * DAY + day.start(i));
                into.add(start + shift, Math.min(to, date * DAY + day.end(i)) + shift);
            }
        }
    }

    /** The wall-clock second from which on only the days of the week count; not before 1970. */
    long regularFrom() {
        return specialDates.length == 0 ? 0 : Math.max(0, (specialDates[specialDates.length - 1] + 2) * DAY);
    }

    /** The wall-clock second before which only the days of the week count; not after 1970. */
    long regularBefore() {
        return specialDates.length == 0 ? 0 : Math.min(0, (specialDates[0] - 2) * DAY);
    }

    private int insertionPoint(long date) {
        int index = Arrays.binarySearch(specialDates, date);
        return index >= 0 ? index : -index - 1;
    }

    private Openings specialDay(WorkSchedule schedule, LocalDate date) {
        if (skipped.contains(date)) {
            return new Openings();
        }
        DayHours today = hours(schedule, date);
        boolean cut = schedule.shiftTail() == ShiftTail.CUT_BY_CLOSED_DAY
                && schedule.overrides().containsKey(date)
                && today.isClosed();
        DayHours yesterday = cut ? DayHours.closed() : hours(schedule, previousExisting(date));
        return day(today, yesterday, schedule.breaks().getOrDefault(date, DayHours.closed()));
    }

    private static DayHours hours(WorkSchedule schedule, LocalDate date) {
        DayHours override = schedule.overrides().get(date);
        return override == null ? schedule.weekly().on(date.getDayOfWeek()) : override;
    }

    private static Openings day(DayHours today, DayHours yesterday, DayHours breaks) {
        Openings evening = new Openings();
        today.ranges().forEach(range -> evening.add(range.startSecond(), Math.min(range.endSecond(), DAY)));
        Openings morning = new Openings();
        yesterday.ranges().forEach(range -> morning.add(0, range.endSecond() - DAY));
        Openings closed = new Openings();
        breaks.ranges().forEach(range -> closed.add(range.startSecond(), range.endSecond()));
        return Combination.DIFFERENCE.of(Combination.UNION.of(morning, evening), closed);
    }

    private LocalDate previousExisting(LocalDate date) {
        LocalDate previous = date.minusDays(1);
        while (skipped.contains(previous)) {
            previous = previous.minusDays(1);
        }
        return previous;
    }

    private LocalDate nextExisting(LocalDate date) {
        LocalDate next = date.plusDays(1);
        while (skipped.contains(next)) {
            next = next.plusDays(1);
        }
        return next;
    }
}
