package dev.tenure.survival;

import java.util.Arrays;

/** The columns that a risk table has besides its counts if observations have weights. */
final class RiskWeights {

    /** What a table without weights has. */
    static final RiskWeights NONE = ofSize(0);

    private final double[] ended;
    private final double[] censored;
    private final double[] entered;
    private final double[] endedSquares;
    private final double[] censoredSquares;

    private RiskWeights(
            double[] ended, double[] censored, double[] entered, double[] endedSquares, double... censoredSquares) {
        this.ended = ended;
        this.censored = censored;
        this.entered = entered;
        this.endedSquares = endedSquares;
        this.censoredSquares = censoredSquares;
    }

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

    double ended(int row) {
        return ended[row];
    }

    double censored(int row) {
        return censored[row];
    }

    double entered(int row) {
        return entered[row];
    }

    double endedSquares(int row) {
        return endedSquares[row];
    }

    double censoredSquares(int row) {
        return censoredSquares[row];
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
