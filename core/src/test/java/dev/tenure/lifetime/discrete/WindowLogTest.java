package dev.tenure.lifetime.discrete;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.tenure.lifetime.estimation.ModelLikelihood;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Purchases of clients who came in different months, against their histories written out. */
class WindowLogTest {

    private static final Period MONTH = Period.ofMonths(1);
    private static final RenewalWindows HALF_A_YEAR =
            RenewalWindows.until(LocalDate.of(2025, 1, 1), MONTH, LocalDate.of(2025, 7, 1));

    private static void buy(WindowLogAccumulator log, long client, int... months) {
        for (int month : months) {
            log.add(client, (int) LocalDate.of(2025, month, 15).toEpochDay());
        }
    }

    @Test
    void aClientsFirstWindow_isHisFirstPurchase() {
        WindowLogAccumulator log = DiscreteBuyTillYouDie.withDefaults().accumulator(HALF_A_YEAR);
        buy(log, 7, 2, 4, 5);
        buy(log, -8, 3, 6);
        buy(log, 9, 1);
        buy(log, 10, 4, 4);

        WindowAccumulator byHand = new WindowAccumulator(MONTH);
        byHand.add(2, 3, 4);
        byHand.add(1, 3, 3);
        byHand.add(0, 0, 5);
        byHand.add(0, 0, 2);
        assertEquals(Optional.of(RenewalHistory.of(2, 3, 4)), log.history(7));
        assertEquals(Optional.of(RenewalHistory.of(1, 3, 3)), log.history(-8));
        assertEquals(Optional.of(RenewalHistory.of(0, 0, 5)), log.history(9));
        assertEquals(Optional.of(RenewalHistory.of(0, 0, 2)), log.history(10));
        assertAgree(byHand.result(), log.result().result(), new double[] {-0.3, 0.4, -1, 1.5});
    }

    private static void assertAgree(ModelLikelihood<BgBb> one, ModelLikelihood<BgBb> other, double[] point) {
        double[] gradient = new double[4];
        double[] otherGradient = new double[4];

        assertEquals(
                one.logLikelihood().at(point, gradient, new double[4][4]),
                other.logLikelihood().at(point, otherGradient, new double[4][4]));
        assertArrayEquals(gradient, otherGradient);
        assertEquals(one.observations(), other.observations());
    }

    @Test
    void mergingReturnsTheAccumulator() {
        WindowLogAccumulator log = DiscreteBuyTillYouDie.withDefaults().accumulator(HALF_A_YEAR);
        WindowLogAccumulator other = DiscreteBuyTillYouDie.withDefaults().accumulator(HALF_A_YEAR);
        buy(other, 1, 2, 3);

        assertSame(log, log.merge(other));
        assertEquals(Optional.of(RenewalHistory.of(1, 1, 4)), log.history(1));
    }

    /** Three repeats in four windows until the last one: odds of three to one. */
    @Test
    void searchBegins_atTheShareOfWindowsWithAPurchase() {
        WindowAccumulator clients = new WindowAccumulator(MONTH);
        clients.add(1, 1, 5);
        clients.add(2, 3, 5);

        assertEquals(Math.log(3), clients.result().start().get(0), 1e-14);
    }
}
