package dev.tenure.lifetime.estimation;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.stat.Interval;

/**
 * A parameter of a fitted model.
 *
 * @param name its name, such as {@code "alpha"}
 * @param value the estimate; undefined ({@link Reason#NOT_ESTIMABLE}) if the data do not determine it
 * @param standardError the standard error from the full matrix of second derivatives, zero or more; undefined where the value is, and where the
 *     likelihood has no curvature
 * @param interval the confidence interval; undefined where the value is, and ({@link Reason#NOT_FINITE}) if a limit is infinite
 */
public record FittedParameter(
        String name, Outcome<Double> value, Outcome<Double> standardError, Outcome<Interval> interval) {}
