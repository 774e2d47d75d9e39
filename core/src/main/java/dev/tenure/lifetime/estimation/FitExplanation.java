package dev.tenure.lifetime.estimation;

import static dev.tenure.explain.Explanation.quantity;

import com.google.common.collect.ImmutableMap;
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
                .putAllInputs(ending(fit))
                .addAllParts(fit.parameters().stream()
                        .map(parameter -> parameter(fit, parameter))
                        .toList())
                .addPart(number("log-likelihood", "sum of log probability or log density", fit.logLikelihood()))
                .addPart(number("AIC", "2 k - 2 log-likelihood", fit.aic()))
                .addPart(number("BIC", "k log(observations) - 2 log-likelihood", fit.bic()))
                .addAllParts(fit.priorEffect().toOptional().map(PriorEffect::explain).stream()
                        .toList())
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

    /** Returns what is to be known of the ending, if anything is. */
    private static ImmutableMap<String, Quantity> ending(ModelFit<?> fit) {
        ImmutableMap.Builder<String, Quantity> inputs = ImmutableMap.builder();
        if (!fit.status().detail().isEmpty()) {
            inputs.put("because", new Quantity.Term(fit.status().detail()));
        }
        if (fit.method() instanceof IntervalMethod.Bootstrap) {
            inputs.put("replicates without a fit", new Quantity.Count(fit.failedReplicates()));
        }
        return inputs.buildOrThrow();
    }

    static Quantity pure(double value) {
        return new Quantity.Measure(value, "");
    }
}
