package dev.tenure.lifetime.estimation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.stat.Interval;
import org.junit.jupiter.api.Test;

class WeakPriorTest {

    /** A mean of 5 seen with variance 2, held likely to be 3 with spread 2: precisions 0.5 and 0.25. */
    private static final ModelLikelihood<Double> LOCATION = Known.one(
                    "location", new Coordinate("x", Scale.IDENTITY), (point, gradient, hessian) -> {
                        gradient[0] = -(point[0] - 5) / 2;
                        hessian[0][0] = -1 / 2.0;
                        return -(point[0] - 5) * (point[0] - 5) / 4;
                    })
            .toBuilder()
            .observations(20)
            .build();

    private static final ModelFit<Double> FIT = MaximumLikelihood.withDefaults()
            .with(WeakPrior.of(new ParameterPrior("x", 3, 2)))
            .of(LOCATION);

    @Test
    void estimate_isTheMeanWeightedByPrecision() {
        Interval interval = FIT.predict("x", Scale.IDENTITY, x -> x).interval().orElseThrow();
        double centre = (0.5 * 5 + 0.25 * 3) / 0.75;
        double half = 1.959963984540054 / Math.sqrt(0.75);

        assertEquals(centre, FIT.parameter("x").value().orElseThrow(), 1e-9);
        assertEquals(1 / Math.sqrt(0.75), FIT.parameter("x").standardError().orElseThrow(), 1e-8);
        assertEquals(centre - half, interval.lower(), 1e-5);
        assertEquals(centre + half, interval.upper(), 1e-5);
    }

    @Test
    void logLikelihood_isThatOfTheData() {
        double away = 5 - (0.5 * 5 + 0.25 * 3) / 0.75;

        assertEquals(-away * away / 4, FIT.logLikelihood().orElseThrow(), 1e-9);
        assertEquals(Outcome.undefined(Reason.NOT_APPLICABLE, "criteria need a fit without a prior"), FIT.aic());
        assertEquals(Outcome.undefined(Reason.NOT_APPLICABLE, "criteria need a fit without a prior"), FIT.aicc());
    }

    @Test
    void effect_isTheShiftAndTheShareOfTheInformation() {
        PriorEffect effect = FIT.priorEffect().orElseThrow();
        PriorShift shift = effect.shifts().get(0);
        PriorShare share = effect.shares().get(0);

        assertEquals("x", shift.parameter());
        assertEquals(13 / 3.0, shift.with().orElseThrow(), 1e-9);
        assertEquals(5, shift.without().orElseThrow(), 1e-9);
        assertEquals((13 / 3.0 - 5) * Math.sqrt(0.75), shift.standardErrors().orElseThrow(), 1e-7);
        assertEquals("x", share.coordinate());
        assertEquals(1 / 3.0, share.share(), 1e-9);
        assertEquals(10, share.observations().orElseThrow(), 1e-7);
    }

    @Test
    void twoPriorsOfOneQuantity_multiply() {
        ModelFit<Double> twice = MaximumLikelihood.withDefaults()
                .with(WeakPrior.of(new ParameterPrior("x", 3, 2), new ParameterPrior("x", 1, 1)))
                .of(LOCATION);

        assertEquals(
                (0.5 * 5 + 0.25 * 3 + 1) / 1.75, twice.parameter("x").value().orElseThrow(), 1e-9);
    }

    @Test
    void prior_keepsParametersThatWouldRunAway() {
        ModelLikelihood<Renewals.Law> likelihood = new Renewals(125, 500, 250, 125).likelihood();
        ModelFit<Renewals.Law> fit = MaximumLikelihood.withDefaults()
                .with(WeakPrior.of(new ParameterPrior("alpha", 1, 2)))
                .of(likelihood);
        PriorEffect effect = fit.priorEffect().orElseThrow();

        assertEquals(FitStatus.Ending.CONVERGED, fit.status().ending());
        assertTrue(fit.parameter("alpha").interval().isDefined());
        assertEquals(1, effect.shares().size());
        assertTrue(effect.shares().get(0).share() > 0.01);
        assertEquals(
                Outcome.undefined(Reason.NOT_ESTIMABLE, "alpha tends to infinity"),
                effect.shifts().get(0).without());
        assertFalse(effect.shifts().get(0).standardErrors().isDefined());
    }

    @Test
    void priorAlone_isWorthMoreThanAllObservations() {
        ModelFit<Double> fit = MaximumLikelihood.withDefaults()
                .with(WeakPrior.of(new ParameterPrior("x", 3, 2)))
                .of(Known.one("flat", Coordinate.logarithmOf("x"), (point, gradient, hessian) -> 0));

        assertEquals(3, fit.parameter("x").value().orElseThrow(), 1e-9);
        assertEquals(
                new PriorShare("x", 1, Outcome.undefined(Reason.NOT_FINITE, "the sample says nothing of x")),
                fit.priorEffect().orElseThrow().shares().get(0));
    }

    @Test
    void withoutPrior_thereIsNoEffect() {
        ModelFit<Double> fit =
                MaximumLikelihood.withDefaults().with(WeakPrior.none()).of(LOCATION);

        assertEquals(Outcome.undefined(Reason.NOT_APPLICABLE, "no prior"), fit.priorEffect());
        assertFalse(fit.explain().toText().contains("prior"));
    }

    @Test
    void explanation_statesTheEffect() {
        String text = FIT.explain().toText();

        assertTrue(text.contains("effect of the prior = 1 "), text);
        assertTrue(
                text.contains("x = -0.5774   [(with - without) / standard error; with = 4.3333, without = 5.0000]"),
                text);
        assertTrue(text.contains("prior of x = 33.33%"), text);
        assertTrue(text.contains("worth = 10.0000 observations"), text);
    }
}
