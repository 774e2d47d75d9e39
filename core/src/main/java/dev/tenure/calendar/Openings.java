package dev.tenure.calendar;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;

/** A growing list of disjoint half-open stretches of seconds, earliest first; those that abut become one. */
final class Openings {

    /** As many as most days have; there is a list for each special day. */
    private static final int FIRST_CAPACITY = 4;

    private long[] bounds = new long[2 * FIRST_CAPACITY];
    private int size;

    int size() {
        return size;
    }

    long start(int index) {
        return bounds[2 * index];
    }

    long end(int index) {
        return bounds[2 * index + 1];
    }

    /** The starts and ends in order; after the last of them, the end of time. */
    long edge(int index) {
        return index < 2 * size ? bounds[index] : Long.MAX_VALUE;
    }

    /** Adds what lies before {@code end} and not before {@code start}; nothing if that is empty. Starts never go back. */
    void add(long start, long end) {
        if (start >= end) {
            return;
        }
        if (size > 0 && start <= end(size - 1)) {
            bounds[2 * size - 1] = Math.max(end, end(size - 1));
            return;
        }
        if (2 * size == bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * bounds.length);
        }
        bounds[2 * size] = start;
        bounds[2 * size + 1] = end;
        size++;
    }

    ImmutableList<WorkingInterval> toIntervals() {
        return IntStream.range(0, size)
                .mapToObj(i -> WorkingInterval.of(Instant.ofEpochSecond(start(i)), Instant.ofEpochSecond(end(i))))
                .collect(ImmutableList.toImmutableList());
    }
}
