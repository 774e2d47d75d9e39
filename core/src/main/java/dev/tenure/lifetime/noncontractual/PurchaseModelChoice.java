package dev.tenure.lifetime.noncontractual;

import static com.google.common.base.Preconditions.checkArgument;
import static dev.tenure.explain.Explanation.quantity;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.stat.Interval;
import java.util.Optional;
import java.util.function.Function;
import org.immutables.value.Value;

/**
 * Which of several models to take: by how they fit, and by what they foretold. Made by {@link HoldoutEvaluation}.
 *
 * <p><b>Conventions.</b> A difference of the AIC below two says little. Where the criteria disagree, or no difference in what was held out is more than chance, the models are as good as
 * each other for this purpose: {@link #isDecided()} is false, and the simplest to explain will do.
 */
@ResultStyle
@Value.Immutable
public abstract class PurchaseModelChoice {

    private static final double LITTLE = 2;

    PurchaseModelChoice() {}

    /**
     * Returns the models.
     *
     * @return one evaluation a kind, in the order in which they were named, at least one
     */
    public abstract ImmutableList<HoldoutEvaluationResult> evaluations();

    /**
     * Returns the kind with the lowest AIC.
     *
     * @return the kind, the first of equal ones; undefined ({@link Reason#NOT_ESTIMABLE}) if no model has an AIC
     */
    public final Outcome<PurchaseModelKind> bestByAic() {
        return best(one -> one.fit().aic().map(aic -> -aic)).map(HoldoutEvaluationResult::kind);
    }

    /**
     * Returns the kind with the lowest BIC.
     *
     * @return the kind, the first of equal ones; undefined ({@link Reason#NOT_ESTIMABLE}) if no model has a BIC
     */
    public final Outcome<PurchaseModelKind> bestByBic() {
        return best(one -> one.fit().bic().map(bic -> -bic)).map(HoldoutEvaluationResult::kind);
    }

    /**
     * Returns the kind with the highest mean log score on what was held out.
     *
     * @return the kind, the first of equal ones; undefined ({@link Reason#NOT_ESTIMABLE}) if no model has a score
     */
    public final Outcome<PurchaseModelKind> bestByHoldout() {
        return bestScored().map(HoldoutEvaluationResult::kind);
    }

    /**
     * Returns whether it matters which model is taken.
     *
     * @return true if the same model is best by AIC and by what was held out, every other one has an AIC higher by two or more, and a log score lower by more than chance;
     *     false if there is no other one, or one without an AIC or a score, which cannot be compared
     */
    public final boolean isDecided() {
        Outcome<PurchaseModelKind> best = bestByHoldout();
        return best.isDefined()
                && evaluations().size() > 1
                && best.equals(bestByAic())
                && standings().stream()
                        .filter(standing -> standing.kind() != best.orElseThrow())
                        .allMatch(PurchaseModelChoice::isBeaten);
    }

    private static boolean isBeaten(ModelStanding standing) {
        return standing.aicDifference()
                        .toOptional()
                        .filter(gap -> gap >= LITTLE)
                        .isPresent()
                && standing.logScoreDifference()
                        .toOptional()
                        .filter(gap -> gap.lower() > 0)
                        .isPresent();
    }

    /**
     * Returns how each model did.
     *
     * @return the models, in the order of {@link #evaluations()}
     */
    public final ImmutableList<ModelStanding> standings() {
        Outcome<Double> aic = best(one -> one.fit().aic().map(value -> -value))
                .flatMap(one -> one.fit().aic());
        Outcome<Double> bic = best(one -> one.fit().bic().map(value -> -value))
                .flatMap(one -> one.fit().bic());
        return evaluations().stream()
                .map(one -> new ModelStanding(
                        one.kind(),
                        aic.flatMap(lowest -> one.fit().aic().map(value -> value - lowest)),
                        bic.flatMap(lowest -> one.fit().bic().map(value -> value - lowest)),
                        score(one),
                        bestScored().flatMap(best -> logScoreDifference(best, one))))
                .collect(ImmutableList.toImmutableList());
    }

    private Outcome<HoldoutEvaluationResult> bestScored() {
        return best(PurchaseModelChoice::score);
    }

    private static Outcome<Double> score(HoldoutEvaluationResult one) {
        return one.scores().flatMap(HoldoutScores::meanLogScore);
    }

    private Outcome<HoldoutEvaluationResult> best(Function<HoldoutEvaluationResult, Outcome<Double>> figure) {
        Optional<HoldoutEvaluationResult> best = Optional.empty();
        for (HoldoutEvaluationResult one : evaluations()) {
            double value = figure.apply(one).toOptional().orElse(Double.NEGATIVE_INFINITY);
            if (value > best.flatMap(other -> figure.apply(other).toOptional()).orElse(Double.NEGATIVE_INFINITY)) {
                best = Optional.of(one);
            }
        }
        return best.map(Outcome::of)
                .orElse(Outcome.undefined(Reason.NOT_ESTIMABLE, "no model has the figure it would be chosen by"));
    }

    private static Outcome<Interval> logScoreDifference(HoldoutEvaluationResult best, HoldoutEvaluationResult one) {
        if (best.kind() == one.kind()) {
            return Outcome.undefined(Reason.NOT_APPLICABLE, "the best model");
        }
        return score(one)
                .flatMap(known -> best.scoring()
                        .flatMap(left -> one.scoring()
                                .flatMap(right -> interval(
                                                left.logScores(),
                                                right.logScores(),
                                                best.level().normalQuantile())
                                        .map(limits -> Interval.of(limits[0], limits[1], best.level())))));
    }

    private static Outcome<double[]> interval(ImmutableDoubleArray left, ImmutableDoubleArray right, double quantile) {
        int n = left.length();
        if (n < 2) {
            return Outcome.undefined(Reason.TOO_FEW_DATA, "fewer than two clients");
        }
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double difference = left.get(i) - right.get(i);
            double distance = difference - mean;
            mean += distance / (i + 1);
            squares += distance * (difference - mean);
        }
        double half = quantile * Math.sqrt(squares / (n - 1) / n);
        return Outcome.of(new double[] {mean - half, mean + half});
    }

    @Value.Check
    void check() {
        checkArgument(!evaluations().isEmpty(), "kinds must not be empty");
    }

    /**
     * Explains the choice.
     *
     * @return the best model by what was held out, with the standing of each
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("model")
                .formula("highest mean log score on what was held out")
                .value(quantity(bestByHoldout(), kind -> new Quantity.Term(kind.name())))
                .putInput("by AIC", quantity(bestByAic(), kind -> new Quantity.Term(kind.name())))
                .putInput("by BIC", quantity(bestByBic(), kind -> new Quantity.Term(kind.name())))
                .putInput("it matters", new Quantity.Term(isDecided() ? "yes" : "no"))
                .addAllParts(
                        standings().stream().map(PurchaseModelChoice::explain).toList())
                .build();
    }

    private static Explanation explain(ModelStanding standing) {
        return Explanation.builder()
                .name(standing.kind().name())
                .formula("mean log score; AIC and BIC above the lowest; log score below the best")
                .value(measure(standing.meanLogScore()))
                .putInput("AIC", measure(standing.aicDifference()))
                .putInput("BIC", measure(standing.bicDifference()))
                .putInput(
                        "log score",
                        quantity(
                                standing.logScoreDifference(),
                                gap -> new Quantity.Span(
                                        new Quantity.Measure(gap.lower(), ""), new Quantity.Measure(gap.upper(), ""))))
                .build();
    }

    private static Quantity measure(Outcome<Double> value) {
        return quantity(value, number -> new Quantity.Measure(number, ""));
    }
}
