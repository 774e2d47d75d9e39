package dev.tenure.lifetime.noncontractual;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Samples for tests. */
final class ParetoNbdSamples {

    private ParetoNbdSamples() {}

    /** The committed sample. */
    static PurchaseSample drawn() {
        return of(ParetoNbdGoldenTest.lines("pareto-nbd-sample.csv")
                .map(line -> Arrays.stream(line.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList());
    }

    /** Makes a sample of rows of repeats, recency, age and count. */
    static PurchaseSample of(List<double[]> rows) {
        List<double[]> sorted = rows.stream()
                .sorted(Comparator.<double[]>comparingDouble(row -> row[0])
                        .thenComparingDouble(row -> row[1])
                        .thenComparingDouble(row -> row[2]))
                .toList();
        return new PurchaseSample(
                ChronoUnit.WEEKS,
                sorted.stream().mapToLong(row -> (long) row[0]).toArray(),
                sorted.stream().mapToDouble(row -> row[1]).toArray(),
                sorted.stream().mapToDouble(row -> row[2]).toArray(),
                sorted.stream().mapToLong(row -> (long) row[3]).toArray());
    }

    /** Draws clients of 26 to 78 weeks by the story of the model; r and s are whole numbers, so that gamma laws are sums of exponential ones. */
    static PurchaseSample simulated(int clients, int r, double alpha, int s, double beta, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return of(IntStream.range(0, clients)
                .mapToObj(client -> simulated(r, alpha, s, beta, random))
                .toList());
    }

    private static double[] simulated(int r, double alpha, int s, double beta, SplittableRandom random) {
        double age = 26 + random.nextInt(53);
        double buying = gamma(r, random) / alpha;
        double leaves = Math.min(age, gamma(1, random) / (gamma(s, random) / beta));
        int repeats = 0;
        double last = 0;
        for (double next = gamma(1, random) / buying; next <= leaves; next += gamma(1, random) / buying) {
            repeats++;
            last = next;
        }
        return new double[] {repeats, last, age, 1};
    }

    private static double gamma(int shape, SplittableRandom random) {
        double sum = 0;
        for (int i = 0; i < shape; i++) {
            sum -= Math.log1p(-random.nextDouble());
        }
        return sum;
    }
}
