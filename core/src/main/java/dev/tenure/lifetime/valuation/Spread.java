package dev.tenure.lifetime.valuation;

import dev.tenure.explain.Outcome;
import dev.tenure.stat.Interval;
import java.util.List;

/**
 * How far the limits of an interval are from its figure: what is left of intervals when figures are added.
 *
 * @param below the distance to the lower limit, zero or more
 * @param above the distance to the upper limit, zero or more
 */
record Spread(double below, double above) {

    static final Spread NONE = new Spread(0, 0);

    static Spread of(double figure, Interval limits) {
        return new Spread(Math.max(0, figure - limits.lower()), Math.max(0, limits.upper() - figure));
    }

    /** Returns the spread of a multiple, which may be negative. */
    Spread times(double factor) {
        return factor < 0 ? new Spread(-factor * above, -factor * below) : new Spread(factor * below, factor * above);
    }

    /** Returns the spread of a sum whose parts are off together. */
    Spread together(Spread other) {
        return new Spread(below + other.below, above + other.above);
    }

    /** Returns the spread of a sum whose parts are off independently: squares of distances are added, on either side. */
    Spread independently(Spread other) {
        return new Spread(Math.hypot(below, other.below), Math.hypot(above, other.above));
    }

    /** Returns the spread of a product of two positive figures that are off independently: as {@link #independently}, of the logarithms. */
    static Spread ofProduct(double product, Spread one, Spread other) {
        double down = Math.hypot(Math.log1p(-one.below / product), Math.log1p(-other.below / product));
        double up = Math.hypot(Math.log1p(one.above / product), Math.log1p(other.above / product));
        return new Spread(product * -Math.expm1(-down), product * Math.expm1(up));
    }

    static Outcome<Spread> independently(List<Outcome<Spread>> parts) {
        return parts.stream().reduce(Outcome.of(NONE), (sum, part) -> sum.flatMap(one -> part.map(one::independently)));
    }
}
