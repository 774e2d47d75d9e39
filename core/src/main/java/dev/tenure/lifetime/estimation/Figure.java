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
        return search.changeAlongFlat(gradient(point)) > Search.DEPENDS * value(point);
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

    /** Returns the position with its first derivatives, and its second ones along the coordinates. */
    Slope slope(double[] point) {
        double middle = position(point);
        double[] gradient = new double[point.length];
        double[] bends = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            double above = position(moved(point, i, WIDE_STEP));
            double below = position(moved(point, i, -WIDE_STEP));
            gradient[i] = (above - below) / (2 * WIDE_STEP);
            bends[i] = (above - 2 * middle + below) / (WIDE_STEP * WIDE_STEP);
        }
        return new Slope(middle, gradient, bends);
    }

    /** Returns the second derivatives of the position by two coordinates each, with zeros on the diagonal. */
    double[][] twist(double[] point) {
        double[][] twist = new double[point.length][point.length];
        for (int i = 0; i < point.length; i++) {
            for (int j = 0; j < i; j++) {
                double[] up = moved(point, i, WIDE_STEP);
                double[] down = moved(point, i, -WIDE_STEP);
                twist[i][j] = (position(moved(up, j, WIDE_STEP))
                                - position(moved(up, j, -WIDE_STEP))
                                - position(moved(down, j, WIDE_STEP))
                                + position(moved(down, j, -WIDE_STEP)))
                        / (4 * WIDE_STEP * WIDE_STEP);
                twist[j][i] = twist[i][j];
            }
        }
        return twist;
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
        private final double[] bends;

        private Slope(double position, double[] gradient, double[] bends) {
            this.position = position;
            this.gradient = gradient;
            this.bends = bends;
        }

        double position() {
            return position;
        }

        double[] gradient() {
            return gradient;
        }

        double[] bends() {
            return bends;
        }

        boolean isFinite() {
            double norm = Vectors.dot(gradient, gradient);
            return Double.isFinite(position) && norm >= Double.MIN_NORMAL && norm < Double.POSITIVE_INFINITY;
        }
    }
}
