package dev.tenure.lifetime;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.money.ExactMoney;
import java.time.YearMonth;
import java.util.Objects;
import org.joda.money.CurrencyUnit;

/**
 * Computes what it costs the agency to win a client: its own customer acquisition cost (CAC), which is not what its
 * clients pay for theirs.
 *
 * <p><b>Formula.</b> {@code CAC = cost of sales and marketing / new clients}.
 *
 * <p><b>Units.</b> Minor units of one currency in, an exact amount out; the lag is in whole calendar months.
 *
 * <p><b>Conventions.</b> With a lag, the clients of a month were won by the money of an earlier one: new clients of April
 * to June with a lag of one month are set against the cost of March to May. No lag unless one is named; the result says
 * which. What is spent after the contract is signed, such as onboarding, is not CAC: see {@link UpfrontCost}.
 *
 * <p><b>Errors.</b> A negative lag or count is an {@link IllegalArgumentException}; a sum beyond a {@code long} of minor
 * units is an {@link ArithmeticException}.
 *
 * <p><b>Source.</b> The definition; tools differ in the lag.
 */
public final class AcquisitionCost {

    private static final AcquisitionCost DEFAULTS = new AcquisitionCost(0);

    private final int lagMonths;

    private AcquisitionCost(int lagMonths) {
        this.lagMonths = lagMonths;
    }

    /**
     * Returns the calculator without a lag.
     *
     * @return the calculator
     */
    public static AcquisitionCost withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns this calculator with another lag.
     *
     * @param months how many months before a client is won the money for him is spent, zero or more
     * @return the changed calculator
     * @throws IllegalArgumentException if the lag is negative
     */
    public AcquisitionCost withLag(int months) {
        checkArgument(months >= 0, "months must not be negative: %s", months);
        return new AcquisitionCost(months);
    }

    /**
     * Computes the cost of one client from totals.
     *
     * @param cost what was spent in the months that the lag points to, zero or more
     * @param newClients how many clients were won, zero or more
     * @return the cost; undefined without new clients
     * @throws IllegalArgumentException if an argument is negative
     */
    public AcquisitionCostResult of(ExactMoney cost, long newClients) {
        return new AcquisitionCostResultBuilder()
                .cost(cost)
                .newClients(newClients)
                .lagMonths(lagMonths)
                .build();
    }

    /**
     * Returns an empty accumulator of dated spending and dated new clients, which applies the lag.
     *
     * @param currency the currency of all spending
     * @param first the first month of new clients
     * @param last the last month of new clients, not before {@code first}
     * @return a new accumulator
     * @throws IllegalArgumentException if {@code last} is before {@code first}
     */
    public AcquisitionCostAccumulator accumulator(CurrencyUnit currency, YearMonth first, YearMonth last) {
        checkArgument(!last.isBefore(first), "last must not be before first: %s, %s", first, last);
        return new AcquisitionCostAccumulator(Objects.requireNonNull(currency, "currency"), first, last, lagMonths);
    }
}
