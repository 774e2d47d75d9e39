package dev.tenure.lifetime;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.client.AgencyCac;
import dev.tenure.money.ExactMoney;
import java.io.Serializable;
import java.util.Objects;
import org.joda.money.CurrencyMismatchException;

/**
 * What an agency spends on a client before he brings anything: winning him, and the onboarding.
 *
 * @param acquisition what it cost to win the client
 * @param onboarding what it costs to start working with him, zero or more, in the same currency
 */
public record UpfrontCost(AgencyCac acquisition, ExactMoney onboarding) implements Serializable {

    /**
     * Creates a cost.
     *
     * @param acquisition what it cost to win the client
     * @param onboarding what it costs to start working with him, zero or more, in the same currency
     */
    public UpfrontCost {
        Objects.requireNonNull(acquisition, "acquisition");
        checkArgument(onboarding.signum() >= 0, "onboarding must not be negative: %s", onboarding);
        if (!acquisition.value().getCurrencyUnit().equals(onboarding.currency())) {
            throw new CurrencyMismatchException(acquisition.value().getCurrencyUnit(), onboarding.currency());
        }
    }

    /**
     * Returns the cost of winning a client, without onboarding.
     *
     * @param acquisition what it cost to win the client
     * @return the cost
     */
    public static UpfrontCost of(AgencyCac acquisition) {
        return new UpfrontCost(acquisition, ExactMoney.zero(acquisition.value().getCurrencyUnit()));
    }

    /**
     * Returns this cost with another cost of onboarding.
     *
     * @param amount what it costs to start working with the client, zero or more, in the same currency
     * @return the changed cost
     * @throws IllegalArgumentException if the amount is negative
     * @throws CurrencyMismatchException if the currencies differ
     */
    public UpfrontCost withOnboarding(ExactMoney amount) {
        return new UpfrontCost(acquisition, amount);
    }

    /**
     * Returns both together.
     *
     * @return an exact amount, zero or more
     */
    public ExactMoney total() {
        return ExactMoney.of(acquisition.value()).plus(onboarding);
    }
}
