package dev.tenure.retention.cohort;

import java.io.Serial;
import java.io.Serializable;
import java.math.BigInteger;

/** Exact sums of products of two {@code long}s, in 128 bits each, so that their order and grouping change nothing. */
final class WideSums implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final long[] high;
    private final long[] low;

    WideSums(int size) {
        high = new long[size];
        low = new long[size];
    }

    /**
     * Adds a product.
     *
     * @throws ArithmeticException if the sum exceeds 128 bits
     */
    void addProduct(int index, long one, long other) {
        add(index, Math.multiplyHigh(one, other), one * other);
    }

    void addAll(WideSums other) {
        for (int i = 0; i < high.length; i++) {
            add(i, other.high[i], other.low[i]);
        }
    }

    private void add(int index, long addedHigh, long addedLow) {
        long sum = low[index] + addedLow;
        long carried = Long.compareUnsigned(sum, addedLow) < 0 ? Math.incrementExact(addedHigh) : addedHigh;
        high[index] = Math.addExact(high[index], carried);
        low[index] = sum;
    }

    BigInteger get(int index) {
        BigInteger lowest = new BigInteger(Long.toUnsignedString(low[index]));
        return BigInteger.valueOf(high[index]).shiftLeft(Long.SIZE).add(lowest);
    }
}
