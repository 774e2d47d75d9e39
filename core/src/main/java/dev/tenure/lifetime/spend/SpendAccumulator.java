package dev.tenure.lifetime.spend;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.tenure.internal.RowCounts;
import dev.tenure.lifetime.estimation.MaximumLikelihood;
import dev.tenure.lifetime.estimation.ModelLikelihood;
import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import org.joda.money.CurrencyUnit;

/**
 * How many clients have spent how much in how many transactions. Mutable and not thread-safe: one for each thread or machine, then merge. The order of clients and
 * of merging changes nothing, to the last bit.
 *
 * <p>Its size is that of the distinct pairs of a number of transactions and a total; adding costs no object.
 */
public final class SpendAccumulator implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    /** Up to here a double holds every whole number. */
    private static final long MOST = 1L << 53;

    private final CurrencyUnit currency;
    private final NonPositiveSpend rule;
    private final RowCounts rows = new RowCounts();
    private long withoutTransactions;
    private long leftOut;

    SpendAccumulator(CurrencyUnit currency, NonPositiveSpend rule) {
        this.currency = currency;
        this.rule = rule;
    }

    /**
     * Adds a client. One without transactions tells nothing about spend and is only counted.
     *
     * @param transactions how many transactions, zero or more, at most 2^53
     * @param totalMinorUnits what was spent in all of them, in minor units of the currency, at most 2^53; zero without transactions
     * @throws IllegalArgumentException if an argument is out of range, or the total is not positive and {@link NonPositiveSpend#REFUSE} holds
     */
    public void add(long transactions, long totalMinorUnits) {
        checkArgument(transactions >= 0 && transactions <= MOST, "transactions must be in [0, 2^53]: %s", transactions);
        checkArgument(totalMinorUnits <= MOST, "totalMinorUnits must be at most 2^53: %s", totalMinorUnits);
        checkArgument(
                transactions > 0 || totalMinorUnits == 0,
                "totalMinorUnits must be zero without transactions: %s",
                totalMinorUnits);
        if (transactions == 0) {
            withoutTransactions = Math.addExact(withoutTransactions, 1);
        } else if (totalMinorUnits > 0) {
            rows.add((double) transactions, (double) totalMinorUnits, 0, 0, 1);
        } else {
            checkArgument(rule == NonPositiveSpend.LEAVE_OUT, "totalMinorUnits must be positive: %s", totalMinorUnits);
            leftOut = Math.addExact(leftOut, 1);
        }
    }

    /**
     * Adds a client.
     *
     * @param history what the client has spent
     * @throws IllegalArgumentException if it is in another currency, or beyond 2^53 minor units
     */
    public void add(SpendHistory history) {
        CurrencyUnit other = history.total().getCurrencyUnit();
        checkArgument(currency.equals(other), "currency must be %s: %s", currency, other);
        add(history.transactions(), history.total().getAmountMinorLong());
    }

    /**
     * Adds clients by columns.
     *
     * @param transactions how many transactions, by client
     * @param totalMinorUnits what was spent in all of them, in minor units, by client
     * @throws IllegalArgumentException if the columns differ in length or a value is out of range; the clients before it are added
     */
    public void addAll(long[] transactions, long[] totalMinorUnits) {
        checkArgument(
                totalMinorUnits.length == transactions.length,
                "totalMinorUnits must have %s values: %s",
                transactions.length,
                totalMinorUnits.length);
        for (int i = 0; i < transactions.length; i++) {
            add(transactions[i], totalMinorUnits[i]);
        }
    }

    /**
     * Adds the clients of another accumulator.
     *
     * @param other the other accumulator, which stays as it is
     * @return this accumulator
     * @throws IllegalArgumentException if it has another currency or another rule for spends that are not positive
     * @throws ArithmeticException if there are more clients than a {@code long} can count
     */
    @CanIgnoreReturnValue
    public SpendAccumulator merge(SpendAccumulator other) {
        Objects.requireNonNull(other, "other");
        checkArgument(currency.equals(other.currency), "currency must be %s: %s", currency, other.currency);
        checkArgument(rule == other.rule, "rule must be %s: %s", rule, other.rule);
        withoutTransactions = Math.addExact(withoutTransactions, other.withoutTransactions);
        leftOut = Math.addExact(leftOut, other.leftOut);
        rows.merge(other.rows);
        return this;
    }

    /**
     * Returns how many clients had no transactions.
     *
     * @return the number, zero or more
     */
    public long withoutTransactions() {
        return withoutTransactions;
    }

    /**
     * Returns how many clients were left out because what they spent is not positive.
     *
     * @return the number, zero or more; zero unless {@link NonPositiveSpend#LEAVE_OUT} holds
     */
    public long leftOut() {
        return leftOut;
    }

    /**
     * Returns the sample so far together with the model, for {@link MaximumLikelihood} and {@link ClientSpend#of(SpendAccumulator)}.
     *
     * @return the likelihood; its {@link ModelLikelihood#problem()} says whether the sample can determine the model
     */
    public ModelLikelihood<GammaGamma> result() {
        return GammaGammaLikelihood.of(sample(), currency);
    }

    CurrencyUnit currency() {
        return currency;
    }

    SpendSample sample() {
        return SpendSample.of(rows.sorted(), currency.getDecimalPlaces());
    }
}
