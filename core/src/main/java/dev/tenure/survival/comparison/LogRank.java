package dev.tenure.survival.comparison;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.survival.GroupedSurvivalAccumulator;
import dev.tenure.survival.Observation;
import dev.tenure.survival.SurvivalInterval;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collector;

/**
 * Tests whether the clients of some segments stay equally long, however many segments there are and however many clients have not left
 * yet.
 *
 * <p><b>Formula.</b> At each time at which observations end, of {@code n} at risk {@code d} end; {@code n_j} and {@code d_j} of them are
 * of group {@code j}. With the weights {@code w} of {@link LogRankWeight},
 *
 * <p>\[ U_j = \sum_t w \left(d_j - d \frac{n_j}{n}\right), \qquad
 * V_{jl} = \sum_t w^2 \frac{d (n - d)}{n - 1} \frac{n_j}{n} \left(\delta_{jl} - \frac{n_l}{n}\right), \qquad
 * \chi^2 = U' V^- U \]
 *
 * <p>with as many degrees of freedom as {@code V} has rank. With strata, {@code U} and {@code V} are sums over the strata.
 *
 * <p><b>Units.</b> The statistic is a pure number, and times count only by their order: days and months give the same figure as long as
 * they order the observations alike. The unit is that of the {@link LogRankAccumulator#curves() curves}, days unless another is set.
 *
 * <p><b>Conventions.</b> The variance is the hypergeometric one, right for ties. Who is last seen at a time is still at risk at that time. Who
 * enters late, at {@code v}, is at risk after {@code v}, and in no comparison before. A group that is never at risk together with
 * another when one ends takes no part: it costs no degree of freedom and is named. Weights other than counts have a difference but no
 * test. The order of observations and of merging changes nothing, to the last bit.
 *
 * <p><b>Errors.</b> Groups of the same name, or none at all, are an {@link IllegalArgumentException}.
 *
 * <p><b>Source.</b> N. Mantel, <i>Cancer Chemotherapy Reports</i> 50 (1966), 163-170; J. P. Klein and M. L. Moeschberger, <i>Survival
 * Analysis</i>, 2nd edition, Springer 2003, chapter 7.
 */
public final class LogRank {

    private static final LogRank DEFAULTS = new LogRank(new LogRankOptions(
            ChronoUnit.DAYS, SurvivalInterval.LOG_LOG, ConfidenceLevel.P95, StandardWeight.LOG_RANK));

    private final LogRankOptions options;

    private LogRank(LogRankOptions options) {
        this.options = options;
    }

    /**
     * Returns the log-rank test, for days, with log-log intervals of the curves at 95 %.
     *
     * @return the calculator
     */
    public static LogRank withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns this calculator with another weight of early and late differences.
     *
     * @param weight the weight
     * @return the changed calculator
     */
    public LogRank with(LogRankWeight weight) {
        return new LogRank(options.with(Objects.requireNonNull(weight, "weight")));
    }

    /**
     * Returns this calculator with times in another unit. The numbers that are added are taken as they are.
     *
     * @param unit the unit
     * @return the changed calculator
     * @throws IllegalArgumentException if the unit is {@link ChronoUnit#FOREVER}
     */
    public LogRank with(ChronoUnit unit) {
        checkArgument(unit != ChronoUnit.FOREVER, "unit must be finite: %s", unit);
        return new LogRank(options.with(Objects.requireNonNull(unit, "unit")));
    }

    /**
     * Returns this calculator with another method for the intervals of the curves; the test knows none.
     *
     * @param interval the method
     * @return the changed calculator
     */
    public LogRank with(SurvivalInterval interval) {
        return new LogRank(options.with(Objects.requireNonNull(interval, "interval")));
    }

    /**
     * Returns this calculator with another confidence level of the curves; the test knows none.
     *
     * @param level the level
     * @return the changed calculator
     */
    public LogRank with(ConfidenceLevel level) {
        return new LogRank(options.with(Objects.requireNonNull(level, "level")));
    }

