package dev.tenure.calendar;

import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Range;
import java.time.Instant;

/** One calendar up to an instant, and another from it on. */
record SucceededTime(OpenTime before, long change, OpenTime after) implements OpenTime {

    @Override
    public void collect(long from, long to, Openings into) {
        if (from < change) {
            before.collect(from, Math.min(to, change), into);
        }
        if (to > change) {
            after.collect(Math.max(from, change), to, into);
        }
    }

    @Override
    public long regularFrom() {
        return Math.max(change, after.regularFrom());
    }

    @Override
    public long regularBefore() {
        return Math.min(change, before.regularBefore());
    }

    @Override
    public Range<Long> coverage() {
        Range<Long> from = before.coverage().hasLowerBound()
                ? Range.atLeast(before.coverage().lowerEndpoint())
                : Range.all();
        return after.coverage().hasUpperBound()
                ? from.intersection(Range.atMost(after.coverage().upperEndpoint()))
                : from;
    }

    @Override
    public ImmutableSortedSet<String> zones() {
        return ImmutableSortedSet.<String>naturalOrder()
                .addAll(before.zones())
                .addAll(after.zones())
                .build();
    }

    @Override
    public String toString() {
        return before + " until " + Instant.ofEpochSecond(change) + ", then " + after;
    }
}
