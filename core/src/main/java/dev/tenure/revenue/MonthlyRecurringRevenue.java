package dev.tenure.revenue;

import dev.tenure.client.ClientId;
import dev.tenure.contract.Contract;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.joda.money.CurrencyUnit;

/**
 * Computes monthly recurring revenue (MRR): what the contracts that run on a day bring in a month, if nothing changes.
 *
 * <p><b>Formula.</b> For each contract that counts on the day,
 *
 * <p>\[ \mathrm{MRR} = \mathrm{net}\bigl(\mathrm{fee} - \mathrm{discounts}\bigr) \cdot \frac{\text{cycles}}{\text{month}}
 * \cdot \mathrm{rate}, \]
 *
 * <p>where a cycle of \(k\) months has \(1/k\) cycles a month and {@link MrrPolicy} says how many a cycle of weeks or days has.
 *
 * <p><b>Units.</b> Money a month, as an exact fraction.
 *
 * <p><b>Conventions.</b> It is a state, not a flow: asked for a day, answered for that day. Trials, projects, commissions on
 * spend, the bonus of a hybrid fee and media budgets that pass through the agency do not count. Nothing is rounded. A client
 * counts as an account if its contracts bring in more than nothing, or rest under {@link MrrPolicy.Pauses#ZERO}.
 *
 * <p><b>Errors.</b> A contract in another currency without a rate is an {@link IllegalArgumentException}.
 *
 * <p><b>Source.</b> The presets of {@link MrrPolicy} name the published conventions; no two of the tools agree.
 */
public final class MonthlyRecurringRevenue {

    private final MrrPolicy policy;
    private final ExchangeRates rates;

    private MonthlyRecurringRevenue(MrrPolicy policy, ExchangeRates rates) {
        this.policy = policy;
        this.rates = rates;
    }

    /**
     * Returns the calculator with {@link MrrPolicy#STANDARD} and no exchange rates.
     *
     * @param currency the currency of the report
     * @return the calculator
     */
    public static MonthlyRecurringRevenue withDefaults(CurrencyUnit currency) {
        return new MonthlyRecurringRevenue(MrrPolicy.STANDARD, ExchangeRates.none(currency));
    }

    /**
     * Returns this calculator with another policy.
     *
     * @param mrr what counts as monthly recurring revenue
     * @return the changed calculator
     */
    public MonthlyRecurringRevenue with(MrrPolicy mrr) {
        return new MonthlyRecurringRevenue(Objects.requireNonNull(mrr, "mrr"), rates);
    }

    /**
     * Returns this calculator with other exchange rates.
     *
     * @param exchange the rates; their base is the currency of the report
     * @return the changed calculator
     */
    public MonthlyRecurringRevenue with(ExchangeRates exchange) {
        return new MonthlyRecurringRevenue(policy, Objects.requireNonNull(exchange, "exchange"));
    }

    /**
     * Computes the revenue of one contract.
     *
     * @param contract the contract
     * @param asOf the day
     * @return the revenue, zero with its reason if the contract does not count
     * @throws IllegalArgumentException if the contract's currency has no rate on the day
     */
    public ContractMrrResult of(Contract contract, LocalDate asOf) {
        return new MrrFormula(policy, rates).of(contract, asOf);
    }

    /**
     * Computes the revenue of a book of contracts.
     *
     * @param contracts the contracts, in any order
     * @param asOf the day
     * @return the revenue, zero for an empty book
     * @throws IllegalArgumentException if a contract's currency has no rate on the day
     */
    public MrrResult of(Iterable<Contract> contracts, LocalDate asOf) {
        Book book = new Book(asOf);
        contracts.forEach(book::add);
        return book.accumulator.result();
    }

    /**
     * Returns an empty accumulator, for fees that arrive one by one or on several machines.
     *
     * @param asOf the day
     * @return a new accumulator
     */
    public MrrAccumulator accumulator(LocalDate asOf) {
        return new MrrAccumulator(policy, rates.base(), asOf);
    }

    CurrencyUnit currency() {
        return rates.base();
    }

    /** A book being added up: gives clients keys in the order of their appearance. */
    private final class Book {

        private final MrrFormula formula = new MrrFormula(policy, rates);
        private final Map<ClientId, Long> keys = new HashMap<>();
        private final MrrAccumulator accumulator;
        private final LocalDate asOf;

        Book(LocalDate asOf) {
            this.asOf = asOf;
            accumulator = accumulator(asOf);
        }

        void add(Contract contract) {
            long key = keys.computeIfAbsent(contract.clientId(), id -> (long) keys.size());
            ContractMrrResult revenue = formula.of(contract, asOf);
            accumulator.add(key, revenue.status(), revenue.value());
        }
    }
}
