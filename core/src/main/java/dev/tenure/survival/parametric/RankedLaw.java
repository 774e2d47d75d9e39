package dev.tenure.survival.parametric;

import dev.tenure.explain.Outcome;

/**
 * A law among those compared. Made by {@link LawComparison}.
 *
 * @param fit the fit
 * @param difference by how much its AIC is above the lowest one, zero or more; undefined where its AIC is
 * @param weight how much speaks for it among the laws compared, a fraction in [0, 1]; undefined where its AIC is
 */
public record RankedLaw(ParametricFit fit, Outcome<Double> difference, Outcome<Double> weight) {}
