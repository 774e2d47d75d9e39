package dev.tenure.revenue;

import static dev.tenure.revenue.Books.USD;
import static dev.tenure.revenue.Books.assertMessage;
import static dev.tenure.revenue.Books.copy;
import static dev.tenure.revenue.Books.exact;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tenure.contract.BillingCycle;
import dev.tenure.money.ExactMoney;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyMismatchException;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** Columns of primitives, many clients, and results of clients that are apart. */
class RevenueColumnsTest {

    private static final RevenueMovements MOVEMENTS = RevenueMovements.withDefaults(USD);
    private static final RevenueRetention RETENTION = RevenueRetention.withDefaults();
    private static final MonthlyRecurringRevenue MRR = MonthlyRecurringRevenue.withDefaults(USD);
    private static final LocalDate DAY = LocalDate.of(2025, 3, 31);

    // laws

    @Property
    void columnsAreAsGoodAsRows(@ForAll @Size(max = 40) List<@IntRange(max = 999) Integer> rows) {
        long[] keys = rows.stream().mapToLong(row -> row % 6 - 3).toArray();
        long[] opening = rows.stream().mapToLong(row -> row / 7).toArray();
        long[] closing = rows.stream().mapToLong(row -> row % 4 * 40).toArray();
        RevenueMovementsAccumulator movements = MOVEMENTS.accumulator();
        movements.addAll(keys, opening, closing);
        RevenueRetentionAccumulator retention = RETENTION.accumulator(USD);
        retention.addAll(keys, opening, closing);
        MrrAccumulator mrr = MRR.accumulator(DAY);
        mrr.addAll(keys, closing, BillingCycle.WEEKLY);
        ConcentrationAccumulator<Long> concentration =
                RevenueConcentration.withDefaults().accumulator(USD);
        concentration.addAll(LongStream.of(keys).boxed().toArray(Long[]::new), closing);

        RevenueMovementsAccumulator movementRows = MOVEMENTS.accumulator();
        RevenueRetentionAccumulator retentionRows = RETENTION.accumulator(USD);
        MrrAccumulator mrrRows = MRR.accumulator(DAY);
        ConcentrationAccumulator<Long> concentrationRows =
                RevenueConcentration.withDefaults().accumulator(USD);
        for (int i = 0; i < keys.length; i++) {
            movementRows.addOpening(keys[i], opening[i]);
            movementRows.addClosing(keys[i], closing[i]);
            retentionRows.add(keys[i], opening[i], closing[i]);
            mrrRows.add(keys[i], closing[i], BillingCycle.WEEKLY);
            concentrationRows.add(keys[i], closing[i]);
        }
        assertEquals(movementRows.result(), movements.result());
        assertEquals(retentionRows.result(), retention.result());
        assertEquals(mrrRows.result(), mrr.result());
        assertEquals(concentrationRows.result(), concentration.result());
    }

    @Property
    void resultsOfDifferentClientsCanBeAdded(
            @ForAll @Size(max = 40) List<@IntRange(max = 999) Integer> rows, @ForAll @IntRange(max = 6) int cut) {
        Book all = new Book();
        Book some = new Book();
        Book others = new Book();
        for (int row : rows) {
            all.add(row);
            (row % 6 < cut ? some : others).add(row);
        }

        assertEquals(all.movements.result(), some.movements.result().plus(others.movements.result()));
        assertEquals(all.retention.result(), some.retention.result().plus(others.retention.result()));
        assertEquals(all.mrr.result(), some.mrr.result().plus(others.mrr.result()));
    }

    /** The same rows in three accumulators. */
    private static final class Book {

        private final RevenueMovementsAccumulator movements = MOVEMENTS.accumulator();
        private final RevenueRetentionAccumulator retention = RETENTION.accumulator(USD);
        private final MrrAccumulator mrr = MRR.accumulator(DAY);

        void add(int row) {
            long client = row % 6;
            movements.addOpening(client, row / 7);
            movements.addClosing(client, row % 4 * 40L);
            if (row % 5 == 0) {
                movements.add(client, MovementType.INDEXATION, 3);
                movements.addOpening(client, exact(row, 3));
            }
            if (row % 11 == 0) {
                movements.addReturn(client, 10, 20);
                retention.addPaused(client);
            }
            retention.add(client, row / 7, row % 3 * 40L);
            retention.add(client, exact(row, 7), exact(row % 2, 7));
            mrr.add(client, row, row % 2 == 0 ? BillingCycle.WEEKLY : BillingCycle.ANNUAL);
        }
    }

