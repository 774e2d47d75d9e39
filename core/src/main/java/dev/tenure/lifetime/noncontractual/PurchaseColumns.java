package dev.tenure.lifetime.noncontractual;

import dev.tenure.internal.RadixOrder;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** The clients of a sample, ascending by number, with what is known of each: 32 bytes a client. */
final class PurchaseColumns implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    final long[] clients;
    final int[] firstDays;
    final int[] lastDays;
    final int[] repeats;
    final int[] heldOut;
    final long[] spend;
    /** How many clients there are; the arrays can be longer. */
    private int size;

    final UseCounts<RowUse> rowUses = new UseCounts<>(RowUse.class);
    final UseCounts<ClientUse> clientUses = new UseCounts<>(ClientUse.class);
    private DayCounts byDay;

    PurchaseColumns(int capacity, DayCounts byDay) {
        clients = new long[capacity];
        firstDays = new int[capacity];
        lastDays = new int[capacity];
        repeats = new int[capacity];
        heldOut = new int[capacity];
        spend = new long[capacity];
        this.byDay = byDay;
    }

    /** Joins the clients of several; none may be in two. */
    static PurchaseColumns join(List<PurchaseColumns> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        PurchaseColumns joined = new PurchaseColumns(
                parts.stream().mapToInt(PurchaseColumns::size).reduce(0, Math::addExact), new DayCounts(0, 0));
        parts.forEach(joined::append);
        return joined.sorted();
    }

    int size() {
        return size;
    }

    DayCounts byDay() {
        return byDay;
    }

    /** Adds a client. */
    void add(long client, int firstDay, int lastDay, int repeat, int held, long amount) {
        clients[size] = client;
        firstDays[size] = firstDay;
        lastDays[size] = lastDay;
        repeats[size] = repeat;
        heldOut[size] = held;
        spend[size++] = amount;
    }

    void count(RowUse use, long rows) {
        rowUses.add(use, rows);
    }

    void count(ClientUse use) {
        clientUses.add(use, 1);
    }

    private void append(PurchaseColumns other) {
        for (int i = 0; i < other.size; i++) {
            copy(other, i);
        }
        addUses(other);
        byDay = byDay.plus(other.byDay);
    }

    private void copy(PurchaseColumns from, int i) {
        add(from.clients[i], from.firstDays[i], from.lastDays[i], from.repeats[i], from.heldOut[i], from.spend[i]);
    }

    private void addUses(PurchaseColumns other) {
        rowUses.addAll(other.rowUses);
        clientUses.addAll(other.clientUses);
    }

    private PurchaseColumns sorted() {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        order = RadixOrder.sort(order, row -> clients[row] ^ Long.MIN_VALUE);
        PurchaseColumns sorted = new PurchaseColumns(size, byDay);
        for (int i = 0; i < size; i++) {
            if (i > 0 && clients[order[i]] == clients[order[i - 1]]) {
                throw new IllegalStateException("all rows of a client must be folded at once: " + clients[order[i]]);
            }
            sorted.copy(this, order[i]);
        }
        sorted.addUses(this);
        return sorted;
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof PurchaseColumns other
                && size == other.size
                && Arrays.equals(clients, 0, size, other.clients, 0, size)
                && Arrays.equals(firstDays, 0, size, other.firstDays, 0, size)
                && Arrays.equals(lastDays, 0, size, other.lastDays, 0, size)
                && Arrays.equals(repeats, 0, size, other.repeats, 0, size)
                && Arrays.equals(heldOut, 0, size, other.heldOut, 0, size)
                && Arrays.equals(spend, 0, size, other.spend, 0, size)
                && rowUses.equals(other.rowUses)
                && clientUses.equals(other.clientUses)
                && byDay.equals(other.byDay);
    }

    @Override
    public int hashCode() {
        int hash = size;
        for (int i = 0; i < size; i++) {
            hash = 31 * hash + Long.hashCode(clients[i]);
            hash = 31 * hash + firstDays[i];
        }
        return hash;
    }
}
