package dev.tenure.retention.cohort;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Some rows by columns: those of the arrays from {@code from} on. The clients stand in one of two arrays; the other is empty. */
final class ActivityBatch implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    /** As many rows as fit into the caches with what is made of them. */
    static final int LARGEST = 1 << 13;

    private static final int[] NO_INTS = {};
    private static final long[] NO_LONGS = {};

    private final int[] intClients;
    private final long[] longClients;
    private final int[] days;
    private final long[] amounts;
    private final int from;
    private final int size;

    private ActivityBatch(int[] intClients, long[] longClients, int[] days, long[] amounts, int from, int size) {
        this.intClients = intClients;
        this.longClients = longClients;
        this.days = days;
        this.amounts = amounts;
        this.from = from;
        this.size = size;
    }

    static ActivityBatch of(long[] clients, int[] days, long[] amounts, int size) {
        return new ActivityBatch(NO_INTS, clients, days, amounts, 0, size);
    }

    /** Divides columns into batches, without copying them. */
    static ActivityRows rows(int[] clients, int[] days, long[] amounts) {
        return divided(new ActivityBatch(clients, NO_LONGS, days, amounts, 0, days.length));
    }

    /** Divides columns into batches, without copying them. */
    static ActivityRows rows(long[] clients, int[] days, long[] amounts) {
        return divided(of(clients, days, amounts, days.length));
    }

    private static ActivityRows divided(ActivityBatch all) {
        List<ActivityBatch> batches = new ArrayList<>();
        for (int from = 0; from < all.size; from += LARGEST) {
            batches.add(new ActivityBatch(
                    all.intClients, all.longClients, all.days, all.amounts, from, Math.min(LARGEST, all.size - from)));
        }
        return new ActivityRows(batches);
    }

    /** Returns the same rows in arrays of their own. */
    ActivityBatch copy() {
        int to = from + size;
        return new ActivityBatch(
                intClients.length > 0 ? Arrays.copyOfRange(intClients, from, to) : NO_INTS,
                intClients.length > 0 ? NO_LONGS : Arrays.copyOfRange(longClients, from, to),
                Arrays.copyOfRange(days, from, to),
                Arrays.copyOfRange(amounts, from, to),
                0,
                size);
    }

    int size() {
        return size;
    }

    long client(int row) {
        return intClients.length > 0 ? intClients[from + row] : longClients[from + row];
    }

    int day(int row) {
        return days[from + row];
    }

    long amount(int row) {
        return amounts[from + row];
    }

    /** Writes the clients' numbers less the lowest into an array. */
    void copyNumbers(long lowest, int[] numbers) {
        if (intClients.length > 0) {
            int offset = (int) lowest;
            for (int row = 0; row < size; row++) {
                numbers[row] = intClients[from + row] - offset;
            }
        } else {
            for (int row = 0; row < size; row++) {
                numbers[row] = (int) (longClients[from + row] - lowest);
            }
        }
    }

    long lowestClient() {
        long lowest = Long.MAX_VALUE;
        if (intClients.length > 0) {
            int least = Integer.MAX_VALUE;
            for (int row = from; row < from + size; row++) {
                least = Math.min(least, intClients[row]);
            }
            return least;
        }
        for (int row = from; row < from + size; row++) {
            lowest = Math.min(lowest, longClients[row]);
        }
        return lowest;
    }

    long highestClient() {
        long highest = Long.MIN_VALUE;
        if (intClients.length > 0) {
            int greatest = Integer.MIN_VALUE;
            for (int row = from; row < from + size; row++) {
                greatest = Math.max(greatest, intClients[row]);
            }
            return greatest;
        }
        for (int row = from; row < from + size; row++) {
            highest = Math.max(highest, longClients[row]);
        }
        return highest;
    }

    int firstDay() {
        int first = Integer.MAX_VALUE;
        for (int row = from; row < from + size; row++) {
            first = Math.min(first, days[row]);
        }
        return first;
    }

    int lastDay() {
        int last = Integer.MIN_VALUE;
        for (int row = from; row < from + size; row++) {
            last = Math.max(last, days[row]);
        }
        return last;
    }
}
