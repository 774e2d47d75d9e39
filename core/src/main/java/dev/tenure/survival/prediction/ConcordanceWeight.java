package dev.tenure.survival.prediction;

/** How much each pair of observations counts in a {@link Concordance}. The order carries no meaning. */
public enum ConcordanceWeight {
    /**
     * Each pair counts the same. What is estimated depends on the pattern of censoring. Source: F. E. Harrell, K. L. Lee and D. B. Mark,
     * "Multivariable Prognostic Models", <i>Statistics in Medicine</i> 15 (1996), 361-387.
     */
    HARRELL {
        @Override
        double at(double uncensored) {
            return 1;
        }
    },
    /**
     * A pair whose earlier time is {@code t} counts {@code 1 / G(t-)^2}, {@code G} being the share that is not censored, so that what is
     * estimated does not depend on the pattern of censoring. Needs a horizon before the last observations, where {@code G} is small. Source:
     * H. Uno, T. Cai, M. J. Pencina, R. B. D'Agostino and L. J. Wei, "On the C-statistics for Evaluating Overall Adequacy of Risk Prediction
     * Procedures with Censored Survival Data", <i>Statistics in Medicine</i> 30 (2011), 1105-1117.
     */
    UNO {
        @Override
        double at(double uncensored) {
            return 1 / (uncensored * uncensored);
        }
    };

    /** Returns the weight of a pair, given the share that is not censored before the earlier time. */
    abstract double at(double uncensored);
}
