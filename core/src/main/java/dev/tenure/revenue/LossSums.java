package dev.tenure.revenue;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.numbers.gamma.Erfc;

/**
 * The distribution of a sum of independent amounts, each of which is lost or not. It is computed for several scenarios of the
 * probabilities at once.
 */
final class LossSums {

    /** How many probabilities of sums are held at most, over all scenarios. */
    static final long MOST_SUMS = 1 << 20;

    /** How many probabilities an exact distribution may take to compute. */
    static final long MOST_WORK = 1 << 25;

    /** How many steps the grid has. */
    static final int GRID = 1 << 14;

    /** How many clients are put on the grid one by one. */
    static final int ON_GRID = 500;

    /** How many standard deviations of a normal sum are kept on either side. */
    private static final double REACH = 8;

    private LossSums() {}

    /** Sums in ascending order, and the probability of each by scenario. */
    static final class Sums {

        private final long[] sums;
        private final double[][] probabilities;

        Sums(long[] sums, double[][] probabilities) {
            this.sums = sums;
            this.probabilities = probabilities;
        }

        long[] sums() {
            return sums;
        }

        double[][] probabilities() {
            return probabilities;
        }
    }

    /**
     * Returns the exact distribution.
     *
     * @param amounts what each client pays, positive, whose sum is a {@code long}
     * @param leaving by scenario, how likely each client leaves
     * @return the distribution; empty if it takes too much work
     */
    static Optional<Sums> exact(long[] amounts, double[][] leaving) {
        long[] sums = {0};
        double[][] probabilities = new double[leaving.length][];
        Arrays.setAll(probabilities, scenario -> new double[] {1});
        long work = 0;
        for (int client = 0; client < amounts.length; client++) {
            long[] next = union(sums, amounts[client]);
            long size = (long) next.length * leaving.length;
            work += size;
            if (size > MOST_SUMS || work > MOST_WORK) {
                return Optional.empty();
            }
            for (int scenario = 0; scenario < leaving.length; scenario++) {
                probabilities[scenario] =
                        spread(sums, probabilities[scenario], next, amounts[client], leaving[scenario][client]);
            }
            sums = next;
        }
        return Optional.of(new Sums(sums, probabilities));
    }

    private static long[] union(long[] sums, long amount) {
        long[] union = new long[2 * sums.length];
        int size = 0;
        int with = 0;
        for (long sum : sums) {
            for (; sums[with] + amount < sum; with++) {
                union[size++] = sums[with] + amount;
            }
            with += sums[with] + amount == sum ? 1 : 0;
            union[size++] = sum;
        }
        for (; with < sums.length; with++) {
            union[size++] = sums[with] + amount;
        }
        return Arrays.copyOf(union, size);
    }

    private static double[] spread(long[] sums, double[] probabilities, long[] next, long amount, double leaving) {
        double[] spread = new double[next.length];
        int stays = 0;
        int leaves = 0;
        for (int i = 0; i < next.length; i++) {
            if (stays < sums.length && sums[stays] == next[i]) {
                spread[i] += (1 - leaving) * probabilities[stays++];
            }
            if (leaves < sums.length && sums[leaves] + amount == next[i]) {
                spread[i] += leaving * probabilities[leaves++];
            }
        }
        return spread;
    }

    /**
     * Returns the distribution on the grid.
     *
     * @param steps what each client pays, in steps of the grid, the clients with the largest variances first
     * @param leaving how likely each client leaves
     * @return the probability of each point of the grid, from 0 on; because amounts are put on two points, some are beyond
     *     {@link #GRID}
     */
    static double[] grid(double[] steps, double[] leaving) {
        int one = Math.min(ON_GRID, steps.length);
        double[] points = new double[GRID + 1 + one];
        points[0] = 1;
        for (int client = 0; client < one; client++) {
            add(points, steps[client], leaving[client]);
        }
        if (one == steps.length) {
            return points;
        }
        double mean = 0;
        double variance = 0;
        for (int client = one; client < steps.length; client++) {
            mean += steps[client] * leaving[client];
            variance += steps[client] * steps[client] * leaving[client] * (1 - leaving[client]);
        }
        return plusNormal(points, mean, Math.sqrt(variance));
    }

    /** Adds a client in place, from the highest point down, because each point takes from lower ones only. */
    private static void add(double[] points, double steps, double leaving) {
        int whole = (int) steps;
        double above = steps - whole;
        for (int i = points.length - 1; i >= 0; i--) {
            double lost = (i >= whole ? points[i - whole] * (1 - above) : 0)
                    + (i > whole ? points[i - whole - 1] * above : 0);
            points[i] = (1 - leaving) * points[i] + leaving * lost;
        }
    }

    private static double[] plusNormal(double[] points, double mean, double deviation) {
        int first = Math.max(0, (int) Math.floor(mean - REACH * deviation));
        int last = Math.min(points.length - 1, (int) Math.ceil(mean + REACH * deviation) + 1);
        double[] normal = new double[last - first + 1];
        for (int i = 0; i < normal.length; i++) {
            normal[i] = hat(first + i - mean, deviation);
        }
        double total = Arrays.stream(normal).sum();
        double[] sums = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            for (int j = 0; points[i] > 0 && j < normal.length; j++) {
                sums[Math.min(points.length - 1, i + first + j)] += points[i] * normal[j] / total;
            }
        }
        return sums;
    }

    /** Returns the share of a normal distribution that a point takes, if what lies between two points goes to both. */
    private static double hat(double distance, double deviation) {
        return deviation == 0
                ? Math.max(0, 1 - Math.abs(distance))
                : integral(distance + 1, deviation)
                        - 2 * integral(distance, deviation)
                        + integral(distance - 1, deviation);
    }

    /** Returns the integral of the normal distribution function up to {@code x}. */
    private static double integral(double x, double deviation) {
        double z = x / deviation;
        return x * Erfc.value(-z / Math.sqrt(2)) / 2 + deviation * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }
}
