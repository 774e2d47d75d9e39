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

    /** A probability that is left out at the ends of the grid: all that is left out together is far below any rounding shown. */
    private static final double NEGLIGIBLE = 1e-18;

    /** How many sums have to be all different before the sums of further clients are taken to be, too. */
    private static final int DISTINCT = 1 << 10;

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
            long atLeast = work + size * (amounts.length - client - 1);
            if (size > MOST_SUMS
                    || atLeast > MOST_WORK
                    || keepsDoubling(next.length, amounts, client, MOST_SUMS / leaving.length)) {
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

    /**
     * Tells whether there will be too many sums if those of different amounts go on to be different, which all have been so far.
     * Sums that have to meet, because all amounts are small multiples of one or are few, are not given up.
     */
    private static boolean keepsDoubling(int sums, long[] amounts, int client, long most) {
        return sums >= DISTINCT
                && client + 1 < Integer.SIZE
                && sums == (1L << (client + 1))
                && Arrays.stream(amounts).sum() >= most
                && Math.pow(2, (double) Arrays.stream(amounts).distinct().count()) > (double) most;
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
        Points points = new Points(GRID + 1 + one);
        for (int client = 0; client < one; client++) {
            points.add(steps[client], leaving[client]);
        }
        if (one == steps.length) {
            return points.at;
        }
        double mean = 0;
        double variance = 0;
        for (int client = one; client < steps.length; client++) {
            mean += steps[client] * leaving[client];
            variance += steps[client] * steps[client] * leaving[client] * (1 - leaving[client]);
        }
        return points.plusNormal(mean, Math.sqrt(variance));
    }

    /** The probabilities of the points of the grid. Those outside of {@code first} to {@code last} are zero. */
    private static final class Points {

        private final double[] at;
        private int first;
        private int last;

        Points(int size) {
            at = new double[size];
            at[0] = 1;
        }

        /** Adds a client in place, from the highest point down, because each point takes from lower ones only. */
        void add(double steps, double leaving) {
            int whole = (int) steps;
            double above = leaving * (steps - whole);
            double below = leaving - above;
            int top = Math.min(at.length - 1, last + whole + 1);
            int both = Math.min(top + 1, first + whole + 1);
            for (int i = top; i >= both; i--) {
                at[i] = (1 - leaving) * at[i] + below * at[i - whole] + above * at[i - whole - 1];
            }
            if (both <= top + 1 && both - 1 - whole >= first) {
                at[both - 1] = (1 - leaving) * at[both - 1] + below * at[both - 1 - whole];
            }
            for (int i = both - 2; i >= first; i--) {
                at[i] *= 1 - leaving;
            }
            last = top;
            cut();
        }

        /** Leaves out what is too unlikely to matter on either side, which would cost as much as the rest. */
        private void cut() {
            while (at[last] < NEGLIGIBLE) {
                at[last--] = 0;
            }
            while (at[first] < NEGLIGIBLE) {
                at[first++] = 0;
            }
        }

        double[] plusNormal(double mean, double deviation) {
            int from = Math.max(0, (int) Math.floor(mean - REACH * deviation));
            int to = Math.min(at.length - 1, (int) Math.ceil(mean + REACH * deviation) + 1);
            double[] normal = new double[to - from + 1];
            for (int i = 0; i < normal.length; i++) {
                normal[i] = hat(from + i - mean, deviation);
            }
            double total = Arrays.stream(normal).sum();
            double[] sums = new double[at.length];
            for (int i = first; i <= last; i++) {
                double share = at[i] / total;
                for (int j = 0; j < normal.length; j++) {
                    sums[Math.min(at.length - 1, i + from + j)] += share * normal[j];
                }
            }
            return sums;
        }
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
