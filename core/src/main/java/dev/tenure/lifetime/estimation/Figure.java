package dev.tenure.lifetime.estimation;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** A figure as a function of the coordinates, on a scale without bounds, with derivatives by differences. */
final class Figure {

    /** A step at which a central difference has nine digits even if the figure has but twelve. */
    static final double STEP = 1e-4;

    private static final double WIDE_STEP = 1e-3;
    /** A change of the coordinates that changes everything that can change. */
    private static final double FAR = 0.5;
    /** How much the logarithm of a figure that runs away grows by a step along which the likelihood rises for ever, at least. */
    private static final double RUNS = 0.1;

    private final Scale scale;
    private final ToDoubleFunction<double[]> function;
    private final Function<double[], Outcome<Double>> outcome;
    private final Predicate<double[]> isGap;
    private final boolean isParameter;

    private Figure(
            Scale scale,
            ToDoubleFunction<double[]> function,
            Function<double[], Outcome<Double>> outcome,
            Predicate<double[]> isGap,
            boolean isParameter) {
        this.scale = scale;
        this.function = function;
        this.outcome = outcome;
        this.isGap = isGap;
        this.isParameter = isParameter;
    }

    static Figure of(Scale scale, ToDoubleFunction<double[]> function) {
        return of(scale, function, false);
    }

    static Figure ofParameter(ToDoubleFunction<double[]> function) {
        return of(Scale.LOGARITHM, function, true);
    }

    private static Figure of(Scale scale, ToDoubleFunction<double[]> function, boolean isParameter) {
        return new Figure(
                scale, function, point -> Estimator.finite(function.applyAsDouble(point)), point -> false, isParameter);
    }

    /** Returns the figure that a model may lack; where there is no model, there is nothing at all. */
    static Figure ofOutcome(Scale scale, Function<double[], Optional<Outcome<Double>>> function) {
        return new Figure(
                scale,
                point -> function.apply(point).map(Figure::number).orElse(Double.NaN),
                point -> function.apply(point).orElseGet(() -> Estimator.finite(Double.POSITIVE_INFINITY)),
                point -> function.apply(point).map(its -> !its.isDefined()).orElse(false),
                false);
    }

    private static double number(Outcome<Double> outcome) {
        boolean isInfinite =
                outcome instanceof Outcome.Undefined<Double> undefined && undefined.reason() == Reason.NOT_FINITE;
        return outcome.toOptional().orElse(isInfinite ? Double.POSITIVE_INFINITY : Double.NaN);
    }

    /** Returns the same figure, which adds to a list where it was asked for and a model lacks it. */
    Figure watched(List<double[]> gaps) {
        return new Figure(
                scale,
                point -> {
                    double value = function.applyAsDouble(point);
                    if (!Double.isFinite(value) && isGap.test(point)) {
                        gaps.add(point.clone());
                    }
                    return value;
                },
                outcome,
                isGap,
                isParameter);
    }

    /** Tells whether this is a parameter, which may be negative and then has no place on its scale. */
    boolean isParameter() {
        return isParameter;
    }

    Scale scale() {
        return scale;
    }

    double value(double[] point) {
        return function.applyAsDouble(point);
    }

    /** Returns the figure, or why there is none. */
    Outcome<Double> outcome(double[] point) {
        return outcome.apply(point);
    }

    /** Returns the figure by a search; of one that runs away with the parameters, what it tends to. */
    double of(Search search) {
        double value = value(search.point().toArray());
        if (!search.isBoundary()) {
            return value;
        }
        if (scale == Scale.LOGARITHM && isLost(search)) {
            double growth = search.growth(function);
            if (isParameter || Math.abs(growth) >= RUNS) {
                return growth > 0 ? Double.POSITIVE_INFINITY : 0;
            }
        }
        return scale.atBoundary(value);
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
