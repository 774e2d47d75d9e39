package dev.tenure.survival.comparison;

import java.io.Serializable;

/**
 * How much each time at which observations end counts in a {@link LogRank} test: whether early or late differences matter. Weights are
 * to be chosen before the data are seen; the test with the smallest p-value of several is not a test.
 *
 * <p><b>Conventions.</b> The weight of a time comes from all groups of a stratum together, and from nothing after that time. Multiplying
 * all weights by the same number changes neither the statistic nor the p-value.
 *
 * <p><b>Source.</b> J. P. Klein and M. L. Moeschberger, <i>Survival Analysis</i>, 2nd edition, Springer 2003, section 7.3.
 */
public sealed interface LogRankWeight extends Serializable permits StandardWeight, FlemingHarrington {

    /**
     * Returns the weight of a time at which observations end.
     *
     * @param atRisk how many are at risk just before it, one or more
     * @param before the Kaplan–Meier share of all groups just before it, a fraction in (0, 1]
     * @param modified the product of {@code 1 - ended / (at risk + 1)} up to it, this time included, a fraction in (0, 1)
     * @return the weight, zero or more
     */
    double at(double atRisk, double before, double modified);
}
