package dev.tenure.lifetime.noncontractual;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** A smooth positive function of a number in an interval, as a sum of Chebyshev polynomials right to eleven digits. */
final class ExpectationTable {

    private static final int NODES = 20;
    private static final int LAST = 2;
    private static final double TOLERANCE = 1e-11;
    private static final double NEGLIGIBLE = 1e-14;
    private static final double[][] COSINES = cosines();

    private final double middle;
    private final double halfWidthInverse;
    private final double[] coefficients;

    private ExpectationTable(double middle, double halfWidth, double[] coefficients) {
        this.middle = middle;
        halfWidthInverse = 1 / halfWidth;
        this.coefficients = coefficients;
    }

    /** Returns the table, or null if the function is not smooth enough for it. */
    static @Nullable ExpectationTable of(double from, double to, DoubleUnaryOperator function) {
        double middle = (from + to) / 2;
        double halfWidth = Math.max((to - from) / 2, Math.ulp(middle));
        double[] values = new double[NODES];
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < NODES; i++) {
            values[i] = function.applyAsDouble(middle + halfWidth * COSINES[1][i]);
            lowest = Math.min(lowest, values[i]);
        }
        double[] coefficients = coefficients(values);
        int size = size(coefficients, NEGLIGIBLE * lowest);
        return size(coefficients, TOLERANCE * lowest) <= NODES - LAST
                ? new ExpectationTable(middle, halfWidth, Arrays.copyOf(coefficients, size))
                : null;
    }

    /** Clenshaw's recurrence. */
    double at(double x) {
        double twice = 2 * (x - middle) * halfWidthInverse;
        double next = 0;
        double afterNext = 0;
        for (int k = coefficients.length - 1; k > 0; k--) {
            double here = coefficients[k] + twice * next - afterNext;
            afterNext = next;
            next = here;
        }
        return coefficients[0] + twice / 2 * next - afterNext;
    }

    private static double[] coefficients(double[] values) {
        double[] coefficients = new double[NODES];
        for (int k = 0; k < NODES; k++) {
            for (int i = 0; i < NODES; i++) {
                coefficients[k] += values[i] * COSINES[k][i];
            }
            coefficients[k] *= (k == 0 ? 1.0 : 2.0) / NODES;
        }
        return coefficients;
    }

    private static int size(double[] coefficients, double negligible) {
        int size = NODES;
        while (size > 1 && Math.abs(coefficients[size - 1]) <= negligible) {
            size--;
        }
        return size;
    }

    private static double[][] cosines() {
        double[][] cosines = new double[NODES][NODES];
        for (int k = 0; k < NODES; k++) {
            for (int i = 0; i < NODES; i++) {
                cosines[k][i] = Math.cos(Math.PI * k * (i + 1 / 2.0) / NODES);
            }
        }
        return cosines;
    }
}
