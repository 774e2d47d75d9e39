package dev.tenure.survival;

import dev.tenure.internal.Cholesky;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Finds the most likely masses on the innermost intervals: some steps of self-consistency, then Newton's method on those intervals that hold mass,
 * dropping those that lose it and taking in those that the gradient asks for.
 *
 * <p>With the multiplier of the sum of the masses known to be the sum of the weights, the sum need not be held at one on the way.
 */
final class NonparametricSearch {

    /** Up to this excess of the gradient the search has ended. */
    static final double TOLERANCE = 1e-12;

    private static final int FIRST_STEPS = 100;
    private static final int ROUNDS = 20;
    private static final int MOST_NEWTON_STEPS = 500;
    private static final int MOST_HALVINGS = 50;
    /** Beyond, the matrix takes longer than the steps it saves. */
    private static final int LARGEST_MATRIX = 600;

    private static final double SINGULAR = 1e-11;
    /** A mass this small beside the largest is left out at first. */
    private static final double TINY = 1e-5;

    private final InnermostIntervals intervals;
    private final int size;
    private final double total;
    private double[] masses;
    private double[] probabilities;
    private double[] gradient;
    private double logLikelihood;
    private int steps;

    private NonparametricSearch(InnermostIntervals intervals) {
        this.intervals = intervals;
        size = intervals.size();
        double sum = 0;
        for (int i = 0; i < intervals.rows(); i++) {
            sum += intervals.weight(i);
        }
        total = sum;
        masses = new double[size];
        Arrays.fill(masses, 1.0 / size);
        probabilities = new double[intervals.rows()];
        gradient = new double[size];
        evaluate();
    }

    static NonparametricSearch of(InnermostIntervals intervals) {
        NonparametricSearch search = new NonparametricSearch(intervals);
        for (int round = 0; round < ROUNDS && search.gap() > TOLERANCE; round++) {
            search.consistencySteps(FIRST_STEPS << Math.min(round, 4));
            search.polish();
        }
        return search;
    }

    double mass(int interval) {
        return masses[interval];
    }

    double logLikelihood() {
        return logLikelihood;
    }

    int steps() {
        return steps;
    }

    /** Returns by how much the largest gradient exceeds one, for masses without mass or, on either side, with it. */
    double gap() {
        double gap = 0;
        for (int j = 0; j < size; j++) {
            gap = Math.max(gap, masses[j] > 0 ? Math.abs(gradient[j] - 1) : gradient[j] - 1);
        }
        return gap;
    }

    private void consistencySteps(int count) {
        for (int i = 0; i < count && gap() > TOLERANCE; i++) {
            for (int j = 0; j < size; j++) {
                masses[j] *= gradient[j];
            }
            evaluate();
            steps++;
        }
    }

    /** Fills in the probability of each row, the gradient of each interval and the log-likelihood. */
    private void evaluate() {
        double[] sums = new double[size + 1];
        for (int j = 0; j < size; j++) {
            sums[j + 1] = sums[j] + masses[j];
        }
        double[] changes = new double[size + 1];
        logLikelihood = 0;
        for (int i = 0; i < intervals.rows(); i++) {
            int first = intervals.first(i);
            int last = intervals.last(i);
            // one mass is known to more digits than the difference of two sums
            probabilities[i] = first == last ? masses[first] : sums[last + 1] - sums[first];
            double slope = intervals.weight(i) / probabilities[i];
            changes[first] += slope;
            changes[last + 1] -= slope;
            logLikelihood += intervals.weight(i) * Math.log(probabilities[i]);
        }
        double slope = 0;
        for (int j = 0; j < size; j++) {
            slope += changes[j];
            gradient[j] = slope / total;
        }
    }

    private void polish() {
        double largest = Arrays.stream(masses).max().orElse(0);
        BitSet support = new BitSet(size);
        for (int j = 0; j < size; j++) {
            support.set(j, masses[j] > TINY * largest || gradient[j] > 1);
        }
        if (support.cardinality() > LARGEST_MATRIX) {
            return;
        }
        double[] before = masses.clone();
        double gapBefore = gap();
        for (int j = support.nextClearBit(0); j < size; j = support.nextClearBit(j + 1)) {
            masses[j] = 0;
        }
        evaluate();
        if (Double.isFinite(logLikelihood)) {
            newtonSteps(support);
            normalise();
        }
        if (!(gap() < gapBefore)) {
            masses = before;
            evaluate();
        }
    }

