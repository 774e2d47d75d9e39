package dev.tenure.revenue;

import dev.tenure.client.ClientId;
import dev.tenure.contract.Contract;
import dev.tenure.money.ExactMoney;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.joda.money.CurrencyUnit;

/**
 * Computes gross and net revenue retention (GRR, NRR): which share of the revenue of an opening book is still there at the end,
 * without and with what its clients agreed to pay more.
 *
 * <p><b>Formula.</b> With \(S\) the opening revenue, by movements
 *
 * <p>\[ \mathrm{GRR} = \frac{S - \text{contraction} - \text{churn}}{S}, \qquad
 * \mathrm{NRR} = \frac{S + \text{expansion} - \text{contraction} - \text{churn}}{S}, \]
 *
 * <p>and by snapshots, with \(s_i\) and \(e_i\) what client \(i\) of the opening book paid at the start and pays at the end,
 *
 * <p>\[ \mathrm{GRR} = \frac{\sum \min(s_i, e_i)}{\sum s_i}, \qquad \mathrm{NRR} = \frac{\sum e_i}{\sum s_i}. \]
 *
 * <p><b>Units.</b> Fractions of the opening revenue.
 *
 * <p><b>Conventions.</b> Movements are best netted: {@link MovementPolicy.Mode#NET}. New clients count nowhere. What exchange
 * rates did counts nowhere by movements; by snapshots it is part of \(e_i\), unless the revenue is asked for at a constant rate.
 * Under {@link RevenueRetentionPolicy.Pauses#CENSORED} a contract that rests on either day is in neither. At constant rates netted
 * movements give the figures of the snapshots, but for two clients: one that is both indexed and agreed on less has both by
 * movements and the difference by snapshots, and one all of whose contracts rested at the start is in no opening book, while the
 * contract it added since is an expansion by movements. In {@link MovementPolicy.Mode#GROSS} an expansion is not netted against
 * a contraction of the same client, and what was both won and lost in the period is lost. Without opening revenue there is no
 * value. Nothing is annualised.
 *
 * <p><b>Errors.</b> A negative amount is an {@link IllegalArgumentException}.
 *
 * <p><b>Source.</b> The presets of {@link RevenueRetentionPolicy} name the published conventions.
 */
public final class RevenueRetention {

    private static final RevenueRetention DEFAULTS = new RevenueRetention(RevenueRetentionPolicy.STANDARD);

    private final RevenueRetentionPolicy policy;

    private RevenueRetention(RevenueRetentionPolicy policy) {
        this.policy = policy;
    }

    /**
     * Returns the calculator with {@link RevenueRetentionPolicy#STANDARD}.
     *
     * @return the calculator
     */
    public static RevenueRetention withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns this calculator with another policy.
     *
     * @param retention what counts as revenue retained
     * @return the changed calculator
     */
    public RevenueRetention with(RevenueRetentionPolicy retention) {
        return new RevenueRetention(Objects.requireNonNull(retention, "retention"));
    }

    /**
     * Computes the retention of a period from its movements.
     *
     * @param movements the movements
     * @return the retention, gross and net, as fractions; undefined without opening revenue
     */
    public RevenueRetentionResult of(RevenueMovementsResult movements) {
        ExactMoney opening = movements.opening();
        ExactMoney paused = movements.amount(MovementType.PAUSE);
        boolean censored = policy.pauses() == RevenueRetentionPolicy.Pauses.CENSORED;
        ExactMoney loss = movements.amount(MovementType.CHURN).negated();
        ExactMoney back = movements.amount(MovementType.REACTIVATION);
        if (!censored) {
            loss = loss.minus(paused);
            back = back.plus(movements.amount(MovementType.RESUME));
        }
        return new RevenueRetentionResultBuilder()
                .base(censored ? opening.plus(paused) : opening)
                .lost(loss)
                .contracted(movements.amount(MovementType.CONTRACTION).negated())
                .expanded(expanded(movements))
                .returned(back)
                .policy(policy)
                .build();
    }

    /**
     * Computes the retention from the snapshots of two days.
     *
     * @param contracts all contracts of all clients, in any order
     * @param opening the earlier day
     * @param closing the later day; a year later for the retention of a year
     * @param mrr how revenue is computed
     * @return the retention, gross and net, as fractions; undefined without opening revenue
     */
    public RevenueRetentionResult of(
            Iterable<Contract> contracts, LocalDate opening, LocalDate closing, MonthlyRecurringRevenue mrr) {
        RevenueRetentionAccumulator accumulator = accumulator(mrr.currency());
        Map<ClientId, Long> keys = new HashMap<>();
        for (Contract contract : contracts) {
            long key = keys.computeIfAbsent(contract.clientId(), id -> (long) keys.size());
            ContractMrrResult start = mrr.of(contract, opening);
            ContractMrrResult end = mrr.of(contract, closing);
            if (isObserved(start) && isObserved(end)) {
                accumulator.add(key, start.value(), end.value());
            }
        }
        return accumulator.result();
    }

    /**
     * Returns an empty accumulator of snapshots, for revenue that arrives row by row or on several machines.
     *
     * @param currency the currency of the report
     * @return a new accumulator
     */
    public RevenueRetentionAccumulator accumulator(CurrencyUnit currency) {
        return new RevenueRetentionAccumulator(policy, currency);
    }

    private boolean isObserved(ContractMrrResult revenue) {
        return policy.pauses() == RevenueRetentionPolicy.Pauses.AS_LOSS || revenue.status() != MrrStatus.PAUSED;
    }

    private ExactMoney expanded(RevenueMovementsResult movements) {
        ExactMoney expansion = movements.amount(MovementType.EXPANSION);
        return policy.indexations() == RevenueRetentionPolicy.Indexations.AS_EXPANSION
                ? expansion.plus(movements.amount(MovementType.INDEXATION))
                : expansion;
    }
}
