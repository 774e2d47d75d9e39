package dev.tenure.survival;

import dev.tenure.stat.ConfidenceLevel;
import java.io.Serializable;
import java.time.temporal.ChronoUnit;

/**
 * What a curve says about itself, chosen at the calculator.
 *
 * @param unit the unit of the times
 * @param interval how intervals are made
 * @param level their confidence level
 * @param rule which time is the quantile where the curve is flat
 */
record CurveOptions(ChronoUnit unit, SurvivalInterval interval, ConfidenceLevel level, QuantileRule rule)
        implements Serializable {}
