package dev.tenure.calendar;

import java.util.Arrays;

/**
 * The open seconds of one stretch of {@link #SECONDS} seconds, compiled for counting: how many are open before a given second,
 * and which second is the n-th open one.
 */
final class Block {

    /** A power of two, about 388 days. */
    static final int BITS = 25;

    static final long SECONDS = 1L << BITS;

    /** About nine hours: few intervals begin in one. */
    private static final int BUCKET_BITS = 15;

    private static final int BUCKETS = 1 << (BITS - BUCKET_BITS);

    /** How far the guessed interval is looked around before the search begins. */
    private static final int NEAR = 4;

    private final int[] start;
    private final int[] end;
    /** Open seconds before each interval, and in the end all of them. */
    private final int[] before;
    /** For each bucket the first interval that ends after the bucket's start. */
    private final int[] bucket = new int[BUCKETS];

    private Block(Openings openings, long origin) {
        int size = openings.size();
        start = new int[size + 1];
        end = new int[size + 1];
        before = new int[size + 1];
        for (int i = 0; i < size; i++) {
            start[i] = (int) (openings.start(i) - origin);
            end[i] = (int) (openings.end(i) - origin);
            before[i + 1] = before[i] + end[i] - start[i];
        }
        start[size] = Integer.MAX_VALUE;
        end[size] = Integer.MAX_VALUE;
        int interval = 0;
        for (int i = 0; i < BUCKETS; i++) {
            while (end[interval] <= i << BUCKET_BITS) {
                interval++;
            }
            bucket[i] = interval;
        }
    }

    static Block compile(OpenTime time, long origin) {
        Openings openings = new Openings();
        time.collect(origin, origin + SECONDS, openings);
        return new Block(openings, origin);
    }

    int open() {
        return before[before.length - 1];
    }

    /** How many seconds before the given one are open. */
    int openBefore(int second) {
        int interval = interval(second);
        return before[interval] + Math.max(0, second - start[interval]);
    }

    boolean isOpen(int second) {
        return start[interval(second)] <= second;
    }

    /** The open second that has {@code rank} open seconds before it, for a rank less than {@link #open()}. */
    int second(int rank) {
        int interval = intervalOfRank(rank);
        return start[interval] + rank - before[interval];
    }

    /** The first interval that ends after the given second. */
    private int interval(int second) {
        int interval = bucket[second >> BUCKET_BITS];
        while (end[interval] <= second) {
            interval++;
        }
        return interval;
    }

    /** Working days are much alike, so that the share of the rank in the whole nearly tells the interval. */
    private int intervalOfRank(int rank) {
        int guess = (int) ((long) rank * (before.length - 1) / open());
        int low = Math.max(0, guess - NEAR);
        int high = Math.min(before.length - 1, guess + NEAR);
        if (before[low] > rank || before[high] <= rank) {
            int found = Arrays.binarySearch(before, rank);
            return found >= 0 ? found : -found - 2;
        }
        int interval = low;
        while (before[interval + 1] <= rank) {
            interval++;
        }
        return interval;
    }
}
