package dev.tenure.survival;

import static com.google.common.base.Preconditions.checkElementIndex;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How many are at risk, end, are last seen and enter at each distinct time: the columns every estimate from observations by time
 * starts from. For columns of primitives there is {@link SurvivalAccumulator#riskTable()}.
 *
 * <p><b>Units.</b> Times are in the unit of the calculator; all else are numbers of observations, or sums of their weights.
 *
 * <p><b>Conventions.</b> Those at risk at a time are those who entered before it and neither ended nor were last seen before it. At one time
 * observations end first, then they are last seen, then others enter.
 */
public final class RiskTable {

    private static final long[] NOBODY = {};

    /** The row of the columns that is the first of this table. */
    private final int first;

    private final int size;
    private final double[] times;
    private final double[] atRisk;
    private final long[] ended;
    private final long[] censored;
    /** Empty if nobody entered late. */
    private final long[] entered;

    private final boolean weighted;
    private final RiskWeights weights;

    private RiskTable(
            int first,
            int size,
            double[] times,
            double[] atRisk,
            long[] ended,
            long[] censored,
            long[] entered,
            boolean weighted,
            RiskWeights weights) {
        this.first = first;
        this.size = size;
        this.times = times;
        this.atRisk = atRisk;
        this.ended = ended;
        this.censored = censored;
        this.entered = entered;
        this.weighted = weighted;
        this.weights = weights;
    }

    /**
     * Returns the table of some observations.
     *
     * @param observations the observations, in any order
     * @return the table, without rows if there are no observations
     * @throws ArithmeticException if there are more observations than a {@code long} can count
     */
    public static RiskTable of(Iterable<Observation> observations) {
        Objects.requireNonNull(observations, "observations");
        SurvivalAccumulator accumulator = KaplanMeier.withDefaults().accumulator();
        observations.forEach(accumulator::add);
        return accumulator.riskTable();
    }

    /** Returns the table of observations of weight one. Marks of exits say that they ended. */
    static RiskTable of(TimeRun whole, TimeRun others, TimeRun entries) {
        int most = Math.addExact(Math.addExact(whole.size(), others.size()), entries.size());
        double[] times = new double[most];
        double[] atRisk = new double[most];
        long[] ended = new long[most];
        long[] censored = new long[most];
        long[] entered = entries.size() == 0 ? NOBODY : new long[most];
        long present = Math.addExact(whole.total(), others.total()) - entries.total();
        TimeCursor cursor = new TimeCursor(whole, others, entries);
        int row = 0;
        while (cursor.next()) {
            times[row] = cursor.time();
            atRisk[row] = (double) present;
            ended[row] = cursor.ended();
            censored[row] = cursor.censored();
            if (entered.length > 0) {
                entered[row] = cursor.entered();
            }
            present += cursor.entered() - cursor.ended() - cursor.censored();
            row++;
        }
        return new RiskTable(0, row, times, atRisk, ended, censored, entered, false, RiskWeights.NONE).trimmed();
    }

    /** Returns the table of observations some of which have weights: takes the columns as they are. */
    static RiskTable weighted(
            double[] times, double[] atRisk, long[] ended, long[] censored, long[] entered, RiskWeights weights) {
        boolean anyEntered = Arrays.stream(entered).anyMatch(count -> count > 0);
        return new RiskTable(
                0, times.length, times, atRisk, ended, censored, anyEntered ? entered : NOBODY, true, weights);
    }

    /**
     * Returns how many distinct times there are.
     *
     * @return the number of rows, zero or more
     */
    public int size() {
        return size;
    }

    /**
     * Tells whether weights other than one are summed.
     *
     * @return false if all columns are whole numbers of observations
     */
    public boolean isWeighted() {
        return weighted;
    }

    /**
     * Returns a time.
     *
     * @param row the row, from 0
     * @return the time, zero or more, later than that of the row before
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public double time(int row) {
        return times[first + checkElementIndex(row, size)];
    }

    /**
     * Returns how many are at risk just before the time of a row.
     *
     * @param row the row, from 0
     * @return the number or weight, zero or more
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public double atRisk(int row) {
        return atRisk[first + checkElementIndex(row, size)];
    }

    /**
     * Returns how many end at the time of a row.
     *
     * @param row the row, from 0
     * @return the number or weight, zero or more
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public double ended(int row) {
        int at = first + checkElementIndex(row, size);
        return weighted ? weights.ended(at) : (double) ended[at];
    }

    /**
     * Returns how many are last seen, still going on, at the time of a row.
     *
     * @param row the row, from 0
     * @return the number or weight, zero or more
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public double censored(int row) {
        int at = first + checkElementIndex(row, size);
        return weighted ? weights.censored(at) : (double) censored[at];
    }

    /**
     * Returns how many enter at the time of a row, and are at risk after it.
     *
     * @param row the row, from 0
     * @return the number or weight, zero or more; of those seen from the start nobody enters here
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public double entered(int row) {
        int at = first + checkElementIndex(row, size);
        if (entered.length == 0) {
            return 0;
        }
        return weighted ? weights.entered(at) : (double) entered[at];
    }

    /** Compares all rows, to the last bit. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RiskTable that
                && size == that.size
                && weighted == that.weighted
                && IntStream.range(0, size).allMatch(row -> hasRowOf(that, row));
    }

    @Override
    public int hashCode() {
        int hash = size;
        for (int row = 0; row < size; row++) {
            hash = 31 * hash + Double.hashCode(time(row));
            hash = 31 * hash + Double.hashCode(ended(row));
        }
        return hash;
    }

    /**
     * Returns how many rows there are, in words.
     *
     * @return text such as {@code 12 rows}
     */
    @Override
    public String toString() {
        return size + " rows";
    }

    /** Returns how many observations end at the time of a row, whatever they weigh. */
    long endedCount(int row) {
        return ended[first + row];
    }

    /** Returns how many observations are last seen at the time of a row, whatever they weigh. */
    long censoredCount(int row) {
        return censored[first + row];
    }

    /** Returns how many observations enter at the time of a row, whatever they weigh. */
    long enteredCount(int row) {
        return entered.length == 0 ? 0 : entered[first + row];
    }

    /** Returns the sum of the squares of the weights that end at the time of a row. */
    double endedSquares(int row) {
        return weighted ? weights.endedSquares(first + row) : (double) ended[first + row];
    }

    /** Returns the sum of the squares of the weights that are last seen at the time of a row. */
    double censoredSquares(int row) {
        return weighted ? weights.censoredSquares(first + row) : (double) censored[first + row];
    }

    /** Tells whether someone came under observation late. */
    boolean hasLateEntries() {
        return entered.length > 0;
    }

    /** Tells whether all at risk at the time of a row end there. */
    boolean isLast(int row) {
        return ended(row) == atRisk(row);
    }

    /** Returns how many rows lie at a time or before. */
    int reached(double time) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (time(middle) <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns the rows from a given one on, on the same columns. */
    RiskTable from(int row) {
        return new RiskTable(first + row, size - row, times, atRisk, ended, censored, entered, weighted, weights);
    }

    /** Returns the rows at whose times someone ended or was last seen. */
    RiskTable exits() {
        if (!hasLateEntries()) {
            return this;
        }
        int[] rows = IntStream.range(0, size)
                .filter(row -> ended[row] > 0 || censored[row] > 0)
                .toArray();
        return rows(rows);
    }

    /** Who enters at a row need not be compared: it is what those at risk in the next one are more. */
    private boolean hasRowOf(RiskTable other, int row) {
        return time(row) == other.time(row)
                && atRisk(row) == other.atRisk(row)
                && endedCount(row) == other.endedCount(row)
                && censoredCount(row) == other.censoredCount(row)
                && ended(row) == other.ended(row)
                && censored(row) == other.censored(row)
                && endedSquares(row) == other.endedSquares(row)
                && censoredSquares(row) == other.censoredSquares(row);
    }

    private RiskTable rows(int... rows) {
        return new RiskTable(
                0,
                rows.length,
                Arrays.stream(rows).mapToDouble(row -> times[row]).toArray(),
                Arrays.stream(rows).mapToDouble(row -> atRisk[row]).toArray(),
                Arrays.stream(rows).mapToLong(row -> ended[row]).toArray(),
                Arrays.stream(rows).mapToLong(row -> censored[row]).toArray(),
                Arrays.stream(rows).mapToLong(row -> entered[row]).toArray(),
                weighted,
                weighted ? weights.rows(rows) : weights);
    }

    private RiskTable trimmed() {
        return size == times.length
                ? this
                : new RiskTable(
                        0,
                        size,
                        Arrays.copyOf(times, size),
                        Arrays.copyOf(atRisk, size),
                        Arrays.copyOf(ended, size),
                        Arrays.copyOf(censored, size),
                        entered.length == 0 ? entered : Arrays.copyOf(entered, size),
                        weighted,
                        weights);
    }
}
