package dev.tenure.survival.parametric;

import static dev.tenure.explain.Explanation.quantity;

import com.google.common.collect.ImmutableMap;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;

/** The explanation of a fitted law. */
final class FitExplanation {

    private FitExplanation() {}

    static Explanation of(ParametricFit fit) {
        return Explanation.builder()
                .name(fit.law() + " law")
                .formula("S(time) = " + fit.survivalFormula() + ", by the highest likelihood")
                .value(quantity(
                        fit.convergence(),
                        reached -> new Quantity.Term(String.join(", ", fit.law().parameterNames()))))
                .putAllInputs(counts(fit))
                .addAllParts(fit.parameters().stream()
                        .map(parameter -> parameter(fit, parameter))
                        .toList())
                .addPart(number("log-likelihood", "sum of log density or log probability", fit.logLikelihood()))
                .addPart(number("AIC", "2 k - 2 log-likelihood", fit.aic()))
                .addPart(number("BIC", "k log(observations) - 2 log-likelihood", fit.bic()))
                .build();
    }

    private static ImmutableMap<String, Quantity> counts(ParametricFit fit) {
        CensoringCounts counts = fit.counts();
        return ImmutableMap.<String, Quantity>builder()
                .put("observations", new Quantity.Count(counts.observations()))
                .put("exact", new Quantity.Count(counts.exact()))
                .put("right-censored", new Quantity.Count(counts.rightCensored()))
                .put("left-censored", new Quantity.Count(counts.leftCensored()))
                .put("interval-censored", new Quantity.Count(counts.intervalCensored()))
                .put("left-truncated", new Quantity.Count(counts.leftTruncated()))
                .put("errors", new Quantity.Term(fit.isWeighted() ? "sandwich" : "observed information"))
                .buildOrThrow();
    }

    private static Explanation parameter(ParametricFit fit, LawParameter parameter) {
        return Explanation.builder()
                .name(parameter.name())
                .formula("where the likelihood is highest")
                .value(quantity(parameter.value(), FitExplanation::pure))
                .addPart(number("standard error", "by errors", parameter.standardError()))
                .addPart(Explanation.builder()
                        .name("confidence interval")
                        .formula("-/+ normal quantile * standard error on the scale of the logarithm, at level")
                        .value(quantity(
                                parameter.interval(),
                                limits -> new Quantity.Span(pure(limits.lower()), pure(limits.upper()))))
                        .putInput("level", new Quantity.Share(fit.level().value()))
                        .build())
                .build();
    }

    private static Explanation number(String name, String formula, Outcome<Double> value) {
        return Explanation.builder()
                .name(name)
                .formula(formula)
                .value(quantity(value, FitExplanation::pure))
                .build();
    }

    private static Quantity pure(double value) {
        return new Quantity.Measure(value, "");
    }
}
