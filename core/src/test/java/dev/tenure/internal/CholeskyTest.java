package dev.tenure.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

@PropertyDefaults(tries = 200)
class CholeskyTest {

    private static final double TOLERANCE = 1e-10;

    // solved by hand

    /** L = (1; 1/2, 1; 1/2, 1/2, 1), D = (4, 4, 4): the matrix of the example, determinant 64. */
    @Test
    void solve_threeByThree_isTheSolutionByHand() {
        Cholesky decomposition = Cholesky.of(new double[][] {{4, 2, 2}, {2, 5, 3}, {2, 3, 6}}, TOLERANCE);

        assertEquals(3, decomposition.rank());
        assertFalse(decomposition.isRedundant(2));
        // 4 + 4 + 6 = 14, 2 + 10 + 9 = 21, 2 + 6 + 18 = 26
        assertArrayEquals(new double[] {1, 2, 3}, decomposition.solve(new double[] {14, 21, 26}), 1e-14);
        // x'b of the solution above
        assertEquals(14 + 42 + 78, decomposition.quadraticForm(new double[] {14, 21, 26}), 1e-12);
    }

    /** The inverse of (2, 1; 1, 3) is (3, -1; -1, 2) / 5. */
    @Test
    void inverse_twoByTwo_isTheInverseByHand() {
        double[][] inverse =
                Cholesky.of(new double[][] {{2, 1}, {1, 3}}, TOLERANCE).inverse();

        assertArrayEquals(new double[] {0.6, -0.2}, inverse[0], 1e-15);
        assertArrayEquals(new double[] {-0.2, 0.4}, inverse[1], 1e-15);
    }

    /** The second column is twice the first: it is left out, and the third solved with the first alone. */
    @Test
    void of_aColumnThatDependsOnAnEarlierOne_leavesItOut() {
        Cholesky decomposition = Cholesky.of(new double[][] {{2, 4, 1}, {4, 8, 2}, {1, 2, 3}}, TOLERANCE);

        assertEquals(2, decomposition.rank());
        assertFalse(decomposition.isRedundant(0));
        assertTrue(decomposition.isRedundant(1));
        assertFalse(decomposition.isRedundant(2));
        // (2, 1; 1, 3) x = (3, 4) has the solution (1, 1)
        assertArrayEquals(new double[] {1, 0, 1}, decomposition.solve(new double[] {3, 6, 4}), 1e-15);
        assertEquals(7, decomposition.quadraticForm(new double[] {3, 6, 4}), 1e-14);
        double[][] inverse = decomposition.inverse();
        assertArrayEquals(new double[] {0.6, 0, -0.2}, inverse[0], 1e-15);
        assertArrayEquals(new double[] {0, 0, 0}, inverse[1]);
        assertArrayEquals(new double[] {-0.2, 0, 0.4}, inverse[2], 1e-15);
    }

    @Test
    void of_zeros_hasRankZero() {
        Cholesky decomposition = Cholesky.of(new double[2][2], TOLERANCE);

        assertEquals(0, decomposition.rank());
        assertTrue(decomposition.isRedundant(0));
        assertArrayEquals(new double[] {0, 0}, decomposition.solve(new double[] {1, 2}));
        assertEquals(0, decomposition.quadraticForm(new double[] {1, 2}));
    }

    @Test
    void of_nothing_hasRankZero() {
        Cholesky decomposition = Cholesky.of(new double[0][0], TOLERANCE);

        assertEquals(0, decomposition.rank());
        assertEquals(0, decomposition.quadraticForm(new double[0]));
        assertEquals(0, decomposition.inverse().length);
    }

    @Test
    void of_aPivotAtTheTolerance_isTakenForZero() {
        // the second pivot is a quarter of its diagonal element
        double[][] matrix = {{4, 0}, {3, 3}};

        assertEquals(1, Cholesky.of(matrix, 0.25).rank());
        assertEquals(2, Cholesky.of(matrix, 0.2499).rank());
    }

