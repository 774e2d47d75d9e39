package dev.tenure.survival.parametric;

import org.apache.commons.numbers.gamma.Erfcx;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The law of the standardised logarithm of time, {@code z = (log t - mu) / sigma}, by functions that keep their digits far out in the
 * tails.
 */
enum StandardLaw {
    /** The smallest extreme value: time is Weibull. */
    EXTREME_VALUE {
        @Override
        double logDensity(double z) {
            return z - Math.exp(z);
        }

        @Override
        double logDensitySlope(double z) {
            return 1 - Math.exp(z);
        }

        @Override
        double logDensityCurvature(double z) {
            return -Math.exp(z);
        }

        @Override
        double logSurvival(double z) {
            return -Math.exp(z);
        }

        @Override
        double logCumulative(double z) {
            double hazard = Math.exp(z);
            if (hazard == 0) {
                // of a hazard that underflows, the logarithm is still known
                return z;
            }
            return hazard < LOG_TWO ? Math.log(-Math.expm1(-hazard)) : Math.log1p(-Math.exp(-hazard));
        }

        @Override
        double hazard(double z) {
            return Math.exp(z);
        }

        @Override
        double hazardSlope(double z) {
            return Math.exp(z);
        }

        @Override
        double inverse(double cumulativeHazard) {
            return Math.log(cumulativeHazard);
        }
    },

    /** The normal law: time is log-normal. */
    NORMAL {
        @Override
        double logDensity(double z) {
            return -z * z / 2 - LOG_ROOT_TWO_PI;
        }

        @Override
        double logDensitySlope(double z) {
            return -z;
        }

        @Override
        double logDensityCurvature(double z) {
            return -1;
        }

        @Override
        double logSurvival(double z) {
            return z > 0
                    ? -z * z / 2 + Math.log(Erfcx.value(z / ROOT_TWO) / 2)
                    : Math.log1p(-Math.exp(-z * z / 2) * Erfcx.value(-z / ROOT_TWO) / 2);
        }

        @Override
        double logCumulative(double z) {
            return logSurvival(-z);
        }

        @Override
        double hazard(double z) {
            return z > 0 ? ROOT_TWO_OVER_PI / Erfcx.value(z / ROOT_TWO) : Math.exp(logDensity(z) - logSurvival(z));
        }

        @Override
        double hazardSlope(double z) {
            double hazard = hazard(z);
            return hazard * (hazard - z);
        }

        @Override
        double inverse(double cumulativeHazard) {
            if (cumulativeHazard < LAST_BY_QUANTILE) {
                double ended = -Math.expm1(-cumulativeHazard);
                return ended < 0.5
                        ? NORMAL_LAW.inverseCumulativeProbability(ended)
                        : NORMAL_LAW.inverseSurvivalProbability(Math.exp(-cumulativeHazard));
            }
            double z = Math.sqrt(2 * cumulativeHazard);
            for (int i = 0; i < STEPS_TO_TAIL; i++) {
                z += (cumulativeHazard + logSurvival(z)) / hazard(z);
            }
            return z;
        }
    },

    /** The logistic law: time is log-logistic. */
    LOGISTIC {
        @Override
        double logDensity(double z) {
            return -Math.abs(z) - 2 * Math.log1p(Math.exp(-Math.abs(z)));
        }

        @Override
        double logDensitySlope(double z) {
            return -Math.tanh(z / 2);
        }

        @Override
        double logDensityCurvature(double z) {
            return -2 * Math.exp(logDensity(z));
        }

        @Override
        double logSurvival(double z) {
            return -Math.max(z, 0) - Math.log1p(Math.exp(-Math.abs(z)));
        }

        @Override
        double logCumulative(double z) {
            return logSurvival(-z);
        }

        @Override
        double hazard(double z) {
            return 1 / (1 + Math.exp(-z));
        }

        @Override
        double hazardSlope(double z) {
            return Math.exp(logDensity(z));
        }

        @Override
        double inverse(double cumulativeHazard) {
            return cumulativeHazard > LAST_EXPM1 ? cumulativeHazard : Math.log(Math.expm1(cumulativeHazard));
        }
    };

    private static final double LOG_TWO = Math.log(2);
    private static final double ROOT_TWO = Math.sqrt(2);
    private static final double ROOT_TWO_OVER_PI = Math.sqrt(2 / Math.PI);
    private static final double LOG_ROOT_TWO_PI = Math.log(2 * Math.PI) / 2;
    private static final NormalDistribution NORMAL_LAW = NormalDistribution.of(0, 1);
    /** Up to this cumulative hazard the share that survives is a number with all its digits. */
    private static final double LAST_BY_QUANTILE = 600;

    private static final int STEPS_TO_TAIL = 5;
    /** Beyond, adding one changes no digit of the exponential. */
    private static final double LAST_EXPM1 = 40;

    /** Returns the logarithm of the density. */
    abstract double logDensity(double z);

    /** Returns the first derivative of the logarithm of the density. */
    abstract double logDensitySlope(double z);

    /** Returns the second derivative of the logarithm of the density. */
    abstract double logDensityCurvature(double z);

    /** Returns the logarithm of the share above. */
    abstract double logSurvival(double z);

    /** Returns the logarithm of the share below. */
    abstract double logCumulative(double z);

    /** Returns the density over the share above. */
    abstract double hazard(double z);

    /** Returns the derivative of the hazard. */
    abstract double hazardSlope(double z);

    /** Returns where the logarithm of the share above is the given number, positive, below zero. */
    abstract double inverse(double cumulativeHazard);

    static StandardLaw of(SurvivalLaw law) {
        return switch (law.family()) {
            case WEIBULL -> EXTREME_VALUE;
            case LOG_NORMAL -> NORMAL;
            case LOG_LOGISTIC -> LOGISTIC;
            case EXPONENTIAL, PIECEWISE_EXPONENTIAL ->
                throw new IllegalArgumentException("law must have a location and a scale: " + law);
        };
    }
}
