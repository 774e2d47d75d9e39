package dev.tenure.lifetime.estimation;

import dev.tenure.explain.Outcome;

/**
 * A model among those compared. Made by {@link ModelComparison}.
 *
 * @param fit the fit
 * @param difference by how much its criterion is above the lowest one, zero or more; undefined where its criterion is
 * @param weight how much speaks for it among the models compared, a fraction in [0, 1]; undefined where its criterion is
 */
public record RankedModel(ModelFit<?> fit, Outcome<Double> difference, Outcome<Double> weight) {}
