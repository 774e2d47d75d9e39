package dev.tenure.lifetime.spend;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What a client has spent so far: all that {@link GammaGamma} needs to know.
 *
 * @param transactions how many transactions, zero or more: {@code x}
 * @param total what was spent in all of them, above zero; zero without transactions
 */
public record SpendHistory(long transactions, Money total) implements Serializable {

    /**
     * Creates a history.
     *
     * @param transactions how many transactions, zero or more
     * @param total what was spent in all of them, positive; zero without transactions
     */
    public SpendHistory {
        checkArgument(transactions >= 0, "transactions must not be negative: %s", transactions);
        checkArgument(transactions > 0 || total.isZero(), "total must be zero without transactions: %s", total);
        checkArgument(transactions == 0 || total.isPositive(), "total must be positive: %s", total);
    }

    /**
     * Returns a history.
     *
     * @param transactions how many transactions, zero or more
     * @param total what was spent in all of them, positive; zero without transactions
     * @return the history
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static SpendHistory of(long transactions, Money total) {
        return new SpendHistory(transactions, total);
    }

    /**
     * Returns the history of a client without transactions.
     *
     * @param currency the currency
     * @return the history
     */
    public static SpendHistory none(CurrencyUnit currency) {
        return new SpendHistory(0, Money.zero(currency));
    }
}
