package dev.tenure.examples.report.input;

import dev.tenure.examples.report.input.Problem.Kind;
import dev.tenure.sla.PauseReason;
import dev.tenure.sla.Priority;
import dev.tenure.sla.SlaTargetKind;
import java.time.Instant;

/** Reads {@code ticket_events.csv}, after the tickets. */
@SuppressWarnings("EnumOrdinal") // columns hold places in enums for as long as the program runs
final class TicketEvents {

    /** The columns. */
    enum Name implements Column {
        TICKET_ID,
        AT,
        EVENT,
        VALUE;

        @Override
        public boolean required() {
            return this != VALUE;
        }
    }

    private final TicketColumns tickets;
    private final TimeZones zone;
    private final LastDay lastDay;
    private final TicketEventColumns columns = new TicketEventColumns();

    TicketEvents(TicketColumns tickets, TimeZones zone, LastDay lastDay) {
        this.tickets = tickets;
        this.zone = zone;
        this.lastDay = lastDay;
    }

    void read(Row row) {
        row.requireFilled(Name.TICKET_ID);
        int ticket = row.has(Name.TICKET_ID) ? row.known(Name.TICKET_ID, tickets.ids()) : ClientKeys.NONE;
        if (ticket == ClientKeys.NONE) {
            if (!row.isFaulty()) {
                row.fault(Name.TICKET_ID, Kind.UNKNOWN_TICKET, row.text(Name.TICKET_ID));
            }
            return;
        }
        long at = row.epochSecond(Name.AT, zone);
        row.requireFilled(Name.EVENT);
        TicketEventKind kind = row.word(Name.EVENT, TicketEventKind.class).orElse(TicketEventKind.UPDATE_SENT);
        int value = row.isFaulty() ? 0 : value(row, kind);
        if (!row.isFaulty() && !tickets.isLeftOut(ticket) && at < tickets.openedAt(ticket)) {
            row.fault(
                    Name.AT,
                    Kind.BEFORE_TICKET,
                    row.text(Name.AT),
                    Instant.ofEpochSecond(tickets.openedAt(ticket))
                            .atZone(zone.zone())
                            .toOffsetDateTime());
        }
        if (row.isFaulty()) {
            tickets.leaveOut(ticket);
        } else {
            lastDay.see(InputFile.TICKET_EVENTS, row, Tickets.day(at, zone));
            columns.add(ticket, at, kind, value);
        }
    }

    private int value(Row row, TicketEventKind kind) {
        return switch (kind) {
            case PRIORITY_CHANGED -> word(row, Priority.class);
            case PAUSED, RESUMED -> word(row, PauseReason.class);
            case TIER_CHANGED -> tickets.tier(row.requiredText(Name.VALUE));
            case RESET -> word(row, SlaTargetKind.class);
            default -> 0;
        };
    }

    private static <E extends Enum<E>> int word(Row row, Class<E> words) {
        row.requireFilled(Name.VALUE);
        return row.word(Name.VALUE, words).map(Enum::ordinal).orElse(0);
    }

    TicketEventColumns columns() {
        return columns;
    }
}
