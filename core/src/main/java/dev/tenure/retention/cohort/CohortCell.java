package dev.tenure.retention.cohort;

import static dev.tenure.explain.Explanation.quantity;

import dev.tenure.calendar.ReportingPeriod;
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
import java.util.Optional;
import org.immutables.value.Value;
import org.joda.money.CurrencyUnit;

/**
 * What is left of one cohort some periods later. Part of a {@link CohortTable}.
 *
 * <p><b>Formula.</b> {@code logo = clients / (size - undecided)}; {@code net = revenue / revenue of the first period}; {@code gross
 * = sum over clients of min(revenue, revenue in the first period) / revenue of the first period}.
 *
 * <p><b>Conventions.</b> A period that is not over, or not within the records, has counts and no shares. The change since another
 * period is by {@link CohortMovements}, which sum to it; gross retention is what their losses leave. Intervals of revenue count a
 * cohort as so many clients of equal revenue as would say as much.
 */
@ResultStyle
@Value.Immutable
public abstract class CohortCell {

    CohortCell() {}

    /**
     * Returns the period in which the clients of the cohort came.
     *
     * @return the period
     */
    public abstract ReportingPeriod cohort();

    /**
     * Returns how many periods the cohort is old.
     *
     * @return periods, zero or more; of the calendar or of the clients' tenure, as {@link CohortPolicy#age()} has it
     */
    public abstract int periodsLater();

    /**
     * Returns the period of the calendar that is looked at.
     *
     * @return the period, {@link #periodsLater()} after {@link #cohort()}; empty if clients are followed by their tenure
     */
    public abstract Optional<ReportingPeriod> period();

    /**
     * Returns how many clients the cohort has.
     *
     * @return the count, positive; of a cohort older than the records only those who are in them
     */
    public abstract long size();

    /**
     * Returns how many of them were there in the period.
     *
     * @return the count, from 0 to {@code size}; so far, if the period is not over
     */
    public abstract long clients();

    /**
     * Returns of how many of them it was undecided, since they were on a censored pause.
     *
     * @return the count, from 0 to {@code size - clients}
     */
    public abstract long undecided();

    /**
     * Returns how many were there in the period before, and are not undecided in this one.
     *
     * @return the count, from 0 to {@code size}; 0 in the first period
     */
    public abstract long atRisk();

    /**
     * Returns how many of those {@link #atRisk()} are there in this period, too.
     *
     * @return the count, from 0 to {@code atRisk}; so far, if the period is not over
     */
    public abstract long stayed();

    /**
     * Returns the sum of the amounts of the cohort in the period.
     *
     * @return minor units, such as kopecks; so far, if the period is not over; negative if credit notes prevail
     */
    public abstract long minorUnits();

    /**
     * Returns the sum of the amounts of the cohort in its first period.
     *
     * @return minor units
     */
    public abstract long initialMinorUnits();

    /**
     * Tells whether the period was over on the day the question was asked: for everyone who can have come in the cohort's period.
     *
     * @return true if it was; a cell that is not has counts but no shares
     */
    public abstract boolean isComplete();

    /**
     * Returns the first age at which the cohort is within the records.
     *
     * @return periods; 0 if the cohort is no older than the records, or older clients are not followed by their true start
     */
    public abstract int observedFrom();

    /**
     * Returns how the interval is made.
     *
     * @return the method
     */
    public abstract ProportionInterval intervalMethod();

    /**
     * Returns how often intervals made this way hold the true share.
     *
     * @return the confidence level
     */
    public abstract ConfidenceLevel level();

    abstract Optional<CohortMovements> countedSincePrevious();

    abstract Optional<CohortMovements> countedSinceFirst();

    abstract Optional<RevenueSample> countedSample();

    /**
     * Tells whether the cohort came, in whole or in part, before the records begin, and is followed from then on.
     *
     * @return true if it did: what it began with is not known then, and there are no shares of it
     */
    public final boolean isOlderThanRecords() {
        return observedFrom() > 0;
    }

    /**
     * Returns how many were lost since the period before.
     *
     * @return the count, zero or more: {@code atRisk - stayed}; so far, if the period is not over
     */
    public final long lost() {
        return atRisk() - stayed();
    }

