package dev.tenure.lifetime;

import static dev.tenure.explain.Explanation.quantity;

import dev.tenure.client.AgencyCac;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import org.immutables.value.Value;
import org.joda.money.CurrencyMismatchException;

/**
 * What a client is worth against what it cost to win him.
 *
 * <p><b>Formula.</b> {@code ratio = LTV / CAC}, {@code net = LTV - CAC}.
 *
 * <p><b>Units.</b> A pure number, and an amount. The LTV's unit, revenue or margin, is the ratio's: one of revenue is
 * higher than one of margin and must not be held against the same mark.
 *
 * <p><b>Conventions.</b> The CAC counts as known; the interval is that of the LTV.
 *
 * <p><b>Errors.</b> Two currencies are a {@link CurrencyMismatchException}.
 *
 * <p><b>Source.</b> The definition.
 */
@ResultStyle
@Value.Immutable
public abstract class LtvToCac {

    LtvToCac() {}

    /**
     * Returns what a client is worth.
     *
     * @return the lifetime value with everything it depends on
     */
    public abstract LifetimeValueResult lifetimeValue();

    /**
     * Returns what it cost to win a client.
     *
     * @return the agency's cost
     */
    public abstract AgencyCac cac();

    /**
     * Returns the comparison of a value with a cost.
     *
     * @param lifetimeValue what a client is worth
     * @param cac what it cost to win him, in the same currency
     * @return the comparison
     * @throws CurrencyMismatchException if the currencies differ
     */
    public static LtvToCac of(LifetimeValueResult lifetimeValue, AgencyCac cac) {
        return new LtvToCacBuilder().lifetimeValue(lifetimeValue).cac(cac).build();
    }

    /**
     * Returns the ratio.
     *
     * @return an exact number; undefined ({@link Reason#NOT_FINITE}) if the cost is zero, and as
     *     {@link LifetimeValueResult#value()} is
     */
    public final Outcome<Ratio> value() {
        return lifetimeValue().value().flatMap(this::perCost);
    }

    /**
     * Returns the least the ratio may be.
     *
     * @return a number; undefined ({@link Reason#NOT_FINITE}) if the cost is zero, and as
     *     {@link LifetimeValueResult#lowerBound()} is
     */
    public final Outcome<Ratio> lowerBound() {
        return lifetimeValue().lowerBound().flatMap(this::perCost);
    }

    /**
     * Returns what is left of the value when the client is won.
     *
     * @return an exact amount; undefined as {@link LifetimeValueResult#value()} is
     */
    public final Outcome<ExactMoney> net() {
        return lifetimeValue().value().map(value -> value.minus(cost()));
    }

    /**
     * Returns the confidence interval of what is left.
     *
     * @return the interval; undefined as {@link LifetimeValueResult#interval()} is
     */
    public final Outcome<MoneyInterval> netInterval() {
        return lifetimeValue()
                .interval()
                .map(limits -> new MoneyInterval(
                        limits.lower().minus(cost()), limits.upper().minus(cost()), limits.level()));
    }

    /**
     * Explains the ratio.
     *
     * @return the ratio, the net value and the lifetime value
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("LTV to CAC")
                .formula("lifetime value / CAC")
                .value(quantity(value(), ratio -> Shown.measure(ratio, "")))
                .putInput("CAC", new Quantity.Amount(cac().value().toBigMoney()))
                .putInput("unit", Shown.term(lifetimeValue().unit()))
                .addPart(Shown.leaf("net value", "lifetime value - CAC", net()))
                .addPart(lifetimeValue().explain())
                .build();
    }

    @Value.Check
    void check() {
        if (!cost().currency().equals(lifetimeValue().recurring().arpa().currency())) {
            throw new CurrencyMismatchException(
                    lifetimeValue().recurring().arpa().currency(), cost().currency());
        }
    }

    private Outcome<Ratio> perCost(ExactMoney value) {
        return cost().signum() == 0
                ? Outcome.undefined(Reason.NOT_FINITE, "the client cost nothing")
                : Outcome.of(Ratio.of(value, cost()));
    }

    private ExactMoney cost() {
        return ExactMoney.of(cac().value());
    }
}
