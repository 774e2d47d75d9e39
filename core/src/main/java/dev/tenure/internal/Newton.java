package dev.tenure.internal;

import java.util.Arrays;

/**
 * Finds a minimum of a smooth function by Newton's method. Where the matrix of second derivatives is not positive definite, its
 * diagonal is raised until it is; a step that does not lower the function is halved, and none is longer than allowed. The search ends when
 * both the gradient, measured by the matrix, and the change of the function are negligible.
 */
public final class Newton {

    private static final int MOST_STEPS = 200;
    private static final int MOST_HALVINGS = 60;
    private static final double SUFFICIENT = 1e-4;
    /** What the function may rise by in a step, relative to itself: it is a sum of many rounded terms. */
    private static final double NOISE = 1e-13;

    private static final double NEGLIGIBLE_CHANGE = 1e-9;
    private static final double SINGULAR = 1e-13;
    private static final double SMALLEST_RIDGE = 1e-3;
    private static final double RIDGE_GROWTH = 4;

    private final Objective objective;
    private final double tolerance;
    private final double longestStep;

    private double[] point;
    private double[] gradient;
    private double[][] hessian;
    private double value;

    private Newton(Objective objective, double[] start, double tolerance, double longestStep) {
        this.objective = objective;
        this.tolerance = tolerance;
        this.longestStep = longestStep;
        point = start.clone();
        gradient = new double[start.length];
        hessian = new double[start.length][start.length];
        value = objective.at(point, gradient, hessian);
    }

    /** A function with its derivatives. */
    @FunctionalInterface
    public interface Objective {

        /**
         * Returns the function at a point and fills in its derivatives.
         *
         * @param point where, not to be changed
         * @param gradient receives the first derivatives
         * @param hessian receives the second derivatives, both triangles
         * @return the value; not finite where there is none
         */
        double at(double[] point, double[] gradient, double[][] hessian);
    }

    /**
     * Looks for a minimum.
     *
     * @param objective the function
     * @param start where to begin; the function is finite there
     * @param tolerance how far above the minimum, by the parabola at the point, is near enough for the last step
     * @param longestStep the most a coordinate may change in one step
     * @return the best point found
     */
    public static Minimum minimize(Objective objective, double[] start, double tolerance, double longestStep) {
        return new Newton(objective, start, tolerance, longestStep).search();
    }

    private Minimum search() {
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            Cholesky factor = Cholesky.of(hessian, SINGULAR);
            boolean isConvex = factor.rank() == point.length;
            double[] step = isConvex ? factor.solve(gradient) : ridged().solve(gradient);
            double decrement = dot(step, gradient);
            double before = value;
            shorten(step);
            if (!moves(step, decrement)) {
                return minimum(isConvex && decrement <= tolerance, steps, decrement);
            }
            if (isConvex && decrement <= tolerance && isNegligible(before - value)) {
                return minimum(true, steps + 1, decrement);
            }
        }
        return minimum(false, MOST_STEPS, Cholesky.of(hessian, SINGULAR).quadraticForm(gradient));
    }

    private boolean isNegligible(double change) {
        return Math.abs(change) <= NEGLIGIBLE_CHANGE * (1 + Math.abs(value));
    }

    private Minimum minimum(boolean converged, int steps, double decrement) {
        return new Minimum(point, value, hessian, converged, steps, decrement / 2);
    }

    private Cholesky ridged() {
        double largest = 0;
        for (int i = 0; i < point.length; i++) {
            largest = Math.max(largest, Math.abs(hessian[i][i]));
        }
        double ridge = largest > 0 ? SMALLEST_RIDGE * largest : 1;
        while (true) {
            double[][] raised = new double[point.length][];
            for (int i = 0; i < point.length; i++) {
                raised[i] = hessian[i].clone();
                raised[i][i] += ridge;
            }
            Cholesky factor = Cholesky.of(raised, SINGULAR);
            if (factor.rank() == point.length) {
                return factor;
            }
            ridge *= RIDGE_GROWTH;
        }
    }

    private void shorten(double[] step) {
        double longest = Arrays.stream(step).map(Math::abs).max().orElse(0);
        if (longest > longestStep) {
            for (int i = 0; i < step.length; i++) {
                step[i] *= longestStep / longest;
            }
        }
    }

    /** Goes down along a step, at most as far as it leads, or stays where no part of it leads down. */
    private boolean moves(double[] step, double decrement) {
        double[] newGradient = new double[point.length];
        double[][] newHessian = new double[point.length][point.length];
        double part = 1;
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            double[] trial = point.clone();
            for (int i = 0; i < trial.length; i++) {
                trial[i] -= part * step[i];
            }
            double found = objective.at(trial, newGradient, newHessian);
            // false where there is no value
            if (found <= value - SUFFICIENT * part * decrement + NOISE * Math.abs(value)) {
                point = trial;
                value = found;
                gradient = newGradient;
                hessian = newHessian;
                return true;
            }
            part /= 2;
        }
        return false;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** The best point of a search. */
    public static final class Minimum {

        private final double[] point;
        private final double value;
        private final double[][] hessian;
        private final boolean converged;
        private final int steps;
        private final double excess;

        private Minimum(double[] point, double value, double[][] hessian, boolean converged, int steps, double excess) {
            this.point = point;
            this.value = value;
            this.hessian = hessian;
            this.converged = converged;
            this.steps = steps;
            this.excess = excess;
        }

        /**
         * Returns where.
         *
         * @return the point
         */
        public double[] point() {
            return point.clone();
        }

        /**
         * Returns the function there.
         *
         * @return the value
         */
        public double value() {
            return value;
        }

        /**
         * Returns the second derivatives there, decomposed.
         *
         * @return the decomposition, of full rank if they are positive definite
         */
        public Cholesky curvature() {
            return Cholesky.of(hessian, SINGULAR);
        }

        /**
         * Tells whether the search ended at a minimum.
         *
         * @return false if it gave up
         */
        public boolean converged() {
            return converged;
        }

        /**
         * Returns how many steps were taken.
         *
         * @return the number, zero or more
         */
        public int steps() {
            return steps;
        }

        /**
         * Returns how far above the minimum the point before the last step was, by the parabola there.
         *
         * @return the distance, zero or more
         */
        public double excess() {
            return excess;
        }
    }
}
