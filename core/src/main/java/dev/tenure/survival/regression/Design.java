package dev.tenure.survival.regression;

import java.util.Arrays;

/**
 * The working copy of the rows, by position: covariates centred within their stratum and divided by their mean absolute deviation, which
 * changes no estimate but keeps its digits.
 */
final class Design {

    private final SortedRows rows;
    private final EventTimes times;
    private final LateEntries late;
    private final double[] weights;
    private final double[] offsets;
    private final double[][] columns;
    private final double[] scales;
    /** The means by covariate and stratum. */
    private final double[][] means;

    private Design(
            SortedRows rows,
            EventTimes times,
            LateEntries late,
            double[] weights,
            double[] offsets,
            double[][] columns,
            double[] scales,
            double[][] means) {
        this.rows = rows;
        this.times = times;
        this.late = late;
        this.weights = weights;
        this.offsets = offsets;
        this.columns = columns;
        this.scales = scales;
        this.means = means;
    }

    static Design of(CoxData data) {
        SortedRows rows = SortedRows.of(data);
        EventTimes times = EventTimes.of(rows);
        int covariates = data.names().size();
        double[] weights = new double[rows.size()];
        double[] offsets = new double[rows.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = data.weight(rows.row(i));
            offsets[i] = data.offset(rows.row(i));
        }
        double[][] columns = new double[covariates][];
        double[][] means = new double[covariates][];
        double[] scales = new double[covariates];
        for (int j = 0; j < covariates; j++) {
            columns[j] = sorted(data.column(j), rows);
            means[j] = centre(columns[j], rows);
            scales[j] = scale(columns[j]);
        }
        return new Design(rows, times, LateEntries.of(rows, times), weights, offsets, columns, scales, means);
    }

    private static double[] sorted(double[] column, SortedRows rows) {
        double[] sorted = new double[column.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = column[rows.row(i)];
        }
        return sorted;
    }

    private static double[] centre(double[] column, SortedRows rows) {
        double[] means = new double[rows.strata()];
        for (int stratum = 0; stratum < means.length; stratum++) {
            int from = rows.stratumStart(stratum);
            int to = rows.stratumStart(stratum + 1);
            // differences from the first value: those of a constant are exactly zero
            double first = column[from];
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += column[i] - first;
            }
            means[stratum] = first + sum / (to - from);
            for (int i = from; i < to; i++) {
                column[i] -= means[stratum];
            }
        }
        return means;
    }

    private static double scale(double[] column) {
        double sum = 0;
        for (double value : column) {
            sum += Math.abs(value);
        }
        double scale = sum > 0 ? sum / column.length : 1;
        for (int i = 0; i < column.length; i++) {
            column[i] /= scale;
        }
        return scale;
    }

    /** Returns this design with some of its covariates only. */
    Design only(int[] covariates) {
        return new Design(
                rows,
                times,
                late,
                weights,
                offsets,
                Arrays.stream(covariates).mapToObj(j -> columns[j]).toArray(double[][]::new),
                Arrays.stream(covariates).mapToDouble(j -> scales[j]).toArray(),
                Arrays.stream(covariates).mapToObj(j -> means[j]).toArray(double[][]::new));
    }

    SortedRows rows() {
        return rows;
    }

    EventTimes times() {
        return times;
    }

    LateEntries late() {
        return late;
    }

    int size() {
        return weights.length;
    }

    int covariates() {
        return columns.length;
    }

    double[] weights() {
        return weights;
    }

    double[] offsets() {
        return offsets;
    }

    double[] column(int covariate) {
        return columns[covariate];
    }

    double scale(int covariate) {
        return scales[covariate];
    }

    double mean(int covariate, int stratum) {
        return means[covariate][stratum];
    }

    /** Returns the sum of the weights of those who leave. */
    double leavingWeight() {
        double sum = 0;
        for (int time = 0; time < times.size(); time++) {
            sum += Vectors.sum(weights, times.leaving(time), times.to(time));
        }
        return sum;
    }
}
