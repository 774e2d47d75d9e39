package dev.tenure.survival;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import java.util.function.IntToDoubleFunction;

/** Where a curve, or a limit of it, comes down to a given height. */
final class Crossing {

    /** Heights closer than this are equal: the square root of the precision of a double, as in R. */
    private static final double TOLERANCE = Math.sqrt(Math.ulp(1.0));

    private final SurvivalColumns curve;
    private final double height;
    private final QuantileRule rule;
    private final SurvivalInterval method;
    private final double normalQuantile;

    Crossing(SurvivalColumns curve, double probability, CurveOptions options) {
        this.curve = curve;
        this.height = 1 - probability;
        this.rule = options.rule();
        this.method = options.interval();
        this.normalQuantile = options.level().normalQuantile();
    }

    Outcome<Double> ofCurve() {
        return crossing(curve::survival, "too few have ended");
    }

    Outcome<Double> ofLowerLimit() {
        return crossing(this::lowerLimit, "the lower limit of the curve stays above");
    }

    Outcome<Double> ofUpperLimit() {
        return crossing(this::upperLimit, "the upper limit of the curve stays above");
    }

    private double lowerLimit(int row) {
        return hasLimits(row) ? method.lowerLimit(curve.survival(row), spread(row)) : Double.POSITIVE_INFINITY;
    }

    private double upperLimit(int row) {
        return hasLimits(row) ? method.upperLimit(curve.survival(row), spread(row)) : Double.POSITIVE_INFINITY;
    }

    private boolean hasLimits(int row) {
        return curve.hasVariance(row) && method.isDefinedAt(curve.survival(row));
    }

    private double spread(int row) {
        return normalQuantile * Math.sqrt(curve.logVarianceOf(row));
    }

    private Outcome<Double> crossing(IntToDoubleFunction heights, String otherwise) {
        if (curve.size() == 0) {
            return SurvivalCurve.noObservations();
        }
        int at = firstAtOrBelow(height + TOLERANCE, 0, heights);
        if (at == curve.size()) {
            return Outcome.undefined(Reason.NEVER_REACHED, otherwise);
        }
        int below = firstAtOrBelow(height - TOLERANCE, at, heights);
        // a flat stretch that never ends reaches to the last step
        int end = Math.min(below, curve.size() - 1);
        return Outcome.of(rule.of(curve.time(at), curve.time(end)));
    }

    /** Returns the first row from a given one on whose height is at most the bound; the number of rows if there is none. */
    private int firstAtOrBelow(double bound, int from, IntToDoubleFunction heights) {
        int row = from;
        while (row < curve.size() && heights.applyAsDouble(row) > bound) {
            row = nextFall(row);
        }
        return row;
    }

    /** Returns the next row at which the curve falls: before it, no limit moves. */
    private int nextFall(int row) {
        int next = row + 1;
        while (next < curve.size() && curve.survival(next) == curve.survival(row)) {
            next++;
        }
        return next;
    }
}
