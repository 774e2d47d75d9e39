package dev.tenure.lifetime;

import static dev.tenure.explain.Explanation.quantity;

import dev.tenure.explain.Explanation;
import dev.tenure.explain.ExplanationBuilder;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Proportion;
import java.util.Optional;
import org.immutables.value.Value;

/** What a client is worth, with everything the figure depends on. Made by {@link LifetimeValue}. */
@ResultStyle
@Value.Immutable
public abstract class LifetimeValueResult {

    private static final String PAYMENTS = "payments";

    LifetimeValueResult() {}

    /**
     * Returns what the number of payments was computed from.
     *
     * @return the method
     */
    public abstract LifetimeMethod method();

    /**
     * Returns what one client brings in one period, and whether that is revenue or margin.
     *
     * @return the amount and its unit
     */
    public abstract RecurringValue recurring();

    /**
     * Returns the share of revenue that stays from one period to the next.
     *
     * @return a fraction, above 1 only for net retention; empty for a survival curve and without clients
     */
    public abstract Optional<Ratio> retention();

    /**
     * Returns the counts the churn comes from.
     *
     * @return how many of how many left; empty if the churn was given as a rate, and for a survival curve
     */
    public abstract Optional<Proportion> churned();

    /**
     * Returns when in a period a client pays.
     *
     * @return the timing
     */
    public abstract PaymentTiming timing();

    /**
     * Returns what money loses in one period.
     *
     * @return a fraction, zero or more
     */
    public abstract Ratio discount();

    /**
     * Returns how many periods of a client's life count.
     *
     * @return the horizon
     */
    public abstract Horizon horizon();

    /**
     * Returns how often intervals and bounds made this way hold the true value.
     *
     * @return the confidence level
     */
    public abstract ConfidenceLevel level();

    /**
     * Returns the expected number of payments of one client, discounted.
     *
     * @return a number of payments of one period, zero or more; undefined as {@link #value()} is
     */
    public abstract Outcome<Ratio> payments();

    /**
     * Returns how many periods the capped value has.
     *
     * @return the horizon's cap; for a survival curve at most the whole periods that were observed
     */
    public abstract int cappedPeriods();

    abstract Outcome<Ratio> cappedPayments();

    abstract Outcome<Ratio> fewestPayments();

    /**
     * Returns the confidence interval of the value.
     *
     * <p>From counts it comes from the interval of the churn rate. From a survival curve it is the normal interval with
     * the variance of a restricted mean, discounted: each event weighs with the payments that were expected after it.
     *
     * @return the interval, in the same unit as the value; undefined ({@link Reason#NOT_APPLICABLE}) if the rate was given
     *     and not counted, ({@link Reason#NOT_FINITE}) if the lowest churn that the counts allow gives no finite value
     */
    public abstract Outcome<MoneyInterval> interval();

    /**
     * Returns what the value stands for.
     *
     * @return revenue or gross margin
     */
    public final ValueUnit unit() {
        return recurring().unit();
    }

    /**
     * Returns the lifetime value.
     *
     * @return an exact amount; undefined ({@link Reason#NOT_FINITE}) if the whole life has no finite value,
     *     ({@link Reason#BEYOND_OBSERVATION}) if the survival curve ends before the horizon with clients still here,
     *     ({@link Reason#NOT_APPLICABLE}) for the continuous shortcut over a finite horizon, ({@link Reason#NO_DATA})
     *     without clients
     */
    public final Outcome<ExactMoney> value() {
        return payments().map(this::amountOf);
    }

    /**
     * Returns the value of the first {@link #cappedPeriods()} periods, which exists where the whole life's does not.
     *
     * @return an exact amount; undefined ({@link Reason#NOT_APPLICABLE}) for the continuous shortcut at a constant rate,
     *     unless nobody leaves and nothing is discounted; ({@link Reason#NO_DATA}) without clients
     */
    public final Outcome<ExactMoney> capped() {
        return cappedPayments().map(this::amountOf);
    }

    /**
     * Returns the least the value may be: from counts, the value at the exact one-sided upper limit of churn, which is
     * above zero even if nobody left; from a survival curve, the one-sided lower limit of the capped value.
     *
     * @return an amount; undefined ({@link Reason#NOT_APPLICABLE}) if the rate was given and not counted, or the amount of
     *     one period is negative; ({@link Reason#NOT_ESTIMABLE}) if no one left within the curve's capped periods
     */
    public final Outcome<ExactMoney> lowerBound() {
        return recurring().amount().signum() < 0
                ? Outcome.undefined(Reason.NOT_APPLICABLE, "a client who costs more than he pays has no least value")
                : fewestPayments().map(this::amountOf);
    }

    /**
     * Explains the value.
     *
     * @return the amount, the number of payments with what it depends on, the interval, the capped value and the lower
     *     bound
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("lifetime value")
                .formula("amount * payments")
                .value(quantity(value(), Shown::money))
                .putInput("unit", Shown.term(unit()))
                .addPart(explainAmount())
                .addPart(explainPayments())
                .addPart(explainInterval())
                .addPart(Shown.leaf("capped value", "amount * payments in " + cappedPeriods() + " periods", capped()))
                .addPart(Shown.leaf("lower bound", "amount * fewest payments, at level", lowerBound()))
                .build();
    }

    private Explanation explainAmount() {
        return Explanation.builder()
                .name("amount")
                .formula("arpa * kept")
                .value(Shown.money(recurring().amount()))
                .putInput("arpa", Shown.money(recurring().arpa()))
                .putInput("kept", Shown.share(recurring().kept()))
                .build();
    }

    private Explanation explainPayments() {
        ExplanationBuilder explanation = Explanation.builder()
                .name(PAYMENTS)
                .formula(formula())
                .value(quantity(payments(), number -> Shown.measure(number, PAYMENTS)));
        churned()
                .ifPresent(counts -> explanation
                        .putInput("churned", new Quantity.Count(counts.successes()))
                        .putInput("clients", new Quantity.Count(counts.trials())));
        retention().ifPresent(share -> explanation.putInput("r", Shown.share(share)));
        return explanation
                .putInput("d", Shown.share(discount()))
                .putInput("horizon", Shown.term(horizon()))
                .putInput("timing", Shown.term(timing()))
                .putInput("method", Shown.term(method()))
                .build();
    }

    private String formula() {
        if (method() == LifetimeMethod.SURVIVAL_CURVE) {
            return switch (timing()) {
                case ADVANCE -> "sum of S(t) / (1 + d)^t from t = 0";
                case ARREARS -> "sum of S(t) / (1 + d)^t from t = 1";
                case CONTINUOUS -> "area under S(t) * exp(-d * t)";
            };
        }
        boolean whole = horizon() instanceof Horizon.Unlimited;
        return switch (timing()) {
            case ADVANCE -> whole ? "1 / (1 - r / (1 + d))" : "sum of (r / (1 + d))^t from t = 0";
            case ARREARS -> whole ? "r / (1 + d - r)" : "sum of (r / (1 + d))^t from t = 1";
            case CONTINUOUS -> "1 / (1 - r + d)";
        };
    }

    private Explanation explainInterval() {
        return Explanation.builder()
                .name("confidence interval")
                .formula("amount * fewest to amount * most payments, at level")
                .value(quantity(interval(), Shown::span))
                .putInput("level", new Quantity.Share(level().value()))
                .build();
    }

    private ExactMoney amountOf(Ratio payments) {
        return recurring().amount().multipliedBy(payments);
    }
}
