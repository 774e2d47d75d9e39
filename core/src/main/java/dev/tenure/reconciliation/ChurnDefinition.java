package dev.tenure.reconciliation;

import dev.tenure.retention.ChurnPolicy;
import dev.tenure.retention.PresencePolicy;
import java.io.Serializable;
import java.util.Objects;

/**
 * All that a tool's logo churn depends on: when a contract makes somebody a client, and which rate is meant.
 *
 * @param churn whom it counts as lost, and what it divides by
 * @param presence what a pause is, and on which day a client is lost
 */
public record ChurnDefinition(ChurnPolicy churn, PresencePolicy presence) implements Serializable {

    /** ProfitWell: who joins and leaves within a month is not lost, and who pauses is. Source: as of its two policies. */
    public static final ChurnDefinition PROFITWELL = new ChurnDefinition(ChurnPolicy.PROFITWELL, PresencePolicy.AWAY);

    /**
     * Creates a definition.
     *
     * @param churn whom it counts as lost, and what it divides by
     * @param presence what a pause is, and on which day a client is lost
     */
    public ChurnDefinition {
        Objects.requireNonNull(churn, "churn");
        Objects.requireNonNull(presence, "presence");
    }

    /**
     * Returns a definition.
     *
     * @param churn whom it counts as lost, and what it divides by
     * @param presence what a pause is, and on which day a client is lost
     * @return the definition
     */
    public static ChurnDefinition of(ChurnPolicy churn, PresencePolicy presence) {
        return new ChurnDefinition(churn, presence);
    }
}
