package dev.tenure.retention.cohort;

import java.util.ArrayList;
import java.util.List;

/**
 * Gives the clients of some rows small consecutive numbers: by a subtraction where the clients' own numbers are close together,
 * else by a hash table, which is asked once a row.
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

    /** The number of the client of each row, by batch and row; empty where numbers come by subtraction. */
    private final List<int[]> numbersOfRows = new ArrayList<>();

    private int size;

    private ClientIndex(long lowest, int size, int capacity) {
        this.lowest = lowest;
        this.size = size;
        keys = new long[capacity];
        numbers = new int[capacity];
    }

    static ClientIndex of(ActivityRows rows) {
        long lowest = Long.MAX_VALUE;
        long highest = Long.MIN_VALUE;
        long count = 0;
        for (ActivityBatch batch : rows) {
            count += batch.size();
            lowest = Math.min(lowest, batch.lowestClient());
            highest = Math.max(highest, batch.highestClient());
        }
        return of(rows, lowest, highest, count);
    }

    private static ClientIndex of(ActivityRows rows, long lowest, long highest, long count) {
        // of clients far apart the difference overflows to below zero
        long range = highest - lowest;
        if (range >= 0 && range < Math.min(LARGEST_RANGE, Math.max(SMALL_RANGE, ROWS_TO_RANGE * count))) {
            return new ClientIndex(lowest, (int) range + 1, 0);
        }
        ClientIndex index = new ClientIndex(0, 0, INITIAL_CAPACITY);
        for (ActivityBatch batch : rows) {
            int[] numbers = new int[batch.size()];
            for (int row = 0; row < numbers.length; row++) {
                numbers[row] = index.put(batch.client(row));
            }
            index.numbersOfRows.add(numbers);
        }
        return index;
    }

    /** Returns one more than the largest number. */
    int size() {
        return size;
    }

    /** Returns the numbers, from 0, of the clients of a batch at some position; the array may be the given one. */
    int[] numbers(int position, ActivityBatch batch, int[] buffer) {
        if (keys.length > 0) {
            return numbersOfRows.get(position);
        }
        batch.copyNumbers(lowest, buffer);
        return buffer;
    }

    private int put(long client) {
        int slot = slot(client);
        int number = numbers[slot];
        if (number == 0) {
            keys[slot] = client;
            number = ++size;
            numbers[slot] = number;
            if (size > keys.length / 2) {
                grow();
            }
        }
        return number - 1;
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
