package dev.tenure.lifetime.estimation;

import dev.tenure.internal.Eigen;

/**
 * Newton's search for the highest place of a {@link Surface}. Directions in which the surface is not concave are taken by the size of their
 * curvature; a step that does not lead up is halved. A surface that rises without end towards a height it never reaches is recognised: there
 * the steps stay long when there is nothing more to be gained.
 */
final class Ascent {

    private static final int MOST_STEPS = 300;
    private static final int MOST_HALVINGS = 50;
    private static final double LONGEST_STEP = 2;
    private static final double SUFFICIENT = 1e-4;
    /** What the height may fall by in a step, relative to itself: it is a sum of many rounded terms. */
    private static final double NOISE = 1e-13;

    /** What is left to gain, by the parabola, at which no further step is needed, and at which one is enough. */
    private static final double ARRIVED = 1e-12;

    private static final double NEAR = 1e-8;
    private static final double NEGLIGIBLE_CHANGE = 1e-9;
    /** At a highest point the last step is shorter than this, where there is none it is about one. */
    private static final double SHORT_STEP = 1e-3;

    private static final int LONG_STEPS = 3;
    private static final double LOOK_AHEAD = 6;
    private static final double FLATNESS = 100;
    private static final double EVEN = 1e-5;
    private static final double SINGULAR = 1e-13;

    private final Surface surface;
    private Place here;
    private int steps;
    private int longSteps;
    private double gain;

    private Ascent(Surface surface, double[] start) {
        this.surface = surface;
        here = surface.at(start);
    }

    static Summit of(Surface surface, double[] start) {
        return new Ascent(surface, start).climb();
    }

    /** Returns the gain in height that says nothing any more. */
    static double nothing(double height) {
        return 1e-7 + 1e-11 * Math.abs(height);
    }

    /** Returns the curvature below which a direction counts as flat where the surface rises without end. */
    static double flat(double height) {
        return FLATNESS * nothing(height);
    }

    private Summit climb() {
        while (here.isFinite() && steps < MOST_STEPS) {
            Eigen curvature = Eigen.of(here.curvature());
            double[] step = Vectors.uphill(curvature, here.gradient());
            gain = Vectors.dot(step, here.gradient());
            double longest = Vectors.longest(step);
            boolean isPeak = curvature.lowest() > SINGULAR * curvature.largest() && longest <= SHORT_STEP;
            if (isPeak && gain <= ARRIVED) {
                return summit(FitStatus.Ending.CONVERGED, new double[step.length]);
            }
            longSteps = longest > SHORT_STEP && gain <= nothing(here.height()) ? longSteps + 1 : 0;
            if (longSteps >= LONG_STEPS) {
                double[] direction = rising(curvature);
                if (isOpen(direction)) {
                    return summit(FitStatus.Ending.BOUNDARY, direction);
                }
            }
            double before = here.height();
            boolean moved = moves(Vectors.sum(new double[step.length], Math.min(1, LONGEST_STEP / longest), step));
            if (isPeak && gain <= NEAR && Math.abs(here.height() - before) <= negligible()) {
                return summit(FitStatus.Ending.CONVERGED, new double[step.length]);
            }
            if (!moved) {
                break;
            }
            steps++;
        }
        return summit(FitStatus.Ending.NOT_CONVERGED, new double[here.point().length]);
    }

    private double negligible() {
        return NEGLIGIBLE_CHANGE * (1 + Math.abs(here.height()));
    }

    private Summit summit(FitStatus.Ending ending, double[] direction) {
        return new Summit(here, ending, steps, gain / 2, direction);
    }

    private boolean moves(double[] step) {
        double expected = Vectors.dot(step, here.gradient());
        double part = 1;
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            Place trial = surface.at(Vectors.sum(here.point(), part, step));
            if (trial.isFinite()
                    && trial.height()
                            >= here.height() + SUFFICIENT * part * expected - NOISE * Math.abs(here.height())) {
                here = trial;
                return true;
            }
            part /= 2;
        }
        return false;
    }

    /** Returns where the surface still rises among the flat directions, the largest component being one. */
    private double[] rising(Eigen curvature) {
        double bend = 0;
        for (int i = 0; i < here.point().length; i++) {
            double value = Math.abs(curvature.value(i));
            bend = value <= flat(here.height()) ? Math.max(bend, value) : bend;
        }
        double[] direction = new double[here.point().length];
        for (int i = 0; i < direction.length; i++) {
            double value = Math.abs(curvature.value(i));
            if (value <= flat(here.height())) {
                double[] axis = curvature.vector(i);
                // what is flat among the flat is known to rounding only
                double step = Vectors.dot(axis, here.gradient()) / Math.max(value, EVEN * bend);
                direction = Vectors.sum(direction, step, axis);
            }
        }
        double longest = Vectors.longest(direction);
        return longest > 0 ? Vectors.sum(new double[direction.length], 1 / longest, direction) : direction;
    }

    private boolean isOpen(double[] direction) {
        Place ahead = surface.at(Vectors.sum(here.point(), LOOK_AHEAD, direction));
        return Vectors.longest(direction) > 0 && ahead.height() >= here.height() - nothing(here.height());
    }

    /** Where a search has ended. */
    static final class Summit {

        private final Place place;
        private final FitStatus.Ending ending;
        private final int steps;
        private final double excess;
        private final double[] direction;

        private Summit(Place place, FitStatus.Ending ending, int steps, double excess, double[] direction) {
            this.place = place;
            this.ending = ending;
            this.steps = steps;
            this.excess = excess;
            this.direction = direction;
        }

        Place place() {
            return place;
        }

        FitStatus.Ending ending() {
            return ending;
        }

        int steps() {
            return steps;
        }

        double excess() {
            return excess;
        }

        /** Returns where the surface rises without end, its largest component being one; zeros if it does not. */
        double[] direction() {
            return direction;
        }
    }
}
