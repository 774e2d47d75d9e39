package dev.tenure.survival.parametric;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.survival.IntervalObservation;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Collector;

/**
 * Fits a smooth law of how long clients stay, which can be planned with: it has a hazard at any time and reaches past the longest observation.
 *
 * <p><b>Formula.</b> The parameters under which the observations are most likely. An observation gives, with the density {@code f} and the share
 * {@code S} that lasts longer,
 *
 * <p>\[ \log L = \sum_i w_i \left( \log \left\{ \begin{array}{ll} f(t_i) &amp; \text{ended at } t_i \\ S(l_i) &amp; \text{still going on at } l_i
 * \\ S(l_i) - S(u_i) &amp; \text{ended between } l_i \text{ and } u_i \end{array} \right. - \log S(v_i) \right) \]
 *
 * <p>with its entry {@code v}. The errors come from the inverse of the second derivatives at that point, with weights from the sandwich.
 *
 * <p><b>Units.</b> Times are in one {@link ChronoUnit}, days unless another is set.
 *
 * <p><b>Conventions.</b> An observation that is exactly known to have ended at time 0 is refused, because a smooth law gives it no density or an
 * infinite one; in whole units, one that ended within the first unit is {@link IntervalObservation#endedBy endedBy(1)}. One that was still going on
 * at 0 counts but says nothing. Equal observations are counted together and put in order, so that the order in which they come changes nothing, to
 * the last bit. What the data do not determine is undefined and named.
 *
 * <p><b>Errors.</b> A time out of range is an {@link IllegalArgumentException}.
 *
 * <p><b>Source.</b> J. D. Kalbfleisch and R. L. Prentice, <i>The Statistical Analysis of Failure Time Data</i>, 2nd edition, Wiley 2002, chapter 3;
 * P. J. Huber, <i>Proceedings of the Fifth Berkeley Symposium</i> 1 (1967), 221-233, for the sandwich.
 */
public final class ParametricSurvival {

    private static final ParametricSurvival DEFAULTS =
            new ParametricSurvival(SurvivalLaw.WEIBULL, ChronoUnit.DAYS, ConfidenceLevel.P95);

    private final SurvivalLaw law;
    private final ChronoUnit unit;
    private final ConfidenceLevel level;

    private ParametricSurvival(SurvivalLaw law, ChronoUnit unit, ConfidenceLevel level) {
        this.law = law;
        this.unit = unit;
        this.level = level;
    }

    /**
     * Returns the calculator for a Weibull law in days, with intervals at 95 %.
     *
     * @return the calculator
     */
    public static ParametricSurvival withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns this calculator for another law.
     *
     * @param newLaw the law
     * @return the changed calculator
     */
    public ParametricSurvival with(SurvivalLaw newLaw) {
        return new ParametricSurvival(Objects.requireNonNull(newLaw, "law"), unit, level);
    }

    /**
     * Returns this calculator for times in another unit. The numbers that are added are taken as they are.
     *
     * @param newUnit the unit
     * @return the changed calculator
     * @throws IllegalArgumentException if the unit is {@link ChronoUnit#FOREVER}
     */
    public ParametricSurvival with(ChronoUnit newUnit) {
        checkArgument(newUnit != ChronoUnit.FOREVER, "unit must be finite: %s", newUnit);
        return new ParametricSurvival(law, Objects.requireNonNull(newUnit, "unit"), level);
    }

    /**
     * Returns this calculator with another confidence level.
     *
     * @param confidence the level
     * @return the changed calculator
     */
    public ParametricSurvival with(ConfidenceLevel confidence) {
        return new ParametricSurvival(law, unit, Objects.requireNonNull(confidence, "confidence"));
    }

    /**
     * Fits the law to some observations.
     *
     * @param observations the observations, in any order
     * @return the fit
     * @throws IllegalArgumentException if one of them is exactly known to have ended at time 0
     */
    public ParametricFit of(Iterable<IntervalObservation> observations) {
        return accumulated(observations).result();
    }

    /**
     * Fits several laws to the same observations, whatever the law of this calculator.
     *
     * @param observations the observations, in any order
     * @param laws the laws
     * @return the fits, the best first
     * @throws IllegalArgumentException if one of the observations is exactly known to have ended at time 0
     */
    public LawComparison compare(Iterable<IntervalObservation> observations, Iterable<SurvivalLaw> laws) {
        return accumulated(observations).compare(laws);
    }

    private ParametricAccumulator accumulated(Iterable<IntervalObservation> observations) {
        Objects.requireNonNull(observations, "observations");
        ParametricAccumulator accumulator = accumulator();
        observations.forEach(accumulator::add);
        return accumulator;
    }

    /**
     * Returns an empty accumulator, for observations that arrive one by one or on several machines.
     *
     * @return a new accumulator
     */
    public ParametricAccumulator accumulator() {
        return new ParametricAccumulator(law, unit, level);
    }

    /**
     * Returns a collector of observations.
     *
     * @return a collector over {@link #accumulator()}
     */
    public Collector<IntervalObservation, ?, ParametricFit> collector() {
        return Collector.of(
                this::accumulator,
                ParametricAccumulator::add,
                ParametricAccumulator::merge,
                ParametricAccumulator::result);
    }
}
