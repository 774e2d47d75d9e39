package dev.tenure.lifetime.discrete;

import dev.tenure.internal.SortedRows;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The distinct histories of a sample, in ascending order, each with how many clients have it. */
final class RenewalSample {

    private final int[] repeats;
    private final int[] lastWindow;
    private final int[] windows;
    private final long[] counts;
    private final long clients;

    private RenewalSample(int[] repeats, int[] lastWindow, int[] windows, long[] counts) {
        this.repeats = repeats;
        this.lastWindow = lastWindow;
        this.windows = windows;
        this.counts = counts;
        long sum = 0;
        for (long count : counts) {
            sum = Math.addExact(sum, count);
        }
        clients = sum;
    }

    static RenewalSample of(SortedRows rows) {
        int size = rows.size();
        int[] repeats = new int[size];
        int[] lastWindow = new int[size];
        int[] windows = new int[size];
        long[] counts = new long[size];
        for (int i = 0; i < size; i++) {
            repeats[i] = (int) rows.cell(i, 0);
            lastWindow[i] = (int) rows.cell(i, 1);
            windows[i] = (int) rows.cell(i, 2);
            counts[i] = rows.count(i);
        }
        return new RenewalSample(repeats, lastWindow, windows, counts);
    }

    /** Returns how many distinct histories there are. */
    int size() {
        return counts.length;
    }

    long clients() {
        return clients;
    }

    /** Returns {@code x}. */
    int repeats(int row) {
        return repeats[row];
    }

    /** Returns {@code t_x}. */
    int lastWindow(int row) {
        return lastWindow[row];
    }

    /** Returns {@code n}. */
    int windows(int row) {
        return windows[row];
    }

    /** Returns how many clients have the history, one or more; zero can be in a drawn sample. */
    long count(int row) {
        return counts[row];
    }

    int mostWindows() {
        return IntStream.range(0, size())
                .filter(row -> counts[row] > 0)
                .map(row -> windows[row])
                .max()
                .orElse(0);
    }

    /** Returns all numbers, those of each history together. */
    DoubleStream numbers() {
        return IntStream.range(0, size())
                .boxed()
                .flatMapToDouble(
                        row -> DoubleStream.of(repeats[row], lastWindow[row], windows[row], (double) counts[row]));
    }

    long repeats() {
        return sum(repeats);
    }

    long lastWindows() {
        return sum(lastWindow);
    }

    long windows() {
        return sum(windows);
    }

    private long sum(int[] column) {
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum = Math.addExact(sum, Math.multiplyExact(counts[i], column[i]));
        }
        return sum;
    }

    /** Draws as many clients with replacement; the same seed draws the same. */
    RenewalSample resampled(long seed) {
        long[] from = new long[counts.length];
        for (int i = 1; i < from.length; i++) {
            from[i] = from[i - 1] + counts[i - 1];
        }
        SplittableRandom random = new SplittableRandom(seed);
        long[] drawn = new long[counts.length];
        for (long i = 0; i < clients; i++) {
            int found = Arrays.binarySearch(from, random.nextLong(clients));
            drawn[found >= 0 ? found : -found - 2]++;
        }
        return new RenewalSample(repeats, lastWindow, windows, drawn);
    }
}
