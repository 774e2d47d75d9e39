package dev.tenure.survival.regression;

import java.util.Arrays;

/**
 * The distinct times at which someone leaves, stratum by stratum and within it latest first, each with the positions that come under risk there:
 * first those that are at risk and do not leave, then those that leave.
 */
final class EventTimes {

    private final double[] times;
    private final int[] from;
    private final int[] leaving;
    private final int[] to;
    /** The first event time of each stratum, and one more. */
    private final int[] firstOfStratum;

    private EventTimes(double[] times, int[] from, int[] leaving, int[] to, int[] firstOfStratum) {
        this.times = times;
        this.from = from;
        this.leaving = leaving;
        this.to = to;
        this.firstOfStratum = firstOfStratum;
    }

    static EventTimes of(SortedRows rows) {
        int[] leaving = new int[rows.size()];
        int[] to = new int[rows.size()];
        int[] firstOfStratum = new int[rows.strata() + 1];
        int count = 0;
        for (int stratum = 0; stratum < rows.strata(); stratum++) {
            int end = rows.stratumStart(stratum + 1);
            int position = rows.stratumStart(stratum);
            while (position < end) {
                if (rows.ended(position)) {
                    leaving[count] = position;
                    position = endOfTime(rows, position, end);
                    to[count++] = position;
                } else {
                    position++;
                }
            }
            firstOfStratum[stratum + 1] = count;
        }
        return of(rows, Arrays.copyOf(leaving, count), Arrays.copyOf(to, count), firstOfStratum);
    }

    private static int endOfTime(SortedRows rows, int position, int end) {
        double time = rows.stop(position);
        int next = position + 1;
        while (next < end && rows.stop(next) == time) {
            next++;
        }
        return next;
    }

    private static EventTimes of(SortedRows rows, int[] leaving, int[] to, int[] firstOfStratum) {
        double[] times = new double[to.length];
        int[] from = new int[to.length];
        for (int stratum = 0; stratum < rows.strata(); stratum++) {
            for (int time = firstOfStratum[stratum]; time < firstOfStratum[stratum + 1]; time++) {
                times[time] = rows.stop(leaving[time]);
                from[time] = time == firstOfStratum[stratum] ? rows.stratumStart(stratum) : to[time - 1];
            }
        }
        return new EventTimes(times, from, leaving, to, firstOfStratum);
    }

    int size() {
        return times.length;
    }

    double time(int index) {
        return times[index];
    }

    /** Returns the first position that is at risk at a time and was not at the later one. */
    int from(int index) {
        return from[index];
    }

    /** Returns the first position that leaves at a time. */
    int leaving(int index) {
        return leaving[index];
    }

    /** Returns the position after the last one that leaves at a time. */
    int to(int index) {
        return to[index];
    }

    int first(int stratum) {
        return firstOfStratum[stratum];
    }

    int strata() {
        return firstOfStratum.length - 1;
    }

    /** Returns the first time of a stratum, in its order, that is not later than a given one; the end of the stratum if none is. */
    int firstNotAfter(int stratum, double time) {
        int low = firstOfStratum[stratum];
        int high = firstOfStratum[stratum + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] <= time) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
