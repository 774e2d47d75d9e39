package dev.tenure.survival.parametric;

import java.util.Arrays;

/**
 * The likelihood of laws whose logarithm of time has a location {@code mu} and a scale {@code sigma}, as a function of {@code mu} and
 * {@code tau = log sigma}.
 */
final class LocationScaleLikelihood implements Likelihood {

    private static final int VALUE = 0;
    private static final int SLOPE_MU = 1;
    private static final int SLOPE_TAU = 2;
    private static final int MU_MU = 3;
    private static final int MU_TAU = 4;
    private static final int TAU_TAU = 5;
    private static final int TERMS = 6;

    /** Up to this standardised width, and this change of the log-density over it, an interval is integrated over. */
    private static final double NARROW = 0.5;

    private static final double FLAT = 1;

    /** Gauss-Legendre points and weights of six nodes: as exact as a double over so narrow an interval. */
    private static final double[] NODES = {0.2386191860831969, 0.6612093864662645, 0.932469514203152};

    private static final double[] WEIGHTS = {0.46791393457269104, 0.3607615730481386, 0.17132449237917036};

    private final StandardLaw law;
    private final Sample sample;
    private final double[] logLower;
    private final double[] logUpper;
    private final double[] logEntry;
    /** Of an interval, the difference of the logarithms of its ends. */
    private final double[] logWidth;
    /** The terms at each node and its share of the interval at hand. */
    private final double[][] nodes = new double[2 * NODES.length][TERMS];

    private final double[] shares = new double[nodes.length];

    LocationScaleLikelihood(StandardLaw law, Sample sample) {
        this.law = law;
        this.sample = sample;
        int size = sample.size();
        logLower = new double[size];
        logUpper = new double[size];
        logEntry = new double[size];
        logWidth = new double[size];
        for (int i = 0; i < size; i++) {
            logLower[i] = Math.log(sample.lower(i));
            logUpper[i] = sample.isExact(i) ? logLower[i] : Math.log(sample.upper(i));
            logEntry[i] = sample.entry(i) > 0 ? Math.log(sample.entry(i)) : Double.NEGATIVE_INFINITY;
            logWidth[i] = Math.log1p((sample.upper(i) - sample.lower(i)) / sample.lower(i));
        }
    }

    @Override
    public double at(double[] point, double[] gradient, double[][] hessian) {
        double[] sums = new double[TERMS];
        double[] terms = new double[TERMS];
        for (int i = 0; i < sample.size(); i++) {
            row(i, point[0], point[1], terms);
            double total = sample.total(i);
            for (int k = 0; k < TERMS; k++) {
                sums[k] -= total * terms[k];
            }
        }
        gradient[0] = sums[SLOPE_MU];
        gradient[1] = sums[SLOPE_TAU];
        hessian[0][0] = sums[MU_MU];
        hessian[0][1] = sums[MU_TAU];
        hessian[1][0] = sums[MU_TAU];
        hessian[1][1] = sums[TAU_TAU];
        return sums[VALUE];
    }

    @Override
    public void score(int row, double[] point, double[] gradient) {
        double[] terms = new double[TERMS];
        row(row, point[0], point[1], terms);
        gradient[0] = terms[SLOPE_MU];
        gradient[1] = terms[SLOPE_TAU];
    }

