package dev.tenure.survival.competing;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import dev.tenure.survival.SurvivalInterval;

/**
 * On which scale the confidence interval of an incidence is symmetric. The order carries no meaning.
 *
 * <p>All of them start from the same standard error. With {@code F} the incidence and {@code d} the normal quantile times the standard
 * error, the limits are as each constant says. Nobody having left for the cause yet, or everybody, there is no interval. Source: P. R.
 * Choudhury, "Non-parametric Confidence Interval Estimation for Competing Risks Analysis", <i>Statistics in Medicine</i> 21 (2002),
 * 1129-1144.
 */
public enum IncidenceInterval {
    /** Symmetric in the incidence itself, {@code F -/+ d}, cut at 0 and 1; too narrow and too low for small samples. */
    PLAIN(SurvivalInterval.PLAIN) {
        @Override
        Interval limits(double incidence, double spread, ConfidenceLevel level) {
            return cut(incidence - spread, incidence + spread, level);
        }
    },
    /** Symmetric in its logarithm, {@code F exp(-/+ d / F)}, cut at 1. */
    LOG(SurvivalInterval.LOG) {
        @Override
        Interval limits(double incidence, double spread, ConfidenceLevel level) {
            double factor = Math.exp(spread / incidence);
            return cut(incidence / factor, incidence * factor, level);
        }
    },
    /** Symmetric in {@code log(-log(F))}: {@code F ^ exp(+/- d / (-F log F))}; the choice of the calculator unless another is set. */
    LOG_LOG(SurvivalInterval.LOG_LOG) {
        @Override
        Interval limits(double incidence, double spread, ConfidenceLevel level) {
            double width = spread / (-incidence * Math.log(incidence));
            return cut(Math.pow(incidence, Math.exp(width)), Math.pow(incidence, Math.exp(-width)), level);
        }
    },
    /**
     * Symmetric in {@code log(-log(1 - F))}: {@code 1 - (1 - F) ^ exp(-/+ d / (-(1 - F) log(1 - F)))}. With one cause it is one minus the
     * log-log interval of a survival curve.
     */
    COMPLEMENTARY_LOG_LOG(SurvivalInterval.LOG_LOG) {
        @Override
        Interval limits(double incidence, double spread, ConfidenceLevel level) {
            double log = Math.log1p(-incidence);
            double width = spread / (-(1 - incidence) * log);
            return cut(-Math.expm1(log * Math.exp(-width)), -Math.expm1(log * Math.exp(width)), level);
        }
    };

    private final SurvivalInterval ofSurvival;

    IncidenceInterval(SurvivalInterval ofSurvival) {
        this.ofSurvival = ofSurvival;
    }

    /** Returns the method for the share that has not ended at all. */
    SurvivalInterval ofSurvival() {
        return ofSurvival;
    }

    abstract Interval limits(double incidence, double spread, ConfidenceLevel level);

    /** Returns the interval of an incidence, given its standard error. */
    Outcome<Interval> interval(double incidence, double error, ConfidenceLevel level) {
        if (incidence == 0) {
            return Outcome.undefined(Reason.NOT_ESTIMABLE, "nothing has ended for this cause yet");
        }
        Interval limits = limits(incidence, level.normalQuantile() * error, level);
        // a rounding error must not push a limit past the estimate
        return Outcome.of(Interval.of(Math.min(limits.lower(), incidence), Math.max(limits.upper(), incidence), level));
    }

    private static Interval cut(double lower, double upper, ConfidenceLevel level) {
        return Interval.of(Math.max(0, lower), Math.min(1, upper), level);
    }
}
