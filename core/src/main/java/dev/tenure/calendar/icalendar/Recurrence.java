package dev.tenure.calendar.icalendar;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.tenure.calendar.icalendar.RecurrenceRule.Part;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The wall-clock times at which a rule repeats a first one. It goes from period to period (year, month, week, …), takes all times
 * of the period that the rule allows, in order, and stops at the end of the range asked for.
 */
final class Recurrence {

    private final RecurrenceRule rule;
    private final LocalDateTime first;
    private final Predicate<LocalDateTime> exists;
    private final Steps steps;
    private final LocalDateTime anchor;

    /**
     * @param first the time that begins the series, and is always in it
     * @param exists whether the wall clock shows a time at all; one that the zone skips is neither in the series nor counted
     */
    Recurrence(RecurrenceRule rule, LocalDateTime first, Predicate<LocalDateTime> exists, Steps steps) {
        this.rule = rule;
        this.first = first;
        this.exists = exists;
        this.steps = steps;
        this.anchor = startOfPeriod(rule, first);
    }

    private static LocalDateTime startOfPeriod(RecurrenceRule rule, LocalDateTime time) {
        LocalDate date = time.toLocalDate();
        return switch (rule.frequency()) {
            case YEARLY -> date.withDayOfYear(1).atStartOfDay();
            case MONTHLY -> date.withDayOfMonth(1).atStartOfDay();
            case WEEKLY ->
                date.with(TemporalAdjusters.previousOrSame(rule.weekStart())).atStartOfDay();
            case DAILY, HOURLY, MINUTELY, SECONDLY ->
                time.truncatedTo(rule.frequency().unit());
        };
    }

    /** The times from {@code from} to before {@code to} and not after {@code until}, in order, the first one among them. */
    ImmutableList<LocalDateTime> between(LocalDateTime from, LocalDateTime to, LocalDateTime until) {
        ImmutableList.Builder<LocalDateTime> found = ImmutableList.builder();
        if (isIn(first, from, to)) {
            found.add(first);
        }
        int counted = 1;
        long last = until.isBefore(to) ? periodOf(until) : periodOf(to);
        for (long period = firstPeriod(from); period <= last && counted != rule.count(); period = next(period)) {
            for (LocalDateTime time : times(startOf(period))) {
                if (time.isAfter(first) && !time.isAfter(until) && counted != rule.count()) {
                    counted++;
                    if (isIn(time, from, to)) {
                        found.add(time);
                    }
                }
            }
        }
        return found.build();
    }

    private static boolean isIn(LocalDateTime time, LocalDateTime from, LocalDateTime to) {
        return !time.isBefore(from) && time.isBefore(to);
    }

    /** A series without a count need not be followed from its beginning. */
    private long firstPeriod(LocalDateTime from) {
        return rule.count() > 0 ? 0 : Math.max(0, periodOf(from) - 1);
    }

    private long periodOf(LocalDateTime time) {
        return Math.floorDiv(
                rule.frequency().unit().between(anchor, startOfPeriod(rule, time)), (long) rule.interval());
    }

    private LocalDateTime startOf(long period) {
        return anchor.plus(period * rule.interval(), rule.frequency().unit());
    }

    /** The next period, but none that lies on a date, in an hour or in a minute which the rule leaves out altogether. */
    private long next(long period) {
        steps.take();
        LocalDateTime start = startOf(period);
        if (rule.frequency().isFinerThan(Frequency.DAILY) && !isAllowed(start.toLocalDate())) {
            return firstFrom(start.truncatedTo(ChronoUnit.DAYS).plusDays(1), period);
        }
        if (rule.frequency().isFinerThan(Frequency.HOURLY) && !rule.parts().allow(Part.BYHOUR, start.getHour())) {
            return firstFrom(start.truncatedTo(ChronoUnit.HOURS).plusHours(1), period);
        }
        if (rule.frequency().isFinerThan(Frequency.MINUTELY) && !rule.parts().allow(Part.BYMINUTE, start.getMinute())) {
            return firstFrom(start.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1), period);
        }
        return period + 1;
    }

    private long firstFrom(LocalDateTime time, long period) {
        return Math.max(
                period + 1, -Math.floorDiv(-rule.frequency().unit().between(anchor, time), (long) rule.interval()));
    }

    private List<LocalDateTime> times(LocalDateTime start) {
        List<LocalDateTime> times = new ArrayList<>();
        dates(start).filter(this::isAllowed).forEach(date -> addTimes(date, start, times));
        return rule.parts().has(Part.BYSETPOS) ? select(times) : times;
    }

    private boolean isAllowed(LocalDate date) {
        return rule.allows(date, first.toLocalDate());
    }

    private Stream<LocalDate> dates(LocalDateTime start) {
        LocalDate date = start.toLocalDate();
        if (rule.frequency() == Frequency.YEARLY && rule.parts().has(Part.BYMONTH)) {
            return rule.parts().of(Part.BYMONTH).stream()
                    .flatMap(month -> dates(date.withMonth(month), ChronoUnit.MONTHS));
        }
        return dates(
                date,
                rule.frequency().isFinerThan(Frequency.DAILY)
                        ? ChronoUnit.DAYS
                        : rule.frequency().unit());
    }

    private Stream<LocalDate> dates(LocalDate date, ChronoUnit length) {
        return date.datesUntil(date.plus(1, length)).peek(day -> steps.take());
    }

    private void addTimes(LocalDate date, LocalDateTime start, List<LocalDateTime> times) {
        for (int hour : choices(Part.BYHOUR, Frequency.HOURLY, start.getHour(), first.getHour())) {
            for (int minute : choices(Part.BYMINUTE, Frequency.MINUTELY, start.getMinute(), first.getMinute())) {
                for (int second : choices(Part.BYSECOND, Frequency.SECONDLY, start.getSecond(), first.getSecond())) {
                    steps.take();
                    LocalDateTime time = date.atTime(hour, minute, second);
                    if (exists.test(time)) {
                        times.add(time);
                    }
                }
            }
        }
    }

    /** What a part of the clock may show: what the period has if it is that short, or else the rule, or else the first time. */
    private ImmutableSortedSet<Integer> choices(Part part, Frequency frequency, int ofPeriod, int ofFirst) {
        boolean isOfPeriod = !frequency.isFinerThan(rule.frequency());
        if (isOfPeriod) {
            return rule.parts().allow(part, ofPeriod) ? ImmutableSortedSet.of(ofPeriod) : ImmutableSortedSet.of();
        }
        return rule.parts().has(part) ? rule.parts().of(part) : ImmutableSortedSet.of(ofFirst);
    }

    private List<LocalDateTime> select(List<LocalDateTime> times) {
        return rule.parts().of(Part.BYSETPOS).stream()
                .map(position -> position < 0 ? times.size() + position : position - 1)
                .filter(index -> 0 <= index && index < times.size())
                .distinct()
                .sorted()
                .map(times::get)
                .toList();
    }
}
