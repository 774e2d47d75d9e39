package dev.tenure.revenue;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.client.ClientId;
import dev.tenure.contract.Contract;
import dev.tenure.money.ExactMoney;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collector;
import org.joda.money.CurrencyUnit;

/**
 * Computes how much of the revenue hangs on few clients.
 *
 * <p><b>Formula.</b> With \(s_i\) the share of client \(i\) in all revenue, the Herfindahl–Hirschman index is
 *
 * <p>\[ \mathrm{HHI} = \sum_i s_i^2, \]
 *
 * <p>from \(1/n\) for \(n\) equal clients to 1 for a single one; its inverse is the number of equal clients that would be as
 * concentrated.
 *
 * <p><b>Units.</b> Fractions of all revenue, not points of 10,000.
 *
 * <p><b>Conventions.</b> A client is above the threshold if its share is greater; a share of exactly the threshold is not. Clients
 * without revenue do not count. Without revenue there is no index.
 *
 * <p><b>Errors.</b> A negative amount is an {@link IllegalArgumentException}.
 *
 * <p><b>Source.</b> O. C. Herfindahl, <i>Concentration in the U.S. Steel Industry</i>, 1950; the threshold of a fifth is common
 * advice to agencies.
 */
public final class RevenueConcentration {

    private static final RevenueConcentration DEFAULTS = new RevenueConcentration(new BigDecimal("0.2"));

    private final BigDecimal threshold;

    private RevenueConcentration(BigDecimal threshold) {
        this.threshold = threshold;
    }

    /**
     * Returns the calculator with a threshold of 20 %.
     *
     * @return the calculator
     */
    public static RevenueConcentration withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns this calculator with another threshold.
     *
     * @param share the share above which a client is named, a fraction in [0, 1]
     * @return the changed calculator
     * @throws IllegalArgumentException if the share is out of range
     */
    public RevenueConcentration with(BigDecimal share) {
        checkArgument(
                share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0, "share must be in [0, 1]: %s", share);
        return new RevenueConcentration(share);
    }

    /**
     * Computes the concentration of a book's monthly recurring revenue.
     *
     * @param contracts the contracts, in any order
     * @param asOf the day
     * @param mrr how revenue is computed
     * @return the concentration, its index and shares in [0, 1]; undefined without revenue
     * @throws IllegalArgumentException if a contract's currency has no rate on the day
     */
    public ConcentrationResult<ClientId> of(Iterable<Contract> contracts, LocalDate asOf, MonthlyRecurringRevenue mrr) {
        ConcentrationAccumulator<ClientId> accumulator = accumulator(mrr.currency());
        contracts.forEach(contract ->
                accumulator.add(contract.clientId(), mrr.of(contract, asOf).value()));
        return accumulator.result();
    }

    /**
     * Computes the concentration of any revenue, such as what was invoiced.
     *
     * @param revenues what each client pays, zero or more, in one currency
     * @param currency the currency of the report
     * @param <K> what tells clients apart, such as an identifier
     * @return the concentration, its index and shares in [0, 1]; undefined without revenue
     * @throws IllegalArgumentException if an amount is negative
     */
    public <K extends Comparable<K> & Serializable> ConcentrationResult<K> of(
            Map<K, ExactMoney> revenues, CurrencyUnit currency) {
        ConcentrationAccumulator<K> accumulator = accumulator(currency);
        revenues.forEach(accumulator::add);
        return accumulator.result();
    }

    /**
     * Returns an empty accumulator, for revenue that arrives row by row or on several machines.
     *
     * @param currency the currency of the report
     * @param <K> what tells clients apart, such as a number or an identifier
     * @return a new accumulator
     */
    public <K extends Comparable<K> & Serializable> ConcentrationAccumulator<K> accumulator(CurrencyUnit currency) {
        return new ConcentrationAccumulator<>(threshold, currency);
    }

    /**
     * Returns a collector of what clients pay; the amounts of one client are added up.
     *
     * @param currency the currency of the report
     * @param <K> what tells clients apart, such as a number or an identifier
     * @return a collector over {@link #accumulator}
     */
    public <K extends Comparable<K> & Serializable>
            Collector<Map.Entry<K, ExactMoney>, ?, ConcentrationResult<K>> collector(CurrencyUnit currency) {
        Objects.requireNonNull(currency, "currency");
        return Collector.of(
                () -> this.<K>accumulator(currency),
                (accumulator, client) -> accumulator.add(client.getKey(), client.getValue()),
                ConcentrationAccumulator::merge,
                ConcentrationAccumulator::result,
                Collector.Characteristics.UNORDERED);
    }
}
