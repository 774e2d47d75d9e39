package dev.tenure.survival.parametric;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.stat.Interval;

/**
 * A parameter of a fitted law. Made by {@link ParametricFit}.
 *
 * @param name its name, as {@link SurvivalLaw#parameterNames()} has it
 * @param value its estimate; undefined ({@link Reason#NO_DATA}) without observations, ({@link Reason#NOT_ESTIMABLE}) if the data do
 *     not determine it
 * @param standardError the standard error of the estimate, more than zero; undefined where the value is, and
 *     ({@link Reason#NOT_ESTIMABLE}) if nobody ended in the piece of a rate, which then is 0, or if weighted observations show no spread
 * @param interval the confidence interval, symmetric for the logarithm of the parameter ({@code mu}, which is a logarithm, for itself);
 *     undefined where the standard error is, but of a rate of 0 without weights the exact one: from 0 to {@code -log(1 - level) / exposure}
 */
public record LawParameter(
        String name, Outcome<Double> value, Outcome<Double> standardError, Outcome<Interval> interval) {}
