package dev.tenure.revenue;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.tenure.money.ExactMoney;
import java.io.Serial;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;

/**
 * What clients paid before a period and pay at its end, and what is known of the causes. Mutable and not thread-safe: one for
 * each thread or machine, then merge. The order of rows and of merging changes nothing; sums are exact.
 *
 * <p>A client may come in many rows: its amounts are added up. What its opening and closing amounts differ by beyond the causes
 * told by {@link #add(long, MovementType, long)} is told apart by what it paid before and after: new or reactivation,
 * expansion, contraction, or churn. It holds a few numbers for each client.
 */
public final class RevenueMovementsAccumulator implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final MovementPolicy policy;
    private final CurrencyUnit currency;
    private final HashMap<Long, Row> clients = new HashMap<>();

    RevenueMovementsAccumulator(MovementPolicy policy, CurrencyUnit currency) {
        this.policy = policy;
        this.currency = currency;
    }

    /**
     * Adds to what a client paid on the day before the period.
     *
     * @param clientKey the client; the same number on every machine
     * @param minorUnits the amount a month in minor units of the report's currency
     */
    public void addOpening(long clientKey, long minorUnits) {
        row(clientKey).opening.add(minorUnits);
    }

    /**
     * Adds to what a client paid on the day before the period.
     *
     * @param clientKey the client; the same number on every machine
     * @param amount the exact amount a month, in the report's currency
     */
    public void addOpening(long clientKey, ExactMoney amount) {
        row(clientKey).opening.add(amount);
    }

    /**
     * Adds to what a client pays on the last day of the period.
     *
     * @param clientKey the client; the same number on every machine
     * @param minorUnits the amount a month in minor units of the report's currency
     */
    public void addClosing(long clientKey, long minorUnits) {
        row(clientKey).closing.add(minorUnits);
    }

    /**
     * Adds to what a client pays on the last day of the period.
     *
     * @param clientKey the client; the same number on every machine
     * @param amount the exact amount a month, in the report's currency
     */
    public void addClosing(long clientKey, ExactMoney amount) {
        row(clientKey).closing.add(amount);
    }

    /**
     * Adds a movement whose type is known. It explains a part of the difference between opening and closing amounts.
     *
     * @param clientKey the client; the same number on every machine
     * @param type the type
     * @param minorUnits the change of the amount a month in minor units of the report's currency, negative for less
     */
    public void add(long clientKey, MovementType type, long minorUnits) {
        row(clientKey).part(type, currency).add(minorUnits);
    }

    /**
     * Adds a movement whose type is known. It explains a part of the difference between opening and closing amounts.
     *
     * @param clientKey the client; the same number on every machine
     * @param type the type
     * @param amount the exact change of the amount a month, in the report's currency, negative for less
     */
    public void add(long clientKey, MovementType type, ExactMoney amount) {
        row(clientKey).part(type, currency).add(amount);
    }

    /**
     * Adds that a client which pays nothing before the period had been a client earlier. If it is told more than once, the last
     * time it left and the first time it came back count.
     *
     * @param clientKey the client; the same number on every machine
     * @param leftEpochDay the first day without the client
     * @param returnedEpochDay the day it came back, after that
     * @throws IllegalArgumentException if the client came back before it left
     */
    public void addReturn(long clientKey, long leftEpochDay, long returnedEpochDay) {
        checkArgument(
                returnedEpochDay > leftEpochDay,
                "returnedEpochDay must be after leftEpochDay %s: %s",
                leftEpochDay,
                returnedEpochDay);
        Row row = row(clientKey);
        row.left = Math.max(row.left, leftEpochDay);
        row.returned = Math.min(row.returned, returnedEpochDay);
    }

    /**
     * Adds what another accumulator holds.
     *
     * @param other the other accumulator, for the same policy and currency, which stays as it is
     * @return this accumulator
     * @throws IllegalArgumentException if policy or currency differ
     */
    @CanIgnoreReturnValue
    public RevenueMovementsAccumulator merge(RevenueMovementsAccumulator other) {
        checkArgument(
                policy.equals(other.policy) && currency.equals(other.currency),
                "other must have the policy and currency of this accumulator: %s",
                other.currency);
        other.clients.forEach((key, row) -> row(key).add(row, currency));
        return this;
    }

    /**
     * Returns the movements so far.
     *
     * @return the movements, summed by type
     */
    public RevenueMovementsResult result() {
        Totals totals = new Totals(currency);
        clients.values().forEach(row -> totals.add(row.movements(policy)));
        return new RevenueMovementsResultBuilder()
                .opening(sumOf(row -> row.opening))
                .closing(sumOf(row -> row.closing))
                .openingClients(count(row -> row.opening))
                .closingClients(count(row -> row.closing))
                .amounts(totals.amounts())
                .clients(Maps.immutableEnumMap(totals.clients))
                .policy(policy)
                .build();
    }

    private Row row(long clientKey) {
        return clients.computeIfAbsent(clientKey, key -> new Row(currency));
    }

    private ExactMoney sumOf(Function<Row, ExactSum> amount) {
        ExactSum sum = new ExactSum(currency);
        clients.values().forEach(row -> sum.add(amount.apply(row)));
        return sum.total();
    }

    private int count(Function<Row, ExactSum> amount) {
        return Math.toIntExact(clients.values().stream()
                .filter(row -> amount.apply(row).total().signum() > 0)
                .count());
    }

    /** What is known of one client. */
    private static final class Row implements Serializable {

        @Serial
        private static final long serialVersionUID = 1;

        private final ExactSum opening;
        private final ExactSum closing;
        private final EnumMap<MovementType, ExactSum> parts = new EnumMap<>(MovementType.class);
        private long left = Long.MIN_VALUE;
        private long returned = Long.MAX_VALUE;

        Row(CurrencyUnit currency) {
            opening = new ExactSum(currency);
            closing = new ExactSum(currency);
        }

        ExactSum part(MovementType type, CurrencyUnit currency) {
            return parts.computeIfAbsent(type, it -> new ExactSum(currency));
        }

        void add(Row other, CurrencyUnit currency) {
            opening.add(other.opening);
            closing.add(other.closing);
            other.parts.forEach((type, sum) -> part(type, currency).add(sum));
            left = Math.max(left, other.left);
            returned = Math.min(returned, other.returned);
        }

        Map<MovementType, ExactMoney> movements(MovementPolicy policy) {
            Map<MovementType, ExactMoney> movements = new EnumMap<>(MovementType.class);
            ExactMoney before = opening.total();
            ExactMoney after = closing.total();
            if (policy.samePeriod() == MovementPolicy.SamePeriod.IGNORED
                    && before.signum() == 0
                    && after.signum() == 0) {
                return movements;
            }
            parts.forEach((type, sum) -> movements.put(type, sum.total()));
            ExactMoney rest = movements.values().stream().reduce(after.minus(before), ExactMoney::minus);
            if (rest.signum() != 0) {
                movements.merge(agreed(policy, before, after, rest), rest, ExactMoney::plus);
            }
            return movements;
        }

        private MovementType agreed(MovementPolicy policy, ExactMoney before, ExactMoney after, ExactMoney rest) {
            return MovementPolicy.agreed(
                    before.signum() > 0 || parts.containsKey(MovementType.RESUME),
                    after.signum() > 0 || parts.containsKey(MovementType.PAUSE),
                    rest.signum(),
                    left != Long.MIN_VALUE && policy.isReturn(Math.subtractExact(returned, left)));
        }
    }

    /** Movements of all clients, by type. */
    private static final class Totals {

        private final Map<MovementType, ExactSum> sums = new EnumMap<>(MovementType.class);
        private final Map<MovementType, Long> clients = new EnumMap<>(MovementType.class);

        Totals(CurrencyUnit currency) {
            for (MovementType type : MovementType.values()) {
                sums.put(type, new ExactSum(currency));
                clients.put(type, 0L);
            }
        }

        void add(Map<MovementType, ExactMoney> movements) {
            movements.forEach((type, amount) -> {
                sums.computeIfPresent(type, (key, sum) -> plus(sum, amount));
                clients.merge(type, amount.signum() == 0 ? 0L : 1L, Long::sum);
            });
        }

        ImmutableMap<MovementType, ExactMoney> amounts() {
            return Maps.immutableEnumMap(Maps.transformValues(sums, ExactSum::total));
        }

        private static ExactSum plus(ExactSum sum, ExactMoney amount) {
            sum.add(amount);
            return sum;
        }
    }
}
