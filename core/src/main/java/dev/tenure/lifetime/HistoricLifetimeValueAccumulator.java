package dev.tenure.lifetime;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.money.ExactMoney;
import java.io.Serial;
import java.io.Serializable;
import org.joda.money.CurrencyUnit;

/**
 * The sums a historic lifetime value is computed from, one a client. Mutable and not thread-safe: one for each thread or
 * machine, then merge. The order of payments and of merging changes nothing, unless a sum on the way is beyond a
 * {@code long}.
 */
public final class HistoricLifetimeValueAccumulator implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final CurrencyUnit currency;
    private final ValueUnit unit;
    private final LongSums sums = new LongSums();

    HistoricLifetimeValueAccumulator(CurrencyUnit currency, ValueUnit unit) {
        this.currency = currency;
        this.unit = unit;
    }

    /**
     * Adds one payment.
     *
     * @param clientKey the client's number
     * @param minorUnits the amount in minor units; negative for a credit note
     * @throws ArithmeticException if the client's sum is beyond a {@code long}
     */
    public void add(long clientKey, long minorUnits) {
        sums.add(clientKey, minorUnits);
    }

    /**
     * Adds what another accumulator holds; a client in both is one client.
     *
     * @param other the other accumulator, which stays as it is
     * @return this accumulator
     * @throws IllegalArgumentException if the other one is in another currency or unit
     * @throws ArithmeticException if a client's sum is beyond a {@code long}
     */
    @CanIgnoreReturnValue
    public HistoricLifetimeValueAccumulator merge(HistoricLifetimeValueAccumulator other) {
        checkArgument(currency.equals(other.currency), "currency must be %s: %s", currency, other.currency);
        checkArgument(unit == other.unit, "unit must be %s: %s", unit, other.unit);
        sums.merge(other.sums);
        return this;
    }

    /**
     * Returns the value of the payments so far.
     *
     * @return the value in money, undefined without clients
     * @throws ArithmeticException if the total is beyond a {@code long}
     */
    public HistoricLifetimeValueResult result() {
        long[] sorted = sums.sorted();
        long total = 0;
        for (long sum : sorted) {
            total = Math.addExact(total, sum);
        }
        int n = sorted.length;
        return new HistoricLifetimeValueResultBuilder()
                .unit(unit)
                .clients(n)
                .total(ExactMoney.ofMinor(currency, total))
                .lowest(n == 0 ? noClients() : Outcome.of(money(sorted[0])))
                .median(n == 0 ? noClients() : Outcome.of(middle(sorted[(n - 1) / 2], sorted[n / 2])))
                .highest(n == 0 ? noClients() : Outcome.of(money(sorted[n - 1])))
                .build();
    }

    private ExactMoney middle(long low, long high) {
        return money(low).plus(money(high)).multipliedBy(1, 2);
    }

    private ExactMoney money(long minorUnits) {
        return ExactMoney.ofMinor(currency, minorUnits);
    }

    static <T> Outcome<T> noClients() {
        return Outcome.undefined(Reason.NO_DATA, "no clients");
    }
}
