package dev.tenure.survival;

import static com.google.common.base.Preconditions.checkArgument;
import static dev.tenure.explain.Explanation.quantity;

import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.IntStream;
import org.immutables.value.Value;

/**
 * The share that survives each time, when ends are only known to lie between two times. Made by {@link Turnbull}.
 *
 * <p>Between the intervals that hold mass the curve is flat and known; within one it falls, but nobody can tell where. So a share or a time is
 * given by bounds, and as a value where the bounds meet.
 */
@ResultStyle
@Value.Immutable
public abstract class TurnbullCurve {

    private static final int SHOWN = 10;
    /** What sums of masses may be off by. */
    private static final double ROUNDING = 1e-10;

    TurnbullCurve() {}

    /**
     * Returns the intervals that may hold mass.
     *
     * @return the intervals, ascending and apart from each other, those of mass 0 included; empty without observations
     */
    public abstract ImmutableList<TurnbullMass> masses();

    /**
     * Returns how many observations there are.
     *
     * @return the count, zero or more
     */
    public abstract long observations();

    /**
     * Returns how many observations have an exactly known end.
     *
     * @return the count, from 0 to {@link #observations()}
     */
    public abstract long exact();

    /**
     * Returns how many observations had not ended when they were last seen.
     *
     * @return the count, from 0 to {@link #observations()}
     */
    public abstract long ongoing();

    /**
     * Returns the unit of the times.
     *
     * @return the unit
     */
    public abstract ChronoUnit unit();

    /**
     * Returns the highest logarithm of the likelihood; with weights each observation's part is multiplied by its weight.
     *
     * @return the logarithm, zero or less; undefined ({@link Reason#NO_DATA}) without observations
     */
    public abstract Outcome<Double> logLikelihood();

    /**
     * Returns how far the masses are from the conditions of a maximum: the most by which the gradient, divided by the sum of the weights, exceeds 1
     * anywhere, or differs from it where there is mass. The log-likelihood is below its maximum by at most this times the sum of the weights.
     *
     * @return the gap, zero or more; at most 1e-10 if {@link #converged()}
     */
    public abstract double gap();

    /**
     * Returns how many steps the search took.
     *
     * @return the count, zero or more
     */
    public abstract int steps();

    static TurnbullCurve of(InnermostIntervals intervals, NonparametricSearch search, ChronoUnit unit) {
        return new TurnbullCurveBuilder()
                .masses(IntStream.range(0, intervals.size())
                        .mapToObj(j -> new TurnbullMass(intervals.start(j), end(intervals, j), search.mass(j)))
                        .toList())
                .observations(intervals.observations())
                .exact(intervals.exact())
                .ongoing(intervals.ongoing())
                .unit(unit)
                .logLikelihood(intervals.rows() == 0 ? noObservations() : Outcome.of(search.logLikelihood()))
                .gap(search.gap())
                .steps(search.steps())
                .build();
    }

    private static Outcome<Double> end(InnermostIntervals intervals, int interval) {
        double end = intervals.end(interval);
        return end < Double.POSITIVE_INFINITY
                ? Outcome.of(end)
                : Outcome.undefined(
                        Reason.BEYOND_OBSERVATION, "nobody was found ended after " + number(intervals.start(interval)));
    }

    /**
     * Tells whether the search reached the maximum.
     *
     * @return true if the {@link #gap()} is at most 1e-10; otherwise the masses are the best found
     */
    public final boolean converged() {
        return gap() <= ROUNDING;
    }

    /**
     * Returns between which shares the share that survives a time lies.
     *
     * @param time the time in {@link #unit()}, zero or more
     * @return fractions in [0, 1]; undefined ({@link Reason#NO_DATA}) without observations
     * @throws IllegalArgumentException if the time is negative or not finite
     */
    public final Outcome<Bounds> survivalBoundsAt(double time) {
        Observation.checkTime("time", time);
        if (masses().isEmpty()) {
            return noObservations();
        }
        double certain = 0;
        double possible = 0;
        for (int j = masses().size() - 1; j >= 0; j--) {
            TurnbullMass mass = masses().get(j);
            if (mass.lower() >= time && endOf(mass) > time) {
                certain += mass.mass();
            }
            if (endOf(mass) > time) {
                possible += mass.mass();
            }
        }
        return Outcome.of(Bounds.of(Math.min(1, certain), Math.min(1, possible)));
    }

