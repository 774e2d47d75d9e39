package dev.tenure.lifetime.noncontractual;

import dev.tenure.internal.RadixOrder;
import java.io.Serial;
import java.io.Serializable;
import java.time.temporal.ChronoUnit;

/**
 * How often each history occurs: a hash table of primitives, 32 bytes a slot, at least three eighths of the slots in use once it has grown. The order in which histories are added and tables are
 * merged changes nothing of {@link #sample}.
 */
final class HistoryCounts implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int WIDTH = 4;
    private static final int COUNT = 3;
    private static final int SMALLEST = 16;

    /** A slot is the repeats, the bits of the recency, those of the age, and how often; the last is zero where the slot is free. */
    private long[] cells = new long[WIDTH * SMALLEST];

    private int size;

    /** Counts a history; neither time is a negative zero. */
    void add(long repeats, double recency, double age, long count) {
        addBits(repeats, Double.doubleToRawLongBits(recency), Double.doubleToRawLongBits(age), count);
    }

    void merge(HistoryCounts other) {
        // a table merged into itself must not be read while it is written
        long[] from = other.cells.clone();
        for (int at = 0; at < from.length; at += WIDTH) {
            if (from[at + COUNT] > 0) {
                addBits(from[at], from[at + 1], from[at + 2], from[at + COUNT]);
            }
        }
    }

    int size() {
        return size;
    }

    private void addBits(long repeats, long recency, long age, long count) {
        int at = slot(repeats, recency, age);
        if (cells[at + COUNT] == 0) {
            cells[at] = repeats;
            cells[at + 1] = recency;
            cells[at + 2] = age;
            size++;
        }
        cells[at + COUNT] = Math.addExact(cells[at + COUNT], count);
        if (COUNT * (cells.length / WIDTH / WIDTH) < size) {
            grow();
        }
    }

    private void grow() {
        long[] old = cells;
        cells = new long[Math.multiplyExact(2, old.length)];
        for (int at = 0; at < old.length; at += WIDTH) {
            if (old[at + COUNT] > 0) {
                System.arraycopy(old, at, cells, slot(old[at], old[at + 1], old[at + 2]), WIDTH);
            }
        }
    }

    private int slot(long repeats, long recency, long age) {
        int last = cells.length - 1;
        int at = (hash(repeats, recency, age) * WIDTH) & last;
        while (cells[at + COUNT] != 0 && (cells[at] != repeats || cells[at + 1] != recency || cells[at + 2] != age)) {
            at = (at + WIDTH) & last;
        }
        return at;
    }

    private static int hash(long repeats, long recency, long age) {
        return (int) (mix(mix(mix(repeats) ^ recency) ^ age) >>> 32);
    }

    private static long mix(long value) {
        long mixed = value * 0x9E37_79B9_7F4A_7C15L;
        return mixed ^ (mixed >>> 32);
    }

    /** Returns the histories, ascending by repeats, recency and age. */
    PurchaseSample sample(ChronoUnit unit) {
        int[] slots = new int[size];
        int n = 0;
        for (int at = 0; at < cells.length; at += WIDTH) {
            if (cells[at + COUNT] > 0) {
                slots[n++] = at;
            }
        }
        // the bits of numbers that are not negative order as the numbers do
        for (int column = COUNT - 1; column >= 0; column--) {
            int offset = column;
            slots = RadixOrder.sort(slots, at -> cells[at + offset]);
        }
        return sample(unit, slots);
    }

    private PurchaseSample sample(ChronoUnit unit, int[] slots) {
        long[] repeats = new long[slots.length];
        double[] recency = new double[slots.length];
        double[] age = new double[slots.length];
        long[] counts = new long[slots.length];
        for (int i = 0; i < slots.length; i++) {
            int at = slots[i];
            repeats[i] = cells[at];
            recency[i] = Double.longBitsToDouble(cells[at + 1]);
            age[i] = Double.longBitsToDouble(cells[at + 2]);
            counts[i] = cells[at + COUNT];
        }
        return new PurchaseSample(unit, repeats, recency, age, counts);
    }
}
