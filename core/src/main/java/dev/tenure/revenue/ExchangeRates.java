package dev.tenure.revenue;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.tenure.internal.ValueStyle;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.immutables.value.Value;
import org.joda.money.CurrencyUnit;

/**
 * What other currencies are worth in the currency of a report.
 *
 * <p><b>Conventions.</b> A rate holds from its day, inclusive, until the next rate of the same currency. The base currency is
 * always worth 1.
 *
 * <p><b>Errors.</b> Two rates of one currency on one day, a rate of the base currency and a rate that is not positive are an
 * {@link IllegalArgumentException}, and so is the question for a rate that is not known: nothing is converted by guess.
 */
@ValueStyle
@Value.Immutable
public abstract class ExchangeRates {

    /**
     * What one unit of a currency is worth from a day on.
     *
     * @param currency the currency
     * @param day the first day on which the rate holds
     * @param rate how many units of the base currency one unit is worth, positive
     */
    public record Rate(CurrencyUnit currency, LocalDate day, BigDecimal rate) implements Serializable {

        /**
         * Creates a rate.
         *
         * @param currency the currency
         * @param day the first day on which the rate holds
         * @param rate how many units of the base currency one unit is worth, positive
         */
        public Rate {
            Objects.requireNonNull(currency, "currency");
            Objects.requireNonNull(day, "day");
            checkArgument(rate.signum() > 0, "rate must be positive: %s", rate);
        }

        /**
         * Returns a rate.
         *
         * @param currency the currency
         * @param day the first day on which the rate holds
         * @param rate how many units of the base currency one unit is worth, positive
         * @return the rate, positive, in units of the base currency for one unit of the other
         * @throws IllegalArgumentException if the rate is not positive
         */
        public static Rate of(CurrencyUnit currency, LocalDate day, BigDecimal rate) {
            return new Rate(currency, day, rate);
        }
    }

    ExchangeRates() {}

    /**
     * Returns the currency into which amounts are converted.
     *
     * @return the base currency
     */
    public abstract CurrencyUnit base();

    /**
     * Returns the rates.
     *
     * @return the rates, in the order given; none of the base currency
     */
    public abstract ImmutableList<Rate> rates();

    @Value.Lazy
    ImmutableMap<CurrencyUnit, NavigableMap<LocalDate, BigDecimal>> byCurrency() {
        return ImmutableMap.copyOf(rates().stream()
                .collect(Collectors.groupingBy(
                        Rate::currency, Collectors.toMap(Rate::day, Rate::rate, (a, b) -> a, TreeMap::new))));
    }

    /**
     * Returns what a currency is worth on a day.
     *
     * @param currency the currency
     * @param day the day
     * @return how many units of the base currency one unit is worth, positive; 1 for the base currency
     * @throws IllegalArgumentException if no rate of the currency holds on the day
     */
    public final BigDecimal rateOn(CurrencyUnit currency, LocalDate day) {
        if (currency.equals(base())) {
            return BigDecimal.ONE;
        }
        Map.Entry<LocalDate, BigDecimal> entry = of(currency).floorEntry(day);
        checkArgument(entry != null, "rates must hold on %s for the currency: %s", day, currency);
        return entry.getValue();
    }

    /**
     * Returns the days on which a currency's rate changes.
     *
     * @param currency the currency
     * @return the days, earliest first; empty for the base currency
     */
    public final ImmutableSortedSet<LocalDate> daysOf(CurrencyUnit currency) {
        return ImmutableSortedSet.copyOfSorted(of(currency).navigableKeySet());
    }

    private NavigableMap<LocalDate, BigDecimal> of(CurrencyUnit currency) {
        return byCurrency().getOrDefault(currency, new TreeMap<>());
    }

    @Value.Check
    void check() {
        rates().stream()
                .collect(Collectors.groupingBy(rate -> Map.entry(rate.currency(), rate.day()), Collectors.counting()))
                .forEach((key, count) ->
                        checkArgument(count == 1, "rates must hold one rate a currency and day: %s", key));
        rates().stream()
                .map(Rate::currency)
                .forEach(currency -> checkArgument(
                        !currency.equals(base()), "rates must not be of the base currency: %s", currency));
    }

    /**
     * Returns no rates: every amount is expected in the base currency.
     *
     * @param base the base currency
     * @return the rates
     */
    public static ExchangeRates none(CurrencyUnit base) {
        return builder().base(base).build();
    }

    /**
     * Returns a builder that holds these rates.
     *
     * @return a new builder
     */
    public final ExchangeRatesBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static ExchangeRatesBuilder builder() {
        return new ExchangeRatesBuilder();
    }
}
