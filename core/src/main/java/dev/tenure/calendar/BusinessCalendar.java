package dev.tenure.calendar;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts working time between instants and steps by it: exactly, in any time zone, and as fast over five years as over five
 * minutes.
 *
 * <p><b>Formula.</b> With {@code W(t)} the open time before {@code t}, {@code between(a, b) = W(b) - W(a)}. A step is the
 * inverse: {@code plus(t, d)} is an instant at which {@code W} is {@code W(t) + d}. While the calendar is closed {@code W}
 * stands still, so that the inverse is a set; {@link Landing#STAY} is its end nearest to where the step came from, {@link
 * Landing#ROLL} the other.
 *
 * <p><b>Units.</b> Instants and durations, to the nanosecond; nothing is rounded. Hours begin and end on whole seconds.
 *
 * <p><b>Conventions.</b>
 *
 * <ol>
 *   <li>Working time is half-open: it is open at the start of an interval and closed at its end. Intervals that abut are one.
 *   <li>A step that ends on the edge of working time stays there ("Friday 17:00"); rolling on to the next opening ("Monday
 *       09:00") is asked for by name.
 *   <li>A step of zero stays where it is, even in closed time; {@link #nextOpen} is the question of its own. Steps back mirror
 *       steps forward.
 *   <li>{@code between(t, plus(t, d)) = d}; {@code between(a, b) + between(b, c) = between(a, c)}; {@code plus(plus(t, x), y) =
 *       plus(t, x + y)}; {@code W} never falls; a step forward never goes back.
 *   <li>{@code between} of a later and an earlier instant is negative, and a negative step is a step the other way.
 *   <li>Time is the time that passes, {@link TimeMeasure#ELAPSED}; time by the wall clock, {@link TimeMeasure#NOMINAL}, is asked
 *       for by name.
 *   <li>An instant is open if the clock on the wall shows an open time. Of hours that lie in a skipped stretch nothing is left,
 *       and hours in a repeated stretch count on both passes.
 *   <li>A date that a zone skipped, as Samoa did on 2011-12-30, has no hours; a night shift that began before it ends on the
 *       date after it.
 *   <li>{@code 24:00} is the start of the next date, also where midnight itself is skipped.
 *   <li>A night shift belongs to the date on which it starts. A holiday on the next date does not end it, unless the schedule says
 *       so ({@link ShiftTail}).
 *   <li>An override replaces the hours that begin on its date; a break takes time away; closing wins over opening. Ranges of one
 *       day must not overlap; a night shift that reaches into the next day's hours is counted once.
 *   <li>A calendar that never opens again is a {@link NoWorkingTimeException} after a bounded search, and an instant for which a
 *       schedule has no data is an {@link UncoveredDateException}: neither is ever a guess.
 *   <li>Business days are dates, not durations: {@link BusinessDays}, counted by {@link WorkSchedule}.
 *   <li>Hours are kept to the second, instants to the nanosecond.
 *   <li>Results depend on the rules of the time zones; {@link #fingerprint()} names their version.
 *   <li>Each instant is judged by the schedule in force at it ({@link #thenFrom}).
 * </ol>
 *
 * <p>Instances are immutable and safe to share between threads. Years are compiled when first asked for and kept: about 10 KB
 * a year for two intervals a day.
 *
 * <p><b>Errors.</b> An instant outside the years 0 to 9999 (UTC) is an {@link IllegalArgumentException}; one of which the
 * schedule knows nothing an {@link UncoveredDateException}.
 *
 * <p><b>Source.</b> The definitions are those of business-hours arithmetic in general; where published libraries disagree, the
 * page on working time says who does what.
 */
public final class BusinessCalendar {

    private static final BusinessCalendar ALWAYS = of(WorkSchedule.of(ZoneOffset.UTC, WeeklyHours.allDay()));

    private static final long NANOS_A_SECOND = 1_000_000_000;

    private static final long BEYOND_ALL_YEARS = 1L << 60;

    private final OpenTime time;
    /** Where time is counted: instants, or readings of the clock on the wall. */
    private final Timeline timeline;
    /** When it is open: instants, however time is counted. */
    private final Timeline instants;
    /** Set if time is measured by the clock on the wall. */
    private final @Nullable WallClock wallClock;

    private BusinessCalendar(OpenTime time, Timeline timeline, Timeline instants, @Nullable WallClock wallClock) {
        this.time = time;
        this.timeline = timeline;
        this.instants = instants;
        this.wallClock = wallClock;
    }

    private static BusinessCalendar elapsed(OpenTime time) {
        Timeline timeline = Timeline.of(time);
        return new BusinessCalendar(time, timeline, timeline, null);
    }

    private BusinessCalendar nominal(ScheduleTime schedule) {
        WallTime wall = new WallTime(schedule);
        WallClock clock = new WallClock(schedule.schedule().zone().getRules());
        return new BusinessCalendar(wall, Timeline.of(wall, clock), instants, clock);
    }

    /**
     * Returns the calendar of a schedule.
     *
     * @param schedule when the team works
     * @return the calendar
     */
    public static BusinessCalendar of(WorkSchedule schedule) {
        return elapsed(ScheduleTime.of(schedule));
    }

    /**
     * Returns the calendar that is always open, for targets that run around the clock.
     *
     * @return the calendar
     */
    public static BusinessCalendar always() {
        return ALWAYS;
    }

    /**
     * Returns the calendar that is open during the given intervals and at no other time.
     *
     * @param intervals the intervals, in any order; they may overlap
     * @return the calendar
     * @throws IllegalArgumentException if an interval does not begin and end on whole seconds
     */
    public static BusinessCalendar ofIntervals(Iterable<WorkingInterval> intervals) {
        Openings openings = new Openings();
        ImmutableList<WorkingInterval> sorted =
                ImmutableList.sortedCopyOf(Comparator.comparing(WorkingInterval::start), intervals);
        for (WorkingInterval interval : sorted) {
            checkArgument(
                    isWholeSecond(interval.start()) && isWholeSecond(interval.end()),
                    "intervals must begin and end on whole seconds: %s",
                    interval);
            openings.add(interval.start().getEpochSecond(), interval.end().getEpochSecond());
        }
        return elapsed(new ListedTime(openings.toIntervals()));
    }

    private static boolean isWholeSecond(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).equals(instant);
    }

    /**
     * Returns a calendar that is this one before an instant and another from it on: hours that change.
     *
     * @param change the first instant of the other calendar, a whole second
     * @param next the calendar in force from then on
     * @return the calendar of both
     * @throws IllegalArgumentException if the instant of change is no whole second, if one of the two has no data at it, or
     *     if one is measured by the wall clock
     */
    public BusinessCalendar thenFrom(Instant change, BusinessCalendar next) {
        long second = change.getEpochSecond();
        checkArgument(isWholeSecond(change), "change must be a whole second: %s", change);
        checkArgument(
                time.coverage().contains(second) && next.time.coverage().contains(second),
                "change must be covered by both calendars: %s",
                change);
        return elapsed(new SucceededTime(elapsedTime(), second, next.elapsedTime()));
    }

    /**
     * Returns a calendar that is open whenever this one or another is: teams that follow the sun.
     *
     * @param other the other calendar
     * @return the union; it knows what both know
     * @throws IllegalArgumentException if the two cover no date in common, or if one is measured by the wall clock
     */
    public BusinessCalendar union(BusinessCalendar other) {
        return combined(Combination.UNION, other);
    }

    /**
     * Returns a calendar that is open when this one and another are: both sides at work.
     *
     * @param other the other calendar
     * @return the intersection; it knows what both know
     * @throws IllegalArgumentException if the two cover no date in common, or if one is measured by the wall clock
     */
    public BusinessCalendar intersection(BusinessCalendar other) {
        return combined(Combination.INTERSECTION, other);
    }

    /**
     * Returns a calendar that is open when this one is and another is not: blackouts, maintenance windows.
     *
     * @param other what is taken away
     * @return the difference; it knows what both know
     * @throws IllegalArgumentException if the two cover no date in common, or if one is measured by the wall clock
     */
    public BusinessCalendar difference(BusinessCalendar other) {
        return combined(Combination.DIFFERENCE, other);
    }

    private BusinessCalendar combined(Combination combination, BusinessCalendar other) {
        OpenTime first = elapsedTime();
        OpenTime second = other.elapsedTime();
        checkArgument(
                first.coverage().isConnected(second.coverage()),
                "calendars must cover dates in common: %s and %s",
                UncoveredDateException.text(first.coverage()),
                UncoveredDateException.text(second.coverage()));
        return elapsed(new CombinedTime(combination, first, second));
    }

    private OpenTime elapsedTime() {
        checkArgument(wallClock == null, "measure must be ELAPSED to combine calendars: NOMINAL");
        return time;
    }

    /**
     * Returns this calendar with another measure of time.
     *
     * @param measure elapsed time, or the wall clock's
     * @return the calendar with the measure
     * @throws IllegalArgumentException if the wall clock's time is asked of a calendar that is not that of one schedule: it has
     *     no one wall clock
     */
    public BusinessCalendar with(TimeMeasure measure) {
        Objects.requireNonNull(measure, "measure");
        if (measure == measure()) {
            return this;
        }
        if (time instanceof WallTime wall) {
            return elapsed(wall.time());
        }
        if (time instanceof ScheduleTime schedule) {
            return nominal(schedule);
        }
        throw new IllegalArgumentException("measure must be ELAPSED for a calendar of several schedules: NOMINAL");
    }

    /**
     * Returns how time is measured.
     *
     * @return elapsed time unless set otherwise
     */
    public TimeMeasure measure() {
        return wallClock == null ? TimeMeasure.ELAPSED : TimeMeasure.NOMINAL;
    }

    /**
     * Returns the working time between two instants.
     *
     * @param from the instant from which time counts, inclusive
     * @param to the instant to which it counts, exclusive
     * @return the open time; negative if {@code to} is before {@code from}
     */
    public Duration between(Instant from, Instant to) {
        Instant start = onAxis(from);
        Instant end = onAxis(to);
        long seconds = timeline.openBefore(end.getEpochSecond()) - timeline.openBefore(start.getEpochSecond());
        return Duration.ofSeconds(seconds, (long) openNanos(end) - openNanos(start));
    }

    /**
     * Returns the instant that is a given working time later; where that is a set of instants, the earliest.
     *
     * @param from where the step begins
     * @param time how much open time lies between; negative steps back
     * @return the instant; {@code from} itself for a step of zero
     * @throws NoWorkingTimeException if there is not that much working time left
     */
    public Instant plus(Instant from, Duration time) {
        return plus(from, time, Landing.STAY);
    }

    /**
     * Returns the instant that is a given working time later.
     *
     * @param from where the step begins
     * @param time how much open time lies between; negative steps back
     * @param landing where a step lands that ends on the edge of working time
     * @return the instant
     * @throws NoWorkingTimeException if there is not that much working time left
     */
    public Instant plus(Instant from, Duration time, Landing landing) {
        return step(from, time, landing, time.isNegative());
    }

    /**
     * Returns the instant that is a given working time earlier; where that is a set of instants, the latest.
     *
     * @param from where the step begins
     * @param time how much open time lies between; negative steps forward
     * @return the instant; {@code from} itself for a step of zero
     * @throws NoWorkingTimeException if there was not that much working time before
     */
    public Instant minus(Instant from, Duration time) {
        return minus(from, time, Landing.STAY);
    }

    /**
     * Returns the instant that is a given working time earlier.
     *
     * @param from where the step begins
     * @param time how much open time lies between; negative steps forward
     * @param landing where a step lands that ends on the edge of working time
     * @return the instant
     * @throws NoWorkingTimeException if there was not that much working time before
     */
    public Instant minus(Instant from, Duration time, Landing landing) {
        return step(from, negated(time), landing, !time.isNegative());
    }

    /** The longest duration has no negative of its own; any as long is as good. */
    private static Duration negated(Duration time) {
        return time.toSeconds() == Long.MIN_VALUE ? Duration.ofSeconds(Long.MAX_VALUE) : time.negated();
    }

    private Instant step(Instant from, Duration time, Landing landing, boolean backward) {
        Objects.requireNonNull(landing, "landing");
        if (time.isZero() && landing == Landing.STAY) {
            return from;
        }
        Instant start = onAxis(from);
        long nanos = (long) openNanos(start) + time.getNano();
        long rank = timeline.openBefore(start.getEpochSecond()) + clamped(time.getSeconds()) + nanos / NANOS_A_SECOND;
        boolean earliest = (landing == Landing.STAY) != backward;
        return offAxis(instant(rank, nanos % NANOS_A_SECOND, earliest), earliest);
    }

    /** The instant with the given open time before it: the earliest one, or the latest. Within open time they are the same. */
    private Instant instant(long rank, long nanos, boolean earliest) {
        return earliest && nanos == 0
                ? Instant.ofEpochSecond(timeline.second(rank - 1) + 1)
                : Instant.ofEpochSecond(timeline.second(rank), nanos);
    }

    /** Far more than ten thousand years, and far from overflowing. */
    private static long clamped(long seconds) {
        return Math.max(-BEYOND_ALL_YEARS, Math.min(BEYOND_ALL_YEARS, seconds));
    }

    /**
     * Tells whether an instant is working time, however that is measured.
     *
     * @param instant the instant
     * @return true at the start of an interval and within it, false at its end
     */
    public boolean isOpen(Instant instant) {
        return instants.isOpen(instant.getEpochSecond());
    }

    /**
     * Returns the first open instant that is not before the given one.
     *
     * @param from where the search begins
     * @return {@code from} itself if it is open, else the next opening
     * @throws NoWorkingTimeException if the calendar never opens again
     */
    public Instant nextOpen(Instant from) {
        return isOpen(from) ? from : Instant.ofEpochSecond(instants.second(openBefore(from)));
    }

    /**
     * Returns where open time was last seen, up to the given instant.
     *
     * @param from where the search begins, backwards
     * @return {@code from} itself if it is open, else the closing before it, the end of the interval that came last
     * @throws NoWorkingTimeException if the calendar was never open before
     */
    public Instant previousOpen(Instant from) {
        return isOpen(from) ? from : Instant.ofEpochSecond(instants.second(openBefore(from) - 1) + 1);
    }

    private long openBefore(Instant instant) {
        return instants.openBefore(instant.getEpochSecond());
    }

    /**
     * Returns the intervals of working time between two instants.
     *
     * @param from the first instant
     * @param to the end, exclusive, not before {@code from}
     * @return the intervals, earliest first, none abutting another, the first and the last clipped to the range; empty if it is
     *     closed throughout
     * @throws IllegalArgumentException if {@code to} is before {@code from}, or if time is measured by the wall clock
     */
    public ImmutableList<WorkingInterval> intervals(Instant from, Instant to) {
        checkArgument(!to.isBefore(from), "to must not be before from: %s, %s", from, to);
        OpenTime open = elapsedTime();
        long end = to.getEpochSecond() + (to.getNano() == 0 ? 0 : 1);
        timeline.checkKnown(from.getEpochSecond());
        timeline.checkKnown(end);
        Openings openings = new Openings();
        open.collect(from.getEpochSecond(), end, openings);
        return openings.toIntervals().stream()
                .map(interval -> interval.clippedTo(from, to))
                .flatMap(Optional::stream)
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Returns the working time between two instants, without an object: for rows by the million.
     *
     * @param fromEpochSecond the second from which time counts, inclusive
     * @param toEpochSecond the second to which it counts, exclusive
     * @return the open seconds; negative if the second is before the first
     * @throws IllegalArgumentException if time is measured by the wall clock
     */
    public long secondsBetween(long fromEpochSecond, long toEpochSecond) {
        checkElapsed();
        return timeline.openBefore(toEpochSecond) - timeline.openBefore(fromEpochSecond);
    }

    /**
     * Returns the second that is a given working time later, without an object; {@link Landing#STAY} holds.
     *
     * @param fromEpochSecond where the step begins
     * @param seconds how much open time lies between, negative back
     * @return the second since 1970
     * @throws NoWorkingTimeException if there is not that much working time in that direction
     * @throws IllegalArgumentException if time is measured by the wall clock
     */
    public long plusSeconds(long fromEpochSecond, long seconds) {
        checkElapsed();
        if (seconds == 0) {
            return fromEpochSecond;
        }
        long rank = timeline.openBefore(fromEpochSecond) + clamped(seconds);
        return seconds > 0 ? timeline.second(rank - 1) + 1 : timeline.second(rank);
    }

    private void checkElapsed() {
        checkArgument(wallClock == null, "measure must be ELAPSED to count seconds: NOMINAL");
    }

    private Instant onAxis(Instant instant) {
        if (wallClock == null) {
            return instant;
        }
        instants.checkKnown(instant.getEpochSecond());
        return wallClock.reading(instant);
    }

    private Instant offAxis(Instant reading, boolean earliest) {
        if (wallClock == null) {
            return reading;
        }
        return earliest ? wallClock.first(reading) : wallClock.last(reading);
    }

    /** What of the second's fraction is open time. */
    private int openNanos(Instant instant) {
        return instant.getNano() == 0 || !timeline.isOpen(instant.getEpochSecond()) ? 0 : instant.getNano();
    }

    /**
     * Returns what the calendar's results depend on, to be kept beside a computed deadline.
     *
     * @return the fingerprint of the definition and of the time-zone rules in use
     */
    public CalendarFingerprint fingerprint() {
        return CalendarFingerprint.of(toString(), time.zones());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BusinessCalendar that && time.equals(that.time);
    }

    @Override
    public int hashCode() {
        return time.hashCode();
    }

    /**
     * Returns the definition of the calendar.
     *
     * @return the schedules it consists of, and how they are combined
     */
    @Override
    public String toString() {
        return time.toString();
    }
}
