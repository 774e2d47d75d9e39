package dev.tenure.sla;

import com.google.common.collect.ImmutableList;
import dev.tenure.calendar.WorkingInterval;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is known of a ticket at an instant: its events up to then, in order. */
final class TicketHistory {

    /** The order of events at one instant, as {@link TicketEvent} documents it. */
    private static final List<Class<? extends TicketEvent>> KINDS = List.of(
            TicketEvent.Assigned.class,
            TicketEvent.PriorityChanged.class,
            TicketEvent.TierChanged.class,
            TicketEvent.Paused.class,
            TicketEvent.Resumed.class,
            TicketEvent.Reopened.class,
            TicketEvent.ClientMessage.class,
            TicketEvent.AgencyReply.class,
            TicketEvent.EstimateGiven.class,
            TicketEvent.UpdateSent.class,
            TicketEvent.Reset.class,
            TicketEvent.Resolved.class,
            TicketEvent.Cancelled.class);

    private static final Comparator<TicketEvent> ORDER = Comparator.comparing(TicketEvent::at)
            .thenComparing(event -> KINDS.indexOf(event.getClass()))
            .thenComparing(TicketHistory::newPriority, Comparator.reverseOrder())
            .thenComparing(TicketHistory::newTier);

    private final Ticket ticket;
    private final ImmutableList<TicketEvent> events;

    private TicketHistory(Ticket ticket, ImmutableList<TicketEvent> events) {
        this.ticket = ticket;
        this.events = events;
    }

    static TicketHistory of(Ticket ticket, Instant asOf) {
        return new TicketHistory(
                ticket,
                ticket.events().stream()
                        .filter(event -> !event.at().isAfter(asOf))
                        .sorted(ORDER)
                        .collect(ImmutableList.toImmutableList()));
    }

    /** The more urgent of two comes last, and holds. */
    private static Priority newPriority(TicketEvent event) {
        return event instanceof TicketEvent.PriorityChanged changed ? changed.priority() : Priority.CRITICAL;
    }

    private static String newTier(TicketEvent event) {
        return event instanceof TicketEvent.TierChanged changed ? changed.tier() : "";
    }

    Ticket ticket() {
        return ticket;
    }

    ImmutableList<TicketEvent> events() {
        return events;
    }

    Priority priorityAt(Instant instant) {
        Priority priority = ticket.priority();
        for (TicketEvent event : events) {
            if (event instanceof TicketEvent.PriorityChanged changed
                    && !changed.at().isAfter(instant)) {
                priority = changed.priority();
            }
        }
        return priority;
    }

    Optional<String> tierAt(Instant instant) {
        Optional<String> tier = ticket.tier();
        for (TicketEvent event : events) {
            if (event instanceof TicketEvent.TierChanged changed
                    && !changed.at().isAfter(instant)) {
                tier = Optional.of(changed.tier());
            }
        }
        return tier;
    }

    Optional<Instant> first(Class<? extends TicketEvent> kind) {
        return events.stream().filter(kind::isInstance).map(TicketEvent::at).findFirst();
    }

    /** When at least one of the reasons held. */
    Pauses pauses(Set<PauseReason> reasons) {
        Pauses pauses = Pauses.none();
        for (PauseReason reason : reasons) {
            pauses = pauses.and(pauses(reason));
        }
        return pauses;
    }

    private Pauses pauses(PauseReason reason) {
        ImmutableList.Builder<WorkingInterval> ended = ImmutableList.builder();
        Instant since = null;
        for (TicketEvent event : events) {
            if (since == null && event instanceof TicketEvent.Paused paused && paused.reason() == reason) {
                since = paused.at();
            } else if (since != null && event instanceof TicketEvent.Resumed resumed && resumed.reason() == reason) {
                if (since.isBefore(resumed.at())) {
                    ended.add(WorkingInterval.of(since, resumed.at()));
                }
                since = null;
            }
        }
        Pauses pauses = Pauses.of(ended.build());
        return since == null ? pauses : pauses.openFrom(since);
    }
}
