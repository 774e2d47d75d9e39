package dev.tenure.lifetime;

import static dev.tenure.explain.Explanation.quantity;

import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.money.ExactMoney;
import org.immutables.value.Value;

/** What clients have brought so far. Made by {@link HistoricLifetimeValue}. */
@ResultStyle
@Value.Immutable
public abstract class HistoricLifetimeValueResult {

    HistoricLifetimeValueResult() {}

    /**
     * Returns what the amounts stand for.
     *
     * @return revenue or gross margin
     */
    public abstract ValueUnit unit();

    /**
     * Returns how many clients there are.
     *
     * @return the count, zero or more
     */
    public abstract int clients();

    /**
     * Returns what all clients have brought.
     *
     * @return an exact amount
     */
    public abstract ExactMoney total();

    /**
     * Returns what the client who has brought least has brought.
     *
     * @return an exact amount; undefined ({@link Reason#NO_DATA}) without clients
     */
    public abstract Outcome<ExactMoney> lowest();

    /**
     * Returns what the client in the middle has brought.
     *
     * @return an exact amount, between two clients their mean; undefined ({@link Reason#NO_DATA}) without clients
     */
    public abstract Outcome<ExactMoney> median();

    /**
     * Returns what the client who has brought most has brought.
     *
     * @return an exact amount; undefined ({@link Reason#NO_DATA}) without clients
     */
    public abstract Outcome<ExactMoney> highest();

    /**
     * Returns what the average client has brought.
     *
     * @return an exact amount; undefined ({@link Reason#NO_DATA}) without clients
     */
    public final Outcome<ExactMoney> value() {
        return clients() == 0
                ? HistoricLifetimeValueAccumulator.noClients()
                : Outcome.of(total().multipliedBy(1, clients()));
    }

    /**
     * Explains the value.
     *
     * @return the total, the clients, and the spread
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("historic lifetime value")
                .formula("total / clients")
                .value(quantity(value(), Shown::money))
                .putInput("total", Shown.money(total()))
                .putInput("clients", new Quantity.Count(clients()))
                .putInput("unit", Shown.term(unit()))
                .addPart(Shown.leaf("lowest", "of one client", lowest()))
                .addPart(Shown.leaf("median", "of the client in the middle", median()))
                .addPart(Shown.leaf("highest", "of one client", highest()))
                .build();
    }
}
