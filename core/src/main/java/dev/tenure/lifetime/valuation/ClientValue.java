package dev.tenure.lifetime.valuation;

import static dev.tenure.explain.Explanation.quantity;

import com.google.common.collect.ImmutableList;
import dev.tenure.client.ClientId;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.lifetime.MoneyInterval;
import dev.tenure.lifetime.ValueUnit;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import java.time.LocalDate;
import org.immutables.value.Value;

/**
 * What a client is worth, with everything the figure depends on. Made by {@link ClientValuation}.
 *
 * <p><b>Formula.</b> \( total = historic + residual - acquisition - onboarding \), exactly.
 *
 * <p><b>Conventions.</b> The interval tells how well the models are known. It is one of the expected value, not of what this client will pay, which varies
 * more.
 */
@ResultStyle
@Value.Immutable
public abstract class ClientValue {

    ClientValue() {}

    /**
     * Returns who was valued.
     *
     * @return the client
     */
    public abstract ClientId client();

    /**
     * Returns the day to which everything is discounted.
     *
     * @return the day of the valuation
     */
    public abstract LocalDate asOf();

    /**
     * Returns the rules of the valuation.
     *
     * @return the policy
     */
    public abstract ValuationPolicy policy();

    /**
     * Returns what the amounts stand for.
     *
     * @return revenue or gross margin; costs are costs either way
     */
    public abstract ValueUnit unit();

    /**
     * Returns how many spells the client had.
     *
     * @return the number, one or more, the current one included
     */
    public abstract int spells();

    /**
     * Returns how many payments the historic value has.
     *
     * @return the number, zero or more, credit notes included
     */
    public abstract int payments();

    /**
     * Returns what the client has brought so far, in all spells.
     *
     * @return an exact amount; with interest, one of estimates at twelve decimal places
     */
    public abstract ExactMoney historic();

    /**
     * Returns what was spent to win the client, and to win him back.
     *
     * @return an amount, zero or more, as {@link #historic()} with or without interest; zero if none was recorded
     */
    public abstract ExactMoney acquisition();

    /**
     * Returns what was spent to start working with the client, in all spells.
     *
     * @return an amount, zero or more, as {@link #historic()} with or without interest; zero if none was recorded
     */
    public abstract ExactMoney onboarding();

    /**
     * Returns what the streams of payments to come are worth.
     *
     * @return at most one of each part, in the order of {@link ValuePart}; empty for a client from whom nothing is to come
     */
    public abstract ImmutableList<StreamValue> streams();

    /**
     * Returns how often intervals made this way hold the true value if the models are right.
     *
     * @return the confidence level
     */
    public abstract ConfidenceLevel level();

    abstract Outcome<Spread> spread();

    /**
     * Returns what is to come.
     *
     * @return the sum of {@link #streams()}, zero without any; undefined where one of them is
     */
    public final Outcome<ExactMoney> residual() {
        Outcome<ExactMoney> sum = Outcome.of(ExactMoney.zero(historic().currency()));
        for (StreamValue stream : streams()) {
            sum = sum.flatMap(before -> stream.value().map(before::plus));
        }
        return sum;
    }

    /**
     * Returns the confidence interval of what is to come.
     *
     * @return the interval; undefined where the residual value is, and ({@link Reason#NOT_APPLICABLE}) if nothing was estimated
     */
    public final Outcome<MoneyInterval> residualInterval() {
        return interval(residual());
    }

    /**
     * Returns what the client is worth: what he brought and will bring, less what he cost.
     *
     * @return the value; undefined where the residual value is
     */
    public final Outcome<ExactMoney> total() {
        return residual()
                .map(value -> historic().plus(value).minus(acquisition()).minus(onboarding()));
    }

    /**
     * Returns the confidence interval of what the client is worth.
     *
     * @return the interval; undefined as {@link #residualInterval()} is
     */
    public final Outcome<MoneyInterval> totalInterval() {
        return interval(total());
    }

    /**
     * Returns the ratio of LTV to CAC: what the client brought and will bring, less onboarding, for each unit spent on winning him.
     *
     * @return an exact number; undefined ({@link Reason#NOT_FINITE}) if winning him cost nothing or no cost was recorded, and where the residual value is
     */
    public final Outcome<Ratio> toCac() {
        return total().flatMap(value -> perCac(value.plus(acquisition())));
    }

    /**
     * Returns the confidence interval of the ratio of LTV to CAC.
     *
     * @return the limits; undefined where the ratio or the interval of the value is
     */
    public final Outcome<Interval> toCacInterval() {
        return totalInterval()
                .flatMap(limits -> perCac(limits.lower().plus(acquisition()))
                        .flatMap(lower -> perCac(limits.upper().plus(acquisition()))
                                .map(upper -> Interval.of(lower.doubleValue(), upper.doubleValue(), limits.level()))));
    }

    /**
     * Explains the value.
     *
     * @return the historic value, every stream to come, the costs, the interval and the ratio of LTV to CAC
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("lifetime value")
                .formula("historic + residual - acquisition - onboarding")
                .value(quantity(total(), Shown::money))
                .putInput("client", Shown.term(client()))
                .putInput("as of", new Quantity.Day(asOf()))
                .putInput("unit", Shown.term(unit()))
                .putInput("horizon", Shown.term(policy().horizon()))
                .putInput(
                        "force of interest a year",
                        new Quantity.Measure(policy().discount().force(), ""))
                .putInput("tenure", Shown.term(policy().tenure()))
                .addPart(explainHistoric())
                .addPart(explainResidual())
                .addPart(Shown.leaf("acquisition", "what was spent to win the client", Shown.money(acquisition())))
                .addPart(Shown.leaf("onboarding", "what was spent to start", Shown.money(onboarding())))
                .addPart(Shown.interval(totalInterval()))
                .addPart(Shown.leaf(
                        "LTV to CAC",
                        "(historic + residual - onboarding) / acquisition",
                        quantity(toCac(), ratio -> Shown.measure(ratio, ""))))
                .build();
    }

    private Explanation explainHistoric() {
        return Explanation.builder()
                .name("historic")
                .formula("sum of payments * margin")
                .value(Shown.money(historic()))
                .putInput("payments", new Quantity.Count(payments()))
                .putInput("spells", new Quantity.Count(spells()))
                .putInput("timing", Shown.term(policy().historic()))
                .build();
    }

    private Explanation explainResidual() {
        return Explanation.builder()
                .name("residual")
                .formula("sum of the streams to come")
                .value(quantity(residual(), Shown::money))
                .addAllParts(streams().stream().map(StreamValue::explain).toList())
                .build();
    }

    private Outcome<MoneyInterval> interval(Outcome<ExactMoney> figure) {
        return figure.flatMap(value -> spread().map(distances -> Estimates.interval(value, distances, level())));
    }

    private Outcome<Ratio> perCac(ExactMoney value) {
        return acquisition().signum() == 0
                ? Outcome.undefined(Reason.NOT_FINITE, "winning the client cost nothing, or no cost was recorded")
                : Outcome.of(Ratio.of(value, acquisition()));
    }
}
