package dev.tenure.lifetime.noncontractual;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;

/** How many purchases each day has, from a first day on: 8 bytes a day. */
final class DayCounts implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final int first;
    private final long[] counts;

    DayCounts(int first, int days) {
        this.first = first;
        counts = new long[days];
    }

    void add(int day) {
        counts[day - first]++;
    }

    /** Returns how many purchases a day has; none outside the days that are held. */
    long on(int day) {
        return day >= first && day - first < counts.length ? counts[day - first] : 0;
    }

    DayCounts plus(DayCounts other) {
        if (counts.length == 0 || other.counts.length == 0) {
            return counts.length == 0 ? other : this;
        }
        int from = Math.min(first, other.first);
        int to = Math.max(first + counts.length, other.first + other.counts.length);
        DayCounts sum = new DayCounts(from, to - from);
        for (int day = from; day < to; day++) {
            sum.counts[day - from] = Math.addExact(on(day), other.on(day));
        }
        return sum;
    }

    /** Two are equal if every day has as many purchases, whatever days they hold. */
    @Override
    public boolean equals(Object object) {
        return object instanceof DayCounts other && Arrays.equals(trimmed(), other.trimmed());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(trimmed());
    }

    /** Returns the first day with a purchase and the counts from there to the last; nothing without purchases. */
    private long[] trimmed() {
        int from = 0;
        int to = counts.length;
        while (to > 0 && counts[to - 1] == 0) {
            to--;
        }
        while (from < to && counts[from] == 0) {
            from++;
        }
        if (from == to) {
            return new long[0];
        }
        long[] trimmed = new long[to - from + 1];
        trimmed[0] = (long) first + from;
        System.arraycopy(counts, from, trimmed, 1, to - from);
        return trimmed;
    }
}
