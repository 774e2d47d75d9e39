package dev.tenure.lifetime.estimation;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;

/** The logarithm of a likelihood times a prior over the coordinates: what is searched for its highest point. */
final class Surface {

    private final LogLikelihood likelihood;
    private final double[] centres;
    private final double[] precisions;

    private Surface(LogLikelihood likelihood, double[] centres, double[] precisions) {
        this.likelihood = likelihood;
        this.centres = centres;
        this.precisions = precisions;
    }

    static Surface of(ModelLikelihood<?> model, WeakPrior prior) {
        ImmutableList<Coordinate> coordinates = model.coordinates();
        ImmutableList<String> names =
                coordinates.stream().map(Coordinate::name).collect(ImmutableList.toImmutableList());
        double[] weighted = new double[names.size()];
        double[] precisions = new double[names.size()];
        for (ParameterPrior part : prior.parts()) {
            int index = names.indexOf(part.coordinate());
            checkArgument(index >= 0, "coordinate must be one of %s: %s", names, part.coordinate());
            double centre = coordinates.get(index).scale().to(part.median());
            checkArgument(
                    Double.isFinite(centre), "median must be in the range of %s: %s", part.coordinate(), part.median());
            double precision = 1 / (part.spread() * part.spread());
            weighted[index] += precision * centre;
            precisions[index] += precision;
        }
        for (int i = 0; i < weighted.length; i++) {
            weighted[i] /= precisions[i] > 0 ? precisions[i] : 1;
        }
        return new Surface(model.logLikelihood(), weighted, precisions);
    }

    /** Returns the surface of another sample with the same prior. */
    Surface with(LogLikelihood other) {
        return new Surface(other, centres, precisions);
    }

    /** Returns what the prior adds to the curvature along a coordinate. */
    double precision(int coordinate) {
        return precisions[coordinate];
    }

    Place at(double[] point) {
        int size = point.length;
        double[] gradient = new double[size];
        double[][] curvature = new double[size][size];
        double logLikelihood = likelihood.at(point, gradient, curvature);
        double height = logLikelihood;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                curvature[i][j] = -curvature[i][j];
            }
            double away = point[i] - centres[i];
            height -= precisions[i] * away * away / 2;
            gradient[i] -= precisions[i] * away;
            curvature[i][i] += precisions[i];
        }
        return new Place(point, height, logLikelihood, gradient, curvature);
    }
}
