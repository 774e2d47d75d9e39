package dev.tenure.sla;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import dev.tenure.calendar.WorkingInterval;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What is known of a ticket at an instant: its events up to then, in order. */
final class TicketHistory {

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
                        .filter(event -> !event.at().isAfter(asOf) && counts(event, ticket.opened()))
                        .collect(ImmutableList.toImmutableList()));
    }

    /** Before a ticket is opened it can be neither answered nor solved. */
    private static boolean counts(TicketEvent event, Instant opened) {
        return !event.at().isBefore(opened)
                || event instanceof TicketEvent.Assigned
                || event instanceof TicketEvent.PriorityChanged
                || event instanceof TicketEvent.TierChanged
                || event instanceof TicketEvent.Paused
                || event instanceof TicketEvent.Resumed;
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

    Optional<Instant> firstAssigned() {
        return first(TicketEvent.Assigned.class::isInstance);
    }

    /** A solution is an answer. */
    Optional<Instant> firstAnswered() {
        return first(event -> event instanceof TicketEvent.AgencyReply || event instanceof TicketEvent.Resolved);
    }

    /** What was not solved cannot be reopened. */
    Optional<Instant> firstReopened() {
        Optional<Instant> resolved = first(TicketEvent.Resolved.class::isInstance);
        return resolved.flatMap(at -> first(
                event -> event instanceof TicketEvent.Reopened && event.at().isAfter(at)));
    }

    private Optional<Instant> first(Predicate<TicketEvent> which) {
        return events.stream().filter(which).map(TicketEvent::at).findFirst();
    }

    /** When at least one of the reasons held. */
    Pauses pauses(Set<PauseReason> reasons) {
        Pauses pauses = Pauses.none();
        for (PauseReason reason : reasons) {
            pauses = pauses.and(pauses(reason));
        }
        return pauses;
    }

    /** A pause and its end at one instant change nothing: neither begins nor ends what was there. */
    private Pauses pauses(PauseReason reason) {
        ImmutableList.Builder<WorkingInterval> ended = ImmutableList.builder();
        Instant since = null;
        Set<Instant> unchanged =
                Sets.intersection(instants(event -> pauses(event, reason)), instants(event -> resumes(event, reason)));
        for (TicketEvent event : events) {
            if (unchanged.contains(event.at()) && !(event instanceof TicketEvent.Resolved)) {
                continue;
            }
            if (since == null && pauses(event, reason)) {
                since = event.at();
            } else if (since != null && ends(event, reason)) {
                if (since.isBefore(event.at())) {
                    ended.add(WorkingInterval.of(since, event.at()));
                }
                since = null;
            }
        }
        Pauses pauses = Pauses.of(ended.build());
        return since == null ? pauses : pauses.openFrom(since);
    }

    /** A ticket that is solved waits for nobody. */
    private static boolean ends(TicketEvent event, PauseReason reason) {
        return event instanceof TicketEvent.Resolved || resumes(event, reason);
    }

    private static boolean pauses(TicketEvent event, PauseReason reason) {
        return event instanceof TicketEvent.Paused paused && paused.reason() == reason;
    }

    private static boolean resumes(TicketEvent event, PauseReason reason) {
        return event instanceof TicketEvent.Resumed resumed && resumed.reason() == reason;
    }

    private Set<Instant> instants(Predicate<TicketEvent> which) {
        return events.stream().filter(which).map(TicketEvent::at).collect(Collectors.toSet());
    }
}
