package dev.tenure.revenue;

import static dev.tenure.explain.Explanation.quantity;

import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.money.ExactMoney;
import org.immutables.value.Value;

/** How much recurring revenue was gained for each unit of it that was lost. Made by {@link QuickRatio}. */
@ResultStyle
@Value.Immutable
public abstract class QuickRatioResult {

    QuickRatioResult() {}

    /**
     * Returns the revenue of new clients and of expansion.
     *
     * @return the exact amount a month, zero or more
     */
    public abstract ExactMoney gained();

    /**
     * Returns the revenue of clients that came back.
     *
     * @return the exact amount a month, zero or more
     */
    public abstract ExactMoney returned();

    /**
     * Returns the revenue lost by churn and contraction.
     *
     * @return the exact amount a month, zero or more
     */
    public abstract ExactMoney lost();

    /**
     * Returns whether the revenue of clients that came back is a gain.
     *
     * @return the rule
     */
    public abstract QuickRatio.Reactivations reactivations();

    /**
     * Returns the ratio.
     *
     * @return zero or more; undefined with {@link Reason#NOT_FINITE} if there were gains and no losses, and with
     *     {@link Reason#NO_DATA} if there were neither
     */
    public final Outcome<Double> value() {
        if (lost().signum() != 0) {
            return Outcome.of(gains().dividedBy(lost()));
        }
        return gains().signum() == 0
                ? Outcome.undefined(Reason.NO_DATA, "neither gains nor losses")
                : Outcome.undefined(Reason.NOT_FINITE, "no losses");
    }

    /**
     * Explains the ratio.
     *
     * @return gains, losses and the rule for reactivation
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("quick ratio")
                .formula("gained / lost, by rule (gained + returned) / lost")
                .value(quantity(value(), ratio -> new Quantity.Measure(ratio, "")))
                .putInput("gained", Quantities.amount(gained()))
                .putInput("returned", Quantities.amount(returned()))
                .putInput("lost", Quantities.amount(lost()))
                .putInput("reactivations", Quantities.term(reactivations()))
                .build();
    }

    private ExactMoney gains() {
        return reactivations() == QuickRatio.Reactivations.COUNTED ? gained().plus(returned()) : gained();
    }
}
