package dev.tenure.survival.regression;

import dev.tenure.internal.RadixOrder;
import java.util.stream.IntStream;

/** The covariance that follows from how much each row, or each cluster of rows, moves the coefficients. */
final class Sandwich {

    private final double[][] covariance;
    private final int clusters;

    private Sandwich(double[][] covariance, int clusters) {
        this.covariance = covariance;
        this.clusters = clusters;
    }

    double[][] covariance() {
        return covariance;
    }

    /** Returns how many clusters there are; a row without one is one of its own. */
    int clusters() {
        return clusters;
    }

    static Sandwich of(Fit fit, boolean clustered) {
        double[][] influences = influences(fit);
        int[] order = IntStream.range(0, fit.design().size()).toArray();
        SortedRows rows = fit.design().rows();
        boolean joined = clustered && rows.data().hasClusters();
        int[] byCluster = joined
                ? RadixOrder.sort(order, i -> Integer.toUnsignedLong(rows.data().cluster(rows.row(i))))
                : order;
        double[][] sum = new double[influences.length][influences.length];
        int from = 0;
        int clusters = 0;
        for (int k = 1; k <= byCluster.length; k++) {
            if (k == byCluster.length || !joined || cluster(rows, byCluster[k]) != cluster(rows, byCluster[from])) {
                addSquare(sum, influences, byCluster, from, k);
                from = k;
                clusters++;
            }
        }
        return new Sandwich(sum, clusters);
    }

    private static int cluster(SortedRows rows, int position) {
        return rows.data().cluster(rows.row(position));
    }

    private static void addSquare(double[][] sum, double[][] influences, int[] positions, int from, int to) {
        double[] total = new double[influences.length];
        for (int j = 0; j < total.length; j++) {
            for (int k = from; k < to; k++) {
                total[j] += influences[j][positions[k]];
            }
        }
        for (int j = 0; j < total.length; j++) {
            for (int k = 0; k < total.length; k++) {
                sum[j][k] += total[j] * total[k];
            }
        }
    }

    /** Returns, by covariate and position, how much less each coefficient would be without the position: to first order. */
    static double[][] influences(Fit fit) {
        Design design = fit.design();
        ScoreResiduals residuals = new ScoreResiduals(fit);
        double[][] influences = new double[design.covariates()][design.size()];
        for (int k = 0; k < design.covariates(); k++) {
            double[] pull = residuals.of(k);
            for (int j = 0; j < influences.length; j++) {
                double lever = fit.modelCovariance()[j][k];
                for (int i = 0; i < pull.length; i++) {
                    influences[j][i] += design.weights()[i] * pull[i] * lever;
                }
            }
        }
        return influences;
    }
}
