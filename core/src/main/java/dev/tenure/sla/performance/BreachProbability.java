package dev.tenure.sla.performance;

import static dev.tenure.explain.Explanation.quantity;

import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import dev.tenure.survival.SurvivalCurve;
import dev.tenure.survival.SurvivalInterval;
import java.time.Duration;
import org.immutables.value.Value;

/**
 * How probable it is that a promise that is still open will be broken, judged by those that were open as long. Made by
 * {@link ResponseTimeResult}.
 *
 * <p><b>Formula.</b> {@code P(T > target | T > elapsed) = S(target) / S(elapsed)}, with {@code S} the survival curve of the
 * working times; the interval from the variance of what happens after {@code elapsed} alone.
 *
 * <p><b>Units.</b> Durations of working time; a fraction in [0, 1].
 *
 * <p><b>Conventions.</b> Once the target has passed the probability is 1, whatever others did. A promise that is done in exactly
 * the target is kept.
 */
@ResultStyle
@Value.Immutable
public abstract class BreachProbability {

    BreachProbability() {}

    /**
     * Returns how much working time the promise has taken so far.
     *
     * @return the time, zero or more
     */
    public abstract Duration elapsed();

    /**
     * Returns after how much working time it is broken.
     *
     * @return the time, positive
     */
    public abstract Duration target();

    /**
     * Returns of how many promises it is known that they took longer than {@link #elapsed()}.
     *
     * @return the count, zero or more
     */
    public abstract long comparable();

    /**
     * Returns the probability that the promise will be broken.
     *
     * @return a fraction in [0, 1]; undefined ({@link Reason#NO_DATA}) without other promises, and
     *     ({@link Reason#BEYOND_OBSERVATION}) where none of them took longer than {@link #elapsed()}, or none was observed up to
     *     {@link #target()} and some are open
     */
    public abstract Outcome<Double> value();

    /**
     * Returns the confidence interval of the probability.
     *
     * @return fractions within [0, 1]; undefined where {@link #value()} is, ({@link Reason#NOT_APPLICABLE}) where the target has
     *     passed, and ({@link Reason#NOT_ESTIMABLE}) where of the comparable promises all were done by the target or, for most
     *     methods, none
     */
    public abstract Outcome<Interval> interval();

    /**
     * Returns how the interval is made.
     *
     * @return the method
     */
    public abstract SurvivalInterval intervalMethod();

    /**
     * Returns how often intervals made this way hold the true probability.
     *
     * @return the confidence level
     */
    public abstract ConfidenceLevel level();

    /**
     * Explains the probability.
     *
     * @return the probability, the times, the number of comparable promises and the interval
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("breach probability")
                .formula("S(target) / S(elapsed)")
                .value(quantity(value(), Quantity.Share::new))
                .putInput("elapsed", time(elapsed()))
                .putInput("target", time(target()))
                .putInput("comparable", new Quantity.Count(comparable()))
                .addPart(explainInterval())
                .build();
    }

    private Explanation explainInterval() {
        return Explanation.builder()
                .name("confidence interval")
                .formula("by method from the variance after elapsed, at level")
                .value(quantity(
                        interval(),
                        limits -> new Quantity.Span(
                                new Quantity.Share(limits.lower()), new Quantity.Share(limits.upper()))))
                .putInput("method", new Quantity.Term(intervalMethod().name()))
                .putInput("level", new Quantity.Share(level().value()))
                .build();
    }

    static BreachProbability of(ResponseTimeResult history, Duration elapsed, Duration target) {
        SurvivalCurve later = history.curve().given(ResponseTimeAccumulator.seconds(elapsed));
        BreachProbabilityBuilder probability = new BreachProbabilityBuilder()
                .elapsed(elapsed)
                .target(target)
                .comparable(later.observations())
                .intervalMethod(later.intervalMethod())
                .level(later.level());
        if (elapsed.compareTo(target) >= 0) {
            return probability
                    .value(Outcome.of(1.0))
                    .interval(Outcome.undefined(Reason.NOT_APPLICABLE, "the target has passed"))
                    .build();
        }
        Outcome<SurvivalCurve> known = comparable(history, later);
        double until = ResponseTimeAccumulator.seconds(target);
        return probability
                .value(known.flatMap(curve -> curve.survivalAt(until)))
                .interval(known.flatMap(curve -> curve.intervalAt(until)))
                .build();
    }

    private static Outcome<SurvivalCurve> comparable(ResponseTimeResult history, SurvivalCurve later) {
        if (history.promises() == 0) {
            return Outcome.undefined(Reason.NO_DATA, "no promises to compare with");
        }
        return later.observations() == 0
                ? Outcome.undefined(Reason.BEYOND_OBSERVATION, "no promise took longer than this one has already")
                : Outcome.of(later);
    }

    private static Quantity time(Duration time) {
        return new Quantity.Measure(ResponseTimeAccumulator.seconds(time), "seconds");
    }
}
