package dev.tenure.voice;

import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.ProportionInterval;
import java.util.Objects;
import java.util.stream.Collector;

/**
 * Computes customer satisfaction (CSAT): the share of answers in the top boxes of a scale.
 *
 * <p><b>Formula.</b> {@code satisfied / answers}, where the {@link TopBox} says which answers are satisfied.
 *
 * <p><b>Units.</b> Answers are whole numbers of the scale. The result is a fraction in [0, 1].
 *
 * <p><b>Conventions.</b> 4 and 5 of 1 to 5, Wilson and 95 % unless set otherwise. Who did not answer counts nowhere. Without answers
 * there is no share.
 *
 * <p><b>Errors.</b> An answer that is not on the scale is an {@link IllegalArgumentException}.
 *
 * <p><b>Source.</b> N. Bendle, P. Farris, P. Pfeifer and D. Reibstein, <i>Marketing Metrics</i>, section "Customer satisfaction and
 * willingness to recommend" (top-box shares).
 */
public final class CustomerSatisfaction {

    private static final CustomerSatisfaction DEFAULTS =
            new CustomerSatisfaction(TopBox.FIVE_POINT_TOP_2, ProportionInterval.WILSON, ConfidenceLevel.P95);

    private final TopBox box;
    private final ProportionInterval method;
    private final ConfidenceLevel level;

    private CustomerSatisfaction(TopBox box, ProportionInterval method, ConfidenceLevel level) {
        this.box = box;
        this.method = method;
        this.level = level;
    }

    /**
     * Returns the calculator of the top two of five, with Wilson intervals at 95 %.
     *
     * @return the calculator
     */
    public static CustomerSatisfaction withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns this calculator with another scale and other boxes.
     *
     * @param topBox the scale, and which answers of it are satisfied
     * @return the changed calculator
     */
    public CustomerSatisfaction with(TopBox topBox) {
        return new CustomerSatisfaction(Objects.requireNonNull(topBox, "topBox"), method, level);
    }

    /**
     * Returns this calculator with another method for the interval.
     *
     * @param interval the method
     * @return the changed calculator
     */
    public CustomerSatisfaction with(ProportionInterval interval) {
        return new CustomerSatisfaction(box, Objects.requireNonNull(interval, "interval"), level);
    }

    /**
     * Returns this calculator with another confidence level.
     *
     * @param confidence the level
     * @return the changed calculator
     */
    public CustomerSatisfaction with(ConfidenceLevel confidence) {
        return new CustomerSatisfaction(box, method, Objects.requireNonNull(confidence, "confidence"));
    }

    /**
     * Computes the satisfaction of some answers.
     *
     * @param answers whole numbers of the scale, in any order
     * @return the satisfaction, a share in [0, 1] with its counts and interval; undefined without answers
     * @throws IllegalArgumentException if an answer is not on the scale
     */
    public CustomerSatisfactionResult of(Iterable<Integer> answers) {
        CustomerSatisfactionAccumulator accumulator = accumulator();
        answers.forEach(accumulator::add);
        return accumulator.result();
    }

    /**
     * Computes the satisfaction from counts that somebody else made.
     *
     * @param counts how often each answer was given, on the scale of this calculator
     * @return the satisfaction, a share in [0, 1] with its counts and interval; undefined without answers
     * @throws IllegalArgumentException if the counts are of another scale
     */
    public CustomerSatisfactionResult ofCounts(RatingCounts counts) {
        CustomerSatisfactionAccumulator accumulator = accumulator();
        accumulator.add(counts);
        return accumulator.result();
    }

    /**
     * Returns an empty accumulator, for answers that arrive one by one or on several machines.
     *
     * @return a new accumulator
     */
    public CustomerSatisfactionAccumulator accumulator() {
        return new CustomerSatisfactionAccumulator(box, method, level);
    }

    /**
     * Returns a collector of answers.
     *
     * @return a collector over {@link #accumulator()}
     */
    public Collector<Integer, ?, CustomerSatisfactionResult> collector() {
        return Collector.of(
                this::accumulator,
                CustomerSatisfactionAccumulator::add,
                CustomerSatisfactionAccumulator::merge,
                CustomerSatisfactionAccumulator::result);
    }
}
