package dev.tenure.revenue;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * What a client pays, and how likely it is to leave within the time looked at.
 *
 * @param client the client
 * @param revenue what it pays, zero or more
 * @param probability the probability that it leaves, in [0, 1]
 * @param <K> what tells clients apart
 */
public record ClientRisk<K>(K client, ExactMoney revenue, Ratio probability) implements Serializable {

    /**
     * Creates a risk.
     *
     * @param client the client
     * @param revenue what it pays, zero or more
     * @param probability the probability that it leaves, in [0, 1]
     */
    public ClientRisk {
        Objects.requireNonNull(client, "client");
        checkArgument(revenue.signum() >= 0, "revenue must not be negative: %s", revenue);
        checkArgument(
                probability.signum() >= 0 && probability.compareTo(Ratio.ONE) <= 0,
                "probability must be in [0, 1]: %s",
                probability);
    }

    /**
     * Returns a risk whose probability is known exactly.
     *
     * @param client the client
     * @param revenue what it pays, zero or more
     * @param probability the probability that it leaves, in [0, 1]
     * @param <K> what tells clients apart
     * @return the risk
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static <K> ClientRisk<K> of(K client, ExactMoney revenue, Ratio probability) {
        return new ClientRisk<>(client, revenue, probability);
    }

    /**
     * Returns a risk whose probability was estimated: by a survival curve, a model or a health score.
     *
     * @param client the client
     * @param revenue what it pays, zero or more
     * @param probability the probability that it leaves, in [0, 1]; it is taken as the decimal number it prints as, 0.1 as a tenth
     * @param <K> what tells clients apart
     * @return the risk
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static <K> ClientRisk<K> of(K client, ExactMoney revenue, double probability) {
        return of(client, revenue, decimal(probability));
    }

    /**
     * Returns what is lost on average.
     *
     * @return {@code revenue * probability}, exact
     */
    public ExactMoney expectedLoss() {
        return revenue.multipliedBy(probability);
    }

    static Ratio decimal(double probability) {
        checkArgument(probability >= 0 && probability <= 1, "probability must be in [0, 1]: %s", probability);
        return Ratio.of(BigDecimal.valueOf(probability));
    }
}
