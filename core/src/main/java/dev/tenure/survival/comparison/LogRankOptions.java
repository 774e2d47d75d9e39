package dev.tenure.survival.comparison;

import com.google.common.collect.ImmutableList;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.survival.GroupedSurvivalAccumulator;
import dev.tenure.survival.KaplanMeier;
import dev.tenure.survival.SurvivalInterval;
import java.io.Serializable;
import java.time.temporal.ChronoUnit;

/** What a test and the curves beside it are to be computed with. */
record LogRankOptions(ChronoUnit unit, SurvivalInterval interval, ConfidenceLevel level, LogRankWeight weight)
        implements Serializable {

    LogRankOptions with(ChronoUnit newUnit) {
        return new LogRankOptions(newUnit, interval, level, weight);
    }

    LogRankOptions with(SurvivalInterval newInterval) {
        return new LogRankOptions(unit, newInterval, level, weight);
    }

    LogRankOptions with(ConfidenceLevel newLevel) {
        return new LogRankOptions(unit, interval, newLevel, weight);
    }

    LogRankOptions with(LogRankWeight newWeight) {
        return new LogRankOptions(unit, interval, level, newWeight);
    }

    GroupedSurvivalAccumulator newCounts(ImmutableList<String> groups) {
        return KaplanMeier.withDefaults().with(unit).with(interval).with(level).accumulator(groups);
    }
}
