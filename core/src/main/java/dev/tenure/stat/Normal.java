package dev.tenure.stat;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal distribution. */
final class Normal {

    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private Normal() {}

    /** Returns the value exceeded with the given probability. */
    static double inverseSurvival(double probability) {
        return STANDARD.inverseSurvivalProbability(probability);
    }
}
