package dev.tenure.lifetime.estimation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

class CriteriaTest {

    private static final MaximumLikelihood DELTA =
            MaximumLikelihood.withDefaults().with(IntervalMethod.delta());
    private static final ModelLikelihood<double[]> NORMAL = Known.normal(3.1, 4.7, 2.2, 6.0, 5.1, 3.9, 4.4).toBuilder()
            .addSpecialCase("variance 1")
            .putBoundaryCase("variance 0", "equality")
            .build();
    private static final double HIGHEST = -7 / 2.0 * (Math.log(2 * Math.PI * 9.64 / 7) + 1);

    @Test
    void statistic_isTwiceTheDifference() {
        // with a variance of 1 the sum of squares is 9.64
        double simple = -7 / 2.0 * Math.log(2 * Math.PI) - 9.64 / 2;

        assertEquals(
                2 * (HIGHEST - simple),
                DELTA.of(NORMAL)
                        .testAgainst(special("variance 1", simple))
                        .orElseThrow()
                        .statistic(),
                1e-9);
        assertEquals(
                1,
                DELTA.of(NORMAL)
                        .testAgainst(special("variance 1", simple))
                        .orElseThrow()
                        .degreesOfFreedom());
    }

    @Test
    void roundingBelowZero_isZero_andMoreIsNotHidden() {
        assertEquals(
                0,
                DELTA.of(NORMAL)
                        .testAgainst(special("variance 1", HIGHEST + 1e-9))
                        .orElseThrow()
                        .statistic());
        assertEquals(
                Outcome.undefined(
                        Reason.NOT_ESTIMABLE,
                        "the special case has the higher likelihood: a search did not end at the highest"),
                DELTA.of(NORMAL).testAgainst(special("variance 1", HIGHEST + 1e-4)));
    }

    @Test
    void onlySpecialCases_areTested() {
        assertEquals(
                "special must be one of the special cases [variance 1] of normal: other",
                refused(DELTA.of(NORMAL), special("other", -20)));
        assertEquals(
                "special must not be at a bound of normal, where equality is to be used: variance 0",
                refused(DELTA.of(NORMAL), special("variance 0", -20)));
    }

    @Test
    void otherSamples_areRefused() {
        ModelLikelihood<Double> simple = likelihood("variance 1", -20);

        assertEquals(
                "special must be of the same 7 observations: 8",
                refused(
                        DELTA.of(NORMAL),
                        DELTA.of(simple.toBuilder().observations(8).build())));
        assertEquals(
                "special must be in the same unit : Days",
                refused(
                        DELTA.of(NORMAL),
                        DELTA.of(simple.toBuilder()
                                .sample(new SampleIdentity(
                                        "Days", NORMAL.sample().digest()))
                                .build())));
        assertEquals(
                "special must be of the same sample as normal: variance 1",
                refused(
                        DELTA.of(NORMAL),
                        DELTA.of(simple.toBuilder()
                                .sample(new SampleIdentity("", 1))
                                .build())));
    }

    @Test
    void comparisons_refuseOtherSamplesAndUnits() {
        ModelFit<?> days = DELTA.of(likelihood("days", -20).toBuilder()
                .sample(new SampleIdentity("Days", 1))
                .build());
        ModelFit<?> other = DELTA.of(likelihood("other", -20).toBuilder()
                .sample(new SampleIdentity("", 1))
                .build());

        assertEquals(
                "fits must be in the same unit : Days",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> ModelComparison.of(Criterion.AIC, List.of(DELTA.of(NORMAL), days))
                                        .best())
                        .getMessage());
        assertEquals(
                "fits must be of the same sample as normal: other",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> ModelComparison.of(Criterion.AIC, List.of(DELTA.of(NORMAL), other))
                                        .best())
                        .getMessage());
    }

    private static String refused(ModelFit<?> fit, ModelFit<?> special) {
        return assertThrows(
                        IllegalArgumentException.class,
                        () -> fit.testAgainst(special).isDefined())
                .getMessage();
    }

    private static ModelFit<Double> special(String name, double highest) {
        return DELTA.of(likelihood(name, highest));
    }

    /** A model with one parameter and a given highest likelihood of the sample of the normal law. */
    private static ModelLikelihood<Double> likelihood(String name, double highest) {
        return Known.one(name, new Coordinate("x", Scale.IDENTITY), (point, gradient, hessian) -> {
                    gradient[0] = 1 - point[0];
                    hessian[0][0] = -1;
                    return highest - (point[0] - 1) * (point[0] - 1) / 2;
                })
                .toBuilder()
                .observations(7)
                .sample(NORMAL.sample())
                .build();
    }
}
