package dev.tenure.lifetime.discrete;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;

/** A set of pairs of a client and a window: a hash table of primitives. */
final class ClientWindows implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int SMALLEST = 16;

    private long[] clients = new long[SMALLEST];
    /** One more than the window; zero where the slot is free. */
    private int[] marks = new int[SMALLEST];

    private int size;

    /** What is made of the windows of a client. */
    @FunctionalInterface
    interface Visitor {
        void visit(int first, int last, int bought);
    }

    void add(long client, int window) {
        int slot = slot(client, window);
        if (marks[slot] != 0) {
            return;
        }
        clients[slot] = client;
        marks[slot] = window + 1;
        size++;
        if (2 * size > marks.length) {
            grow();
        }
    }

    boolean contains(long client, int window) {
        return marks[slot(client, window)] != 0;
    }

    void merge(ClientWindows other) {
        // a set merged into itself must not be read while it is written
        long[] otherClients = other.clients.clone();
        int[] otherMarks = other.marks.clone();
        for (int i = 0; i < otherMarks.length; i++) {
            if (otherMarks[i] != 0) {
                add(otherClients[i], otherMarks[i] - 1);
            }
        }
    }

    /** Visits each client once, in ascending order. */
    void forEachClient(Visitor visitor) {
        long[] sorted = new long[size];
        int n = 0;
        for (int i = 0; i < marks.length; i++) {
            if (marks[i] != 0) {
                sorted[n++] = clients[i];
            }
        }
        Arrays.sort(sorted);
        int distinct = 0;
        for (int i = 0; i < n; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[distinct++] = sorted[i];
            }
        }
        visit(sorted, distinct, visitor);
    }

    private void visit(long[] keys, int distinct, Visitor visitor) {
        int[] first = new int[distinct];
        Arrays.fill(first, Integer.MAX_VALUE);
        int[] last = new int[distinct];
        int[] bought = new int[distinct];
        for (int i = 0; i < marks.length; i++) {
            if (marks[i] != 0) {
                int at = Arrays.binarySearch(keys, 0, distinct, clients[i]);
                first[at] = Math.min(first[at], marks[i] - 1);
                last[at] = Math.max(last[at], marks[i] - 1);
                bought[at]++;
            }
        }
        for (int i = 0; i < distinct; i++) {
            visitor.visit(first[i], last[i], bought[i]);
        }
    }

    private void grow() {
        long[] oldClients = clients;
        int[] oldMarks = marks;
        clients = new long[2 * oldClients.length];
        marks = new int[2 * oldMarks.length];
        for (int i = 0; i < oldMarks.length; i++) {
            if (oldMarks[i] != 0) {
                int slot = slot(oldClients[i], oldMarks[i] - 1);
                clients[slot] = oldClients[i];
                marks[slot] = oldMarks[i];
            }
        }
    }

    private int slot(long client, int window) {
        long mixed = (client ^ (window * 0x9E37_79B9_7F4A_7C15L)) * 0xD6E8_FEB8_6659_FD93L;
        long spread = (mixed ^ (mixed >>> 32)) * 0xD6E8_FEB8_6659_FD93L;
        int slot = (int) (spread >>> 32) & (marks.length - 1);
        while (marks[slot] != 0 && !(clients[slot] == client && marks[slot] == window + 1)) {
            slot = (slot + 1) & (marks.length - 1);
        }
        return slot;
    }
}