    /**
     * Returns how many are there who were not in the period before.
     *
     * @return the count, zero or more; 0 in the first period
     */
    public final long returned() {
        return periodsLater() == 0 ? 0 : clients() - stayed();
    }

    /**
     * Returns the sum of the amounts as money.
     *
     * @param currency the currency of the amounts
     * @return the sum of {@link #minorUnits()}
     */
    public final ExactMoney revenue(CurrencyUnit currency) {
        return ExactMoney.ofMinor(currency, minorUnits());
    }

    /**
     * Returns how many clients of how many are there.
     *
     * @return {@code clients} of {@code size - undecided}; undefined if the period is not over ({@link Reason#BEYOND_OBSERVATION}),
     *     or the cohort is older than the records ({@link Reason#NOT_ESTIMABLE})
     */
    public final Outcome<Proportion> proportion() {
        return ofWhole(Outcome.of(Proportion.of(clients(), size() - undecided())));
    }

    /**
     * Returns the share of the cohort's clients that is there.
     *
     * @return a fraction in [0, 1]; undefined as {@link #proportion()} is, and ({@link Reason#NO_DATA}) if all clients are
     *     undecided
     */
    public final Outcome<Double> clientShare() {
        return proportion().flatMap(Proportion::value);
    }

    /**
     * Returns the confidence interval of {@link #clientShare()}.
     *
     * @return an interval within [0, 1]; undefined as the share is
     */
    public final Outcome<Interval> interval() {
        return proportion().flatMap(share -> share.interval(intervalMethod(), level()));
    }

    /**
     * Returns of how many clients of the period before how many are there.
     *
     * @return {@code stayed} of {@code atRisk}; undefined in the first period ({@link Reason#NOT_APPLICABLE}), if the period is not
     *     over ({@link Reason#BEYOND_OBSERVATION}), or the period before is not within the records ({@link Reason#NOT_ESTIMABLE})
     */
    public final Outcome<Proportion> periodRetention() {
        return periodsLater() == 0
                ? Outcome.undefined(Reason.NOT_APPLICABLE, "the first period has none before it")
                : sincePeriodBefore(Outcome.of(Proportion.of(stayed(), atRisk())));
    }

    /**
     * Returns the cohort's revenue as a share of that of its first period: net retention.
     *
     * @return a fraction, above 1 if the cohort grew, negative if credit notes prevail; undefined if the period is not over
     *     ({@link Reason#BEYOND_OBSERVATION}), the cohort is older than the records ({@link Reason#NOT_ESTIMABLE}), or the first
     *     period brought nothing ({@link Reason#NO_DATA}) or less ({@link Reason#NOT_APPLICABLE})
     */
    public final Outcome<Ratio> revenueShare() {
        return ofWhole(CohortMath.revenueShare(minorUnits(), initialMinorUnits()));
    }

    /**
     * Returns the revenue of which each client counts with no more than in its first period.
     *
     * @return minor units, no more than {@link #minorUnits()} and {@link #initialMinorUnits()}; undefined as {@link #sinceFirst()} is
     */
    public final Outcome<Long> grossMinorUnits() {
        return sinceFirst().map(movements -> Math.addExact(initialMinorUnits(), movements.losses()));
    }

    /**
     * Returns {@link #grossMinorUnits()} as a share of the revenue of the first period: gross retention.
     *
     * @return a fraction, no more than 1 and {@link #revenueShare()}, negative if credit notes prevail; undefined as that is, and
     *     ({@link Reason#NOT_APPLICABLE}) unless movements were asked for
     */
    public final Outcome<Ratio> grossRevenueShare() {
        return grossMinorUnits().flatMap(gross -> CohortMath.revenueShare(gross, initialMinorUnits()));
    }

    /**
     * Returns the share that is left of clients or of revenue.
     *
     * @param measure of what
     * @return the exact fraction; undefined as {@link #clientShare()}, {@link #grossRevenueShare()} or {@link #revenueShare()} is
     */
    public final Outcome<Ratio> share(CohortMeasure measure) {
        return switch (measure) {
            case LOGO -> CohortMath.exact(proportion());
            case GROSS -> grossRevenueShare();
            case NET -> revenueShare();
        };
    }

