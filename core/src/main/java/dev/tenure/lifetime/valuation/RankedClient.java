package dev.tenure.lifetime.valuation;

import dev.tenure.client.ClientId;
import dev.tenure.money.ExactMoney;
import java.util.Objects;

/**
 * A client of a book with what he is worth.
 *
 * @param client the client
 * @param residual what is to come of him
 * @param total what he brought and will bring, less what he cost
 */
public record RankedClient(ClientId client, ExactMoney residual, ExactMoney total) {

    /**
     * Creates a row.
     *
     * @param client the client
     * @param residual what is to come of him
     * @param total what he brought and will bring, less what he cost
     */
    public RankedClient {
        Objects.requireNonNull(client, "client");
        Objects.requireNonNull(residual, "residual");
        Objects.requireNonNull(total, "total");
    }
}
