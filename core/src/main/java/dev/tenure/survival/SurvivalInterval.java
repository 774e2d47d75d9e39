package dev.tenure.survival;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;

/**
 * On which scale the confidence interval of a share that survives is symmetric. The order carries no meaning.
 *
 * <p>All of them start from the same variance and differ in small samples and near the ends of the curve. Source: Ø. Borgan
 * and K. Liestøl, "A Note on Confidence Intervals and Bands for the Survival Function Based on Transformations",
 * <i>Scandinavian Journal of Statistics</i> 17 (1990), 35-41.
 */
public enum SurvivalInterval {
    /** Symmetric in the share itself, cut at 0 and 1; too narrow and too low for small samples. Where no one has left, [1, 1]. */
    PLAIN(false) {
        @Override
        Interval limits(double survival, double spread, ConfidenceLevel level) {
            return cut(survival * (1 - spread), survival * (1 + spread), level);
        }
    },
    /** Symmetric in its logarithm, cut at 1; the default of R. Where no one has left, [1, 1]. */
    LOG(false) {
        @Override
        Interval limits(double survival, double spread, ConfidenceLevel level) {
            return cut(survival * Math.exp(-spread), survival * Math.exp(spread), level);
        }
    },
    /** Symmetric in {@code log(-log(S))}; good for small samples, and the choice of the calculator unless another is set. */
    LOG_LOG(true) {
        @Override
        Interval limits(double survival, double spread, ConfidenceLevel level) {
            double width = spread / -Math.log(survival);
            return cut(Math.pow(survival, Math.exp(width)), Math.pow(survival, Math.exp(-width)), level);
        }
    },
    /** Symmetric in the log odds. */
    LOGIT(true) {
        @Override
        Interval limits(double survival, double spread, ConfidenceLevel level) {
            double odds = survival / (1 - survival);
            double factor = Math.exp(spread / (1 - survival));
            return cut(odds / (odds + factor), odds / (odds + 1 / factor), level);
        }
    },
    /** Symmetric in {@code arcsin(sqrt(S))}; good for small samples too. */
    ARCSINE(true) {
        @Override
        Interval limits(double survival, double spread, ConfidenceLevel level) {
            double angle = Math.asin(Math.sqrt(survival));
            double width = spread / 2 * Math.sqrt(survival / (1 - survival));
            return cut(
                    square(Math.sin(Math.max(0, angle - width))),
                    square(Math.sin(Math.min(Math.PI / 2, angle + width))),
                    level);
        }
    };

    /** Whether the scale has no finite value where everyone survives. */
    private final boolean unboundedAtOne;

    SurvivalInterval(boolean unboundedAtOne) {
        this.unboundedAtOne = unboundedAtOne;
    }

    /** Returns the limits, given the share and the standard error of its logarithm times the normal quantile. */
    abstract Interval limits(double survival, double spread, ConfidenceLevel level);

    /** Returns the interval of a share, given the variance of its logarithm and the normal quantile of the level. */
    Outcome<Interval> interval(double survival, Outcome<Double> logVariance, double quantile, ConfidenceLevel level) {
        return logVariance.flatMap(variance -> interval(survival, quantile * Math.sqrt(variance), level));
    }

    private Outcome<Interval> interval(double survival, double spread, ConfidenceLevel level) {
        if (survival == 1 && unboundedAtOne) {
            return Outcome.undefined(Reason.NOT_ESTIMABLE, "no one has left yet, the variance has no estimate");
        }
        Interval limits = limits(survival, spread, level);
        // a rounding error must not push a limit past the estimate
        return Outcome.of(Interval.of(Math.min(limits.lower(), survival), Math.max(limits.upper(), survival), level));
    }

    private static Interval cut(double lower, double upper, ConfidenceLevel level) {
        return Interval.of(Math.max(0, lower), Math.min(1, upper), level);
    }

    private static double square(double x) {
        return x * x;
    }
}
