package dev.tenure.revenue;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.tenure.money.ExactMoney;
import java.io.Serial;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.joda.money.CurrencyUnit;

/**
 * What each client pays. Mutable and not thread-safe: one for each thread or machine, then merge. The order of rows and of merging
 * changes nothing; sums are exact. A client may come in many rows: its amounts are added up. It holds one sum for each client; a row of
 * a known client costs no object.
 *
 * @param <K> what tells clients apart, such as a number or an identifier
 */
public final class ConcentrationAccumulator<K extends Comparable<K> & Serializable> implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final BigDecimal threshold;
    private final CurrencyUnit currency;
    private final HashMap<K, ExactSum> clients = new HashMap<>();

    ConcentrationAccumulator(BigDecimal threshold, CurrencyUnit currency) {
        this.threshold = threshold;
        this.currency = currency;
    }

    /**
     * Adds to what a client pays.
     *
     * @param client the client
     * @param minorUnits the amount in minor units of the report's currency, zero or more
     * @throws IllegalArgumentException if the amount is negative
     */
    public void add(K client, long minorUnits) {
        checkArgument(minorUnits >= 0, "minorUnits must not be negative: %s", minorUnits);
        sum(client).add(minorUnits);
    }

    /**
     * Adds to what a client pays.
     *
     * @param client the client
     * @param amount the exact amount in the report's currency, zero or more
     * @throws IllegalArgumentException if the amount is negative
     */
    public void add(K client, ExactMoney amount) {
        checkArgument(amount.signum() >= 0, "amount must not be negative: %s", amount);
        sum(client).add(amount);
    }

    /**
     * Adds columns of what clients pay.
     *
     * @param keys the clients
     * @param minorUnits for each of them the amount in minor units of the report's currency, zero or more
     * @throws IllegalArgumentException if the columns are not of one length, and then nothing is added, or an amount is negative
     */
    public void addAll(K[] keys, long[] minorUnits) {
        Columns.check("minorUnits", minorUnits.length, keys.length);
        for (int i = 0; i < keys.length; i++) {
            add(keys[i], minorUnits[i]);
        }
    }

    /**
     * Adds what another accumulator holds.
     *
     * @param other the other accumulator, for the same threshold and currency, which stays as it is
     * @return this accumulator
     * @throws IllegalArgumentException if threshold or currency differ
     */
    @CanIgnoreReturnValue
    public ConcentrationAccumulator<K> merge(ConcentrationAccumulator<K> other) {
        checkArgument(
                threshold.compareTo(other.threshold) == 0 && currency.equals(other.currency),
                "other must have the threshold and currency of this accumulator: %s",
                other.currency);
        other.clients.forEach((client, sum) -> sum(client).add(sum));
        return this;
    }

    /**
     * Returns the concentration of the revenue so far.
     *
     * @return the concentration, its index and shares in [0, 1]; undefined without revenue
     */
    public ConcentrationResult<K> result() {
        return new ConcentrationResultBuilder<K>()
                .currency(currency)
                .threshold(threshold)
                .revenues(largestFirst())
                .build();
    }

    private ImmutableMap<K, ExactMoney> largestFirst() {
        Comparator<Map.Entry<K, ExactMoney>> bySize = Map.Entry.comparingByValue(Comparator.reverseOrder());
        return Maps.transformValues(clients, ExactSum::total).entrySet().stream()
                .filter(entry -> entry.getValue().signum() > 0)
                .sorted(bySize.thenComparing(Map.Entry.comparingByKey()))
                .collect(ImmutableMap.toImmutableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private ExactSum sum(K client) {
        ExactSum known = clients.get(client);
        if (known != null) {
            return known;
        }
        ExactSum none = new ExactSum(currency);
        clients.put(client, none);
        return none;
    }
}
