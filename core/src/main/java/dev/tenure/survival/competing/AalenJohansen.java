package dev.tenure.survival.competing;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.survival.QuantileRule;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collector;

/**
 * Estimates why clients leave, and by when, when they can leave for several causes and many have not left yet.
 *
 * <p><b>Formula.</b> With {@code d_j} of {@code n} observations at risk ending for cause {@code j} at time {@code t}, and {@code S} the
 * share that has not ended for any cause,
 *
 * <p>\[ \hat F_j(t) = \sum_{t_i \le t} \hat S(t_{i-1}) \frac{d_{ij}}{n_i}, \qquad
 * \hat S(t) = \prod_{t_i \le t} \left(1 - \frac{\sum_j d_{ij}}{n_i}\right), \qquad \hat S(t) + \sum_j \hat F_j(t) = 1 \]
 *
 * <p>\[ \widehat{\mathrm{var}}\,\hat F_j(t) = \sum_{t_i \le t} \left( \hat S(t_{i-1})^2 \frac{d_{ij}(n_i - d_{ij})}{n_i^3}
 * - 2\,\hat S(t_{i-1}) \frac{d_{ij}}{n_i^2} \bigl(\hat F_j(t) - \hat F_j(t_i)\bigr)
 * + \frac{d_i}{n_i (n_i - d_i)} \bigl(\hat F_j(t) - \hat F_j(t_i)\bigr)^2 \right) \]
 *
 * <p><b>Units.</b> Times are in one {@link ChronoUnit}, days unless another is set; incidences are fractions in [0, 1].
 *
 * <p><b>Conventions.</b> All that ends at one time ends from the same number at risk, whatever the cause: ties are exact, none is broken.
 * Who is last seen at a time is still at risk at that time; who enters late, at {@code v}, is at risk after {@code v}. An end at time
 * zero counts. Ends of an unknown cause follow a named rule, {@link UnknownCause}. The order of observations changes nothing, to the last
 * bit.
 *
 * <p><b>Errors.</b> A negative or infinite time and a cause that is not one of the calculator's are {@link IllegalArgumentException}s.
 *
 * <p><b>Source.</b> O. O. Aalen and S. Johansen, "An Empirical Transition Matrix for Non-homogeneous Markov Chains Based on Censored
 * Observations", <i>Scandinavian Journal of Statistics</i> 5 (1978), 141-150.
 */
public final class AalenJohansen {

    /** The name of the cause that unknown ones make up under {@link UnknownCause#OWN_CAUSE}. */
    public static final String UNKNOWN_NAME = "unknown";

    private final Options options;

    private AalenJohansen(Options options) {
        this.options = options;
    }

    /**
     * Returns the calculator for some causes: days, unknown causes as a cause of their own, Greenwood's variance, log-log intervals at
     * 95 %, quantiles in the middle of flat stretches.
     *
     * @param causes the names of the causes, in the order in which results list them; on the primitive path the first is 1
     * @return the calculator
     * @throws IllegalArgumentException if there are none, one stands there twice or is blank, or is {@link #UNKNOWN_NAME}
     */
    public static AalenJohansen withCauses(Iterable<String> causes) {
        ImmutableList<String> names = ImmutableList.copyOf(Objects.requireNonNull(causes, "causes"));
        checkArgument(!names.isEmpty(), "causes must not be empty: %s", names);
        checkArgument(ImmutableSet.copyOf(names).size() == names.size(), "causes must be distinct: %s", names);
        checkArgument(names.stream().noneMatch(String::isBlank), "causes must not be blank: %s", names);
        checkArgument(!names.contains(UNKNOWN_NAME), "causes must not be named %s: %s", UNKNOWN_NAME, names);
        return new AalenJohansen(new Options(
                names,
                ChronoUnit.DAYS,
                UnknownCause.OWN_CAUSE,
                IncidenceVariance.GREENWOOD,
                IncidenceInterval.LOG_LOG,
                ConfidenceLevel.P95,
                QuantileRule.MIDPOINT));
    }

    /**
     * Returns the calculator for some causes, as {@link #withCauses(Iterable)} does.
     *
     * @param causes the names of the causes
     * @return the calculator
     * @throws IllegalArgumentException if there are none, one stands there twice or is blank, or is {@link #UNKNOWN_NAME}
     */
    public static AalenJohansen withCauses(String... causes) {
        return withCauses(ImmutableList.copyOf(Objects.requireNonNull(causes, "causes")));
    }

    /**
     * Returns this calculator for times in another unit. The numbers that are added are taken as they are.
     *
     * @param unit the unit
     * @return the changed calculator
     * @throws IllegalArgumentException if the unit is {@link ChronoUnit#FOREVER}
     */
    public AalenJohansen with(ChronoUnit unit) {
        Objects.requireNonNull(unit, "unit");
        checkArgument(unit != ChronoUnit.FOREVER, "unit must be finite: %s", unit);
        return new AalenJohansen(new Options(
                options.causes(),
                unit,
                options.unknownCause(),
                options.variance(),
                options.interval(),
                options.level(),
                options.quantileRule()));
    }

