package dev.tenure.stat;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.stream.IntStream;

/**
 * How the p-values of several tests are raised because there are several: of twenty tests of nothing, one has a p-value below 5 %. The
 * order carries no meaning.
 *
 * <p><b>Units.</b> Fractions in [0, 1].
 *
 * <p><b>Conventions.</b> An adjusted p-value is not below the one it comes from, keeps the order of the p-values, is equal for equal ones,
 * and is at most 1. It can be held against the level that a single test would be held against.
 *
 * <p><b>Errors.</b> A p-value that is not in [0, 1] is an {@link IllegalArgumentException}.
 */
public enum PValueAdjustment {
    /**
     * Keeps the probability that even one of the true hypotheses is rejected below the level, whatever the tests have to do with one
     * another. The smallest of {@code m} p-values is multiplied by {@code m}, the next by {@code m - 1}, and so on, and none falls below the
     * one before. Source: S. Holm, "A Simple Sequentially Rejective Multiple Test Procedure", <i>Scandinavian Journal of Statistics</i> 6
     * (1979), 65-70.
     */
    HOLM {
        @Override
        void raise(double[] ascending) {
            double highest = 0;
            for (int i = 0; i < ascending.length; i++) {
                highest = Math.max(highest, Math.min(1, (ascending.length - i) * ascending[i]));
                ascending[i] = highest;
            }
        }
    },
    /**
     * Keeps the share of the rejected hypotheses that are true, on average, below the level, if the tests are independent or
     * positively dependent. The {@code i}-th smallest of {@code m} p-values is multiplied by {@code m / i}, and none exceeds the one after.
     * Source: Y. Benjamini and Y. Hochberg, "Controlling the False Discovery Rate", <i>Journal of the Royal Statistical Society</i> B 57
     * (1995), 289-300.
     */
    BENJAMINI_HOCHBERG {
        @Override
        void raise(double[] ascending) {
            double lowest = 1;
            for (int i = ascending.length - 1; i >= 0; i--) {
                lowest = Math.min(lowest, (double) ascending.length / (i + 1) * ascending[i]);
                ascending[i] = lowest;
            }
        }
    };

    /** Replaces p-values in ascending order by the adjusted ones. */
    abstract void raise(double[] ascending);

    /**
     * Adjusts the p-values of some tests.
     *
     * @param pValues the p-values, fractions in [0, 1], in any order
     * @return the adjusted ones, fractions in [0, 1], in the order of {@code pValues}; empty if there are none
     * @throws IllegalArgumentException if a p-value is not in [0, 1]
     */
    public ImmutableDoubleArray adjust(double... pValues) {
        for (double pValue : pValues) {
            checkArgument(pValue >= 0 && pValue <= 1, "pValues must be in [0, 1]: %s", pValue);
        }
        int[] order = IntStream.range(0, pValues.length)
                .boxed()
                .sorted((i, j) -> Double.compare(pValues[i], pValues[j]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ascending = IntStream.of(order).mapToDouble(i -> pValues[i]).toArray();
        raise(ascending);
        double[] adjusted = new double[pValues.length];
        for (int i = 0; i < order.length; i++) {
            adjusted[order[i]] = ascending[i];
        }
        return ImmutableDoubleArray.copyOf(adjusted);
    }
}
