package dev.tenure.calendar;

import com.google.common.collect.BoundType;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Range;
import java.time.Instant;
import java.time.LocalDate;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;

/**
 * The open seconds of one schedule: an instant is open if the clock on the wall shows an open time.
 *
 * <p>Between two changes of the zone's offset the wall clock runs with the seconds, so that each stretch of constant offset is
 * walked by wall dates and shifted by its offset. What the wall never shows is never open, and what it shows twice is open
 * twice.
 */
record ScheduleTime(WorkSchedule schedule, WallDays days) implements OpenTime {

    /** The yearly rules of a zone may take up to a year after its last single change to show. */
    private static final long RULES_SETTLE = 2 * 366L * TimeRange.SECONDS_A_DAY;

    static ScheduleTime of(WorkSchedule schedule) {
        return new ScheduleTime(schedule, WallDays.of(schedule));
    }

    @Override
    public void collect(long from, long to, Openings into) {
        ZoneRules rules = rules();
        long cursor = from;
        while (cursor < to) {
            Instant now = Instant.ofEpochSecond(cursor);
            int offset = rules.getOffset(now).getTotalSeconds();
            ZoneOffsetTransition next = rules.nextTransition(now);
            long end = next == null ? to : Math.min(to, next.toEpochSecond());
            days.collect(cursor + offset, end + offset, -offset, into);
            cursor = end;
        }
    }

    @Override
    public long regularFrom() {
        List<ZoneOffsetTransition> changes = rules().getTransitions();
        long lastChange =
                changes.isEmpty() ? 0 : changes.get(changes.size() - 1).toEpochSecond();
        return Math.max(lastChange + RULES_SETTLE, days.regularFrom());
    }

    @Override
    public long regularBefore() {
        List<ZoneOffsetTransition> changes = rules().getTransitions();
        long firstChange = changes.isEmpty() ? 0 : changes.get(0).toEpochSecond();
        return Math.min(firstChange, days.regularBefore());
    }

    @Override
    public Range<Long> coverage() {
        Range<LocalDate> dates = schedule.coverage();
        Range<Long> from = dates.hasLowerBound()
                ? Range.atLeast(startOfDay(dates.lowerEndpoint(), dates.lowerBoundType() == BoundType.OPEN))
                : Range.all();
        return dates.hasUpperBound()
                ? from.intersection(
                        Range.atMost(startOfDay(dates.upperEndpoint(), dates.upperBoundType() == BoundType.CLOSED)))
                : from;
    }

    @Override
    public ImmutableSortedSet<String> zones() {
        return ImmutableSortedSet.of(schedule.zone().getId());
    }

    private long startOfDay(LocalDate date, boolean next) {
        return date.plusDays(next ? 1 : 0).atStartOfDay(schedule.zone()).toEpochSecond();
    }

    private ZoneRules rules() {
        return schedule.zone().getRules();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScheduleTime that && schedule.equals(that.schedule);
    }

    @Override
    public int hashCode() {
        return schedule.hashCode();
    }

    @Override
    public String toString() {
        return schedule.toString();
    }
}
