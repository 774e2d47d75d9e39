package dev.tenure.sla;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An instant at which another target may begin to hold for a running clock. */
record TermChange(Instant at, Cause cause) {

    enum Cause {
        START,
        POLICY,
        /** The priority or the tier; where the policy changes at the same instant, the policy comes first. */
        TICKET
    }

    static ImmutableList<TermChange> within(
            SlaPolicyHistory policies, TicketHistory history, Instant start, Instant end) {
        List<TermChange> changes = new ArrayList<>();
        policies.changes().keySet().forEach(at -> changes.add(new TermChange(at, Cause.POLICY)));
        for (TicketEvent event : history.events()) {
            if (event instanceof TicketEvent.PriorityChanged || event instanceof TicketEvent.TierChanged) {
                changes.add(new TermChange(event.at(), Cause.TICKET));
            }
        }
        ImmutableList.Builder<TermChange> within = ImmutableList.builder();
        within.add(new TermChange(start, Cause.START));
        changes.stream()
                .filter(change -> change.at().isAfter(start) && !change.at().isAfter(end))
                .sorted(Comparator.comparing(TermChange::at).thenComparing(TermChange::cause))
                .forEach(within::add);
        return within.build();
    }
}
