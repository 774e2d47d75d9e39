package dev.tenure.lifetime.estimation;

import dev.tenure.internal.Eigen;

/**
 * The highest place at which a figure has a given position: Newton's steps for the constrained problem, with the curvature of the figure by its
 * second differences. A step is halved until it improves the height less a penalty for missing the position.
 */
final class Contour {

    private static final int MOST_STEPS = 60;
    private static final int MOST_HALVINGS = 30;
    private static final double LONGEST_STEP = 2;
    private static final double POSITION_MET = 1e-9;
    private static final double NEGLIGIBLE_GAIN = 1e-8;
    private static final double NOISE = 1e-13;
    /** The penalty for missing the position, in units of what the position costs in height. */
    private static final double SHARPNESS = 2;

    private final Surface surface;
    private final Figure figure;
    private final double target;

    private Place place;
    private Figure.Slope slope;
    private double penalty;

    private Contour(Surface surface, Figure figure, double target, double[] start) {
        this.surface = surface;
        this.figure = figure;
        this.target = target;
        place = surface.at(start);
        slope = figure.slope(start);
    }

    /** Goes to the highest place of a position from a start nearby; {@link #isMet} tells whether there is one. */
    static Contour of(Surface surface, Figure figure, double target, double[] start) {
        Contour contour = new Contour(surface, figure, target, start);
        contour.climb();
        return contour;
    }

    double[] point() {
        return place.point();
    }

    double height() {
        return place.height();
    }

    /** Tells whether the figure has the position here. */
    boolean isMet() {
        return place.isFinite() && slope.isFinite() && isMet(slope.position());
    }

    /** Returns by how much the height grows by one unit of the position. */
    double rise() {
        return Vectors.dot(slope.gradient(), place.gradient()) / Vectors.dot(slope.gradient(), slope.gradient());
    }

    private boolean isMet(double position) {
        return Math.abs(target - position) <= POSITION_MET * (1 + Math.abs(target));
    }

    private void climb() {
        for (int trial = 0; trial < MOST_STEPS && place.isFinite() && slope.isFinite(); trial++) {
            double norm = Vectors.dot(slope.gradient(), slope.gradient());
            if (norm <= Double.MIN_NORMAL) {
                return;
            }
            double rise = rise();
            double[][] curvature = bent(rise);
            double[] across = Vectors.sum(
                    new double[place.point().length], (target - slope.position()) / norm, slope.gradient());
            double[][] basis = Vectors.complement(slope.gradient());
            double[] force = Vectors.times(
                    basis, Vectors.sum(place.gradient(), -1, Vectors.times(curvature, across)));
            double[] along = Vectors.uphill(Eigen.of(Vectors.restricted(curvature, basis)), force);
            if (isMet(slope.position()) && Vectors.dot(along, force) <= NEGLIGIBLE_GAIN) {
                return;
            }
            double[] step = Vectors.combined(across, basis, along);
            double[] left = Vectors.sum(place.gradient(), -1, Vectors.times(curvature, step));
            double riseThere = Vectors.dot(slope.gradient(), left) / norm;
            penalty = Math.max(penalty, SHARPNESS * Math.max(Math.abs(rise), Math.abs(riseThere)));
            if (!moves(step)) {
                return;
            }
        }
    }

    /** Returns the curvature of the height less what the bend of the figure explains. */
    private double[][] bent(double rise) {
        double[][] curvature = new double[place.point().length][];
        for (int i = 0; i < curvature.length; i++) {
            curvature[i] = Vectors.sum(place.curvature()[i], rise, slope.bend()[i]);
        }
        return curvature;
    }

    private boolean moves(double[] step) {
        double part = Math.min(1, LONGEST_STEP / Vectors.longest(step));
        double before = merit(place.height(), slope.position());
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            double[] trial = Vectors.sum(place.point(), part, step);
            double position = figure.position(trial);
            if (Double.isFinite(position)) {
                Place found = surface.at(trial);
                if (found.isFinite()
                        && merit(found.height(), position) >= before - NOISE * Math.abs(place.height())) {
                    place = found;
                    slope = figure.slope(trial);
                    return true;
                }
            }
            part /= 2;
        }
        return false;
    }

    private double merit(double height, double position) {
        return height - penalty * Math.abs(position - target);
    }
}
