package dev.tenure.survival.competing;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.stat.Interval;
import java.util.function.IntFunction;

/** Where an incidence, or a limit of it, comes up to a given height. */
final class Crossing {

    /** Heights closer than this are equal: the square root of the precision of a double, as for survival curves. */
    private static final double TOLERANCE = Math.sqrt(Math.ulp(1.0));

    private final CauseIncidence incidence;
    private final double height;

    Crossing(CauseIncidence incidence, double height) {
        this.incidence = incidence;
        this.height = height;
    }

    Outcome<Double> ofIncidence() {
        return crossing(rows -> Outcome.of(incidence.table().incidence(rows)), "too few have ended for this cause");
    }

    Outcome<Double> ofLowerLimit() {
        return crossing(
                rows -> incidence.interval(rows).map(Interval::lower), "the lower limit of the incidence stays below");
    }

    Outcome<Double> ofUpperLimit() {
        return crossing(
                rows -> incidence.interval(rows).map(Interval::upper), "the upper limit of the incidence stays below");
    }

    private Outcome<Double> crossing(IntFunction<Outcome<Double>> limit, String otherwise) {
        Outcome<Double> start = incidence.incidenceAt(0);
        if (!start.isDefined()) {
            return start;
        }
        double[] times = incidence.table().table().times;
        int at = firstAtOrAbove(height - TOLERANCE, 1, limit);
        if (at > times.length) {
            return Outcome.undefined(Reason.NEVER_REACHED, otherwise);
        }
        // a flat stretch that never ends reaches to the last time
        int above = Math.min(firstAtOrAbove(height + TOLERANCE, at, limit), times.length);
        return Outcome.of(time(times[at - 1], times[above - 1]));
    }

    /** Returns the quantile on a stretch between two times. */
    private double time(double start, double end) {
        return switch (incidence.quantileRule()) {
            case MIDPOINT -> (start + end) / 2;
            case FIRST_TIME -> start;
        };
    }

    /** Returns the least number of rows, from a given one on, after which the limit is defined and at least the bound. */
    private int firstAtOrAbove(double bound, int from, IntFunction<Outcome<Double>> limit) {
        int size = incidence.table().table().size();
        int rows = from;
        while (rows <= size && !isAtOrAbove(limit.apply(rows), bound)) {
            rows++;
        }
        return rows;
    }

    private static boolean isAtOrAbove(Outcome<Double> limit, double bound) {
        return limit.isDefined() && limit.orElseThrow() >= bound;
    }
}
