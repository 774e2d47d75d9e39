package dev.tenure.lifetime.estimation;

import com.google.common.primitives.ImmutableDoubleArray;
import dev.tenure.internal.Cholesky;
import dev.tenure.internal.Newton;

/**
 * What the search for the highest likelihood has found.
 *
 * @param status how it ended
 * @param point the best point; empty if none was looked for
 * @param logLikelihood the log-likelihood there, without the prior
 * @param covariance the covariance of the coordinates, row by row; empty if there is none
 */
record Search(FitStatus status, ImmutableDoubleArray point, double logLikelihood, ImmutableDoubleArray covariance) {

    private static final double TOLERANCE = 1e-8;
    private static final double LONGEST_STEP = 2;

    static Search of(ModelLikelihood<?> likelihood, WeakPrior prior) {
        if (likelihood.problem().isPresent()) {
            return new Search(
                    new FitStatus(
                            FitStatus.Ending.NOT_ESTIMABLE, likelihood.problem().get(), 0, 0),
                    ImmutableDoubleArray.of(),
                    Double.NaN,
                    ImmutableDoubleArray.of());
        }
        Newton.Minimum minimum = Newton.minimize(
                (point, gradient, hessian) -> negative(likelihood.logLikelihood(), point, gradient, hessian),
                likelihood.start().toArray(),
                TOLERANCE,
                LONGEST_STEP);
        Cholesky curvature = minimum.curvature();
        boolean isRegular = minimum.converged() && curvature.rank() == minimum.point().length;
        return new Search(
                new FitStatus(
                        isRegular ? FitStatus.Ending.CONVERGED : FitStatus.Ending.NOT_CONVERGED,
                        isRegular ? "" : "no highest likelihood found",
                        minimum.steps(),
                        minimum.excess()),
                ImmutableDoubleArray.copyOf(minimum.point()),
                -minimum.value(),
                isRegular ? flat(curvature.inverse()) : ImmutableDoubleArray.of());
    }

    private static double negative(LogLikelihood function, double[] point, double[] gradient, double[][] hessian) {
        double value = -function.at(point, gradient, hessian);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = -gradient[i];
            for (int j = 0; j < gradient.length; j++) {
                hessian[i][j] = -hessian[i][j];
            }
        }
        return value;
    }

    private static ImmutableDoubleArray flat(double[][] matrix) {
        ImmutableDoubleArray.Builder cells = ImmutableDoubleArray.builder();
        for (double[] row : matrix) {
            cells.addAll(row);
        }
        return cells.build();
    }

    /** Returns the variance of a function of the coordinates, by its gradient. */
    double variance(double[] gradient) {
        double sum = 0;
        for (int i = 0; i < gradient.length; i++) {
            for (int j = 0; j < gradient.length; j++) {
                sum += gradient[i] * gradient[j] * covariance.get(i * gradient.length + j);
            }
        }
        return Math.max(0, sum);
    }
}
