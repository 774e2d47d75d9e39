package dev.tenure.revenue;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.ProportionInterval;
import java.io.Serial;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.joda.money.CurrencyUnit;

/**
 * What each client paid at the start and pays at the end, for {@link ValueWeightedRetention}. Mutable and not thread-safe: one
 * for each thread or machine, then merge. The order of rows and of merging changes nothing; sums are exact. A client may come in
 * many rows: its amounts are added up. It holds two numbers for each client, and a row costs no object.
 */
public final class ValueWeightedRetentionAccumulator implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final KeptValue kept;
    private final ProportionInterval method;
    private final ConfidenceLevel level;
    private final CurrencyUnit currency;
    private final Snapshots snapshots;

    ValueWeightedRetentionAccumulator(
            KeptValue kept, ProportionInterval method, ConfidenceLevel level, CurrencyUnit currency) {
        this.kept = kept;
        this.method = method;
        this.level = level;
        this.currency = currency;
        snapshots = new Snapshots(currency);
    }

    /**
     * Adds to what a client paid and pays.
     *
     * @param clientKey the client; the same number on every machine
     * @param openingMinorUnits the amount a month at the start, in minor units, zero or more
     * @param closingMinorUnits the amount a month at the end, in minor units, zero or more
     * @throws IllegalArgumentException if an amount is negative
     */
    public void add(long clientKey, long openingMinorUnits, long closingMinorUnits) {
        snapshots.add(clientKey, openingMinorUnits, closingMinorUnits);
    }

    /**
     * Adds to what a client paid and pays.
     *
     * @param clientKey the client; the same number on every machine
     * @param opening the exact amount a month at the start, zero or more
     * @param closing the exact amount a month at the end, zero or more
     * @throws IllegalArgumentException if an amount is negative
     */
    public void add(long clientKey, ExactMoney opening, ExactMoney closing) {
        snapshots.add(clientKey, opening, closing);
    }

    /**
     * Adds columns of what clients paid and pay.
     *
     * @param clientKeys the clients
     * @param openingMinorUnits for each of them the amount a month at the start, in minor units, zero or more
     * @param closingMinorUnits for each of them the amount a month at the end, in minor units, zero or more
     * @throws IllegalArgumentException if the columns are not of one length, and then nothing is added, or an amount is negative
     */
    public void addAll(long[] clientKeys, long[] openingMinorUnits, long[] closingMinorUnits) {
        snapshots.addAll(clientKeys, openingMinorUnits, closingMinorUnits);
    }

    /**
     * Adds what another accumulator holds.
     *
     * @param other the other accumulator, for the same options and currency, which stays as it is
     * @return this accumulator
     * @throws IllegalArgumentException if options or currency differ
     */
    @CanIgnoreReturnValue
    public ValueWeightedRetentionAccumulator merge(ValueWeightedRetentionAccumulator other) {
        checkArgument(
                kept == other.kept
                        && method == other.method
                        && level.equals(other.level)
                        && currency.equals(other.currency),
                "other must have the options and currency of this accumulator: %s",
                other.currency);
        snapshots.addAll(other.snapshots);
        return this;
    }

    /**
     * Returns the retention of the clients so far.
     *
     * @return the retention, a fraction in [0, 1]; undefined without opening revenue
     */
    public ValueWeightedRetentionResult result() {
        Totals totals = new Totals();
        for (int client = 0; client < snapshots.size(); client++) {
            if (snapshots.opening().signum(client) > 0) {
                totals.add(client);
            }
        }
        return new ValueWeightedRetentionResultBuilder()
                .base(totals.base.total())
                .kept(totals.keptValue.total())
                .clients(totals.clients)
                .stayed(totals.stayed)
                .squares(totals.squares())
                .keptIs(kept)
                .intervalMethod(method)
                .level(level)
                .build();
    }

    /** The clients of the opening book together. */
    private final class Totals {

        private final ExactSum base = new ExactSum(currency);
        private final ExactSum keptValue = new ExactSum(currency);
        private BigInteger wholeSquares = BigInteger.ZERO;
        private Ratio otherSquares = Ratio.ZERO;
        private int clients;
        private int stayed;

        void add(int client) {
            clients++;
            stayed += snapshots.closing().signum(client) > 0 ? 1 : 0;
            if (snapshots.opening().isWhole(client) && snapshots.closing().isWhole(client)) {
                addWhole(
                        snapshots.opening().minorUnits(client),
                        snapshots.closing().minorUnits(client));
            } else {
                addExact(snapshots.opening().total(client), snapshots.closing().total(client));
            }
        }

        private void addWhole(long start, long end) {
            base.add(start);
            wholeSquares = wholeSquares.add(BigInteger.valueOf(start).pow(2));
            keptValue.add(isCut(Long.compare(end, start), Long.signum(end)) ? end : start);
        }

        private void addExact(ExactMoney start, ExactMoney end) {
            base.add(start);
            otherSquares = otherSquares.plus(
                    Ratio.of(start, ExactMoney.ofMinor(currency, 1)).pow(2));
            keptValue.add(isCut(end.compareTo(start), end.signum()) ? end : start);
        }

        /** Tells whether what is paid at the end counts as kept, and not what was paid at the start. */
        private boolean isCut(int comparison, int sign) {
            return sign == 0 || (kept == KeptValue.REVENUE && comparison < 0);
        }

        Ratio squares() {
            return Ratio.of(new BigDecimal(wholeSquares)).plus(otherSquares);
        }
    }
}