    @Property
    void manyClientsAreToldApart(@ForAll long seed) throws IOException, ClassNotFoundException {
        Random random = new Random(seed);
        long[] keys = LongStream.generate(() -> random.nextBoolean() ? random.nextLong() : random.nextInt(300))
                .limit(500)
                .toArray();
        ClientKeys clients = new ClientKeys();
        Set<Long> distinct = new HashSet<>();
        for (long key : keys) {
            int number = clients.number(key);
            assertEquals(distinct.add(key) ? clients.size() - 1 : number, number);
            assertEquals(key, clients.key(number));
        }
        assertEquals(distinct.size(), clients.size());
        ClientKeys copied = copy(clients);
        for (long key : keys) {
            assertEquals(clients.number(key), copied.number(key));
        }
    }

    // edges

    @Test
    void amountsBeyondALong_areExact() {
        RevenueMovementsAccumulator accumulator = MOVEMENTS.accumulator();
        accumulator.addOpening(1, Long.MAX_VALUE);
        accumulator.addClosing(1, Long.MAX_VALUE);
        accumulator.addClosing(1, Long.MAX_VALUE);
        accumulator.addOpening(2, Long.MIN_VALUE);
        accumulator.addClosing(2, 1);
        RevenueMovementsResult result = accumulator.result();

        ExactMoney most = exact("92233720368547758.07");
        assertEquals(most, result.amount(MovementType.EXPANSION));
        assertEquals(most.plus(exact("0.02")), result.amount(MovementType.NEW));
        assertEquals(
                result.closing(), result.opening().plus(most.multipliedBy(2, 1)).plus(exact("0.02")));
    }

    // messages

    @Test
    void columnsOfDifferentLength_areRefusedWhole() {
        RevenueMovementsAccumulator movements = MOVEMENTS.accumulator();

        assertMessage(
                "openingMinorUnits must have a value for each of 2 clients: 1",
                () -> movements.addAll(new long[2], new long[1], new long[2]));
        assertMessage(
                "closingMinorUnits must have a value for each of 2 clients: 1",
                () -> movements.addAll(new long[2], new long[2], new long[1]));
        assertEquals(MOVEMENTS.accumulator().result(), movements.result());
        assertMessage(
                "openingMinorUnits must have a value for each of 1 clients: 2",
                () -> RETENTION.accumulator(USD).addAll(new long[1], new long[2], new long[1]));
        assertMessage(
                "feesMinorUnits must have a value for each of 1 clients: 2",
                () -> MRR.accumulator(DAY).addAll(new long[1], new long[2], BillingCycle.MONTHLY));
        assertMessage(
                "minorUnits must have a value for each of 1 clients: 2",
                () -> RevenueConcentration.withDefaults().<Long>accumulator(USD).addAll(new Long[1], new long[2]));
    }

    @Test
    void plus_otherQuestion_isRefused() {
        RevenueMovementsResult movements = MOVEMENTS.accumulator().result();
        RevenueRetentionResult retention = RETENTION.accumulator(USD).result();
        MrrResult mrr = MRR.accumulator(DAY).result();

        assertMessage(
                "others must have the policy of these movements: MovementPolicy[mode=GROSS, samePeriod=COUNTED,"
                        + " reactivation=ANY]",
                () -> movements.plus(
                        MOVEMENTS.with(MovementPolicy.STRIPE).accumulator().result()));
        assertMessage(
                "others must have the currency of these movements: EUR",
                () -> movements.plus(RevenueMovements.withDefaults(CurrencyUnit.EUR)
                        .accumulator()
                        .result()));
        assertMessage(
                "others must have the policy of this retention: RevenueRetentionPolicy[reactivations=EVERYWHERE,"
                        + " contractions=COUNTED, indexations=AS_EXPANSION, pauses=AS_LOSS]",
                () -> retention.plus(RETENTION
                        .with(RevenueRetentionPolicy.NETSUITE)
                        .accumulator(USD)
                        .result()));
        assertMessage(
                "others must have the currency of this retention: EUR",
                () -> retention.plus(RETENTION.accumulator(CurrencyUnit.EUR).result()));
        assertMessage(
                "others must have the day, policy and currency of this revenue: 2025-04-01, USD",
                () -> mrr.plus(MRR.accumulator(DAY.plusDays(1)).result()));
        assertMessage(
                "others must have the day, policy and currency of this revenue: 2025-03-31, USD",
                () -> mrr.plus(MRR.with(MrrPolicy.GHOST).accumulator(DAY).result()));
        assertMessage(
                "others must have the day, policy and currency of this revenue: 2025-03-31, EUR",
                () -> mrr.plus(MonthlyRecurringRevenue.withDefaults(CurrencyUnit.EUR)
                        .accumulator(DAY)
                        .result()));
    }

    @Test
    void otherCurrency_isRefusedBeforeAnythingIsKept() {
        RevenueMovementsAccumulator accumulator = MOVEMENTS.accumulator();
        ExactMoney euros = ExactMoney.ofMinor(CurrencyUnit.EUR, 1);

        assertThrows(CurrencyMismatchException.class, () -> accumulator.addOpening(1, euros));
        assertEquals(MOVEMENTS.accumulator().result(), accumulator.result());
    }
}
