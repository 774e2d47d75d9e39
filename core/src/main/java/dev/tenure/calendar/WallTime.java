package dev.tenure.calendar;

import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Range;

/** The open seconds of one schedule as the clock on the wall counts them: changes of the offset take and give no time. */
record WallTime(ScheduleTime time) implements OpenTime {

    @Override
    public void collect(long from, long to, Openings into) {
        time.days().collect(from, to, 0, into);
    }

    @Override
    public long regularFrom() {
        return time.days().regularFrom();
    }

    @Override
    public long regularBefore() {
        return time.days().regularBefore();
    }

    @Override
    public Range<Long> coverage() {
        return time.coverage();
    }

    @Override
    public ImmutableSortedSet<String> zones() {
        return time.zones();
    }

    @Override
    public String toString() {
        return time + " by the wall clock";
    }
}
