package dev.tenure.examples.report.input;

import static com.google.common.base.Preconditions.checkElementIndex;

import dev.tenure.sla.Priority;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** The tickets, column by column. */
@SuppressWarnings("EnumOrdinal") // columns hold places in enums for as long as the program runs
public final class TicketColumns {

    private static final Priority[] PRIORITIES = Priority.values();

    private final ClientKeys ids = new ClientKeys();
    private final List<String> tiers = new ArrayList<>();
    private final BitSet leftOut = new BitSet();
    private int[] clients = new int[1 << 10];
    private long[] opened = new long[1 << 10];
    private int[] lines = new int[1 << 10];
    private byte[] priorities = new byte[1 << 10];
    private short[] tierOf = new short[1 << 10];

    TicketColumns() {
        tiers.add("");
    }

    ClientKeys ids() {
        return ids;
    }

    void put(int ticket, int client, long openedAt, Priority priority, int tier, long line) {
        if (ticket >= clients.length) {
            int length = Math.max(ticket + 1, Math.addExact(clients.length, clients.length >> 1));
            clients = Arrays.copyOf(clients, length);
            opened = Arrays.copyOf(opened, length);
            lines = Arrays.copyOf(lines, length);
            priorities = Arrays.copyOf(priorities, length);
            tierOf = Arrays.copyOf(tierOf, length);
        }
        clients[ticket] = client;
        opened[ticket] = openedAt;
        lines[ticket] = Math.toIntExact(line);
        priorities[ticket] = (byte) priority.ordinal();
        tierOf[ticket] = (short) tier;
    }

    /** Returns the number of a tier by its name; that of no tier is 0. */
    int tier(String name) {
        int known = tiers.indexOf(name);
        if (known >= 0) {
            return known;
        }
        tiers.add(name);
        return tiers.size() - 1;
    }

    /**
     * Returns the name of a tier.
     *
     * @param tier its number
     * @return the name, empty for that of no tier
     */
    public String tierName(int tier) {
        return tiers.get(tier);
    }

    long line(int ticket) {
        return lines[ticket];
    }

    void leaveOut(int ticket) {
        leftOut.set(ticket);
    }

    /**
     * Returns how many tickets there are.
     *
     * @return the count, those among them that are left out
     */
    public int size() {
        return ids.size();
    }

    /**
     * Returns when the first ticket was opened.
     *
     * @return seconds since 1970; empty if there is none that is not left out
     */
    public OptionalLong first() {
        return IntStream.range(0, size())
                .filter(ticket -> !isLeftOut(ticket))
                .mapToLong(this::openedAt)
                .min();
    }

    /**
     * Tells whether a ticket is left out because a row of it is faulty.
     *
     * @param ticket which ticket, in [0, size), in the order of the file
     * @return true if nothing of it counts
     */
    public boolean isLeftOut(int ticket) {
        return leftOut.get(ticket);
    }

    /**
     * Returns what a ticket is called.
     *
     * @param ticket which ticket, in [0, size)
     * @return the id as the files have it
     */
    public String id(int ticket) {
        return ids.id(ticket);
    }

    /**
     * Returns the client of a ticket.
     *
     * @param ticket which ticket, in [0, size)
     * @return the client's key
     */
    public int client(int ticket) {
        return clients[checkElementIndex(ticket, size(), "ticket")];
    }

    /**
     * Returns when a ticket was opened.
     *
     * @param ticket which ticket, in [0, size)
     * @return seconds since 1970
     */
    public long openedAt(int ticket) {
        return opened[checkElementIndex(ticket, size(), "ticket")];
    }

    /**
     * Returns how urgent a ticket was when it was opened.
     *
     * @param ticket which ticket, in [0, size)
     * @return the priority
     */
    public Priority priority(int ticket) {
        return PRIORITIES[priorities[checkElementIndex(ticket, size(), "ticket")]];
    }

    /**
     * Returns the tier of a ticket's client when it was opened.
     *
     * @param ticket which ticket, in [0, size)
     * @return the tier, empty if the file names none
     */
    public Optional<String> tier(int ticket) {
        return Optional.of(tiers.get(tierOf[checkElementIndex(ticket, size(), "ticket")]))
                .filter(name -> !name.isEmpty());
    }
}
