package dev.tenure.lifetime.estimation;

/** The logarithm of the likelihood of a sample, with its derivatives. */
@FunctionalInterface
public interface LogLikelihood {

    /**
     * Returns the log-likelihood at a point and fills in its derivatives.
     *
     * @param coordinates the point, not to be changed
     * @param gradient receives the first derivatives by the coordinates
     * @param hessian receives the second derivatives by the coordinates, both triangles
     * @return the log-likelihood of all observations; not finite where there is none
     */
    double at(double[] coordinates, double[] gradient, double[][] hessian);
}
