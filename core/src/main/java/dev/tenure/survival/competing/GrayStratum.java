package dev.tenure.survival.competing;

import java.util.Arrays;

/**
 * Gray's score and its variance for one cause in one stratum, time by time.
 *
 * <p>A group whose {@code n} at risk are the share {@code S} of itself that has not ended stands for {@code n / S} that have not ended for the
 * cause, if those who ended for another are kept. The score of a group is what ended in it for the cause less its part of what ended, by
 * these numbers. In it every end has a coefficient that depends on what comes later; with what comes later unknown in the pass, the
 * coefficient is kept as a constant and a multiple of what the group's weight will have come to, and squares as three sums.
 */
final class GrayStratum {

    private final CauseTable[] groups;
    private final double rho;
    private final int size;

    /** The next row of each group. */
    private final int[] rows;

    private final double[] survival;
    private final double[] incidence;
    private double pooled;

    private final double[] atRisk;
    private final double[] own;
    private final double[] other;
    private final double[] after;

    /** By score and group: what the incidence of a group weighs in a score so far. */
    private final double[][] weight;

    private final double[][] step;
    private final double[] squares;
    private final double[][] mixed;

    private final double[] score;
    private final double[][] variance;

    GrayStratum(CauseTable[] groups, double rho) {
        this.groups = groups;
        this.rho = rho;
        this.size = groups.length;
        this.rows = new int[size];
        this.survival = new double[size];
        this.incidence = new double[size];
        this.atRisk = new double[size];
        this.own = new double[size];
        this.other = new double[size];
        this.after = new double[size];
        this.weight = new double[size][size];
        this.step = new double[size][size];
        this.squares = new double[size];
        this.mixed = new double[size][size];
        this.score = new double[size];
        this.variance = new double[size][size];
        Arrays.fill(survival, 1);
        double time = nextTime();
        while (time < Double.POSITIVE_INFINITY) {
            read(time);
            visit();
            time = nextTime();
        }
        close();
    }

    double score(int group) {
        return score[group];
    }

    double variance(int first, int second) {
        return variance[first][second];
    }

    private double nextTime() {
        double next = Double.POSITIVE_INFINITY;
        for (int k = 0; k < size; k++) {
            if (rows[k] < groups[k].table().size()) {
                next = Math.min(next, groups[k].table().times[rows[k]]);
            }
        }
        return next;
    }

    private void read(double time) {
        for (int k = 0; k < size; k++) {
            ExitTable exits = groups[k].table();
            boolean some = rows[k] < exits.size();
            boolean here = some && exits.times[rows[k]] == time;
            atRisk[k] = some ? exits.atRisk[rows[k]] : 0;
            own[k] = here ? groups[k].ended()[rows[k]] : 0;
            other[k] = here ? exits.ended[rows[k]] - own[k] : 0;
            after[k] = atRisk[k] == 0 ? survival[k] : survival[k] * (atRisk[k] - own[k] - other[k]) / atRisk[k];
            rows[k] += here ? 1 : 0;
        }
    }

    private void visit() {
        double ownEnds = 0;
        double present = 0;
        double free = 0;
        for (int k = 0; k < size; k++) {
            ownEnds += own[k];
            present += standsFor(k);
            free += standsFor(k) * (1 - incidence[k]);
        }
        if (ownEnds > 0) {
            weigh(ownEnds, present, free);
        }
        double pooledAfter = present > 0 ? pooled + ownEnds / present : pooled;
        for (int k = 0; k < size; k++) {
            if (ownEnds > 0 && atRisk[k] > 0) {
                spreadOwn(k, ownEnds, present, 1 - pooledAfter);
            }
            if (other[k] > 0 && after[k] > 0) {
                spreadOther(k, (1 - pooledAfter) / after[k]);
            }
            incidence[k] += atRisk[k] == 0 ? 0 : survival[k] * own[k] / atRisk[k];
            survival[k] = after[k];
        }
        pooled = pooledAfter;
    }

    private double standsFor(int group) {
        return atRisk[group] == 0 ? 0 : atRisk[group] / survival[group];
    }

    private void weigh(double ownEnds, double present, double free) {
        double factor = Math.pow(1 - pooled, rho);
        double hazard = ownEnds / (present * (1 - pooled));
        for (int i = 0; i < size; i++) {
            score[i] += factor * (own[i] - ownEnds * standsFor(i) * (1 - incidence[i]) / free);
            for (int k = 0; k < size; k++) {
                step[i][k] = factor * standsFor(i) * ((i == k ? 1 : 0) - standsFor(k) / present);
                weight[i][k] += step[i][k] * hazard;
            }
        }
    }

    /** Adds the variance of the ends for the cause in a group, as many as the pooled hazard lets expect. */
    private void spreadOwn(int group, double ownEnds, double present, double free) {
        double slope = after[group] > 0 ? 1 - free / after[group] : 1;
        double finite = ownEnds > 1 ? 1 - (ownEnds - 1) / (present * survival[group] - 1) : 1;
        double spread = finite * survival[group] * ownEnds / (present * atRisk[group]);
        squares[group] += slope * slope * spread;
        for (int i = 0; i < size; i++) {
            double constant = step[i][group] - slope * weight[i][group];
            mixed[i][group] += constant * slope * spread;
            for (int j = 0; j < size; j++) {
                variance[i][j] += constant * (step[j][group] - slope * weight[j][group]) * spread;
            }
        }
    }

    /** Adds the variance of the ends for other causes in a group. */
    private void spreadOther(int group, double slope) {
        double finite = other[group] > 1 ? 1 - (other[group] - 1) / (atRisk[group] - 1) : 1;
        double share = survival[group] / atRisk[group];
        double spread = finite * share * share * other[group];
        squares[group] += slope * slope * spread;
        for (int i = 0; i < size; i++) {
            mixed[i][group] -= slope * weight[i][group] * slope * spread;
            for (int j = 0; j < size; j++) {
                variance[i][j] += slope * slope * weight[i][group] * weight[j][group] * spread;
            }
        }
    }

    private void close() {
        for (int k = 0; k < size; k++) {
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    variance[i][j] += weight[i][k] * weight[j][k] * squares[k]
                            + weight[i][k] * mixed[j][k]
                            + weight[j][k] * mixed[i][k];
                }
            }
        }
    }
}
