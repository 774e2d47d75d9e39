package dev.tenure.lifetime.noncontractual;

import dev.tenure.lifetime.estimation.SampleIdentity;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The distinct histories of a sample, ascending by repeats, recency and age, each with how many clients have it. */
final class PurchaseSample {

    private final ChronoUnit unit;
    private final long[] repeats;
    private final double[] recency;
    private final double[] age;
    private final long[] counts;
    private final long clients;

    /** Takes the arrays as they are; nothing else may hold them. */
    PurchaseSample(ChronoUnit unit, long[] repeats, double[] recency, double[] age, long[] counts) {
        this.unit = unit;
        this.repeats = repeats;
        this.recency = recency;
        this.age = age;
        this.counts = counts;
        long sum = 0;
        for (long count : counts) {
            sum = Math.addExact(sum, count);
        }
        clients = sum;
    }

    /** Returns the unit of the times. */
    ChronoUnit unit() {
        return unit;
    }

    /** Returns how many distinct histories there are. */
    int size() {
        return counts.length;
    }

    /** Returns how many clients there are. */
    long clients() {
        return clients;
    }

    /** Returns {@code x}. */
    long repeats(int row) {
        return repeats[row];
    }

    /** Returns {@code t_x}. */
    double recency(int row) {
        return recency[row];
    }

    /** Returns {@code T}. */
    double age(int row) {
        return age[row];
    }

    /** Returns how many clients have the history, one or more; zero can be in a drawn sample. */
    long count(int row) {
        return counts[row];
    }

    /** Returns by what the sample is told from others. */
    SampleIdentity identity() {
        return SampleIdentity.of(
                unit.toString(),
                IntStream.range(0, size())
                        .boxed()
                        .flatMapToDouble(row ->
                                DoubleStream.of((double) repeats[row], recency[row], age[row], (double) counts[row])));
    }

    /** Draws as many clients with replacement; the same seed draws the same. */
    PurchaseSample resampled(long seed) {
        long[] upTo = counts.clone();
        for (int i = 1; i < upTo.length; i++) {
            upTo[i] += upTo[i - 1];
        }
        SplittableRandom random = new SplittableRandom(seed);
        long[] drawn = new long[counts.length];
        for (long i = 0; i < clients; i++) {
            int found = Arrays.binarySearch(upTo, random.nextLong(clients) + 1);
            drawn[found >= 0 ? firstOf(upTo, found) : -found - 1]++;
        }
        return new PurchaseSample(unit, repeats, recency, age, drawn);
    }

    /** Rows that a draw has left out repeat the sum of the row before. */
    private static int firstOf(long[] upTo, int found) {
        int first = found;
        while (first > 0 && upTo[first - 1] == upTo[found]) {
            first--;
        }
        return first;
    }
}
