package dev.tenure.revenue;

import static dev.tenure.explain.Explanation.quantity;

import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import dev.tenure.stat.Proportion;
import dev.tenure.stat.ProportionInterval;
import dev.tenure.stat.WeightedProportion;
import org.immutables.value.Value;

/** Which share of an opening book stayed, by value. Made by {@link ValueWeightedRetention}. */
@ResultStyle
@Value.Immutable
public abstract class ValueWeightedRetentionResult {

    ValueWeightedRetentionResult() {}

    /**
     * Returns what the clients of the opening book paid.
     *
     * @return the exact amount a month, zero or more
     */
    public abstract ExactMoney base();

    /**
     * Returns how much of that was kept.
     *
     * @return the exact amount a month, from zero to {@code base}
     */
    public abstract ExactMoney kept();

    /**
     * Returns how many clients the opening book has.
     *
     * @return the count of clients that paid at the start, zero or more
     */
    public abstract int clients();

    /**
     * Returns how many of them still pay.
     *
     * @return the count, from 0 to {@code clients}
     */
    public abstract int stayed();

    /**
     * Returns what a client that stayed has kept.
     *
     * @return the option
     */
    public abstract KeptValue keptIs();

    /**
     * Returns how the interval is made.
     *
     * @return the method, of the effective number of clients
     */
    public abstract ProportionInterval intervalMethod();

    /**
     * Returns how often intervals made this way hold the true share.
     *
     * @return the confidence level
     */
    public abstract ConfidenceLevel level();

    /** Returns the sum of the squared opening amounts, in squared minor units. */
    abstract Ratio squares();

    /**
     * Returns the retention without rounding.
     *
     * @return a fraction in [0, 1]; undefined ({@link Reason#NO_DATA}) without opening revenue
     */
    public final Outcome<Ratio> exact() {
        return isEmpty() ? noRevenue() : Outcome.of(Ratio.of(kept(), base()));
    }

    /**
     * Returns the retention.
     *
     * @return a fraction in [0, 1]; undefined ({@link Reason#NO_DATA}) without opening revenue
     */
    public final Outcome<Double> value() {
        return exact().map(Ratio::doubleValue);
    }

    /**
     * Returns how many equal clients would say as much.
     *
     * @return from 1 to {@link #clients()}; undefined ({@link Reason#NO_DATA}) without opening revenue
     */
    public final Outcome<Double> effectiveClients() {
        return isEmpty() ? noRevenue() : Outcome.of(effective());
    }

    /**
     * Returns the confidence interval of the retention.
     *
     * @return fractions, within [0, 1] unless the method says otherwise; undefined ({@link Reason#NO_DATA}) without opening
     *     revenue
     */
    public final Outcome<Interval> interval() {
        return value().flatMap(
                        share -> WeightedProportion.of(share, effective()).interval(intervalMethod(), level()));
    }

    /**
     * Returns how many of how many clients stayed, each counted as one.
     *
     * @return the counts; value-weighted retention below it says that it was the larger ones who left
     */
    public final Proportion logo() {
        return Proportion.of(stayed(), clients());
    }

    /**
     * Explains the retention.
     *
     * @return the revenue, the counts, the effective number of clients, the interval, and the retention of logos beside it
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("value-weighted retention")
                .formula("kept / base")
                .value(quantity(value(), Quantity.Share::new))
                .putInput("kept", Quantities.amount(kept()))
                .putInput("base", Quantities.amount(base()))
                .putInput("kept is", Quantities.term(keptIs()))
                .addPart(Explanation.builder()
                        .name("interval")
                        .formula(intervalMethod() + " of the effective clients at " + level().value())
                        .value(quantity(interval(), Quantities::shares))
                        .putInput("effective clients", quantity(effectiveClients(), n -> new Quantity.Measure(n, "")))
                        .build())
                .addPart(Explanation.builder()
                        .name("logo retention")
                        .formula("stayed / clients")
                        .value(quantity(logo().value(), Quantity.Share::new))
                        .putInput("stayed", new Quantity.Count(stayed()))
                        .putInput("clients", new Quantity.Count(clients()))
                        .build())
                .build();
    }

    private double effective() {
        Ratio total = Ratio.of(base(), ExactMoney.ofMinor(base().currency(), 1));
        return total.pow(2).dividedBy(squares()).doubleValue();
    }

    private boolean isEmpty() {
        return base().signum() == 0;
    }

    private static <T> Outcome<T> noRevenue() {
        return Outcome.undefined(Reason.NO_DATA, "no revenue at the start");
    }
}
