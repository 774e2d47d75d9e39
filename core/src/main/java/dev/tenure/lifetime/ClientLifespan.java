package dev.tenure.lifetime;

import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.survival.KaplanMeier;
import dev.tenure.survival.SurvivalInterval;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collector;

/**
 * Estimates how long the clients of an agency stay, those who are still here included, and counts the grades of their
 * lifespans.
 *
 * <p><b>Formula.</b> The Kaplan-Meier curve {@code S} of the lifespans. The median is the first time at which {@code S} is
 * at most one half; the restricted mean is the area under {@code S} up to a horizon; the share that reaches {@code t}
 * months is {@code S} just before {@code t}, because a lifespan of six months has reached six months.
 *
 * <p><b>Units.</b> Calendar months; shares are fractions in [0, 1].
 *
 * <p><b>Conventions.</b> Grades are decided by whole months ({@link Lifespan#months()}), the curve by months with the
 * elapsed share of the running one ({@link Lifespan#elapsedMonths()}), so that who was last seen in the middle of a month
 * does not count as having stayed through it. Without censoring both agree. Each client is one lifespan; whether a client
 * who came back is one or two is the caller's to say. A client still here who has not reached the highest grade has none
 * yet, and is counted apart.
 *
 * <p><b>Errors.</b> An end before the start is an {@link IllegalArgumentException}.
 *
 * <p><b>Source.</b> E. L. Kaplan and P. Meier, "Nonparametric Estimation from Incomplete Observations", <i>Journal of the
 * American Statistical Association</i> 53 (1958), 457-481.
 */
public final class ClientLifespan {

    private static final ClientLifespan DEFAULTS =
            new ClientLifespan(KaplanMeier.withDefaults().with(ChronoUnit.MONTHS));

    private final KaplanMeier curve;

    private ClientLifespan(KaplanMeier curve) {
        this.curve = curve;
    }

    /**
     * Returns the calculator with log-log intervals at 95 %.
     *
     * @return the calculator
     */
    public static ClientLifespan withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns this calculator with another method for the intervals of the curve.
     *
     * @param interval the method
     * @return the changed calculator
     */
    public ClientLifespan with(SurvivalInterval interval) {
        return new ClientLifespan(curve.with(interval));
    }

    /**
     * Returns this calculator with another confidence level.
     *
     * @param confidence the level
     * @return the changed calculator
     */
    public ClientLifespan with(ConfidenceLevel confidence) {
        return new ClientLifespan(curve.with(confidence));
    }

    /**
     * Estimates from some lifespans.
     *
     * @param lifespans one for each client, in any order
     * @return the estimate
     */
    public ClientLifespanResult of(Iterable<Lifespan> lifespans) {
        ClientLifespanAccumulator accumulator = accumulator();
        lifespans.forEach(accumulator::add);
        return accumulator.result();
    }

    /**
     * Returns an empty accumulator, for clients that arrive one by one or on several machines.
     *
     * @return a new accumulator
     */
    public ClientLifespanAccumulator accumulator() {
        return new ClientLifespanAccumulator(curve.accumulator());
    }

    /**
     * Returns a collector of lifespans.
     *
     * @return a collector over {@link #accumulator()}
     */
    public Collector<Lifespan, ?, ClientLifespanResult> collector() {
        return Collector.of(
                this::accumulator,
                ClientLifespanAccumulator::add,
                ClientLifespanAccumulator::merge,
                ClientLifespanAccumulator::result);
    }
}
