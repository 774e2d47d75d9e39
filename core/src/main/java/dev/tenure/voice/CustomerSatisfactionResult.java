package dev.tenure.voice;

import static dev.tenure.explain.Explanation.quantity;

import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import dev.tenure.stat.Proportion;
import dev.tenure.stat.ProportionInterval;
import org.immutables.value.Value;

/** A customer satisfaction with the counts it comes from. Made by {@link CustomerSatisfaction}. */
@ResultStyle
@Value.Immutable
public abstract class CustomerSatisfactionResult {

    CustomerSatisfactionResult() {}

    /**
     * Returns the scale, and which answers of it are satisfied.
     *
     * @return the box
     */
    public abstract TopBox topBox();

    /**
     * Returns how often each answer was given.
     *
     * @return the counts, one for each answer of the scale, zero or more
     */
    public abstract RatingCounts counts();

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
     * Returns how many of how many are satisfied.
     *
     * @return the proportion, a count of satisfied answers of all; of 0 without answers
     */
    public final Proportion proportion() {
        return Proportion.of(counts().atLeast(topBox().lowestSatisfied()), counts().answers());
    }

    /**
     * Returns the share of the satisfied.
     *
     * @return a fraction in [0, 1]; undefined ({@link Reason#NO_DATA}) without answers
     */
    public final Outcome<Double> value() {
        return counts().answers() == 0
                ? NetPromoterResult.noAnswers()
                : proportion().value();
    }

    /**
     * Returns the confidence interval of the share.
     *
     * @return fractions, within [0, 1] unless the method says otherwise; undefined ({@link Reason#NO_DATA}) without answers
     */
    public final Outcome<Interval> interval() {
        return value().flatMap(share -> proportion().interval(intervalMethod(), level()));
    }

    /**
     * Explains the satisfaction.
     *
     * @return the share, the boxes, the counts and the interval
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("customer satisfaction")
                .formula("satisfied / answers")
                .value(quantity(value(), Quantity.Share::new))
                .putInput("satisfied", new Quantity.Count(proportion().successes()))
                .putInput("answers", new Quantity.Count(proportion().trials()))
                .putInput("lowest satisfied", new Quantity.Count(topBox().lowestSatisfied()))
                .putInput("highest answer", new Quantity.Count(topBox().scale().highest()))
                .addPart(explainInterval())
                .build();
    }

    private Explanation explainInterval() {
        return Explanation.builder()
                .name("confidence interval")
                .formula("by method, at level")
                .value(quantity(
                        interval(),
                        interval -> new Quantity.Span(
                                new Quantity.Share(interval.lower()), new Quantity.Share(interval.upper()))))
                .putInput("method", new Quantity.Term(intervalMethod().name()))
                .putInput("level", new Quantity.Share(level().value()))
                .build();
    }
}
