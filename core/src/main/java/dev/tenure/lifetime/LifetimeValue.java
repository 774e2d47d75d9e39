package dev.tenure.lifetime;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.money.Ratio;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import dev.tenure.stat.Proportion;
import dev.tenure.stat.ProportionInterval;
import dev.tenure.survival.SurvivalCurve;
import java.util.Objects;

/**
 * Computes what a client is worth: the lifetime value (LTV), an amount of money. How long a client stays, a duration, is
 * {@link ClientLifespan}'s to say; what clients have brought so far is {@link HistoricLifetimeValue}'s.
 *
 * <p><b>Formula.</b> {@code LTV = amount of one period * expected number of payments}. With churn \(c\), retention
 * \(r = 1 - c\) and discount \(d\) by the period, the number of payments is
 *
 * <p>\[ \text{advance } \frac{1}{1 - r/(1+d)}, \qquad \text{arrears } \frac{r}{1 + d - r}, \qquad
 *     \text{continuous } \frac{1}{c + d}, \]
 *
 * <p>over {@code n} periods \(\sum_{t=0}^{n-1} (r/(1+d))^t\) in advance and \(\sum_{t=1}^{n} (r/(1+d))^t\) in arrears, and
 * over a survival curve \(\sum S(t)/(1+d)^t\) with the same limits, or \(\int S(t) e^{-dt} dt\). Net revenue retention
 * takes the place of {@code r} when expansion counts.
 *
 * <p><b>Units.</b> Amount, churn, discount and horizon are by one period of the caller's, a month as a rule; the survival
 * curve's time is in the same periods. Rates are fractions.
 *
 * <p><b>Conventions.</b> Without options: the whole life, in advance, not discounted, with 95 % confidence; for one churn
 * rate that is the common {@code ARPA / churn}. Where the whole life has no finite value (nobody leaves and nothing is
 * discounted, or net retention reaches {@code 1 + d}) there is none, but the capped value and, from counts, a lower bound
 * are given. All arithmetic on rates and counts is exact. Estimates in floating point (a survival curve, a confidence
 * limit) are taken at twelve decimal places; from there on the arithmetic is exact again. The amount counts as known: the
 * intervals hold the uncertainty of staying alone.
 *
 * <p><b>Errors.</b> A rate out of range is an {@link IllegalArgumentException}.
 *
 * <p><b>Source.</b> P. D. Berger and N. I. Nasr, "Customer lifetime value", <i>Journal of Interactive Marketing</i> 12
 * (1998), 17-30; S. Gupta and D. R. Lehmann, "Customers as assets", <i>Journal of Interactive Marketing</i> 17 (2003),
 * 9-24.
 */
public final class LifetimeValue {

    private static final LifetimeValue DEFAULTS = new LifetimeValue(
            PaymentTiming.ADVANCE, Ratio.ZERO, Horizon.unlimited(), ProportionInterval.WILSON, ConfidenceLevel.P95);

    private final PaymentTiming timing;
    private final Ratio discount;
    private final Horizon horizon;
    private final ProportionInterval method;
    private final ConfidenceLevel level;

    private LifetimeValue(
            PaymentTiming timing, Ratio discount, Horizon horizon, ProportionInterval method, ConfidenceLevel level) {
        this.timing = timing;
        this.discount = discount;
        this.horizon = horizon;
        this.method = method;
        this.level = level;
    }

    /**
     * Returns the calculator of the whole life, paid in advance, without discount, at 95 %.
     *
     * @return the calculator
     */
    public static LifetimeValue withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns this calculator with another time of payment.
     *
     * @param payment when in a period a client pays
     * @return the changed calculator
     */
    public LifetimeValue with(PaymentTiming payment) {
        return new LifetimeValue(Objects.requireNonNull(payment, "payment"), discount, horizon, method, level);
    }

    /**
     * Returns this calculator with another horizon.
     *
     * @param limit how many periods of a client's life count
     * @return the changed calculator
     */
    public LifetimeValue with(Horizon limit) {
        return new LifetimeValue(timing, discount, Objects.requireNonNull(limit, "limit"), method, level);
    }

    /**
     * Returns this calculator with another method for the interval of a churn given by counts.
     *
     * @param interval the method
     * @return the changed calculator
     */
    public LifetimeValue with(ProportionInterval interval) {
        return new LifetimeValue(timing, discount, horizon, Objects.requireNonNull(interval, "interval"), level);
    }

    /**
     * Returns this calculator with another confidence level.
     *
     * @param confidence the level, above 0.5
     * @return the changed calculator
     * @throws IllegalArgumentException if the level is not above 0.5, where a one-sided bound would be no bound
     */
    public LifetimeValue with(ConfidenceLevel confidence) {
        checkArgument(confidence.value() > 0.5, "confidence must be above 0.5: %s", confidence.value());
        return new LifetimeValue(timing, discount, horizon, method, confidence);
    }

    /**
     * Returns this calculator with another discount.
     *
     * @param perPeriod what money loses in one period, zero or more, such as 0.01
     * @return the changed calculator
     * @throws IllegalArgumentException if the discount is negative
     */
    public LifetimeValue withDiscount(Ratio perPeriod) {
        checkArgument(perPeriod.signum() >= 0, "perPeriod must not be negative: %s", perPeriod);
        return new LifetimeValue(timing, perPeriod, horizon, method, level);
    }

