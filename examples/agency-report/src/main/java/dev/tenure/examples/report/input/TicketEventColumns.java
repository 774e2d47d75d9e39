package dev.tenure.examples.report.input;

import dev.tenure.sla.PauseReason;
import dev.tenure.sla.Priority;
import dev.tenure.sla.SlaTargetKind;
import java.util.Arrays;

/** What happened to the tickets, column by column: fourteen bytes an event, and four more by which a ticket finds its own. */
@SuppressWarnings("EnumOrdinal") // columns hold places in enums for as long as the program runs
public final class TicketEventColumns {

    private static final TicketEventKind[] KINDS = TicketEventKind.values();
    private static final Priority[] PRIORITIES = Priority.values();
    private static final SlaTargetKind[] CLOCKS = SlaTargetKind.values();
    private static final PauseReason[] REASONS = PauseReason.values();

    private int[] tickets = new int[1 << 10];
    private long[] times = new long[1 << 10];
    private byte[] kinds = new byte[1 << 10];
    private short[] values = new short[1 << 10];
    private int size;
    private int[] starts = new int[1];
    private int[] order = new int[0];

    TicketEventColumns() {}

    void add(int ticket, long at, TicketEventKind kind, int value) {
        if (size == tickets.length) {
            int length = Math.addExact(size, size >> 1);
            tickets = Arrays.copyOf(tickets, length);
            times = Arrays.copyOf(times, length);
            kinds = Arrays.copyOf(kinds, length);
            values = Arrays.copyOf(values, length);
        }
        tickets[size] = ticket;
        times[size] = at;
        kinds[size] = (byte) kind.ordinal();
        values[size] = (short) value;
        size++;
    }

    /** Puts the events of each ticket beside each other, in the order of the file. */
    void group(int ticketCount) {
        starts = new int[ticketCount + 1];
        for (int i = 0; i < size; i++) {
            starts[tickets[i] + 1]++;
        }
        for (int ticket = 0; ticket < ticketCount; ticket++) {
            starts[ticket + 1] += starts[ticket];
        }
        int[] next = starts.clone();
        order = new int[size];
        for (int i = 0; i < size; i++) {
            order[next[tickets[i]]++] = i;
        }
    }

    /** Counts the events of the tickets that are left out. */
    long leftOut(TicketColumns all) {
        long count = 0;
        for (int i = 0; i < size; i++) {
            count += all.isLeftOut(tickets[i]) ? 1 : 0;
        }
        return count;
    }

    /**
     * Returns where the events of a ticket begin.
     *
     * @param ticket which ticket
     * @return the place of the first; that of the ticket after it is the end
     */
    public int from(int ticket) {
        return starts[ticket];
    }

    /**
     * Returns when an event happened.
     *
     * @param place its place
     * @return seconds since 1970
     */
    public long at(int place) {
        return times[order[place]];
    }

    /**
     * Returns what happened.
     *
     * @param place the event's place
     * @return the kind
     */
    public TicketEventKind kind(int place) {
        return KINDS[kinds[order[place]]];
    }

    /**
     * Returns the new priority of a ticket.
     *
     * @param place the place of an event that changes it
     * @return the priority
     */
    public Priority priority(int place) {
        return PRIORITIES[values[order[place]]];
    }

    /**
     * Returns why a ticket waits.
     *
     * @param place the place of an event that begins or ends a pause
     * @return the reason
     */
    public PauseReason reason(int place) {
        return REASONS[values[order[place]]];
    }

    /**
     * Returns which clock is set to zero.
     *
     * @param place the place of an event that does so
     * @return the kind of its promise
     */
    public SlaTargetKind clock(int place) {
        return CLOCKS[values[order[place]]];
    }

    /**
     * Returns the new tier of a ticket's client.
     *
     * @param place the place of an event that changes it
     * @return the number of the tier
     */
    public int tier(int place) {
        return values[order[place]];
    }
}
