package dev.tenure.survival;

/** Greenwood's variances. */
final class Greenwood {

    private Greenwood() {}

    /** Returns the sum of the terms of the rows up to each row. */
    static double[] variances(RiskTable table, RowFunction term) {
        double[] variances = new double[table.size()];
        double sum = 0;
        for (int row = 0; row < variances.length; row++) {
            sum += term.of(table, row);
            variances[row] = sum;
        }
        return variances;
    }

    static double areaVariance(SurvivalColumns curve, double horizon) {
        double[] right = Area.toTheRight(curve, horizon);
        double sum = 0;
        for (int row = 0; row < right.length; row++) {
            sum += right[row] * right[row] * term(curve.table(), row);
        }
        return sum;
    }

    /** Returns what a row adds to Greenwood's sum; nothing where no one is left. */
    static double term(RiskTable table, int row) {
        double ended = table.ended(row);
        double atRisk = table.atRisk(row);
        return ended == atRisk ? 0 : ended / (atRisk * (atRisk - ended));
    }
}
