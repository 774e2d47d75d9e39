package dev.tenure.revenue;

import static com.google.common.base.Preconditions.checkArgument;
import static dev.tenure.explain.Explanation.quantity;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.ExplanationBuilder;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.money.ExactMoney;
import java.util.Locale;
import java.util.Objects;
import org.immutables.value.Value;

/**
 * Why monthly recurring revenue changed from one day to another. Made by {@link RevenueMovements}.
 *
 * <p>{@code closing = opening + the sum of all amounts}, exactly.
 */
@ResultStyle
@Value.Immutable
public abstract class RevenueMovementsResult {

    RevenueMovementsResult() {}

    /**
     * Returns the revenue before the period.
     *
     * @return the exact amount a month
     */
    public abstract ExactMoney opening();

    /**
     * Returns the revenue at the end of the period.
     *
     * @return the exact amount a month
     */
    public abstract ExactMoney closing();

    /**
     * Returns how many clients paid before the period.
     *
     * @return the count, zero or more
     */
    public abstract int openingClients();

    /**
     * Returns how many clients pay at the end of the period.
     *
     * @return the count, zero or more
     */
    public abstract int closingClients();

    /**
     * Returns the movements by type.
     *
     * @return the exact change of the amount a month for each type, in the order of {@link MovementType}; losses are negative
     */
    public abstract ImmutableMap<MovementType, ExactMoney> amounts();

    /**
     * Returns how many clients had movements, by type.
     *
     * @return the counts for each type, zero or more; a client may be counted under several types
     */
    public abstract ImmutableMap<MovementType, Long> clients();

    /**
     * Returns how the movements were told apart.
     *
     * @return the policy
     */
    public abstract MovementPolicy policy();

    /**
     * Returns the movements of one type.
     *
     * @param type the type
     * @return the exact change of the amount a month; losses are negative
     */
    public final ExactMoney amount(MovementType type) {
        return Objects.requireNonNull(amounts().get(type), "type");
    }

    /**
     * Returns by how much the revenue changed.
     *
     * @return the exact change of the amount a month, the sum of all movements
     */
    public final ExactMoney netNew() {
        return closing().minus(opening());
    }

    /**
     * Returns by which share of itself the revenue changed.
     *
     * @return a fraction, at least -1; undefined ({@link Reason#NO_DATA}) without revenue before the period
     */
    public final Outcome<Double> growth() {
        return opening().signum() == 0
                ? Outcome.undefined(Reason.NO_DATA, "no revenue before the period")
                : Outcome.of(netNew().dividedBy(opening()));
    }

    /**
     * Returns the average sale price (ASP): what new clients pay, by new clients.
     *
     * @return the exact amount a month; undefined ({@link Reason#NO_DATA}) without new clients
     */
    public final Outcome<ExactMoney> averageSalePrice() {
        long count = count(MovementType.NEW);
        return count == 0
                ? Outcome.undefined(Reason.NO_DATA, "no new clients")
                : Outcome.of(amount(MovementType.NEW).multipliedBy(1, count));
    }

    /**
     * Returns the movements of these clients and others together. It is exact, and as good as merging the accumulators, provided
     * that no client is in both: as when rows were partitioned by client.
     *
     * @param others the movements of other clients in the same period, by the same policy and in the same currency
     * @return the movements of all of them
     * @throws IllegalArgumentException if policy or currency differ
     */
    public final RevenueMovementsResult plus(RevenueMovementsResult others) {
        checkArgument(
                policy().equals(others.policy()),
                "others must have the policy of these movements: %s",
                others.policy());
        checkArgument(
                opening().currency().equals(others.opening().currency()),
                "others must have the currency of these movements: %s",
                others.opening().currency());
        return new RevenueMovementsResultBuilder()
                .opening(opening().plus(others.opening()))
                .closing(closing().plus(others.closing()))
                .openingClients(Math.addExact(openingClients(), others.openingClients()))
                .closingClients(Math.addExact(closingClients(), others.closingClients()))
                .amounts(Maps.toMap(amounts().keySet(), type -> amount(type).plus(others.amount(type))))
                .clients(Maps.toMap(clients().keySet(), type -> Math.addExact(count(type), others.count(type))))
                .policy(policy())
                .build();
    }

    /**
     * Explains the change.
     *
     * @return the opening revenue, and each type's amount with its number of clients
     */
    public final Explanation explain() {
        ExplanationBuilder builder = Explanation.builder()
                .name("closing monthly recurring revenue")
                .formula("opening + the sum of all movements")
                .value(Quantities.amount(closing()))
                .putInput("opening", Quantities.amount(opening()))
                .putAllInputs(policy().terms());
        amounts().forEach((type, amount) -> builder.addPart(explain(type, amount)));
        return builder.addPart(explainGrowth()).build();
    }

    private long count(MovementType type) {
        return Objects.requireNonNull(clients().get(type), "type");
    }

    private Explanation explain(MovementType type, ExactMoney amount) {
        return Explanation.builder()
                .name(type.name().toLowerCase(Locale.ROOT))
                .formula("sum over clients")
                .value(Quantities.amount(amount))
                .putInput("clients", new Quantity.Count(count(type)))
                .build();
    }

    private Explanation explainGrowth() {
        return Explanation.builder()
                .name("growth")
                .formula("(closing - opening) / opening")
                .value(quantity(growth(), Quantity.Share::new))
                .build();
    }
}
