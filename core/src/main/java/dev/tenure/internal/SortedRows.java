package dev.tenure.internal;

/** The distinct rows of {@link RowCounts}, in ascending order, each with how often it occurs. */
public final class SortedRows {

    private final double[] cells;
    private final long[] counts;
    private final int[] order;

    /** Takes the arrays as they are; nothing else may hold them. */
    SortedRows(double[] cells, long[] counts) {
        this.cells = cells;
        this.counts = counts;
        order = new int[counts.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        sort(new int[order.length], 0, order.length);
    }

    /**
     * Returns how many rows there are.
     *
     * @return the number of distinct rows
     */
    public int size() {
        return order.length;
    }

    /**
     * Returns a number.
     *
     * @param row the row, from 0
     * @param column the column, from 0
     * @return the number
     */
    public double cell(int row, int column) {
        return cells[RowCounts.COLUMNS * order[row] + column];
    }

    /**
     * Returns how often a row occurs.
     *
     * @param row the row, from 0
     * @return the count, one or more
     */
    public long count(int row) {
        return counts[order[row]];
    }

    private void sort(int[] spare, int from, int to) {
        if (to - from < 2) {
            return;
        }
        int middle = (from + to) >>> 1;
        sort(spare, from, middle);
        sort(spare, middle, to);
        if (isBefore(order[middle], order[middle - 1])) {
            merge(spare, from, middle, to);
        }
    }

    private void merge(int[] spare, int from, int middle, int to) {
        System.arraycopy(order, from, spare, from, middle - from);
        int left = from;
        int right = middle;
        for (int next = from; left < middle; next++) {
            boolean takesRight = right < to && isBefore(order[right], spare[left]);
            order[next] = takesRight ? order[right++] : spare[left++];
        }
    }

    private boolean isBefore(int a, int b) {
        for (int column = 0; column < RowCounts.COLUMNS; column++) {
            int compared = Double.compare(cells[RowCounts.COLUMNS * a + column], cells[RowCounts.COLUMNS * b + column]);
            if (compared != 0) {
                return compared < 0;
            }
        }
        return false;
    }
}
