package dev.tenure.lifetime.contractual;

import java.time.Period;

/**
 * The beta-discrete-Weibull model (BdW): as {@link ShiftedBetaGeometric}, but the probability of leaving of each single client may rise or fall with
 * tenure, too.
 *
 * <p><b>Formula.</b> \( S(n) = B(\alpha, \beta + n^c) / B(\alpha, \beta) \): a client of probability \(\theta\) is kept for \(n\) renewals with
 * \( (1 - \theta)^{n^c} \).
 *
 * <p><b>Conventions.</b> With \( c = 1 \) it is the sBG; with {@code c > 1} each client becomes less loyal with tenure, with {@code c < 1} more loyal. The
 * mean lifetime is infinite if \( c \alpha \le 1 \).
 *
 * <p><b>Source.</b> P. S. Fader, B. G. S. Hardie, Y. Liu, J. Davin and T. Steenburgh, "'How to project customer retention' revisited: the role of duration
 * dependence", <i>Journal of Interactive Marketing</i> 43 (2018), 1-16.
 *
 * @param alpha the first parameter of the beta law, above zero, finite
 * @param beta the second one, above zero, finite
 * @param c the power of tenure, above zero, finite
 * @param period the time from one renewal to the next, above zero
 */
public record BetaDiscreteWeibull(double alpha, double beta, double c, Period period) implements RetentionModel {

    /**
     * Creates a model.
     *
     * @param alpha the first parameter of the beta law, above zero, finite
     * @param beta the second one, above zero, finite
     * @param c the power of tenure, above zero, finite
     * @param period the time from one renewal to the next, above zero
     */
    public BetaDiscreteWeibull {
        Renewals.positive("alpha", alpha);
        Renewals.positive("beta", beta);
        Renewals.positive("c", c);
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
        Renewals.notNegative("survived", survived);
        Renewals.notNegative("renewals", renewals);
        return Math.exp(BetaRatio.logOfPowers(alpha, beta, c, survived, renewals));
    }

    @Override
    public double retention(int renewal) {
        return survivalGiven(Renewals.positive("renewal", renewal) - 1, 1);
    }

    @Override
    public double probabilityOfLeaving(int renewal) {
        int before = Renewals.positive("renewal", renewal) - 1;
        return survivalGiven(0, before) * -Math.expm1(BetaRatio.logOfPowers(alpha, beta, c, before, 1));
    }
}
