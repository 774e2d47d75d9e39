package dev.tenure.survival.parametric;

import java.util.Arrays;

/** A law whose logarithm of time has a location and a scale, with the derivatives by {@code mu} and {@code tau = log sigma}. */
final class LocationScaleCurve implements LawCurve {

    private static final int COORDINATES = 2;

    private final StandardLaw law;
    private final double mu;
    private final double sigma;

    LocationScaleCurve(StandardLaw law, double mu, double tau) {
        this.law = law;
        this.mu = mu;
        sigma = Math.exp(tau);
    }

    @Override
    public double cumulativeHazard(double time, double[] gradient) {
        if (time == 0) {
            Arrays.fill(gradient, 0);
            return 0;
        }
        double z = (Math.log(time) - mu) / sigma;
        double hazard = law.hazard(z);
        gradient[0] = -hazard / sigma;
        gradient[1] = -hazard * z;
        return -law.logSurvival(z);
    }

    @Override
    public double logHazard(double time, double[] gradient) {
        double z = (Math.log(time) - mu) / sigma;
        double slope = law.hazardSlope(z) / law.hazard(z);
        gradient[0] = -slope / sigma;
        gradient[1] = -slope * z - 1;
        return law.logDensity(z) - law.logSurvival(z) - Math.log(sigma) - Math.log(time);
    }

    @Override
    public double timeOf(double cumulativeHazard) {
        return Math.exp(mu + sigma * law.inverse(cumulativeHazard));
    }

    @Override
    public double meanTime(double from, double horizon, double[] gradient) {
        double[] integrals = horizon == Double.POSITIVE_INFINITY ? toInfinity(from) : toHorizon(from, horizon);
        System.arraycopy(integrals, 1, gradient, 0, COORDINATES);
        return integrals[0];
    }

    /** Integrates the share that survives; in two parts, because about the median it may fall as a step. */
    private double[] toHorizon(double from, double horizon) {
        double middle = Math.exp(mu);
        if (!(middle > from && middle < horizon)) {
            return part(from, from, horizon);
        }
        double[] sum = part(from, from, middle);
        double[] rest = part(from, middle, horizon);
        for (int i = 0; i < sum.length; i++) {
            sum[i] += rest[i];
        }
        return sum;
    }

    private double[] part(double given, double from, double to) {
        double[] base = new double[COORDINATES];
        double start = cumulativeHazard(given, base);
        return Quadrature.between(from, to, 1 + COORDINATES, (time, values) -> {
            double[] slopes = new double[COORDINATES];
            values[0] = Math.exp(start - cumulativeHazard(time, slopes));
            for (int i = 0; i < COORDINATES; i++) {
                // of a hazard beyond all numbers nobody is left
                values[i + 1] = values[0] == 0 ? 0 : values[0] * (base[i] - slopes[i]);
            }
        });
    }

    /**
     * Integrates the time that is left by the cumulative hazard from now on, which is exponential whatever the law, so that no tail is too
     * long.
     */
    private double[] toInfinity(double from) {
        if (law == StandardLaw.LOGISTIC && sigma >= 1) {
            return new double[] {Double.POSITIVE_INFINITY, 0, 0};
        }
        double[] base = new double[COORDINATES];
        double start = cumulativeHazard(from, base);
        return Quadrature.overHalfLine(1 + COORDINATES, (x, values) -> {
            double z = law.inverse(start + x);
            double logTime = mu + sigma * z;
            double time = Math.exp(logTime - x);
            if (time > 0) {
                double scaled = sigma / law.hazard(z);
                values[0] = time - from * Math.exp(-x);
                values[1] = time * (1 + base[0] * scaled);
                values[2] = time * (sigma * z + base[1] * scaled);
            }
        });
    }
}
