package dev.tenure.examples.report.figures;

import dev.tenure.explain.Explanation;
import dev.tenure.explain.ExplanationBuilder;
import dev.tenure.explain.Quantity;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Proportion;
import dev.tenure.stat.ProportionInterval;

/** Explanations of figures that the core gives as a part of another, or as a proportion. */
final class Steps {

    static final ProportionInterval METHOD = ProportionInterval.WILSON;
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.P95;

    private Steps() {}

    /** Returns a part by its name, with what went into the whole. */
    static Explanation part(Explanation whole, String name) {
        Explanation part = whole.parts().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("name must be one of the parts: " + name));
        ExplanationBuilder builder = Explanation.builder()
                .name(part.name())
                .formula(part.formula())
                .value(part.value())
                .putAllInputs(part.inputs());
        whole.inputs().entrySet().stream()
                .filter(input -> !part.inputs().containsKey(input.getKey()))
                .forEach(input -> builder.putInput(input.getKey(), input.getValue()));
        return builder.addAllParts(part.parts()).build();
    }

    /** Returns an explanation under another name: that of a core result may hold a date. */
    static Explanation named(Explanation explanation, String name) {
        return explanation.toBuilder().name(name).build();
    }

    static Explanation share(String name, Proportion proportion, String part, String whole) {
        return Explanation.builder()
                .name(name)
                .formula(part + " / " + whole)
                .value(Shown.share(proportion.value()))
                .putInput(part, new Quantity.Count(proportion.successes()))
                .putInput(whole, new Quantity.Count(proportion.trials()))
                .addPart(interval(proportion))
                .build();
    }

    static Quantity span(Proportion proportion) {
        return Shown.shares(proportion.interval(METHOD, LEVEL));
    }

    private static Explanation interval(Proportion proportion) {
        return Explanation.builder()
                .name("confidence interval")
                .formula("by method, at level")
                .value(span(proportion))
                .putInput("method", Shown.term(METHOD))
                .putInput("level", new Quantity.Share(LEVEL.value()))
                .build();
    }
}
