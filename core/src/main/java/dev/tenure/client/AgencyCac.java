package dev.tenure.client;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;
import org.joda.money.Money;

/**
 * What it cost the agency to win a client.
 *
 * <p>It is not {@link ClientCac}: the two are never compared, added or passed for each other.
 *
 * @param value the cost, zero or more
 */
public record AgencyCac(Money value) implements Serializable {

    /**
     * Creates a cost.
     *
     * @param value the cost, zero or more
     */
    public AgencyCac {
        checkArgument(!value.isNegative(), "value must not be negative: %s", value);
    }

    /**
     * Returns a cost.
     *
     * @param value the cost, zero or more
     * @return the cost
     * @throws IllegalArgumentException if the cost is negative
     */
    public static AgencyCac of(Money value) {
        return new AgencyCac(value);
    }

    /**
     * Returns the amount.
     *
     * @return the currency and the amount
     */
    @Override
    public String toString() {
        return value.toString();
    }
}
