package dev.tenure.survival.regression;

import dev.tenure.internal.Cholesky;
import java.util.Arrays;

/**
 * Climbs to the maximum of the penalised partial likelihood, which has only one: Newton's steps, halved while they lead down, until the next
 * one would gain nothing that a double can show.
 */
final class Newton {

    /** Of R's Cox regression: a pivot below this part of its diagonal is none. */
    static final double PIVOT = 1.8e-12;

    /** A step that gains less than this part of the log-likelihood at zero is the last one, and leaves no error behind. */
    private static final double LAST_GAIN = 1e-22;

    private static final double ROUNDING = 1e-12;
    private static final int HALVINGS = 60;
    /** Steps that still are more than half as long as the one before, although they gain nothing, lead to infinity. */
    private static final double ENDLESS = 0.5;

    private static final double NEGLIGIBLE_STEP = 1e-4;

    private final Derivatives likelihood;
    private final double[] penalty;
    /** The largest absolute value of each covariate. */
    private final double[] reaches;

    private final int maxIterations;
    private final double tolerance;
    private final double lastGain;

    private double[] coefficients;
    private PartialLikelihood point;
    private double[] step = {};
    private int iterations;
    private boolean converged;
    private boolean endless;

    /** Starts at zero, and takes for reached what a step would raise by less than the tolerance. */
    Newton(
            Derivatives likelihood,
            PartialLikelihood zero,
            double[] penalty,
            int maxIterations,
            double tolerance,
            Design design) {
        this.likelihood = likelihood;
        this.penalty = penalty;
        this.reaches = new double[penalty.length];
        Arrays.setAll(reaches, j -> Vectors.largest(design.column(j)));
        this.maxIterations = maxIterations;
        this.tolerance = tolerance;
        this.lastGain = LAST_GAIN * Math.max(Math.abs(zero.logLikelihood()), design.leavingWeight());
        this.coefficients = new double[penalty.length];
        this.point = zero;
    }

    void run() {
        double lastLength = Double.POSITIVE_INFINITY;
        while (true) {
            step = Cholesky.of(information(), PIVOT).solve(gradient());
            double gain = Vectors.dot(step, gradient());
            double length = length();
            converged = gain <= 2 * tolerance;
            endless = converged && length > ENDLESS * lastLength;
            boolean last = gain <= lastGain;
            if (last) {
                coefficients = moved(1);
                endless = false;
            }
            if (last || endless || iterations == maxIterations || !climb()) {
                return;
            }
            lastLength = length;
        }
    }

    /** Goes a step, or as much of it as does not lead down; false if no part of it does. */
    private boolean climb() {
        double height = height(coefficients, point);
        double part = 1;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double[] next = moved(part);
            PartialLikelihood there = likelihood.at(next);
            if (there.isFinite() && height(next, there) >= height - ROUNDING * Math.abs(height)) {
                coefficients = next;
                point = there;
                iterations++;
                return true;
            }
            part /= 2;
        }
        return false;
    }

    private double[] moved(double part) {
        double[] moved = coefficients.clone();
        for (int j = 0; j < moved.length; j++) {
            moved[j] += part * step[j];
        }
        return moved;
    }

    private double height(double[] at, PartialLikelihood there) {
        double height = there.logLikelihood();
        for (int j = 0; j < at.length; j++) {
            height -= penalty[j] * at[j] * at[j] / 2;
        }
        return height;
    }

    private double[] gradient() {
        double[] gradient = point.score().clone();
        for (int j = 0; j < gradient.length; j++) {
            gradient[j] -= penalty[j] * coefficients[j];
        }
        return gradient;
    }

    /** Returns the information, penalty included. */
    double[][] information() {
        return penalised(point.information(), penalty);
    }

    static double[][] penalised(double[][] information, double[] penalty) {
        double[][] penalised = new double[penalty.length][];
        for (int j = 0; j < penalised.length; j++) {
            penalised[j] = information[j].clone();
            penalised[j][j] += penalty[j];
        }
        return penalised;
    }

    /** Returns by how much the step moves linear predictors at most. */
    private double length() {
        double length = 0;
        for (int j = 0; j < step.length; j++) {
            length = Math.max(length, Math.abs(step[j]) * reaches[j]);
        }
        return length;
    }

    double[] coefficients() {
        return coefficients;
    }

    PartialLikelihood point() {
        return point;
    }

    int iterations() {
        return iterations;
    }

    /** Tells whether the log-likelihood cannot be raised by more than the tolerance. */
    boolean converged() {
        return converged;
    }

    /** Tells whether it is only approached, with a coefficient that grows without end. */
    boolean endless() {
        return endless;
    }

    /** Tells whether a coefficient is one that grows without end. */
    boolean grows(int covariate) {
        return endless && Math.abs(step[covariate]) * reaches[covariate] > NEGLIGIBLE_STEP * length();
    }
}
