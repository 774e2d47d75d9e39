package dev.tenure.survival.prediction;

/**
 * Weights by the rank of a score, in a Fenwick tree: says in {@code log n} how much lies below, at and above a rank. Beside the weights it counts
 * the rows, so that where there are none the weight is exactly 0, whatever was added and removed before.
 */
final class RankedWeights {

    private final int[] rowsTree;
    private final double[] tree;
    private final int[] rowsAt;
    private final double[] at;
    private int rows;
    private double all;

    private double lower;
    private double equal;
    private double higher;

    RankedWeights(int ranks) {
        rowsTree = new int[ranks + 1];
        tree = new double[ranks + 1];
        rowsAt = new int[ranks];
        at = new double[ranks];
    }

    void add(int rank, double weight) {
        change(rank, 1, weight);
    }

    void remove(int rank, double weight) {
        change(rank, -1, -weight);
    }

    private void change(int rank, int row, double weight) {
        rows += row;
        all += weight;
        rowsAt[rank] += row;
        at[rank] += weight;
        for (int node = rank + 1; node < tree.length; node += node & -node) {
            rowsTree[node] += row;
            tree[node] += weight;
        }
    }

    /** Splits what is held by a rank; the parts are then told by the methods below. */
    void split(int rank) {
        int rowsBelow = 0;
        double below = 0;
        for (int node = rank; node > 0; node &= node - 1) {
            rowsBelow += rowsTree[node];
            below += tree[node];
        }
        lower = rowsBelow == 0 ? 0 : below;
        equal = rowsAt[rank] == 0 ? 0 : at[rank];
        higher = rows == rowsBelow + rowsAt[rank] ? 0 : all - below - at[rank];
    }

    double lower() {
        return lower;
    }

    double equal() {
        return equal;
    }

    double higher() {
        return higher;
    }
}
