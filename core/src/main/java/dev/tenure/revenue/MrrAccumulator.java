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
import java.util.HashSet;
import org.joda.money.CurrencyUnit;

/**
 * The recurring fees of a book on one day. Mutable and not thread-safe: one for each thread or machine, then merge. The order of
 * fees and of merging changes nothing; sums are exact. It holds one number for each client and each billing cycle.
 */
public final class MrrAccumulator implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final MrrPolicy policy;
    private final CurrencyUnit currency;
    private final LocalDate asOf;
    private final HashMap<BillingCycle, ExactSum> fees = new HashMap<>();
    private final ExactSum monthly;
    private final EnumMap<MrrStatus, Long> contracts = new EnumMap<>(MrrStatus.class);
    private final HashSet<Long> accounts = new HashSet<>();

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
        fees.computeIfAbsent(cycle, it -> new ExactSum(currency)).add(feeMinorUnits);
        count(MrrStatus.COUNTED);
        if (feeMinorUnits > 0 && isCounted(cycle)) {
            accounts.add(clientKey);
        }
    }

    void add(long clientKey, MrrStatus status, ExactMoney amount) {
        monthly.add(amount);
        count(status);
        if (amount.signum() > 0 || (status == MrrStatus.PAUSED && policy.pauses() == MrrPolicy.Pauses.ZERO)) {
            accounts.add(clientKey);
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
        other.fees.forEach((cycle, sum) ->
                fees.computeIfAbsent(cycle, it -> new ExactSum(currency)).add(sum));
        monthly.add(other.monthly);
        other.contracts.forEach((status, count) -> contracts.merge(status, count, Math::addExact));
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
                        .map(entry -> MrrFormula.perMonth(entry.getValue().total(), entry.getKey(), policy))
                        .reduce(monthly.total(), ExactMoney::plus))
                .accounts(accounts.size())
                .contracts(Maps.immutableEnumMap(contracts))
                .build();
    }

    private void count(MrrStatus status) {
        contracts.merge(status, 1L, Math::addExact);
    }

    private boolean isCounted(BillingCycle cycle) {
        return MrrFormula.perMonth(ExactMoney.ofMinor(currency, 1), cycle, policy)
                        .signum()
                > 0;
    }
}
