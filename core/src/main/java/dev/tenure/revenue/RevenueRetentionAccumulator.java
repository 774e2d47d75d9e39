package dev.tenure.revenue;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.tenure.money.ExactMoney;
import java.io.Serial;
import java.io.Serializable;
import java.util.HashMap;
import org.joda.money.CurrencyUnit;

/**
 * What each client paid at the start and pays at the end. Mutable and not thread-safe: one for each thread or machine, then
 * merge. The order of rows and of merging changes nothing; sums are exact. A client may come in many rows: its amounts are added
 * up. It holds two sums for each client.
 */
public final class RevenueRetentionAccumulator implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final RevenueRetentionPolicy policy;
    private final CurrencyUnit currency;
    private final HashMap<Long, Row> clients = new HashMap<>();

    RevenueRetentionAccumulator(RevenueRetentionPolicy policy, CurrencyUnit currency) {
        this.policy = policy;
        this.currency = currency;
    }

    /**
     * Adds to what a client paid and pays.
     *
     * @param clientKey the client; the same number on every machine
     * @param openingMinorUnits the amount a month at the start, in minor units, zero or more
     * @param closingMinorUnits the amount a month at the end, in minor units, zero or more
     * @throws IllegalArgumentException if an amount is negative
     */
    public void add(long clientKey, long openingMinorUnits, long closingMinorUnits) {
        checkArgument(openingMinorUnits >= 0, "openingMinorUnits must not be negative: %s", openingMinorUnits);
        checkArgument(closingMinorUnits >= 0, "closingMinorUnits must not be negative: %s", closingMinorUnits);
        Row row = row(clientKey);
        row.opening.add(openingMinorUnits);
        row.closing.add(closingMinorUnits);
    }

    /**
     * Adds to what a client paid and pays.
     *
     * @param clientKey the client; the same number on every machine
     * @param opening the exact amount a month at the start, zero or more
     * @param closing the exact amount a month at the end, zero or more
     * @throws IllegalArgumentException if an amount is negative
     */
    public void add(long clientKey, ExactMoney opening, ExactMoney closing) {
        checkArgument(opening.signum() >= 0, "opening must not be negative: %s", opening);
        checkArgument(closing.signum() >= 0, "closing must not be negative: %s", closing);
        Row row = row(clientKey);
        row.opening.add(opening);
        row.closing.add(closing);
    }

    /**
     * Adds that a client's contracts rest at the end. If it pays nothing then, {@link RevenueRetentionPolicy.Pauses} says what
     * that counts as.
     *
     * @param clientKey the client; the same number on every machine
     */
    public void addPaused(long clientKey) {
        row(clientKey).paused = true;
    }

    /**
     * Adds what another accumulator holds.
     *
     * @param other the other accumulator, for the same policy and currency, which stays as it is
     * @return this accumulator
     * @throws IllegalArgumentException if policy or currency differ
     */
    @CanIgnoreReturnValue
    public RevenueRetentionAccumulator merge(RevenueRetentionAccumulator other) {
        checkArgument(
                policy.equals(other.policy) && currency.equals(other.currency),
                "other must have the policy and currency of this accumulator: %s",
                other.currency);
        other.clients.forEach((key, row) -> row(key).add(row));
        return this;
    }

    /**
     * Returns the retention of the clients so far.
     *
     * @return the retention, gross and net, as fractions; undefined without opening revenue
     */
    public RevenueRetentionResult result() {
        Totals totals = new Totals(currency);
        clients.values().forEach(row -> totals.add(row, policy));
        return new RevenueRetentionResultBuilder()
                .base(totals.base.total())
                .lost(totals.lost.total())
                .contracted(totals.contracted.total())
                .expanded(totals.expanded.total())
                .returned(ExactMoney.zero(currency))
                .policy(policy)
                .build();
    }

    private Row row(long clientKey) {
        return clients.computeIfAbsent(clientKey, key -> new Row(currency));
    }

    /** What one client paid and pays. */
    private static final class Row implements Serializable {

        @Serial
        private static final long serialVersionUID = 1;

        private final ExactSum opening;
        private final ExactSum closing;
        private boolean paused;

        Row(CurrencyUnit currency) {
            opening = new ExactSum(currency);
            closing = new ExactSum(currency);
        }

        void add(Row other) {
            opening.add(other.opening);
            closing.add(other.closing);
            paused |= other.paused;
        }
    }

    /** The clients of the opening book together. */
    private static final class Totals {

        private final ExactSum base;
        private final ExactSum lost;
        private final ExactSum contracted;
        private final ExactSum expanded;

        Totals(CurrencyUnit currency) {
            base = new ExactSum(currency);
            lost = new ExactSum(currency);
            contracted = new ExactSum(currency);
            expanded = new ExactSum(currency);
        }

        void add(Row row, RevenueRetentionPolicy policy) {
            ExactMoney start = row.opening.total();
            ExactMoney end = row.closing.total();
            boolean gone = end.signum() == 0;
            if (start.signum() == 0
                    || (gone && row.paused && policy.pauses() == RevenueRetentionPolicy.Pauses.CENSORED)) {
                return;
            }
            base.add(start);
            ExactMoney change = end.minus(start);
            if (gone) {
                lost.add(start);
            } else if (change.signum() < 0) {
                contracted.add(change.negated());
            } else {
                expanded.add(change);
            }
        }
    }
}