    /**
     * Returns this calculator with another rule for unknown causes.
     *
     * @param rule the rule
     * @return the changed calculator
     */
    public AalenJohansen with(UnknownCause rule) {
        Objects.requireNonNull(rule, "rule");
        return new AalenJohansen(new Options(
                options.causes(),
                options.unit(),
                rule,
                options.variance(),
                options.interval(),
                options.level(),
                options.quantileRule()));
    }

    /**
     * Returns this calculator with another estimate of the variance.
     *
     * @param variance the estimate
     * @return the changed calculator
     */
    public AalenJohansen with(IncidenceVariance variance) {
        Objects.requireNonNull(variance, "variance");
        return new AalenJohansen(new Options(
                options.causes(),
                options.unit(),
                options.unknownCause(),
                variance,
                options.interval(),
                options.level(),
                options.quantileRule()));
    }

    /**
     * Returns this calculator with another method for the intervals.
     *
     * @param interval the method
     * @return the changed calculator
     */
    public AalenJohansen with(IncidenceInterval interval) {
        Objects.requireNonNull(interval, "interval");
        return new AalenJohansen(new Options(
                options.causes(),
                options.unit(),
                options.unknownCause(),
                options.variance(),
                interval,
                options.level(),
                options.quantileRule()));
    }

    /**
     * Returns this calculator with another confidence level.
     *
     * @param confidence the level
     * @return the changed calculator
     */
    public AalenJohansen with(ConfidenceLevel confidence) {
        Objects.requireNonNull(confidence, "confidence");
        return new AalenJohansen(new Options(
                options.causes(),
                options.unit(),
                options.unknownCause(),
                options.variance(),
                options.interval(),
                confidence,
                options.quantileRule()));
    }

    /**
     * Returns this calculator with another rule for quantiles where an incidence runs flat.
     *
     * @param rule the rule
     * @return the changed calculator
     */
    public AalenJohansen with(QuantileRule rule) {
        Objects.requireNonNull(rule, "rule");
        return new AalenJohansen(new Options(
                options.causes(),
                options.unit(),
                options.unknownCause(),
                options.variance(),
                options.interval(),
                options.level(),
                rule));
    }

    /**
     * Estimates the incidences of some observations.
     *
     * @param observations the observations, in any order
     * @return the incidences by cause
     * @throws IllegalArgumentException if one names a cause that is not one of the calculator's
     */
    public CompetingRisks of(Iterable<CompetingObservation> observations) {
        Objects.requireNonNull(observations, "observations");
        CompetingRisksAccumulator accumulator = accumulator();
        observations.forEach(accumulator::add);
        return accumulator.result();
    }

    /**
     * Returns an empty accumulator, for observations that arrive one by one, in columns, or on several machines.
     *
     * @return a new accumulator
     */
    public CompetingRisksAccumulator accumulator() {
        return new CompetingRisksAccumulator(options);
    }

    /**
     * Estimates the incidences of several groups, such as segments of clients; {@link GrayTest} compares them.
     *
     * @param groups the observations of each group by its name, in any order
     * @return the incidences of each group by its name
     * @throws IllegalArgumentException if one names a cause that is not one of the calculator's
     */
    public ImmutableMap<String, CompetingRisks> of(Map<String, ? extends Iterable<CompetingObservation>> groups) {
        Objects.requireNonNull(groups, "groups");
        return groups.entrySet().stream()
                .collect(ImmutableMap.toImmutableMap(Map.Entry::getKey, group -> of(group.getValue())));
    }

    /**
     * Returns an empty accumulator of several groups, for columns of observations, or for observations that arrive one by one or on
     * several machines.
     *
     * @param groups the names of the groups; the place of a name, from 0, is the number of its group
     * @return a new accumulator
     * @throws IllegalArgumentException if there are no groups, or two have one name
     */
    public GroupedCompetingRisksAccumulator accumulator(Iterable<String> groups) {
        ImmutableList<String> names = ImmutableList.copyOf(Objects.requireNonNull(groups, "groups"));
        checkArgument(!names.isEmpty(), "groups must not be empty: %s", names);
        checkArgument(ImmutableSet.copyOf(names).size() == names.size(), "groups must be distinct: %s", names);
        return new GroupedCompetingRisksAccumulator(
                names, names.stream().map(name -> accumulator()).toArray(CompetingRisksAccumulator[]::new));
    }

    /**
     * Returns a collector of observations; below a {@code groupingBy} it gives the groups of {@link GrayTest}.
     *
     * @return a collector over {@link #accumulator()}
     */
    public Collector<CompetingObservation, ?, CompetingRisks> collector() {
        return Collector.of(
                this::accumulator,
                CompetingRisksAccumulator::add,
                CompetingRisksAccumulator::merge,
                CompetingRisksAccumulator::result);
    }
}