    @Test
    void of_readsTheLowerTriangleOnly_andLeavesItAlone() {
        double[][] matrix = {{2, Double.NaN}, {1, 3}};
        double[] right = {5, 5};

        assertArrayEquals(new double[] {2, 1}, Cholesky.of(matrix, TOLERANCE).solve(right), 1e-15);
        assertArrayEquals(new double[] {1, 3}, matrix[1]);
        assertArrayEquals(new double[] {5, 5}, right);
    }

    @Test
    void of_aNegativeDiagonal_isLeftOut() {
        assertEquals(1, Cholesky.of(new double[][] {{-1, 0}, {0, 1}}, TOLERANCE).rank());
    }

    // laws

    @Property
    void theSolutionSolves(@ForAll @IntRange(min = 1, max = 6) int size, @ForAll long seed) {
        Random random = new Random(seed);
        double[][] matrix = regular(random, size);
        double[] x = random.doubles(size, -1, 1).toArray();
        Cholesky decomposition = Cholesky.of(matrix, 1e-13);
        double[] right = times(matrix, x);

        assertEquals(size, decomposition.rank());
        assertArrayEquals(right, times(matrix, decomposition.solve(right)), 1e-12);
        assertEquals(dot(x, right), decomposition.quadraticForm(right), 1e-12);
    }

    @Property
    void theInverseTimesTheMatrixIsOne(@ForAll @IntRange(min = 1, max = 5) int size, @ForAll long seed) {
        double[][] matrix = regular(new Random(seed), size);
        double[][] inverse = Cholesky.of(matrix, 1e-13).inverse();

        for (int i = 0; i < size; i++) {
            double[] unit = new double[size];
            unit[i] = 1;
            assertArrayEquals(unit, times(matrix, inverse[i]), 1e-12);
        }
    }

    @Property
    void theRankIsThatOfTheColumnsTheOthersAreMadeFrom(
            @ForAll @IntRange(min = 1, max = 5) int size, @ForAll @IntRange(max = 3) int others, @ForAll long seed) {
        Random random = new Random(seed);
        double[][] matrix = withCombinations(random, regular(random, size), others);
        Cholesky decomposition = Cholesky.of(matrix, 1e-10);
        double[] right = times(matrix, random.doubles(size + others, -1, 1).toArray());

        assertEquals(size, decomposition.rank());
        for (int column = 0; column < size + others; column++) {
            assertEquals(column >= size, decomposition.isRedundant(column));
        }
        // what lies in the space of the columns is solved without the redundant ones
        assertArrayEquals(right, times(matrix, decomposition.solve(right)), 1e-9);
    }

    /** Returns X'X + 1 of a random matrix X. */
    private static double[][] regular(Random random, int size) {
        double[][] matrix = new double[size][size];
        for (int row = 0; row < size; row++) {
            matrix[row][row] += 1;
            double[] x = random.doubles(size, -1, 1).toArray();
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    matrix[i][j] += x[i] * x[j];
                }
            }
        }
        return matrix;
    }

    /** Returns the matrix with further columns and rows that are combinations of its own. */
    private static double[][] withCombinations(Random random, double[][] matrix, int others) {
        int size = matrix.length;
        double[][] combinations = new double[size + others][];
        for (int i = 0; i < size + others; i++) {
            combinations[i] = random.doubles(size, -1, 1).toArray();
            if (i < size) {
                combinations[i] = new double[size];
                combinations[i][i] = 1;
            }
        }
        double[][] extended = new double[size + others][size + others];
        for (int i = 0; i < extended.length; i++) {
            for (int j = 0; j < extended.length; j++) {
                extended[i][j] = dot(combinations[i], times(matrix, combinations[j]));
            }
        }
        return extended;
    }

    private static double[] times(double[][] matrix, double[] x) {
        double[] product = new double[x.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = dot(matrix[i], x);
        }
        return product;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
