package dev.tenure.lifetime.noncontractual;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenure.explain.Outcome;
import dev.tenure.lifetime.DiscountRate;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** The worked example of {@code docs/lifetime-bg-nbd.md}. */
class BgNbdWorkedExampleTest {

    @Test
    void threeClientsOfAShop_getTheFiguresOfThePage() {
        BgNbd model = new BgNbd(0.243, 4.414, 0.793, 2.426, ChronoUnit.WEEKS);
        PurchaseHistory recent = PurchaseHistory.of(2, 30.43, 38.86, ChronoUnit.WEEKS);
        PurchaseHistory silent = PurchaseHistory.of(2, 3, 38.86, ChronoUnit.WEEKS);
        PurchaseHistory once = PurchaseHistory.of(0, 0, 38.86, ChronoUnit.WEEKS);
        Duration year = Duration.ofDays(364);
        double isThere = model.probabilityAlive(recent);
        double inAYear = model.expectedPurchases(recent, year);
        double none = model.probability(0, recent, year);
        Outcome<Double> worth = model.discountedExpectedPurchases(recent, DiscountRate.annual(0.15));
        double ofANewClient = model.expectedPurchases(year);

        assertEquals(0.726579, isThere, 1e-6);
        assertEquals(1.558721, inAYear, 1e-6);
        assertEquals(0.397159, none, 1e-6);
        assertEquals(5.179425, worth.orElseThrow(), 1e-6);
        assertEquals(1.446051, ofANewClient, 1e-6);
        assertEquals(0.076299, model.probabilityAlive(silent), 1e-6);
        assertEquals(0.163682, model.expectedPurchases(silent, year), 1e-6);
        assertEquals(1, model.probabilityAlive(once));
        assertEquals(0.252073, model.expectedPurchases(once, year), 1e-6);
    }
}
