package dev.tenure.lifetime.valuation;

import static dev.tenure.explain.Explanation.quantity;

import dev.tenure.explain.Explanation;
import dev.tenure.explain.ExplanationBuilder;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.lifetime.MoneyInterval;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import dev.tenure.stat.Proportion;
import java.util.Locale;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What one stream of payments to come is worth. Made by {@link ClientValuation}.
 *
 * <p><b>Formula.</b> \( chance \times (payments \times each - cost) \).
 */
@ResultStyle
@Value.Immutable
public abstract class StreamValue {

    StreamValue() {}

    /**
     * Returns where the value comes from.
     *
     * @return the part
     */
    public abstract ValuePart part();

    /**
     * Returns how many payments are to be expected, each discounted from its own day to the day of the valuation.
     *
     * @return the number at twelve decimal places, zero or more; of a win-back, the number if the client comes back; undefined
     *     ({@link Reason#NO_DATA}) without a model, ({@link Reason#NOT_ESTIMABLE}) if the model could not be estimated, ({@link Reason#NOT_FINITE}) if
     *     there is no end of payments
     */
    public abstract Outcome<Ratio> payments();

    /**
     * Returns what each payment leaves.
     *
     * @return revenue or margin, as the account counts; exact if it is known, and an estimate at twelve decimal places if not; undefined as
     *     {@link #payments()} is, and ({@link Reason#NOT_FINITE}) if the model of spend has no mean
     */
    public abstract Outcome<ExactMoney> each();

    /**
     * Returns how many such clients came back.
     *
     * @return the counts; empty unless the part is a win-back
     */
    public abstract Optional<Proportion> chance();

    /**
     * Returns what has to be spent before, discounted.
     *
     * @return the cost of a win-back if the client comes back; zero of other parts
     */
    public abstract ExactMoney cost();

    /**
     * Returns the confidence interval of the value, which tells how well the models are known.
     *
     * @return the interval; undefined where the value is, and ({@link Reason#NOT_APPLICABLE}) if nothing was estimated
     */
    public abstract Outcome<MoneyInterval> interval();

    /**
     * Returns the value.
     *
     * @return the value in money, negative if the margin is or the cost is higher; undefined as {@link #payments()} and {@link #each()} are
     */
    public final Outcome<ExactMoney> value() {
        return payments().flatMap(number -> each().map(amount -> expected(amount.multipliedBy(number))));
    }

    /**
     * Explains the value.
     *
     * @return the number of payments, what each leaves, the chance and the cost, the interval
     */
    public final Explanation explain() {
        ExplanationBuilder explanation = Explanation.builder()
                .name("residual value, "
                        + part().toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                .formula(chance().isPresent() ? "chance * (payments * each - cost)" : "payments * each")
                .value(quantity(value(), Shown::money))
                .putInput("payments", quantity(payments(), number -> Shown.measure(number, "")))
                .putInput("each", quantity(each(), Shown::money));
        chance().ifPresent(counts -> explanation
                .putInput("came back", new Quantity.Count(counts.successes()))
                .putInput("left", new Quantity.Count(counts.trials()))
                .putInput("cost", Shown.money(cost())));
        return explanation.addPart(Shown.interval(interval())).build();
    }

    private ExactMoney expected(ExactMoney worth) {
        return chance().map(counts -> worth.minus(cost()).multipliedBy(counts.successes(), counts.trials()))
                .orElse(worth);
    }
}
