package dev.tenure.lifetime.noncontractual;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenure.lifetime.estimation.LikelihoodRatio;
import dev.tenure.lifetime.estimation.MaximumLikelihood;
import dev.tenure.lifetime.estimation.ModelFit;
import dev.tenure.lifetime.estimation.Scale;
import dev.tenure.stat.Interval;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class PurchaseIntervalTest {

    private static final double NORMAL = 1.959963984540054;

    /** Chances to leave that nearly do not differ: the parabola at the estimate sends a search for the lower limit far away, to a lower hill. */
    @Test
    void limits_areThoseOfTheLikelihoodRatioWhereTheSurfaceIsNearlyFlat() {
        PurchaseCoverage.Truth truth = PurchaseCoverage.truth(new BgNbd(2, 10, 0.5, 5, ChronoUnit.WEEKS));
        Random random = new Random(20_263_142);
        PurchaseSample sample = PurchaseCoverage.drawn(truth, 20, random);
        for (int i = 0; i < 920; i++) {
            sample = PurchaseCoverage.drawn(truth, 20, random);
        }
        PurchaseHistory client = PurchaseHistory.of(4, 40, 60, ChronoUnit.WEEKS);
        ToDoubleFunction<PurchaseModel> purchases = model -> model.expectedPurchases(client, Duration.ofDays(364));

        ModelFit<PurchaseModel> fit = MaximumLikelihood.withDefaults().of(BgNbdLikelihood.of(sample));
        Interval interval = fit.predict("purchases", Scale.LOGARITHM, purchases::applyAsDouble)
                .interval()
                .orElseThrow();

        assertEquals(-NORMAL, LikelihoodRatio.root(fit, Scale.LOGARITHM, purchases, interval.lower()), 1e-4);
        assertEquals(NORMAL, LikelihoodRatio.root(fit, Scale.LOGARITHM, purchases, interval.upper()), 1e-4);
    }
}
