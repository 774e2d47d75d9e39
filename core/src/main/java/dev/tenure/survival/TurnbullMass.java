package dev.tenure.survival;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;

/**
 * An interval of a {@link TurnbullCurve} that may hold mass.
 *
 * @param lower the time after which the mass lies; if equal to {@code upper}, the very time
 * @param upper the time by which the mass lies; undefined ({@link Reason#BEYOND_OBSERVATION}) if nobody was found ended after {@code lower}
 * @param mass the share that ends within the interval, a fraction in [0, 1]
 */
public record TurnbullMass(double lower, Outcome<Double> upper, double mass) {}
