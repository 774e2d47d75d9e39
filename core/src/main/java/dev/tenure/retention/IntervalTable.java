package dev.tenure.retention;

import java.util.Arrays;

/**
 * Intervals of days grouped by client: each client's are ascending and apart from one another, since those that overlap or
 * adjoin are one.
 */
final class IntervalTable {

    /** The end of an interval that has none yet. */
    static final int OPEN = Integer.MAX_VALUE;

    private static final long LOW_WORD = 0xFFFF_FFFFL;

    /** Where the intervals of each client begin; one entry more than there are clients. */
    private final int[] offsets;

    private final int[] from;
    private final int[] to;

    private IntervalTable(int[] offsets, int[] from, int[] to) {
        this.offsets = offsets;
        this.from = from;
        this.to = to;
    }

    /** Groups a log by clients, given in ascending order; intervals of other clients are left out. */
    static IntervalTable of(long[] clients, IntervalLog log) {
        int[] offsets = new int[clients.length + 1];
        int[] clientOf = new int[log.size()];
        for (int i = 0; i < log.size(); i++) {
            clientOf[i] = Arrays.binarySearch(clients, log.client(i));
            if (clientOf[i] >= 0) {
                offsets[clientOf[i] + 1]++;
            }
        }
        Arrays.parallelPrefix(offsets, Integer::sum);
        return union(offsets, grouped(offsets, clientOf, log));
    }

    private static long[] grouped(int[] offsets, int[] clientOf, IntervalLog log) {
        long[] packed = new long[offsets[offsets.length - 1]];
        int[] next = offsets.clone();
        for (int i = 0; i < clientOf.length; i++) {
            if (clientOf[i] >= 0) {
                packed[next[clientOf[i]]++] = ((long) log.from(i) << Integer.SIZE) | (log.to(i) & LOW_WORD);
            }
        }
        return packed;
    }

    private static IntervalTable union(int[] offsets, long[] packed) {
        int[] unionOffsets = new int[offsets.length];
        int[] from = new int[packed.length];
        int[] to = new int[packed.length];
        int size = 0;
        for (int client = 0; client + 1 < offsets.length; client++) {
            Arrays.sort(packed, offsets[client], offsets[client + 1]);
            for (int i = offsets[client]; i < offsets[client + 1]; i++) {
                int first = (int) (packed[i] >> Integer.SIZE);
                int end = (int) packed[i];
                if (size > unionOffsets[client] && first <= to[size - 1]) {
                    to[size - 1] = Math.max(to[size - 1], end);
                } else {
                    from[size] = first;
                    to[size++] = end;
                }
            }
            unionOffsets[client + 1] = size;
        }
        return new IntervalTable(unionOffsets, Arrays.copyOf(from, size), Arrays.copyOf(to, size));
    }

    int size() {
        return from.length;
    }

    int first(int client) {
        return offsets[client];
    }

    int end(int client) {
        return offsets[client + 1];
    }

    int from(int index) {
        return from[index];
    }

    int to(int index) {
        return to[index];
    }

    /** Returns the interval of a client that holds a day, or -1. */
    int holding(int client, int day) {
        for (int i = offsets[client]; i < offsets[client + 1]; i++) {
            if (from[i] <= day && day < to[i]) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the first day of all, or {@link #OPEN} if there is none. */
    int firstDay() {
        return Arrays.stream(from).min().orElse(OPEN);
    }
}
