package dev.tenure.lifetime.estimation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelComparisonTest {

    private static final MaximumLikelihood DELTA =
            MaximumLikelihood.withDefaults().with(IntervalMethod.delta());
    private static final ModelFit<?> GOOD = flat("good", -10);
    private static final ModelFit<?> FAIR = flat("fair", -11);
    private static final ModelFit<?> NONE =
            DELTA.of(Known.one("none", Coordinate.logarithmOf("x"), (point, gradient, hessian) -> Double.NaN));

    @Test
    void weights_followFromTheDifferences() {
        ModelComparison comparison = ModelComparison.of(Criterion.AIC, List.of(NONE, FAIR, GOOD));
        List<RankedModel> ranking = comparison.ranking();
        double other = Math.exp(-1);

        assertEquals("good", comparison.best().orElseThrow().name());
        assertEquals(
                List.of("good", "fair", "none"),
                comparison.fits().stream().map(ModelFit::name).toList());
        assertEquals(0, ranking.get(0).difference().orElseThrow());
        assertEquals(2, ranking.get(1).difference().orElseThrow(), 1e-12);
        assertEquals(1 / (1 + other), ranking.get(0).weight().orElseThrow(), 1e-12);
        assertEquals(other / (1 + other), ranking.get(1).weight().orElseThrow(), 1e-12);
        assertEquals(
                Outcome.undefined(Reason.NOT_ESTIMABLE, "the likelihood has no value at the start"),
                ranking.get(2).weight());
    }

    @Test
    void criterion_decides() {
        ModelComparison comparison = ModelComparison.of(Criterion.AICC, List.of(GOOD, FAIR));

        assertEquals(Criterion.AICC, comparison.criterion());
        assertEquals(
                Outcome.undefined(Reason.TOO_FEW_DATA, "no more observations than parameters and one"),
                comparison.best());
        assertEquals(20, Criterion.BIC.of(GOOD).orElseThrow(), 1e-9);
    }

    @Test
    void noModels_haveNoBest() {
        ModelComparison comparison = ModelComparison.of(Criterion.AIC, List.of());

        assertEquals(Outcome.undefined(Reason.NO_DATA, "no models"), comparison.best());
        assertEquals(List.of(), comparison.ranking());
    }

    @Test
    void fitsOfOtherSamples_areRefused() {
        ModelFit<?> other = DELTA.of(new Renewals(2, 1).likelihood());

        assertEquals(
                "fits must be of the same 1 observations: 3",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> ModelComparison.of(Criterion.AIC, List.of(GOOD, other))
                                        .best())
                        .getMessage());
    }

    @Test
    void explanation_namesTheBest() {
        String text =
                ModelComparison.of(Criterion.AIC, List.of(FAIR, GOOD)).explain().toText();

        assertTrue(text.startsWith("best model = good   [lowest AIC]"), text);
        assertTrue(text.contains("fair = 24.0000   [AIC; difference = 2.0000, weight = 26.89%]"), text);
    }

    private static ModelFit<?> flat(String name, double highest) {
        return DELTA.of(Known.one(name, new Coordinate("x", Scale.IDENTITY), (point, gradient, hessian) -> {
            gradient[0] = 1 - point[0];
            hessian[0][0] = -1;
            return highest - (point[0] - 1) * (point[0] - 1) / 2;
        }));
    }
}
