package dev.tenure.lifetime;

import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Collector;
import org.joda.money.CurrencyUnit;

/**
 * Computes what clients have brought so far, by client: the historic lifetime value.
 *
 * <p><b>Formula.</b> {@code value = total of all clients / clients}.
 *
 * <p><b>Units.</b> Minor units of one currency in, exact amounts out; revenue unless another unit is named.
 *
 * <p><b>Conventions.</b> Credit notes are negative amounts. A client without a payment counts if he is added with 0. It is
 * a fact about the past and no forecast, so that there is no interval: clients who are still here will bring more, and the
 * figure of a young agency is low for that reason alone.
 *
 * <p><b>Errors.</b> A sum beyond a {@code long} of minor units is an {@link ArithmeticException}.
 *
 * <p><b>Source.</b> The definition.
 */
public final class HistoricLifetimeValue {

    private static final HistoricLifetimeValue DEFAULTS = new HistoricLifetimeValue(ValueUnit.REVENUE);

    private final ValueUnit unit;

    private HistoricLifetimeValue(ValueUnit unit) {
        this.unit = unit;
    }

    /**
     * Returns the calculator of revenue.
     *
     * @return the calculator
     */
    public static HistoricLifetimeValue withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns this calculator for amounts of another unit; the amounts are taken as they are.
     *
     * @param newUnit what the amounts stand for
     * @return the changed calculator
     */
    public HistoricLifetimeValue with(ValueUnit newUnit) {
        return new HistoricLifetimeValue(Objects.requireNonNull(newUnit, "unit"));
    }

    /**
     * Computes the value from one amount a client.
     *
     * @param currency the currency
     * @param minorUnits the amounts in minor units, by client
     * @return the value in money, undefined without clients
     * @throws ArithmeticException if the total is beyond a {@code long}
     */
    public HistoricLifetimeValueResult of(CurrencyUnit currency, Map<Long, Long> minorUnits) {
        HistoricLifetimeValueAccumulator accumulator = accumulator(currency);
        minorUnits.forEach(accumulator::add);
        return accumulator.result();
    }

    /**
     * Returns an empty accumulator, for payments that arrive one by one or on several machines.
     *
     * @param currency the currency of all amounts
     * @return a new accumulator
     */
    public HistoricLifetimeValueAccumulator accumulator(CurrencyUnit currency) {
        return new HistoricLifetimeValueAccumulator(Objects.requireNonNull(currency, "currency"), unit);
    }

    /**
     * Returns a collector of payments.
     *
     * @param currency the currency of all amounts
     * @param clientKey the client of a payment
     * @param minorUnits the amount of a payment
     * @param <T> the type of a payment
     * @return a collector over {@link #accumulator(CurrencyUnit)}
     */
    public <T> Collector<T, ?, HistoricLifetimeValueResult> collector(
            CurrencyUnit currency, ToLongFunction<? super T> clientKey, ToLongFunction<? super T> minorUnits) {
        return Collector.of(
                () -> accumulator(currency),
                (accumulator, payment) ->
                        accumulator.add(clientKey.applyAsLong(payment), minorUnits.applyAsLong(payment)),
                HistoricLifetimeValueAccumulator::merge,
                HistoricLifetimeValueAccumulator::result);
    }
}
