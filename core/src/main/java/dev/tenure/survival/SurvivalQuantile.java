package dev.tenure.survival;

import static dev.tenure.explain.Explanation.quantity;

import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.stat.ConfidenceLevel;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.immutables.value.Value;

/**
 * The time by which a given share has ended, such as the median, with its interval. Made by {@link SurvivalCurve}.
 *
 * <p><b>Formula.</b> The first time at which at least the share has ended: {@code min { t : 1 - S(t) >= probability }}. Where
 * the curve runs flat at just that height, the time that {@link #rule()} says: the middle of the flat stretch, unless another rule is
 * set. The limits are found the same way on the lower and on the upper limit of the curve.
 *
 * <p><b>Units.</b> Times in {@link #unit()}.
 *
 * <p><b>Conventions.</b> Equal heights are those within 1.5e-8. A flat stretch at the end of the curve reaches to the longest
 * observation. A limit that is not reached is undefined, while the value may be known: a lower limit alone says "at least".
 *
 * <p><b>Source.</b> R. Brookmeyer and J. Crowley, "A Confidence Interval for the Median Survival Time", <i>Biometrics</i> 38
 * (1982), 29-41.
 */
@ResultStyle
@Value.Immutable
public abstract class SurvivalQuantile {

    SurvivalQuantile() {}

    /**
     * Returns the share that has ended.
     *
     * @return a fraction in (0, 1); 0.5 for the median
     */
    public abstract double probability();

    /**
     * Returns the time by which that share has ended.
     *
     * @return the time in {@link #unit()}, zero or more; undefined ({@link Reason#NEVER_REACHED}) if fewer have ended by the
     *     longest observation, ({@link Reason#NO_DATA}) without observations
     */
    public abstract Outcome<Double> value();

    /**
     * Returns the lower limit of the time.
     *
     * @return the time in {@link #unit()}, not above the value; undefined if it is not reached
     */
    public abstract Outcome<Double> lower();

    /**
     * Returns the upper limit of the time.
     *
     * @return the time in {@link #unit()}, not below the value; undefined if it is not reached
     */
    public abstract Outcome<Double> upper();

    /**
     * Returns which time it is where the curve runs flat at just that height.
     *
     * @return the rule of the curve
     */
    public abstract QuantileRule rule();

    /**
     * Returns the unit of the times.
     *
     * @return the unit of the curve
     */
    public abstract ChronoUnit unit();

    /**
     * Returns how the interval of the curve is made.
     *
     * @return the method
     */
    public abstract SurvivalInterval intervalMethod();

    /**
     * Returns how often intervals made this way hold the true time.
     *
     * @return the confidence level
     */
    public abstract ConfidenceLevel level();

    /**
     * Explains the time.
     *
     * @return the time and its limits
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name(probability() == 0.5 ? "median" : "quantile")
                .formula("first time with 1 - S >= share")
                .value(time(value()))
                .putInput("share", new Quantity.Share(probability()))
                .putInput("where flat", new Quantity.Term(rule().name()))
                .addPart(limit("lower limit", "first time with 1 - lower limit of S >= share", lower()))
                .addPart(limit("upper limit", "first time with 1 - upper limit of S >= share", upper()))
                .build();
    }

    private Explanation limit(String name, String formula, Outcome<Double> limit) {
        return Explanation.builder()
                .name(name)
                .formula(formula)
                .value(time(limit))
                .putInput("method", new Quantity.Term(intervalMethod().name()))
                .putInput("level", new Quantity.Share(level().value()))
                .build();
    }

    private Quantity time(Outcome<Double> time) {
        return quantity(
                time, value -> new Quantity.Measure(value, unit().toString().toLowerCase(Locale.ROOT)));
    }
}
