package dev.tenure.money;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serial;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.apache.commons.numbers.fraction.BigFraction;
import org.joda.money.CurrencyMismatchException;

/**
 * An exact number: a churn rate of one in twenty, a margin of 0.78, a payback of 80/9 months.
 *
 * <p>This class is immutable. Equal numbers are equal whatever they were computed from: {@code 1/20 = 0.050}.
 */
public final class Ratio implements Comparable<Ratio>, Serializable {

    /** Nothing. */
    public static final Ratio ZERO = new Ratio(BigFraction.ZERO);

    /** One, the whole. */
    public static final Ratio ONE = new Ratio(BigFraction.ONE);

    @Serial
    private static final long serialVersionUID = 1;

    private final BigFraction value;

    private Ratio(BigFraction value) {
        this.value = value;
    }

    /**
     * Returns a whole number.
     *
     * @param value the number
     * @return the ratio
     */
    public static Ratio of(long value) {
        return new Ratio(BigFraction.of(value));
    }

    /**
     * Returns a fraction.
     *
     * @param numerator the numerator
     * @param denominator the denominator, not zero
     * @return the ratio
     * @throws IllegalArgumentException if the denominator is zero
     */
    public static Ratio of(long numerator, long denominator) {
        checkArgument(denominator != 0, "denominator must not be zero: %s", denominator);
        return new Ratio(BigFraction.of(numerator, denominator));
    }

    /**
     * Returns a decimal number.
     *
     * @param value the number, of any scale
     * @return the same number
     */
    public static Ratio of(BigDecimal value) {
        BigInteger power = BigInteger.TEN.pow(Math.abs(value.scale()));
        return new Ratio(
                value.scale() >= 0
                        ? BigFraction.of(value.unscaledValue(), power)
                        : BigFraction.of(value.unscaledValue().multiply(power)));
    }

    /**
     * Returns how often one amount of money holds another.
     *
     * @param part the amount above the line
     * @param whole the amount below the line, not zero
     * @return the exact quotient
     * @throws CurrencyMismatchException if the currencies differ
     * @throws IllegalArgumentException if {@code whole} is zero
     */
    public static Ratio of(ExactMoney part, ExactMoney whole) {
        if (!part.currency().equals(whole.currency())) {
            throw new CurrencyMismatchException(part.currency(), whole.currency());
        }
        checkArgument(whole.signum() != 0, "whole must not be zero: %s", whole);
        return new Ratio(BigFraction.of(part.numerator(), part.denominator())
                .divide(BigFraction.of(whole.numerator(), whole.denominator())));
    }

    /**
     * Returns the number a text stands for.
     *
     * @param text a decimal number such as {@code "0.05"}
     * @return the number
     * @throws NumberFormatException if the text is no decimal number
     */
    public static Ratio parse(String text) {
        return of(new BigDecimal(text));
    }

    /**
     * Returns the numerator in lowest terms.
     *
     * @return the numerator; its sign is the number's
     */
    public BigInteger numerator() {
        BigInteger size = value.getNumerator().abs();
        return signum() < 0 ? size.negate() : size;
    }

    /**
     * Returns the denominator in lowest terms.
     *
     * @return the denominator, positive
     */
    public BigInteger denominator() {
        return value.getDenominator().abs();
    }

    /**
     * Returns the sign.
     *
     * @return -1, 0 or 1
     */
    public int signum() {
        return value.signum();
    }

    /**
     * Returns the nearest floating-point number.
     *
     * @return the number, correctly rounded
     */
    public double doubleValue() {
        return value.doubleValue();
    }

    /**
     * Returns the number rounded to some decimal places.
     *
     * @param scale the number of decimal places
     * @param rounding the rounding mode
     * @return the rounded number
     */
    public BigDecimal toBigDecimal(int scale, RoundingMode rounding) {
        return value.bigDecimalValue(scale, rounding);
    }

    /**
     * Returns this number and another together.
     *
     * @param other the other number
     * @return the exact sum
     */
    public Ratio plus(Ratio other) {
        return new Ratio(value.add(other.value));
    }

    /**
     * Returns this number less another.
     *
     * @param other the other number
     * @return the exact difference
     */
    public Ratio minus(Ratio other) {
        return new Ratio(value.subtract(other.value));
    }

    /**
     * Returns this number times another.
     *
     * @param other the other number
     * @return the exact product
     */
    public Ratio multipliedBy(Ratio other) {
        return new Ratio(value.multiply(other.value));
    }

    /**
     * Returns this number divided by another.
     *
     * @param other the other number, not zero
     * @return the exact quotient
     * @throws IllegalArgumentException if the other number is zero
     */
    public Ratio dividedBy(Ratio other) {
        checkArgument(other.signum() != 0, "other must not be zero: %s", other);
        return new Ratio(value.divide(other.value));
    }

    /**
     * Returns this number times itself.
     *
     * @param exponent how often; a negative one gives the reciprocal, and needs a number that is not zero
     * @return the exact power
     */
    public Ratio pow(int exponent) {
        return new Ratio(value.pow(exponent));
    }

    /**
     * Compares by size.
     *
     * @param other the other number
     * @return negative, zero or positive
     */
    @Override
    public int compareTo(Ratio other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof Ratio other && value.equals(other.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /**
     * Returns the number in lowest terms.
     *
     * @return such as {@code 1/20}, {@code -3}
     */
    @Override
    public String toString() {
        return denominator().equals(BigInteger.ONE) ? numerator().toString() : numerator() + "/" + denominator();
    }
}