    /**
     * Returns how many clients of equal revenue would say as much about revenue as the cohort does.
     *
     * <p><b>Formula.</b> With \(a_i\) the revenue of client \(i\) in the first period, \( n^* = (\sum a_i)^2 / \sum a_i^2 \).
     *
     * <p><b>Source.</b> L. Kish, <i>Survey Sampling</i>, Wiley 1965, section 11.7.
     *
     * @return the number, from 1 to the number of clients with revenue in the first period, the same at every age; undefined as
     *     {@link #revenueShare()} is, and ({@link Reason#NOT_APPLICABLE}) unless movements were asked for, or if the revenue of a client
     *     is negative in either period
     */
    public final Outcome<Double> effectiveClients() {
        return revenueShare().flatMap(share -> sample()).flatMap(RevenueSample::effectiveClients);
    }

    /**
     * Returns the confidence interval of {@link #share(CohortMeasure)}.
     *
     * <p><b>Formula.</b> For clients, {@link #interval()}. For gross retention \(G\), that of \(G\) with \(n^*\) trials, by
     * {@link #intervalMethod()}. Net retention is \(G (1 + h)\), where \(h\) is the gain of those who bring more over what is kept. The
     * interval of \(h\) is \(g\) times that of \(h / g\) with \(\max(1, G n^*)\) trials, as if each kept ruble grew by \( g = \max(h,
     * \sum x_i^2 / \sum a_i x_i) \) or not at all, with \(x_i\) the gain of client \(i\). The limits are
     * \[ G (1 + h) \pm \sqrt{\left((1 + h) \delta_G\right)^2 + \left(G \delta_h\right)^2}, \]
     * with \(\delta\) the distance of a share from its limit on that side; the lower one is not below 0.
     *
     * <p><b>Conventions.</b> Where nobody brings more, the interval of net retention is that of gross, and says nothing of gains that
     * nobody had yet. Where clients bring the same and stay unchanged or leave, both are that of the clients.
     *
     * <p><b>Source.</b> For adding squares, G. Y. Zou and A. Donner, <i>Statistics in Medicine</i> 27 (2008), 1693-1702.
     *
     * @param measure of what
     * @return an interval, in [0, 1] but for net retention and methods that may reach beyond; undefined as the share is; for revenue, as
     *     {@link #effectiveClients()} is; for net retention, if the revenue of the first period is of one client
     *     ({@link Reason#TOO_FEW_DATA}), or only clients brought more who brought nothing in it ({@link Reason#NOT_ESTIMABLE})
     */
    public final Outcome<Interval> interval(CohortMeasure measure) {
        return measure == CohortMeasure.LOGO
                ? interval()
                : share(measure)
                        .flatMap(share -> sample())
                        .flatMap(sample -> sample.interval(measure, intervalMethod(), level()));
    }

    final Outcome<RevenueSample> sample() {
        return ofWhole(counted(countedSample()));
    }

    /**
     * Returns how the revenue changed since the period before.
     *
     * @return the movements, in the first period from nothing; undefined unless they were asked for ({@link Reason#NOT_APPLICABLE}),
     *     if the period is not over ({@link Reason#BEYOND_OBSERVATION}), or the period before is not within the records
     *     ({@link Reason#NOT_ESTIMABLE})
     */
    public final Outcome<CohortMovements> sincePrevious() {
        return periodsLater() == 0
                ? ofWhole(counted(countedSincePrevious()))
                : sincePeriodBefore(counted(countedSincePrevious()));
    }

    /**
     * Returns how the revenue changed since the first period.
     *
     * @return the movements, without reactivation; undefined unless they were asked for ({@link Reason#NOT_APPLICABLE}), if the period
     *     is not over ({@link Reason#BEYOND_OBSERVATION}), or the cohort is older than the records ({@link Reason#NOT_ESTIMABLE})
     */
    public final Outcome<CohortMovements> sinceFirst() {
        return ofWhole(counted(countedSinceFirst()));
    }

