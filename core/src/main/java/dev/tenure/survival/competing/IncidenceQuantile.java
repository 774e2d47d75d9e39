package dev.tenure.survival.competing;

import static dev.tenure.explain.Explanation.quantity;

import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.survival.QuantileRule;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.immutables.value.Value;

/**
 * The time by which a given share has ended for a cause, with its interval. Made by {@link CauseIncidence}.
 *
 * <p><b>Formula.</b> The first time at which at least the share has ended for the cause: {@code min { t : F(t) >= probability }}. Where the
 * incidence is flat at just that height, the time that {@link #rule()} says: the middle of the flat stretch, unless another rule is set.
 * The limits are found the same way on the upper and on the lower limit of the incidence.
 *
 * <p><b>Units.</b> Times in {@link #unit()}.
 *
 * <p><b>Conventions.</b> As for {@link dev.tenure.survival.SurvivalQuantile}, whose times these are if there is one cause. The incidence of
 * one among several causes may never reach the share, even when no one is left.
 *
 * <p><b>Source.</b> L. Peng and J. P. Fine, "Nonparametric Quantile Inference with Competing-Risks Data", <i>Biometrika</i> 94 (2007),
 * 735-744; R. Brookmeyer and J. Crowley, <i>Biometrics</i> 38 (1982), 29-41.
 */
@ResultStyle
@Value.Immutable
public abstract class IncidenceQuantile {

    IncidenceQuantile() {}

    /**
     * Returns the cause.
     *
     * @return its name
     */
    public abstract String cause();

    /**
     * Returns the share that has ended for the cause.
     *
     * @return a fraction in (0, 1)
     */
    public abstract double probability();

    /**
     * Returns the time by which that share has ended for the cause.
     *
     * @return the time in {@link #unit()}, zero or more; undefined ({@link Reason#NEVER_REACHED}) if fewer have ended for it by the longest
     *     observation, ({@link Reason#NO_DATA}) without observations, ({@link Reason#NOT_ESTIMABLE}) where the incidence is
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
     * Returns which time it is where the incidence runs flat at just that height.
     *
     * @return the rule of the incidence
     */
    public abstract QuantileRule rule();

    /**
     * Returns the unit of the times.
     *
     * @return the unit of the incidence
     */
    public abstract ChronoUnit unit();

    /**
     * Returns how the interval of the incidence is made.
     *
     * @return the method
     */
    public abstract IncidenceInterval intervalMethod();

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
                .name("quantile of " + cause())
                .formula("first time with F >= share")
                .value(time(value()))
                .putInput("share", new Quantity.Share(probability()))
                .putInput("where flat", new Quantity.Term(rule().name()))
                .addPart(limit("lower limit", "first time with upper limit of F >= share", lower()))
                .addPart(limit("upper limit", "first time with lower limit of F >= share", upper()))
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
