package dev.tenure.lifetime.discrete;

/** The logarithms of the rising factorials of one number, each factor divided by a unit, with their derivatives. */
final class RisingTable {

    private final double base;
    private final double[] logs;
    private final double[] slopes;
    private final double[] bends;

    RisingTable(double base, double unit, int most) {
        this.base = base;
        logs = new double[most + 1];
        slopes = new double[most + 1];
        bends = new double[most + 1];
        for (int k = 0; k < most; k++) {
            double factor = base + k;
            double excess = (base - unit + k) / unit;
            logs[k + 1] = logs[k] + (excess > -0.5 ? Math.log1p(excess) : Math.log(factor / unit));
            slopes[k + 1] = slopes[k] + 1 / factor;
            bends[k + 1] = bends[k] + 1 / factor / factor;
        }
    }

    double base() {
        return base;
    }

    /** Returns the factor of a step. */
    double factor(int step) {
        return base + step;
    }

    /** Returns the logarithm of the product of the first steps, in units. */
    double log(int steps) {
        return logs[steps];
    }

    /** Returns its first derivative. */
    double slope(int steps) {
        return slopes[steps];
    }

    /** Returns the negative of its second derivative. */
    double bend(int steps) {
        return bends[steps];
    }
}
