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
        double lower(double survival, double spread) {
            return survival * (1 - spread);
        }

        @Override
        double upper(double survival, double spread) {
            return survival * (1 + spread);
        }
    },
    /** Symmetric in its logarithm, cut at 1; the default of R. Where no one has left, [1, 1]. */
    LOG(false) {
        @Override
        double lower(double survival, double spread) {
            return survival * Math.exp(-spread);
        }

        @Override
        double upper(double survival, double spread) {
            return survival * Math.exp(spread);
        }
    },
    /** Symmetric in {@code log(-log(S))}; good for small samples, and the choice of the calculator unless another is set. */
    LOG_LOG(true) {
        @Override
        double lower(double survival, double spread) {
            return Math.pow(survival, Math.exp(spread / -Math.log(survival)));
        }

        @Override
        double upper(double survival, double spread) {
            return Math.pow(survival, Math.exp(spread / Math.log(survival)));
        }
    },
    /** Symmetric in the log odds. */
    LOGIT(true) {
        @Override
        double lower(double survival, double spread) {
            double odds = survival / (1 - survival);
            return odds / (odds + Math.exp(spread / (1 - survival)));
        }

        @Override
        double upper(double survival, double spread) {
            double odds = survival / (1 - survival);
            return odds / (odds + 1 / Math.exp(spread / (1 - survival)));
        }
    },
    /** Symmetric in {@code arcsin(sqrt(S))}; good for small samples too. */
    ARCSINE(true) {
        @Override
        double lower(double survival, double spread) {
            return square(Math.sin(Math.max(0, angle(survival) - width(survival, spread))));
        }

        @Override
        double upper(double survival, double spread) {
            return square(Math.sin(Math.min(Math.PI / 2, angle(survival) + width(survival, spread))));
        }

        private static double angle(double survival) {
            return Math.asin(Math.sqrt(survival));
        }

        private static double width(double survival, double spread) {
            return spread / 2 * Math.sqrt(survival / (1 - survival));
        }
    };

    /** Whether the scale has no finite value where everyone survives. */
    private final boolean unboundedAtOne;

    SurvivalInterval(boolean unboundedAtOne) {
        this.unboundedAtOne = unboundedAtOne;
    }

    /** Returns the lower limit, not yet cut, given the share and the standard error of its logarithm times the normal quantile. */
    abstract double lower(double survival, double spread);

    /** Returns the upper limit, not yet cut, given the share and the standard error of its logarithm times the normal quantile. */
    abstract double upper(double survival, double spread);

    /** Returns the lower limit within [0, 1]; a rounding error must not push it past the share. */
    double lowerLimit(double survival, double spread) {
        return Math.min(Math.max(0, lower(survival, spread)), survival);
    }

    /** Returns the upper limit within [0, 1]; a rounding error must not push it past the share. */
    double upperLimit(double survival, double spread) {
        return Math.max(Math.min(1, upper(survival, spread)), survival);
    }

    /** Tells whether a share that has a variance has an interval. */
    boolean isDefinedAt(double survival) {
        return survival < 1 || !unboundedAtOne;
    }

    /** Returns the interval of a share, given the variance of its logarithm and the level. */
    Outcome<Interval> interval(double survival, Outcome<Double> logVariance, ConfidenceLevel level) {
        return logVariance.flatMap(variance -> interval(survival, level.normalQuantile() * Math.sqrt(variance), level));
    }

    private Outcome<Interval> interval(double survival, double spread, ConfidenceLevel level) {
        return isDefinedAt(survival)
                ? Outcome.of(Interval.of(lowerLimit(survival, spread), upperLimit(survival, spread), level))
                : Outcome.undefined(Reason.NOT_ESTIMABLE, "no one has left yet, the variance has no estimate");
    }

    private static double square(double x) {
        return x * x;
    }
}
