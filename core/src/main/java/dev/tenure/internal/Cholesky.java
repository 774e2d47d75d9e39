package dev.tenure.internal;

import java.util.Arrays;

/**
 * The decomposition {@code A = L D L'} of a symmetric matrix that is positive definite but for columns that depend on earlier ones.
 * Such a column gets a pivot of zero and is left out: of what {@link #solve} returns, its entry is zero.
 */
public final class Cholesky {

    private final double[][] lower;
    private final double[] pivots;
    private final int rank;

    private Cholesky(double[][] lower, double[] pivots, int rank) {
        this.lower = lower;
        this.pivots = pivots;
        this.rank = rank;
    }

    /**
     * Decomposes a matrix, of which the lower triangle is read. A pivot is taken for zero if it is not more than the tolerance times
     * the diagonal element it comes from.
     *
     * @param matrix the matrix
     * @param tolerance the largest pivot taken for zero, as a fraction of its diagonal element
     * @return the decomposition
     */
    public static Cholesky of(double[][] matrix, double tolerance) {
        int size = matrix.length;
        double[][] lower = new double[size][];
        double[] pivots = new double[size];
        int rank = 0;
        for (int i = 0; i < size; i++) {
            lower[i] = row(matrix[i], i, lower, pivots);
            double pivot = matrix[i][i];
            for (int j = 0; j < i; j++) {
                pivot -= lower[i][j] * lower[i][j] * pivots[j];
            }
            boolean regular = pivot > tolerance * matrix[i][i];
            pivots[i] = regular ? pivot : 0;
            rank += regular ? 1 : 0;
        }
        return new Cholesky(lower, pivots, rank);
    }

    private static double[] row(double[] source, int i, double[][] lower, double[] pivots) {
        double[] row = new double[i];
        for (int j = 0; j < i; j++) {
            double sum = source[j];
            for (int k = 0; k < j; k++) {
                sum -= row[k] * lower[j][k] * pivots[k];
            }
            row[j] = pivots[j] == 0 ? 0 : sum / pivots[j];
        }
        return row;
    }

    /**
     * Returns how many columns do not depend on earlier ones.
     *
     * @return the rank
     */
    public int rank() {
        return rank;
    }

    /**
     * Tells whether a column depends on earlier ones.
     *
     * @param column the column, from 0
     * @return true if it is left out
     */
    public boolean isRedundant(int column) {
        return pivots[column] == 0;
    }

    /**
     * Solves {@code A x = b}.
     *
     * @param right the right side, which stays as it is
     * @return the solution, with zeros for redundant columns
     */
    public double[] solve(double[] right) {
        double[] x = forward(right);
        for (int i = x.length - 1; i >= 0; i--) {
            x[i] = pivots[i] == 0 ? 0 : x[i] / pivots[i];
            for (int k = i + 1; k < x.length; k++) {
                x[i] -= pivots[i] == 0 ? 0 : lower[k][i] * x[k];
            }
        }
        return x;
    }

    /**
     * Returns {@code b' A^-1 b} over the columns that are not redundant.
     *
     * @param vector the vector {@code b}
     * @return the form, zero or more
     */
    public double quadraticForm(double[] vector) {
        double[] x = forward(vector);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += pivots[i] == 0 ? 0 : x[i] * x[i] / pivots[i];
        }
        return sum;
    }

    /**
     * Returns the inverse over the columns that are not redundant.
     *
     * @return the inverse, with zeros in the rows and columns left out
     */
    public double[][] inverse() {
        double[][] inverse = new double[pivots.length][];
        for (int i = 0; i < inverse.length; i++) {
            double[] unit = new double[pivots.length];
            unit[i] = pivots[i] == 0 ? 0 : 1;
            inverse[i] = solve(unit);
        }
        return inverse;
    }

    private double[] forward(double[] right) {
        double[] x = Arrays.copyOf(right, pivots.length);
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i][k] * x[k];
            }
            x[i] = pivots[i] == 0 ? 0 : x[i];
        }
        return x;
    }
}
