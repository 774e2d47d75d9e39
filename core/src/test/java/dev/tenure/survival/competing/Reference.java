package dev.tenure.survival.competing;

import java.util.Arrays;
import java.util.List;

/**
 * Incidences straight from their definition, over weighted rows, in time that grows with the square of their number; and variances by
 * summing over each observation or pair of times.
 */
final class Reference {

    /** An observation: cause 0 goes on, -1 is unknown. */
    record Row(double entry, double time, int cause) {

        boolean isAtRisk(double at) {
            return time >= at && (entry == 0 || entry < at);
        }
    }

    private final List<Row> rows;
    private final double[] weights;
    private final int cause;
    /** The share of the unknown ends; not a number if it is to be estimated. */
    private final double share;

    private final double[] times;

    private Reference(List<Row> rows, double[] weights, int cause, double share) {
        this.rows = rows;
        this.weights = weights;
        this.cause = cause;
        this.share = Double.isNaN(share) ? estimated(rows, weights, cause) : share;
        this.times = rows.stream().mapToDouble(Row::time).distinct().sorted().toArray();
    }

    static Reference of(List<Row> rows, int cause, boolean inProportion) {
        double[] weights = new double[rows.size()];
        Arrays.fill(weights, 1);
        return new Reference(rows, weights, cause, inProportion ? Double.NaN : 0);
    }

    private Reference reweighted(int row, double weight, boolean inProportion) {
        double[] changed = weights.clone();
        changed[row] = weight;
        return new Reference(rows, changed, cause, inProportion ? Double.NaN : 0);
    }

    private static double estimated(List<Row> rows, double[] weights, int cause) {
        double own = 0;
        double known = 0;
        for (int i = 0; i < weights.length; i++) {
            own += rows.get(i).cause() == cause ? weights[i] : 0;
            known += rows.get(i).cause() > 0 ? weights[i] : 0;
        }
        return own / known;
    }

    private double atRisk(double at) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += rows.get(i).isAtRisk(at) ? weights[i] : 0;
        }
        return sum;
    }

    private double ended(double at, int target) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += rows.get(i).time() == at && rows.get(i).cause() == target ? weights[i] : 0;
        }
        return sum;
    }

    private double endedAtAll(double at) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += rows.get(i).time() == at && rows.get(i).cause() != 0 ? weights[i] : 0;
        }
        return sum;
    }

    /** The share that survives all times before a time, or that time too. */
    private double survival(double at, boolean too) {
        double survival = 1;
        for (double time : times) {
            if (time < at || too && time == at) {
                survival *= 1 - endedAtAll(time) / atRisk(time);
            }
        }
        return survival;
    }

    /** The sum of what each end adds to the incidence, each times what a unit of it is worth. */
    private double sum(double after, double upTo, boolean area, int target, double shareOfUnknown) {
        double sum = 0;
        for (double time : times) {
            if (time > after && time <= upTo) {
                double ended = ended(time, target) + (shareOfUnknown == 0 ? 0 : shareOfUnknown * ended(time, -1));
                sum += survival(time, false) * ended / atRisk(time) * (area ? upTo - time : 1);
            }
        }
        return sum;
    }

    /** The incidence at a time, or the area under it up to a time. */
    double figure(double upTo, boolean area) {
        return sum(-1, upTo, area, cause, share);
    }

    /** The sum of the squares of each observation's influence, the derivative by its weight. */
    double jackknifeVariance(double upTo, boolean area, boolean inProportion) {
        double step = 1e-4;
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double slope = (reweighted(i, 1 + step, inProportion).figure(upTo, area)
                            - reweighted(i, 1 - step, inProportion).figure(upTo, area))
                    / (2 * step);
            sum += slope * slope;
        }
        return sum;
    }

    /**
     * The variance by its definition: for each time, the variance of a linear combination of the counts there; and for an estimated share
     * its own variance and its covariance, observation by observation.
     */
    double variance(double upTo, boolean area, IncidenceVariance method) {
        double sum = 0;
        for (double time : times) {
            if (time <= upTo) {
                double worth = area ? upTo - time : 1;
                double later = later(time, upTo, area);
                sum += method == IncidenceVariance.GREENWOOD
                        ? multinomial(time, worth, later)
                        : independent(time, worth, later);
            }
        }
        double unknown = sum(-1, upTo, area, -1, 0);
        return share == 0 ? sum : sum + unknown * unknown * shareVariance() + 2 * unknown * shareCovariance(upTo, area);
    }

    /** What all that comes after a time is worth, over the share that survives it. */
    private double later(double time, double upTo, boolean area) {
        double survival = survival(time, true);
        return survival == 0 ? 0 : sum(time, upTo, area, cause, share) / survival;
    }

    private double multinomial(double time, double worth, double later) {
        double n = atRisk(time);
        double own = ended(time, cause) / n;
        double unknown = ended(time, -1) / n;
        double rest = endedAtAll(time) / n - own - (cause == -1 ? 0 : unknown);
        double ownUnknown = cause == -1 ? 0 : unknown;
        double mean = own * (worth - later) + ownUnknown * (share * worth - later) - rest * later;
        double square = own * square(worth - later) + ownUnknown * square(share * worth - later) + rest * square(later);
        return square(survival(time, false)) * (square - mean * mean) / n;
    }

    private double independent(double time, double worth, double later) {
        double n = atRisk(time);
        double own = ended(time, cause);
        double unknown = share == 0 ? 0 : ended(time, -1);
        double rest = endedAtAll(time) - own - unknown;
        return square(survival(time, false))
                * (square(worth - later) * drawn(own, n)
                        + square(share * worth - later) * drawn(unknown, n)
                        + square(later) * drawn(rest, n));
    }

    private static double drawn(double ended, double n) {
        return ended <= 1 ? ended / (n * n) : ended * (n - ended) / (n * n * (n - 1));
    }

    private double known() {
        return rows.stream().filter(row -> row.cause() > 0).count();
    }

    private double shareVariance() {
        return share * (1 - share) / known();
    }

    private double shareCovariance(double upTo, boolean area) {
        double sum = 0;
        for (Row row : rows) {
            if (row.cause() > 0) {
                sum += ((row.cause() == cause ? 1 : 0) - share) / known() * influence(row, upTo, area);
            }
        }
        return sum;
    }

    /** What a known end adds to the figure, its share of the unknown ones held. */
    private double influence(Row row, double upTo, boolean area) {
        double sum = 0;
        for (double time : times) {
            if (time <= upTo && row.isAtRisk(time)) {
                double n = atRisk(time);
                double own = (ended(time, cause) + share * ended(time, -1)) / n;
                double all = endedAtAll(time) / n;
                double worth = area ? upTo - time : 1;
                double hit = row.time() == time ? 1 : 0;
                sum += survival(time, false)
                        / n
                        * (worth * ((row.cause() == cause ? hit : 0) - own) - later(time, upTo, area) * (hit - all));
            }
        }
        return sum;
    }

    private static double square(double x) {
        return x * x;
    }
}
