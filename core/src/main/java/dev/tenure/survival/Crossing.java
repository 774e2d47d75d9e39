package dev.tenure.survival;

import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.stat.Interval;
import java.util.function.Function;

/** Where a curve, or a limit of it, comes down to a given height. */
final class Crossing {

    /** Heights closer than this are equal: the square root of the precision of a double, as in R. */
    private static final double TOLERANCE = Math.sqrt(Math.ulp(1.0));

    private final SurvivalCurve curve;
    private final double height;
    private final double normalQuantile;

    Crossing(SurvivalCurve curve, double probability) {
        this.curve = curve;
        this.height = 1 - probability;
        this.normalQuantile = curve.level().normalQuantile();
    }

    Outcome<Double> ofCurve() {
        return crossing(step -> Outcome.of(step.survival()), "too few have ended");
    }

    Outcome<Double> ofLowerLimit() {
        return crossing(step -> interval(step).map(Interval::lower), "the lower limit of the curve stays above");
    }

    Outcome<Double> ofUpperLimit() {
        return crossing(step -> interval(step).map(Interval::upper), "the upper limit of the curve stays above");
    }

    private Outcome<Interval> interval(SurvivalStep step) {
        return curve.intervalMethod().interval(step.survival(), step.logVariance(), normalQuantile, curve.level());
    }

    private Outcome<Double> crossing(Function<SurvivalStep, Outcome<Double>> limit, String otherwise) {
        ImmutableList<SurvivalStep> steps = curve.steps();
        if (steps.isEmpty()) {
            return SurvivalCurve.noObservations();
        }
        int at = firstAtOrBelow(height + TOLERANCE, 0, limit);
        if (at == steps.size()) {
            return Outcome.undefined(Reason.NEVER_REACHED, otherwise);
        }
        int below = firstAtOrBelow(height - TOLERANCE, at, limit);
        // a flat stretch that never ends reaches to the last step
        int end = Math.min(below, steps.size() - 1);
        return Outcome.of((steps.get(at).time() + steps.get(end).time()) / 2);
    }

    /** Returns the first step from a given one on whose limit is defined and at most the bound; their number if none. */
    private int firstAtOrBelow(double bound, int from, Function<SurvivalStep, Outcome<Double>> limit) {
        ImmutableList<SurvivalStep> steps = curve.steps();
        int i = from;
        while (i < steps.size() && !isAtOrBelow(limit.apply(steps.get(i)), bound)) {
            i++;
        }
        return i;
    }

    private static boolean isAtOrBelow(Outcome<Double> limit, double bound) {
        return limit.isDefined() && limit.orElseThrow() <= bound;
    }
}
