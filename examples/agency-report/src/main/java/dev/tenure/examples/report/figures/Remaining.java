package dev.tenure.examples.report.figures;

import dev.tenure.examples.report.page.Text;
import dev.tenure.explain.Quantity;
import dev.tenure.lifetime.DiscountRate;
import dev.tenure.lifetime.valuation.HistoricTiming;
import dev.tenure.lifetime.valuation.SpellTenure;
import dev.tenure.lifetime.valuation.ValuationPolicy;
import dev.tenure.lifetime.valuation.ValueHorizon;
import dev.tenure.money.ExactMoney;
import java.time.Period;

/** The rules by which what is still to come is valued, the same for contracts and for purchases: three years, as for the lifetime value, not discounted. */
final class Remaining {

    static final int MONTHS = 36;

    static final ValuationPolicy POLICY = new ValuationPolicy(
            DiscountRate.none(),
            ValueHorizon.of(Period.ofMonths(MONTHS)),
            SpellTenure.CURRENT_SPELL,
            HistoricTiming.NOMINAL);

    private Remaining() {}

    static Quantity horizon() {
        return Shown.months(MONTHS);
    }

    /** Says what a table shows, and what of it is left out. */
    static Text caption(String key, int shown, int clients, ExactMoney others) {
        return shown < clients
                ? Text.phrase(
                        key + ".first", Text.count(shown), Text.count(clients - shown), Text.of(Shown.amount(others)))
                : Text.phrase(key);
    }
}
