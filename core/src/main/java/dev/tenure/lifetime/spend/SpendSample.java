package dev.tenure.lifetime.spend;

import dev.tenure.internal.SortedRows;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The distinct pairs of a number of transactions and a total, ascending, each with how many clients have it. Amounts are in major units. */
final class SpendSample {

    private final double[] transactions;
    private final double[] totals;
    private final long[] counts;
    private final long clients;

    private SpendSample(double[] transactions, double[] totals, long[] counts) {
        this.transactions = transactions;
        this.totals = totals;
        this.counts = counts;
        long sum = 0;
        for (long count : counts) {
            sum = Math.addExact(sum, count);
        }
        clients = sum;
    }

    /** Takes rows of a number of transactions and a total in minor units. */
    static SpendSample of(SortedRows rows, int decimalPlaces) {
        int size = rows.size();
        double[] transactions = new double[size];
        double[] totals = new double[size];
        long[] counts = new long[size];
        double minorUnits = Math.pow(10, decimalPlaces);
        for (int i = 0; i < size; i++) {
            transactions[i] = rows.cell(i, 0);
            totals[i] = rows.cell(i, 1) / minorUnits;
            counts[i] = rows.count(i);
        }
        return new SpendSample(transactions, totals, counts);
    }

    /** Returns how many distinct pairs there are. */
    int size() {
        return counts.length;
    }

    long clients() {
        return clients;
    }

    double transactions(int row) {
        return transactions[row];
    }

    double total(int row) {
        return totals[row];
    }

    double mean(int row) {
        return totals[row] / transactions[row];
    }

    /** Returns how many clients there are, one or more; zero can be in a drawn sample. */
    long count(int row) {
        return counts[row];
    }

    boolean hasOneMean() {
        return drawn().mapToDouble(this::mean).distinct().count() <= 1;
    }

    boolean hasOneFrequency() {
        return drawn().mapToDouble(this::transactions).distinct().count() <= 1;
    }

    private IntStream drawn() {
        return IntStream.range(0, size()).filter(row -> counts[row] > 0);
    }

    /** Returns all numbers, those of each pair together. */
    DoubleStream numbers() {
        return IntStream.range(0, size())
                .boxed()
                .flatMapToDouble(row -> DoubleStream.of(transactions[row], totals[row], counts[row]));
    }

    double meanOfLogs() {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += counts[i] * Math.log(mean(i));
        }
        return sum / clients;
    }

    /** Draws as many clients with replacement; the same seed draws the same. */
    SpendSample resampled(long seed) {
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
        return new SpendSample(transactions, totals, drawn);
    }
}
