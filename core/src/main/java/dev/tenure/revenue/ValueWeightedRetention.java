package dev.tenure.revenue;

import dev.tenure.client.ClientId;
import dev.tenure.contract.Contract;
import dev.tenure.money.ExactMoney;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.ProportionInterval;
import dev.tenure.stat.WeightedProportion;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.joda.money.CurrencyUnit;

/**
 * Computes value-weighted retention: which share of an opening book stayed, each client counted with what it paid, and how sure
 * that is when the clients are few and unequal.
 *
 * <p><b>Formula.</b> With \(s_i\) what client \(i\) of the opening book paid, \(e_i\) what it pays at the end and \(r_i\) what it
 * kept, by {@link KeptValue} 1 if it pays anything, or \(\min(s_i, e_i)/s_i\),
 *
 * <p>\[ R = \frac{\sum s_i r_i}{\sum s_i}, \qquad n^* = \frac{(\sum s_i)^2}{\sum s_i^2}. \]
 *
 * <p>The interval is that of a proportion of \(R n^*\) successes in \(n^*\) trials: {@link WeightedProportion}.
 *
 * <p><b>Units.</b> Fractions of the opening revenue.
 *
 * <p><b>Conventions.</b> Only clients that paid at the start count. A contract that rests on either day is in neither, as long as
 * the policy for revenue says that a rest brings nothing: it is undecided. The interval is Wilson's at 95 % unless another is
 * set. It is one of the chance that a client stays, weighted by revenue: the sizes of the clients are taken as they are. One
 * client of half of the revenue makes it wide, however many others there are. Without opening revenue there is no value.
 *
 * <p><b>Errors.</b> A negative amount is an {@link IllegalArgumentException}.
 *
 * <p><b>Source.</b> As of {@link WeightedProportion}. docs/validation.md has the coverage of this interval beside Student's, the
 * bootstrap's and that of counting clients.
 */
public final class ValueWeightedRetention {

    private static final ValueWeightedRetention DEFAULTS =
            new ValueWeightedRetention(KeptValue.CLIENT, ProportionInterval.WILSON, ConfidenceLevel.P95);

    private final KeptValue kept;
    private final ProportionInterval method;
    private final ConfidenceLevel level;

    private ValueWeightedRetention(KeptValue kept, ProportionInterval method, ConfidenceLevel level) {
        this.kept = kept;
        this.method = method;
        this.level = level;
    }

    /**
     * Returns the calculator that counts clients, with Wilson's interval at 95 %.
     *
     * @return the calculator
     */
    public static ValueWeightedRetention withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns this calculator with another meaning of kept.
     *
     * @param value what a client that stayed has kept
     * @return the changed calculator
     */
    public ValueWeightedRetention with(KeptValue value) {
        return new ValueWeightedRetention(Objects.requireNonNull(value, "value"), method, level);
    }

    /**
     * Returns this calculator with another method for the interval.
     *
     * @param interval the method
     * @return the changed calculator
     */
    public ValueWeightedRetention with(ProportionInterval interval) {
        return new ValueWeightedRetention(kept, Objects.requireNonNull(interval, "interval"), level);
    }

    /**
     * Returns this calculator with another confidence level.
     *
     * @param confidence the level
     * @return the changed calculator
     */
    public ValueWeightedRetention with(ConfidenceLevel confidence) {
        return new ValueWeightedRetention(kept, method, Objects.requireNonNull(confidence, "confidence"));
    }

    /**
     * Computes the retention from the snapshots of two days.
     *
     * @param contracts all contracts of all clients, in any order
     * @param opening the earlier day
     * @param closing the later day; a year later for the retention of a year
     * @param mrr how revenue is computed
     * @return the retention, a fraction in [0, 1]; undefined without opening revenue
     * @throws IllegalArgumentException if a contract's currency has no rate
     */
    public ValueWeightedRetentionResult of(
            Iterable<Contract> contracts, LocalDate opening, LocalDate closing, MonthlyRecurringRevenue mrr) {
        ValueWeightedRetentionAccumulator accumulator = accumulator(mrr.currency());
        Map<ClientId, Long> keys = new HashMap<>();
        for (Contract contract : contracts) {
            long key = keys.computeIfAbsent(contract.clientId(), id -> (long) keys.size());
            ContractMrrResult start = mrr.of(contract, opening);
            ContractMrrResult end = mrr.of(contract, closing);
            if (start.status() != MrrStatus.PAUSED && end.status() != MrrStatus.PAUSED) {
                accumulator.add(key, start.value(), end.value());
            }
        }
        return accumulator.result();
    }

    /**
     * Computes the retention from what each client paid and pays.
     *
     * @param opening what each client paid at the start, zero or more, in one currency
     * @param closing what each client pays at the end, zero or more, in the same currency; who is missing pays nothing
     * @param currency the currency of the report
     * @param <K> what tells clients apart, such as an identifier
     * @return the retention, a fraction in [0, 1]; undefined without opening revenue
     * @throws IllegalArgumentException if an amount is negative
     */
    public <K> ValueWeightedRetentionResult of(
            Map<K, ExactMoney> opening, Map<K, ExactMoney> closing, CurrencyUnit currency) {
        ValueWeightedRetentionAccumulator accumulator = accumulator(currency);
        ExactMoney nothing = ExactMoney.zero(currency);
        Set<K> clients = new LinkedHashSet<>(opening.keySet());
        clients.addAll(closing.keySet());
        long key = 0;
        for (K client : clients) {
            accumulator.add(key++, opening.getOrDefault(client, nothing), closing.getOrDefault(client, nothing));
        }
        return accumulator.result();
    }

    /**
     * Returns an empty accumulator of snapshots, for revenue that arrives row by row or on several machines.
     *
     * @param currency the currency of the report
     * @return a new accumulator
     */
    public ValueWeightedRetentionAccumulator accumulator(CurrencyUnit currency) {
        return new ValueWeightedRetentionAccumulator(kept, method, level, Objects.requireNonNull(currency, "currency"));
    }
}
