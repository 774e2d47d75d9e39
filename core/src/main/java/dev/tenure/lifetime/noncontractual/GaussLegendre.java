package dev.tenure.lifetime.noncontractual;

/**
 * The nodes and weights by which a smooth function is integrated from 0 to 1: exact for polynomials of a degree below twice the number of nodes. Both are found by
 * Newton's method on the Legendre polynomial.
 */
final class GaussLegendre {

    private static final int MOST_STEPS = 20;
    private static final double NEGLIGIBLE = 1e-15;

    private final double[] nodes;
    private final double[] weights;

    private GaussLegendre(double[] nodes, double[] weights) {
        this.nodes = nodes;
        this.weights = weights;
    }

    static GaussLegendre of(int size) {
        double[] nodes = new double[size];
        double[] weights = new double[size];
        for (int i = 0; i < size; i++) {
            double root = Math.cos(Math.PI * (i + 0.75) / (size + 0.5));
            double slope = 0;
            double step = 1;
            for (int n = 0; n < MOST_STEPS && Math.abs(step) > NEGLIGIBLE; n++) {
                double[] polynomial = legendre(size, root);
                slope = polynomial[1];
                step = polynomial[0] / slope;
                root -= step;
            }
            nodes[i] = (1 - root) / 2;
            weights[i] = 1 / ((1 - root * root) * slope * slope);
        }
        return new GaussLegendre(nodes, weights);
    }

    /** Returns the polynomial and its slope. */
    private static double[] legendre(int size, double at) {
        double before = 1;
        double value = at;
        for (int n = 2; n <= size; n++) {
            double next = ((2 * n - 1) * at * value - (n - 1) * before) / n;
            before = value;
            value = next;
        }
        return new double[] {value, size * (at * value - before) / (at * at - 1)};
    }

    int size() {
        return nodes.length;
    }

    /** Returns a node, in (0, 1). */
    double node(int index) {
        return nodes[index];
    }

    /** Returns the weight of a node; all add up to 1. */
    double weight(int index) {
        return weights[index];
    }
}
