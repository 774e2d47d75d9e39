package dev.tenure.lifetime.estimation;

import java.util.Arrays;
import java.util.Optional;

/**
 * How far a figure can move from its estimate before a likelihood-ratio test rejects it: for each position of the figure the highest
 * likelihood with that position is found, and the position at which it has fallen by the quantile of the test by the secant and Newton's
 * methods, on the root of twice the fall, which is nearly straight.
 */
final class Profile {

    private static final int MOST_TRIALS = 60;
    private static final double ROOT_TOLERANCE = 1e-6;
    /** What the height may be wrong by, relative to itself: it is a sum of many rounded terms. */
    private static final double ROUNDING = 1e-14;

    private static final double WIDENING = 3;
    /** Beyond this a position on the scale of a logarithm is as good as infinite. */
    private static final double FAR = 60;

    private static final double NARROW = 1e-7;
    /** How much faster than by the parabola at the estimate the likelihood may fall without a second look. */
    private static final double STEEP = 1.5;

    private final Surface surface;
    private final Figure figure;
    private final double[] best;
    private final double height;
    private final double centre;
    private final double root;
    private final double tolerance;

    private final Optional<double[]> inner;

    /**
     * Prepares the limits of a figure.
     *
     * @param direction where the surface rises without end; zeros if it does not
     */
    Profile(Surface surface, Figure figure, double[] best, double[] direction, double root) {
        this.surface = surface;
        this.figure = figure;
        this.best = best;
        this.root = root;
        height = surface.at(best).height();
        centre = figure.position(best);
        tolerance = ROOT_TOLERANCE * root + ROUNDING * Math.abs(height) / root;
        inner = inner(direction);
    }

    /**
     * Returns the last position that is not rejected, infinite if there is none.
     *
     * @param side 1 for the upper limit, -1 for the lower
     * @param error the standard error of the position; not positive if unknown
     * @param steepest the change of the coordinates that raises the position most for a fall in likelihood, by the square of the error
     */
    double limit(int side, double error, double[] steepest) {
        boolean isKnown = error > 0 && (error < FAR || figure.scale() == Scale.IDENTITY);
        double unit = isKnown ? error : 1;
        double inside = 0;
        double outside = Double.POSITIVE_INFINITY;
        double distance = root * unit;
        double[] met = best;
        double last = centre;
        double[] start = isKnown ? Vectors.sum(best, side * distance / (error * error), steepest) : best;
        for (int trial = 0; trial < MOST_TRIALS; trial++) {
            Contour contour = highest(centre + side * distance, start, met, isKnown ? STEEP * distance / unit : 0);
            double fall = contour.isMet() ? fallen(contour) : Double.POSITIVE_INFINITY;
            if (Math.abs(fall - root) <= tolerance) {
                return centre + side * distance;
            }
            double rate = -side * contour.rise() / fall;
            if (fall < root) {
                if (isFar(side, distance, unit)) {
                    return side * Double.POSITIVE_INFINITY;
                }
                inside = distance;
                met = contour.point();
                last = contour.position();
            } else {
                outside = distance;
            }
            if (outside - inside <= NARROW * unit) {
                return last;
            }
            distance = next(inside, outside, distance + (root - fall) / rate);
            start = contour.isMet() ? contour.point() : met;
        }
        return last;
    }

    /** Tells whether the test does not reject a place. */
    boolean holds(double[] point) {
        return height - surface.at(point).height() <= root * root / 2;
    }

    /** Returns a place within the limits that is not on the plain towards which the surface rises, from where others cannot be seen. */
    private Optional<double[]> inner(double[] direction) {
        if (Vectors.longest(direction) == 0) {
            return Optional.empty();
        }
        double[] back = best;
        for (int i = 0; i < FAR && height - surface.at(back).height() < root * root / 4; i++) {
            back = Vectors.sum(back, -1, direction);
        }
        return Optional.of(back);
    }

    /**
     * Returns the highest place found. The start can be far away where the surface is nearly flat, and a search from there end on a lower hill: before a
     * position is rejected for a fall deeper than plausible it is tried from a place that is not.
     */
    private Contour highest(double target, double[] start, double[] met, double plausible) {
        Contour first = Contour.of(surface, figure, target, start);
        boolean isPlausible = first.isMet() && fallen(first) <= Math.max(root, plausible);
        Contour contour = isPlausible || Arrays.equals(start, met)
                ? first
                : higher(first, Contour.of(surface, figure, target, met));
        return inner.map(place -> higher(contour, Contour.of(surface, figure, target, place)))
                .orElse(contour);
    }

    private static Contour higher(Contour contour, Contour other) {
        boolean isLower = contour.isMet() && contour.height() >= other.height();
        return other.isMet() && !isLower ? other : contour;
    }

    private boolean isFar(int side, double distance, double unit) {
        return figure.scale() == Scale.IDENTITY
                ? distance > FAR * FAR * unit
                : distance + Math.min(0, side * centre) > FAR;
    }

    private double fallen(Contour contour) {
        return Math.sqrt(2 * Math.max(0, height - contour.height()));
    }

    /** Returns what Newton's method proposes if that lies well within what is known, else the middle or a wider distance. */
    private static double next(double inside, double outside, double proposed) {
        if (outside == Double.POSITIVE_INFINITY) {
            // false for a proposal that is not a number
            return proposed > inside ? Math.min(proposed, WIDENING * inside) : WIDENING * inside;
        }
        boolean isWithin = proposed > inside && proposed < outside;
        return isWithin ? proposed : (inside + outside) / 2;
    }
}
