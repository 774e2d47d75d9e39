package dev.tenure.sla;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.tenure.calendar.WorkingInterval;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a clock stood still: stretches of time, and perhaps one that has not ended yet.
 *
 * <p><b>Conventions.</b> A pause is half-open: its first instant belongs to it, its end does not. Pauses may overlap and come in
 * any order; what counts is the time that at least one of them covers, so that cutting a pause in two changes nothing. They may
 * begin before the clock that they stop.
 */
public final class Pauses {

    private static final Pauses NONE = new Pauses(ImmutableList.of(), Optional.empty());

    private final ImmutableList<WorkingInterval> intervals;
    private final Optional<Instant> openSince;

    private Pauses(ImmutableList<WorkingInterval> intervals, Optional<Instant> openSince) {
        this.intervals = intervals;
        this.openSince = openSince;
    }

    /**
     * Returns no pauses.
     *
     * @return no pauses
     */
    public static Pauses none() {
        return NONE;
    }

    /**
     * Returns pauses that have all ended.
     *
     * @param intervals the pauses, in any order; they may overlap
     * @return the pauses
     */
    public static Pauses of(Iterable<WorkingInterval> intervals) {
        ImmutableList<WorkingInterval> given = ImmutableList.copyOf(intervals);
        return given.isEmpty() ? NONE : new Pauses(merged(given), Optional.empty());
    }

    /**
     * Returns these pauses and one that has not ended.
     *
     * @param start the first instant of the pause without an end
     * @return the pauses
     */
    public Pauses openFrom(Instant start) {
        Instant since = openSince.filter(other -> other.isBefore(start)).orElse(start);
        ImmutableList.Builder<WorkingInterval> kept = ImmutableList.builder();
        for (WorkingInterval interval : intervals) {
            if (!interval.end().isBefore(since)) {
                return new Pauses(kept.build(), Optional.of(earlier(since, interval.start())));
            }
            kept.add(interval);
        }
        return new Pauses(intervals, Optional.of(since));
    }

    /**
     * Returns the time that is paused by these or by others.
     *
     * @param other the others
     * @return the union
     */
    public Pauses and(Pauses other) {
        Pauses ended = of(ImmutableList.copyOf(Iterables.concat(intervals, other.intervals)));
        Pauses open = openSince.map(ended::openFrom).orElse(ended);
        return other.openSince.map(open::openFrom).orElse(open);
    }

    /**
     * Returns the pauses that have ended, merged.
     *
     * @return the pauses, earliest first, without overlap, no two of them abutting
     */
    public ImmutableList<WorkingInterval> intervals() {
        return intervals;
    }

    /**
     * Returns since when the clock has stood still.
     *
     * @return the first instant of the pause that has not ended, after all others; empty if there is none
     */
    public Optional<Instant> openSince() {
        return openSince;
    }

    /**
     * Tells whether an instant is paused.
     *
     * @param instant the instant
     * @return true if a pause covers it
     */
    public boolean contains(Instant instant) {
        return openSince.filter(since -> !since.isAfter(instant)).isPresent()
                || intervals.stream()
                        .anyMatch(pause ->
                                !pause.start().isAfter(instant) && pause.end().isAfter(instant));
    }

    /** Returns the pauses as they were before an instant: what begins later is not there, what lasts longer ends at it. */
    Pauses before(Instant end) {
        ImmutableList.Builder<WorkingInterval> kept = ImmutableList.builder();
        for (WorkingInterval interval : intervals) {
            addClipped(kept, interval.start(), earlier(interval.end(), end));
        }
        openSince.ifPresent(since -> addClipped(kept, since, end));
        return of(kept.build());
    }

    private static void addClipped(ImmutableList.Builder<WorkingInterval> kept, Instant start, Instant end) {
        if (start.isBefore(end)) {
            kept.add(new WorkingInterval(start, end));
        }
    }

    private static ImmutableList<WorkingInterval> merged(ImmutableList<WorkingInterval> given) {
        ImmutableList<WorkingInterval> sorted =
                ImmutableList.sortedCopyOf(Comparator.comparing(WorkingInterval::start), given);
        ImmutableList.Builder<WorkingInterval> merged = ImmutableList.builderWithExpectedSize(sorted.size());
        Instant start = sorted.get(0).start();
        Instant end = sorted.get(0).end();
        for (WorkingInterval next : sorted) {
            if (next.start().isAfter(end)) {
                merged.add(new WorkingInterval(start, end));
                start = next.start();
            }
            end = later(end, next.end());
        }
        return merged.add(new WorkingInterval(start, end)).build();
    }

    static Instant earlier(Instant one, Instant other) {
        return other.isBefore(one) ? other : one;
    }

    static Instant later(Instant one, Instant other) {
        return other.isAfter(one) ? other : one;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Pauses that && intervals.equals(that.intervals) && openSince.equals(that.openSince);
    }

    @Override
    public int hashCode() {
        return 31 * intervals.hashCode() + openSince.hashCode();
    }

    @Override
    public String toString() {
        return intervals + openSince.map(since -> " and since " + since).orElse("");
    }
}
