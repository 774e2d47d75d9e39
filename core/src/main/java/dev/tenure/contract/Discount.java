package dev.tenure.contract;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.money.ExactMoney;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Less to pay than the fee terms say, for as long as the contract runs or for some time. What was given back once for a cycle
 * that was already billed is a {@link Refund}.
 */
public sealed interface Discount {

    /**
     * A share of the fee.
     *
     * @param share the share that is not paid, a fraction in (0, 1]
     * @param span when it holds; without an end it is a standing discount
     */
    record Percentage(BigDecimal share, DateSpan span) implements Discount {

        /**
         * Creates a discount.
         *
         * @param share the share that is not paid, a fraction in (0, 1]
         * @param span when it holds
         */
        public Percentage {
            checkArgument(
                    share.signum() > 0 && share.compareTo(BigDecimal.ONE) <= 0, "share must be in (0, 1]: %s", share);
            Objects.requireNonNull(span, "span");
        }

        @Override
        public Optional<CurrencyUnit> currency() {
            return Optional.empty();
        }

        @Override
        public ExactMoney applyTo(ExactMoney fee) {
            return fee.multipliedBy(BigDecimal.ONE.subtract(share));
        }
    }

    /**
     * An amount less for each billing cycle.
     *
     * @param amount what is not paid for each cycle, positive
     * @param span when it holds; without an end it is a standing discount
     */
    record Fixed(Money amount, DateSpan span) implements Discount {

        /**
         * Creates a discount.
         *
         * @param amount what is not paid for each cycle, positive
         * @param span when it holds
         */
        public Fixed {
            checkArgument(amount.isPositive(), "amount must be positive: %s", amount);
            Objects.requireNonNull(span, "span");
        }

        @Override
        public Optional<CurrencyUnit> currency() {
            return Optional.of(amount.getCurrencyUnit());
        }

        @Override
        public ExactMoney applyTo(ExactMoney fee) {
            ExactMoney rest = fee.minus(ExactMoney.of(amount));
            return rest.signum() < 0 ? ExactMoney.zero(fee.currency()) : rest;
        }
    }

    /**
     * Returns when the discount holds.
     *
     * @return the span; without an end it is a standing discount
     */
    DateSpan span();

    /**
     * Returns the currency of the discount.
     *
     * @return the currency; empty for a share, which holds in any
     */
    Optional<CurrencyUnit> currency();

    /**
     * Returns what is left of a fee.
     *
     * @param fee the fee for one billing cycle, zero or more
     * @return the exact rest, zero or more
     */
    ExactMoney applyTo(ExactMoney fee);

    /**
     * Tells whether the discount holds for as long as the contract runs.
     *
     * @return true if its span has no end
     */
    default boolean isStanding() {
        return span().end().isEmpty();
    }

    /**
     * Tells whether the discount holds on a day.
     *
     * @param date the day
     * @return true if its span contains the day
     */
    default boolean holdsOn(LocalDate date) {
        return span().contains(date);
    }

    /**
     * Returns a share of the fee as a discount.
     *
     * @param share the share that is not paid, a fraction in (0, 1]
     * @param span when it holds; without an end it is a standing discount
     * @return the discount
     * @throws IllegalArgumentException if the share is out of range
     */
    static Discount percentage(BigDecimal share, DateSpan span) {
        return new Percentage(share, span);
    }

    /**
     * Returns an amount less for each billing cycle as a discount.
     *
     * @param amount what is not paid for each cycle, positive
     * @param span when it holds; without an end it is a standing discount
     * @return the discount
     * @throws IllegalArgumentException if the amount is not positive
     */
    static Discount fixed(Money amount, DateSpan span) {
        return new Fixed(amount, span);
    }
}
