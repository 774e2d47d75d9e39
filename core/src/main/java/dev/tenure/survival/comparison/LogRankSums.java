package dev.tenure.survival.comparison;

import com.google.common.collect.ImmutableList;
import dev.tenure.internal.Cholesky;
import dev.tenure.survival.RiskTable;

/** What a log-rank test sums over the times at which observations end, and over the strata. */
final class LogRankSums {

    /** Far above rounding, far below the share of its variance that a group which can be compared keeps. */
    private static final double TOLERANCE = 1e-10;

    private final LogRankWeight weight;
    private final double[] observed;
    private final double[] expected;
    private final double[][] variance;
    private boolean together;

    LogRankSums(LogRankWeight weight, int groups) {
        this.weight = weight;
        this.observed = new double[groups];
        this.expected = new double[groups];
        this.variance = new double[groups][groups];
    }

    /** Adds the times of a stratum, of which there is a table for each group. */
    void addStratum(ImmutableList<RiskTable> tables) {
        RiskCursor cursor = new RiskCursor(tables);
        double survival = 1;
        double modified = 1;
        while (cursor.next()) {
            double atRisk = 0;
            double ended = 0;
            for (int group = 0; group < observed.length; group++) {
                atRisk += cursor.atRisk(group);
                ended += cursor.ended(group);
            }
            modified *= 1 - ended / (atRisk + 1);
            addTime(cursor, atRisk, ended, weight.at(atRisk, survival, modified));
            survival *= (atRisk - ended) / atRisk;
        }
    }

    private void addTime(RiskCursor at, double atRisk, double ended, double w) {
        double spread = atRisk > 1 ? w * w * ended * (atRisk - ended) / (atRisk - 1) : 0;
        for (int i = 0; i < observed.length; i++) {
            observed[i] += w * at.ended(i);
            expected[i] += w * (ended * at.atRisk(i) / atRisk);
            for (int j = 0; j < i; j++) {
                double shares = at.atRisk(i) / atRisk * (at.atRisk(j) / atRisk);
                together |= shares > 0;
                addCovariance(i, j, spread * shares);
            }
        }
    }

    /** Takes a covariance off two groups and adds it to their variances, so that each row sums to zero without cancellation. */
    private void addCovariance(int i, int j, double covariance) {
        variance[i][j] -= covariance;
        variance[j][i] -= covariance;
        variance[i][i] += covariance;
        variance[j][j] += covariance;
    }

    int size() {
        return observed.length;
    }

    double observed(int group) {
        return observed[group];
    }

    double expected(int group) {
        return expected[group];
    }

    double[] variance(int group) {
        return variance[group];
    }

    /** Tells whether two groups were ever at risk at the same time when one ended. */
    boolean together() {
        return together;
    }

    /** Returns the decomposition of the variances without the group of the largest, which the others determine. */
    Cholesky decomposition() {
        int left = largest();
        double[][] rest = new double[observed.length - 1][];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = without(variance[i < left ? i : i + 1], left);
        }
        return Cholesky.of(rest, TOLERANCE);
    }

    /** Returns observed minus expected of all groups but the one with the largest variance. */
    double[] differences() {
        double[] differences = new double[observed.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = observed[i] - expected[i];
        }
        return without(differences, largest());
    }

    private int largest() {
        int largest = 0;
        for (int i = 1; i < observed.length; i++) {
            if (variance[i][i] > variance[largest][largest]) {
                largest = i;
            }
        }
        return largest;
    }

    private static double[] without(double[] values, int index) {
        double[] rest = new double[values.length - 1];
        System.arraycopy(values, 0, rest, 0, index);
        System.arraycopy(values, index + 1, rest, index, rest.length - index);
        return rest;
    }
}
