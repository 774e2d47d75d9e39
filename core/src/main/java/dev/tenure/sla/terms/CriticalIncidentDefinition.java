package dev.tenure.sla.terms;

import com.google.common.collect.ImmutableSet;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import java.io.Serializable;
import java.util.Objects;

/**
 * What the parties agreed to call a critical problem, so that it is a reading of facts and not a feeling.
 *
 * <p><b>Formula.</b> An incident is critical if the {@link CriticalCondition} holds for its facts.
 *
 * <p><b>Conventions.</b> The definition is data: it can be printed, compared and kept. The same facts always give the same
 * answer. A fact that is not known is neither true nor false: the answer is then undefined unless the known facts decide it.
 * Whoever opens the ticket of a critical incident gives it the priority {@code CRITICAL}.
 *
 * @param condition the condition
 */
public record CriticalIncidentDefinition(CriticalCondition condition) implements Serializable {

    /**
     * Creates a definition.
     *
     * @param condition the condition
     */
    public CriticalIncidentDefinition {
        Objects.requireNonNull(condition, "condition");
    }

    /**
     * Returns a definition.
     *
     * @param condition the condition
     * @return the definition
     */
    public static CriticalIncidentDefinition of(CriticalCondition condition) {
        return new CriticalIncidentDefinition(condition);
    }

    /**
     * Returns the names of the facts that must be known for the answer to be certain.
     *
     * @return the names, in the order of the condition; not empty
     */
    public ImmutableSet<String> facts() {
        return condition.facts();
    }

    /**
     * Tells whether an incident is critical.
     *
     * @param incident what is known of the incident
     * @return true or false; undefined ({@link Reason#NO_DATA}) if it depends on a fact that is not known,
     *     ({@link Reason#NOT_APPLICABLE}) if on an amount in another currency
     */
    public Outcome<Boolean> isCritical(Incident incident) {
        return condition.test(incident);
    }

    /**
     * Tells whether an incident is critical, and why.
     *
     * @param incident what is known of the incident
     * @return the answer with its reasons
     */
    public IncidentAssessment assess(Incident incident) {
        return new IncidentAssessmentBuilder()
                .definition(this)
                .incident(incident)
                .build();
    }

    /**
     * Returns the condition in words.
     *
     * @return such as {@code critical if any of (tracking down, site down >= PT15M)}
     */
    @Override
    public String toString() {
        return "critical if " + condition;
    }
}
