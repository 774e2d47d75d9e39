package dev.tenure.survival;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Counts by time, for times that are not small whole numbers: what was added last as it came, the rest in order. Beyond the
 * distinct times it holds two million keys at most.
 */
final class TimeCounts implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    /** How many keys are kept as they came, unless more are in order already. */
    static final int MOST_PENDING = 1 << 21;

    private static final int FIRST_LENGTH = 16;

    private TimeRun run = TimeRun.EMPTY;
    private long[] pending = {};
    /** How many each pending key stands for; empty while each stands for one. */
    private long[] pendingCounts = {};

    private int size;

    void add(long key) {
        if (size == pending.length) {
            makeRoom();
        }
        if (pendingCounts.length > 0) {
            pendingCounts[size] = 1;
        }
        pending[size++] = key;
    }

    void add(long key, long count) {
        if (count > 1 && pendingCounts.length == 0) {
            pendingCounts = new long[Math.max(FIRST_LENGTH, pending.length)];
            pending = Arrays.copyOf(pending, pendingCounts.length);
            Arrays.fill(pendingCounts, 0, size, 1);
        }
        add(key);
        if (count > 1) {
            countLast(count);
        }
    }

    private void countLast(long count) {
        if (pendingCounts.length == 0) {
            // making room has put the others in order
            pendingCounts = new long[pending.length];
        }
        pendingCounts[size - 1] = count;
    }

    void merge(TimeCounts other) {
        // a copy of each, because counters may be merged into themselves
        TimeRun otherRun = other.run;
        long[] keys = Arrays.copyOf(other.pending, other.size);
        long[] counts = other.pendingCounts.clone();
        for (int i = 0; i < keys.length; i++) {
            add(keys[i], counts.length == 0 ? 1 : counts[i]);
        }
        mergeRun(otherRun);
    }

    private void mergeRun(TimeRun other) {
        if (other.size() > run.size() / 8) {
            run = run.merge(other);
            return;
        }
        // many small ones are put in order together
        for (int i = 0; i < other.size(); i++) {
            add(other.key(i), other.count(i));
        }
    }

    /** Returns all that was added, in order. */
    TimeRun run() {
        putInOrder();
        return run;
    }

    private void putInOrder() {
        if (size > 0) {
            run = run.merge(pendingRun());
            size = 0;
            pendingCounts = new long[0];
        }
    }

    private TimeRun pendingRun() {
        return pendingCounts.length == 0 ? TimeRun.of(pending, size) : TimeRun.of(pending, pendingCounts, size);
    }

    private void makeRoom() {
        int most = Math.max(MOST_PENDING, run.size());
        if (size < most) {
            int length = Math.min(most, Math.max(FIRST_LENGTH, 2 * size));
            pending = Arrays.copyOf(pending, length);
            pendingCounts = pendingCounts.length == 0 ? pendingCounts : Arrays.copyOf(pendingCounts, length);
        } else {
            putInOrder();
        }
    }

    @Serial
    private void writeObject(ObjectOutputStream out) throws IOException {
        putInOrder();
        pending = new long[0];
        out.defaultWriteObject();
    }
}
