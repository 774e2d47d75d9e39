package dev.tenure.stat;

import java.util.Objects;
import java.util.stream.Collector;

/**
 * Computes the median and other quantiles of a sample: half of the tasks were closed within two days, nine in ten within nine.
 *
 * <p><b>Formula.</b> The ordered values \(x_1 \le \dots \le x_n\) are read at the place \(h\) that the
 * {@link QuantileDefinition} names,
 *
 * <p>\[ Q(p) = x_{\lfloor h \rfloor} + (h - \lfloor h \rfloor)\,(x_{\lfloor h \rfloor + 1} - x_{\lfloor h \rfloor}) \]
 *
 * <p>The interval of a quantile runs from one ordered value to another, \(x_l\) to \(x_u\), with the ranks \(l\) and \(u\)
 * that leave at most half of alpha in each binomial tail; it supposes nothing about the distribution.
 *
 * <p><b>Units.</b> Those of the values. Probabilities are fractions in [0, 1].
 *
 * <p><b>Conventions.</b> Type 7 ({@link QuantileDefinition#LINEAR}) and 95 % unless set otherwise. A value that occurred often
 * may be added once with its count, to the same effect. Without values there is no quantile.
 *
 * <p><b>Errors.</b> A value that is not finite, or a negative count, is an {@link IllegalArgumentException}.
 *
 * <p><b>Source.</b> R. J. Hyndman and Y. Fan, <i>The American Statistician</i> 50 (1996), 361-365; for the interval
 * W. J. Conover, <i>Practical Nonparametric Statistics</i>, 3rd ed. (1999), section 3.2.
 */
public final class Quantiles {

    private static final Quantiles DEFAULTS = new Quantiles(QuantileDefinition.LINEAR, ConfidenceLevel.P95);

    private final QuantileDefinition definition;
    private final ConfidenceLevel level;

    private Quantiles(QuantileDefinition definition, ConfidenceLevel level) {
        this.definition = definition;
        this.level = level;
    }

    /**
     * Returns the calculator with type 7 and intervals at 95 %.
     *
     * @return the calculator
     */
    public static Quantiles withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns this calculator with another definition of a quantile.
     *
     * @param meaning the definition
     * @return the changed calculator
     */
    public Quantiles with(QuantileDefinition meaning) {
        return new Quantiles(Objects.requireNonNull(meaning, "meaning"), level);
    }

    /**
     * Returns this calculator with another confidence level.
     *
     * @param confidence the level
     * @return the changed calculator
     */
    public Quantiles with(ConfidenceLevel confidence) {
        return new Quantiles(definition, Objects.requireNonNull(confidence, "confidence"));
    }

    /**
     * Computes the quantiles of some values.
     *
     * @param values finite, in any order
     * @return the quantiles
     * @throws IllegalArgumentException if a value is not finite
     */
    public QuantilesResult of(Iterable<Double> values) {
        QuantilesAccumulator accumulator = accumulator();
        values.forEach(accumulator::add);
        return accumulator.result();
    }

    /**
     * Returns an empty accumulator, for values that arrive one by one or on several machines.
     *
     * @return a new accumulator
     */
    public QuantilesAccumulator accumulator() {
        return new QuantilesAccumulator(definition, level);
    }

    /**
     * Returns a collector of values.
     *
     * @return a collector over {@link #accumulator()}
     */
    public Collector<Double, ?, QuantilesResult> collector() {
        return Collector.of(
                this::accumulator,
                QuantilesAccumulator::add,
                QuantilesAccumulator::merge,
                QuantilesAccumulator::result);
    }
}
