package dev.tenure.lifetime;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.tenure.money.ExactMoney;
import java.io.Serial;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import org.joda.money.CurrencyUnit;

/**
 * The sums an acquisition cost is computed from. Mutable and not thread-safe: one for each thread or machine, then merge.
 * The order of rows and of merging changes nothing, unless a sum on the way is beyond a {@code long}. Rows outside the
 * months asked for are left out.
 */
public final class AcquisitionCostAccumulator implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final CurrencyUnit currency;
    private final YearMonth first;
    private final YearMonth last;
    private final int lagMonths;
    private long cost;
    private long newClients;

    AcquisitionCostAccumulator(CurrencyUnit currency, YearMonth first, YearMonth last, int lagMonths) {
        this.currency = currency;
        this.first = first;
        this.last = last;
        this.lagMonths = lagMonths;
    }

    /**
     * Adds what was spent on sales and marketing, and who was won, on one day. The money counts if its month, moved on by
     * the lag, is one of those asked for; the clients count if their month is.
     *
     * @param epochDay the day, as {@link LocalDate#toEpochDay()} gives it
     * @param minorUnits what was spent in minor units; negative for a refund
     * @param won how many clients were won, zero or more
     * @throws IllegalArgumentException if the number of clients is negative
     * @throws ArithmeticException if a sum is beyond a {@code long}
     */
    public void add(long epochDay, long minorUnits, long won) {
        checkArgument(won >= 0, "won must not be negative: %s", won);
        YearMonth month = YearMonth.from(LocalDate.ofEpochDay(epochDay));
        if (isAsked(month.plusMonths(lagMonths))) {
            cost = Math.addExact(cost, minorUnits);
        }
        if (isAsked(month)) {
            newClients = Math.addExact(newClients, won);
        }
    }

    /**
     * Adds what another accumulator holds.
     *
     * @param other the other accumulator, which stays as it is
     * @return this accumulator
     * @throws IllegalArgumentException if the other one is of another currency, lag, or range of months
     * @throws ArithmeticException if a sum is beyond a {@code long}
     */
    @CanIgnoreReturnValue
    public AcquisitionCostAccumulator merge(AcquisitionCostAccumulator other) {
        checkArgument(question().equals(other.question()), "other must ask for %s: %s", question(), other.question());
        cost = Math.addExact(cost, other.cost);
        newClients = Math.addExact(newClients, other.newClients);
        return this;
    }

    /**
     * Returns the cost of one client from the rows so far.
     *
     * @return the cost
     * @throws IllegalArgumentException if refunds exceed the spending
     */
    public AcquisitionCostResult result() {
        return new AcquisitionCostResultBuilder()
                .cost(ExactMoney.ofMinor(currency, cost))
                .newClients(newClients)
                .lagMonths(lagMonths)
                .build();
    }

    private boolean isAsked(YearMonth month) {
        return !month.isBefore(first) && !month.isAfter(last);
    }

    private String question() {
        return currency + " " + first + " to " + last + " with a lag of " + lagMonths;
    }
}
