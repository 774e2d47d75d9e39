package dev.tenure.retention.cohort;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static dev.tenure.explain.Explanation.quantity;

import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.money.Ratio;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import dev.tenure.stat.Proportion;
import dev.tenure.stat.ProportionInterval;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.immutables.value.Value;

/**
 * The mean retention of all cohorts of an age, each weighted by what it began with: clients by the size of the cohort, revenue by
 * the revenue of its first period. Made by {@link CohortTable#average(int)}.
 *
 * <p><b>Formula.</b> {@code sum of what is there / sum of what the same cohorts began with}; unweighted, {@code sum of the cohorts'
 * shares / number of cohorts}.
 *
 * <p><b>Conventions.</b> Only complete cells count, in both sums, and no cohorts that are older than the records. The unweighted mean
 * leaves out cohorts without a share, and has no interval: a cohort of two weighs in it as much as one of two hundred.
 */
@ResultStyle
@Value.Immutable
public abstract class CohortAverage {

    CohortAverage() {}

    /**
     * Returns the age of the cohorts.
     *
     * @return periods, zero or more
     */
    public abstract int periodsLater();

    /**
     * Returns the cells the mean is taken of.
     *
     * @return the complete cells of that age, earliest cohort first, without cohorts older than the records; empty if no cohort is
     *     that old
     */
    public abstract ImmutableList<CohortCell> cells();

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
     * Returns how many clients of how many are there.
     *
     * @return the counts of all cells together; undefined ({@link Reason#BEYOND_OBSERVATION}) if no cohort is that old
     */
    public final Outcome<Proportion> proportion() {
        return ifObserved(
                Outcome.of(Proportion.of(sum(CohortCell::clients), sum(cell -> cell.size() - cell.undecided()))));
    }

    /**
     * Returns the share of clients that is there.
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
     * @return an interval within [0, 1], as if all clients had the same chance to stay; undefined as the share is
     */
    public final Outcome<Interval> interval() {
        return proportion().flatMap(share -> share.interval(intervalMethod(), level()));
    }

    /**
     * Returns the cohorts' revenue as a share of that of their first periods.
     *
     * @return a fraction; undefined if no cohort is that old ({@link Reason#BEYOND_OBSERVATION}), or the first periods together
     *     brought nothing ({@link Reason#NO_DATA}) or less ({@link Reason#NOT_APPLICABLE})
     */
    public final Outcome<Ratio> revenueShare() {
        return ifObserved(CohortMath.revenueShare(minorUnits(), initialMinorUnits()));
    }

    /**
     * Returns the cohorts' revenue, of which each client counts with no more than in its first period, as a share of that of their
     * first periods.
     *
     * @return a fraction, no more than 1 and {@link #revenueShare()}; undefined as that is, and ({@link Reason#NOT_APPLICABLE}) unless
     *     movements were asked for
     */
    public final Outcome<Ratio> grossRevenueShare() {
        Outcome<Long> gross = ifObserved(Outcome.of(0L));
        for (CohortCell cell : cells()) {
            gross = gross.flatMap(sum -> cell.grossMinorUnits().map(minorUnits -> Math.addExact(sum, minorUnits)));
        }
        return gross.flatMap(minorUnits -> CohortMath.revenueShare(minorUnits, initialMinorUnits()));
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
     * Returns how many clients of equal revenue would say as much about revenue as the cohorts together do.
     *
     * @return the number, 1 or more, as {@link CohortCell#effectiveClients()} has it; undefined as {@link #revenueShare()} is, and
     *     ({@link Reason#NOT_APPLICABLE}) unless movements were asked for, or if the revenue of a client is negative in either period
     */
    public final Outcome<Double> effectiveClients() {
        return revenueShare().flatMap(share -> sample()).flatMap(RevenueSample::effectiveClients);
    }

    /**
     * Returns the confidence interval of {@link #share(CohortMeasure)}, by the formulas of
     * {@link CohortCell#interval(CohortMeasure)} with the clients of all cells together.
     *
     * @param measure of what
     * @return an interval, as if all clients were of one kind; undefined as the share is; for revenue, as {@link #effectiveClients()}
     *     is; for net retention, if the revenue of the first periods is of one client ({@link Reason#TOO_FEW_DATA}), or only clients
     *     brought more who brought nothing in it ({@link Reason#NOT_ESTIMABLE})
     */
    public final Outcome<Interval> interval(CohortMeasure measure) {
        return measure == CohortMeasure.LOGO
                ? interval()
                : share(measure)
                        .flatMap(share -> sample())
                        .flatMap(sample -> sample.interval(measure, intervalMethod(), level()));
    }

    /** Returns the sums over the clients of all cells; there is a cell. */
    private Outcome<RevenueSample> sample() {
        return cells().stream()
                .map(CohortCell::sample)
                .reduce((one, other) -> one.flatMap(sums -> other.map(sums::plus)))
                .orElseThrow();
    }

    /**
     * Returns the mean of the cohorts' shares, each cohort weighing the same.
     *
     * @param measure of what
     * @return the exact fraction; undefined if no cohort is that old ({@link Reason#BEYOND_OBSERVATION}), or none has a share
     *     ({@link Reason#NO_DATA})
     */
    public final Outcome<Ratio> unweightedShare(CohortMeasure measure) {
        ImmutableList<Ratio> shares = cells().stream()
                .flatMap(cell -> cell.share(measure).toOptional().stream())
                .collect(toImmutableList());
        return ifObserved(
                shares.isEmpty()
                        ? Outcome.undefined(Reason.NO_DATA, "no cohort has a share")
                        : Outcome.of(
                                shares.stream().reduce(Ratio.ZERO, Ratio::plus).dividedBy(Ratio.of(shares.size()))));
    }

    /**
     * Explains the mean.
     *
     * @return the mean with its interval, and the cells it is taken of
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("mean retention after " + periodsLater())
                .formula("sum of there / sum of (cohort - undecided)")
                .value(quantity(clientShare(), Quantity.Share::new))
                .putInput("cohorts", new Quantity.Count(cells().size()))
                .addPart(CohortMath.explainInterval(interval(), intervalMethod(), level()))
                .addPart(CohortMath.explainRevenue(
                        revenueShare(), minorUnits(), initialMinorUnits(), explainInterval(CohortMeasure.NET)))
                .addAllParts(explainGross().stream().toList())
                .addAllParts(cells().stream().map(CohortCell::explain).toList())
                .build();
    }

    private Optional<Explanation> explainGross() {
        return explainInterval(CohortMeasure.GROSS)
                .map(interval -> Explanation.builder()
                        .name("gross revenue")
                        .formula("sum of kept minor units / sum of minor units of the first period")
                        .value(CohortMath.share(grossRevenueShare()))
                        .addPart(interval)
                        .build());
    }

    private Optional<Explanation> explainInterval(CohortMeasure measure) {
        return Optional.of(cells())
                .filter(cells -> !cells.isEmpty() && sample().isDefined())
                .map(cells -> CohortMath.explainRevenueInterval(
                        measure, interval(measure), effectiveClients(), intervalMethod(), level()));
    }

    private long minorUnits() {
        return sum(CohortCell::minorUnits);
    }

    private long initialMinorUnits() {
        return sum(CohortCell::initialMinorUnits);
    }

    private long sum(ToLongFunction<CohortCell> attribute) {
        return cells().stream().mapToLong(attribute).reduce(0, Math::addExact);
    }

    private <T> Outcome<T> ifObserved(Outcome<T> outcome) {
        return cells().isEmpty()
                ? Outcome.undefined(Reason.BEYOND_OBSERVATION, "no cohort is observed for " + periodsLater())
                : outcome;
    }
}
