package dev.tenure.revenue;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.Maps;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.tenure.money.ExactMoney;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.joda.money.CurrencyUnit;

/**
 * What clients paid before a period and pay at its end, and what is known of the causes. Mutable and not thread-safe: one for
 * each thread or machine, then merge. The order of rows and of merging changes nothing; sums are exact.
 *
 * <p>A client may come in many rows: its amounts are added up. What its opening and closing amounts differ by beyond the causes
 * told by {@link #add(long, MovementType, long)} is told apart by what it paid before and after: new or reactivation,
 * expansion, contraction, or churn. It holds two numbers for each client, one more for each cause that is told, and a row costs no
 * object.
 *
 * <p>Where the rows are partitioned by client, so that no client is in two accumulators, the results can be added,
 * {@link RevenueMovementsResult#plus}; or {@link #foldClients()} keeps only the sums, which is as good and can be sent to another
 * machine.
 */
public final class RevenueMovementsAccumulator implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final MovementPolicy policy;
    private final CurrencyUnit currency;
    private ClientKeys clients = new ClientKeys();
    private ExactColumn opening;
    private ExactColumn closing;
    private final EnumMap<MovementType, Part> parts = new EnumMap<>(MovementType.class);

    /** For each client, if any came back: the first day without it, and the day it was back. */
    private long[] left = {};

    private long[] returned = {};

    /** The sums of clients of whom no more rows will come. */
    private Totals folded;

    RevenueMovementsAccumulator(MovementPolicy policy, CurrencyUnit currency) {
        this.policy = policy;
        this.currency = currency;
        opening = new ExactColumn(currency);
        closing = new ExactColumn(currency);
        folded = new Totals(currency);
    }

    /**
     * Adds to what a client paid on the day before the period.
     *
     * @param clientKey the client; the same number on every machine
     * @param minorUnits the amount a month in minor units of the report's currency
     */
    public void addOpening(long clientKey, long minorUnits) {
        opening.add(clients.number(clientKey), minorUnits);
    }

    /**
     * Adds to what a client paid on the day before the period.
     *
     * @param clientKey the client; the same number on every machine
     * @param amount the exact amount a month, in the report's currency
     */
    public void addOpening(long clientKey, ExactMoney amount) {
        opening.add(clients.number(clientKey), amount);
    }

    /**
     * Adds to what a client pays on the last day of the period.
     *
     * @param clientKey the client; the same number on every machine
     * @param minorUnits the amount a month in minor units of the report's currency
     */
    public void addClosing(long clientKey, long minorUnits) {
        closing.add(clients.number(clientKey), minorUnits);
    }

    /**
     * Adds to what a client pays on the last day of the period.
     *
     * @param clientKey the client; the same number on every machine
     * @param amount the exact amount a month, in the report's currency
     */
    public void addClosing(long clientKey, ExactMoney amount) {
        closing.add(clients.number(clientKey), amount);
    }

    /**
     * Adds a movement whose type is known. It explains a part of the difference between opening and closing amounts.
     *
     * @param clientKey the client; the same number on every machine
     * @param type the type
     * @param minorUnits the change of the amount a month in minor units of the report's currency, negative for less
     */
    public void add(long clientKey, MovementType type, long minorUnits) {
        int client = clients.number(clientKey);
        part(type).amounts(client).add(client, minorUnits);
    }

    /**
     * Adds a movement whose type is known. It explains a part of the difference between opening and closing amounts.
     *
     * @param clientKey the client; the same number on every machine
     * @param type the type
     * @param amount the exact change of the amount a month, in the report's currency, negative for less
     */
    public void add(long clientKey, MovementType type, ExactMoney amount) {
        int client = clients.number(clientKey);
        part(type).amounts(client).add(client, amount);
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
        addReturn(clients.number(clientKey), leftEpochDay, returnedEpochDay);
    }

    /**
     * Adds columns of what clients paid on the day before the period and pay on its last day.
     *
     * @param clientKeys the clients; the same numbers on every machine
     * @param openingMinorUnits for each of them the amount a month before, in minor units of the report's currency
     * @param closingMinorUnits for each of them the amount a month at the end, in minor units of the report's currency
     * @throws IllegalArgumentException if the columns are not of one length, and then nothing is added
     */
    public void addAll(long[] clientKeys, long[] openingMinorUnits, long[] closingMinorUnits) {
        Columns.check("openingMinorUnits", openingMinorUnits.length, clientKeys.length);
        Columns.check("closingMinorUnits", closingMinorUnits.length, clientKeys.length);
        for (int i = 0; i < clientKeys.length; i++) {
            int client = clients.number(clientKeys[i]);
            opening.add(client, openingMinorUnits[i]);
            closing.add(client, closingMinorUnits[i]);
        }
    }

    /**
     * Keeps only the sums of the clients so far, of whom there must be no more rows, neither here nor in an accumulator that this
     * one is merged with: the same client would be counted twice. It makes the state as small as the result, so that on a cluster,
     * where the rows of each client are brought to one partition, or on one machine, where they come client by client, there is no
     * limit to how many clients there are. The figures are the same.
     */
    public void foldClients() {
        folded = totals();
        clients = new ClientKeys();
        opening = new ExactColumn(currency);
        closing = new ExactColumn(currency);
        parts.clear();
        left = new long[0];
        returned = new long[0];
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
        for (int i = 0; i < other.clients.size(); i++) {
            add(clients.number(other.clients.key(i)), other, i);
        }
        folded.add(other.folded);
        return this;
    }

    /**
     * Returns the movements so far.
     *
     * @return the movements, summed by type
     */
    public RevenueMovementsResult result() {
        return totals().result(policy);
    }

    private Totals totals() {
        Totals totals = new Totals(currency);
        totals.add(folded);
        for (int client = 0; client < clients.size(); client++) {
            totals.addBooks(opening, closing, client);
            if (policy.samePeriod() == MovementPolicy.SamePeriod.COUNTED
                    || opening.signum(client) != 0
                    || closing.signum(client) != 0) {
                addMovements(totals, client);
            }
        }
        return totals;
    }

    private void addMovements(Totals totals, int client) {
        long before = opening.minorUnits(client);
        long after = closing.minorUnits(client);
        long change = after - before;
        boolean overflows = ((after ^ before) & (after ^ change)) < 0;
        if (parts.isEmpty() && opening.isWhole(client) && closing.isWhole(client) && !overflows) {
            totals.add(agreed(client, Long.signum(change)), change);
        } else {
            exactMovements(client).forEach(totals::add);
        }
    }

    private Map<MovementType, ExactMoney> exactMovements(int client) {
        Map<MovementType, ExactMoney> movements = new EnumMap<>(MovementType.class);
        parts.forEach((type, part) -> {
            if (part.isKnown(client)) {
                movements.put(type, part.amounts.total(client));
            }
        });
        ExactMoney change = closing.total(client).minus(opening.total(client));
        ExactMoney rest = movements.values().stream().reduce(change, ExactMoney::minus);
        if (rest.signum() != 0) {
            movements.merge(agreed(client, rest.signum()), rest, ExactMoney::plus);
        }
        return movements;
    }

    private MovementType agreed(int client, int sign) {
        boolean hasReturned = client < left.length
                && left[client] != Long.MIN_VALUE
                && policy.isReturn(Math.subtractExact(returned[client], left[client]));
        return MovementPolicy.agreed(
                opening.signum(client) > 0 || isKnown(MovementType.RESUME, client),
                closing.signum(client) > 0 || isKnown(MovementType.PAUSE, client),
                sign,
                hasReturned);
    }

    private boolean isKnown(MovementType type, int client) {
        Part part = parts.get(type);
        return part != null && part.isKnown(client);
    }

    private void add(int client, RevenueMovementsAccumulator other, int otherClient) {
        opening.add(client, other.opening, otherClient);
        closing.add(client, other.closing, otherClient);
        other.parts.forEach((type, part) -> {
            if (part.isKnown(otherClient)) {
                part(type).amounts(client).add(client, part.amounts, otherClient);
            }
        });
        if (otherClient < other.left.length) {
            addReturn(client, other.left[otherClient], other.returned[otherClient]);
        }
    }

    private void addReturn(int client, long leftEpochDay, long returnedEpochDay) {
        if (client >= left.length) {
            int known = left.length;
            left = Arrays.copyOf(left, Math.max(client + 1, 2 * known));
            returned = Arrays.copyOf(returned, left.length);
            Arrays.fill(left, known, left.length, Long.MIN_VALUE);
            Arrays.fill(returned, known, left.length, Long.MAX_VALUE);
        }
        left[client] = Math.max(left[client], leftEpochDay);
        returned[client] = Math.min(returned[client], returnedEpochDay);
    }

    private Part part(MovementType type) {
        return parts.computeIfAbsent(type, it -> new Part(currency));
    }

    /** What is known of one cause, client by client. */
    private static final class Part implements Serializable {

        @Serial
        private static final long serialVersionUID = 1;

        private final ExactColumn amounts;
        private final BitSet known = new BitSet();

        Part(CurrencyUnit currency) {
            amounts = new ExactColumn(currency);
        }

        /** Returns the amounts, to which something is added for the client. */
        ExactColumn amounts(int client) {
            known.set(client);
            return amounts;
        }

        boolean isKnown(int client) {
            return known.get(client);
        }
    }

    /** Both books, and the movements of all clients by type. */
    private static final class Totals implements Serializable {

        @Serial
        private static final long serialVersionUID = 1;

        private final ExactSum opening;
        private final ExactSum closing;
        private int openingClients;
        private int closingClients;
        private final EnumMap<MovementType, Total> totals = new EnumMap<>(MovementType.class);

        Totals(CurrencyUnit currency) {
            opening = new ExactSum(currency);
            closing = new ExactSum(currency);
            for (MovementType type : MovementType.values()) {
                totals.put(type, new Total(currency));
            }
        }

        void add(Totals other) {
            opening.add(other.opening);
            closing.add(other.closing);
            openingClients = Math.addExact(openingClients, other.openingClients);
            closingClients = Math.addExact(closingClients, other.closingClients);
            other.totals.forEach((type, total) -> total(type).add(total));
        }

        void addBooks(ExactColumn before, ExactColumn after, int client) {
            before.addTo(opening, client);
            after.addTo(closing, client);
            openingClients += before.signum(client) > 0 ? 1 : 0;
            closingClients += after.signum(client) > 0 ? 1 : 0;
        }

        void add(MovementType type, long amount) {
            if (amount != 0) {
                next(type).add(amount);
            }
        }

        void add(MovementType type, ExactMoney amount) {
            if (amount.signum() != 0) {
                next(type).add(amount);
            }
        }

        private ExactSum next(MovementType type) {
            Total total = total(type);
            total.clients++;
            return total.sum;
        }

        private Total total(MovementType type) {
            return Objects.requireNonNull(totals.get(type), "type");
        }

        RevenueMovementsResult result(MovementPolicy policy) {
            return new RevenueMovementsResultBuilder()
                    .opening(opening.total())
                    .closing(closing.total())
                    .openingClients(openingClients)
                    .closingClients(closingClients)
                    .amounts(Maps.immutableEnumMap(Maps.transformValues(totals, total -> total.sum.total())))
                    .clients(Maps.immutableEnumMap(Maps.transformValues(totals, total -> total.clients)))
                    .policy(policy)
                    .build();
        }
    }

    /** The movements of one type. */
    private static final class Total implements Serializable {

        @Serial
        private static final long serialVersionUID = 1;

        private final ExactSum sum;
        private long clients;

        Total(CurrencyUnit currency) {
            sum = new ExactSum(currency);
        }

        void add(Total other) {
            sum.add(other.sum);
            clients = Math.addExact(clients, other.clients);
        }
    }
}