    /**
     * Returns the share that survives a time.
     *
     * @param time the time in {@link #unit()}, zero or more
     * @return a fraction in [0, 1]; undefined ({@link Reason#NO_DATA}) without observations, ({@link Reason#NOT_ESTIMABLE}) within an interval
     *     that holds mass
     * @throws IllegalArgumentException if the time is negative or not finite
     */
    public final Outcome<Double> survivalAt(double time) {
        return survivalBoundsAt(time)
                .flatMap(bounds -> bounds.lower() == bounds.upper()
                        ? Outcome.of(bounds.lower())
                        : Outcome.undefined(
                                Reason.NOT_ESTIMABLE, "where mass lies around " + number(time) + " is not known"));
    }

    /**
     * Returns between which times half has ended.
     *
     * @return the bounds, as {@link #quantile} gives them
     */
    public final Outcome<Bounds> median() {
        return quantile(0.5);
    }

    /**
     * Returns between which times a share has ended: the interval whose mass takes the curve down to it.
     *
     * @param probability the share that has ended, a fraction in (0, 1)
     * @return times in {@link #unit()}; undefined ({@link Reason#NO_DATA}) without observations, ({@link Reason#NEVER_REACHED}) if it lies after the
     *     last time at which one was found ended
     * @throws IllegalArgumentException if the share is out of range
     */
    public final Outcome<Bounds> quantile(double probability) {
        checkArgument(probability > 0 && probability < 1, "probability must be in (0, 1): %s", probability);
        double ended = 0;
        for (TurnbullMass mass : masses()) {
            ended += mass.mass();
            if (ended >= probability - ROUNDING) {
                return mass.upper().isDefined()
                        ? mass.upper().map(upper -> Bounds.of(mass.lower(), upper))
                        : Outcome.undefined(Reason.NEVER_REACHED, "fewer were found ended");
            }
        }
        return noObservations();
    }

    /**
     * Explains the curve: its intervals of mass and how sure the maximum is. Of many intervals the ten with the largest masses are shown.
     *
     * @return the counts, the gap and the masses
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("survival curve")
                .formula("masses on the innermost intervals, by the highest likelihood")
                .value(new Quantity.Term(masses().size() + " intervals"))
                .putInput("observations", new Quantity.Count(observations()))
                .putInput("exact", new Quantity.Count(exact()))
                .putInput("ongoing", new Quantity.Count(ongoing()))
                .putInput("log-likelihood", quantity(logLikelihood(), value -> new Quantity.Measure(value, "")))
                .putInput("largest gradient above 1", new Quantity.Term(String.format(Locale.ROOT, "%.1e", gap())))
                .addAllParts(largest().stream().map(TurnbullCurve::explain).toList())
                .build();
    }

    private ImmutableList<TurnbullMass> largest() {
        double least = masses().stream()
                .map(TurnbullMass::mass)
                .sorted((a, b) -> Double.compare(b, a))
                .limit(SHOWN)
                .reduce(0.0, (first, second) -> second);
        return masses().stream()
                .filter(mass -> mass.mass() > 0 && mass.mass() >= least)
                .limit(SHOWN)
                .collect(ImmutableList.toImmutableList());
    }

    private static Explanation explain(TurnbullMass mass) {
        return Explanation.builder()
                .name("mass in " + text(mass))
                .formula("share that ends there")
                .value(new Quantity.Share(mass.mass()))
                .build();
    }

    private static String text(TurnbullMass mass) {
        if (endOf(mass) == mass.lower()) {
            return "{" + number(mass.lower()) + "}";
        }
        return "(" + number(mass.lower()) + ", "
                + mass.upper().map(upper -> number(upper) + "]").toOptional().orElse("inf)");
    }

    private static double endOf(TurnbullMass mass) {
        return mass.upper().toOptional().orElse(Double.POSITIVE_INFINITY);
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.4f", value);
    }

    private static <T> Outcome<T> noObservations() {
        return Outcome.undefined(Reason.NO_DATA, "no observations");
    }
}
