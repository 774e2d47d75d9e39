package dev.tenure.revenue;

import static dev.tenure.explain.Explanation.quantity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.money.ExactMoney;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.immutables.value.Value;
import org.joda.money.CurrencyUnit;

/**
 * How much of the revenue hangs on few clients. Made by {@link RevenueConcentration}.
 *
 * @param <K> what tells clients apart
 */
@ResultStyle
@Value.Immutable
public abstract class ConcentrationResult<K> {

    ConcentrationResult() {}

    /**
     * Returns what each client pays.
     *
     * @return exact positive amounts, largest first, equal ones in the order of the clients
     */
    public abstract ImmutableMap<K, ExactMoney> revenues();

    /**
     * Returns the currency of the amounts.
     *
     * @return the currency
     */
    public abstract CurrencyUnit currency();

    /**
     * Returns the share above which a client is named.
     *
     * @return a fraction in [0, 1]
     */
    public abstract BigDecimal threshold();

    /**
     * Returns what all clients pay.
     *
     * @return the exact amount, zero or more
     */
    @Value.Lazy
    public ExactMoney total() {
        return revenues().values().stream().reduce(ExactMoney.zero(currency()), ExactMoney::plus);
    }

    /**
     * Returns the Herfindahl–Hirschman index.
     *
     * @return a fraction in (0, 1], 1 for a single client; undefined ({@link Reason#NO_DATA}) without revenue
     */
    public final Outcome<Double> value() {
        return isEmpty() ? noRevenue() : Outcome.of(index().doubleValue());
    }

    /**
     * Returns the share of the largest client.
     *
     * @return a fraction in (0, 1]; undefined ({@link Reason#NO_DATA}) without revenue
     */
    public final Outcome<Double> largestShare() {
        return isEmpty()
                ? noRevenue()
                : Outcome.of(revenues().values().iterator().next().dividedBy(total()));
    }

    /**
     * Returns how many equal clients would be as concentrated.
     *
     * @return the inverse of the index, at least 1; undefined ({@link Reason#NO_DATA}) without revenue
     */
    public final Outcome<Double> effectiveClients() {
        return isEmpty() ? noRevenue() : Outcome.of(index().reciprocal().doubleValue());
    }

    /**
     * Returns the clients whose share is greater than the threshold.
     *
     * @return the clients, largest first; empty if there are none
     */
    public final ImmutableList<K> aboveThreshold() {
        ExactMoney limit = total().multipliedBy(threshold());
        return revenues().entrySet().stream()
                .filter(entry -> entry.getValue().compareTo(limit) > 0)
                .map(Map.Entry::getKey)
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Explains the concentration.
     *
     * @return the index, the largest share, and how many clients are above the threshold
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("revenue concentration")
                .formula("sum over clients of (revenue / total)^2")
                .value(quantity(value(), index -> new Quantity.Measure(index, "")))
                .putInput("clients", new Quantity.Count(revenues().size()))
                .putInput("total", Quantities.amount(total()))
                .addPart(
                        part("largest share", "largest revenue / total", quantity(largestShare(), Quantity.Share::new)))
                .addPart(part(
                        "clients above " + threshold().toPlainString(),
                        "count of clients with revenue / total > " + threshold().toPlainString(),
                        new Quantity.Count(aboveThreshold().size())))
                .build();
    }

    private BigFraction index() {
        BigFraction squares = revenues().values().stream()
                .map(amount -> fraction(amount).pow(2))
                .reduce(BigFraction.ZERO, BigFraction::add);
        return squares.divide(fraction(total()).pow(2));
    }

    private boolean isEmpty() {
        return revenues().isEmpty();
    }

    private static BigFraction fraction(ExactMoney amount) {
        BigInteger numerator = amount.numerator();
        return BigFraction.of(numerator, amount.denominator());
    }

    private static Explanation part(String name, String formula, Quantity value) {
        return Explanation.builder().name(name).formula(formula).value(value).build();
    }

    private static <T> Outcome<T> noRevenue() {
        return Outcome.undefined(Reason.NO_DATA, "no revenue");
    }
}
