package dev.tenure.client;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;
import org.joda.money.Money;

/**
 * What it costs a client to win a customer of its own: a figure of the client's marketing, not of the agency's sales.
 *
 * <p>It is not {@link AgencyCac}: the two are never compared, added or passed for each other.
 *
 * @param value the cost, zero or more
 */
public record ClientCac(Money value) implements Serializable {

    /**
     * Creates a cost.
     *
     * @param value the cost, zero or more
     */
    public ClientCac {
        checkArgument(!value.isNegative(), "value must not be negative: %s", value);
    }

    /**
     * Returns a cost.
     *
     * @param value the cost, zero or more
     * @return the cost
     * @throws IllegalArgumentException if the cost is negative
     */
    public static ClientCac of(Money value) {
        return new ClientCac(value);
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
