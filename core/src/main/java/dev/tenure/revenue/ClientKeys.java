package dev.tenure.revenue;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;

/** Numbers clients from 0 in the order of their appearance; a client that is known already costs no object. */
final class ClientKeys implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int FIRST_SLOTS = 16;

    private long[] keys = new long[FIRST_SLOTS / 2];
    private int size;

    /** The number of the client in the slot, plus one; 0 if the slot is free. At least half of the slots are free. */
    private int[] slots = new int[FIRST_SLOTS];

    int size() {
        return size;
    }

    long key(int client) {
        return keys[client];
    }

    /** Returns the client's number, a new one if the key is new. */
    @CanIgnoreReturnValue
    int number(long key) {
        int slot = slot(key);
        if (slots[slot] == 0) {
            if (size == keys.length) {
                grow();
                slot = slot(key);
            }
            keys[size] = key;
            slots[slot] = ++size;
        }
        return slots[slot] - 1;
    }

    void addAll(ClientKeys other) {
        for (int client = 0; client < other.size; client++) {
            number(other.keys[client]);
        }
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int mask = slots.length - 1;
        int slot = (int) (mixed ^ (mixed >>> 32)) & mask;
        while (slots[slot] != 0 && keys[slots[slot] - 1] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, Math.multiplyExact(2, size));
        slots = new int[Math.multiplyExact(2, slots.length)];
        for (int client = 0; client < size; client++) {
            slots[slot(keys[client])] = client + 1;
        }
    }
}
