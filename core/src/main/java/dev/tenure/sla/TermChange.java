package dev.tenure.sla;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** An instant at which another target may begin to hold for a running clock. */
record TermChange(Instant at, Cause cause) {

    enum Cause {
        START,
        POLICY,
        /** The priority or the tier; where the policy changes at the same instant, this is the cause that counts. */
        TICKET
    }

    static ImmutableList<TermChange> within(
            SlaPolicyHistory policies, TicketHistory history, Instant start, Instant end) {
        Map<Instant, Cause> changes = new TreeMap<>();
        policies.changes().keySet().forEach(at -> changes.put(at, Cause.POLICY));
        for (TicketEvent event : history.events()) {
            if (event instanceof TicketEvent.PriorityChanged || event instanceof TicketEvent.TierChanged) {
                changes.put(event.at(), Cause.TICKET);
            }
        }
        ImmutableList.Builder<TermChange> within = ImmutableList.builder();
        within.add(new TermChange(start, Cause.START));
        changes.forEach((at, cause) -> {
            if (at.isAfter(start) && !at.isAfter(end)) {
                within.add(new TermChange(at, cause));
            }
        });
        return within.build();
    }
}
