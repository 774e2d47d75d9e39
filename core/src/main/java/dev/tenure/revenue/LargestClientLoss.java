package dev.tenure.revenue;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dev.tenure.client.ClientId;
import dev.tenure.contract.Contract;
import dev.tenure.money.ExactMoney;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;

/**
 * Computes what would be left if the largest clients went: a scenario, with no probability to it.
 *
 * <p><b>Formula.</b> With \(s_i\) and \(e_i\) what client \(i\) paid at the start and pays at the end, and \(T\) the clients with
 * the largest \(e_i\),
 *
 * <p>\[ \text{remaining} = \sum_{i \notin T} e_i, \qquad
 * \mathrm{NRR}' = \frac{\sum_{i \notin T} e_i}{\sum_i s_i}, \qquad
 * \mathrm{GRR}' = \frac{\sum_{i \notin T} \min(s_i, e_i)}{\sum_i s_i}, \]
 *
 * <p>where NRR and GRR are sums over the clients of the opening book.
 *
 * <p><b>Units.</b> Money in the unit of the revenue; shares are fractions.
 *
 * <p><b>Conventions.</b> One client is lost unless another number is set; clients of equal revenue are taken in their order; a
 * book of fewer clients is lost whole. A client that pays nothing at the end cannot be lost any more. Of one book without an
 * earlier one, the opening and the closing book are the same, and NRR and GRR are both the share that remains. What the loss
 * would cost beside the revenue is not looked at.
 *
 * <p><b>Errors.</b> A negative amount is an {@link IllegalArgumentException}.
 *
 * <p><b>Source.</b> Retention by snapshots as in {@link RevenueRetention}, concentration as in {@link RevenueConcentration}.
 */
public final class LargestClientLoss {

    private static final LargestClientLoss DEFAULTS = new LargestClientLoss(1);

    private final int clients;

    private LargestClientLoss(int clients) {
        this.clients = clients;
    }

    /**
     * Returns the calculator that loses one client.
     *
     * @return the calculator
     */
    public static LargestClientLoss withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns this calculator with another number of clients.
     *
     * @param lost how many clients are lost, positive
     * @return the changed calculator
     * @throws IllegalArgumentException if the number is not positive
     */
    public LargestClientLoss with(int lost) {
        checkArgument(lost > 0, "lost must be positive: %s", lost);
        return new LargestClientLoss(lost);
    }

    /**
     * Computes the scenario for one book.
     *
     * @param book what each client pays
     * @param <K> what tells clients apart, such as an identifier
     * @return the scenario
     */
    public <K extends Comparable<K> & Serializable> LargestClientLossResult<K> of(ConcentrationResult<K> book) {
        return of(book.revenues(), book.revenues(), book.currency());
    }

    /**
     * Computes the scenario for the book at the end of a time.
     *
     * @param opening what each client paid at the start, zero or more, in one currency
     * @param closing what each client pays at the end, zero or more, in the same currency
     * @param currency the currency of the report
     * @param <K> what tells clients apart, such as an identifier
     * @return the scenario
     * @throws IllegalArgumentException if an amount is negative
     */
    public <K extends Comparable<K> & Serializable> LargestClientLossResult<K> of(
            Map<K, ExactMoney> opening, Map<K, ExactMoney> closing, CurrencyUnit currency) {
        ConcentrationResult<K> before = RevenueConcentration.withDefaults().of(closing, currency);
        ImmutableSet<K> lost =
                before.revenues().keySet().stream().limit(clients).collect(ImmutableSet.toImmutableSet());
        Map<K, ExactMoney> remaining = Maps.filterKeys(closing, client -> !lost.contains(client));
        return new LargestClientLossResultBuilder<K>()
                .clients(clients)
                .lost(ImmutableMap.copyOf(Maps.filterKeys(before.revenues(), lost::contains)))
                .before(before)
                .after(RevenueConcentration.withDefaults().of(remaining, currency))
                .retentionBefore(retention(opening, closing, currency))
                .retentionAfter(retention(opening, remaining, currency))
                .build();
    }

    /**
     * Computes the scenario for the book of a day.
     *
     * @param contracts all contracts of all clients, in any order
     * @param opening the day from which retention is counted
     * @param closing the day of the scenario, not before {@code opening}
     * @param mrr how revenue is computed
     * @return the scenario
     * @throws IllegalArgumentException if {@code closing} is before {@code opening}, or a contract's currency has no rate
     */
    public LargestClientLossResult<ClientId> of(
            Iterable<Contract> contracts, LocalDate opening, LocalDate closing, MonthlyRecurringRevenue mrr) {
        checkArgument(!closing.isBefore(opening), "closing must not be before opening %s: %s", opening, closing);
        return of(revenues(contracts, opening, mrr), revenues(contracts, closing, mrr), mrr.currency());
    }

    private static Map<ClientId, ExactMoney> revenues(
            Iterable<Contract> contracts, LocalDate day, MonthlyRecurringRevenue mrr) {
        Map<ClientId, ExactMoney> revenues = new HashMap<>();
        contracts.forEach(contract ->
                revenues.merge(contract.clientId(), mrr.of(contract, day).value(), ExactMoney::plus));
        return revenues;
    }

    private static <K> RevenueRetentionResult retention(
            Map<K, ExactMoney> opening, Map<K, ExactMoney> closing, CurrencyUnit currency) {
        RevenueRetentionAccumulator accumulator =
                RevenueRetention.withDefaults().accumulator(currency);
        ExactMoney nothing = ExactMoney.zero(currency);
        Set<K> clients = new LinkedHashSet<>(opening.keySet());
        clients.addAll(closing.keySet());
        long key = 0;
        for (K client : clients) {
            accumulator.add(key++, opening.getOrDefault(client, nothing), closing.getOrDefault(client, nothing));
        }
        return accumulator.result();
    }
}
