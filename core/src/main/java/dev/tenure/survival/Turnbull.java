package dev.tenure.survival;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Collector;

/**
 * Estimates how long clients stay when it is only known between which two looks at them they left, without a law.
 *
 * <p><b>Formula.</b> The masses \( p_j \ge 0 \), summing to one, on the innermost intervals \( (q_j, r_j] \) that maximise
 *
 * <p>\[ \log L = \sum_i w_i \log \sum_{j:\, (q_j, r_j] \subseteq (l_i, u_i]} p_j . \]
 *
 * <p>They are a maximum if and only if \( d_j = \frac1W \sum_{i \ni j} w_i / P_i \le 1 \) for all intervals, with the probability \( P_i \) of an
 * observation and the sum {@code W} of the weights. The largest excess over 1 is published as {@link TurnbullCurve#gap()}.
 *
 * <p><b>Units.</b> Times are in one {@link ChronoUnit}, days unless another is set; masses and shares are fractions in [0, 1].
 *
 * <p><b>Conventions.</b> A lower time does not belong to an interval, an upper one does; what is exactly known is an interval of its own. The
 * masses are unique, but where in its interval a mass lies the data cannot tell, so that within it the curve has bounds and no value. Delayed entry is refused:
 * with it the highest likelihood need not be unique nor be reached. The order of observations changes nothing, to the last bit.
 *
 * <p><b>Errors.</b> A time out of range and an observation with delayed entry are {@link IllegalArgumentException}s.
 *
 * <p><b>Source.</b> B. W. Turnbull, <i>Journal of the Royal Statistical Society B</i> 38 (1976), 290-295; R. Gentleman and C. J. Geyer,
 * <i>Biometrika</i> 81 (1994), 618-623.
 */
public final class Turnbull {

    private static final Turnbull DEFAULTS = new Turnbull(ChronoUnit.DAYS);

    private final ChronoUnit unit;

    private Turnbull(ChronoUnit unit) {
        this.unit = unit;
    }

    /**
     * Returns the calculator for days.
     *
     * @return the calculator
     */
    public static Turnbull withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns this calculator for times in another unit. The numbers that are added are taken as they are.
     *
     * @param newUnit the unit
     * @return the changed calculator
     * @throws IllegalArgumentException if the unit is {@link ChronoUnit#FOREVER}
     */
    public Turnbull with(ChronoUnit newUnit) {
        checkArgument(newUnit != ChronoUnit.FOREVER, "unit must be finite: %s", newUnit);
        return new Turnbull(Objects.requireNonNull(newUnit, "unit"));
    }

    /**
     * Estimates the curve of some observations.
     *
     * @param observations the observations, in any order
     * @return the curve
     * @throws IllegalArgumentException if one of them has a delayed entry
     */
    public TurnbullCurve of(Iterable<IntervalObservation> observations) {
        Objects.requireNonNull(observations, "observations");
        TurnbullAccumulator accumulator = accumulator();
        observations.forEach(accumulator::add);
        return accumulator.result();
    }

    /**
     * Returns an empty accumulator, for observations that arrive one by one or on several machines.
     *
     * @return a new accumulator
     */
    public TurnbullAccumulator accumulator() {
        return new TurnbullAccumulator(unit);
    }

    /**
     * Returns a collector of observations.
     *
     * @return a collector over {@link #accumulator()}
     */
    public Collector<IntervalObservation, ?, TurnbullCurve> collector() {
        return Collector.of(
                this::accumulator, TurnbullAccumulator::add, TurnbullAccumulator::merge, TurnbullAccumulator::result);
    }
}
