package dev.tenure.calendar;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import java.io.Serializable;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The working hours that begin on one date: any number of ranges, none for a day off.
 *
 * <p><b>Conventions.</b> Ranges are in order of their start; a range may end when the next begins. A night shift belongs to
 * the date on which it starts.
 *
 * <p><b>Errors.</b> Ranges that overlap are an {@link IllegalArgumentException}: they are neither merged nor dropped in silence.
 *
 * @param ranges the ranges, earliest first
 */
public record DayHours(ImmutableList<TimeRange> ranges) implements Serializable {

    private static final DayHours CLOSED = new DayHours(ImmutableList.of());

    /**
     * Creates the hours of a day.
     *
     * @param ranges the ranges, in any order
     */
    public DayHours {
        ranges = ImmutableList.sortedCopyOf(Comparator.comparing(TimeRange::start), ranges);
        for (int i = 1; i < ranges.size(); i++) {
            checkArgument(
                    ranges.get(i - 1).endSecond() <= ranges.get(i).startSecond(),
                    "ranges must not overlap: %s, %s",
                    ranges.get(i - 1),
                    ranges.get(i));
        }
    }

    /**
     * Returns the hours of a day on which nobody works.
     *
     * @return hours without any range
     */
    public static DayHours closed() {
        return CLOSED;
    }

    /**
     * Returns the hours of a day on which somebody always works.
     *
     * @return the one range {@code 00:00-24:00}
     */
    public static DayHours allDay() {
        return of(TimeRange.of(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
    }

    /**
     * Returns the hours that consist of the given ranges.
     *
     * @param ranges the ranges, in any order
     * @return the hours
     */
    public static DayHours of(TimeRange... ranges) {
        return new DayHours(ImmutableList.copyOf(ranges));
    }

    /**
     * Reads hours from text such as {@code "09:00-13:00", "14:00-18:00"}.
     *
     * @param ranges the ranges, each as {@link TimeRange#parse} reads it
     * @return the hours
     * @throws IllegalArgumentException if one of the texts is no range
     */
    public static DayHours parse(String... ranges) {
        return new DayHours(Arrays.stream(ranges).map(TimeRange::parse).collect(ImmutableList.toImmutableList()));
    }

    /**
     * Returns hours that end earlier, as on the eve of a public holiday.
     *
     * @param time how much is taken from the end of the day, a whole number of seconds, not negative
     * @return the shortened hours; closed if nothing is left
     */
    public DayHours shortenedBy(Duration time) {
        Objects.requireNonNull(time, "time");
        checkArgument(!time.isNegative(), "time must not be negative: %s", time);
        checkArgument(time.toNanosPart() == 0, "time must be whole seconds: %s", time);
        List<TimeRange> left = new ArrayList<>(ranges);
        Duration rest = time;
        while (!left.isEmpty() && left.get(left.size() - 1).length().compareTo(rest) <= 0) {
            rest = rest.minus(left.remove(left.size() - 1).length());
        }
        if (!left.isEmpty() && !rest.isZero()) {
            TimeRange last = left.remove(left.size() - 1);
            left.add(TimeRange.of(last.start(), last.end().minus(rest)));
        }
        return new DayHours(ImmutableList.copyOf(left));
    }

    /**
     * Tells whether nobody works.
     *
     * @return true if there is no range
     */
    public boolean isClosed() {
        return ranges.isEmpty();
    }

    /**
     * Returns how much wall-clock time the ranges hold together.
     *
     * @return zero for a day off; more than 24 hours is possible if a night shift ends late
     */
    public Duration length() {
        return ranges.stream().map(TimeRange::length).reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * Returns the ranges as text.
     *
     * @return such as {@code 09:00-13:00 14:00-18:00}, or {@code closed}
     */
    @Override
    public String toString() {
        return isClosed() ? "closed" : Joiner.on(' ').join(ranges);
    }
}
