package dev.tenure.calendar;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Range;

/** The intervals of a list, in order and disjoint. */
record ListedTime(ImmutableList<WorkingInterval> intervals) implements OpenTime {

    @Override
    public void collect(long from, long to, Openings into) {
        for (WorkingInterval interval : intervals) {
            long start = Math.max(from, interval.start().getEpochSecond());
            into.add(start, Math.min(to, interval.end().getEpochSecond()));
        }
    }

    @Override
    public long regularFrom() {
        return intervals.isEmpty()
                ? 0
                : Math.max(0, intervals.get(intervals.size() - 1).end().getEpochSecond());
    }

    @Override
    public long regularBefore() {
        return intervals.isEmpty() ? 0 : Math.min(0, intervals.get(0).start().getEpochSecond());
    }

    @Override
    public Range<Long> coverage() {
        return Range.all();
    }

    @Override
    public ImmutableSortedSet<String> zones() {
        return ImmutableSortedSet.of();
    }

    @Override
    public String toString() {
        return intervals.toString();
    }
}
