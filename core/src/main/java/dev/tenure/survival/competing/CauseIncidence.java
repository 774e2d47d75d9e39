package dev.tenure.survival.competing;

import static com.google.common.base.Preconditions.checkArgument;
import static dev.tenure.explain.Explanation.quantity;

import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import dev.tenure.survival.Bounds;
import dev.tenure.survival.QuantileRule;
import dev.tenure.survival.SurvivalCurve;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.IntStream;
import org.immutables.value.Value;

/**
 * The share that has ended for one cause by each time, the other causes at work beside it. Part of {@link CompetingRisks}.
 *
 * <p>Between two times the incidence is flat. After the longest observation it stays if no one is left, and is unknown otherwise.
 */
@ResultStyle
@Value.Immutable
public abstract class CauseIncidence {

    CauseIncidence() {}

    /**
     * Returns the cause.
     *
     * @return its name; {@link AalenJohansen#UNKNOWN_NAME} for unknown causes taken for one of their own
     */
    public abstract String cause();

    abstract CauseTable table();

    abstract SurvivalCurve survival();

    /** Tells whether this is the incidence of unknown causes. */
    abstract boolean isUnknown();

    /** Tells whether the proportion that unknown causes need is known. */
    abstract boolean isEstimable();

    /**
     * Returns how many observations are known to have ended for the cause.
     *
     * @return the count, zero or more; without any share of the unknown ones
     */
    public abstract long ended();

    /**
     * Returns how many observations ended for a cause nobody recorded.
     *
     * @return the count, zero or more
     */
    public abstract long unknown();

    /**
     * Returns what became of the unknown ones.
     *
     * @return the rule
     */
    public abstract UnknownCause unknownRule();

    /**
     * Returns how the variance is estimated.
     *
     * @return the estimator
     */
    public abstract IncidenceVariance variance();

    /**
     * Returns how the intervals are made.
     *
     * @return the method
     */
    public abstract IncidenceInterval intervalMethod();

    /**
     * Returns how often intervals made this way hold the true share.
     *
     * @return the confidence level
     */
    public abstract ConfidenceLevel level();

    /**
     * Returns how many observations there are.
     *
     * @return the count, zero or more
     */
    public final long observations() {
        return survival().observations();
    }

    /**
     * Returns the unit of the times.
     *
     * @return the unit
     */
    public final ChronoUnit unit() {
        return survival().unit();
    }

    /**
     * Returns which time is a quantile where the incidence runs flat at just the height asked for.
     *
     * @return the rule
     */
    public final QuantileRule quantileRule() {
        return survival().quantileRule();
    }

    /**
     * Returns the times at which something ended, for whatever cause, or was last seen.
     *
     * @return the steps, ascending by time, no time twice; empty without observations or if the incidence is undefined
     */
    public final ImmutableList<IncidenceStep> steps() {
        return IntStream.range(0, isEstimable() ? table().table().size() : 0)
                .mapToObj(this::step)
                .collect(ImmutableList.toImmutableList());
    }

    private IncidenceStep step(int row) {
        ExitTable exits = table().table();
        return new IncidenceStepBuilder()
                .time(exits.times[row])
                .atRisk(exits.atRisk[row])
                .ended(table().counted(row))
                .incidence(table().incidence(row + 1))
                .standardError(error(row + 1))
                .build();
    }

    /**
     * Returns the share that has ended for the cause by a time.
     *
     * @param time the time in {@link #unit()}, zero or more
     * @return a fraction in [0, 1]; undefined ({@link Reason#NO_DATA}) without observations, ({@link Reason#BEYOND_OBSERVATION}) past the
     *     longest observation if someone is left, ({@link Reason#NOT_ESTIMABLE}) if unknown causes go in proportion and none is known
     * @throws IllegalArgumentException if the time is negative or not finite
     */
    public final Outcome<Double> incidenceAt(double time) {
        return rows(time).map(table()::incidence);
    }

    /**
     * Returns the standard error of the share that has ended for the cause by a time.
     *
     * @param time the time in {@link #unit()}, zero or more
     * @return a fraction, zero or more, 0 before the first end for the cause; undefined where {@link #incidenceAt} is, and
     *     ({@link Reason#NOT_ESTIMABLE}) where all have ended for the cause
     * @throws IllegalArgumentException if the time is negative or not finite
     */
    public final Outcome<Double> standardErrorAt(double time) {
        return rows(time).flatMap(this::error);
    }

    /**
     * Returns the confidence interval of the share that has ended for the cause by a time, for that time alone.
     *
     * @param time the time in {@link #unit()}, zero or more
     * @return an interval within [0, 1]; undefined where {@link #incidenceAt} is, and ({@link Reason#NOT_ESTIMABLE}) where none or all
     *     have ended for the cause
     * @throws IllegalArgumentException if the time is negative or not finite
     */
    public final Outcome<Interval> intervalAt(double time) {
        return rows(time).flatMap(this::interval);
    }

    /**
     * Returns between which shares the incidence lies, whatever the unknown causes were.
     *
     * @param time the time in {@link #unit()}, zero or more
     * @return the bounds, equal if no cause is unknown by then; of the unknown causes themselves, from 0, if each turned out to be a known
     *     one; undefined without observations and past the longest one, as {@link #incidenceAt}
     * @throws IllegalArgumentException if the time is negative or not finite
     */
    public final Outcome<Bounds> boundsAt(double time) {
        return survival().survivalAt(time).map(ok -> bounds(table().table().reached(time)));
    }

