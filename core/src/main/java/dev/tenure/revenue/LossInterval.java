package dev.tenure.revenue;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.money.ExactMoney;
import dev.tenure.stat.ConfidenceLevel;
import java.io.Serializable;
import java.util.Objects;

/**
 * Where a loss, or its expectation, may lie; both limits belong to it.
 *
 * @param lower the lower limit
 * @param upper the upper limit, of the same currency and not below {@code lower}
 * @param level how likely the loss lies in it, or how often such intervals hold the true expectation
 */
public record LossInterval(ExactMoney lower, ExactMoney upper, ConfidenceLevel level) implements Serializable {

    /**
     * Creates an interval.
     *
     * @param lower the lower limit
     * @param upper the upper limit, of the same currency and not below {@code lower}
     * @param level the level
     */
    public LossInterval {
        checkArgument(lower.compareTo(upper) <= 0, "lower must not exceed upper: %s, %s", lower, upper);
        Objects.requireNonNull(level, "level");
    }

    /**
     * Returns an interval.
     *
     * @param lower the lower limit
     * @param upper the upper limit, of the same currency and not below {@code lower}
     * @param level the level
     * @return the interval
     * @throws IllegalArgumentException if the limits are in the wrong order
     */
    public static LossInterval of(ExactMoney lower, ExactMoney upper, ConfidenceLevel level) {
        return new LossInterval(lower, upper, level);
    }

    /**
     * Tells whether a loss lies in the interval; the limits do.
     *
     * @param loss the loss, of the same currency
     * @return true if {@code lower <= loss <= upper}
     */
    public boolean contains(ExactMoney loss) {
        return lower.compareTo(loss) <= 0 && loss.compareTo(upper) <= 0;
    }
}
