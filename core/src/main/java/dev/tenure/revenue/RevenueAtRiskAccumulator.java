package dev.tenure.revenue;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.tenure.money.Ratio;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.ProportionInterval;
import java.io.Serial;
import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import org.joda.money.CurrencyUnit;

/**
 * What each client pays and how likely it leaves. Mutable and not thread-safe: one for each thread or machine, then merge. The
 * order of rows and of merging changes nothing. A client may come in many rows, with one probability: its amounts are added up.
 * It holds one sum and one probability for each client; a row of a known client costs no object.
 *
 * @param <K> what tells clients apart, such as a number or an identifier
 */
public final class RevenueAtRiskAccumulator<K extends Comparable<K> & Serializable> implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final CurrencyUnit currency;
    private final ConfidenceLevel level;
    private final ProportionInterval method;
    private final HashMap<K, Row> clients = new HashMap<>();

    RevenueAtRiskAccumulator(CurrencyUnit currency, ConfidenceLevel level, ProportionInterval method) {
        this.currency = currency;
        this.level = level;
        this.method = method;
    }

    /**
     * Adds to what a client pays.
     *
     * @param client the client
     * @param minorUnits the amount in minor units of the report's currency, zero or more
     * @param probability the probability that the client leaves, in [0, 1]; it is taken as the decimal number it prints as
     * @throws IllegalArgumentException if an argument is out of range, or the client has another probability
     */
    public void add(K client, long minorUnits, double probability) {
        checkArgument(minorUnits >= 0, "minorUnits must not be negative: %s", minorUnits);
        Row row = clients.get(client);
        if (row == null || row.decimal != probability) {
            row = row(client, ClientRisk.decimal(probability));
        }
        row.revenue.add(minorUnits);
    }

    /**
     * Adds to what a client pays.
     *
     * @param risk the client with an amount and its probability
     * @throws IllegalArgumentException if the client has another probability
     */
    public void add(ClientRisk<K> risk) {
        row(risk.client(), risk.probability()).revenue.add(risk.revenue());
    }

    /**
     * Adds columns of what clients pay.
     *
     * @param keys the clients
     * @param minorUnits for each of them the amount in minor units of the report's currency, zero or more
     * @param probabilities for each of them the probability that the client leaves, in [0, 1]
     * @throws IllegalArgumentException if the columns are not of one length, and then nothing is added, a value is out of range,
     *     or a client has two probabilities
     */
    public void addAll(K[] keys, long[] minorUnits, double[] probabilities) {
        Columns.check("minorUnits", minorUnits.length, keys.length);
        Columns.check("probabilities", probabilities.length, keys.length);
        for (int i = 0; i < keys.length; i++) {
            add(keys[i], minorUnits[i], probabilities[i]);
        }
    }

    /**
     * Adds what another accumulator holds.
     *
     * @param other the other accumulator, for the same options and currency, which stays as it is
     * @return this accumulator
     * @throws IllegalArgumentException if options or currency differ, or a client has two probabilities
     */
    @CanIgnoreReturnValue
    public RevenueAtRiskAccumulator<K> merge(RevenueAtRiskAccumulator<K> other) {
        checkArgument(
                currency.equals(other.currency) && level.equals(other.level) && method == other.method,
                "other must have the options and currency of this accumulator: %s",
                other.currency);
        other.clients.forEach(
                (client, row) -> row(client, row.probability).revenue.add(row.revenue));
        return this;
    }

    /**
     * Returns the revenue at risk of the clients so far.
     *
     * @return the revenue at risk
     */
    public RevenueAtRiskResult<K> result() {
        return new RevenueAtRiskResultBuilder<K>()
                .clients(clients.entrySet().stream()
                        .map(entry -> ClientRisk.of(
                                entry.getKey(), entry.getValue().revenue.total(), entry.getValue().probability))
                        .sorted(largestFirst())
                        .collect(ImmutableList.toImmutableList()))
                .currency(currency)
                .level(level)
                .intervalMethod(method)
                .build();
    }

    static <K extends Comparable<K>> Comparator<ClientRisk<K>> largestFirst() {
        return Comparator.comparing((ClientRisk<K> risk) -> risk.expectedLoss())
                .thenComparing(ClientRisk::revenue)
                .reversed()
                .thenComparing(ClientRisk::client);
    }

    private Row row(K client, Ratio probability) {
        Row row = clients.computeIfAbsent(client, key -> new Row(currency, probability));
        checkArgument(
                row.probability.equals(probability),
                "probability must be the %s that client %s has: %s",
                row.probability,
                client,
                probability);
        return row;
    }

    /** What is known of one client. */
    private static final class Row implements Serializable {

        @Serial
        private static final long serialVersionUID = 1;

        private final ExactSum revenue;
        private final Ratio probability;
        private final double decimal;

        Row(CurrencyUnit currency, Ratio probability) {
            revenue = new ExactSum(currency);
            this.probability = probability;
            decimal = probability.doubleValue();
        }
    }
}
