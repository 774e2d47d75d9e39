package dev.tenure.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class EigenTest {

    @Test
    void twoByTwo_hasTheRootsOfItsPolynomial() {
        Eigen eigen = Eigen.of(new double[][] {{2, 1}, {1, -3}});
        double root = Math.sqrt(7.25);

        assertEquals(-0.5 - root, eigen.lowest(), 1e-14);
        assertEquals(0.5 + root, eigen.largest(), 1e-14);
        assertEquals(-1, eigen.value(0) + eigen.value(1), 1e-14);
    }

    @Test
    void graded_keepsSmallValues() {
        Eigen eigen = Eigen.of(new double[][] {{1e12, 1e3}, {1e3, 2}});

        assertEquals(2 - 1e-6, eigen.lowest(), 1e-9);
    }

    @Test
    void empty_hasNoValues() {
        assertEquals(Double.POSITIVE_INFINITY, Eigen.of(new double[0][0]).lowest());
        assertEquals(0, Eigen.of(new double[0][0]).largest());
    }

    @Property(tries = 300)
    void valuesAndVectorsMakeTheMatrixAgain(@ForAll long seed) {
        double[] cells = new SplittableRandom(seed).doubles(10, -100, 100).toArray();
        double[][] matrix = new double[4][4];
        int cell = 0;
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = cells[cell];
                matrix[j][i] = cells[cell++];
            }
        }
        Eigen eigen = Eigen.of(matrix);
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                double sum = 0;
                double dot = 0;
                for (int k = 0; k < 4; k++) {
                    sum += eigen.value(k) * eigen.vector(k)[i] * eigen.vector(k)[j];
                    dot += eigen.vector(i)[k] * eigen.vector(j)[k];
                }
                assertEquals(matrix[i][j], sum, 1e-11);
                assertEquals(i == j ? 1 : 0, dot, 1e-13);
            }
        }
        assertTrue(eigen.lowest() <= eigen.largest());
    }
}
