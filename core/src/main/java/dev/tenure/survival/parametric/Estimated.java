package dev.tenure.survival.parametric;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;

/**
 * What a search has found, in the coordinates of the search.
 *
 * @param point the best point; empty if none was looked for. A rate that is not estimable has a zero here, one of 0 its logarithm, negative infinity
 * @param covariance the covariance of the point, row by row; empty if there is none
 * @param model the covariance if the law is right and all weights are one; the same unless there are weights
 * @param exposure for each coordinate the time seen, if the coordinate is the logarithm of a rate; empty otherwise
 * @param problems for each coordinate why it is not estimable, an empty text if it is
 * @param convergence how the search ended
 * @param logLikelihood the logarithm of the likelihood at the point
 */
record Estimated(
        ImmutableDoubleArray point,
        ImmutableDoubleArray covariance,
        ImmutableDoubleArray model,
        ImmutableDoubleArray exposure,
        ImmutableList<String> problems,
        Outcome<Convergence> convergence,
        Outcome<Double> logLikelihood) {

    /** A variance that is a smaller part of that of the model is zero but for rounding. */
    private static final double ZERO = 1e-14;

    /** Returns what there is where nothing could be looked for. */
    static Estimated nothing(Reason reason, String detail) {
        return new Estimated(
                ImmutableDoubleArray.of(),
                ImmutableDoubleArray.of(),
                ImmutableDoubleArray.of(),
                ImmutableDoubleArray.of(),
                ImmutableList.of(),
                Outcome.undefined(reason, detail),
                Outcome.undefined(reason, detail));
    }

    /** Returns the coordinate, or why it is not known. */
    Outcome<Double> coordinate(int index) {
        return convergence.flatMap(reached -> problems.get(index).isEmpty()
                ? Outcome.of(point.get(index))
                : Outcome.undefined(Reason.NOT_ESTIMABLE, problems.get(index)));
    }

    /** Tells whether a coordinate is the logarithm of a rate of 0. */
    boolean isZero(int index) {
        return point.get(index) == Double.NEGATIVE_INFINITY;
    }

    /** Returns true, or why the error of a function of the point, given by its gradient, is not known. */
    Outcome<Boolean> spread(double[] gradient) {
        double expected = quadratic(model, gradient);
        return expected > 0 && quadratic(covariance, gradient) <= ZERO * expected
                ? Outcome.undefined(Reason.NOT_ESTIMABLE, "no spread among the weighted observations")
                : Outcome.of(true);
    }

    double covariance(int row, int column) {
        return covariance.get(row * point.length() + column);
    }

    /** Returns the variance of a function of the point, by its gradient. */
    double variance(double[] gradient) {
        return Math.max(0, quadratic(covariance, gradient));
    }

    private static double quadratic(ImmutableDoubleArray matrix, double[] gradient) {
        double sum = 0;
        for (int i = 0; i < gradient.length; i++) {
            for (int j = 0; j < gradient.length; j++) {
                sum += gradient[i] * gradient[j] * matrix.get(i * gradient.length + j);
            }
        }
        return sum;
    }
}
