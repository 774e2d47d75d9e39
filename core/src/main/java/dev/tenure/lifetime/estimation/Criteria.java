package dev.tenure.lifetime.estimation;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.stat.ChiSquareTest;

/** How models fitted to one sample are compared by their likelihoods. */
final class Criteria {

    /** How many times the gain that says nothing any more a statistic may be below zero. */
    private static final double ROUNDING = 20;

    private Criteria() {}

    /** Tests a model against a special case of it. */
    static Outcome<ChiSquareTest> of(ModelFit<?> fit, ModelFit<?> special) {
        ModelLikelihood<?> ours = fit.likelihood();
        String test = ours.boundaryCases().get(special.name());
        checkArgument(
                test == null,
                "special must not be at a bound of %s, where %s is to be used: %s",
                fit.name(),
                test,
                special.name());
        checkArgument(
                ours.specialCases().contains(special.name()),
                "special must be one of the special cases %s of %s: %s",
                ours.specialCases(),
                fit.name(),
                special.name());
        SampleIdentity.check("special", fit, special);
        int degrees = ours.parameterNames().size()
                - special.likelihood().parameterNames().size();
        return fit.aic()
                .flatMap(general ->
                        special.aic().flatMap(simple -> test(simple - general + 2.0 * degrees, simple, degrees)));
    }

    private static Outcome<ChiSquareTest> test(double statistic, double height, int degrees) {
        return statistic < -ROUNDING * Ascent.nothing(height)
                ? Outcome.undefined(
                        Reason.NOT_ESTIMABLE,
                        "the special case has the higher likelihood: a search did not end at the highest")
                : Outcome.of(new ChiSquareTest(Math.max(0, statistic), degrees));
    }

    /** Returns a criterion with a penalty for each parameter. */
    static Outcome<Double> penalised(ModelFit<?> fit, double penalty) {
        return fit.prior().parts().isEmpty()
                ? fit.logLikelihood()
                        .map(highest ->
                                penalty * fit.likelihood().parameterNames().size() - 2 * highest)
                : Outcome.undefined(Reason.NOT_APPLICABLE, "criteria need a fit without a prior");
    }

    /** Returns Akaike's criterion, corrected for small samples. */
    static Outcome<Double> corrected(ModelFit<?> fit) {
        double parameters = fit.likelihood().parameterNames().size();
        double left = fit.observations() - parameters - 1;
        return fit.aic()
                .flatMap(aic -> left > 0
                        ? Outcome.of(aic + 2 * parameters * (parameters + 1) / left)
                        : Outcome.undefined(Reason.TOO_FEW_DATA, "no more observations than parameters and one"));
    }
}
