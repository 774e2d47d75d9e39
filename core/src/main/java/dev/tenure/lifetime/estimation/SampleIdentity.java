package dev.tenure.lifetime.estimation;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.stream.DoubleStream;

/**
 * By what is told whether two fits are of the same sample in the same unit, so that their likelihoods can be compared.
 *
 * <p><b>Conventions.</b> The same observations in another unit are another sample: a density changes with the unit. Two samples that differ have the same digest
 * with a probability of about 2<sup>-64</sup>.
 *
 * @param unit the unit of what was observed, such as {@code "Weeks"}, {@code "RUB"} or {@code "P1M"}; empty if it has none
 * @param digest a number that follows from all statistics of the sample on which a likelihood depends
 */
public record SampleIdentity(String unit, long digest) {

    private static final long ODD = 0x9E3779B97F4A7C15L;
    private static final int HALF = 32;

    /**
     * Returns the identity of a sample.
     *
     * @param unit the unit of what was observed; empty if it has none
     * @param statistics all numbers on which a likelihood of the sample depends, always in the same order
     * @return the identity
     */
    public static SampleIdentity of(String unit, DoubleStream statistics) {
        long[] digest = {ODD};
        statistics.sequential().forEachOrdered(value -> {
            digest[0] = (digest[0] ^ Double.doubleToLongBits(value)) * ODD;
            digest[0] ^= digest[0] >>> HALF;
        });
        return new SampleIdentity(unit, digest[0]);
    }

    /** Checks that a fit called by its role is of the sample of a fit called by its name. */
    static void check(String role, ModelFit<?> one, ModelFit<?> other) {
        checkArgument(
                one.observations() == other.observations(),
                "%s must be of the same %s observations: %s",
                role,
                one.observations(),
                other.observations());
        SampleIdentity ours = one.likelihood().sample();
        SampleIdentity theirs = other.likelihood().sample();
        checkArgument(
                ours.unit().equals(theirs.unit()),
                "%s must be in the same unit %s: %s",
                role,
                ours.unit(),
                theirs.unit());
        checkArgument(ours.equals(theirs), "%s must be of the same sample as %s: %s", role, one.name(), other.name());
    }
}
