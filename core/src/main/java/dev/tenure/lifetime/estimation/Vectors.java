package dev.tenure.lifetime.estimation;

import dev.tenure.internal.Eigen;

/** What is needed of the algebra of short vectors. */
final class Vectors {

    /** The curvature below which a direction cannot be told from a flat one, as a fraction of the largest. */
    private static final double ROUNDING = 1e-15;

    private Vectors() {}

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static double longest(double[] vector) {
        double longest = 0;
        for (double part : vector) {
            longest = Math.max(longest, Math.abs(part));
        }
        return longest;
    }

    /** Returns {@code a + factor b}. */
    static double[] sum(double[] a, double factor, double[] b) {
        double[] sum = a.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * b[i];
        }
        return sum;
    }

    static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[matrix.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = dot(matrix[i], vector);
        }
        return product;
    }

    /** Returns a step of Newton's that leads uphill also where the surface is not concave. */
    static double[] uphill(Eigen curvature, double[] gradient) {
        double least = Math.max(Double.MIN_NORMAL, ROUNDING * curvature.largest());
        double[] step = new double[gradient.length];
        for (int i = 0; i < step.length; i++) {
            double[] axis = curvature.vector(i);
            step = sum(step, dot(axis, gradient) / Math.max(least, Math.abs(curvature.value(i))), axis);
        }
        return step;
    }

    /** Returns vectors of length one that are orthogonal to each other and to the given one, by Householder's reflection. */
    static double[][] complement(double[] vector) {
        int size = vector.length;
        double[] mirror = vector.clone();
        mirror[0] += Math.copySign(Math.sqrt(dot(vector, vector)), vector[0]);
        double norm = dot(mirror, mirror);
        double[][] basis = new double[size - 1][size];
        for (int i = 1; i < size; i++) {
            for (int j = 0; j < size; j++) {
                basis[i - 1][j] = (i == j ? 1 : 0) - 2 * mirror[i] * mirror[j] / norm;
            }
        }
        return basis;
    }

    /** Returns a matrix within the space of a basis. */
    static double[][] restricted(double[][] matrix, double[][] basis) {
        double[][] restricted = new double[basis.length][];
        for (int i = 0; i < basis.length; i++) {
            restricted[i] = times(basis, times(matrix, basis[i]));
        }
        return restricted;
    }

    /** Returns {@code start} and a combination of the vectors of a basis. */
    static double[] combined(double[] start, double[][] basis, double[] parts) {
        double[] sum = start;
        for (int i = 0; i < basis.length; i++) {
            sum = sum(sum, parts[i], basis[i]);
        }
        return sum;
    }
}
