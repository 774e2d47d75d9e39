package dev.tenure.revenue;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.tenure.money.ExactMoney;
import java.io.Serial;
import java.io.Serializable;
import java.util.BitSet;
import org.joda.money.CurrencyUnit;

/**
 * What each client paid at the start and pays at the end. Mutable and not thread-safe: one for each thread or machine, then
 * merge. The order of rows and of merging changes nothing; sums are exact. A client may come in many rows: its amounts are added
 * up. It holds two numbers for each client, and a row costs no object.
 *
 * <p>Where the rows are partitioned by client, so that no client is in two accumulators, there is no need to merge: the results
 * can be added, {@link RevenueRetentionResult#plus}.
 */
public final class RevenueRetentionAccumulator implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final RevenueRetentionPolicy policy;
    private final CurrencyUnit currency;
    private final Snapshots snapshots;
    private final BitSet paused = new BitSet();

    RevenueRetentionAccumulator(RevenueRetentionPolicy policy, CurrencyUnit currency) {
        this.policy = policy;
        this.currency = currency;
        snapshots = new Snapshots(currency);
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
        snapshots.add(clientKey, openingMinorUnits, closingMinorUnits);
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
        snapshots.add(clientKey, opening, closing);
    }

    /**
     * Adds columns of what clients paid and pay.
     *
     * @param clientKeys the clients
     * @param openingMinorUnits for each of them the amount a month at the start, in minor units, zero or more
     * @param closingMinorUnits for each of them the amount a month at the end, in minor units, zero or more
     * @throws IllegalArgumentException if the columns are not of one length, and then nothing is added, or an amount is negative
     */
    public void addAll(long[] clientKeys, long[] openingMinorUnits, long[] closingMinorUnits) {
        snapshots.addAll(clientKeys, openingMinorUnits, closingMinorUnits);
    }

    /**
     * Adds that a client's contracts rest at the end. If it pays nothing then, {@link RevenueRetentionPolicy.Pauses} says what
     * that counts as.
     *
     * @param clientKey the client; the same number on every machine
     */
    public void addPaused(long clientKey) {
        paused.set(snapshots.number(clientKey));
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
        snapshots.addAll(other.snapshots);
        other.paused.stream().forEach(client -> addPaused(other.snapshots.key(client)));
        return this;
    }

    /**
     * Returns the retention of the clients so far.
     *
     * @return the retention, gross and net, as fractions; undefined without opening revenue
     */
    public RevenueRetentionResult result() {
        Totals totals = new Totals(currency);
        for (int client = 0; client < snapshots.size(); client++) {
            if (isInBase(client)) {
                totals.add(
                        snapshots.opening().total(client), snapshots.closing().total(client));
            }
        }
        return new RevenueRetentionResultBuilder()
                .base(totals.base.total())
                .lost(totals.lost.total())
                .contracted(totals.contracted.total())
                .expanded(totals.expanded.total())
                .returned(ExactMoney.zero(currency))
                .policy(policy)
                .build();
    }

    private boolean isInBase(int client) {
        return snapshots.opening().signum(client) > 0
                && (snapshots.closing().signum(client) != 0
                        || !paused.get(client)
                        || policy.pauses() != RevenueRetentionPolicy.Pauses.CENSORED);
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

        void add(ExactMoney start, ExactMoney end) {
            base.add(start);
            ExactMoney change = end.minus(start);
            if (end.signum() == 0) {
                lost.add(start);
            } else if (change.signum() < 0) {
                contracted.add(change.negated());
            } else {
                expanded.add(change);
            }
        }
    }
}
