package dev.tenure.survival.competing;

import com.google.common.collect.ImmutableList;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.survival.QuantileRule;
import java.io.Serializable;
import java.time.temporal.ChronoUnit;

/**
 * What a calculator was asked for.
 *
 * @param causes the names of the causes
 * @param unit the unit of the times
 * @param unknownCause the rule for unknown causes
 * @param variance how variances are estimated
 * @param interval how intervals are made
 * @param level their level
 * @param quantileRule which time is a quantile where an incidence runs flat
 */
record Options(
        ImmutableList<String> causes,
        ChronoUnit unit,
        UnknownCause unknownCause,
        IncidenceVariance variance,
        IncidenceInterval interval,
        ConfidenceLevel level,
        QuantileRule quantileRule)
        implements Serializable {}
