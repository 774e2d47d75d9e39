package dev.tenure.survival.prediction;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static dev.tenure.explain.Explanation.quantity;

import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.stat.ChiSquareTest;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.survival.SurvivalInterval;
import java.util.Locale;
import org.immutables.value.Value;

/** Whether predicted probabilities are what came to be, by groups of like risk. Made by {@link Calibration}. */
@ResultStyle
@Value.Immutable
public abstract class CalibrationResult {

    CalibrationResult() {}

    /**
     * Returns the time the predictions are for.
     *
     * @return the time in the unit of the durations, zero or more
     */
    public abstract double time();

    /**
     * Returns what was predicted and observed of all observations together: whether the predictions are too high or too low as a whole.
     *
     * @return the group of all, of number 0
     */
    public abstract CalibrationGroup all();

    /**
     * Returns the groups of like risk.
     *
     * @return the groups, from the lowest risk to the highest; as many as were asked for, or fewer if predictions are equal; empty without
     *     observations
     */
    public abstract ImmutableList<CalibrationGroup> groups();

    /**
     * Returns how the intervals are made.
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
     * Tests whether the predictions are right, by the squares of the differences over Greenwood's variances.
     *
     * @return the test, with one degree of freedom less than groups; undefined ({@link Reason#NO_DATA}) without observations,
     *     ({@link Reason#TOO_FEW_DATA}) if there is one group, and with the reason and the number of the group where a group has no
     *     observed share or no variance
     */
    public final Outcome<ChiSquareTest> test() {
        if (groups().size() < 2) {
            return groups().isEmpty()
                    ? Outcome.undefined(Reason.NO_DATA, "no observations")
                    : Outcome.undefined(Reason.TOO_FEW_DATA, "a test needs two groups");
        }
        double statistic = 0;
        for (CalibrationGroup group : groups()) {
            Outcome<Double> z = z(group);
            if (z instanceof Outcome.Undefined<Double> undefined) {
                return Outcome.undefined(undefined.reason(), "group " + group.number() + ": " + undefined.detail());
            }
            statistic += z.orElseThrow() * z.orElseThrow();
        }
        return Outcome.of(ChiSquareTest.of(statistic, groups().size() - 1));
    }

    private static Outcome<Double> z(CalibrationGroup group) {
        return group.difference()
                .flatMap(difference -> group.standardError()
                        .flatMap(error -> error == 0
                                ? Outcome.undefined(
                                        Reason.NOT_ESTIMABLE, "no one has left yet, the variance has no estimate")
                                : Outcome.of(difference / error)));
    }

    static Outcome<Double> mean(double sum, int count) {
        return count == 0 ? Outcome.undefined(Reason.NO_DATA, "no observations") : Outcome.of(sum / count);
    }

    /**
     * Explains the calibration.
     *
     * @return the test, and a part for all and for each group
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("calibration")
                .formula("chi-square, sum of ((observed - predicted) / standard error)^2 of each group")
                .value(quantity(test(), test -> new Quantity.Measure(test.statistic(), "")))
                .putInput(
                        "p-value",
                        quantity(test(), test -> new Quantity.Term(String.format(Locale.ROOT, "%.4g", test.pValue()))))
                .putInput("degrees of freedom", quantity(test(), test -> new Quantity.Count(test.degreesOfFreedom())))
                .putInput("time", new Quantity.Measure(time(), ""))
                .putInput("method", new Quantity.Term(intervalMethod().name()))
                .putInput("level", new Quantity.Share(level().value()))
                .addPart(explain("all", all()))
                .addAllParts(groups().stream()
                        .map(group -> explain("group " + group.number(), group))
                        .collect(toImmutableList()))
                .build();
    }

    private static Explanation explain(String name, CalibrationGroup group) {
        return Explanation.builder()
                .name(name)
                .formula("observed - predicted")
                .value(quantity(group.difference(), Quantity.Share::new))
                .putInput("observed", quantity(group.observed(), Quantity.Share::new))
                .putInput("predicted", quantity(group.predicted(), Quantity.Share::new))
                .putInput(
                        "interval of observed",
                        quantity(
                                group.interval(),
                                limits -> new Quantity.Span(
                                        new Quantity.Share(limits.lower()), new Quantity.Share(limits.upper()))))
                .putInput("observations", new Quantity.Count(group.observations()))
                .putInput("ended", new Quantity.Count(group.ended()))
                .build();
    }
}
