package dev.tenure.lifetime.estimation;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;

/**
 * How much a prior weighs against the data.
 *
 * @param coordinate the name of the quantity
 * @param share the part of what is known of it that comes from the prior, a fraction in (0, 1]
 * @param observations how many observations of this sample weigh as much, above zero; undefined ({@link Reason#NOT_FINITE}) if the sample says nothing
 *     of the quantity
 */
public record PriorShare(String coordinate, double share, Outcome<Double> observations) {}
