package dev.tenure.survival.regression;

import com.google.common.collect.ImmutableMap;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.stat.ChiSquareTest;
import org.immutables.value.Value;

/**
 * Whether covariates act alike at all ages, as a Cox model supposes. Made by {@link CoxModel}. A small p-value says that the hazard ratio
 * of a covariate rises or falls with time: let it act differently by a stratum, or by rows that are split at an age.
 *
 * <p><b>Formula.</b> The score test of adding the product of the covariate and a transform of time to the model. It has one degree of freedom a
 * covariate.
 *
 * <p><b>Source.</b> P. M. Grambsch and T. M. Therneau, "Proportional hazards tests and diagnostics based on weighted residuals",
 * <i>Biometrika</i> 81 (1994), 515-526, in the form without their approximation.
 */
@ResultStyle
@Value.Immutable
public abstract class ProportionalHazardsTest {

    ProportionalHazardsTest() {}

    /**
     * Returns along which function of time a trend was looked for.
     *
     * @return the transform
     */
    public abstract TimeTransform transform();

    /**
     * Returns the test of each covariate.
     *
     * @return the tests, in the order of the covariates; undefined ({@link Reason#NOT_ESTIMABLE}) where the coefficient is or all leave at
     *     one time, and ({@link Reason#NOT_APPLICABLE}) under a penalty
     */
    public abstract ImmutableMap<String, Outcome<ChiSquareTest>> tests();

    /**
     * Returns the test of all covariates together.
     *
     * @return the test; undefined where that of a covariate is
     */
    public abstract Outcome<ChiSquareTest> global();

    /**
     * Explains the tests.
     *
     * @return the p-value of all covariates together, and of each
     */
    public final Explanation explain() {
        return part("proportional hazards", global()).toBuilder()
                .putInput("transform", new Quantity.Term(transform().name()))
                .addAllParts(tests().entrySet().stream()
                        .map(test -> part(test.getKey(), test.getValue()))
                        .toList())
                .build();
    }

    private static Explanation part(String name, Outcome<ChiSquareTest> test) {
        return Explanation.builder()
                .name(name)
                .formula("p-value of the statistic by its degrees of freedom")
                .value(Explanation.quantity(test, its -> new Quantity.Measure(its.pValue(), "")))
                .putInput("statistic", Explanation.quantity(test, its -> new Quantity.Measure(its.statistic(), "")))
                .putInput(
                        "degrees of freedom",
                        Explanation.quantity(test, its -> new Quantity.Count(its.degreesOfFreedom())))
                .build();
    }
}
