package dev.tenure.survival;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;

/**
 * On which scale the confidence interval of a cumulative hazard is symmetric. The order carries no meaning. Source: O. Bie, Ø. Borgan
 * and K. Liestøl, "Confidence Intervals and Confidence Bands for the Cumulative Hazard Rate Function and Their Small Sample
 * Properties", <i>Scandinavian Journal of Statistics</i> 14 (1987), 221-233.
 */
public enum HazardInterval {
    /** Symmetric in the hazard itself, cut at 0: {@code H -/+ z * error}. Where no one has left, [0, 0]. */
    PLAIN {
        @Override
        Outcome<Interval> interval(double hazard, double spread, ConfidenceLevel level) {
            return Outcome.of(Interval.of(Math.max(0, hazard - spread), hazard + spread, level));
        }
    },
    /** Symmetric in its logarithm: {@code H * exp(-/+ z * error / H)}; better for small samples. */
    LOG {
        @Override
        Outcome<Interval> interval(double hazard, double spread, ConfidenceLevel level) {
            if (hazard == 0) {
                return Outcome.undefined(Reason.NOT_ESTIMABLE, "no one has left yet, the variance has no estimate");
            }
            double factor = Math.exp(spread / hazard);
            return Outcome.of(Interval.of(hazard / factor, hazard * factor, level));
        }
    };

    /** Returns the interval of a hazard, given its standard error times the normal quantile of the level. */
    abstract Outcome<Interval> interval(double hazard, double spread, ConfidenceLevel level);
}
