package dev.tenure.survival.regression;

import com.google.common.collect.ImmutableMap;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Quantity;
import dev.tenure.stat.ChiSquareTest;

/** The explanation of a model. */
final class ModelExplanation {

    private ModelExplanation() {}

    static Explanation of(CoxModel model) {
        return Explanation.builder()
                .name("Cox regression")
                .formula("hazard = baseline * product of (hazard ratio ^ covariate)")
                .value(new Quantity.Term(state(model)))
                .putAllInputs(inputs(model))
                .addPart(test(model))
                .addAllParts(model.effects().stream().map(CoxEffect::explain).toList())
                .build();
    }

    private static String state(CoxModel model) {
        if (model.events() == 0) {
            return model.rows() == 0 ? "no rows" : "no events";
        }
        return model.converged() ? "converged" : "not converged";
    }

    private static ImmutableMap<String, Quantity> inputs(CoxModel model) {
        ImmutableMap.Builder<String, Quantity> inputs = ImmutableMap.<String, Quantity>builder()
                .put("rows", new Quantity.Count(model.rows()))
                .put("events", new Quantity.Count(model.events()));
        model.cause()
                .ifPresent(cause -> inputs.put("cause", new Quantity.Term(cause))
                        .put("other events", new Quantity.Count(model.otherEvents())));
        inputs.put("strata", new Quantity.Count(model.strata().size()))
                .put("ties", new Quantity.Term(model.ties().name()))
                .put("variance", new Quantity.Term(model.variance().name()));
        model.ridge()
                .ifPresent(ridge -> inputs.put("ridge", new Quantity.Measure(ridge.theta(), ""))
                        .put("ridge scale", new Quantity.Term(ridge.scale().name())));
        return inputs.put("iterations", new Quantity.Count(model.iterations())).build();
    }

    private static Explanation test(CoxModel model) {
        return Explanation.builder()
                .name("likelihood ratio test")
                .formula("p-value of 2 * (log-likelihood - null log-likelihood)")
                .value(Explanation.quantity(
                        model.likelihoodRatioTest().map(ChiSquareTest::pValue), p -> new Quantity.Measure(p, "")))
                .putInput("log-likelihood", number(model.logLikelihood()))
                .putInput("null log-likelihood", number(model.nullLogLikelihood()))
                .build();
    }

    /** Sums of huge weights may be more than a double holds. */
    private static Quantity number(double value) {
        return Double.isFinite(value) ? new Quantity.Measure(value, "") : new Quantity.Term("too large to be told");
    }
}
