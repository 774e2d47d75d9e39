package dev.tenure.survival;

import static dev.tenure.explain.Explanation.quantity;

import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.immutables.value.Value;

/**
 * The share that survives a time among those that survived an earlier one: how probable it is that a client who has stayed a year
 * stays another. Made by {@link SurvivalCurve#conditionalSurvival}.
 *
 * <p><b>Formula.</b> \(\hat P(T &gt; t \mid T &gt; s) = \hat S(t) / \hat S(s)\), the product over the times after {@code s} alone, and
 * the variance is Greenwood's sum over these times alone.
 *
 * <p><b>Units.</b> Times in {@link #unit()} from the start of the relationship; the share is a fraction.
 *
 * <p><b>Conventions.</b> Both times are those up to which one has stayed and after which one is still there.
 *
 * <p><b>Source.</b> H. C. van Houwelingen and H. Putter, <i>Dynamic Prediction in Clinical Survival Analysis</i>, CRC Press 2012,
 * chapter 1.
 */
@ResultStyle
@Value.Immutable
public abstract class ConditionalSurvival {

    ConditionalSurvival() {}

    /**
     * Returns the later time.
     *
     * @return the time in {@link #unit()}, not before {@link #stayed()}
     */
    public abstract double time();

    /**
     * Returns the time that all of them have stayed.
     *
     * @return the time in {@link #unit()}, zero or more; the origin of the curve if that is later than what was asked
     */
    public abstract double stayed();

    /**
     * Returns the share.
     *
     * @return a fraction in [0, 1]; undefined ({@link Reason#NO_DATA}) if no observation is longer than {@link #stayed()},
     *     ({@link Reason#BEYOND_OBSERVATION}) if the later time lies past the longest observation and someone is left
     */
    public abstract Outcome<Double> value();

    /**
     * Returns the standard error of the share.
     *
     * @return a fraction, zero or more; undefined where the share is, ({@link Reason#NOT_ESTIMABLE}) where it is 0, and
     *     ({@link Reason#NOT_APPLICABLE}) where there is no {@link VarianceEstimator}
     */
    public abstract Outcome<Double> standardError();

    /**
     * Returns the confidence interval of the share.
     *
     * @return an interval within [0, 1]; undefined where the standard error is, and ({@link Reason#NOT_ESTIMABLE}), but for
     *     {@link SurvivalInterval#PLAIN} and {@link SurvivalInterval#LOG}, where no one left between the two times
     */
    public abstract Outcome<Interval> interval();

    /**
     * Returns how many observations are longer than {@link #stayed()}.
     *
     * @return the count, zero or more
     */
    public abstract long observations();

    /**
     * Returns how many of these ended.
     *
     * @return the count, from 0 to {@link #observations()}
     */
    public abstract long ended();

    /**
     * Returns how the variance is estimated.
     *
     * @return the estimator of the curve
     */
    public abstract VarianceEstimator variance();

    /**
     * Returns the unit of the times.
     *
     * @return the unit of the curve
     */
    public abstract ChronoUnit unit();

    /**
     * Returns how the interval is made.
     *
     * @return the method
     */
    public abstract SurvivalInterval intervalMethod();

    /**
     * Returns how often intervals made this way hold the true share.
     *
     * @return the confidence level
     */
    public abstract ConfidenceLevel level();

    /**
     * Explains the share.
     *
     * @return the share, the counts and the interval
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("conditional survival")
                .formula("share of those that last longer than stayed that last longer than time")
                .value(quantity(value(), Quantity.Share::new))
                .putInput("time", measure(time()))
                .putInput("stayed", measure(stayed()))
                .putInput("observations", new Quantity.Count(observations()))
                .putInput("ended", new Quantity.Count(ended()))
                .addPart(Explanation.builder()
                        .name("confidence interval")
                        .formula("by method from variance, at level")
                        .value(quantity(
                                interval(),
                                limits -> new Quantity.Span(
                                        new Quantity.Share(limits.lower()), new Quantity.Share(limits.upper()))))
                        .putInput("method", new Quantity.Term(intervalMethod().name()))
                        .putInput("variance", new Quantity.Term(variance().name()))
                        .putInput("level", new Quantity.Share(level().value()))
                        .build())
                .build();
    }

    private Quantity measure(double time) {
        return new Quantity.Measure(time, unit().toString().toLowerCase(Locale.ROOT));
    }
}
