package dev.tenure.survival.prediction;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static dev.tenure.explain.Explanation.quantity;

import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import java.util.Locale;
import java.util.function.Function;
import org.immutables.value.Value;

/** How far predicted probabilities are from what came to be. Made by {@link BrierScore}. */
@ResultStyle
@Value.Immutable
public abstract class BrierResult {

    BrierResult() {}

    /**
     * Returns the scores.
     *
     * @return one for each time, ascending by time
     */
    public abstract ImmutableList<BrierPoint> points();

    /**
     * Returns how many observations there are.
     *
     * @return the count, zero or more
     */
    public abstract long observations();

    /**
     * Returns how many observations ended.
     *
     * @return the count, from 0 to {@link #observations()}
     */
    public abstract long ended();

    /**
     * Returns what is made of an observation last seen at the very time.
     *
     * @return the rule
     */
    public abstract CensoredThen censoredThen();

    /**
     * Returns how the scores are integrated.
     *
     * @return the rule
     */
    public abstract BrierIntegration integration();

    /**
     * Returns the integrated score: the mean over the time from the first to the last of the times.
     *
     * @return the mean square of the error, zero or more, the less the better; undefined ({@link Reason#TOO_FEW_DATA}) if there are not
     *     two times, and where the score at one of them is
     */
    public final Outcome<Double> integrated() {
        return integrated(BrierPoint::value);
    }

    /**
     * Returns the integrated score of the null model.
     *
     * @return the mean square of the error, from 0 to 0.25; undefined where {@link #integrated()} is
     */
    public final Outcome<Double> integratedNullModel() {
        return integrated(BrierPoint::nullModel);
    }

    /**
     * Returns by which share the predictions are better than the null model over all times.
     *
     * @return 1 if the predictions are perfect, 0 if they are as good as the null model, negative if worse; undefined where
     *     {@link #integrated()} is, and ({@link Reason#NOT_FINITE}) if the null model is perfect
     */
    public final Outcome<Double> scaledIntegrated() {
        return scaled(integrated(), integratedNullModel());
    }

    private Outcome<Double> integrated(Function<BrierPoint, Outcome<Double>> score) {
        if (points().size() < 2) {
            return Outcome.undefined(Reason.TOO_FEW_DATA, "an integral needs two times");
        }
        for (BrierPoint point : points()) {
            if (score.apply(point) instanceof Outcome.Undefined<Double> undefined) {
                return Outcome.undefined(undefined.reason(), "at " + number(point.time()) + ": " + undefined.detail());
            }
        }
        return Outcome.of(integration()
                .mean(
                        points().stream().map(BrierPoint::time).collect(toImmutableList()),
                        points().stream()
                                .map(point -> score.apply(point).orElseThrow())
                                .collect(toImmutableList())));
    }

    static Outcome<Double> scaled(Outcome<Double> value, Outcome<Double> nullModel) {
        return value.flatMap(score -> nullModel.flatMap(without -> without == 0
                ? Outcome.undefined(Reason.NOT_FINITE, "the null model is perfect")
                : Outcome.of(1 - score / without)));
    }

    /**
     * Explains the scores.
     *
     * @return the integrated score and a part for each time
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("integrated Brier score")
                .formula("area under the scores / (last time - first time), by integration")
                .value(quantity(integrated(), BrierResult::measure))
                .putInput("integration", new Quantity.Term(integration().name()))
                .putInput("null model", quantity(integratedNullModel(), BrierResult::measure))
                .putInput("scaled", quantity(scaledIntegrated(), Quantity.Share::new))
                .putInput("observations", new Quantity.Count(observations()))
                .putInput("ended", new Quantity.Count(ended()))
                .addAllParts(points().stream().map(this::explain).collect(toImmutableList()))
                .build();
    }

    private Explanation explain(BrierPoint point) {
        return Explanation.builder()
                .name("Brier score(" + number(point.time()) + ")")
                .formula("mean of squared errors, weighted by 1 / share not censored")
                .value(quantity(point.value(), BrierResult::measure))
                .putInput("null model", quantity(point.nullModel(), BrierResult::measure))
                .putInput("scaled", quantity(point.scaled(), Quantity.Share::new))
                .putInput("censored then", new Quantity.Term(censoredThen().name()))
                .build();
    }

    private static Quantity measure(double value) {
        return new Quantity.Measure(value, "");
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.4f", value);
    }
}
