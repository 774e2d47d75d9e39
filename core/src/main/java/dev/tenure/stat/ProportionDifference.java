package dev.tenure.stat;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import java.io.Serializable;
import java.util.Objects;

/**
 * By how much one share exceeds another, from two independent samples: this quarter's churn against the last one's, the
 * satisfied of one team against those of another.
 *
 * <p><b>Formula.</b> {@code value = first.successes / first.trials - second.successes / second.trials}.
 *
 * <p><b>Units.</b> Counts in, a fraction in [-1, 1] out: 0.05 is five percentage points.
 *
 * <p><b>Conventions.</b> Without trials in either sample there is no value and no interval. The samples must not share members:
 * the same clients asked twice are a {@link PairedDifference}.
 *
 * @param first the share that is compared
 * @param second the share it is compared with
 */
public record ProportionDifference(Proportion first, Proportion second) implements Serializable {

    /**
     * Creates a difference.
     *
     * @param first the share that is compared
     * @param second the share it is compared with
     */
    public ProportionDifference {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(second, "second");
    }

    /**
     * Returns a difference.
     *
     * @param first the share that is compared
     * @param second the share it is compared with
     * @return the difference
     */
    public static ProportionDifference of(Proportion first, Proportion second) {
        return new ProportionDifference(first, second);
    }

    /**
     * Returns by how much the first share exceeds the second.
     *
     * @return a fraction in [-1, 1], negative if the first share is the lower; undefined ({@link Reason#NO_DATA}) without
     *     trials in either sample
     */
    public Outcome<Double> value() {
        return first.value().flatMap(one -> second.value().map(two -> one - two));
    }

    /**
     * Returns a confidence interval of the difference.
     *
     * @param method how it is made
     * @param level how often it should hold the true difference
     * @return fractions, within [-1, 1] unless the method says otherwise; undefined ({@link Reason#NO_DATA}) without trials in
     *     either sample
     */
    public Outcome<Interval> interval(DifferenceInterval method, ConfidenceLevel level) {
        return value().map(value -> method.interval(
                (double) first.successes(),
                (double) first.trials(),
                (double) second.successes(),
                (double) second.trials(),
                level));
    }
}
