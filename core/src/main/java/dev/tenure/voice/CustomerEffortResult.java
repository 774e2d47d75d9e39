package dev.tenure.voice;

import static dev.tenure.explain.Explanation.quantity;

import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import dev.tenure.stat.SampleMean;
import org.immutables.value.Value;

/** A customer effort score with the counts it comes from. Made by {@link CustomerEffortScore}. */
@ResultStyle
@Value.Immutable
public abstract class CustomerEffortResult {

    CustomerEffortResult() {}

    /**
     * Returns the scale, and whether high is good on it.
     *
     * @return the scale
     */
    public abstract EffortScale effortScale();

    /**
     * Returns how often each answer was given.
     *
     * @return the counts
     */
    public abstract RatingCounts counts();

    /**
     * Returns how often intervals made this way hold the true mean.
     *
     * @return the confidence level
     */
    public abstract ConfidenceLevel level();

    /**
     * Returns the mean answer.
     *
     * @return points of the scale; undefined ({@link Reason#NO_DATA}) without answers
     */
    public final Outcome<Double> value() {
        return counts().mean().map(SampleMean::mean);
    }

    /**
     * Returns Student's confidence interval of the mean, cut at the ends of the scale.
     *
     * @return points of the scale; undefined ({@link Reason#NO_DATA}) without answers, ({@link Reason#TOO_FEW_DATA}) with one,
     *     and ({@link Reason#NOT_ESTIMABLE}) if all are equal
     */
    public final Outcome<Interval> interval() {
        RatingScale scale = effortScale().scale();
        return counts().mean()
                .flatMap(mean -> mean.interval(level()))
                .map(interval -> Interval.of(
                        Math.max(scale.lowest(), interval.lower()),
                        Math.min(scale.highest(), interval.upper()),
                        level()));
    }

    /**
     * Explains the score.
     *
     * @return the mean, the scale, the number of answers and the interval
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("customer effort score")
                .formula("sum of answers / answers")
                .value(quantity(value(), CustomerEffortResult::points))
                .putInput("answers", new Quantity.Count(counts().answers()))
                .putInput("scale", new Quantity.Term(effortScale().name()))
                .addPart(Explanation.builder()
                        .name("confidence interval")
                        .formula("Student's, at level")
                        .value(quantity(
                                interval(),
                                interval -> new Quantity.Span(points(interval.lower()), points(interval.upper()))))
                        .putInput("level", new Quantity.Share(level().value()))
                        .build())
                .build();
    }

    private static Quantity points(double value) {
        return new Quantity.Measure(value, "points");
    }
}