    /**
     * Computes the value at a churn rate that is known, or assumed.
     *
     * @param recurring what one client brings in one period
     * @param churn the share of clients that leaves in one period, in [0, 1]
     * @return the value; without an interval, for the rate does not come from counts
     * @throws IllegalArgumentException if the churn is out of range
     */
    public LifetimeValueResult of(RecurringValue recurring, Ratio churn) {
        checkArgument(churn.signum() >= 0 && churn.compareTo(Ratio.ONE) <= 0, "churn must be in [0, 1]: %s", churn);
        return fromRate(recurring, LifetimeMethod.CONSTANT_CHURN, Ratio.ONE.minus(churn));
    }

    /**
     * Computes the value at the churn of a period that was counted.
     *
     * @param recurring what one client brings in one period
     * @param churned how many of how many clients left in one period
     * @return the value, with the interval and the lower bound that the counts allow; undefined ({@link Reason#NO_DATA})
     *     without clients
     */
    public LifetimeValueResult of(RecurringValue recurring, Proportion churned) {
        Outcome<Ratio> retention = churned.trials() == 0
                ? Outcome.undefined(Reason.NO_DATA, "no clients")
                : Outcome.of(Estimate.of(churned.complement()));
        return result(recurring, LifetimeMethod.CONSTANT_CHURN)
                .retention(retention.toOptional())
                .churned(churned)
                .payments(retention.flatMap(share -> PaymentMath.payments(timing, share, discount, horizon)))
                .cappedPayments(retention.flatMap(share -> PaymentMath.finite(timing, share, discount, horizon.cap())))
                .fewestPayments(PaymentMath.highestChurn(churned, level).flatMap(this::paymentsAtChurn))
                .interval(churned.interval(method, level).flatMap(limits -> interval(recurring, limits)))
                .build();
    }

    /**
     * Computes the value when the revenue of a client grows or shrinks by the same factor in every period.
     *
     * @param recurring what one client brings in the first period
     * @param netRetention the revenue of one period over that of the period before, from the same clients, zero or more
     * @return the value; undefined ({@link Reason#NOT_FINITE}) over the whole life if {@code netRetention >= 1 + d}
     * @throws IllegalArgumentException if the retention is negative
     */
    public LifetimeValueResult ofNetRetention(RecurringValue recurring, Ratio netRetention) {
        checkArgument(netRetention.signum() >= 0, "netRetention must not be negative: %s", netRetention);
        return fromRate(recurring, LifetimeMethod.NET_RETENTION, netRetention);
    }

    /**
     * Computes the value over a survival curve.
     *
     * @param recurring what one client brings in one period; the period is one unit of the curve's time
     * @param curve the curve, in time up to 1200
     * @return the value; undefined ({@link Reason#BEYOND_OBSERVATION}) if the curve ends before the horizon with clients
     *     still here: then the capped value, of the periods that were observed, tells what is known
     * @throws IllegalArgumentException if the curve is longer than 1200, as one in days can be
     */
    public LifetimeValueResult of(RecurringValue recurring, SurvivalCurve curve) {
        SurvivalPayments payments = new SurvivalPayments(curve, timing, discount);
        int capped = payments.observed(horizon.cap());
        int asked = horizon instanceof Horizon.Finite finite ? finite.periods() : payments.wholeLife();
        return result(recurring, LifetimeMethod.SURVIVAL_CURVE)
                .cappedPeriods(capped)
                .payments(payments.upTo(asked).map(PaymentEstimate::expected))
                .cappedPayments(payments.upTo(capped).map(PaymentEstimate::expected))
                .fewestPayments(payments.upTo(capped).flatMap(estimate -> estimate.atLeast(level)))
                .interval(payments.upTo(asked).flatMap(estimate -> estimate.interval(recurring.amount(), level)))
                .build();
    }

    private LifetimeValueResult fromRate(RecurringValue recurring, LifetimeMethod how, Ratio retention) {
        return result(recurring, how)
                .retention(retention)
                .payments(PaymentMath.payments(timing, retention, discount, horizon))
                .cappedPayments(PaymentMath.finite(timing, retention, discount, horizon.cap()))
                .fewestPayments(notCounted())
                .interval(notCounted())
                .build();
    }

    private LifetimeValueResultBuilder result(RecurringValue recurring, LifetimeMethod how) {
        return new LifetimeValueResultBuilder()
                .method(how)
                .recurring(recurring)
                .timing(timing)
                .discount(discount)
                .horizon(horizon)
                .cappedPeriods(horizon.cap())
                .level(level);
    }

    private Outcome<MoneyInterval> interval(RecurringValue recurring, Interval churn) {
        return paymentsAtChurn(Estimate.of(churn.upper()))
                .flatMap(fewest -> paymentsAtChurn(Estimate.of(churn.lower()))
                        .map(most -> MoneyInterval.between(
                                recurring.amount().multipliedBy(fewest),
                                recurring.amount().multipliedBy(most),
                                level)));
    }

    private Outcome<Ratio> paymentsAtChurn(Ratio churn) {
        return PaymentMath.payments(timing, Ratio.ONE.minus(churn), discount, horizon);
    }

    private static <T> Outcome<T> notCounted() {
        return Outcome.undefined(Reason.NOT_APPLICABLE, "the rate is given, not counted");
    }
}
