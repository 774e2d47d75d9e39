package dev.tenure.lifetime.contractual;

import java.time.Period;

/**
 * The shifted beta-geometric model (sBG): each client leaves with the same probability at every renewal, and these probabilities differ from client
 * to client by a beta law.
 *
 * <p><b>Formula.</b> \( S(n) = B(\alpha, \beta + n) / B(\alpha, \beta) \); the retention of the \(n\)-th renewal is \( (\beta + n - 1) / (\alpha + \beta + n -
 * 1) \).
 *
 * <p><b>Conventions.</b> Retention rises with tenure, not since clients become more loyal but since the less loyal have left. With \( \alpha \le 1 \) the
 * mean lifetime is infinite. As \( \alpha + \beta \to \infty \) the model becomes {@link Geometric}.
 *
 * <p><b>Source.</b> P. S. Fader and B. G. S. Hardie, "How to project customer retention", <i>Journal of Interactive Marketing</i> 21 (2007), 76-90;
 * "Customer-base valuation in a contractual setting: the perils of ignoring heterogeneity", <i>Marketing Science</i> 29 (2010), 85-93.
 *
 * @param alpha the first parameter of the beta law of the probabilities of leaving, above zero, finite
 * @param beta the second one, above zero, finite
 * @param period the time from one renewal to the next, above zero
 */
public record ShiftedBetaGeometric(double alpha, double beta, Period period) implements RetentionModel {

    /**
     * Creates a model.
     *
     * @param alpha the first parameter of the beta law of the probabilities of leaving, above zero, finite
     * @param beta the second one, above zero, finite
     * @param period the time from one renewal to the next, above zero
     */
    public ShiftedBetaGeometric {
        Renewals.positive("alpha", alpha);
        Renewals.positive("beta", beta);
        Renewals.positive(period);
    }

    /**
     * Returns how probable it is on average that a new client leaves at the first renewal: the mean of the beta law.
     *
     * @return the probability, in (0, 1)
     */
    public double meanProbabilityOfLeaving() {
        return alpha / (alpha + beta);
    }

    @Override
    public double survivalGiven(int survived, int renewals) {
        double from = beta + Renewals.notNegative("survived", survived);
        return Math.exp(BetaRatio.log(alpha, from, Renewals.notNegative("renewals", renewals)));
    }

    @Override
    public double retention(int renewal) {
        double kept = beta + (Renewals.positive("renewal", renewal) - 1);
        return kept / (alpha + kept);
    }

    @Override
    public double probabilityOfLeaving(int renewal) {
        int before = Renewals.positive("renewal", renewal) - 1;
        return survivalGiven(0, before) * (alpha / (alpha + beta + before));
    }
}
