package dev.tenure.voice;

import static dev.tenure.explain.Explanation.quantity;

import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import org.immutables.value.Value;

/** The change of a net promoter score between two independent samples. Made by {@link NetPromoterChange}. */
@ResultStyle
@Value.Immutable
public abstract class IndependentChangeResult {

    IndependentChangeResult() {}

    /**
     * Returns the score before.
     *
     * @return the score, in points; its value is undefined without answers
     */
    public abstract NetPromoterResult earlier();

    /**
     * Returns the score after.
     *
     * @return the score, in points; its value is undefined without answers
     */
    public abstract NetPromoterResult later();

    /**
     * Returns how the interval is made.
     *
     * @return the method
     */
    public abstract ScoreInterval intervalMethod();

    /**
     * Returns how often intervals made this way hold the true change.
     *
     * @return the confidence level
     */
    public abstract ConfidenceLevel level();

    /**
     * Returns the change.
     *
     * @return points in [-200, 200], positive if the score rose; undefined ({@link Reason#NO_DATA}) if a sample is empty
     */
    public final Outcome<Double> value() {
        return later().value().flatMap(after -> earlier().value().map(before -> after - before));
    }

    /**
     * Returns the confidence interval of the change. If it holds 0, chance alone may explain the change.
     *
     * @return points; undefined ({@link Reason#NO_DATA}) if a sample is empty
     */
    public final Outcome<Interval> interval() {
        return value().map(change -> intervalMethod().difference(earlier(), later(), level()));
    }

    /**
     * Explains the change.
     *
     * @return the change, its interval and the two scores
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("change of net promoter score")
                .formula("later - earlier, independent samples")
                .value(quantity(value(), NetPromoterResult::points))
                .putInput("interval", quantity(interval(), NetPromoterResult::span))
                .putInput("method", new Quantity.Term(intervalMethod().name()))
                .putInput("level", new Quantity.Share(level().value()))
                .addPart(later().explain())
                .addPart(earlier().explain())
                .build();
    }
}
