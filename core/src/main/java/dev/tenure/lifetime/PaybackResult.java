package dev.tenure.lifetime;

import static dev.tenure.explain.Explanation.quantity;

import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import dev.tenure.stat.ConfidenceLevel;
import org.immutables.value.Value;

/** When a client has paid back what he cost. Made by {@link Payback}. */
@ResultStyle
@Value.Immutable
public abstract class PaybackResult {

    PaybackResult() {}

    /**
     * Returns what the shares of clients still paying were computed from.
     *
     * @return the method
     */
    public abstract LifetimeMethod method();

    /**
     * Returns what is spent before the client brings anything.
     *
     * @return the cost
     */
    public abstract UpfrontCost cost();

    /**
     * Returns what one client brings in one month, and whether that is revenue or margin.
     *
     * @return the amount and its unit
     */
    public abstract RecurringValue recurring();

    /**
     * Returns when in a month a client pays.
     *
     * @return in advance or in arrears
     */
    public abstract PaymentTiming timing();

    /**
     * Returns what money loses in one month.
     *
     * @return a fraction, zero or more
     */
    public abstract Ratio discount();

    /**
     * Returns how many months were looked at.
     *
     * @return the horizon
     */
    public abstract Horizon.Finite horizon();

    /**
     * Returns how often the earliest and the latest month made this way hold the true one between them.
     *
     * @return the confidence level
     */
    public abstract ConfidenceLevel level();

    /**
     * Returns the curve of the average client: what he has brought so far less what he cost.
     *
     * @return exact amounts after month 0, 1, 2, ..., up to the horizon or the end of observation; the first is the cost,
     *     negated
     */
    public abstract ImmutableList<ExactMoney> positions();

    /**
     * Returns the earliest break-even month that the data allow.
     *
     * @return a month, zero or more; undefined ({@link Reason#NOT_APPLICABLE}) if the churn was given and not counted, and as
     *     {@link #value()} is
     */
    public abstract Outcome<Integer> earliest();

    /**
     * Returns the latest break-even month that the data allow.
     *
     * @return a month, zero or more; undefined ({@link Reason#NOT_APPLICABLE}) if the churn was given and not counted, and as
     *     {@link #value()} is
     */
    public abstract Outcome<Integer> latest();

    /**
     * Returns the break-even month.
     *
     * @return the first month after which the position is zero or more, zero without a cost; undefined
     *     ({@link Reason#NEVER_REACHED}) if there is none up to the horizon, ({@link Reason#BEYOND_OBSERVATION}) if there is
     *     none while the survival curve lasts
     */
    public final Outcome<Integer> value() {
        return firstCovered(positions(), horizon().periods());
    }

    /**
     * Returns the simple payback, as if every client stayed and money lost nothing.
     *
     * @return months, zero or more, exact; undefined ({@link Reason#NEVER_REACHED}) if there is a cost and the amount of one
     *     month is not positive
     */
    public final Outcome<Ratio> simple() {
        ExactMoney total = cost().total();
        if (total.signum() == 0) {
            return Outcome.of(Ratio.ZERO);
        }
        ExactMoney amount = recurring().amount();
        return amount.signum() > 0
                ? Outcome.of(Ratio.of(total, amount))
                : Outcome.undefined(Reason.NEVER_REACHED, "a month brings nothing");
    }

    /**
     * Explains the break-even month.
     *
     * @return the month, the position before and after it, its limits, and the simple payback
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("break-even month")
                .formula("first month with amount * payments so far >= acquisition + onboarding")
                .value(quantity(value(), PaybackResult::month))
                .putInput(
                        "acquisition",
                        new Quantity.Amount(cost().acquisition().value().toBigMoney()))
                .putInput("onboarding", Shown.money(cost().onboarding()))
                .putInput("amount", Shown.money(recurring().amount()))
                .putInput("unit", Shown.term(recurring().unit()))
                .putInput("d", Shown.share(discount()))
                .putInput("timing", Shown.term(timing()))
                .putInput("method", Shown.term(method()))
                .putInput("level", new Quantity.Share(level().value()))
                .addPart(explainPosition())
                .addPart(Shown.leaf(
                        "earliest month",
                        "at the most payments the data allow",
                        quantity(earliest(), PaybackResult::month)))
                .addPart(Shown.leaf(
                        "latest month",
                        "at the fewest payments the data allow",
                        quantity(latest(), PaybackResult::month)))
                .addPart(Shown.leaf(
                        "simple payback",
                        "(acquisition + onboarding) / amount",
                        quantity(simple(), months -> Shown.measure(months, "months"))))
                .build();
    }

    private Explanation explainPosition() {
        int month = value().toOptional().orElse(positions().size() - 1);
        return Shown.leaf(
                "position after month " + month,
                "amount * payments so far - acquisition - onboarding",
                Shown.money(positions().get(month)));
    }

    private static Quantity month(int month) {
        return new Quantity.Count(month);
    }

    /** Returns the first month with a position of zero or more. */
    static Outcome<Integer> firstCovered(ImmutableList<ExactMoney> positions, int horizon) {
        for (int month = 0; month < positions.size(); month++) {
            if (positions.get(month).signum() >= 0) {
                return Outcome.of(month);
            }
        }
        int looked = positions.size() - 1;
        return looked < horizon
                ? Outcome.undefined(Reason.BEYOND_OBSERVATION, "not within the " + looked + " months observed")
                : Outcome.undefined(Reason.NEVER_REACHED, "not within " + looked + " months");
    }
}
