package dev.tenure.lifetime.noncontractual;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenure.lifetime.DiscountRate;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** The worked example of {@code docs/lifetime-mbg-nbd.md}. */
class MbgNbdWorkedExampleTest {

    @Test
    void oneTimeBuyer_getsTheFiguresOfThePage() {
        MbgNbd model = new MbgNbd(0.525, 6.183, 0.891, 1.614, ChronoUnit.WEEKS);
        PurchaseHistory once = PurchaseHistory.of(0, 0, 38.86, ChronoUnit.WEEKS);
        PurchaseHistory justWon = PurchaseHistory.of(0, 0, 0, ChronoUnit.WEEKS);
        Duration year = Duration.ofDays(364);
        double atFirst = model.probabilityAlive(justWon);
        double isThere = model.probabilityAlive(once);
        double inAYear = model.expectedPurchases(once, year);
        double worth = model.discountedExpectedPurchases(once, DiscountRate.annual(0.15))
                .orElseThrow();
        double ofANewClient = model.expectedPurchases(year);

        assertEquals(0.644311, atFirst, 1e-6);
        assertEquals(0.389735, isThere, 1e-6);
        assertEquals(0.197706, inAYear, 1e-6);
        assertEquals(0.726312, worth, 1e-6);
        assertEquals(1.419724, ofANewClient, 1e-6);
    }
}
