package dev.tenure.internal;

import java.util.Arrays;

/** The eigenvalues and eigenvectors of a small symmetric matrix, by Jacobi's rotations. */
public final class Eigen {

    private static final int MOST_SWEEPS = 60;

    private final double[][] matrix;
    private final double[][] vectors;

    private Eigen(double[][] matrix) {
        int size = matrix.length;
        this.matrix = new double[size][];
        vectors = new double[size][size];
        for (int i = 0; i < size; i++) {
            this.matrix[i] = matrix[i].clone();
            vectors[i][i] = 1;
        }
    }

    /**
     * Decomposes a matrix.
     *
     * @param matrix a symmetric matrix of finite numbers, which stays as it is
     * @return the decomposition
     */
    public static Eigen of(double[][] matrix) {
        Eigen eigen = new Eigen(matrix);
        boolean rotated = true;
        for (int sweep = 0; rotated && sweep < MOST_SWEEPS; sweep++) {
            rotated = eigen.sweep();
        }
        return eigen;
    }

    /**
     * Returns an eigenvalue; they are in no order.
     *
     * @param index which, from 0
     * @return the value
     */
    public double value(int index) {
        return matrix[index][index];
    }

    /**
     * Returns the lowest eigenvalue.
     *
     * @return the value; infinite if there is none
     */
    public double lowest() {
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < matrix.length; i++) {
            lowest = Math.min(lowest, value(i));
        }
        return lowest;
    }

    /**
     * Returns the largest absolute eigenvalue.
     *
     * @return the value, zero if there is none
     */
    public double largest() {
        double largest = 0;
        for (int i = 0; i < matrix.length; i++) {
            largest = Math.max(largest, Math.abs(value(i)));
        }
        return largest;
    }

    /**
     * Returns an eigenvector.
     *
     * @param index of which eigenvalue
     * @return the vector, of length one
     */
    public double[] vector(int index) {
        return Arrays.stream(vectors).mapToDouble(row -> row[index]).toArray();
    }

    private boolean sweep() {
        boolean rotated = false;
        for (int p = 0; p < matrix.length; p++) {
            for (int q = p + 1; q < matrix.length; q++) {
                double scale = Math.sqrt(Math.abs(matrix[p][p])) * Math.sqrt(Math.abs(matrix[q][q]));
                if (Math.abs(matrix[p][q]) > Math.ulp(scale)) {
                    rotate(p, q);
                    rotated = true;
                }
            }
        }
        return rotated;
    }

    private void rotate(int p, int q) {
        double ratio = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
        double tangent = Math.copySign(1, ratio) / (Math.abs(ratio) + Math.hypot(ratio, 1));
        double cosine = 1 / Math.hypot(tangent, 1);
        double sine = tangent * cosine;
        double off = matrix[p][q];
        matrix[p][p] -= tangent * off;
        matrix[q][q] += tangent * off;
        matrix[p][q] = 0;
        matrix[q][p] = 0;
        for (int i = 0; i < matrix.length; i++) {
            if (i != p && i != q) {
                double left = matrix[i][p];
                double right = matrix[i][q];
                matrix[i][p] = cosine * left - sine * right;
                matrix[p][i] = matrix[i][p];
                matrix[i][q] = sine * left + cosine * right;
                matrix[q][i] = matrix[i][q];
            }
            double first = vectors[i][p];
            double second = vectors[i][q];
            vectors[i][p] = cosine * first - sine * second;
            vectors[i][q] = sine * first + cosine * second;
        }
    }
}
