package dev.tenure.lifetime.contractual;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.Period;

/**
 * The geometric model: all clients are alike, and leave with the same probability at every renewal.
 *
 * <p><b>Formula.</b> \( S(n) = (1 - \theta)^n \).
 *
 * <p><b>Conventions.</b> Of a book of clients who differ it says too low a retention for those who have stayed: see {@link ShiftedBetaGeometric}, of
 * which it is the limit.
 *
 * @param theta the probability of leaving at a renewal, in (0, 1)
 * @param period the time from one renewal to the next, above zero
 */
public record Geometric(double theta, Period period) implements RetentionModel {

    /**
     * Creates a model.
     *
     * @param theta the probability of leaving at a renewal, in (0, 1)
     * @param period the time from one renewal to the next, above zero
     */
    public Geometric {
        checkArgument(theta > 0 && theta < 1, "theta must be in (0, 1): %s", theta);
        Renewals.positive(period);
    }

    @Override
    public double survivalGiven(int survived, int renewals) {
        Renewals.notNegative("survived", survived);
        return Math.exp(Renewals.notNegative("renewals", renewals) * Math.log1p(-theta));
    }

    @Override
    public double retention(int renewal) {
        Renewals.positive("renewal", renewal);
        return 1 - theta;
    }

    @Override
    public double probabilityOfLeaving(int renewal) {
        return survivalGiven(0, Renewals.positive("renewal", renewal) - 1) * theta;
    }
}
