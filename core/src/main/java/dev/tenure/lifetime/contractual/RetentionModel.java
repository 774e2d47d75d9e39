package dev.tenure.lifetime.contractual;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.lifetime.DiscountRate;
import java.io.Serializable;
import java.time.Period;

/**
 * A model of clients who must renew to stay, and whose leaving is seen: a <em>contractual</em> model with known parameters.
 *
 * <p><b>Formula.</b> With \(T\) the renewal at which a client leaves, \( S(n) = P(T > n) \) is the share that is kept after \(n\) renewals,
 * \( r(n) = S(n) / S(n - 1) \) the retention of the \(n\)-th, and \( S(n - 1) - S(n) \) the probability of leaving at it.
 *
 * <p><b>Units.</b> Time is counted in renewals, one every {@link #period()}; a discount rate is by time, so that no two units can be mixed.
 *
 * <p><b>Conventions.</b> Everyone is there for the first period, so that \( S(0) = 1 \); the first renewal is at its end. A client who leaves at the
 * \(n\)-th renewal has been one for \(n\) periods. Every period is paid for when it begins.
 */
public sealed interface RetentionModel extends Serializable
        permits BetaDiscreteWeibull, Geometric, ShiftedBetaGeometric {

    /**
     * Returns the time from one renewal to the next.
     *
     * @return the period, above zero
     */
    Period period();

    /**
     * Returns which share of clients is kept.
     *
     * @param renewals after how many renewals, zero or more
     * @return the share, in [0, 1]
     * @throws IllegalArgumentException if the number is negative
     */
    default double survival(int renewals) {
        return survivalGiven(0, renewals);
    }

    /**
     * Returns which share of the clients who are kept so far will be kept for longer.
     *
     * @param survived how many renewals they have been through, zero or more
     * @param renewals after how many more renewals, zero or more
     * @return the share, in [0, 1]
     * @throws IllegalArgumentException if a number is negative
     */
    double survivalGiven(int survived, int renewals);

    /**
     * Returns which share of the clients who come to a renewal go through it.
     *
     * @param renewal the renewal, 1 for the first
     * @return the share, in [0, 1]
     * @throws IllegalArgumentException if the number is not positive
     */
    double retention(int renewal);

    /**
     * Returns how probable it is that a new client leaves at a renewal.
     *
     * @param renewal the renewal, 1 for the first
     * @return the probability, in [0, 1]
     * @throws IllegalArgumentException if the number is not positive
     */
    double probabilityOfLeaving(int renewal);

    /**
     * Returns for how many periods a new client is expected to be one.
     *
     * @return the mean number, one or more; undefined ({@link Reason#NOT_FINITE}) if it is infinite, because few of those who stay long ever leave
     */
    default Outcome<Double> expectedLifetime() {
        return expectedResidualLifetime(0);
    }

    /**
     * Returns for how many periods a client is expected to be one from the last renewal on.
     *
     * @param survived how many renewals the client has been through, zero or more
     * @return the mean number, the period that the last renewal began included, one or more; undefined ({@link Reason#NOT_FINITE}) if it is infinite
     * @throws IllegalArgumentException if the number is negative
     */
    default Outcome<Double> expectedResidualLifetime(int survived) {
        return RenewalSums.whole(this, survived, DiscountRate.none());
    }

    /**
     * Returns the discounted expected lifetime (DEL) of a new client: how many periods he is expected to pay for, each discounted to the day on which he
     * comes, the first not at all.
     *
     * @param discount what money loses with time
     * @return the number, one or more; undefined ({@link Reason#NOT_FINITE}) if it is infinite, as it can be without a discount
     */
    default Outcome<Double> discountedLifetime(DiscountRate discount) {
        return RenewalSums.whole(this, 0, discount);
    }

    /**
     * Returns the discounted expected lifetime of a new client within a horizon.
     *
     * @param discount what money loses with time
     * @param periods how many periods count, zero or more, the first included
     * @return the number, from 0 to {@code periods}
     * @throws IllegalArgumentException if the number is negative
     */
    default double discountedLifetime(DiscountRate discount, int periods) {
        return RenewalSums.first(this, 0, discount, periods);
    }

    /**
     * Returns the discounted expected residual lifetime (DERL): how many more periods a client is expected to renew for, each discounted to the moment
     * at which he is valued.
     *
     * <p><b>Formula.</b> \( \sum_{k \ge 1} S(s + k) / S(s) \, (1 + d)^{-(k - 1)} \) before a renewal, and that divided by \(1 + d\) after one, with
     * \(d\) the rate of a period.
     *
     * @param survived how many renewals the client has been through, zero or more
     * @param timing when the client is valued
     * @param discount what money loses with time
     * @return the number, zero or more; undefined ({@link Reason#NOT_FINITE}) if it is infinite, as it can be without a discount
     * @throws IllegalArgumentException if the number is negative
     */
    default Outcome<Double> discountedResidualLifetime(int survived, RenewalTiming timing, DiscountRate discount) {
        int next = RenewalSums.next(survived);
        double weight = retention(next) * RenewalSums.weight(this, timing, discount);
        return RenewalSums.whole(this, next, discount).map(sum -> weight * sum);
    }

    /**
     * Returns the discounted expected residual lifetime within a horizon.
     *
     * @param survived how many renewals the client has been through, zero or more
     * @param timing when the client is valued
     * @param discount what money loses with time
     * @param renewals how many renewals count, zero or more
     * @return the number, from 0 to {@code renewals}
     * @throws IllegalArgumentException if a number is negative
     */
    default double discountedResidualLifetime(int survived, RenewalTiming timing, DiscountRate discount, int renewals) {
        int next = RenewalSums.next(survived);
        double weight = retention(next) * RenewalSums.weight(this, timing, discount);
        return weight * RenewalSums.first(this, next, discount, renewals);
    }
}
