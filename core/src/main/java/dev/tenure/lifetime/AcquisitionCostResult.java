package dev.tenure.lifetime;

import static com.google.common.base.Preconditions.checkArgument;
import static dev.tenure.explain.Explanation.quantity;

import dev.tenure.client.AgencyCac;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.money.ExactMoney;
import java.math.RoundingMode;
import org.immutables.value.Value;

/** What it costs the agency to win a client. Made by {@link AcquisitionCost}. */
@ResultStyle
@Value.Immutable
public abstract class AcquisitionCostResult {

    AcquisitionCostResult() {}

    /**
     * Returns what was spent.
     *
     * @return an exact amount, zero or more
     */
    public abstract ExactMoney cost();

    /**
     * Returns how many clients were won.
     *
     * @return the count, zero or more
     */
    public abstract long newClients();

    /**
     * Returns how long before the clients were won the money was spent.
     *
     * @return whole calendar months, zero or more
     */
    public abstract int lagMonths();

    /**
     * Returns the cost of one client.
     *
     * @return an exact amount, zero or more; undefined ({@link Reason#NO_DATA}) without new clients
     */
    public final Outcome<ExactMoney> value() {
        return newClients() == 0
                ? Outcome.undefined(Reason.NO_DATA, "no new clients")
                : Outcome.of(cost().multipliedBy(1, newClients()));
    }

    /**
     * Returns the cost of one client as the amount that payback and ratios take.
     *
     * @param rounding how it is rounded to the minor unit
     * @return the agency's cost; undefined ({@link Reason#NO_DATA}) without new clients
     */
    public final Outcome<AgencyCac> cac(RoundingMode rounding) {
        return value().map(amount -> AgencyCac.of(amount.toMoney(rounding)));
    }

    /**
     * Explains the cost.
     *
     * @return the cost, the clients and the lag
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("agency CAC")
                .formula("cost / new clients")
                .value(quantity(value(), Shown::money))
                .putInput("cost", Shown.money(cost()))
                .putInput("new clients", new Quantity.Count(newClients()))
                .putInput("lag in months", new Quantity.Count(lagMonths()))
                .build();
    }

    @Value.Check
    void check() {
        checkArgument(cost().signum() >= 0, "cost must not be negative: %s", cost());
        checkArgument(newClients() >= 0, "newClients must not be negative: %s", newClients());
    }
}
