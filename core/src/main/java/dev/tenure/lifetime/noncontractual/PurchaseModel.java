package dev.tenure.lifetime.noncontractual;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.lifetime.DiscountRate;
import java.io.Serializable;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * A model of clients who buy at random times until, unseen, they leave for good: a <em>buy-till-you-die</em> model with known parameters.
 *
 * <p><b>Units.</b> The parameters are by {@link #unit()}; every time that is handed over is a duration, so that no two units can be mixed.
 *
 * <p><b>Conventions.</b> Purchases are repeat purchases: the first one, which made the client, is not counted. A client without any observation, one
 * just won, has an age of zero.
 */
public sealed interface PurchaseModel extends Serializable permits BgNbd, MbgNbd, ParetoNbd {

    /**
     * Returns the unit of time of the parameters.
     *
     * @return the unit, of a fixed length: weeks or a shorter one
     */
    ChronoUnit unit();

    /**
     * Returns the logarithm of the likelihood of a history.
     *
     * @param history the history
     * @return the logarithm of the density of its purchases at their times, in {@link #unit()}; finite
     */
    double logLikelihood(PurchaseHistory history);

    /**
     * Returns how likely it is that a client is still one at the end of his history.
     *
     * @param history the history
     * @return the probability, in [0, 1]
     */
    double probabilityAlive(PurchaseHistory history);

    /**
     * Returns how many purchases a new client is expected to make.
     *
     * @param horizon how long from the first purchase on, zero or more
     * @return the number of repeat purchases, zero or more
     * @throws IllegalArgumentException if the horizon is negative
     */
    double expectedPurchases(Duration horizon);

    /**
     * Returns how many purchases a client is expected to make after the end of his history.
     *
     * @param history the history
     * @param horizon how long from the end of the history on, zero or more
     * @return the number, zero or more
     * @throws IllegalArgumentException if the horizon is negative
     */
    double expectedPurchases(PurchaseHistory history, Duration horizon);

    /**
     * Returns how likely a number of purchases by a new client is.
     *
     * @param purchases the number of repeat purchases, zero or more
     * @param horizon how long from the first purchase on, zero or more
     * @return the probability, in [0, 1]
     * @throws IllegalArgumentException if an argument is negative
     */
    double probability(long purchases, Duration horizon);

    /**
     * Returns how likely a number of purchases after the end of a history is.
     *
     * @param purchases the number, zero or more
     * @param history the history
     * @param horizon how long from the end of the history on, zero or more
     * @return the probability, in [0, 1]
     * @throws IllegalArgumentException if an argument is negative
     */
    double probability(long purchases, PurchaseHistory history, Duration horizon);

    /**
     * Returns the discounted expected residual transactions (DERT): how many purchases a client is expected to make after the end of his history, for all time, each
     * discounted to the end of the history.
     *
     * @param history the history
     * @param discount what money loses with time
     * @return the number, zero or more; undefined ({@link Reason#NOT_FINITE}) if it has no end, as it can without a discount
     */
    Outcome<Double> discountedExpectedPurchases(PurchaseHistory history, DiscountRate discount);

    /**
     * Returns how many purchases a client is expected to make after the end of his history and within a horizon, each discounted to the end of the history from
     * its own moment: \( \int_0^t e^{-\delta u} \, dE(u) \), where \( E(u) \) is what {@link #expectedPurchases(PurchaseHistory, Duration)} says.
     *
     * @param history the history
     * @param discount what money loses with time
     * @param horizon how long from the end of the history on, zero or more
     * @return the number, zero or more; no more than without a discount, and no more than for all time
     * @throws IllegalArgumentException if the horizon is negative
     */
    double discountedExpectedPurchases(PurchaseHistory history, DiscountRate discount, Duration horizon);
}
