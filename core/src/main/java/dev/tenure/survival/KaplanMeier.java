package dev.tenure.survival;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.tenure.stat.ConfidenceLevel;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collector;

/**
 * Estimates the share of clients still there at each time since their start, also from clients whose end has not been seen.
 *
 * <p><b>Formula.</b> With {@code d} of {@code n} observations at risk ending at time {@code t},
 *
 * <p>\[ \hat S(t) = \prod_{t_i \le t} \left(1 - \frac{d_i}{n_i}\right), \qquad
 * \widehat{\mathrm{var}}\,\hat S(t) = \hat S(t)^2 \sum_{t_i \le t} \frac{d_i}{n_i (n_i - d_i)} \]
 *
 * <p><b>Units.</b> Times are in one {@link ChronoUnit}, days unless another is set; shares are fractions in [0, 1].
 *
 * <p>With weights, {@code d} and {@code n} are sums of weights, and the variance is that of {@link VarianceEstimator}.
 *
 * <p><b>Conventions.</b> Who is last seen at a time is still at risk at that time. Who enters late, at {@code v}, is at risk
 * after {@code v}. A duration of zero is allowed. Past the longest observation there is no estimate, unless no one is left.
 * Without observations there is no curve. The order of observations changes nothing, to the last bit.
 *
 * <p><b>Errors.</b> A negative or infinite time is an {@link IllegalArgumentException}.
 *
 * <p><b>Source.</b> E. L. Kaplan and P. Meier, "Nonparametric Estimation from Incomplete Observations", <i>Journal of the
 * American Statistical Association</i> 53 (1958), 457-481; M. Greenwood, <i>The Natural Duration of Cancer</i>, 1926.
 */
public final class KaplanMeier {

    private static final KaplanMeier DEFAULTS = new KaplanMeier(
            new CurveOptions(ChronoUnit.DAYS, SurvivalInterval.LOG_LOG, ConfidenceLevel.P95, QuantileRule.MIDPOINT));

    private final CurveOptions options;

    private KaplanMeier(CurveOptions options) {
        this.options = options;
    }

    /**
     * Returns the calculator for days, with log-log intervals at 95 % and quantiles in the middle of flat stretches.
     *
     * @return the calculator
     */
    public static KaplanMeier withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns this calculator for times in another unit. The numbers that are added are taken as they are.
     *
     * @param newUnit the unit
     * @return the changed calculator
     * @throws IllegalArgumentException if the unit is {@link ChronoUnit#FOREVER}
     */
    public KaplanMeier with(ChronoUnit newUnit) {
        checkArgument(newUnit != ChronoUnit.FOREVER, "unit must be finite: %s", newUnit);
        Objects.requireNonNull(newUnit, "unit");
        return new KaplanMeier(new CurveOptions(newUnit, options.interval(), options.level(), options.rule()));
    }

    /**
     * Returns this calculator with another method for the intervals.
     *
     * @param interval the method
     * @return the changed calculator
     */
    public KaplanMeier with(SurvivalInterval interval) {
        Objects.requireNonNull(interval, "interval");
        return new KaplanMeier(new CurveOptions(options.unit(), interval, options.level(), options.rule()));
    }

    /**
     * Returns this calculator with another confidence level.
     *
     * @param confidence the level
     * @return the changed calculator
     */
    public KaplanMeier with(ConfidenceLevel confidence) {
        Objects.requireNonNull(confidence, "confidence");
        return new KaplanMeier(new CurveOptions(options.unit(), options.interval(), confidence, options.rule()));
    }

    /**
     * Returns this calculator with another rule for quantiles where the curve runs flat.
     *
     * @param rule the rule
     * @return the changed calculator
     */
    public KaplanMeier with(QuantileRule rule) {
        Objects.requireNonNull(rule, "rule");
        return new KaplanMeier(new CurveOptions(options.unit(), options.interval(), options.level(), rule));
    }

    /**
     * Estimates the curve of some observations.
     *
     * @param observations the observations, in any order
     * @return the curve
     */
    public SurvivalCurve of(Iterable<Observation> observations) {
        Objects.requireNonNull(observations, "observations");
        SurvivalAccumulator accumulator = accumulator();
        observations.forEach(accumulator::add);
        return accumulator.result();
    }

    /**
     * Returns an empty accumulator, for observations that arrive one by one or on several machines.
     *
     * @return a new accumulator
     */
    public SurvivalAccumulator accumulator() {
        return new SurvivalAccumulator(options);
    }

    /**
     * Estimates the curves of several groups, such as segments of clients.
     *
     * @param groups the observations of each group by its name, in any order
     * @return a curve for each group
     */
    public SurvivalCurves of(Map<String, ? extends Iterable<Observation>> groups) {
        Objects.requireNonNull(groups, "groups");
        GroupedSurvivalAccumulator accumulator = accumulator(groups.keySet());
        groups.forEach(
                (group, observations) -> observations.forEach(observation -> accumulator.add(group, observation)));
        return accumulator.result();
    }

    /**
     * Returns an empty accumulator of several groups, for columns of observations, or for observations that arrive one by one
     * or on several machines.
     *
     * @param groups the names of the groups; the place of a name, from 0, is the number of its group
     * @return a new accumulator
     * @throws IllegalArgumentException if two groups have one name
     */
    public GroupedSurvivalAccumulator accumulator(Iterable<String> groups) {
        ImmutableList<String> names = ImmutableList.copyOf(Objects.requireNonNull(groups, "groups"));
        checkArgument(ImmutableSet.copyOf(names).size() == names.size(), "groups must be distinct: %s", names);
        return new GroupedSurvivalAccumulator(
                names, names.stream().map(name -> accumulator()).toArray(SurvivalAccumulator[]::new));
    }

    /**
     * Returns a collector of observations.
     *
     * @return a collector over {@link #accumulator()}
     */
    public Collector<Observation, ?, SurvivalCurve> collector() {
        return Collector.of(
                this::accumulator, SurvivalAccumulator::add, SurvivalAccumulator::merge, SurvivalAccumulator::result);
    }
}