    /**
     * Explains the shares.
     *
     * @return the counts, with the share of clients, its interval, the share of revenue, and the movements if they were asked for
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("clients of " + cohort() + " " + when())
                .formula("there / (cohort - undecided)")
                .value(quantity(clientShare(), Quantity.Share::new))
                .putInput("there", new Quantity.Count(clients()))
                .putInput("cohort", new Quantity.Count(size()))
                .putInput("undecided", new Quantity.Count(undecided()))
                .addPart(CohortMath.explainInterval(interval(), intervalMethod(), level()))
                .addAllParts(periodRetention().toOptional().stream()
                        .map(CohortCell::explainPeriod)
                        .toList())
                .addPart(CohortMath.explainRevenue(
                        revenueShare(), minorUnits(), initialMinorUnits(), explainInterval(CohortMeasure.NET)))
                .addAllParts(sinceFirst().toOptional().stream()
                        .map(this::explainGross)
                        .toList())
                .addAllParts(sincePrevious().toOptional().stream()
                        .map(CohortCell::explainMovements)
                        .toList())
                .build();
    }

    private static Explanation explainPeriod(Proportion retention) {
        return Explanation.builder()
                .name("retention of the period")
                .formula("stayed / there in the period before, not undecided")
                .value(quantity(retention.value(), Quantity.Share::new))
                .putInput("stayed", new Quantity.Count(retention.successes()))
                .putInput("there in the period before", new Quantity.Count(retention.trials()))
                .build();
    }

    private Explanation explainGross(CohortMovements movements) {
        return Explanation.builder()
                .name("gross revenue")
                .formula("(minor units of the first period + contraction + churn) / minor units of the first period")
                .value(CohortMath.share(grossRevenueShare()))
                .putInput("minor units of the first period", new Quantity.Count(initialMinorUnits()))
                .putInput("contraction", new Quantity.Count(movements.contraction()))
                .putInput("churn", new Quantity.Count(movements.churn()))
                .addAllParts(explainInterval(CohortMeasure.GROSS).stream().toList())
                .build();
    }

    private Optional<Explanation> explainInterval(CohortMeasure measure) {
        return sample().toOptional()
                .map(sample -> CohortMath.explainRevenueInterval(
                        measure, interval(measure), effectiveClients(), intervalMethod(), level()));
    }

    private static Explanation explainMovements(CohortMovements movements) {
        return Explanation.builder()
                .name("change since the period before")
                .formula("new + expansion + reactivation + contraction + churn")
                .value(new Quantity.Count(movements.change()))
                .putInput("new", new Quantity.Count(movements.newRevenue()))
                .putInput("expansion", new Quantity.Count(movements.expansion()))
                .putInput("reactivation", new Quantity.Count(movements.reactivation()))
                .putInput("contraction", new Quantity.Count(movements.contraction()))
                .putInput("churn", new Quantity.Count(movements.churn()))
                .build();
    }

    private String when() {
        return period().map(period -> "in " + period).orElse("in period " + periodsLater());
    }

    private static <T> Outcome<T> counted(Optional<T> detail) {
        return detail.map(Outcome::of)
                .orElse(Outcome.undefined(
                        Reason.NOT_APPLICABLE, "movements were not asked for by RevenueDetail.MOVEMENTS"));
    }

    /** Returns what compares the period with the first. */
    private <T> Outcome<T> ofWhole(Outcome<T> outcome) {
        return isOlderThanRecords()
                ? Outcome.undefined(Reason.NOT_ESTIMABLE, "the cohort is older than the records")
                : ifComplete(outcome);
    }

    /** Returns what compares the period with the one before. */
    private <T> Outcome<T> sincePeriodBefore(Outcome<T> outcome) {
        return isOlderThanRecords() && periodsLater() <= observedFrom()
                ? Outcome.undefined(Reason.NOT_ESTIMABLE, "the period before is not within the records")
                : ifComplete(outcome);
    }

    private <T> Outcome<T> ifComplete(Outcome<T> outcome) {
        return isComplete()
                ? outcome
                : Outcome.undefined(
                        Reason.BEYOND_OBSERVATION,
                        period().map(ReportingPeriod::toString).orElse("period " + periodsLater()) + " is not over");
    }
}
