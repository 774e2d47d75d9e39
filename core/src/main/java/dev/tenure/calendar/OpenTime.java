package dev.tenure.calendar;

import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Range;

/** The definition of a calendar: which seconds are open. Implementations are values. */
interface OpenTime {

    /** How many seconds 400 years of the Gregorian calendar have: a whole number of weeks. */
    long CYCLE = 146_097L * TimeRange.SECONDS_A_DAY;

    /** Adds the open seconds of {@code [from, to)}, earliest first. */
    void collect(long from, long to, Openings into);

    /** From here on the pattern repeats every {@link #CYCLE}. */
    long regularFrom();

    /** Before this the pattern repeats every {@link #CYCLE}. */
    long regularBefore();

    /** The instants, in seconds, of which anything is known. */
    Range<Long> coverage();

    /** The identifiers of the time zones the pattern depends on. */
    ImmutableSortedSet<String> zones();
}
