package dev.tenure.lifetime.estimation;

import dev.tenure.internal.Eigen;
import java.util.Arrays;

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
    private static final double SHORTEST_STEP = 1e-12;
    private static final double NOISE = 1e-13;
    /** For how many steps the costly part of the bend of the figure is taken to be the same. */
    private static final int SAME_TWIST = 2;

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
        Figure.Slope before = figure.slope(start);
        double[] met = returned(start, before.gradient());
        slope = Arrays.equals(met, start) ? before : figure.slope(met);
        place = surface.at(met);
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
        return its.isFinite() && !isFurther(its.position(), POSITION_MET);
    }

    /** Tells whether a position is away from the one looked for; false for what is not a number. */
    private boolean isFurther(double position, double tolerance) {
        return Math.abs(target - position) > tolerance * (1 + Math.abs(target));
    }

    /**
     * Goes along a gradient of the figure until the position is met, or as near to it as that leads, by the secant method; the gradient is renewed where
     * it misleads.
     */
    private double[] returned(double[] start, double[] startingGradient) {
        double[] gradient = startingGradient;
        double[] here = start;
        double position = figure.position(here);
        double rate = Vectors.dot(gradient, gradient);
        double longest = LONGEST_STEP;
        for (int i = 0; i < MOST_RETURNS && isFurther(position, POSITION_SOUGHT) && longest > SHORTEST_STEP; i++) {
            double step = (target - position) / rate;
            double part = Math.min(1, longest / (Math.abs(step) * Vectors.longest(gradient)));
            double[] trial = Vectors.sum(here, part * step, gradient);
            double found = figure.position(trial);
            double missed = Math.abs(target - found) / Math.abs(target - position);
            if (missed < 1) {
                rate = (found - position) / (part * step);
                here = trial;
                position = found;
            }
            // true for what is not a number
            if (!(missed <= 1 - part / 2)) {
                longest = missed < 1 ? longest : part * Math.abs(step) * Vectors.longest(gradient) / 4;
                gradient = figure.slope(here).gradient();
                rate = Vectors.dot(gradient, gradient);
            }
        }
        return here;
    }

    private void climb() {
        double[][] twist = figure.twist(place.point());
        int forNothing = 0;
        for (int step = 0; step < MOST_STEPS && forNothing < STEPS_FOR_NOTHING; step++) {
            twist = step < SAME_TWIST ? twist : figure.twist(place.point());
            double[][] basis = Vectors.complement(slope.gradient());
            double[] force = Vectors.times(basis, place.gradient());
            double[] along = Vectors.uphill(Eigen.of(Vectors.restricted(bent(twist), basis)), force);
            double before = place.height();
            if (Vectors.dot(along, force) <= Ascent.nothing(before)
                    || !moves(Vectors.combined(new double[place.point().length], basis, along))) {
                return;
            }
            forNothing = place.height() - before <= Ascent.nothing(before) ? forNothing + 1 : 0;
        }
    }

    /** Returns the curvature of the height along the places where the figure has the position, as those bend. */
    private double[][] bent(double[][] twist) {
        double rise = rise();
        double[][] curvature = new double[place.point().length][];
        for (int i = 0; i < curvature.length; i++) {
            curvature[i] = Vectors.sum(place.curvature()[i], rise, twist[i]);
            curvature[i][i] += rise * slope.bends()[i];
        }
        return curvature;
    }

    private boolean moves(double[] step) {
        double part = Math.min(1, LONGEST_STEP / Vectors.longest(step));
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            double[] back = returned(Vectors.sum(place.point(), part, step), slope.gradient());
            if (!isFurther(figure.position(back), POSITION_MET)) {
                Place trial = surface.at(back);
                if (trial.isFinite() && trial.height() >= place.height() - NOISE * Math.abs(place.height())) {
                    place = trial;
                    slope = figure.slope(back);
                    return slope.isFinite();
                }
            }
            part /= 2;
        }
        return false;
    }
}
