package dev.tenure.lifetime.spend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.lifetime.estimation.FitStatus.Ending;
import dev.tenure.lifetime.estimation.MaximumLikelihood;
import dev.tenure.lifetime.estimation.ModelFit;
import dev.tenure.lifetime.estimation.Scale;
import dev.tenure.money.ExactMoney;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Samples that leave a parameter without a finite estimate, and models with huge parameters. Expected figures: 40-digit quadrature of the definition. */
class SpendBoundaryTest {

    private static final CurrencyUnit USD = CurrencyUnit.USD;
    private static final String ENDLESS = " tends to infinity: ";

    private static double gamma(double shape, Random random) {
        double least = shape - 1.0 / 3;
        double spread = 1 / Math.sqrt(9 * least);
        while (true) {
            double normal = random.nextGaussian();
            double root = 1 + spread * normal;
            double cube = root * root * root;
            if (root > 0
                    && Math.log(random.nextDouble())
                            < normal * normal / 2 + least - least * cube + least * Math.log(cube)) {
                return least * cube;
            }
        }
    }

    private static ModelFit<GammaGamma> simulated(int clients, Random random) {
        SpendAccumulator sample = ClientSpend.withDefaults().accumulator(USD);
        for (int i = 0; i < clients; i++) {
            int x = 1 + random.nextInt(5);
            double total = gamma(6.25 * x, random) / gamma(3.74, random) * 15.44;
            sample.add(x, Math.max(1, Math.round(100 * total)));
        }
        return ClientSpend.withDefaults().of(sample);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 10, 20, 50})
    void everySearchEnds_atAPeakOrAtANamedBoundary(int clients) {
        Random random = new Random(clients);
        int ofP = 0;
        int ofQ = 0;
        for (int i = 0; i < 100; i++) {
            ModelFit<GammaGamma> fit = simulated(clients, random);
            ofP += fit.status().detail().startsWith("p" + ENDLESS) ? 1 : 0;
            ofQ += fit.status().detail().startsWith("q" + ENDLESS) ? 1 : 0;
            assertTrue(
                    fit.status().ending() == Ending.CONVERGED || fit.status().ending() == Ending.BOUNDARY,
                    fit.status().detail());
            GammaGamma model = fit.model().orElseThrow();
            assertTrue(model.median().orElseThrow() > 0);
            assertTrue(model.transactionQuantile(0.9).isDefined());
        }
        assertTrue(ofP > 10);
        assertTrue(clients > 20 || ofQ > 2);
    }

    @Test
    void clientsWhoDifferByNoMoreThanChance_haveAMedianAllTheSame() {
        SpendAccumulator sample = ClientSpend.withDefaults().accumulator(USD);
        sample.add(1, 100_00);
        sample.add(2, 600_00);
        sample.add(3, 2700_00);
        ModelFit<GammaGamma> fit = ClientSpend.withDefaults().of(sample);

        assertTrue(fit.status().ending() == Ending.BOUNDARY, fit.status().detail());
        assertTrue(
                fit.predict("median", Scale.LOGARITHM, model -> model.median().orElseThrow())
                        .value()
                        .isDefined());
    }

    @Test
    void equalMeans_areNamed() {
        SpendAccumulator sample = ClientSpend.withDefaults().accumulator(USD);
        for (int x = 1; x <= 5; x++) {
            sample.add(x, x * 100_00);
        }

        assertEquals(
                "all clients spend the same",
                MaximumLikelihood.withDefaults().of(sample.result()).status().detail());
    }

    /** The derivatives by log p, log q and the logarithm of the harmonic mean spend, from differences at 60 digits. */
    @ParameterizedTest
    @CsvSource({
        "1.5, 28, 5, 3, 600, -5.5866124732437581, -0.1562711586337838, -2.9024069276472413e-12, 4.673362842318359, 2.9024069275164621e-12",
        "1.5, 41, 5, 3, 600, -5.5866124732466605, -0.15627115864423682, -6.5603957298821963e-18, 4.6733628423769058, 6.560395729882189e-18",
        "30, 1.5, 5, 3, 600, -5.6668044210816482, 4.9055735411913162e-14, 0.33751891822396203, 1.1559809051161357, -0.19931148237815745",
        "2, 17, 5, 1, 90, -5.2177337320589085, -2.7645680225011108e-1, -2.2121456971222836e-8, -2.9082194063370686, 2.2121422643055224e-8",
    })
    void derivatives_keepTheirDigits(
            double p,
            double q,
            double scale,
            int x,
            long total,
            double value,
            double byP,
            double byQ,
            double byScale,
            double bendQ) {
        SpendAccumulator sample = ClientSpend.withDefaults().accumulator(USD);
        sample.add(x, 100 * total);
        double[] gradient = new double[3];
        double[][] hessian = new double[3][3];

        close(value, sample.result().logLikelihood().at(new double[] {p, q, scale}, gradient, hessian), 1e-14);
        close(byP, gradient[0], 1e-12);
        close(byQ, gradient[1], 1e-12);
        close(byScale, gradient[2], 1e-12);
        close(bendQ, hessian[1][1], 1e-12);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 1e12, 1e12, 0.5, 2.0000000000006667, 1.6783469900172299",
        "2, 1e5, 1e5, 0.5, 2.0000066666849383, 1.6783526825374317",
        "2, 1e5, 1e5, 0.001, 1.9805888862348879, 0.045401801067726441",
        "2, 1e5, 1e5, 0.999, 2.0196791091538099, 9.2337935985652555",
        "1e5, 1e5, 50, 0.01, 49.634133846505291, 49.482507584644059",
        "1e5, 1e9, 5e5, 0.99, 50.003678476028003, 50.368581637107127",
        "3e5, 2e5, 10, 1e-12, 14.76653396284199, 14.698677280887653",
        "3, 1e7, 1e8, 0.3, 29.995026649628578, 19.137757858763763",
        "9e4, 1e7, 1000, 0.001, 8.9912110709470905, 8.9071676932515215",
        "1e7, 9e4, 1000, 0.001, 109974.80225617937, 109969.6949042803",
        "1e8, 3, 1e-6, 0.3, 27.658174107508589, 27.658173884090332",
        "1e14, 7.5, 1e-12, 0.9, 23.400690781852984, 23.400690781853245",
    })
    void quantiles_ofHugeParameters(double p, double q, double gamma, double share, double ofMean, double ofOne) {
        GammaGamma model = GammaGamma.of(p, q, gamma, USD);

        close(ofMean, amount(model.spendQuantile(share).orElseThrow()), 2e-10);
        close(ofOne, amount(model.transactionQuantile(share).orElseThrow()), 2e-10);
    }

    @Test
    void everyParameter_hasAMedian() {
        Random random = new Random(2);
        for (int i = 0; i < 500; i++) {
            double q = Math.pow(10, 4 + 14 * random.nextDouble());
            GammaGamma model = GammaGamma.of(2, q, q, USD);

            close(2, model.median().orElseThrow(), 1 / q);
            close(1.6783469900166607, amount(model.transactionQuantile(0.5).orElseThrow()), 1 / q + 1e-11);
        }
    }

    private static double amount(ExactMoney money) {
        return money.numerator().doubleValue() / money.denominator().doubleValue();
    }

    private static void close(double expected, double actual, double tolerance) {
        assertEquals(expected, actual, tolerance * Math.abs(expected));
    }
}
