package dev.tenure.lifetime;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.money.ExactMoney;
import dev.tenure.stat.ConfidenceLevel;
import java.io.Serializable;
import java.util.Objects;

/**
 * A confidence interval of an amount of money; both limits belong to it.
 *
 * @param lower the lower limit
 * @param upper the upper limit, of the same currency and not below {@code lower}
 * @param level how often such intervals hold the true amount
 */
public record MoneyInterval(ExactMoney lower, ExactMoney upper, ConfidenceLevel level) implements Serializable {

    /**
     * Creates an interval.
     *
     * @param lower the lower limit
     * @param upper the upper limit, of the same currency and not below {@code lower}
     * @param level the confidence level
     */
    public MoneyInterval {
        checkArgument(lower.compareTo(upper) <= 0, "lower must not exceed upper: %s, %s", lower, upper);
        Objects.requireNonNull(level, "level");
    }

    /**
     * Returns the interval between two limits.
     *
     * @param one a limit
     * @param other the other limit, of the same currency
     * @param level the confidence level
     * @return the interval, the smaller limit first
     */
    static MoneyInterval between(ExactMoney one, ExactMoney other, ConfidenceLevel level) {
        return one.compareTo(other) <= 0 ? new MoneyInterval(one, other, level) : new MoneyInterval(other, one, level);
    }

    /**
     * Tells whether an amount lies in the interval; the limits do.
     *
     * @param amount the amount, of the same currency
     * @return true if {@code lower <= amount <= upper}
     */
    public boolean contains(ExactMoney amount) {
        return lower.compareTo(amount) <= 0 && amount.compareTo(upper) <= 0;
    }
}
