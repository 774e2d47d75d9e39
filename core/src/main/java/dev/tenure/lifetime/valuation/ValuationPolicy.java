package dev.tenure.lifetime.valuation;

import dev.tenure.lifetime.DiscountRate;
import java.time.Period;
import java.util.Objects;

/**
 * The rules by which a client is valued.
 *
 * @param discount what money loses with time
 * @param horizon up to which day the future counts
 * @param tenure how long a client who was won back has been one
 * @param historic what a payment of the past counts today
 */
public record ValuationPolicy(
        DiscountRate discount, ValueHorizon horizon, SpellTenure tenure, HistoricTiming historic) {

    private static final int USUAL_YEARS = 5;

    /**
     * Creates rules.
     *
     * @param discount what money loses with time
     * @param horizon up to which day the future counts
     * @param tenure how long a client who was won back has been one
     * @param historic what a payment of the past counts today
     */
    public ValuationPolicy {
        Objects.requireNonNull(discount, "discount");
        Objects.requireNonNull(horizon, "horizon");
        Objects.requireNonNull(tenure, "tenure");
        Objects.requireNonNull(historic, "historic");
    }

    /**
     * Returns the rules of a ledger: nothing is discounted, five years count, who comes back begins anew.
     *
     * @return the rules
     */
    public static ValuationPolicy undiscounted() {
        return new ValuationPolicy(
                DiscountRate.none(),
                ValueHorizon.of(Period.ofYears(USUAL_YEARS)),
                SpellTenure.CURRENT_SPELL,
                HistoricTiming.NOMINAL);
    }
}
