package dev.tenure.survival;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * Observations that have a time in common. Sums are exact, so that their order changes nothing.
 *
 * @param count how many
 * @param weight the sum of their weights
 * @param squares the sum of the squares of their weights
 */
record Tally(long count, BigDecimal weight, BigDecimal squares) implements Serializable {

    static final Tally NONE = new Tally(0, BigDecimal.ZERO, BigDecimal.ZERO);

    /** Returns a number of observations of weight one. */
    static Tally of(long count) {
        BigDecimal exact = BigDecimal.valueOf(count);
        return new Tally(count, exact, exact);
    }

    static Tally of(long count, double weight) {
        BigDecimal exact = new BigDecimal(weight);
        BigDecimal total = exact.multiply(BigDecimal.valueOf(count));
        return new Tally(count, total, total.multiply(exact));
    }

    Tally plus(Tally other) {
        return new Tally(Math.addExact(count, other.count), weight.add(other.weight), squares.add(other.squares));
    }
}
