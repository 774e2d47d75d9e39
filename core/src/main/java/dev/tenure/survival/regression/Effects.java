package dev.tenure.survival.regression;

import dev.tenure.explain.Outcome;
import dev.tenure.stat.ConfidenceLevel;

/** Turns coefficients in the coordinates of a design into effects. */
final class Effects {

    private Effects() {}

    static CoxEffect ofCovariate(Fit fit, int covariate, ConfidenceLevel level) {
        double[] difference = new double[fit.data().names().size()];
        difference[covariate] = 1;
        return of(fit, fit.data().names().get(covariate), difference, level);
    }

    /** Returns the effect of a difference in all covariates of the data. */
    static CoxEffect of(Fit fit, String name, double[] difference, ConfidenceLevel level) {
        double[] scaled = new double[fit.coefficients().length];
        Outcome<Double> coefficient = Outcome.of(0.0);
        for (int covariate = 0; covariate < difference.length; covariate++) {
            int j = fit.place(covariate);
            if (j >= 0) {
                scaled[j] = difference[covariate] / fit.design().scale(j);
            }
            if (difference[covariate] != 0) {
                int differing = covariate;
                coefficient = coefficient.flatMap(
                        sum -> fit.estimated(differing).map(place -> sum + fit.coefficients()[place] * scaled[place]));
            }
        }
        return new CoxEffectBuilder()
                .name(name)
                .coefficient(coefficient)
                .bestPoint(Vectors.dot(fit.coefficients(), scaled))
                .standardError(coefficient.flatMap(ok -> fit.standardError(scaled)))
                .modelStandardError(coefficient.flatMap(ok -> fit.modelStandardError(scaled)))
                .level(level)
                .build();
    }
}
