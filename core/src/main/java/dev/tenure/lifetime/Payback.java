package dev.tenure.lifetime;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import dev.tenure.stat.Proportion;
import dev.tenure.stat.ProportionInterval;
import dev.tenure.survival.SurvivalCurve;
import java.util.Objects;
import java.util.function.Function;
import org.joda.money.CurrencyMismatchException;

/**
 * Computes when a client has paid back what it cost to win and to start him: the simple payback, and the break-even month
 * that takes into account that some clients leave before.
 *
 * <p><b>Formula.</b> Simple payback is {@code upfront cost / amount of one month}. With {@code w(k)} the share of clients
 * who make the {@code k}-th payment, discounted, the position after month {@code n} is
 * {@code amount * (w(1) + ... + w(n)) - upfront cost}, and the break-even month is the first with a position of zero or
 * more.
 *
 * <p><b>Units.</b> Months, or whatever period the amount, the churn, the discount and the survival curve are by.
 *
 * <p><b>Conventions.</b> Without options: payment in advance ({@code w(k) = S(k-1)}; in arrears {@code S(k)}), no discount,
 * sixty months, 95 % confidence. Month 0 is the day the client is won; without a cost it is the break-even. The upfront
 * cost is CAC and onboarding together. A boundary met exactly is reached: amounts are exact, and the shares of a survival
 * curve are taken at twelve decimal places. The earliest and the latest month are those at the limits of churn, or of the
 * expected number of payments, that the data allow.
 *
 * <p><b>Errors.</b> A rate or horizon out of range is an {@link IllegalArgumentException}, two currencies a
 * {@link CurrencyMismatchException}.
 *
 * <p><b>Source.</b> The definition. Tools that divide by the margin alone give the simple payback; it is too early
 * whenever a client can leave.
 */
public final class Payback {

    private static final Payback DEFAULTS = new Payback(
            PaymentTiming.ADVANCE,
            Ratio.ZERO,
            new Horizon.Finite(Horizon.USUAL_CAP),
            ProportionInterval.WILSON,
            ConfidenceLevel.P95);

    private final PaymentTiming timing;
    private final Ratio discount;
    private final Horizon.Finite horizon;
    private final ProportionInterval method;
    private final ConfidenceLevel level;

    private Payback(
            PaymentTiming timing,
            Ratio discount,
            Horizon.Finite horizon,
            ProportionInterval method,
            ConfidenceLevel level) {
        this.timing = timing;
        this.discount = discount;
        this.horizon = horizon;
        this.method = method;
        this.level = level;
    }

