package dev.tenure.revenue;

import static com.google.common.base.Preconditions.checkArgument;
import static dev.tenure.explain.Explanation.quantity;

import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import org.immutables.value.Value;

/** Which share of an opening book's revenue is still there. Made by {@link RevenueRetention}. */
@ResultStyle
@Value.Immutable
public abstract class RevenueRetentionResult {

    RevenueRetentionResult() {}

    /**
     * Returns the revenue the shares are of.
     *
     * @return the exact opening amount a month, without what rests if the policy takes it as not observed
     */
    public abstract ExactMoney base();

    /**
     * Returns the revenue of clients that left, and of what rests if the policy takes it as lost.
     *
     * @return the exact amount a month
     */
    public abstract ExactMoney lost();

    /**
     * Returns what clients that stayed pay less.
     *
     * @return the exact amount a month
     */
    public abstract ExactMoney contracted();

    /**
     * Returns what clients that stayed pay more.
     *
     * @return the exact amount a month, with indexation if the policy takes it as expansion
     */
    public abstract ExactMoney expanded();

    /**
     * Returns what clients that came back pay.
     *
     * @return the exact amount a month; none by snapshots, where such clients are not in the opening book
     */
    public abstract ExactMoney returned();

    /**
     * Returns what counts as revenue retained.
     *
     * @return the policy
     */
    public abstract RevenueRetentionPolicy policy();

    /**
     * Returns the gross revenue retention (GRR).
     *
     * @return a fraction of at most 1, and at least 0 unless the movements are gross; undefined ({@link Reason#NO_DATA}) without
     *     opening revenue
     */
    public final Outcome<Double> gross() {
        return exactGross().map(Ratio::doubleValue);
    }

    /**
     * Returns the gross revenue retention without rounding.
     *
     * @return as {@link #gross()}; undefined ({@link Reason#NO_DATA}) without opening revenue
     */
    public final Outcome<Ratio> exactGross() {
        return share(base().minus(contracted()).minus(lost()));
    }

    /**
     * Returns the net revenue retention (NRR).
     *
     * @return a fraction, above 1 if expansion outweighs losses; undefined ({@link Reason#NO_DATA}) without opening revenue
     */
    public final Outcome<Double> net() {
        return exactNet().map(Ratio::doubleValue);
    }

    /**
     * Returns the net revenue retention without rounding.
     *
     * @return as {@link #net()}; undefined ({@link Reason#NO_DATA}) without opening revenue
     */
    public final Outcome<Ratio> exactNet() {
        ExactMoney retained = base().minus(netLoss()).plus(expanded());
        return share(
                policy().reactivations() == RevenueRetentionPolicy.Reactivations.EVERYWHERE
                        ? retained.plus(returned())
                        : retained);
    }

    /**
     * Returns the gross revenue churn: what was lost and contracted.
     *
     * @return a fraction, {@code 1 - gross()}; undefined ({@link Reason#NO_DATA}) without opening revenue
     */
    public final Outcome<Double> grossChurn() {
        return exactGrossChurn().map(Ratio::doubleValue);
    }

    /**
     * Returns the gross revenue churn without rounding.
     *
     * @return as {@link #grossChurn()}; undefined ({@link Reason#NO_DATA}) without opening revenue
     */
    public final Outcome<Ratio> exactGrossChurn() {
        return share(contracted().plus(lost()));
    }

    /**
     * Returns the net revenue churn: what was lost and contracted, less what was gained from the same clients.
     *
     * @return a fraction, negative if the gains outweigh the losses; {@code 1 - net()} unless the policy counts reactivation in
     *     one and not the other; undefined ({@link Reason#NO_DATA}) without opening revenue
     */
    public final Outcome<Double> netChurn() {
        return exactNetChurn().map(Ratio::doubleValue);
    }

    /**
     * Returns the net revenue churn without rounding.
     *
     * @return as {@link #netChurn()}; undefined ({@link Reason#NO_DATA}) without opening revenue
     */
    public final Outcome<Ratio> exactNetChurn() {
        ExactMoney loss = netLoss().minus(expanded());
        return share(
                policy().reactivations() == RevenueRetentionPolicy.Reactivations.NOWHERE
                        ? loss
                        : loss.minus(returned()));
    }

    /**
     * Returns the retention of these clients and others together. It is exact, and as good as merging the accumulators, provided
     * that no client is in both: as when rows were partitioned by client.
     *
     * @param others the retention of other clients in the same time, by the same policy and in the same currency
     * @return the retention of all of them
     * @throws IllegalArgumentException if policy or currency differ
     */
    public final RevenueRetentionResult plus(RevenueRetentionResult others) {
        checkArgument(
                policy().equals(others.policy()), "others must have the policy of this retention: %s", others.policy());
        checkArgument(
                base().currency().equals(others.base().currency()),
                "others must have the currency of this retention: %s",
                others.base().currency());
        return new RevenueRetentionResultBuilder()
                .base(base().plus(others.base()))
                .lost(lost().plus(others.lost()))
                .contracted(contracted().plus(others.contracted()))
                .expanded(expanded().plus(others.expanded()))
                .returned(returned().plus(others.returned()))
                .policy(policy())
                .build();
    }

    /**
     * Explains the retention.
     *
     * @return net retention with its inputs and the policy, and gross retention
     */
    public final Explanation explain() {
        return Explanation.builder()
                .name("net revenue retention")
                .formula(
                        "(base + expanded - contracted - lost) / base, by policy also + returned or without contracted")
                .value(quantity(net(), Quantity.Share::new))
                .putInput("base", Quantities.amount(base()))
                .putInput("expanded", Quantities.amount(expanded()))
                .putInput("contracted", Quantities.amount(contracted()))
                .putInput("lost", Quantities.amount(lost()))
                .putInput("returned", Quantities.amount(returned()))
                .putAllInputs(policy().terms())
                .addPart(part("gross revenue retention", "(base - contracted - lost) / base", gross()))
                .addPart(part("gross revenue churn", "(contracted + lost) / base", grossChurn()))
                .addPart(part(
                        "net revenue churn",
                        "(contracted + lost - expanded) / base, by policy also - returned or without contracted",
                        netChurn()))
                .build();
    }

    private ExactMoney netLoss() {
        return policy().contractions() == RevenueRetentionPolicy.Contractions.COUNTED
                ? lost().plus(contracted())
                : lost();
    }

    private Outcome<Ratio> share(ExactMoney part) {
        return base().signum() == 0
                ? Outcome.undefined(Reason.NO_DATA, "no revenue at the start")
                : Outcome.of(Ratio.of(part, base()));
    }

    private static Explanation part(String name, String formula, Outcome<Double> value) {
        return Explanation.builder()
                .name(name)
                .formula(formula)
                .value(quantity(value, Quantity.Share::new))
                .build();
    }
}
