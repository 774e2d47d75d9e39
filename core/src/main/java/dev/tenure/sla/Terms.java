package dev.tenure.sla;

import java.time.Instant;
import java.util.Optional;

/** What decides which target holds for a clock: the policy, the priority and the tier that the clock goes by. */
record Terms(SlaPolicy policy, Priority priority, Optional<String> tier) {

    static Terms at(SlaPolicyHistory policies, TicketHistory history, Instant instant) {
        return new Terms(policies.inForceAt(instant), history.priorityAt(instant), history.tierAt(instant));
    }

    /** The terms after a change; what another kind of change would have brought stays out. */
    Terms after(TermChange.Cause cause, Terms now) {
        return switch (cause) {
            case START -> now;
            case TICKET -> new Terms(policy, now.priority(), now.tier());
            case POLICY -> new Terms(now.policy(), priority, tier);
        };
    }

    Optional<SlaTarget> target(SlaTargetKind kind) {
        return policy.targetFor(kind, priority, tier);
    }
}
