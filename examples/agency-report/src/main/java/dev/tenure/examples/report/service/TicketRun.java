package dev.tenure.examples.report.service;

import dev.tenure.calendar.BusinessCalendar;
import dev.tenure.client.ClientId;
import dev.tenure.client.PersonId;
import dev.tenure.examples.report.input.Book;
import dev.tenure.examples.report.input.TicketColumns;
import dev.tenure.examples.report.input.TicketEventColumns;
import dev.tenure.sla.SlaClock;
import dev.tenure.sla.SlaCycle;
import dev.tenure.sla.SlaOutcome;
import dev.tenure.sla.Ticket;
import dev.tenure.sla.TicketBuilder;
import dev.tenure.sla.TicketEvent;
import dev.tenure.sla.TicketId;
import dev.tenure.sla.TicketSla;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs through the tickets of a book as they stand at an instant, one at a time: none of them is kept. */
public final class TicketRun {

    /** Nothing is asked about who it is. */
    private static final PersonId SOMEBODY = PersonId.of("agency");

    private final Book book;
    private final Instant asOf;
    private final SlaClock clock;
    private final Map<Integer, ClientId> clients = new HashMap<>();
    private final Map<Integer, List<Instant>> news = new HashMap<>();
    private long tickets;
    private long solved;
    private long solvedAfterPause;

    /**
     * Prepares a run.
     *
     * @param book the tickets and their events, and what was promised
     * @param asOf the instant of the question: what is dated at it or later is not yet known
     * @param office when the agency works
     */
    public TicketRun(Book book, Instant asOf, BusinessCalendar office) {
        this.book = book;
        this.asOf = asOf;
        clock = SlaClock.of(Policies.of(book, office));
    }

    /**
     * Gives every promise to somebody.
     *
     * @param reader who looks at them; not all are kept
     */
    public void forEach(Consumer<Promise> reader) {
        TicketColumns columns = book.tickets();
        for (int ticket = 0; ticket < columns.size(); ticket++) {
            if (!columns.isLeftOut(ticket) && columns.openedAt(ticket) < asOf.getEpochSecond()) {
                read(ticket, reader);
            }
        }
    }

    private void read(int number, Consumer<Promise> reader) {
        Ticket ticket = ticket(number);
        TicketSla sla = clock.at(ticket, asOf);
        List<SlaCycle> judged = sla.cycles().stream()
                .filter(cycle -> cycle.verdict().isPresent())
                .toList();
        List<SlaOutcome> outcomes = sla.outcomes();
        for (int i = 0; i < judged.size(); i++) {
            reader.accept(new Promise(number, judged.get(i), outcomes.get(i)));
        }
        count(number, ticket);
    }

    private void count(int number, Ticket ticket) {
        boolean isSolved = ticket.events().stream().anyMatch(TicketEvent.Resolved.class::isInstance);
        boolean waited = ticket.events().stream().anyMatch(TicketEvent.Paused.class::isInstance);
        tickets++;
        solved += isSolved ? 1 : 0;
        solvedAfterPause += isSolved && waited ? 1 : 0;
        ticket.events().stream()
                .filter(TicketEvent.UpdateSent.class::isInstance)
                .forEach(event -> news.computeIfAbsent(book.tickets().client(number), client -> new ArrayList<>())
                        .add(event.at()));
    }

    private Ticket ticket(int number) {
        TicketColumns columns = book.tickets();
        TicketEventColumns events = book.ticketEvents();
        TicketBuilder ticket = Ticket.builder()
                .id(TicketId.of(columns.id(number)))
                .clientId(clients.computeIfAbsent(
                        columns.client(number), key -> ClientId.of(book.keys().id(key))))
                .opened(Instant.ofEpochSecond(columns.openedAt(number)))
                .priority(columns.priority(number))
                .tier(columns.tier(number));
        for (int place = events.from(number); place < events.from(number + 1); place++) {
            if (events.at(place) < asOf.getEpochSecond()) {
                ticket.addEvent(event(events, place));
            }
        }
        return ticket.build();
    }

    private TicketEvent event(TicketEventColumns events, int place) {
        Instant at = Instant.ofEpochSecond(events.at(place));
        return switch (events.kind(place)) {
            case ASSIGNED -> new TicketEvent.Assigned(at, SOMEBODY);
            case PRIORITY_CHANGED -> new TicketEvent.PriorityChanged(at, events.priority(place));
            case TIER_CHANGED -> new TicketEvent.TierChanged(at, book.tickets().tierName(events.tier(place)));
            case PAUSED -> new TicketEvent.Paused(at, events.reason(place));
            case RESUMED -> new TicketEvent.Resumed(at, events.reason(place));
            case REOPENED -> new TicketEvent.Reopened(at);
            case CLIENT_MESSAGE -> new TicketEvent.ClientMessage(at);
            case AGENCY_REPLY -> new TicketEvent.AgencyReply(at);
            case ESTIMATE_GIVEN -> new TicketEvent.EstimateGiven(at);
            case UPDATE_SENT -> new TicketEvent.UpdateSent(at);
            case RESET -> new TicketEvent.Reset(at, events.clock(place));
            case RESOLVED -> new TicketEvent.Resolved(at);
            case CANCELLED -> new TicketEvent.Cancelled(at);
        };
    }

    /**
     * Returns how many tickets were run through.
     *
     * @return the count, after the run
     */
    public long tickets() {
        return tickets;
    }

    /**
     * Returns how many of them were solved.
     *
     * @return the count, after the run
     */
    public long solved() {
        return solved;
    }

    /**
     * Returns how many of those that were solved had waited for somebody.
     *
     * @return the count, after the run
     */
    public long solvedAfterPause() {
        return solvedAfterPause;
    }

    /**
     * Returns when a client was told, unasked, how the work stands.
     *
     * @param client the client's key
     * @return the instants, after the run
     */
    public List<Instant> news(int client) {
        return news.getOrDefault(client, List.of());
    }
}