    /**
     * Returns the calculator of sixty months, paid in advance, without discount, at 95 %.
     *
     * @return the calculator
     */
    public static Payback withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns this calculator with another time of payment.
     *
     * @param payment in advance or in arrears
     * @return the changed calculator
     * @throws IllegalArgumentException if it is {@link PaymentTiming#CONTINUOUS}, which has no months
     */
    public Payback with(PaymentTiming payment) {
        checkArgument(payment != PaymentTiming.CONTINUOUS, "payment must be ADVANCE or ARREARS: %s", payment);
        return new Payback(Objects.requireNonNull(payment, "payment"), discount, horizon, method, level);
    }

    /**
     * Returns this calculator with another horizon.
     *
     * @param limit how many months are looked at
     * @return the changed calculator
     */
    public Payback with(Horizon.Finite limit) {
        return new Payback(timing, discount, Objects.requireNonNull(limit, "limit"), method, level);
    }

    /**
     * Returns this calculator with another method for the interval of a churn given by counts.
     *
     * @param interval the method
     * @return the changed calculator
     */
    public Payback with(ProportionInterval interval) {
        return new Payback(timing, discount, horizon, Objects.requireNonNull(interval, "interval"), level);
    }

    /**
     * Returns this calculator with another confidence level.
     *
     * @param confidence the level
     * @return the changed calculator
     */
    public Payback with(ConfidenceLevel confidence) {
        return new Payback(timing, discount, horizon, method, Objects.requireNonNull(confidence, "confidence"));
    }

    /**
     * Returns this calculator with another discount.
     *
     * @param perMonth what money loses in one month, zero or more
     * @return the changed calculator
     * @throws IllegalArgumentException if the discount is negative
     */
    public Payback withDiscount(Ratio perMonth) {
        checkArgument(perMonth.signum() >= 0, "perMonth must not be negative: %s", perMonth);
        return new Payback(timing, perMonth, horizon, method, level);
    }

    /**
     * Computes payback at a churn rate that is known, or assumed.
     *
     * @param cost what is spent before the client brings anything
     * @param recurring what one client brings in one month, as a rule the gross margin
     * @param churn the share of clients that leaves in one month, in [0, 1]; {@link Ratio#ZERO} if all stay
     * @return the payback in periods of the amount, counted from the day on which the client is won; undefined if the cost is not
     *     earned within the horizon
     * @throws IllegalArgumentException if the churn is out of range
     * @throws CurrencyMismatchException if the currencies differ
     */
    public PaybackResult of(UpfrontCost cost, RecurringValue recurring, Ratio churn) {
        checkArgument(churn.signum() >= 0 && churn.compareTo(Ratio.ONE) <= 0, "churn must be in [0, 1]: %s", churn);
        Outcome<Integer> notCounted = Outcome.undefined(Reason.NOT_APPLICABLE, "the rate is given, not counted");
        return result(cost, recurring, LifetimeMethod.CONSTANT_CHURN)
                .positions(positions(cost, recurring, paymentsAtChurn(churn)))
                .earliest(notCounted)
                .latest(notCounted)
                .build();
    }

    /**
     * Computes payback at the churn of a month that was counted.
     *
     * @param cost what is spent before the client brings anything
     * @param recurring what one client brings in one month, as a rule the gross margin
     * @param churned how many of how many clients left in one month; of at least one
     * @return the payback, with the earliest and the latest month the counts allow
     * @throws IllegalArgumentException if there are no clients
     * @throws CurrencyMismatchException if the currencies differ
     */
    public PaybackResult of(UpfrontCost cost, RecurringValue recurring, Proportion churned) {
        Ratio churn = Estimate.of(churned);
        Interval limits = churned.interval(method, level).orElseThrow();
        Function<Double, Outcome<Integer>> monthAt = limit -> PaybackResult.firstCovered(
                positions(cost, recurring, paymentsAtChurn(Estimate.of(limit))), horizon.periods());
        return result(cost, recurring, LifetimeMethod.CONSTANT_CHURN)
                .positions(positions(cost, recurring, paymentsAtChurn(churn)))
                .earliest(monthAt.apply(limits.lower()))
                .latest(monthAt.apply(limits.upper()))
                .build();
    }

    /**
     * Computes payback over a survival curve.
     *
     * @param cost what is spent before the client brings anything
     * @param recurring what one client brings in one month, as a rule the gross margin; a month is one unit of the curve's
     *     time
     * @param curve the curve, in time up to 1200
     * @return the payback, with the earliest and the latest month the curve allows; positions end where the curve does
     * @throws IllegalArgumentException if the curve is longer than 1200, as one in days can be
     * @throws CurrencyMismatchException if the currencies differ
     */
    public PaybackResult of(UpfrontCost cost, RecurringValue recurring, SurvivalCurve curve) {
        SurvivalPayments payments = new SurvivalPayments(curve, timing, discount);
        ImmutableList<PaymentEstimate> estimates = payments.each(payments.observed(horizon.periods()));
        return result(cost, recurring, LifetimeMethod.SURVIVAL_CURVE)
                .positions(positions(cost, recurring, sums(estimates, PaymentEstimate::expected)))
                .earliest(PaybackResult.firstCovered(
                        positions(cost, recurring, sums(estimates, estimate -> estimate.most(level))),
                        horizon.periods()))
                .latest(PaybackResult.firstCovered(
                        positions(cost, recurring, sums(estimates, estimate -> estimate.fewest(level))),
                        horizon.periods()))
                .build();
    }

    private PaybackResultBuilder result(UpfrontCost cost, RecurringValue recurring, LifetimeMethod how) {
        return new PaybackResultBuilder()
                .method(how)
                .cost(cost)
                .recurring(recurring)
                .timing(timing)
                .discount(discount)
                .horizon(horizon)
                .level(level);
    }

    private ImmutableList<Ratio> paymentsAtChurn(Ratio churn) {
        return PaymentMath.cumulative(timing, Ratio.ONE.minus(churn), discount, horizon.periods());
    }

    private static ImmutableList<Ratio> sums(
            ImmutableList<PaymentEstimate> estimates, Function<PaymentEstimate, Ratio> sum) {
        return ImmutableList.<Ratio>builder()
                .add(Ratio.ZERO)
                .addAll(estimates.stream().map(sum).iterator())
                .build();
    }

    private static ImmutableList<ExactMoney> positions(
            UpfrontCost cost, RecurringValue recurring, ImmutableList<Ratio> payments) {
        ExactMoney amount = recurring.amount();
        ExactMoney total = cost.total();
        return payments.stream()
                .map(sum -> amount.multipliedBy(sum).minus(total))
                .collect(ImmutableList.toImmutableList());
    }
}