    /** Returns a point to start from: the moments of the logarithms of the times, each taken for the middle of what is known. */
    double[] start() {
        double total = 0;
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < sample.size(); i++) {
            double middle = middle(i);
            if (middle > Double.NEGATIVE_INFINITY) {
                // Welford's recursion with weights
                total += sample.total(i);
                double deviation = middle - mean;
                mean += deviation * sample.total(i) / total;
                squares += deviation * (middle - mean) * sample.total(i);
            }
        }
        double spread = Math.sqrt(squares / total);
        return new double[] {mean, spread > 0 ? Math.log(spread) : 0};
    }

    private double middle(int row) {
        if (sample.isOngoing(row)) {
            return logLower[row];
        }
        return sample.lower(row) == 0 ? logUpper[row] - Math.log(2) : logLower[row] + logWidth[row] / 2;
    }

    private void row(int i, double mu, double tau, double[] terms) {
        Arrays.fill(terms, 0);
        double precision = Math.exp(-tau);
        if (sample.isExact(i)) {
            point((logLower[i] - mu) * precision, precision, terms);
            // the density of the time, not of its logarithm
            terms[VALUE] -= tau + logLower[i];
        } else if (sample.isOngoing(i)) {
            survival((logLower[i] - mu) * precision, precision, 1, terms);
        } else if (sample.lower(i) == 0) {
            cumulative((logUpper[i] - mu) * precision, precision, terms);
        } else {
            interval(i, mu, precision, terms);
        }
        if (logEntry[i] > Double.NEGATIVE_INFINITY) {
            survival((logEntry[i] - mu) * precision, precision, -1, terms);
        }
    }

    private void point(double z, double precision, double[] terms) {
        chain(z, precision, law.logDensitySlope(z), law.logDensityCurvature(z), terms);
        terms[VALUE] += law.logDensity(z);
        terms[SLOPE_TAU] -= 1;
    }

    private void survival(double z, double precision, int sign, double[] terms) {
        // at time zero everyone survives
        if (z > Double.NEGATIVE_INFINITY) {
            chain(z, precision, -sign * law.hazard(z), -sign * law.hazardSlope(z), terms);
            terms[VALUE] += sign * law.logSurvival(z);
        }
    }

    private void cumulative(double z, double precision, double[] terms) {
        double value = law.logCumulative(z);
        double slope = Math.exp(law.logDensity(z) - value);
        chain(z, precision, slope, slope * (law.logDensitySlope(z) - slope), terms);
        terms[VALUE] += value;
    }

    /** Adds the derivatives of a function of {@code z} by those in {@code mu} and {@code tau}. */
    private static void chain(double z, double precision, double first, double second, double[] terms) {
        terms[SLOPE_MU] -= first * precision;
        terms[SLOPE_TAU] -= first * z;
        terms[MU_MU] += second * precision * precision;
        terms[MU_TAU] += (second * z + first) * precision;
        terms[TAU_TAU] += (second * z + first) * z;
    }

    private void interval(int i, double mu, double precision, double[] terms) {
        double lower = (logLower[i] - mu) * precision;
        double upper = (logUpper[i] - mu) * precision;
        boolean isNarrow =
                logWidth[i] * precision < NARROW && Math.abs(law.logDensity(upper) - law.logDensity(lower)) < FLAT;
        if (isNarrow) {
            integrate(lower, logWidth[i] * precision, precision, terms);
        } else {
            difference(lower, upper, precision, terms);
        }
    }

    /**
     * Integrates the density, whose derivatives are then averages over the interval: nothing cancels, however narrow it is.
     */
    private void integrate(double lower, double width, double precision, double[] terms) {
        double middle = lower + width / 2;
        double height = law.logDensity(middle);
        double sum = 0;
        for (int k = 0; k < nodes.length; k++) {
            double offset = k < NODES.length ? -NODES[k] : NODES[k - NODES.length];
            Arrays.fill(nodes[k], 0);
            point(middle + offset * width / 2, precision, nodes[k]);
            shares[k] = WEIGHTS[k % NODES.length] / 2 * Math.exp(nodes[k][VALUE] - height);
            sum += shares[k];
        }
        for (int k = 0; k < nodes.length; k++) {
            shares[k] /= sum;
            for (int term = SLOPE_MU; term < TERMS; term++) {
                terms[term] += shares[k] * nodes[k][term];
            }
        }
        spread(terms);
        terms[VALUE] += height + Math.log(sum) + Math.log(width);
    }

    /** Adds to the second derivatives the variances of the first ones over the interval. */
    private void spread(double[] terms) {
        double meanMu = terms[SLOPE_MU];
        double meanTau = terms[SLOPE_TAU];
        for (int k = 0; k < nodes.length; k++) {
            double mu = nodes[k][SLOPE_MU] - meanMu;
            double tau = nodes[k][SLOPE_TAU] - meanTau;
            terms[MU_MU] += shares[k] * mu * mu;
            terms[MU_TAU] += shares[k] * mu * tau;
            terms[TAU_TAU] += shares[k] * tau * tau;
        }
    }

    /** Takes the difference of two shares that are far enough apart, in the tail where both are small. */
    private void difference(double lower, double upper, double precision, double[] terms) {
        double value = logShare(lower, upper);
        double left = Math.exp(law.logDensity(lower) - value);
        double right = Math.exp(law.logDensity(upper) - value);
        double leftCurve = left * law.logDensitySlope(lower);
        double rightCurve = right * law.logDensitySlope(upper);
        double slopeMu = -precision * (right - left);
        double slopeTau = -(right * upper - left * lower);
        terms[VALUE] += value;
        terms[SLOPE_MU] += slopeMu;
        terms[SLOPE_TAU] += slopeTau;
        terms[MU_MU] += precision * precision * (rightCurve - leftCurve) - slopeMu * slopeMu;
        terms[MU_TAU] += precision * (rightCurve * upper + right - leftCurve * lower - left) - slopeMu * slopeTau;
        terms[TAU_TAU] +=
                (rightCurve * upper + right) * upper - (leftCurve * lower + left) * lower - slopeTau * slopeTau;
    }

    private double logShare(double lower, double upper) {
        if (lower > 0) {
            double above = law.logSurvival(lower);
            return above + Math.log(-Math.expm1(law.logSurvival(upper) - above));
        }
        if (upper < 0) {
            double below = law.logCumulative(upper);
            return below + Math.log(-Math.expm1(law.logCumulative(lower) - below));
        }
        return Math.log1p(-Math.exp(law.logCumulative(lower)) - Math.exp(law.logSurvival(upper)));
    }
}
