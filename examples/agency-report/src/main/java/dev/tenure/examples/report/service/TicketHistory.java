package dev.tenure.examples.report.service;

import dev.tenure.calendar.BusinessCalendar;
import dev.tenure.client.ClientId;
import dev.tenure.examples.report.input.Book;
import dev.tenure.examples.report.input.TicketColumns;
import dev.tenure.examples.report.input.TicketEventColumns;
import dev.tenure.examples.report.input.TicketEventKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Runs through the tickets of a book as they stand at an instant, one at a time. */
public final class TicketHistory {

    private final Book book;
    private final long asOf;
    private final Promised promised;
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
    public TicketHistory(Book book, Instant asOf, BusinessCalendar office) {
        this.book = book;
        this.asOf = asOf.getEpochSecond();
        promised = new Promised(book.targets().isEmpty() ? UsualTargets.rows() : book.targets(), office);
    }

    /**
     * Gives every promise to somebody.
     *
     * @param reader who looks at them; not all are kept
     */
    public void forEach(Consumer<Promise> reader) {
        TicketColumns columns = book.tickets();
        for (int ticket = 0; ticket < columns.size(); ticket++) {
            if (!columns.isLeftOut(ticket) && columns.openedAt(ticket) < asOf) {
                run(ticket).forEach(reader);
            }
        }
    }

    private List<Promise> run(int ticket) {
        TicketColumns columns = book.tickets();
        TicketClock clock = new TicketClock(
                promised,
                ticket,
                client(columns.client(ticket)),
                columns.openedAt(ticket),
                columns.priority(ticket),
                columns.tier(ticket));
        for (int place : places(ticket)) {
            see(clock, ticket, place);
        }
        List<Promise> promises = clock.at(asOf);
        tickets++;
        solved += clock.isSolved() ? 1 : 0;
        solvedAfterPause += clock.isSolved() && clock.wasPaused() ? 1 : 0;
        return promises;
    }

    /** The events that are known, earliest first; at one instant in the order in which their kinds stand. */
    private List<Integer> places(int ticket) {
        TicketEventColumns events = book.ticketEvents();
        List<Integer> places = new ArrayList<>();
        IntStream.range(events.from(ticket), events.from(ticket + 1))
                .filter(place -> events.at(place) < asOf)
                .forEach(places::add);
        places.sort(Comparator.<Integer>comparingLong(events::at).thenComparing(events::kind));
        return places;
    }

    private void see(TicketClock clock, int ticket, int place) {
        TicketEventColumns events = book.ticketEvents();
        long at = events.at(place);
        TicketEventKind kind = events.kind(place);
        switch (kind) {
            case PRIORITY_CHANGED -> clock.become(events.priority(place));
            case TIER_CHANGED -> clock.become(book.tickets().tierName(events.tier(place)));
            case PAUSED -> clock.pause(events.reason(place), at);
            case RESUMED -> clock.resume(events.reason(place), at);
            default -> clock.see(kind, at);
        }
        if (kind == TicketEventKind.UPDATE_SENT) {
            news.computeIfAbsent(book.tickets().client(ticket), client -> new ArrayList<>())
                    .add(Instant.ofEpochSecond(at));
        }
    }

    private ClientId client(int key) {
        return clients.computeIfAbsent(
                key, number -> ClientId.of(book.keys().id(number)));
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