    private void normalise() {
        double sum = Arrays.stream(masses).sum();
        for (int j = 0; j < size; j++) {
            masses[j] /= sum;
        }
        evaluate();
    }

    private void newtonSteps(BitSet support) {
        for (int i = 0; i < MOST_NEWTON_STEPS; i++) {
            steps++;
            boolean moved = newtonStep(support);
            if (!moved || slopeWithin(support) <= TOLERANCE / 10) {
                int worst = worstOutside(support);
                if (worst < 0 || (!moved && support.get(worst))) {
                    return;
                }
                support.set(worst);
            }
        }
    }

    private double slopeWithin(BitSet support) {
        return support.stream()
                .mapToDouble(j -> Math.abs(gradient[j] - 1))
                .max()
                .orElse(0);
    }

    /** Returns the interval without mass that would gain most from some, negative if none would. */
    private int worstOutside(BitSet support) {
        int worst = -1;
        double most = 1 + TOLERANCE / 10;
        for (int j = support.nextClearBit(0); j < size; j = support.nextClearBit(j + 1)) {
            if (gradient[j] > most) {
                most = gradient[j];
                worst = j;
            }
        }
        return worst;
    }

    /** Goes at most as far as a mass would fall below zero, and leaves that one out. */
    private boolean newtonStep(BitSet support) {
        int[] members = support.stream().toArray();
        double[] slope = Arrays.stream(members)
                .mapToDouble(j -> total * (gradient[j] - 1))
                .toArray();
        double[] direction = Cholesky.of(curvature(members), SINGULAR).solve(slope);
        double length = 1;
        int blocking = -1;
        for (int k = 0; k < members.length; k++) {
            double mass = masses[members[k]];
            if (mass + length * direction[k] < 0) {
                length = mass / -direction[k];
                blocking = k;
            }
        }
        double[] start = masses.clone();
        double before = objective();
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            for (int k = 0; k < members.length; k++) {
                masses[members[k]] = k == blocking ? 0 : Math.max(0, start[members[k]] + length * direction[k]);
            }
            evaluate();
            if (objective() >= before - 1e-14 * Math.abs(before)) {
                if (blocking >= 0) {
                    support.clear(members[blocking]);
                }
                return true;
            }
            length /= 2;
            blocking = -1;
        }
        masses = start;
        evaluate();
        return false;
    }

    private double objective() {
        double objective = logLikelihood - total * Arrays.stream(masses).sum();
        return Double.isNaN(objective) ? Double.NEGATIVE_INFINITY : objective;
    }

    /** Returns the negative second derivatives by the masses of some intervals, ascending. */
    private double[][] curvature(int[] members) {
        int m = members.length;
        double[][] changes = new double[m + 1][m + 1];
        int[] rank = new int[size + 1];
        for (int j = 0, k = 0; j <= size; j++) {
            rank[j] = k;
            k += k < m && members[k] == j ? 1 : 0;
        }
        for (int i = 0; i < intervals.rows(); i++) {
            int from = rank[intervals.first(i)];
            int to = rank[intervals.last(i) + 1];
            double weight = intervals.weight(i) / (probabilities[i] * probabilities[i]);
            changes[from][from] += weight;
            changes[from][to] -= weight;
            changes[to][from] -= weight;
            changes[to][to] += weight;
        }
        for (int i = 0; i < m; i++) {
            for (int j = 1; j <= m; j++) {
                changes[i][j] += changes[i][j - 1];
            }
        }
        double[][] curvature = new double[m][];
        for (int i = 0; i < m; i++) {
            curvature[i] = Arrays.copyOf(changes[i], m);
            for (int j = 0; i > 0 && j < m; j++) {
                curvature[i][j] += curvature[i - 1][j];
            }
        }
        return curvature;
    }
}
