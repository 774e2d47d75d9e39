package dev.tenure.survival;

import java.util.Arrays;

/**
 * The columns that a risk table has besides its counts if observations have weights.
 *
 * @param ended the weight that ended at each time
 * @param censored the weight that was last seen
 * @param entered the weight that entered
 * @param endedSquares the sum of the squares of the weights that ended
 * @param censoredSquares the sum of the squares of the weights that were last seen
 */
record RiskWeights(
        double[] ended, double[] censored, double[] entered, double[] endedSquares, double[] censoredSquares) {

    private static final double[] EMPTY = {};

    /** What a table without weights has. */
    static final RiskWeights NONE = new RiskWeights(EMPTY, EMPTY, EMPTY, EMPTY, EMPTY);

    static RiskWeights ofSize(int size) {
        return new RiskWeights(
                new double[size], new double[size], new double[size], new double[size], new double[size]);
    }

    void set(int row, Tally endedThere, Tally censoredThere, Tally enteredThere) {
        ended[row] = endedThere.weight().doubleValue();
        censored[row] = censoredThere.weight().doubleValue();
        entered[row] = enteredThere.weight().doubleValue();
        endedSquares[row] = endedThere.squares().doubleValue();
        censoredSquares[row] = censoredThere.squares().doubleValue();
    }

    RiskWeights rows(int... rows) {
        return new RiskWeights(
                pick(ended, rows),
                pick(censored, rows),
                pick(entered, rows),
                pick(endedSquares, rows),
                pick(censoredSquares, rows));
    }

    private static double[] pick(double[] column, int... rows) {
        return Arrays.stream(rows).mapToDouble(row -> column[row]).toArray();
    }
}
