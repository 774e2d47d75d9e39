package dev.tenure.lifetime.noncontractual;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.primitives.ImmutableDoubleArray;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Quantity;
import dev.tenure.internal.ResultStyle;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.immutables.value.Value;

/**
 * What a model says about all clients of a ledger: who is still a client, and how often each will buy.
 *
 * <p><b>Formula.</b> {@link PurchaseModel#probabilityAlive(PurchaseHistory)} and {@link PurchaseModel#expectedPurchases(PurchaseHistory, Duration)}, client by client.
 *
 * <p><b>Units.</b> The ledger is in days, the model in its own unit, the horizon a duration: they are converted.
 *
 * <p><b>Conventions.</b> The figures are by line, as in the {@link PurchaseLogResult}, at the end of its observation. For one client or a total with an interval see
 * {@link dev.tenure.lifetime.estimation.ModelFit#predict}, with the same functions.
 */
@ResultStyle
@Value.Immutable
public abstract class ClientPredictions {

    ClientPredictions() {}

    /**
     * Returns the clients.
     *
     * @return the histories of the clients
     */
    public abstract PurchaseLogResult log();

    /**
     * Returns the model.
     *
     * @return the model
     */
    public abstract PurchaseModel model();

    /**
     * Returns how far the expected purchases reach.
     *
     * @return the time from the end of the observation on, zero or more
     */
    public abstract Duration horizon();

    /**
     * Returns the probabilities that the clients still are clients.
     *
     * @return probabilities in [0, 1], by line
     */
    public abstract ImmutableDoubleArray probabilitiesAlive();

    /**
     * Returns the expected purchases within the horizon.
     *
     * @return numbers, zero or more, by line
     */
    public abstract ImmutableDoubleArray expectedPurchases();

    /**
     * Returns how many clients are expected to be clients still.
     *
     * @return the sum of the probabilities
     */
    public final double expectedAlive() {
        return probabilitiesAlive().stream().sum();
    }

    /**
     * Returns how many purchases all clients are expected to make within the horizon.
     *
     * @return the sum of the expected purchases
     */
    public final double expectedTotal() {
        return expectedPurchases().stream().sum();
    }

    /**
     * Predicts for all clients of a ledger.
     *
     * @param model the model
     * @param log the histories of the clients
     * @param horizon the time from the end of the observation on, zero or more
     * @return the predictions
     * @throws IllegalArgumentException if the horizon is negative
     */
    public static ClientPredictions of(PurchaseModel model, PurchaseLogResult log, Duration horizon) {
        Objects.requireNonNull(model, "model");
        checkArgument(!horizon.isNegative(), "horizon must not be negative: %s", horizon);
        ChronoUnit unit = model.unit();
        int[] repeats = log.repeatColumn();
        double[] recency = log.recencyColumn(unit);
        double[] age = log.ageColumn(unit);
        double[] alive = new double[repeats.length];
        double[] expected = new double[repeats.length];
        PurchasePredictions.probabilitiesAlive(model, repeats, recency, age, alive);
        PurchasePredictions.expectedPurchases(
                model, repeats, recency, age, PurchaseHistory.in(horizon, unit), expected);
        return new ClientPredictionsBuilder()
                .log(log)
                .model(model)
                .horizon(horizon)
                .probabilitiesAlive(ImmutableDoubleArray.copyOf(alive))
                .expectedPurchases(ImmutableDoubleArray.copyOf(expected))
                .build();
    }

    /**
     * Explains the total.
     *
     * @return the expected purchases of all clients, with how many of them are expected to be clients still
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("expected purchases")
                .formula("sum over the clients")
                .value(new Quantity.Measure(expectedTotal(), ""))
                .putInput("clients", new Quantity.Count(log().size()))
                .putInput("horizon", new Quantity.Term(horizon().toString()))
                .putInput("model", new Quantity.Term(model().toString()))
                .addPart(Explanation.builder()
                        .name("clients still there")
                        .formula("sum of P(alive)")
                        .value(new Quantity.Measure(expectedAlive(), ""))
                        .build())
                .build();
    }
}
