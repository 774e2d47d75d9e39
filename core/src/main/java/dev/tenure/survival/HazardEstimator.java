package dev.tenure.survival;

/**
 * What those that end at one time add to the cumulative hazard. The order carries no meaning. Both are the same where no two
 * end at one time.
 *
 * <p>With {@code d} of {@code n} at risk ending at a time.
 */
public enum HazardEstimator {
    /**
     * They end at once: {@code d / n}, with variance {@code d / n^2}. Source: W. Nelson, "Theory and Applications of Hazard Plotting for
     * Censored Failure Data", <i>Technometrics</i> 14 (1972), 945-966; O. Aalen, "Nonparametric Inference for a Family of Counting
     * Processes", <i>Annals of Statistics</i> 6 (1978), 701-726.
     */
    NELSON_AALEN("sum of ended / at risk") {
        @Override
        double increment(RiskTable table, int row) {
            return table.ended(row) / table.atRisk(row);
        }

        @Override
        double slope(RiskTable table, int row) {
            return table.ended(row) / (table.atRisk(row) * table.atRisk(row));
        }
    },
    /**
     * They end one after the other, and the time is only rounded: {@code 1/n + 1/(n-1) + ... + 1/(n-d+1)}, with variance
     * {@code 1/n^2 + 1/(n-1)^2 + ... + 1/(n-d+1)^2}; weights share each of these equally. Source: T. R. Fleming and D. P. Harrington,
     * "Nonparametric Estimation of the Survival Distribution in Censored Data", <i>Communications in Statistics</i> 13 (1984), 2469-2486.
     */
    FLEMING_HARRINGTON("sum of 1 / at risk, of those that end at one time one after the other") {
        @Override
        double increment(RiskTable table, int row) {
            long terms = table.endedCount(row);
            return terms == 0 ? 0 : TiedSums.ofInverses(table.atRisk(row) / meanWeight(table, row), terms);
        }

        @Override
        double slope(RiskTable table, int row) {
            long terms = table.endedCount(row);
            if (terms == 0) {
                return 0;
            }
            double weight = meanWeight(table, row);
            return TiedSums.ofSquares(table.atRisk(row) / weight, terms) / weight;
        }
    };

    private final String formula;

    HazardEstimator(String formula) {
        this.formula = formula;
    }

    /** Returns the formula of the hazard, in words. */
    String formula() {
        return formula;
    }

    /** Returns what a row adds to the hazard. */
    abstract double increment(RiskTable table, int row);

    /** Returns by how much that falls with the number at risk; without weights, its variance. */
    abstract double slope(RiskTable table, int row);

    private static double meanWeight(RiskTable table, int row) {
        return table.ended(row) / table.endedCount(row);
    }
}
