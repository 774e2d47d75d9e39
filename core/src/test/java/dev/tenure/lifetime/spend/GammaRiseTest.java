package dev.tenure.lifetime.spend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.lifetime.estimation.FitStatus;
import dev.tenure.lifetime.estimation.LogLikelihood;
import dev.tenure.lifetime.estimation.ModelFit;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GammaRiseTest {

    /** The expected values are of forty digits, by mpmath, times the point and its square. */
    @ParameterizedTest
    @CsvSource({
        "1000, 4, 3.99401396409772479, -3.98804185648834954",
        "1e6, 2.5, 2.4999981250025, -2.49999625000749999",
        "1e12, 4, 3.999999999994, -3.999999999988",
        "2000, 1e7, 17035.2862845244673, -2000.10016329734036",
        "3, 5, 3.27857142857142857, -2.3561734693877551"
    })
    void keeps_its_digits_however_far_out(double from, double step, double digamma, double trigamma) {
        assertEquals(digamma, from * GammaRise.ofDigamma(from, step), 1e-13 * Math.abs(digamma));
        assertEquals(trigamma, from * from * GammaRise.ofTrigamma(from, step), 1e-11 * Math.abs(trigamma));
    }

    @Test
    void transactions_that_seem_not_to_vary_are_a_boundary() {
        ModelFit<GammaGamma> fit = ClientSpend.withDefaults().of(moreDifferentWithManyInvoicesThanWithFew());

        assertEquals(FitStatus.Ending.BOUNDARY, fit.status().ending());
        assertEquals(
                "p tends to infinity: the likelihood rises towards a simpler model",
                fit.status().detail());
        assertTrue(fit.parameter("q").interval().isDefined());
    }

    @Test
    void the_slope_of_the_likelihood_vanishes_towards_the_boundary() {
        LogLikelihood likelihood =
                moreDifferentWithManyInvoicesThanWithFew().result().logLikelihood();
        double[] gradient = new double[3];

        likelihood.at(new double[] {30, 1.4, 7.2}, gradient, new double[3][3]);

        assertEquals(0, gradient[0], 1e-9);
    }

    private static SpendAccumulator moreDifferentWithManyInvoicesThanWithFew() {
        SpendAccumulator sample = ClientSpend.withDefaults().accumulator(CurrencyUnit.EUR);
        for (int invoices = 1; invoices <= 10; invoices++) {
            for (double spread : new double[] {-0.1, -0.06, -0.02, 0.02, 0.06, 0.1}) {
                sample.add(invoices, Math.round(200_000 * Math.exp(spread * invoices)) * invoices);
            }
        }
        return sample;
    }
}
