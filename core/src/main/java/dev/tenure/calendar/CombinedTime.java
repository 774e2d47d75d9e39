package dev.tenure.calendar;

import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Range;

/** What two calendars have open together, both at once, or the first without the second. */
record CombinedTime(Combination combination, OpenTime first, OpenTime second) implements OpenTime {

    @Override
    public void collect(long from, long to, Openings into) {
        Openings one = new Openings();
        first.collect(from, to, one);
        Openings other = new Openings();
        second.collect(from, to, other);
        Openings both = combination.of(one, other);
        for (int i = 0; i < both.size(); i++) {
            into.add(both.start(i), both.end(i));
        }
    }

    @Override
    public long regularFrom() {
        return Math.max(first.regularFrom(), second.regularFrom());
    }

    @Override
    public long regularBefore() {
        return Math.min(first.regularBefore(), second.regularBefore());
    }

    @Override
    public Range<Long> coverage() {
        return first.coverage().intersection(second.coverage());
    }

    @Override
    public ImmutableSortedSet<String> zones() {
        return ImmutableSortedSet.<String>naturalOrder()
                .addAll(first.zones())
                .addAll(second.zones())
                .build();
    }

    @Override
    public String toString() {
        return combination + "(" + first + ", " + second + ")";
    }
}
