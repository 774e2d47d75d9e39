package dev.tenure.internal;

import java.io.Serial;
import java.io.Serializable;

/**
 * How often each row of four numbers occurs: a hash table of primitives of the size of the distinct rows. The order in which rows are
 * added and tables are merged changes nothing of what {@link #sorted()} returns.
 */
public final class RowCounts implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    /** How many numbers a row has. */
    public static final int COLUMNS = 4;

    private static final int SMALLEST = 16;

    private double[] cells = new double[COLUMNS * SMALLEST];
    /** Zero where the slot is free. */
    private long[] counts = new long[SMALLEST];

    private int size;

    /** Creates an empty table. */
    public RowCounts() {}

    /**
     * Counts a row.
     *
     * @param first the first number; no number here is a NaN or a negative zero
     * @param second the second number
     * @param third the third number
     * @param fourth the fourth number
     * @param count how often, one or more
     * @throws ArithmeticException if it occurs more often than a {@code long} can count
     */
    public void add(double first, double second, double third, double fourth, long count) {
        int slot = slot(first, second, third, fourth);
        if (counts[slot] == 0) {
            set(slot, first, second, third, fourth);
            size++;
        }
        counts[slot] = Math.addExact(counts[slot], count);
        if (2 * size > counts.length) {
            grow();
        }
    }

    /**
     * Counts the rows of another table.
     *
     * @param other the other table, which stays as it is
     * @throws ArithmeticException if a row occurs more often than a {@code long} can count
     */
    public void merge(RowCounts other) {
        // a table merged into itself must not be read while it is written
        double[] otherCells = other.cells.clone();
        long[] otherCounts = other.counts.clone();
        for (int i = 0; i < otherCounts.length; i++) {
            if (otherCounts[i] > 0) {
                int at = COLUMNS * i;
                add(otherCells[at], otherCells[at + 1], otherCells[at + 2], otherCells[at + 3], otherCounts[i]);
            }
        }
    }

    /**
     * Returns the distinct rows.
     *
     * @return the rows, ascending by the first number, then by the second and so on
     */
    public SortedRows sorted() {
        double[] dense = new double[COLUMNS * size];
        long[] occurrences = new long[size];
        int n = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                System.arraycopy(cells, COLUMNS * i, dense, COLUMNS * n, COLUMNS);
                occurrences[n++] = counts[i];
            }
        }
        return new SortedRows(dense, occurrences);
    }

    private void grow() {
        double[] oldCells = cells;
        long[] oldCounts = counts;
        cells = new double[2 * oldCells.length];
        counts = new long[2 * oldCounts.length];
        for (int i = 0; i < oldCounts.length; i++) {
            if (oldCounts[i] > 0) {
                int at = COLUMNS * i;
                int slot = slot(oldCells[at], oldCells[at + 1], oldCells[at + 2], oldCells[at + 3]);
                System.arraycopy(oldCells, at, cells, COLUMNS * slot, COLUMNS);
                counts[slot] = oldCounts[i];
            }
        }
    }

    private int slot(double first, double second, double third, double fourth) {
        int slot = hash(first, second, third, fourth) & (counts.length - 1);
        while (counts[slot] != 0 && !isAt(slot, first, second, third, fourth)) {
            slot = (slot + 1) & (counts.length - 1);
        }
        return slot;
    }

    private boolean isAt(int slot, double first, double second, double third, double fourth) {
        int at = COLUMNS * slot;
        return cells[at] == first && cells[at + 1] == second && cells[at + 2] == third && cells[at + 3] == fourth;
    }

    private void set(int slot, double first, double second, double third, double fourth) {
        int at = COLUMNS * slot;
        cells[at] = first;
        cells[at + 1] = second;
        cells[at + 2] = third;
        cells[at + 3] = fourth;
    }

    private static int hash(double first, double second, double third, double fourth) {
        long mixed = mix(mix(mix(mix(0, first), second), third), fourth);
        return (int) (mixed >>> 32);
    }

    private static long mix(long hash, double value) {
        long mixed = (hash ^ Double.doubleToRawLongBits(value)) * 0x9E37_79B9_7F4A_7C15L;
        return mixed ^ mixed >>> 29;
    }
}
