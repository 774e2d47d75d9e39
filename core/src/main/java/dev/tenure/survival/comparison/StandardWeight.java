package dev.tenure.survival.comparison;

/** The usual weights, without parameters. The order carries no meaning. */
public enum StandardWeight implements LogRankWeight {
    /**
     * 1 at every time: the log-rank test, the most powerful one if the hazards are in the same proportion at all times. Source: N. Mantel,
     * "Evaluation of Survival Data and Two New Rank Order Statistics", <i>Cancer Chemotherapy Reports</i> 50 (1966), 163-170.
     */
    LOG_RANK {
        @Override
        public double at(double atRisk, double before, double modified) {
            return 1;
        }
    },
    /**
     * How many are at risk: early differences count most, and so does the pattern of censoring. Source: E. A. Gehan, "A Generalized
     * Wilcoxon Test for Comparing Arbitrarily Singly-Censored Samples", <i>Biometrika</i> 52 (1965), 203-223.
     */
    GEHAN {
        @Override
        public double at(double atRisk, double before, double modified) {
            return atRisk;
        }
    },
    /**
     * The square root of how many are at risk. Source: R. E. Tarone and J. Ware, "On Distribution-Free Tests for Equality of Survival
     * Distributions", <i>Biometrika</i> 64 (1977), 156-160.
     */
    TARONE_WARE {
        @Override
        public double at(double atRisk, double before, double modified) {
            return Math.sqrt(atRisk);
        }
    },
    /**
     * The product of {@code 1 - ended / (at risk + 1)} up to the time, this time included: early differences count most, whatever the
     * pattern of censoring. Source: R. Peto and J. Peto, "Asymptotically Efficient Rank Invariant Test Procedures", <i>Journal of the
     * Royal Statistical Society</i> A 135 (1972), 185-207.
     */
    PETO_PETO {
        @Override
        public double at(double atRisk, double before, double modified) {
            return modified;
        }
    },
    /**
     * That of {@link #PETO_PETO} times {@code at risk / (at risk + 1)}. Source: P. K. Andersen, Ø. Borgan, R. D. Gill and N. Keiding, "Linear
     * Nonparametric Tests for Comparison of Counting Processes", <i>International Statistical Review</i> 50 (1982), 219-258.
     */
    MODIFIED_PETO_PETO {
        @Override
        public double at(double atRisk, double before, double modified) {
            return modified * atRisk / (atRisk + 1);
        }
    }
}
