package dev.tenure.lifetime.estimation;

import static dev.tenure.explain.Explanation.quantity;

import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;

/** The explanation of a fitted model. */
final class FitExplanation {

    private FitExplanation() {}

    static Explanation of(ModelFit<?> fit) {
        return Explanation.builder()
                .name(fit.name())
                .formula("where the likelihood is highest")
                .value(new Quantity.Term(fit.status().ending().toString()))
                .putInput("observations", new Quantity.Count(fit.observations()))
                .addAllParts(fit.parameters().stream()
                        .map(parameter -> parameter(fit, parameter))
                        .toList())
                .addPart(number("log-likelihood", "sum of log probability or log density", fit.logLikelihood()))
                .addPart(number("AIC", "2 k - 2 log-likelihood", fit.aic()))
                .addPart(number("BIC", "k log(observations) - 2 log-likelihood", fit.bic()))
                .build();
    }

    private static Explanation parameter(ModelFit<?> fit, FittedParameter parameter) {
        return Explanation.builder()
                .name(parameter.name())
                .formula("where the likelihood is highest")
                .value(quantity(parameter.value(), FitExplanation::pure))
                .addPart(number("standard error", "sqrt of the diagonal of the covariance", parameter.standardError()))
                .addPart(Explanation.builder()
                        .name("confidence interval")
                        .formula("by method, at level")
                        .value(quantity(
                                parameter.interval(),
                                limits -> new Quantity.Span(pure(limits.lower()), pure(limits.upper()))))
                        .putInput("method", new Quantity.Term(fit.method().toString()))
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
