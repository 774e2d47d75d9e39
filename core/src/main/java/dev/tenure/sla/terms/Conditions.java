package dev.tenure.sla.terms;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static dev.tenure.explain.Explanation.quantity;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import org.jspecify.annotations.Nullable;

/** What the kinds of {@link CriticalCondition} have in common. */
final class Conditions {

    private Conditions() {}

    static <T> Outcome<T> known(String fact, @Nullable T value) {
        return value == null ? Outcome.undefined(Reason.NO_DATA, fact + " is not known") : Outcome.of(value);
    }

    /** Joins the parts: one that gives the deciding answer decides, else one that gives none leaves it open. */
    static Outcome<Boolean> joined(ImmutableList<CriticalCondition> parts, Incident incident, boolean deciding) {
        ImmutableList<Outcome<Boolean>> outcomes =
                parts.stream().map(part -> part.test(incident)).collect(toImmutableList());
        if (outcomes.contains(Outcome.of(deciding))) {
            return Outcome.of(deciding);
        }
        ImmutableSet<Outcome.Undefined<?>> open = outcomes.stream()
                .filter(Outcome.Undefined.class::isInstance)
                .map(outcome -> (Outcome.Undefined<?>) outcome)
                .collect(toImmutableSet());
        return open.isEmpty() ? Outcome.of(!deciding) : undefined(open);
    }

    private static Outcome<Boolean> undefined(ImmutableSet<Outcome.Undefined<?>> open) {
        return Outcome.undefined(
                open.asList().get(0).reason(),
                Joiner.on("; ")
                        .join(open.stream().map(Outcome.Undefined::detail).iterator()));
    }

    static ImmutableSet<String> factsOf(ImmutableList<CriticalCondition> parts) {
        return parts.stream().flatMap(part -> part.facts().stream()).collect(toImmutableSet());
    }

    static Explanation leaf(CriticalCondition condition, String fact, Incident incident, Outcome<Quantity> value) {
        return Explanation.builder()
                .name(condition.toString())
                .formula("the fact against the condition")
                .value(quantity(condition.test(incident), TermQuantities::yesOrNo))
                .putInput(fact, quantity(value, shown -> shown))
                .build();
    }

    static Explanation tree(CriticalCondition condition, String name, String formula, Incident incident) {
        return Explanation.builder()
                .name(name)
                .formula(formula)
                .value(quantity(condition.test(incident), TermQuantities::yesOrNo))
                .parts(condition.parts().stream()
                        .map(part -> part.explain(incident))
                        .collect(toImmutableList()))
                .build();
    }
}
