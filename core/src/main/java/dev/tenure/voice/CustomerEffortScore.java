package dev.tenure.voice;

import dev.tenure.stat.ConfidenceLevel;
import java.util.Objects;
import java.util.stream.Collector;

/**
 * Computes the customer effort score (CES): the mean answer to how easy, or how hard, it was to get something done.
 *
 * <p><b>Formula.</b> {@code sum of answers / number of answers}, with Student's interval, cut at the ends of the scale.
 *
 * <p><b>Units.</b> Points of the {@link EffortScale}, which also says whether high is good.
 *
 * <p><b>Conventions.</b> 1 to 7, 7 being the easiest, and 95 % unless set otherwise. Without answers there is no mean.
 *
 * <p><b>Errors.</b> An answer that is not on the scale is an {@link IllegalArgumentException}.
 *
 * <p><b>Source.</b> M. Dixon, K. Freeman and N. Toman, "Stop Trying to Delight Your Customers", <i>Harvard Business Review</i>,
 * July 2010; M. Dixon, N. Toman and R. DeLisi, <i>The Effortless Experience</i> (2013) for the scale of 7.
 */
public final class CustomerEffortScore {

    private static final CustomerEffortScore DEFAULTS =
            new CustomerEffortScore(EffortScale.SEVEN_POINT_EASE, ConfidenceLevel.P95);

    private final EffortScale scale;
    private final ConfidenceLevel level;

    private CustomerEffortScore(EffortScale scale, ConfidenceLevel level) {
        this.scale = scale;
        this.level = level;
    }

    /**
     * Returns the calculator on the scale of 7, with intervals at 95 %.
     *
     * @return the calculator
     */
    public static CustomerEffortScore withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns this calculator with another scale.
     *
     * @param effortScale the scale
     * @return the changed calculator
     */
    public CustomerEffortScore with(EffortScale effortScale) {
        return new CustomerEffortScore(Objects.requireNonNull(effortScale, "effortScale"), level);
    }

    /**
     * Returns this calculator with another confidence level.
     *
     * @param confidence the level
     * @return the changed calculator
     */
    public CustomerEffortScore with(ConfidenceLevel confidence) {
        return new CustomerEffortScore(scale, Objects.requireNonNull(confidence, "confidence"));
    }

    /**
     * Computes the score of some answers.
     *
     * @param answers whole numbers of the scale, in any order
     * @return the score, on the scale of the answers, with its counts and interval; undefined without answers
     * @throws IllegalArgumentException if an answer is not on the scale
     */
    public CustomerEffortResult of(Iterable<Integer> answers) {
        CustomerEffortAccumulator accumulator = accumulator();
        answers.forEach(accumulator::add);
        return accumulator.result();
    }

    /**
     * Computes the score from counts that somebody else made.
     *
     * @param counts how often each answer was given, on the scale of this calculator
     * @return the score, on the scale of the answers, with its counts and interval; undefined without answers
     * @throws IllegalArgumentException if the counts are of another scale
     */
    public CustomerEffortResult ofCounts(RatingCounts counts) {
        CustomerEffortAccumulator accumulator = accumulator();
        accumulator.add(counts);
        return accumulator.result();
    }

    /**
     * Returns an empty accumulator, for answers that arrive one by one or on several machines.
     *
     * @return a new accumulator
     */
    public CustomerEffortAccumulator accumulator() {
        return new CustomerEffortAccumulator(scale, level);
    }

    /**
     * Returns a collector of answers.
     *
     * @return a collector over {@link #accumulator()}
     */
    public Collector<Integer, ?, CustomerEffortResult> collector() {
        return Collector.of(
                this::accumulator,
                CustomerEffortAccumulator::add,
                CustomerEffortAccumulator::merge,
                CustomerEffortAccumulator::result);
    }
}