    private Bounds bounds(int rows) {
        double unknown = rows == 0 ? 0 : table().table().unknownIncidence[rows - 1];
        if (isUnknown()) {
            return Bounds.of(0, Math.min(1, unknown));
        }
        double lower = Math.max(0, table().incidence(rows) - table().share().value() * unknown);
        return Bounds.of(lower, Math.min(1, lower + unknown));
    }

    /**
     * Returns the cause-specific cumulative hazard: how often the cause would have struck by a time, on average, had each end been made
     * good at once.
     *
     * <p><b>Formula.</b> Nelson and Aalen's, {@code sum of d / n} over the times up to the given one.
     *
     * @param time the time in {@link #unit()}, zero or more
     * @return the hazard, zero or more, without upper limit; undefined where {@link #incidenceAt} is
     * @throws IllegalArgumentException if the time is negative or not finite
     */
    public final Outcome<Double> cumulativeHazardAt(double time) {
        return rows(time).map(table()::hazard);
    }

    /**
     * Returns the time by which a share has ended for the cause.
     *
     * @param probability the share, a fraction in (0, 1)
     * @return the time with its limits
     * @throws IllegalArgumentException if the share is out of range
     */
    public final IncidenceQuantile quantile(double probability) {
        checkArgument(probability > 0 && probability < 1, "probability must be in (0, 1): %s", probability);
        Crossing crossing = new Crossing(this, probability);
        return new IncidenceQuantileBuilder()
                .cause(cause())
                .probability(probability)
                .value(crossing.ofIncidence())
                .lower(crossing.ofUpperLimit())
                .upper(crossing.ofLowerLimit())
                .rule(quantileRule())
                .unit(unit())
                .intervalMethod(intervalMethod())
                .level(level())
                .build();
    }

    /**
     * Returns how much time the cause costs up to a horizon, on average.
     *
     * @param horizon the time up to which is counted, in {@link #unit()}, more than zero
     * @return the mean time with its standard error and interval
     * @throws IllegalArgumentException if the horizon is not positive and finite
     */
    public final TimeLost timeLost(double horizon) {
        Outcome<Double> stays = survival().restrictedMean(horizon).value();
        return new TimeLostBuilder()
                .cause(cause())
                .horizon(horizon)
                .value(stays.flatMap(ok -> estimable(ok)).map(ok -> table().area(horizon)))
                .standardError(stays.flatMap(ok -> estimable(ok)).map(ok -> Math.sqrt(table().areaVariance(horizon))))
                .unknownRule(unknownRule())
                .variance(variance())
                .unit(unit())
                .level(level())
                .build();
    }

    /**
     * Explains the incidence at the longest observation.
     *
     * @return the incidence, the counts, the rule for unknown causes and the interval
     */
    public final Explanation explain() {
        return explainAt(survival().longest().toOptional().orElse(0.0));
    }

    /**
     * Explains the share that has ended for the cause by a time.
     *
     * @param time the time in {@link #unit()}, zero or more
     * @return the share, the counts, the rule for unknown causes, the interval and, if causes are unknown, the bounds
     * @throws IllegalArgumentException if the time is negative or not finite
     */
    public final Explanation explainAt(double time) {
        return Explanation.builder()
                .name("incidence of " + cause())
                .formula("sum of S before * ended for the cause / at risk, up to time")
                .value(quantity(incidenceAt(time), Quantity.Share::new))
                .putInput("time", new Quantity.Measure(time, unit().toString().toLowerCase(Locale.ROOT)))
                .putInput("observations", new Quantity.Count(observations()))
                .putInput("ended for the cause", new Quantity.Count(ended()))
                .putInput("ended for an unknown cause", new Quantity.Count(unknown()))
                .putInput("rule", new Quantity.Term(unknownRule().name()))
                .addPart(explainInterval(time))
                .addAllParts(unknown() == 0 ? ImmutableList.of() : ImmutableList.of(explainBounds(time)))
                .build();
    }

    private Explanation explainInterval(double time) {
        return Explanation.builder()
                .name("confidence interval")
                .formula("by method from variance, at level")
                .value(quantity(
                        intervalAt(time),
                        limits -> new Quantity.Span(
                                new Quantity.Share(limits.lower()), new Quantity.Share(limits.upper()))))
                .putInput("method", new Quantity.Term(intervalMethod().name()))
                .putInput("variance", new Quantity.Term(variance().name()))
                .putInput("level", new Quantity.Share(level().value()))
                .build();
    }

    private Explanation explainBounds(double time) {
        return Explanation.builder()
                .name("bounds")
                .formula("none of the unknown ends for the cause, or all of them")
                .value(quantity(
                        boundsAt(time),
                        bounds -> new Quantity.Span(
                                new Quantity.Share(bounds.lower()), new Quantity.Share(bounds.upper()))))
                .build();
    }

    private Outcome<Integer> rows(double time) {
        return survival()
                .survivalAt(time)
                .flatMap(this::estimable)
                .map(ok -> table().table().reached(time));
    }

    private <T> Outcome<T> estimable(T value) {
        return isEstimable()
                ? Outcome.of(value)
                : Outcome.undefined(Reason.NOT_ESTIMABLE, "no end has a known cause, there is no proportion");
    }

    private Outcome<Double> error(int rows) {
        if (table().incidence(rows) == 1) {
            return Outcome.undefined(
                    Reason.NOT_ESTIMABLE, "all have ended for this cause, the variance has no estimate");
        }
        return Outcome.of(table().error(rows));
    }

    /** Returns the interval after a number of rows. */
    final Outcome<Interval> interval(int rows) {
        return error(rows).flatMap(error -> intervalMethod().interval(table().incidence(rows), error, level()));
    }
}
