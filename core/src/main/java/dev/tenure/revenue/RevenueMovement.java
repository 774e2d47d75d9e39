package dev.tenure.revenue;

import dev.tenure.client.ClientId;
import dev.tenure.money.ExactMoney;
import java.time.LocalDate;
import java.util.Objects;

/**
 * One change of a client's monthly recurring revenue.
 *
 * @param clientId whose revenue changed
 * @param day the first day with the changed revenue; the last day of the period if changes are netted
 * @param type why it changed
 * @param amount by how much, negative for less
 */
public record RevenueMovement(ClientId clientId, LocalDate day, MovementType type, ExactMoney amount) {

    /**
     * Creates a movement.
     *
     * @param clientId whose revenue changed
     * @param day the first day with the changed revenue
     * @param type why it changed
     * @param amount by how much, negative for less
     */
    public RevenueMovement {
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(amount, "amount");
    }
}
