package dev.tenure.retention;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;
import java.math.BigInteger;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A rate that keeps its numerator and denominator, in lowest terms.
 *
 * <p><b>Formula.</b> {@code value = numerator / denominator}.
 *
 * <p><b>Conventions.</b> Two ratios are equal when their values are: 2/20 is 1/10.
 *
 * @param numerator the numerator
 * @param denominator the denominator, positive, with no factor in common with the numerator
 */
public record ExactRatio(BigInteger numerator, BigInteger denominator) implements Serializable {

    /**
     * Creates a ratio and brings it to lowest terms.
     *
     * @param numerator the numerator
     * @param denominator the denominator, positive
     */
    public ExactRatio {
        checkArgument(denominator.signum() > 0, "denominator must be positive: %s", denominator);
        BigInteger common = numerator.gcd(denominator);
        numerator = numerator.divide(common);
        denominator = denominator.divide(common);
    }

    /**
     * Returns a ratio of two counts.
     *
     * @param numerator the numerator
     * @param denominator the denominator, positive
     * @return the ratio in lowest terms
     * @throws IllegalArgumentException if the denominator is not positive
     */
    public static ExactRatio of(long numerator, long denominator) {
        return new ExactRatio(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /**
     * Returns the ratio as a number.
     *
     * @return the nearest {@code double}
     */
    public double value() {
        return BigFraction.of(numerator, denominator).doubleValue();
    }

    /**
     * Returns the sum of this ratio and another.
     *
     * @param other the other ratio
     * @return the exact sum
     */
    public ExactRatio plus(ExactRatio other) {
        return new ExactRatio(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /**
     * Returns the ratio in digits.
     *
     * @return such as {@code 3/26}; a whole number without its denominator
     */
    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }
}
