package dev.tenure.lifetime.estimation;

import java.util.Arrays;

/** A point of a {@link Surface}, with its height and the derivatives there. Its arrays are not to be changed. */
final class Place {

    private final double[] point;
    private final double height;
    private final double logLikelihood;
    private final double[] gradient;
    private final double[][] curvature;

    Place(double[] point, double height, double logLikelihood, double[] gradient, double[][] curvature) {
        this.point = point;
        this.height = height;
        this.logLikelihood = logLikelihood;
        this.gradient = gradient;
        this.curvature = curvature;
    }

    double[] point() {
        return point;
    }

    double height() {
        return height;
    }

    /** Returns the height without the prior. */
    double logLikelihood() {
        return logLikelihood;
    }

    double[] gradient() {
        return gradient;
    }

    /** Returns the negative second derivatives. */
    double[][] curvature() {
        return curvature;
    }

    boolean isFinite() {
        return Double.isFinite(height)
                && isFinite(gradient)
                && Arrays.stream(curvature).allMatch(Place::isFinite);
    }

    private static boolean isFinite(double[] vector) {
        return Arrays.stream(vector).allMatch(Double::isFinite);
    }
}
