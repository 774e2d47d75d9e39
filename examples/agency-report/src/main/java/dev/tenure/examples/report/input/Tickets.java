package dev.tenure.examples.report.input;

import dev.tenure.examples.report.input.Problem.Kind;
import dev.tenure.sla.Priority;
import java.time.Instant;

/** Reads {@code tickets.csv}. */
final class Tickets {

    /** The columns. */
    enum Name implements Column {
        TICKET_ID,
        CLIENT_ID,
        OPENED_AT,
        PRIORITY,
        TIER;

        @Override
        public boolean required() {
            return this == TICKET_ID || this == CLIENT_ID || this == OPENED_AT;
        }
    }

    private final ClientKeys keys;
    private final TimeZones zone;
    private final LastDay lastDay;
    private final TicketColumns columns = new TicketColumns();
    private long faultyRows;

    Tickets(ClientKeys keys, TimeZones zone, LastDay lastDay) {
        this.keys = keys;
        this.zone = zone;
        this.lastDay = lastDay;
    }

    void read(Row row) {
        row.requireFilled(Name.TICKET_ID);
        int known = columns.ids().size();
        int ticket = row.client(Name.TICKET_ID, columns.ids());
        if (row.isFaulty()) {
            return;
        }
        if (ticket < known) {
            row.fault(Name.TICKET_ID, Kind.DUPLICATE, columns.id(ticket), columns.line(ticket));
            leaveOut(ticket);
            return;
        }
        int client = row.client(Name.CLIENT_ID, keys);
        long opened = row.epochSecond(Name.OPENED_AT, zone);
        Priority priority = row.word(Name.PRIORITY, Priority.class).orElse(Priority.NORMAL);
        int tier = columns.tier(row.text(Name.TIER));
        columns.put(ticket, client, opened, priority, tier, row.line());
        if (row.isFaulty()) {
            faultyRows++;
            leaveOut(ticket);
        } else {
            lastDay.see(InputFile.TICKETS, row, day(opened, zone));
        }
    }

    /** The day of an instant in the zone of the report. */
    static int day(long epochSecond, TimeZones zone) {
        return Math.toIntExact(Instant.ofEpochSecond(epochSecond)
                .atZone(zone.zone())
                .toLocalDate()
                .toEpochDay());
    }

    private void leaveOut(int ticket) {
        columns.leaveOut(ticket);
    }

    TicketColumns columns() {
        return columns;
    }

    /** Returns how many rows without a fault of their own are left out: those whose ticket has a fault elsewhere. */
    long leftOut() {
        long all = 0;
        for (int ticket = 0; ticket < columns.size(); ticket++) {
            all += columns.isLeftOut(ticket) ? 1 : 0;
        }
        return all - faultyRows;
    }
}
