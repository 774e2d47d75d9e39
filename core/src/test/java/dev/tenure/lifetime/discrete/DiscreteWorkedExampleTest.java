package dev.tenure.lifetime.discrete;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenure.lifetime.DiscountRate;
import dev.tenure.lifetime.estimation.IntervalMethod;
import dev.tenure.lifetime.estimation.MaximumLikelihood;
import dev.tenure.lifetime.estimation.ModelFit;
import dev.tenure.lifetime.estimation.Prediction;
import dev.tenure.lifetime.estimation.Scale;
import java.time.Period;
import org.junit.jupiter.api.Test;

/** The example of docs/lifetime-bg-bb.md. */
class DiscreteWorkedExampleTest {

    /** Repeats, last window and how many donors: Fader, Hardie and Shang 2010. */
    private static final int[][] DONORS = {
        {6, 6, 1203}, {5, 6, 728}, {4, 6, 512}, {3, 6, 357}, {2, 6, 234}, {1, 6, 129}, {5, 5, 335}, {4, 5, 284},
        {3, 5, 225}, {2, 5, 173}, {1, 5, 119}, {4, 4, 240}, {3, 4, 181}, {2, 4, 155}, {1, 4, 78}, {3, 3, 322},
        {2, 3, 255}, {1, 3, 129}, {2, 2, 613}, {1, 2, 277}, {1, 1, 1091}, {0, 0, 3464}
    };

    @Test
    void example() {
        DiscreteBuyTillYouDie models = DiscreteBuyTillYouDie.withDefaults()
                .with(MaximumLikelihood.withDefaults().with(IntervalMethod.delta()));
        WindowAccumulator sample = models.accumulator(Period.ofYears(1));
        for (int[] donors : DONORS) {
            sample.add(donors[0], donors[1], 6, donors[2]);
        }
        ModelFit<BgBb> fit = models.of(sample);

        RenewalHistory silent = RenewalHistory.ofPurchases("010100");
        Prediction alive = fit.predict("P(alive)", Scale.LOGIT, model -> model.probabilityAliveNext(silent));
        BgBb model = fit.model().orElseThrow();
        double gifts = model.expectedPurchases(silent, 5);
        double worth = model.discountedExpectedPurchases(silent, DiscountRate.annual(0.1))
                .orElseThrow();

        assertEquals(1.204, model.alpha(), 0.0005);
        assertEquals(0.750, model.beta(), 0.0005);
        assertEquals(0.657, model.gamma(), 0.0005);
        assertEquals(2.783, model.delta(), 0.0005);
        assertEquals(-33_225.58, fit.logLikelihood().orElseThrow(), 0.005);
        assertEquals(0.59, alive.value().orElseThrow(), 0.005);
        assertEquals(1.06, gifts, 0.005);
        assertEquals(1.67, worth, 0.006);
    }
}
