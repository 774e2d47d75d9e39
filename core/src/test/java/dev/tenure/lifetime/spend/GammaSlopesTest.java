package dev.tenure.lifetime.spend;

import static dev.tenure.lifetime.spend.GammaGammaTest.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenure.lifetime.estimation.FitStatus;
import dev.tenure.lifetime.estimation.ModelFit;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class GammaSlopesTest {

    private static final int CLIENTS = 40;

    /** Differences of polygamma functions at 60 digits. */
    @Test
    void differences_areThoseOfSixtyDigits() {
        assertClose(2.9999999997e-10, GammaSlopes.slope(1e10, 3), 1e-14);
        assertClose(-2.9999999994e-20, GammaSlopes.bend(1e10, 3), 1e-14);
        assertClose(18.018552687814777, GammaSlopes.slope(150, 1e10), 1e-14);
        assertClose(-0.0066889381711659962, GammaSlopes.bend(150, 1e10), 1e-14);
        assertClose(0.0050124998437578117, GammaSlopes.slope(100, 0.5), 1e-14);
        assertClose(-5.0249993750468684e-5, GammaSlopes.bend(100, 0.5), 1e-14);
    }

    /** By the recursion: psi(z + 1) = psi(z) + 1 / z. */
    @Test
    void differences_ofSmallArguments_areThoseOfTheRecursion() {
        assertClose(1 / 3.0 + 1 / 4.0, GammaSlopes.slope(3, 2), 1e-14);
        assertClose(-1 / 9.0 - 1 / 16.0, GammaSlopes.bend(3, 2), 1e-14);
    }

    @Test
    void clientsWithManyTimesTheLeastSpend_leadToTheBoundaryOfConstantSpend() {
        ModelFit<GammaGamma> fit = fit(i -> 1, i -> 20 * CLIENTS / (i + 0.5));

        assertEquals(FitStatus.Ending.BOUNDARY, fit.status().ending());
        assertEquals(
                "p tends to infinity: the likelihood rises for ever along the way",
                fit.status().detail());
    }

    @Test
    void clientsWhoDifferByChanceOnly_leadToTheBoundaryOfEqualClients() {
        ModelFit<GammaGamma> fit =
                fit(i -> 1 + i % 9, i -> 20 * (1 + (i % 2 == 0 ? 0.5 : -0.5) / Math.sqrt(1 + i % 9)));

        assertEquals(FitStatus.Ending.BOUNDARY, fit.status().ending());
        assertEquals(
                "q tends to infinity: the likelihood rises for ever along the way",
                fit.status().detail());
    }

    private static ModelFit<GammaGamma> fit(IntUnaryOperator transactions, IntToDoubleFunction meanSpend) {
        SpendAccumulator sample = ClientSpend.withDefaults().accumulator(CurrencyUnit.USD);
        for (int i = 0; i < CLIENTS; i++) {
            int x = transactions.applyAsInt(i);
            sample.add(x, Math.round(100 * x * meanSpend.applyAsDouble(i)));
        }
        return ClientSpend.withDefaults().of(sample);
    }
}
