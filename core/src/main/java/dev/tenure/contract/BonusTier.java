package dev.tenure.contract;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;
import java.math.BigDecimal;
import org.joda.money.BigMoney;
import org.joda.money.Money;

/**
 * What a result from some value on, up to the next tier, earns.
 *
 * <p><b>Formula.</b> {@code bonus = fixed + perUnit * (result - from)}.
 *
 * @param from the result from which on the tier applies, inclusive, counted above the baseline, zero or more
 * @param fixed what reaching the tier earns, zero or more
 * @param perUnit what each further unit of the result earns, zero or more, in the same currency
 */
public record BonusTier(BigDecimal from, Money fixed, BigMoney perUnit) implements Serializable {

    /**
     * Creates a tier.
     *
     * @param from the result from which on the tier applies, zero or more
     * @param fixed what reaching the tier earns, zero or more
     * @param perUnit what each further unit of the result earns, zero or more, in the same currency
     */
    public BonusTier {
        checkArgument(from.signum() >= 0, "from must not be negative: %s", from);
        checkArgument(!fixed.isNegative(), "fixed must not be negative: %s", fixed);
        checkArgument(!perUnit.isNegative(), "perUnit must not be negative: %s", perUnit);
        checkArgument(
                perUnit.isSameCurrency(fixed),
                "perUnit must be in the currency of fixed, %s: %s",
                fixed.getCurrencyUnit(),
                perUnit);
    }

    /**
     * Returns a tier whose bonus does not depend on how far the result is above it.
     *
     * @param from the result from which on the tier applies, zero or more
     * @param fixed what reaching the tier earns, zero or more
     * @return the tier
     * @throws IllegalArgumentException if an argument is negative
     */
    public static BonusTier flat(BigDecimal from, Money fixed) {
        return new BonusTier(from, fixed, BigMoney.zero(fixed.getCurrencyUnit()));
    }

    /**
     * Returns a tier.
     *
     * @param from the result from which on the tier applies, zero or more
     * @param fixed what reaching the tier earns, zero or more
     * @param perUnit what each further unit of the result earns, zero or more, in the same currency
     * @return the tier
     * @throws IllegalArgumentException if an argument is negative or the currencies differ
     */
    public static BonusTier of(BigDecimal from, Money fixed, BigMoney perUnit) {
        return new BonusTier(from, fixed, perUnit);
    }
}
