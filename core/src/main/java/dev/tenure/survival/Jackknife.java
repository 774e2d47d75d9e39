package dev.tenure.survival;

/**
 * Variances by the infinitesimal jackknife, of observations seen from the start: the sum of the squares of each observation's
 * weight times its influence, the derivative of the estimate by that weight.
 *
 * <p>The estimate is a sum over the rows of a function of those at risk and those that end which stays the same if both are multiplied by one
 * number; the function's derivative by those at risk is, but for its sign, the slope. The influence is, with {@code A} the sum of the slopes up to
 * then, {@code A} for who is still at risk, the {@code A} of its last time for who was last seen, and that less
 * {@code slope * at risk / ended} for who ended.
 */
final class Jackknife {

    private Jackknife() {}

    static double[] variances(RiskTable table, RowFunction slope) {
        double[] variances = new double[table.size()];
        double[] squaresAfter = squaresAfter(table);
        double a = 0;
        double gone = 0;
        for (int row = 0; row < variances.length; row++) {
            double term = slope.of(table, row);
            a += term;
            gone += table.endedSquares(row) * square(a - jump(table, row, term))
                    + table.censoredSquares(row) * square(a);
            variances[row] = gone + squaresAfter[row] * square(a);
        }
        return variances;
    }

    static double areaVariance(SurvivalColumns curve, double horizon) {
        RiskTable table = curve.table();
        double[] right = Area.toTheRight(curve, horizon);
        double a = 0;
        double sum = 0;
        double influence = 0;
        double time = 0;
        double survival = 1;
        for (int row = 0; row < right.length; row++) {
            double end = Math.min(table.time(row), horizon);
            double term = Greenwood.term(table, row);
            influence += a * survival * (end - time);
            // right of the horizon there is no area: only what came before counts
            a += term;
            sum += table.endedSquares(row) * square(influence + (a - jump(table, row, term)) * right[row])
                    + table.censoredSquares(row) * square(influence + a * right[row]);
            time = end;
            survival = curve.survival(row);
        }
        return sum;
    }

    private static double jump(RiskTable table, int row, double slope) {
        return slope == 0 ? 0 : slope * table.atRisk(row) / table.ended(row);
    }

    private static double[] squaresAfter(RiskTable table) {
        double[] after = new double[table.size()];
        for (int row = after.length - 2; row >= 0; row--) {
            after[row] = after[row + 1] + table.endedSquares(row + 1) + table.censoredSquares(row + 1);
        }
        return after;
    }

    private static double square(double x) {
        return x * x;
    }
}
