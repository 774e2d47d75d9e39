package dev.tenure.survival;

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
        double[] variances(RiskTable table, RowFunction slope) {
            return Greenwood.variances(table, slope);
        }

        @Override
        double areaVariance(SurvivalColumns curve, double horizon) {
            return Greenwood.areaVariance(curve, horizon);
        }
    },
    /**
     * The infinitesimal jackknife, for weights that are not counts. It does not change when all weights are multiplied by the
     * same number, and is Greenwood's formula when all weights are equal. Source: T. M. Therneau and P. M. Grambsch,
     * <i>Modeling Survival Data</i>, Springer 2000, section 2.
     */
    INFINITESIMAL_JACKKNIFE("sqrt(sum of (weight * derivative of the mean by the weight)^2)") {
        @Override
        double[] variances(RiskTable table, RowFunction slope) {
            return Jackknife.variances(table, slope);
        }

        @Override
        double areaVariance(SurvivalColumns curve, double horizon) {
            return Jackknife.areaVariance(curve, horizon);
        }
    },
    /** None: weights that are not counts together with delayed entry. */
    NONE("none") {
        @Override
        double[] variances(RiskTable table, RowFunction slope) {
            return new double[0];
        }

        @Override
        double areaVariance(SurvivalColumns curve, double horizon) {
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

    /**
     * Returns the variance after each row of an estimate that is a sum over the rows, such as the logarithm of the share that survives.
     *
     * @param table the rows
     * @param slope by how much what a row adds changes with the number at risk, but for its sign
     */
    abstract double[] variances(RiskTable table, RowFunction slope);

    /** Returns the variance of the area under the curve up to a horizon. */
    abstract double areaVariance(SurvivalColumns curve, double horizon);
}