    /**
     * Compares some groups.
     *
     * @param groups the observations of each group by its name; the order is that of the result, and of the scores of a trend
     * @return the test, with what was observed and expected of each group
     * @throws IllegalArgumentException if there are no groups
     */
    public LogRankResult of(Map<String, ? extends Iterable<Observation>> groups) {
        return ofStrata(ImmutableMap.of("", Objects.requireNonNull(groups, "groups")));
    }

    /**
     * Compares some groups within strata, such as sizes of client: only observations of the same stratum are compared, so that a
     * difference between the strata is not taken for one between the groups.
     *
     * @param strata by the name of each stratum, the observations of each group by its name; a group that a stratum lacks has no
     *     observations there
     * @return the test, with what was observed and expected of each group over all strata
     * @throws IllegalArgumentException if there are no groups
     */
    public LogRankResult ofStrata(Map<String, ? extends Map<String, ? extends Iterable<Observation>>> strata) {
        Objects.requireNonNull(strata, "strata");
        ImmutableSet.Builder<String> names = ImmutableSet.builder();
        strata.values().forEach(groups -> names.addAll(groups.keySet()));
        LogRankAccumulator accumulator = accumulator(names.build(), strata.keySet());
        int stratum = 0;
        for (Map<String, ? extends Iterable<Observation>> groups : strata.values()) {
            GroupedSurvivalAccumulator counts = accumulator.stratum(stratum++);
            groups.forEach(
                    (group, observations) -> observations.forEach(observation -> counts.add(group, observation)));
        }
        return accumulator.result();
    }

    /**
     * Returns an empty accumulator, for observations that arrive one by one, in columns or on several machines.
     *
     * @param groups the names of the groups; the place of a name, from 0, is the number of its group
     * @return a new accumulator
     * @throws IllegalArgumentException if there are no groups, or two of the same name
     */
    public LogRankAccumulator accumulator(Iterable<String> groups) {
        return accumulator(groups, ImmutableList.of(""));
    }

    /**
     * Returns an empty accumulator with strata.
     *
     * @param groups the names of the groups; the place of a name, from 0, is the number of its group
     * @param strata the names of the strata; the place of a name, from 0, is the number of its stratum
     * @return a new accumulator
     * @throws IllegalArgumentException if there are no groups or no strata, or two of the same name
     */
    public LogRankAccumulator accumulator(Iterable<String> groups, Iterable<String> strata) {
        return new LogRankAccumulator(options, names("groups", groups), names("strata", strata));
    }

    private static ImmutableList<String> names(String what, Iterable<String> names) {
        ImmutableList<String> copy = ImmutableList.copyOf(Objects.requireNonNull(names, what));
        checkArgument(!copy.isEmpty(), "%s must not be empty: %s", what, copy);
        checkArgument(ImmutableSet.copyOf(copy).size() == copy.size(), "%s must be distinct: %s", what, copy);
        return copy;
    }

    /**
     * Returns a collector of anything that has a group and an observation.
     *
     * @param groups the names of the groups
     * @param group how the name of the group of an element is found; one of {@code groups}
     * @param observation how the observation of an element is found
     * @param <T> the type of the elements
     * @return a collector over {@link #accumulator}
     * @throws IllegalArgumentException if there are no groups, two of the same name, or an element is of none of them
     */
    public <T> Collector<T, ?, LogRankResult> collector(
            Iterable<String> groups, Function<? super T, String> group, Function<? super T, Observation> observation) {
        ImmutableList<String> names = names("groups", groups);
        return Collector.of(
                () -> accumulator(names),
                (LogRankAccumulator accumulator, T element) ->
                        accumulator.add(group.apply(element), observation.apply(element)),
                LogRankAccumulator::merge,
                LogRankAccumulator::result);
    }
}
