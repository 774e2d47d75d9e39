package dev.tenure.voice;

import dev.tenure.stat.ConfidenceLevel;
import java.util.Objects;
import java.util.stream.Collector;

/**
 * Computes the net promoter score: how many more clients recommend the agency than advise against it.
 *
 * <p><b>Formula.</b> With {@code p} promoters (9 and 10), {@code d} detractors (0 to 6) and {@code n} answers,
 *
 * <p>\[ \mathrm{NPS} = 100 \cdot \frac{p - d}{n} \]
 *
 * <p><b>Units.</b> Answers are whole numbers from 0 to 10. The score is in points, from -100 to 100.
 *
 * <p><b>Conventions.</b> Passives (7 and 8) count in {@code n}. Who did not answer counts nowhere. Without answers there is
 * no score.
 *
 * <p><b>Errors.</b> An answer outside 0 to 10 is an {@link IllegalArgumentException}.
 *
 * <p><b>Source.</b> F. F. Reichheld, "The One Number You Need to Grow", <i>Harvard Business Review</i>, December 2003.
 */
public final class NetPromoterScore {

    private static final NetPromoterScore DEFAULTS =
            new NetPromoterScore(ScoreInterval.ADJUSTED_WALD, ConfidenceLevel.P95);

    private final ScoreInterval method;
    private final ConfidenceLevel level;

    private NetPromoterScore(ScoreInterval method, ConfidenceLevel level) {
        this.method = method;
        this.level = level;
    }

    /**
     * Returns the calculator with adjusted Wald intervals at 95 %.
     *
     * @return the calculator
     */
    public static NetPromoterScore withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns this calculator with another method for the interval.
     *
     * @param interval the method
     * @return the changed calculator
     */
    public NetPromoterScore with(ScoreInterval interval) {
        return new NetPromoterScore(Objects.requireNonNull(interval, "interval"), level);
    }

    /**
     * Returns this calculator with another confidence level.
     *
     * @param confidence the level
     * @return the changed calculator
     */
    public NetPromoterScore with(ConfidenceLevel confidence) {
        return new NetPromoterScore(method, Objects.requireNonNull(confidence, "confidence"));
    }

    /**
     * Computes the score of some answers.
     *
     * @param answers whole numbers from 0 to 10, in any order
     * @return the score
     * @throws IllegalArgumentException if an answer is out of range
     */
    public NetPromoterResult of(Iterable<Integer> answers) {
        NetPromoterAccumulator accumulator = accumulator();
        answers.forEach(accumulator::add);
        return accumulator.result();
    }

    /**
     * Returns an empty accumulator, for answers that arrive one by one or on several machines.
     *
     * @return a new accumulator
     */
    public NetPromoterAccumulator accumulator() {
        return new NetPromoterAccumulator(method, level);
    }

    /**
     * Returns a collector of answers.
     *
     * @return a collector over {@link #accumulator()}
     */
    public Collector<Integer, ?, NetPromoterResult> collector() {
        return Collector.of(
                this::accumulator,
                NetPromoterAccumulator::add,
                NetPromoterAccumulator::merge,
                NetPromoterAccumulator::result);
    }
}
