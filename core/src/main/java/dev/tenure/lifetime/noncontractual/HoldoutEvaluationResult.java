package dev.tenure.lifetime.noncontractual;

import static dev.tenure.explain.Explanation.quantity;

import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.lifetime.estimation.ModelFit;
import dev.tenure.stat.ChiSquareTest;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import org.immutables.value.Value;

/** How well a model foretold what it was not fitted to. Made by {@link HoldoutEvaluation}. */
@ResultStyle
@Value.Immutable
public abstract class HoldoutEvaluationResult {

    HoldoutEvaluationResult() {}

    abstract Outcome<HeldOutScoring> scoring();

    abstract Outcome<Double> parameterError();

    /**
     * Returns the kind of model.
     *
     * @return the kind
     */
    public abstract PurchaseModelKind kind();

    /**
     * Returns the fit to what was before the end.
     *
     * @return the fit
     */
    public abstract ModelFit<PurchaseModel> fit();

    /**
     * Returns the clients.
     *
     * @return the histories up to the end, with what is held out
     */
    public abstract PurchaseLogResult log();

    /**
     * Returns the level of the interval of the total.
     *
     * @return the confidence level
     */
    public abstract ConfidenceLevel level();

    /**
     * Returns expected and actual repeat purchases week by week, from the first client on.
     *
     * @return the weeks, earliest first; none if the fit has no model
     */
    public abstract ImmutableList<TrackedWeek> weeks();

    /**
     * Returns how many clients bought again how often up to the end.
     *
     * @return the classes of 0 to 6 and of 7 or more repeat purchases; none if the fit has no model
     */
    public abstract ImmutableList<RepeatFrequency> frequencies();

    /**
     * Returns how near the predictions for single clients came.
     *
     * @return the scores; undefined where the model is, and ({@link Reason#NOT_APPLICABLE}) if nothing is held out
     */
    public final Outcome<HoldoutScores> scores() {
        return scoring().map(HeldOutScoring::scores);
    }

    /**
     * Returns the purchases of all clients together.
     *
     * @return expected, with an interval, and actual; undefined where the scores are, and where the fit has no standard errors
     */
    public final Outcome<HoldoutTotal> total() {
        return scoring().flatMap(scored -> parameterError().map(error -> total(scored, error)));
    }

    private HoldoutTotal total(HeldOutScoring scored, double error) {
        double expected = scored.expected().stream().sum();
        double half = level().normalQuantile() * Math.sqrt(scored.variance() + error * error);
        return new HoldoutTotal(
                expected,
                Interval.of(Math.max(0, expected - half), expected + half, level()),
                Math.round(scored.actual().stream().sum()));
    }

    /**
     * Tests whether the frequencies up to the end differ from what the model expects by more than chance.
     *
     * @return Pearson's test, with the most frequent classes joined so that each expects five clients, and one degree of freedom less for each parameter; as the parameters are fitted to
     *     the histories and not to the classes, it rejects a right model a little more often than it says. Undefined where the model is, and ({@link Reason#TOO_FEW_DATA}) if too few classes are left
     */
    public final Outcome<ChiSquareTest> goodnessOfFit() {
        return fit().model()
                .flatMap(model ->
                        Frequencies.test(frequencies(), fit().bestPoint().size()));
    }

    /**
     * Explains the evaluation.
     *
     * @return the total, the scores and the test
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("purchases after " + log().end())
                .formula("sum over the clients of the expected purchases given each history")
                .value(quantity(total(), total -> measure(total.expected())))
                .putInput("model", new Quantity.Term(fit().name()))
                .putInput("clients", new Quantity.Count(log().size()))
                .putInput("days", new Quantity.Count(log().heldOutDays()))
                .putInput("actual", quantity(total(), total -> new Quantity.Count(total.actual())))
                .addPart(part(
                        "interval of the total",
                        "expected -/+ z sqrt(sum of variances + error of the parameters^2)",
                        quantity(
                                total(),
                                total -> new Quantity.Span(
                                        measure(total.interval().lower()),
                                        measure(total.interval().upper())))))
                .addPart(score(
                        "mean absolute error",
                        "mean of |expected - actual|",
                        scores().map(HoldoutScores::meanAbsoluteError)))
                .addPart(score(
                        "root mean squared error",
                        "sqrt(mean of (expected - actual)^2)",
                        scores().map(HoldoutScores::rootMeanSquaredError)))
                .addPart(score("bias", "mean of (expected - actual)", scores().map(HoldoutScores::bias)))
                .addPart(score("correlation", "of expected and actual", scores().flatMap(HoldoutScores::correlation)))
                .addPart(score("log score", "mean of log P(actual)", scores().flatMap(HoldoutScores::meanLogScore)))
                .addPart(score(
                        "goodness of fit",
                        "p-value of Pearson's chi-square",
                        goodnessOfFit().map(ChiSquareTest::pValue)))
                .build();
    }

    private static Explanation score(String name, String formula, Outcome<Double> value) {
        return part(name, formula, quantity(value, HoldoutEvaluationResult::measure));
    }

    private static Explanation part(String name, String formula, Quantity value) {
        return Explanation.builder().name(name).formula(formula).value(value).build();
    }

    private static Quantity measure(double value) {
        return new Quantity.Measure(value, "");
    }
}
