package dev.tenure.survival.parametric;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;

/**
 * How a parameter follows from a coordinate of the search.
 *
 * @param index which coordinate
 * @param power the parameter is the exponential of this times the coordinate; zero for the coordinate itself
 */
record Coordinate(int index, int power) {

    static Coordinate of(SurvivalLaw law, int parameter) {
        return switch (law.family()) {
            case EXPONENTIAL, PIECEWISE_EXPONENTIAL -> new Coordinate(parameter, 1);
            case WEIBULL, LOG_LOGISTIC -> parameter == 0 ? new Coordinate(1, -1) : new Coordinate(0, 1);
            case LOG_NORMAL -> new Coordinate(parameter, parameter);
        };
    }

    double natural(double x) {
        return power == 0 ? x : Math.exp(power * x);
    }

    double slope(double x) {
        return power == 0 ? 1 : power * natural(x);
    }

    /** Returns the parameter's interval from that of the coordinate. */
    Outcome<Interval> interval(double x, double half, ConfidenceLevel level) {
        double one = natural(x - half);
        double other = natural(x + half);
        return Double.isFinite(one) && Double.isFinite(other)
                ? Outcome.of(Interval.of(Math.min(one, other), Math.max(one, other), level))
                : Outcome.undefined(Reason.NOT_FINITE, "the limits have no finite value");
    }
}
