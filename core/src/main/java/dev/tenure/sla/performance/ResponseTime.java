package dev.tenure.sla.performance;

import dev.tenure.sla.Priority;
import dev.tenure.sla.SlaOutcome;
import dev.tenure.sla.SlaTargetKind;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.survival.KaplanMeier;
import dev.tenure.survival.SurvivalInterval;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Collector;

/**
 * Estimates how long it takes, in working time, until what was promised is done: the time to the first response, to the
 * resolution, and the others; from tickets of which some are still open.
 *
 * <p><b>Formula.</b> The Kaplan-Meier curve {@code S} of the working times, in which what is not done yet is censored at the
 * working time it has taken so far. The median, the 90th and the 95th percentile are the first times at which {@code S} has
 * come down to 0.5, 0.1 and 0.05. The probability that an open promise will be broken is
 *
 * <p>\[ P(T &gt; target \mid T &gt; elapsed) = S(target) / S(elapsed). \]
 *
 * <p><b>Units.</b> Seconds of working time, exactly, with their fractions where there are any; probabilities are fractions in
 * [0, 1].
 *
 * <p><b>Conventions.</b> First responses of all priorities unless set otherwise; promises of another kind or priority are left
 * out. To leave the open ones out instead, as averages of closed tickets do, hides the slowest. A percentile that the curve
 * does not reach is undefined, and so is the mean while the longest promise is open. The estimate takes it that open promises
 * will go on like those that lasted as long.
 *
 * <p><b>Errors.</b> A negative working time is an {@link IllegalArgumentException}.
 *
 * <p><b>Source.</b> E. L. Kaplan and P. Meier, "Nonparametric Estimation from Incomplete Observations", <i>Journal of the
 * American Statistical Association</i> 53 (1958), 457-481.
 */
public final class ResponseTime {

    private static final ResponseTime DEFAULTS =
            new ResponseTime(PromiseFilter.DEFAULT, KaplanMeier.withDefaults().with(ChronoUnit.SECONDS));

    private final PromiseFilter filter;
    private final KaplanMeier curve;

    private ResponseTime(PromiseFilter filter, KaplanMeier curve) {
        this.filter = filter;
        this.curve = curve;
    }

    /**
     * Returns the calculator of the time to the first response, of all priorities, with log-log intervals at 95 %.
     *
     * @return the calculator
     */
    public static ResponseTime withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns this calculator for promises of another kind.
     *
     * @param kind what was promised
     * @return the changed calculator
     */
    public ResponseTime with(SlaTargetKind kind) {
        return new ResponseTime(filter.with(kind), curve);
    }

    /**
     * Returns this calculator for promises of some priorities only.
     *
     * @param first a priority
     * @param others further ones
     * @return the changed calculator
     */
    public ResponseTime with(Priority first, Priority... others) {
        return new ResponseTime(filter.with(first, others), curve);
    }

    /**
     * Returns this calculator with another method for the intervals of the curve.
     *
     * @param interval the method
     * @return the changed calculator
     */
    public ResponseTime with(SurvivalInterval interval) {
        return new ResponseTime(filter, curve.with(interval));
    }

    /**
     * Returns this calculator with another confidence level.
     *
     * @param confidence the level
     * @return the changed calculator
     */
    public ResponseTime with(ConfidenceLevel confidence) {
        return new ResponseTime(filter, curve.with(confidence));
    }

    /**
     * Estimates the times of some promises.
     *
     * @param outcomes what has become of them, in any order; those of another kind or priority are left out
     * @return the estimate
     */
    public ResponseTimeResult of(Iterable<SlaOutcome> outcomes) {
        Objects.requireNonNull(outcomes, "outcomes");
        ResponseTimeAccumulator accumulator = accumulator();
        outcomes.forEach(accumulator::add);
        return accumulator.result();
    }

    /**
     * Returns an empty accumulator, for promises that arrive one by one or on several machines.
     *
     * @return a new accumulator
     */
    public ResponseTimeAccumulator accumulator() {
        return new ResponseTimeAccumulator(filter, curve.accumulator());
    }

    /**
     * Returns a collector of promises.
     *
     * @return a collector over {@link #accumulator()}
     */
    public Collector<SlaOutcome, ?, ResponseTimeResult> collector() {
        return Collector.of(
                this::accumulator,
                ResponseTimeAccumulator::add,
                ResponseTimeAccumulator::merge,
                ResponseTimeAccumulator::result);
    }
}
