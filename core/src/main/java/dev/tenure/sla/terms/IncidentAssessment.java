package dev.tenure.sla.terms;

import static dev.tenure.explain.Explanation.quantity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.immutables.value.Value;

/** Whether an incident is critical, and which conditions made it so. Made by {@link CriticalIncidentDefinition}. */
@ResultStyle
@Value.Immutable
public abstract class IncidentAssessment {

    IncidentAssessment() {}

    /**
     * Returns what was agreed.
     *
     * @return the definition
     */
    public abstract CriticalIncidentDefinition definition();

    /**
     * Returns what was known.
     *
     * @return the facts
     */
    public abstract Incident incident();

    /**
     * Tells whether the incident is critical.
     *
     * @return true or false; undefined ({@link Reason#NO_DATA}) if it depends on a fact that is not known,
     *     ({@link Reason#NOT_APPLICABLE}) if on an amount in another currency
     */
    public final Outcome<Boolean> value() {
        return definition().isCritical(incident());
    }

    /**
     * Returns the single conditions that hold, whether or not they decide.
     *
     * @return conditions without parts, each once, in the order of the definition; empty if none holds
     */
    public final ImmutableSet<CriticalCondition> held() {
        return leaves(outcome -> outcome.equals(Outcome.of(true)));
    }

    /**
     * Returns the single conditions that cannot be told, because a fact is not known or an amount is in another currency.
     *
     * @return conditions without parts, each once, in the order of the definition; empty if all can be told
     */
    public final ImmutableSet<CriticalCondition> undecided() {
        return leaves(outcome -> !outcome.isDefined());
    }

    private ImmutableSet<CriticalCondition> leaves(Predicate<Outcome<Boolean>> wanted) {
        return leaves(definition().condition())
                .filter(leaf -> wanted.test(leaf.test(incident())))
                .collect(ImmutableSet.toImmutableSet());
    }

    private static Stream<CriticalCondition> leaves(CriticalCondition condition) {
        ImmutableList<CriticalCondition> parts = condition.parts();
        return parts.isEmpty() ? Stream.of(condition) : parts.stream().flatMap(IncidentAssessment::leaves);
    }

    /**
     * Explains the answer.
     *
     * @return the answer and the tree of conditions, each with the fact it looked at
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("critical incident")
                .formula(definition().toString())
                .value(quantity(value(), TermQuantities::yesOrNo))
                .addPart(definition().condition().explain(incident()))
                .build();
    }
}
