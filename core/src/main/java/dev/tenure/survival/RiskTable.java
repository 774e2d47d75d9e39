package dev.tenure.survival;

import static com.google.common.base.Preconditions.checkElementIndex;

/**
 * How many are at risk, end, are last seen and enter at each distinct time: the columns every estimate from observations by time
 * starts from. Made by {@link SurvivalAccumulator#riskTable()}.
 *
 * <p><b>Units.</b> Times are in the unit of the calculator; all else are numbers of observations, or sums of their weights.
 *
 * <p><b>Conventions.</b> Those at risk at a time are those who entered before it and neither ended nor were last seen before it. At one time
 * observations end first, then they are last seen, then others enter.
 */
public final class RiskTable {

    private final double[] times;
    private final double[] atRisk;
    private final double[] ended;
    private final double[] censored;
    private final double[] entered;
    private final boolean weighted;

    /** Takes the columns as they are; nothing else may hold them. */
    RiskTable(double[] times, double[] atRisk, double[] ended, double[] censored, double[] entered, boolean weighted) {
        this.times = times;
        this.atRisk = atRisk;
        this.ended = ended;
        this.censored = censored;
        this.entered = entered;
        this.weighted = weighted;
    }

    /**
     * Returns how many distinct times there are.
     *
     * @return the number of rows, zero or more
     */
    public int size() {
        return times.length;
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
        return times[checkElementIndex(row, times.length)];
    }

    /**
     * Returns how many are at risk just before the time of a row.
     *
     * @param row the row, from 0
     * @return the number or weight, zero or more
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public double atRisk(int row) {
        return atRisk[checkElementIndex(row, times.length)];
    }

    /**
     * Returns how many end at the time of a row.
     *
     * @param row the row, from 0
     * @return the number or weight, zero or more
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public double ended(int row) {
        return ended[checkElementIndex(row, times.length)];
    }

    /**
     * Returns how many are last seen, still going on, at the time of a row.
     *
     * @param row the row, from 0
     * @return the number or weight, zero or more
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public double censored(int row) {
        return censored[checkElementIndex(row, times.length)];
    }

    /**
     * Returns how many enter at the time of a row, and are at risk after it.
     *
     * @param row the row, from 0
     * @return the number or weight, zero or more; of those seen from the start nobody enters here
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public double entered(int row) {
        return entered[checkElementIndex(row, times.length)];
    }
}
