package dev.tenure.lifetime.estimation;

import dev.tenure.internal.Eigen;

/**
 * The highest place among those at which a figure has a given position. The search stays among them: each step of Newton's along them is followed by
 * steps along the gradient of the figure that bring it back to the position, for which the surface need not be asked; a step that does not lead up
 * is halved.
 */
final class Contour {

    private static final int MOST_STEPS = 60;
    private static final int MOST_HALVINGS = 30;
    private static final int MOST_RETURNS = 80;
    private static final double LONGEST_STEP = 2;
    /** How near a position is looked for, and from where on it counts as met if the rounding of the figure allows no better. */
    private static final double POSITION_SOUGHT = 1e-10;

    private static final double POSITION_MET = 1e-6;
    private static final double NOISE = 1e-13;
    private static final int STEPS_FOR_NOTHING = 3;

    private final Surface surface;
    private final Figure figure;
    private final double target;

    private Place place;
    private Figure.Slope slope;

    private Contour(Surface surface, Figure figure, double target, double[] start) {
        this.surface = surface;
        this.figure = figure;
        this.target = target;
        slope = returned(start);
        place = surface.at(slope.point());
    }

    /** Goes to the highest place of a position from a start nearby; {@link #isMet} tells whether there is one. */
    static Contour of(Surface surface, Figure figure, double target, double[] start) {
        Contour contour = new Contour(surface, figure, target, start);
        if (contour.isMet()) {
            contour.climb();
        }
        return contour;
    }

    double[] point() {
        return place.point();
    }

    /** Returns the position of the figure here. */
    double position() {
        return slope.position();
    }

    /** Returns the height at the position, to which that at the place is continued. */
    double height() {
        return place.height() + rise() * (target - slope.position());
    }

    /** Tells whether the figure has the position here. */
    boolean isMet() {
        return place.isFinite() && isMet(slope);
    }

    /** Returns by how much the height grows by one unit of the position. */
    double rise() {
        return Vectors.dot(slope.gradient(), place.gradient()) / Vectors.dot(slope.gradient(), slope.gradient());
    }

    private boolean isMet(Figure.Slope its) {
        return its.isFinite() && isWithin(its, POSITION_MET);
    }

    private boolean isWithin(Figure.Slope its, double tolerance) {
        return Math.abs(target - its.position()) <= tolerance * (1 + Math.abs(target));
    }

    /** Goes along the gradient of the figure until the position is met, or as near to it as that leads. */
    private Figure.Slope returned(double[] start) {
        Figure.Slope here = figure.slope(start);
        for (int i = 0; i < MOST_RETURNS && here.isFinite() && !isWithin(here, POSITION_SOUGHT); i++) {
            Figure.Slope nearer = nearer(here);
            if (Math.abs(target - nearer.position()) >= Math.abs(target - here.position())) {
                return here;
            }
            here = nearer;
        }
        return here;
    }

    private Figure.Slope nearer(Figure.Slope here) {
        double[] gradient = here.gradient();
        double norm = Vectors.dot(gradient, gradient);
        double[] step = Vectors.sum(new double[gradient.length], (target - here.position()) / norm, gradient);
        double part = Math.min(1, LONGEST_STEP / Vectors.longest(step));
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            double[] trial = Vectors.sum(here.point(), part, step);
            if (Math.abs(target - figure.position(trial)) < Math.abs(target - here.position())) {
                return figure.slope(trial);
            }
            part /= 2;
        }
        return here;
    }

    private void climb() {
        int forNothing = 0;
        for (int step = 0; step < MOST_STEPS && forNothing < STEPS_FOR_NOTHING; step++) {
            double[][] basis = Vectors.complement(slope.gradient());
            double[] force = Vectors.times(basis, place.gradient());
            double[] along = Vectors.uphill(Eigen.of(Vectors.restricted(bent(), basis)), force);
            double before = place.height();
            if (Vectors.dot(along, force) <= Ascent.nothing(before)
                    || !moves(Vectors.combined(new double[place.point().length], basis, along))) {
                return;
            }
            forNothing = place.height() - before <= Ascent.nothing(before) ? forNothing + 1 : 0;
        }
    }

    /** Returns the curvature of the height along the places where the figure has the position, as those bend. */
    private double[][] bent() {
        double rise = rise();
        double[][] curvature = new double[place.point().length][];
        for (int i = 0; i < curvature.length; i++) {
            curvature[i] = Vectors.sum(place.curvature()[i], rise, slope.bend()[i]);
        }
        return curvature;
    }

    private boolean moves(double[] step) {
        double part = Math.min(1, LONGEST_STEP / Vectors.longest(step));
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            Figure.Slope back = returned(Vectors.sum(place.point(), part, step));
            if (isMet(back)) {
                Place trial = surface.at(back.point());
                if (trial.isFinite() && trial.height() >= place.height() - NOISE * Math.abs(place.height())) {
                    place = trial;
                    slope = back;
                    return true;
                }
            }
            part /= 2;
        }
        return false;
    }
}
