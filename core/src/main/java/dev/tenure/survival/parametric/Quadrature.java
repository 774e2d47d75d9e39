package dev.tenure.survival.parametric;

/**
 * Integrals of several functions at once by double-exponential substitution: H. Takahasi and M. Mori, <i>Publications of the Research Institute
 * for Mathematical Sciences</i> 9 (1974), 721-741.
 */
final class Quadrature {

    private static final double HALF_PI = Math.PI / 2;
    private static final double FIRST_STEP = 0.5;
    private static final int MOST_HALVINGS = 8;
    private static final double TOLERANCE = 1e-13;
    /** Beyond, the weights in a finite interval are below the last digit. */
    private static final double FINITE_REACH = 3.5;
    /** Beyond, abscissas on the half-line are larger or smaller than any that matters. */
    private static final double HALF_LINE_REACH = 6;

    private Quadrature() {}

    /** Several functions of one number. */
    @FunctionalInterface
    interface Functions {

        /** Fills in the values of the functions; where their decline takes them below the smallest number, zeros. */
        void at(double x, double[] values);
    }

    /** Returns the integrals from {@code from} to {@code to}, both finite. */
    static double[] between(double from, double to, int size, Functions functions) {
        return trapezoid(FINITE_REACH, size, (s, values) -> {
            double grown = HALF_PI * Math.sinh(Math.abs(s));
            // the share of the interval between the abscissa and the nearer end
            double share = 1 / (1 + Math.exp(2 * grown));
            double distance = share * (to - from);
            functions.at(s < 0 ? from + distance : to - distance, values);
            return 2 * HALF_PI * Math.cosh(s) * share * (1 - share) * (to - from);
        });
    }

    /** Returns the integrals from zero to infinity of functions that decline exponentially. */
    static double[] overHalfLine(int size, Functions functions) {
        return trapezoid(HALF_LINE_REACH, size, (s, values) -> {
            double x = Math.exp(HALF_PI * Math.sinh(s));
            functions.at(x, values);
            return HALF_PI * Math.cosh(s) * x;
        });
    }

    /** Fills in the values at a point of the substituted line and returns their weight. */
    @FunctionalInterface
    private interface Substituted {
        double at(double s, double[] values);
    }

    private static double[] trapezoid(double reach, int size, Substituted substituted) {
        double step = FIRST_STEP;
        double[] sums = new double[size];
        addAt(0, substituted, sums);
        add(step, step, reach, substituted, sums);
        double[] previous = scaled(sums, step);
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            add(step / 2, step, reach, substituted, sums);
            step /= 2;
            double[] next = scaled(sums, step);
            if (halving > 0 && areClose(previous, next)) {
                return next;
            }
            previous = next;
        }
        return previous;
    }

    private static void add(double first, double step, double reach, Substituted substituted, double[] sums) {
        for (double s = first; s <= reach; s += step) {
            addAt(s, substituted, sums);
            addAt(-s, substituted, sums);
        }
    }

    private static void addAt(double s, Substituted substituted, double[] sums) {
        double[] values = new double[sums.length];
        double weight = substituted.at(s, values);
        for (int i = 0; i < sums.length; i++) {
            // a weight may be beyond all numbers where the functions are below them
            sums[i] += values[i] == 0 ? 0 : weight * values[i];
        }
    }

    private static double[] scaled(double[] sums, double factor) {
        double[] scaled = sums.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return scaled;
    }

    private static boolean areClose(double[] a, double[] b) {
        double largest = 0;
        double difference = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(b[i]));
            difference = Math.max(difference, Math.abs(a[i] - b[i]));
        }
        return difference <= TOLERANCE * largest;
    }
}
