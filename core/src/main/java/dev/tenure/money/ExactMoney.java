package dev.tenure.money;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serial;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.joda.money.BigMoney;
import org.joda.money.BigMoneyProvider;
import org.joda.money.CurrencyMismatchException;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * An amount of money as an exact fraction, so that a twelfth of a yearly fee stays a twelfth.
 *
 * <p>Sums, differences and multiples of exact amounts are exact. Rounding happens once, at the end, by a caller who names
 * the rounding mode: {@link #toMoney(RoundingMode)}. This is not a type to keep books in: use {@link Money} for what was
 * invoiced.
 *
 * <p>This class is immutable. Equal amounts are equal whatever they were computed from: {@code 1/2 = 2/4}.
 */
public final class ExactMoney implements Comparable<ExactMoney>, Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final CurrencyUnit currency;
    private final BigFraction amount;

    private ExactMoney(CurrencyUnit currency, BigFraction amount) {
        this.currency = currency;
        this.amount = amount;
    }

    /**
     * Returns an amount of Joda-Money as an exact amount.
     *
     * @param money the amount
     * @return the same amount
     */
    public static ExactMoney of(BigMoneyProvider money) {
        BigMoney amount = money.toBigMoney();
        return of(amount.getCurrencyUnit(), amount.getAmount());
    }

    /**
     * Returns a decimal amount.
     *
     * @param currency the currency
     * @param amount the amount in major units, of any scale
     * @return the amount
     */
    public static ExactMoney of(CurrencyUnit currency, BigDecimal amount) {
        BigInteger unscaled = amount.unscaledValue();
        BigInteger power = BigInteger.TEN.pow(Math.abs(amount.scale()));
        return new ExactMoney(
                Objects.requireNonNull(currency, "currency"),
                amount.scale() >= 0 ? BigFraction.of(unscaled, power) : BigFraction.of(unscaled.multiply(power)));
    }

    /**
     * Returns an amount of minor units, such as kopecks or cents.
     *
     * @param currency the currency
     * @param minorUnits the amount in minor units
     * @return the amount
     */
    public static ExactMoney ofMinor(CurrencyUnit currency, long minorUnits) {
        return of(currency, BigDecimal.valueOf(minorUnits, currency.getDecimalPlaces()));
    }

    /**
     * Returns no money.
     *
     * @param currency the currency
     * @return zero
     */
    public static ExactMoney zero(CurrencyUnit currency) {
        return new ExactMoney(Objects.requireNonNull(currency, "currency"), BigFraction.ZERO);
    }

    /**
     * Returns the currency.
     *
     * @return the currency
     */
    public CurrencyUnit currency() {
        return currency;
    }

    /**
     * Returns the numerator of the amount in major units, in lowest terms.
     *
     * @return the numerator; its sign is the amount's
     */
    public BigInteger numerator() {
        return amount.signum() < 0
                ? amount.getNumerator().abs().negate()
                : amount.getNumerator().abs();
    }

    /**
     * Returns the denominator of the amount in major units, in lowest terms.
     *
     * @return the denominator, positive
     */
    public BigInteger denominator() {
        return amount.getDenominator().abs();
    }

    /**
     * Returns this amount and another together.
     *
     * @param other the other amount
     * @return the exact sum
     * @throws CurrencyMismatchException if the currencies differ
     */
    public ExactMoney plus(ExactMoney other) {
        checkCurrency(other);
        return new ExactMoney(currency, amount.add(other.amount));
    }

    /**
     * Returns this amount less another.
     *
     * @param other the other amount
     * @return the exact difference
     * @throws CurrencyMismatchException if the currencies differ
     */
    public ExactMoney minus(ExactMoney other) {
        checkCurrency(other);
        return new ExactMoney(currency, amount.subtract(other.amount));
    }

    /**
     * Returns a fraction or a multiple of this amount.
     *
     * @param numerator the numerator of the factor
     * @param denominator the denominator of the factor, not zero
     * @return the exact product
     * @throws IllegalArgumentException if the denominator is zero
     */
    public ExactMoney multipliedBy(long numerator, long denominator) {
        checkArgument(denominator != 0, "denominator must not be zero: %s", denominator);
        return new ExactMoney(
                currency, amount.multiply(BigFraction.of(numerator, 1).divide(denominator)));
    }

    /**
     * Returns a fraction or a multiple of this amount.
     *
     * @param factor the factor
     * @return the exact product
     */
    public ExactMoney multipliedBy(Ratio factor) {
        return new ExactMoney(currency, amount.multiply(BigFraction.of(factor.numerator(), factor.denominator())));
    }

    /**
     * Returns this amount times a decimal factor, such as an exchange rate or a discount.
     *
     * @param factor the factor
     * @return the exact product
     */
    public ExactMoney multipliedBy(BigDecimal factor) {
        return new ExactMoney(currency, amount.multiply(of(currency, factor).amount));
    }

    /**
     * Returns this amount divided by a decimal divisor, such as one plus a tax rate.
     *
     * @param divisor the divisor, not zero
     * @return the exact quotient
     * @throws IllegalArgumentException if the divisor is zero
     */
    public ExactMoney dividedBy(BigDecimal divisor) {
        checkArgument(divisor.signum() != 0, "divisor must not be zero: %s", divisor);
        return new ExactMoney(currency, amount.divide(of(currency, divisor).amount));
    }

    /**
     * Returns this amount in another currency.
     *
     * @param target the other currency
     * @param rate how many units of the other currency one unit of this one is worth, positive
     * @return the exact product, in the other currency
     * @throws IllegalArgumentException if the rate is not positive
     */
    public ExactMoney convertedTo(CurrencyUnit target, BigDecimal rate) {
        checkArgument(rate.signum() > 0, "rate must be positive: %s", rate);
        return new ExactMoney(Objects.requireNonNull(target, "target"), multipliedBy(rate).amount);
    }

    /**
     * Returns this amount with the other sign.
     *
     * @return the negated amount
     */
    public ExactMoney negated() {
        return new ExactMoney(currency, amount.negate());
    }

    /**
     * Returns the sign.
     *
     * @return -1, 0 or 1
     */
    public int signum() {
        return amount.signum();
    }

    /**
     * Returns this amount as a share of another.
     *
     * @param whole the other amount, not zero
     * @return the quotient, correctly rounded to a {@code double}
     * @throws CurrencyMismatchException if the currencies differ
     * @throws IllegalArgumentException if {@code whole} is zero
     */
    public double dividedBy(ExactMoney whole) {
        checkCurrency(whole);
        checkArgument(whole.signum() != 0, "whole must not be zero: %s", whole);
        return amount.divide(whole.amount).doubleValue();
    }

    /**
     * Returns this amount rounded to the currency's minor unit.
     *
     * @param rounding the rounding mode
     * @return the rounded amount
     */
    public Money toMoney(RoundingMode rounding) {
        return Money.of(currency, amount.bigDecimalValue(currency.getDecimalPlaces(), rounding));
    }

    /**
     * Returns this amount rounded to a number of decimal places.
     *
     * @param scale the number of decimal places, not negative
     * @param rounding the rounding mode
     * @return the rounded amount
     */
    public BigMoney toBigMoney(int scale, RoundingMode rounding) {
        return BigMoney.of(currency, amount.bigDecimalValue(scale, rounding));
    }

    /**
     * Compares two amounts of one currency.
     *
     * @param other the other amount
     * @return negative, zero or positive
     * @throws CurrencyMismatchException if the currencies differ
     */
    @Override
    public int compareTo(ExactMoney other) {
        checkCurrency(other);
        return amount.compareTo(other.amount);
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof ExactMoney other && currency.equals(other.currency) && amount.equals(other.amount);
    }

    @Override
    public int hashCode() {
        return Objects.hash(currency, amount);
    }

    /**
     * Returns the currency and the exact amount.
     *
     * @return such as {@code RUB 500/3}, {@code RUB 100}
     */
    @Override
    public String toString() {
        String whole = denominator().equals(BigInteger.ONE) ? "" : "/" + denominator();
        return currency + " " + numerator() + whole;
    }

    private void checkCurrency(ExactMoney other) {
        if (!currency.equals(other.currency)) {
            throw new CurrencyMismatchException(currency, other.currency);
        }
    }
}
