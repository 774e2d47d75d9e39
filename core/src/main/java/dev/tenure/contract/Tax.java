package dev.tenure.contract;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.money.ExactMoney;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * The tax on a fee, such as value added tax.
 *
 * <p><b>Formula.</b> An exclusive price is net and {@code gross = price * (1 + rate)}; an inclusive price is gross and
 * {@code net = price / (1 + rate)}. Both are exact.
 *
 * @param rate the rate, a fraction, zero or more, such as 0.2 for 20 %
 * @param basis whether agreed prices hold the tax
 */
public record Tax(BigDecimal rate, TaxBasis basis) implements Serializable {

    /** No tax. */
    public static final Tax NONE = exclusive(BigDecimal.ZERO);

    /**
     * Creates a tax.
     *
     * @param rate the rate, a fraction, zero or more
     * @param basis whether agreed prices hold the tax
     */
    public Tax {
        checkArgument(rate.signum() >= 0, "rate must not be negative: %s", rate);
        Objects.requireNonNull(basis, "basis");
    }

    /**
     * Returns a tax that comes on top of agreed prices.
     *
     * @param rate the rate, a fraction, zero or more
     * @return the tax
     * @throws IllegalArgumentException if the rate is negative
     */
    public static Tax exclusive(BigDecimal rate) {
        return new Tax(rate, TaxBasis.EXCLUSIVE);
    }

    /**
     * Returns a tax that is a part of agreed prices.
     *
     * @param rate the rate, a fraction, zero or more
     * @return the tax
     * @throws IllegalArgumentException if the rate is negative
     */
    public static Tax inclusive(BigDecimal rate) {
        return new Tax(rate, TaxBasis.INCLUSIVE);
    }

    /**
     * Returns an agreed price without the tax.
     *
     * @param price the price as agreed
     * @return the exact price without tax
     */
    public ExactMoney net(ExactMoney price) {
        return basis == TaxBasis.EXCLUSIVE ? price : price.dividedBy(BigDecimal.ONE.add(rate));
    }

    /**
     * Returns an agreed price with the tax.
     *
     * @param price the price as agreed
     * @return the exact price with tax
     */
    public ExactMoney gross(ExactMoney price) {
        return basis == TaxBasis.INCLUSIVE ? price : price.multipliedBy(BigDecimal.ONE.add(rate));
    }
}
