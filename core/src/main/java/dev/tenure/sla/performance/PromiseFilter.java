package dev.tenure.sla.performance;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.tenure.sla.Priority;
import dev.tenure.sla.SlaOutcome;
import dev.tenure.sla.SlaTargetKind;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.Objects;

/**
 * Which promises a calculator looks at.
 *
 * @param kind their kind
 * @param priorities their priorities, most urgent first
 */
record PromiseFilter(SlaTargetKind kind, ImmutableSet<Priority> priorities) implements Serializable {

    static final PromiseFilter DEFAULT =
            new PromiseFilter(SlaTargetKind.FIRST_RESPONSE, Sets.immutableEnumSet(EnumSet.allOf(Priority.class)));

    PromiseFilter with(SlaTargetKind other) {
        return new PromiseFilter(Objects.requireNonNull(other, "kind"), priorities);
    }

    PromiseFilter with(Priority first, Priority... others) {
        return new PromiseFilter(kind, Sets.immutableEnumSet(Objects.requireNonNull(first, "first"), others));
    }

    boolean holds(SlaOutcome outcome) {
        return outcome.kind() == kind && priorities.contains(outcome.priority());
    }
}
