package dev.tenure.revenue;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.Maps;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.tenure.contract.BillingCycle;
import dev.tenure.money.ExactMoney;
import java.io.Serial;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import org.joda.money.CurrencyUnit;

/**
 * The recurring fees of a book on one day. Mutable and not thread-safe: one for each thread or machine, then merge. The order of
 * fees and of merging changes nothing; sums are exact. It holds one number for each client and each billing cycle, and a row costs no
 * object.
 *
 * <p>Where the rows are partitioned by client, so that no client is in two accumulators, there is no need to merge: the results
 * can be added, {@link MrrResult#plus}.
 */
public final class MrrAccumulator implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final MrrPolicy policy;
    private final CurrencyUnit currency;
    private final LocalDate asOf;
    private final HashMap<BillingCycle, Fees> fees = new HashMap<>();
    private final ExactSum monthly;
    private final EnumMap<MrrStatus, Count> contracts = new EnumMap<>(MrrStatus.class);
    private final ClientKeys accounts = new ClientKeys();

    MrrAccumulator(MrrPolicy policy, CurrencyUnit currency, LocalDate asOf) {
        this.policy = policy;
        this.currency = currency;
        this.asOf = asOf;
        monthly = new ExactSum(currency);
    }

    /**
     * Adds one fee that counts on the day.
     *
     * @param clientKey whose fee it is; the same number for the same client on every machine
     * @param feeMinorUnits the fee for one cycle in minor units of the report's currency, without what the policy does not
     *     count, zero or more
     * @param cycle how often the fee falls due
     * @throws IllegalArgumentException if the fee is negative
     */
    public void add(long clientKey, long feeMinorUnits, BillingCycle cycle) {
        checkArgument(feeMinorUnits >= 0, "feeMinorUnits must not be negative: %s", feeMinorUnits);
        Fees ofCycle = fees(cycle);
        ofCycle.sum.add(feeMinorUnits);
        count(MrrStatus.COUNTED).add(1);
        if (feeMinorUnits > 0 && ofCycle.isCounted) {
            accounts.number(clientKey);
        }
    }

    /**
     * Adds a column of fees that count on the day.
     *
     * @param clientKeys whose fees they are
     * @param feesMinorUnits for each of them the fee for one cycle in minor units of the report's currency, without what the
     *     policy does not count, zero or more
     * @param cycle how often all these fees fall due
     * @throws IllegalArgumentException if the columns are not of one length, and then nothing is added, or a fee is negative
     */
    public void addAll(long[] clientKeys, long[] feesMinorUnits, BillingCycle cycle) {
        Columns.check("feesMinorUnits", feesMinorUnits.length, clientKeys.length);
        for (int i = 0; i < clientKeys.length; i++) {
            add(clientKeys[i], feesMinorUnits[i], cycle);
        }
    }

    void add(long clientKey, MrrStatus status, ExactMoney amount) {
        monthly.add(amount);
        count(status).add(1);
        if (amount.signum() > 0 || (status == MrrStatus.PAUSED && policy.pauses() == MrrPolicy.Pauses.ZERO)) {
            accounts.number(clientKey);
        }
    }

    /**
     * Adds what another accumulator holds.
     *
     * @param other the other accumulator, for the same policy, currency and day, which stays as it is
     * @return this accumulator
     * @throws IllegalArgumentException if policy, currency or day differ
     */
    @CanIgnoreReturnValue
    public MrrAccumulator merge(MrrAccumulator other) {
        checkArgument(
                policy.equals(other.policy) && currency.equals(other.currency) && asOf.equals(other.asOf),
                "other must have the policy, currency and day of this accumulator: %s",
                other.asOf);
        other.fees.forEach((cycle, ofCycle) -> fees(cycle).sum.add(ofCycle.sum));
        monthly.add(other.monthly);
        other.contracts.forEach((status, count) -> count(status).add(count.value));
        accounts.addAll(other.accounts);
        return this;
    }

    /**
     * Returns the revenue of the fees so far.
     *
     * @return the revenue a month, exact, in the currency of the report; zero if nothing was added
     */
    public MrrResult result() {
        return new MrrResultBuilder()
                .asOf(asOf)
                .policy(policy)
                .value(fees.entrySet().stream()
                        .map(entry -> MrrFormula.perMonth(entry.getValue().sum.total(), entry.getKey(), policy))
                        .reduce(monthly.total(), ExactMoney::plus))
                .accounts(accounts.size())
                .contracts(Maps.immutableEnumMap(Maps.transformValues(contracts, count -> count.value)))
                .build();
    }

    private Count count(MrrStatus status) {
        return contracts.computeIfAbsent(status, it -> new Count());
    }

    private Fees fees(BillingCycle cycle) {
        Fees known = fees.get(cycle);
        if (known != null) {
            return known;
        }
        boolean isCounted = MrrFormula.perMonth(ExactMoney.ofMinor(currency, 1), cycle, policy)
                        .signum()
                > 0;
        Fees none = new Fees(currency, isCounted);
        fees.put(cycle, none);
        return none;
    }

    /** A number that grows in place. */
    private static final class Count implements Serializable {

        @Serial
        private static final long serialVersionUID = 1;

        private long value;

        void add(long more) {
            value = Math.addExact(value, more);
        }
    }

    /** The fees that fall due equally often. */
    private static final class Fees implements Serializable {

        @Serial
        private static final long serialVersionUID = 1;

        private final ExactSum sum;
        private final boolean isCounted;

        Fees(CurrencyUnit currency, boolean isCounted) {
            sum = new ExactSum(currency);
            this.isCounted = isCounted;
        }
    }
}
