package dev.tenure.lifetime.noncontractual;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenure.explain.Outcome;
import dev.tenure.lifetime.DiscountRate;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** The worked example of {@code docs/lifetime-pareto-nbd.md}. */
class ParetoNbdWorkedExampleTest {

    @Test
    void threeCustomersOfCdnow_haveTheFiguresOfThePage() {
        ParetoNbd model = new ParetoNbd(0.553, 10.578, 0.606, 11.669, ChronoUnit.WEEKS);
        Duration year = Duration.ofDays(364);
        double expectedOfNewClient = model.expectedPurchases(year);
        double neverAgain = model.probability(0, year);
        PurchaseHistory steady = PurchaseHistory.of(2, 30.43, 38.86, ChronoUnit.WEEKS);
        double alive = model.probabilityAlive(steady);
        double expected = model.expectedPurchases(steady, year);
        double none = model.probability(0, steady, year);
        Outcome<Double> residual = model.discountedExpectedPurchases(steady, DiscountRate.annual(0.15));
        double gone = model.probabilityAlive(PurchaseHistory.of(10, 1, 38.86, ChronoUnit.WEEKS));
        double once = model.probabilityAlive(PurchaseHistory.of(0, 0, 38.86, ChronoUnit.WEEKS));

        assertEquals(1.47300, expectedOfNewClient, 5e-6);
        assertEquals(0.57387, neverAgain, 5e-6);
        assertEquals(0.86917, alive, 5e-6);
        assertEquals(1.85083, expected, 5e-6);
        assertEquals(0.36848, none, 5e-6);
        assertEquals(6.51519, residual.orElseThrow(), 5e-6);
        assertEquals(0.0000019, gone, 5e-8);
        assertEquals(0.29529, once, 5e-6);
    }
}
