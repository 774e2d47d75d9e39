package dev.tenure.retention;

/**
 * Gives the clients of some rows small consecutive numbers: by a subtraction where the clients' own numbers are close together,
 * else by a hash table.
 */
final class ClientIndex {

    /** A table of numbers is used if it has no more entries than this, or than so many times the rows. */
    private static final long SMALL_RANGE = 1 << 16;

    private static final long ROWS_TO_RANGE = 2;
    private static final long LARGEST_RANGE = 1 << 30;
    private static final int INITIAL_CAPACITY = 1 << 10;

    private final long lowest;

    /** Empty where numbers come by subtraction. */
    private long[] keys;

    /** The client's number plus one, or zero in a free slot. */
    private int[] numbers;

    private int size;

    private ClientIndex(long lowest, int size, int capacity) {
        this.lowest = lowest;
        this.size = size;
        keys = new long[capacity];
        numbers = new int[capacity];
    }

    static ClientIndex of(RowLog rows) {
        long lowest = Long.MAX_VALUE;
        long highest = Long.MIN_VALUE;
        long count = 0;
        for (RowLog.Chunk chunk : rows) {
            count += chunk.size;
            for (int row = 0; row < chunk.size; row++) {
                lowest = Math.min(lowest, chunk.clients[row]);
                highest = Math.max(highest, chunk.clients[row]);
            }
        }
        return of(rows, lowest, highest, count);
    }

    private static ClientIndex of(RowLog rows, long lowest, long highest, long count) {
        // of clients far apart the difference overflows to below zero
        long range = highest - lowest;
        if (range >= 0 && range < Math.min(LARGEST_RANGE, Math.max(SMALL_RANGE, ROWS_TO_RANGE * count))) {
            return new ClientIndex(lowest, (int) range + 1, 0);
        }
        ClientIndex index = new ClientIndex(0, 0, INITIAL_CAPACITY);
        for (RowLog.Chunk chunk : rows) {
            for (int row = 0; row < chunk.size; row++) {
                index.put(chunk.clients[row]);
            }
        }
        return index;
    }

    /** Returns one more than the largest number. */
    int size() {
        return size;
    }

    /** Returns the number of a client of the rows, from 0. */
    int numberOf(long client) {
        return keys.length == 0 ? (int) (client - lowest) : numbers[slot(client)] - 1;
    }

    private void put(long client) {
        int slot = slot(client);
        if (numbers[slot] == 0) {
            keys[slot] = client;
            numbers[slot] = ++size;
            if (size > keys.length / 2) {
                grow();
            }
        }
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new long[Math.multiplyExact(2, oldKeys.length)];
        numbers = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldNumbers[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                numbers[slot] = oldNumbers[i];
            }
        }
    }

    /** Returns the slot of a client, or the free one in which to put it. */
    private int slot(long client) {
        int mask = keys.length - 1;
        int slot = (int) mix(client) & mask;
        while (numbers[slot] != 0 && keys[slot] != client) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** The finaliser of SplitMix64 (G. Steele, D. Lea, C. Flood, OOPSLA 2014). */
    private static long mix(long key) {
        long first = (key ^ (key >>> 30)) * 0xBF58476D1CE4E5B9L;
        long second = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
        return second ^ (second >>> 31);
    }
}
