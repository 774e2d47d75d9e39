package dev.tenure.lifetime.noncontractual;

import dev.tenure.internal.RadixOrder;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;

/** Rows of client, day and amount, in the order they came: 20 bytes each. */
final class InvoiceRows implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int SMALLEST = 64;

    private long[] clients = new long[SMALLEST];
    private int[] days = new int[SMALLEST];
    private long[] amounts = new long[SMALLEST];
    private int size;

    void add(long client, int day, long amount) {
        if (size == clients.length) {
            reserve(1);
        }
        clients[size] = client;
        days[size] = day;
        amounts[size++] = amount;
    }

    /** Makes room for as many more rows. */
    void reserve(int more) {
        int needed = Math.addExact(size, more);
        if (needed > clients.length) {
            int capacity = (int) Math.min(Integer.MAX_VALUE - 8, Math.max(needed, 2L * clients.length));
            clients = Arrays.copyOf(clients, capacity);
            days = Arrays.copyOf(days, capacity);
            amounts = Arrays.copyOf(amounts, capacity);
        }
    }

    void addAll(InvoiceRows other) {
        int more = other.size;
        reserve(more);
        System.arraycopy(other.clients, 0, clients, size, more);
        System.arraycopy(other.days, 0, days, size, more);
        System.arraycopy(other.amounts, 0, amounts, size, more);
        size += more;
    }

    void clear() {
        clients = new long[SMALLEST];
        days = new int[SMALLEST];
        amounts = new long[SMALLEST];
        size = 0;
    }

    int size() {
        return size;
    }

    long client(int row) {
        return clients[row];
    }

    int day(int row) {
        return days[row];
    }

    long amount(int row) {
        return amounts[row];
    }

    /** Returns the rows ascending by client, then by day. */
    int[] order() {
        int[] rows = new int[size];
        for (int i = 0; i < size; i++) {
            rows[i] = i;
        }
        return isSorted() ? rows : sort(rows);
    }

    private boolean isSorted() {
        for (int i = 1; i < size; i++) {
            if (clients[i] < clients[i - 1] || (clients[i] == clients[i - 1] && days[i] < days[i - 1])) {
                return false;
            }
        }
        return true;
    }

    private int[] sort(int[] rows) {
        long lowest = clients[0];
        long highest = clients[0];
        int firstDay = days[0];
        int lastDay = days[0];
        for (int i = 1; i < size; i++) {
            lowest = Math.min(lowest, clients[i]);
            highest = Math.max(highest, clients[i]);
            firstDay = Math.min(firstDay, days[i]);
            lastDay = Math.max(lastDay, days[i]);
        }
        int dayBits = Integer.SIZE - Integer.numberOfLeadingZeros(lastDay - firstDay);
        // the distance of two numbers is right as an unsigned one, whatever they are
        if (Long.numberOfLeadingZeros(highest - lowest) >= dayBits) {
            long base = lowest;
            int from = firstDay;
            return RadixOrder.sort(rows, row -> ((clients[row] - base) << dayBits) | (days[row] - from));
        }
        int[] byDay = RadixOrder.sort(rows, row -> days[row] - (long) Integer.MIN_VALUE);
        return RadixOrder.sort(byDay, row -> clients[row] ^ Long.MIN_VALUE);
    }
}
