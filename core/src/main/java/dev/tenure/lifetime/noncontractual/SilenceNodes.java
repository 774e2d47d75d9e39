package dev.tenure.lifetime.noncontractual;

/**
 * Nodes in (0, 1) for integrals of products of powers over a time of silence, with their weights: those of Gauss and Legendre in {@code v}, where the share of the time
 * is \( (e^v - 1) / (e^V - 1) \). They depend on the width {@code V} only, and widths are rounded up to halves, so that no
 * exponential is left to be computed.
 */
final class SilenceNodes {

    /** Steps a unit of width. */
    private static final int STEPS = 2;

    private static final int WIDEST = 60;
    private static final double PANEL = 6;
    /** So many nodes, and four more a unit of width, are right to 1e-12 up to the width of a panel. */
    private static final int FEWEST = 5;

    private static final int A_UNIT = 4;
    private static final SilenceNodes[] BY_WIDTH = tables();

    private final double[] shares;
    private final double[] weights;

    private SilenceNodes(double width) {
        int panels = (int) Math.ceil(width / PANEL);
        double length = width / panels;
        GaussLegendre rule = GaussLegendre.of(FEWEST + (int) Math.ceil(A_UNIT * length));
        shares = new double[panels * rule.size()];
        weights = new double[shares.length];
        for (int i = 0; i < shares.length; i++) {
            int panel = i / rule.size();
            double v = length * (panel + rule.node(i % rule.size()));
            shares[i] = Math.expm1(v) / Math.expm1(width);
            weights[i] = length * rule.weight(i % rule.size()) * Math.exp(v) / Math.expm1(width);
        }
    }

    private static SilenceNodes[] tables() {
        SilenceNodes[] tables = new SilenceNodes[STEPS * WIDEST];
        for (int i = 0; i < tables.length; i++) {
            tables[i] = new SilenceNodes((i + 1.0) / STEPS);
        }
        return tables;
    }

    /** Returns the nodes for a width of at least {@code V}. */
    static SilenceNodes of(double width) {
        return BY_WIDTH[Math.min((int) (STEPS * width), BY_WIDTH.length - 1)];
    }

    int size() {
        return shares.length;
    }

    /** Returns a share of the time. */
    double share(int index) {
        return shares[index];
    }

    /** Returns the weight of a share; all add up to about 1. */
    double weight(int index) {
        return weights[index];
    }
}
