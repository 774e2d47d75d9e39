package dev.tenure.contract;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What the client pays the agency for, and how much.
 *
 * <p>Money that passes through the agency, such as a media budget, is no fee of the agency's and is part of no fee terms.
 */
public sealed interface FeeTerms {

    /**
     * A fixed fee for each billing cycle.
     *
     * @param fee the fee for one cycle, positive
     * @param cycle how often it falls due
     */
    record Retainer(Money fee, BillingCycle cycle) implements FeeTerms, Serializable {

        /**
         * Creates a retainer.
         *
         * @param fee the fee for one cycle, positive
         * @param cycle how often it falls due
         */
        public Retainer {
            checkArgument(fee.isPositive(), "fee must be positive: %s", fee);
            Objects.requireNonNull(cycle, "cycle");
        }

        @Override
        public CurrencyUnit currency() {
            return fee.getCurrencyUnit();
        }

        @Override
        public Optional<Retainer> fixedPart() {
            return Optional.of(this);
        }

        @Override
        public boolean hasVariablePart() {
            return false;
        }
    }

    /**
     * A fixed fee for each billing cycle and a bonus for results.
     *
     * @param retainer the fixed part
     * @param bonus the variable part, in the same currency
     */
    record Hybrid(Retainer retainer, BonusSchedule bonus) implements FeeTerms {

        /**
         * Creates a retainer with a bonus.
         *
         * @param retainer the fixed part
         * @param bonus the variable part, in the same currency
         */
        public Hybrid {
            checkArgument(
                    bonus.currency().equals(retainer.currency()),
                    "bonus must be in the currency of the retainer, %s: %s",
                    retainer.currency(),
                    bonus.currency());
        }

        @Override
        public CurrencyUnit currency() {
            return retainer.currency();
        }

        @Override
        public Optional<Retainer> fixedPart() {
            return Optional.of(retainer);
        }

        @Override
        public boolean hasVariablePart() {
            return true;
        }
    }

    /**
     * A share of what the client spends on advertising.
     *
     * @param currency the currency of the spend and of the fee
     * @param share the share of the spend, a fraction in (0, 1]
     */
    record CommissionOnSpend(CurrencyUnit currency, BigDecimal share) implements FeeTerms, Serializable {

        /**
         * Creates a commission.
         *
         * @param currency the currency of the spend and of the fee
         * @param share the share of the spend, a fraction in (0, 1]
         */
        public CommissionOnSpend {
            Objects.requireNonNull(currency, "currency");
            checkArgument(
                    share.signum() > 0 && share.compareTo(BigDecimal.ONE) <= 0, "share must be in (0, 1]: %s", share);
        }

        @Override
        public Optional<Retainer> fixedPart() {
            return Optional.empty();
        }

        @Override
        public boolean hasVariablePart() {
            return true;
        }
    }

    /**
     * One fee for one piece of work.
     *
     * @param fee the fee, positive
     */
    record Project(Money fee) implements FeeTerms, Serializable {

        /**
         * Creates a project.
         *
         * @param fee the fee, positive
         */
        public Project {
            checkArgument(fee.isPositive(), "fee must be positive: %s", fee);
        }

        @Override
        public CurrencyUnit currency() {
            return fee.getCurrencyUnit();
        }

        @Override
        public Optional<Retainer> fixedPart() {
            return Optional.empty();
        }

        @Override
        public boolean hasVariablePart() {
            return false;
        }
    }

    /**
     * Returns the currency of the fees.
     *
     * @return the currency
     */
    CurrencyUnit currency();

    /**
     * Returns the fee that falls due whatever happens.
     *
     * @return the fixed fee and its cycle; empty if there is none that recurs
     */
    Optional<Retainer> fixedPart();

    /**
     * Tells whether a part of the fee depends on results or on the client's spend.
     *
     * @return true if a part does
     */
    boolean hasVariablePart();

    /**
     * Returns a fixed fee for each billing cycle.
     *
     * @param fee the fee for one cycle, positive
     * @param cycle how often it falls due
     * @return the terms
     * @throws IllegalArgumentException if the fee is not positive
     */
    static Retainer retainer(Money fee, BillingCycle cycle) {
        return new Retainer(fee, cycle);
    }

    /**
     * Returns a fixed fee for each billing cycle and a bonus for results.
     *
     * @param retainer the fixed part
     * @param bonus the variable part, in the same currency
     * @return the terms
     * @throws IllegalArgumentException if the currencies differ
     */
    static Hybrid hybrid(Retainer retainer, BonusSchedule bonus) {
        return new Hybrid(retainer, bonus);
    }

    /**
     * Returns a share of what the client spends on advertising.
     *
     * @param currency the currency of the spend and of the fee
     * @param share the share of the spend, a fraction in (0, 1]
     * @return the terms
     * @throws IllegalArgumentException if the share is out of range
     */
    static CommissionOnSpend commissionOnSpend(CurrencyUnit currency, BigDecimal share) {
        return new CommissionOnSpend(currency, share);
    }

    /**
     * Returns one fee for one piece of work.
     *
     * @param fee the fee, positive
     * @return the terms
     * @throws IllegalArgumentException if the fee is not positive
     */
    static Project project(Money fee) {
        return new Project(fee);
    }
}
