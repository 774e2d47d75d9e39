package dev.tenure.revenue;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import dev.tenure.calendar.ReportingPeriod;
import dev.tenure.client.ClientId;
import dev.tenure.contract.Contract;
import dev.tenure.money.ExactMoney;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import org.joda.money.CurrencyUnit;

/**
 * Computes why monthly recurring revenue changed: what new clients brought, what others agreed to pay more or less, what left,
 * came back, rested and went on, and what indexation and exchange rates did.
 *
 * <p><b>Formula.</b> Between two days,
 *
 * <p>\[ \mathrm{closing} = \mathrm{opening} + \sum_{\text{types}} \mathrm{amount}, \]
 *
 * <p>exactly and with no remainder. For a contract that pays on both days, with \(a\) the revenue in its own currency and
 * \(r\) the rate, FX is \(a_0 (r_1 - r_0)\), indexation is what its clause adds to the old fee, at \(r_1\), and what is left of
 * the client's change is expansion or contraction.
 *
 * <p><b>Units.</b> Money a month, as exact fractions; losses are negative.
 *
 * <p><b>Conventions.</b> The unit is the client: a second contract is expansion, the end of one of two is contraction, the end
 * of the last is churn. A period's movements go from the state on the day before its first day to the state on its last day,
 * so that a movement belongs to the period that holds the first day with the changed revenue. A client that left takes its
 * whole revenue as churn, at the rate it had; neither FX nor indexation is told apart for it. A client whose contracts rest has
 * not left. Who has no recurring revenue any more, for whatever reason, has churned here: this counts revenue, not logos.
 *
 * <p><b>Errors.</b> A contract in another currency without a rate is an {@link IllegalArgumentException}.
 *
 * <p><b>Source.</b> The presets of {@link MovementPolicy} and {@link MrrPolicy} name the published conventions.
 */
public final class RevenueMovements {

    private final MrrPolicy mrrPolicy;
    private final MovementPolicy policy;
    private final ExchangeRates rates;

    private RevenueMovements(MrrPolicy mrrPolicy, MovementPolicy policy, ExchangeRates rates) {
        this.mrrPolicy = mrrPolicy;
        this.policy = policy;
        this.rates = rates;
    }

    /**
     * Returns the calculator with {@link MrrPolicy#STANDARD}, {@link MovementPolicy#STANDARD} and no exchange rates.
     *
     * @param currency the currency of the report
     * @return the calculator
     */
    public static RevenueMovements withDefaults(CurrencyUnit currency) {
        return new RevenueMovements(MrrPolicy.STANDARD, MovementPolicy.STANDARD, ExchangeRates.none(currency));
    }

    /**
     * Returns this calculator with another policy for revenue.
     *
     * @param mrr what counts as monthly recurring revenue
     * @return the changed calculator
     */
    public RevenueMovements with(MrrPolicy mrr) {
        return new RevenueMovements(Objects.requireNonNull(mrr, "mrr"), policy, rates);
    }

    /**
     * Returns this calculator with another policy for movements.
     *
     * @param movements how changes are told apart
     * @return the changed calculator
     */
    public RevenueMovements with(MovementPolicy movements) {
        return new RevenueMovements(mrrPolicy, Objects.requireNonNull(movements, "movements"), rates);
    }

    /**
     * Returns this calculator with other exchange rates.
     *
     * @param exchange the rates; their base is the currency of the report
     * @return the changed calculator
     */
    public RevenueMovements with(ExchangeRates exchange) {
        return new RevenueMovements(mrrPolicy, policy, Objects.requireNonNull(exchange, "exchange"));
    }

    /**
     * Computes the movements of a period.
     *
     * @param contracts all contracts of all clients, in any order, also those that are over
     * @param period the period
     * @return the movements, summed by type
     * @throws IllegalArgumentException if a contract's currency has no rate
     */
    public RevenueMovementsResult of(Iterable<Contract> contracts, ReportingPeriod period) {
        return of(contracts, period.start().minusDays(1), period.end().minusDays(1));
    }

    /**
     * Computes the movements from the state of one day to the state of another.
     *
     * @param contracts all contracts of all clients, in any order, also those that are over
     * @param opening the earlier day
     * @param closing the later day
     * @return the movements, summed by type
     * @throws IllegalArgumentException if {@code closing} is not after {@code opening}, or a contract's currency has no rate
     */
    public RevenueMovementsResult of(Iterable<Contract> contracts, LocalDate opening, LocalDate closing) {
        RevenueMovementsAccumulator accumulator = accumulator();
        long key = 0;
        for (ClientTimeline client : timelines(contracts, opening, closing)) {
            accumulator.addOpening(key, client.at(opening));
            accumulator.addClosing(key, client.at(closing));
            for (RevenueMovement movement : client.movements(opening, closing)) {
                accumulator.add(key, movement.type(), movement.amount());
            }
            key++;
        }
        return accumulator.result();
    }

    /**
     * Lists the movements from the state of one day to the state of another, client by client.
     *
     * @param contracts all contracts of all clients, in any order, also those that are over
     * @param opening the earlier day
     * @param closing the later day
     * @return the movements, clients in the order of their first contract, each client's earliest first; none is zero
     * @throws IllegalArgumentException if {@code closing} is not after {@code opening}, or a contract's currency has no rate
     */
    public ImmutableList<RevenueMovement> list(Iterable<Contract> contracts, LocalDate opening, LocalDate closing) {
        return timelines(contracts, opening, closing).stream()
                .filter(client -> isCounted(client, opening, closing))
                .flatMap(client -> client.movements(opening, closing).stream())
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Returns an empty accumulator, for revenue that arrives row by row or on several machines.
     *
     * @return a new accumulator
     */
    public RevenueMovementsAccumulator accumulator() {
        return new RevenueMovementsAccumulator(policy, rates.base());
    }

    private boolean isCounted(ClientTimeline client, LocalDate opening, LocalDate closing) {
        return policy.samePeriod() == MovementPolicy.SamePeriod.COUNTED
                || client.at(opening).signum() != 0
                || client.at(closing).signum() != 0;
    }

    private ImmutableList<ClientTimeline> timelines(
            Iterable<Contract> contracts, LocalDate opening, LocalDate closing) {
        checkArgument(closing.isAfter(opening), "closing must be after opening %s: %s", opening, closing);
        ListMultimap<ClientId, Contract> byClient =
                MultimapBuilder.linkedHashKeys().arrayListValues().build();
        contracts.forEach(contract -> byClient.put(contract.clientId(), contract));
        return byClient.asMap().entrySet().stream()
                .map(entry -> timeline(entry.getKey(), entry.getValue()))
                .collect(ImmutableList.toImmutableList());
    }

    private ClientTimeline timeline(ClientId client, Collection<Contract> contracts) {
        return new ClientTimeline(
                client, contracts, new MrrFormula(mrrPolicy, rates), policy, ExactMoney.zero(rates.base()));
    }
}
