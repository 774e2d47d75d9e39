package dev.tenure.lifetime.estimation;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.internal.Eigen;
import java.util.function.ToDoubleFunction;

/**
 * What the search for the highest likelihood has found.
 *
 * @param status how it ended
 * @param point the best point; empty if none was looked for
 * @param logLikelihood the log-likelihood there, without the prior
 * @param covariance the covariance of the coordinates, row by row, over the directions that are not flat; empty if there is none
 * @param flat the directions in which the likelihood is flat, each of length one; empty unless at a boundary
 * @param direction where the likelihood rises without end, the largest component being one; zeros or empty if it does not
 */
record Search(
        FitStatus status,
        ImmutableDoubleArray point,
        double logLikelihood,
        ImmutableDoubleArray covariance,
        ImmutableList<ImmutableDoubleArray> flat,
        ImmutableDoubleArray direction) {

    /** The change, relative to its scale, by which a figure counts as depending on a flat direction. */
    static final double DEPENDS = 1e-2;

    static Search none(String problem) {
        return new Search(
                new FitStatus(FitStatus.Ending.NOT_ESTIMABLE, problem, 0, 0),
                ImmutableDoubleArray.of(),
                Double.NaN,
                ImmutableDoubleArray.of(),
                ImmutableList.of(),
                ImmutableDoubleArray.of());
    }

    static Search of(Surface surface, double[] start, ImmutableList<Coordinate> coordinates) {
        Ascent.Summit summit = Ascent.of(surface, start);
        Place place = summit.place();
        ImmutableDoubleArray direction = ImmutableDoubleArray.copyOf(summit.direction());
        boolean hasPeak = summit.ending() != FitStatus.Ending.NOT_CONVERGED;
        Eigen curvature = Eigen.of(hasPeak ? place.curvature() : new double[0][0]);
        double least = summit.ending() == FitStatus.Ending.BOUNDARY ? Ascent.flat(place.height()) : 0;
        return new Search(
                new FitStatus(summit.ending(), detail(summit, coordinates, direction), summit.steps(), summit.excess()),
                ImmutableDoubleArray.copyOf(place.point()),
                place.logLikelihood(),
                hasPeak ? covariance(curvature, place.point().length, least) : ImmutableDoubleArray.of(),
                hasPeak ? flat(curvature, place.point().length, least) : ImmutableList.of(),
                direction);
    }

    private static String detail(
            Ascent.Summit summit, ImmutableList<Coordinate> coordinates, ImmutableDoubleArray direction) {
        return switch (summit.ending()) {
            case CONVERGED -> "";
            case BOUNDARY -> Boundary.detail(coordinates, direction);
            case NOT_CONVERGED, NOT_ESTIMABLE ->
                Double.isFinite(summit.place().height())
                        ? "no highest likelihood found"
                        : "the likelihood has no value at the start";
        };
    }

    private static ImmutableDoubleArray covariance(Eigen curvature, int size, double least) {
        double[] cells = new double[size * size];
        for (int axis = 0; axis < size; axis++) {
            if (curvature.value(axis) > least) {
                double[] vector = curvature.vector(axis);
                for (int cell = 0; cell < cells.length; cell++) {
                    cells[cell] += vector[cell / size] * vector[cell % size] / curvature.value(axis);
                }
            }
        }
        return ImmutableDoubleArray.copyOf(cells);
    }

    private static ImmutableList<ImmutableDoubleArray> flat(Eigen curvature, int size, double least) {
        ImmutableList.Builder<ImmutableDoubleArray> found = ImmutableList.builder();
        for (int axis = 0; axis < size; axis++) {
            if (curvature.value(axis) <= least) {
                found.add(ImmutableDoubleArray.copyOf(curvature.vector(axis)));
            }
        }
        return found.build();
    }

    /** Tells whether the search gave a model. */
    boolean hasModel() {
        return status.ending() == FitStatus.Ending.CONVERGED || status.ending() == FitStatus.Ending.BOUNDARY;
    }

    boolean isBoundary() {
        return status.ending() == FitStatus.Ending.BOUNDARY;
    }

    <T> Outcome<T> unknown() {
        return Outcome.undefined(Reason.NOT_ESTIMABLE, status.detail());
    }

    /** Returns the covariance of two functions of the coordinates, by their gradients. */
    double covariance(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            for (int j = 0; j < right.length; j++) {
                sum += left[i] * right[j] * covariance.get(i * right.length + j);
            }
        }
        return sum;
    }

    /** Returns the change of the coordinates that raises a function by its variance, by its gradient. */
    double[] steepest(double[] gradient) {
        double[] change = new double[gradient.length];
        for (int i = 0; i < change.length; i++) {
            for (int j = 0; j < change.length; j++) {
                change[i] += covariance.get(i * change.length + j) * gradient[j];
            }
        }
        return change;
    }

    /** Returns the most a function with this gradient changes by one unit of a direction in which the likelihood is flat. */
    double changeAlongFlat(double[] gradient) {
        return flat.stream()
                .mapToDouble(axis -> Math.abs(Vectors.dot(axis.toArray(), gradient)))
                .max()
                .orElse(0);
    }

    /** Returns how much the logarithm of a parameter grows by a step in the direction in which the likelihood rises. */
    double growth(ToDoubleFunction<double[]> parameter) {
        double[] here = point.toArray();
        double[] along = direction.toArray();
        return Math.log(parameter.applyAsDouble(Vectors.sum(here, 1, along))
                / parameter.applyAsDouble(Vectors.sum(here, -1, along)));
    }
}
