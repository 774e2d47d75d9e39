package dev.tenure.contract;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import org.joda.money.Money;

/**
 * Money given back for one billing cycle, by refund or credit note.
 *
 * @param cycleStart the first day of the cycle it is given back for
 * @param amount what is given back, positive
 */
public record Refund(LocalDate cycleStart, Money amount) implements Serializable {

    /**
     * Creates a refund.
     *
     * @param cycleStart the first day of the cycle it is given back for
     * @param amount what is given back, positive
     */
    public Refund {
        Objects.requireNonNull(cycleStart, "cycleStart");
        checkArgument(amount.isPositive(), "amount must be positive: %s", amount);
    }

    /**
     * Returns a refund.
     *
     * @param cycleStart the first day of the cycle it is given back for
     * @param amount what is given back, positive
     * @return the refund
     * @throws IllegalArgumentException if the amount is not positive
     */
    public static Refund of(LocalDate cycleStart, Money amount) {
        return new Refund(cycleStart, amount);
    }
}
