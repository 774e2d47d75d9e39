package dev.tenure.lifetime.estimation;

import java.util.function.ToDoubleFunction;

/** A figure as a function of the coordinates, on a scale without bounds, with derivatives by differences. */
final class Figure {

    /** A step at which a central difference has nine digits even if the figure has but twelve. */
    static final double STEP = 1e-4;

    private static final double WIDE_STEP = 1e-3;
    /** A change of the coordinates that changes everything that can change. */
    private static final double FAR = 0.5;

    private final Scale scale;
    private final ToDoubleFunction<double[]> function;
    private final boolean isParameter;

    private Figure(Scale scale, ToDoubleFunction<double[]> function, boolean isParameter) {
        this.scale = scale;
        this.function = function;
        this.isParameter = isParameter;
    }

    static Figure of(Scale scale, ToDoubleFunction<double[]> function) {
        return new Figure(scale, function, false);
    }

    static Figure ofParameter(ToDoubleFunction<double[]> function) {
        return new Figure(Scale.LOGARITHM, function, true);
    }

    Scale scale() {
        return scale;
    }

    double value(double[] point) {
        return function.applyAsDouble(point);
    }

    /** Returns the figure by a search; of a parameter without an estimate what it tends to. */
    double of(Search search) {
        if (isParameter && isLost(search)) {
            return search.growth(function) > 0 ? Double.POSITIVE_INFINITY : 0;
        }
        return value(search.point().toArray());
    }

    /** Tells whether the likelihood leaves the figure open, although its search gave a model. */
    boolean isLost(Search search) {
        double[] point = search.point().toArray();
        double value = value(point);
        return search.dependsOnFlat(Vectors.sum(new double[point.length], 1 / value, gradient(point)));
    }

    /** Returns the figure on the scale; not finite where it has no place there. */
    double position(double[] point) {
        return scale.to(value(point));
    }

    /** Returns the derivatives of the figure itself. */
    double[] gradient(double[] point) {
        double[] gradient = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            gradient[i] = (value(moved(point, i, STEP)) - value(moved(point, i, -STEP))) / (2 * STEP);
        }
        return gradient;
    }

    /** Tells whether the figure is the same wherever the coordinates are. */
    boolean isConstant(double[] point) {
        double value = value(point);
        for (int i = 0; i < point.length; i++) {
            if (value(moved(point, i, FAR)) != value || value(moved(point, i, -FAR)) != value) {
                return false;
            }
        }
        return true;
    }

    /** Returns the position with its first derivatives and its second ones. */
    Slope slope(double[] point) {
        double middle = position(point);
        int size = point.length;
        double[] above = new double[size];
        double[] below = new double[size];
        double[] gradient = new double[size];
        double[][] bend = new double[size][size];
        for (int i = 0; i < size; i++) {
            above[i] = position(moved(point, i, WIDE_STEP));
            below[i] = position(moved(point, i, -WIDE_STEP));
            gradient[i] = (above[i] - below[i]) / (2 * WIDE_STEP);
            bend[i][i] = (above[i] - 2 * middle + below[i]) / (WIDE_STEP * WIDE_STEP);
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                double both = position(moved(moved(point, i, WIDE_STEP), j, WIDE_STEP));
                double neither = position(moved(moved(point, i, -WIDE_STEP), j, -WIDE_STEP));
                bend[i][j] = (both + neither + 2 * middle - above[i] - below[i] - above[j] - below[j])
                        / (2 * WIDE_STEP * WIDE_STEP);
                bend[j][i] = bend[i][j];
            }
        }
        return new Slope(middle, gradient, bend);
    }

    private static double[] moved(double[] point, int coordinate, double by) {
        double[] moved = point.clone();
        moved[coordinate] += by;
        return moved;
    }

    /** The position of a figure with its derivatives. */
    static final class Slope {

        private final double position;
        private final double[] gradient;
        private final double[][] bend;

        private Slope(double position, double[] gradient, double[][] bend) {
            this.position = position;
            this.gradient = gradient;
            this.bend = bend;
        }

        double position() {
            return position;
        }

        double[] gradient() {
            return gradient;
        }

        double[][] bend() {
            return bend;
        }

        boolean isFinite() {
            return Double.isFinite(position) && Double.isFinite(Vectors.dot(gradient, gradient));
        }
    }
}
