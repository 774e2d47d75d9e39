package dev.tenure.lifetime;

import static dev.tenure.lifetime.Rub.RUB;
import static dev.tenure.lifetime.Rub.fraction;
import static dev.tenure.lifetime.Rub.rub;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.money.ExactMoney;
import dev.tenure.stat.ConfidenceLevel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class HistoricLifetimeValueTest {

    private static final HistoricLifetimeValue HISTORIC = HistoricLifetimeValue.withDefaults();

    // laws

    @Property(tries = 200)
    void theOrderOfPaymentsAndOfMergingChangesNothing(
            @ForAll @Size(max = 60) List<@IntRange(min = -500, max = 500) Integer> payments, @ForAll Random random) {
        List<Integer> shuffled = new ArrayList<>(payments);
        Collections.shuffle(shuffled, random);
        HistoricLifetimeValueAccumulator left = HISTORIC.accumulator(RUB);
        HistoricLifetimeValueAccumulator right = HISTORIC.accumulator(RUB);
        for (int payment : shuffled) {
            (random.nextBoolean() ? left : right).add(client(payment), payment);
        }

        assertEquals(
                payments.stream().collect(HISTORIC.collector(RUB, HistoricLifetimeValueTest::client, p -> p)),
                left.merge(right).result());
    }

    @Property(tries = 200)
    void theSumsAreThoseOfAMap(@ForAll @Size(max = 80) List<Short> payments) {
        Map<Long, Long> sums = new HashMap<>();
        HistoricLifetimeValueAccumulator accumulator = HISTORIC.accumulator(RUB);
        for (short payment : payments) {
            long client = (payment & 63) << 20;
            sums.merge(client, (long) payment, Long::sum);
            accumulator.add(client, payment);
        }

        assertEquals(HISTORIC.of(RUB, sums), accumulator.result());
        assertEquals(
                ExactMoney.ofMinor(
                        RUB, sums.values().stream().mapToLong(Long::longValue).sum()),
                accumulator.result().total());
    }

    @Property(tries = 100)
    void theValueLiesBetweenTheLowestAndTheHighest(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = -500, max = 500) Integer> payments) {
        HistoricLifetimeValueAccumulator accumulator = HISTORIC.accumulator(RUB);
        for (int i = 0; i < payments.size(); i++) {
            accumulator.add(i, payments.get(i));
        }
        HistoricLifetimeValueResult result = accumulator.result();
        MoneyInterval range = new MoneyInterval(
                result.lowest().orElseThrow(), result.highest().orElseThrow(), ConfidenceLevel.P95);

        assertEquals(Outcome.of(true), result.value().map(range::contains));
        assertEquals(Outcome.of(true), result.median().map(range::contains));
    }

    // values worked by hand

    @Test
    void of_threeClients_isTheExactMean() {
        HistoricLifetimeValueResult result = HISTORIC.of(RUB, Map.of(1L, 10_000L, 2L, 20_000L, 3L, 0L));

        assertEquals(Outcome.of(rub("100")), result.value());
        assertEquals(Outcome.of(rub("100")), result.median());
        assertEquals(Outcome.of(rub("0")), result.lowest());
        assertEquals(Outcome.of(rub("200")), result.highest());
        assertEquals(rub("300"), result.total());
        assertEquals(3, result.clients());
        assertEquals(ValueUnit.REVENUE, result.unit());
    }

    @Test
    void of_twoClients_hasTheMedianBetweenThem() {
        HistoricLifetimeValueResult result = HISTORIC.of(RUB, Map.of(1L, 100L, 2L, 101L));

        assertEquals(Outcome.of(fraction("201/200")), result.median());
        assertEquals(Outcome.of(fraction("201/200")), result.value());
    }

    @Test
    void add_creditNote_isTakenOff() {
        HistoricLifetimeValueAccumulator accumulator = HISTORIC.accumulator(RUB);
        accumulator.add(7, 10_000);
        accumulator.add(7, -2_500);

        assertEquals(Outcome.of(rub("75")), accumulator.result().value());
    }

    @Test
    void merge_withItself_doubles() {
        HistoricLifetimeValueAccumulator accumulator = HISTORIC.accumulator(RUB);
        for (int client = 0; client < 9; client++) {
            accumulator.add(client, 100);
        }

        assertEquals(rub("18"), accumulator.merge(accumulator).result().total());
        assertEquals(9, accumulator.result().clients());
    }

    // edges

    @Test
    void of_noClients_isUndefined() {
        HistoricLifetimeValueResult result = HISTORIC.of(RUB, Map.of());
        Outcome<ExactMoney> none = Outcome.undefined(Reason.NO_DATA, "no clients");

        assertEquals(none, result.value());
        assertEquals(none, result.median());
        assertEquals(none, result.lowest());
        assertEquals(none, result.highest());
        assertEquals(rub("0"), result.total());
    }

    @Test
    void accumulator_movedToAnotherMachine_givesTheSame() throws IOException, ClassNotFoundException {
        HistoricLifetimeValueAccumulator accumulator = HISTORIC.accumulator(RUB);
        for (int client = 0; client < 100; client++) {
            accumulator.add(-client, client);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(accumulator);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertEquals(accumulator.result(), ((HistoricLifetimeValueAccumulator) in.readObject()).result());
        }
    }

    // messages

    @Test
    void merge_otherCurrencyOrUnit_saysWhich() {
        HistoricLifetimeValueAccumulator rubles = HISTORIC.accumulator(RUB);
        HistoricLifetimeValueAccumulator euros = HISTORIC.accumulator(CurrencyUnit.of("EUR"));
        HistoricLifetimeValueAccumulator margins =
                HISTORIC.with(ValueUnit.GROSS_MARGIN).accumulator(RUB);

        assertEquals(
                "currency must be RUB: EUR",
                assertThrows(IllegalArgumentException.class, () -> rubles.merge(euros))
                        .getMessage());
        assertEquals(
                "unit must be REVENUE: GROSS_MARGIN",
                assertThrows(IllegalArgumentException.class, () -> rubles.merge(margins))
                        .getMessage());
    }

    @Test
    void sums_beyondALong_overflow() {
        HistoricLifetimeValueAccumulator accumulator = HISTORIC.accumulator(RUB);
        accumulator.add(1, Long.MAX_VALUE);
        assertThrows(ArithmeticException.class, () -> accumulator.add(1, 1));

        accumulator.add(2, 1);
        assertThrows(ArithmeticException.class, accumulator::result);
    }

    @Test
    void explain_showsTotalClientsAndSpread() {
        assertEquals(
                """
                historic lifetime value = RUB 100.00   [total / clients; total = RUB 300.00, clients = 3, \
                unit = GROSS_MARGIN]
                  lowest = RUB 0.00   [of one client]
                  median = RUB 100.00   [of the client in the middle]
                  highest = RUB 200.00   [of one client]
                """,
                HISTORIC.with(ValueUnit.GROSS_MARGIN)
                        .of(RUB, Map.of(1L, 10_000L, 2L, 20_000L, 3L, 0L))
                        .explain()
                        .toText());
    }

    private static long client(int payment) {
        return Math.floorMod(payment, 7);
    }
}
