package dev.tenure.retention;

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
import org.immutables.value.Value;
import org.joda.money.CurrencyUnit;

/** What is left of one cohort some periods later. Part of a {@link CohortTable}. */
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
     * Returns the period that is looked at.
     *
     * @return the period, {@link #periodsLater()} after {@link #cohort()}
     */
    public abstract ReportingPeriod period();

    /**
     * Returns how many clients the cohort has.
     *
     * @return the count, positive
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
     * Tells whether the period was over on the day the question was asked.
     *
     * @return true if it was; a cell that is not has counts but no shares
     */
    public abstract boolean isComplete();

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

    /**
     * Returns how many periods the cohort is old.
     *
     * @return periods, zero or more
     */
    public final int periodsLater() {
        return (int) (period().index() - cohort().index());
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
     * @return {@code clients} of {@code size - undecided}; undefined ({@link Reason#BEYOND_OBSERVATION}) if the period is not over
     */
    public final Outcome<Proportion> proportion() {
        return ifComplete(Outcome.of(Proportion.of(clients(), size() - undecided())));
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
     * Returns the cohort's revenue as a share of that of its first period.
     *
     * @return a fraction, above 1 if the cohort grew, negative if credit notes prevail; undefined if the period is not over
     *     ({@link Reason#BEYOND_OBSERVATION}), or the first period brought nothing ({@link Reason#NO_DATA}) or less
     *     ({@link Reason#NOT_APPLICABLE})
     */
    public final Outcome<Ratio> revenueShare() {
        return ifComplete(RetentionMath.revenueShare(minorUnits(), initialMinorUnits()));
    }

    /**
     * Explains the shares.
     *
     * @return the counts, with the share of clients, its interval and the share of revenue
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("clients of " + cohort() + " in " + period())
                .formula("there / (cohort - undecided)")
                .value(quantity(clientShare(), Quantity.Share::new))
                .putInput("there", new Quantity.Count(clients()))
                .putInput("cohort", new Quantity.Count(size()))
                .putInput("undecided", new Quantity.Count(undecided()))
                .addPart(RetentionMath.explainInterval(interval(), intervalMethod(), level()))
                .addPart(RetentionMath.explainRevenue(revenueShare(), minorUnits(), initialMinorUnits()))
                .build();
    }

    private <T> Outcome<T> ifComplete(Outcome<T> outcome) {
        return isComplete() ? outcome : Outcome.undefined(Reason.BEYOND_OBSERVATION, period() + " is not over");
    }
}
