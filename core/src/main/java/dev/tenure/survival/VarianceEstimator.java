package dev.tenure.survival;

import com.google.common.collect.ImmutableList;

/**
 * How the variance of a survival curve is estimated. The data decide: the calculator takes the first that applies. The order
 * carries no meaning beyond that.
 */
public enum VarianceEstimator {
    /**
     * Greenwood's formula, for observations that each stand for themselves or for a number of equal ones. Source: M. Greenwood,
     * <i>The Natural Duration of Cancer</i>, Reports on Public Health and Medical Subjects 33, HMSO 1926.
     */
    GREENWOOD("sqrt(sum of (area under S from t to horizon)^2 * ended / (at risk * (at risk - ended)))") {
        @Override
        double[] logVariances(ImmutableList<Exits> exits) {
            return Greenwood.logVariances(exits);
        }

        @Override
        double areaVariance(ImmutableList<SurvivalStep> steps, double horizon) {
            return Greenwood.areaVariance(steps, horizon);
        }
    },
    /**
     * The infinitesimal jackknife, for weights that are not counts. It does not change when all weights are multiplied by the
     * same number, and is Greenwood's formula when all weights are equal. Source: T. M. Therneau and P. M. Grambsch,
     * <i>Modeling Survival Data</i>, Springer 2000, section 2.
     */
    INFINITESIMAL_JACKKNIFE("sqrt(sum of (weight * derivative of the mean by the weight)^2)") {
        @Override
        double[] logVariances(ImmutableList<Exits> exits) {
            return Jackknife.logVariances(exits);
        }

        @Override
        double areaVariance(ImmutableList<SurvivalStep> steps, double horizon) {
            return Jackknife.areaVariance(steps, horizon);
        }
    },
    /** None: weights that are not counts together with delayed entry. */
    NONE("none") {
        @Override
        double[] logVariances(ImmutableList<Exits> exits) {
            return new double[exits.size()];
        }

        @Override
        double areaVariance(ImmutableList<SurvivalStep> steps, double horizon) {
            return 0;
        }
    };

    private final String areaFormula;

    VarianceEstimator(String areaFormula) {
        this.areaFormula = areaFormula;
    }

    /** Returns the formula of the standard error of an area, in words. */
    String areaFormula() {
        return areaFormula;
    }

    /** Returns the variance of the logarithm of the share after each of the exits; meaningless where the share is 0. */
    abstract double[] logVariances(ImmutableList<Exits> exits);

    /** Returns the variance of the area under the curve up to a horizon. */
    abstract double areaVariance(ImmutableList<SurvivalStep> steps, double horizon);
}
