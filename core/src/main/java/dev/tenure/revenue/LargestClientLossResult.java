package dev.tenure.revenue;

import static dev.tenure.explain.Explanation.quantity;

import com.google.common.collect.ImmutableMap;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.ExplanationBuilder;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.internal.ResultStyle;
import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import org.immutables.value.Value;

/**
 * What would be left if the largest clients went. Made by {@link LargestClientLoss}.
 *
 * @param <K> what tells clients apart
 */
@ResultStyle
@Value.Immutable
public abstract class LargestClientLossResult<K> {

    LargestClientLossResult() {}

    /**
     * Returns how many clients were to be lost.
     *
     * @return the number asked for, positive; there may be fewer in {@link #lost()}
     */
    public abstract int clients();

    /**
     * Returns the lost clients with what they pay.
     *
     * @return exact positive amounts, largest first; empty without revenue
     */
    public abstract ImmutableMap<K, ExactMoney> lost();

    /**
     * Returns what each client pays before the loss.
     *
     * @return the book, with its concentration
     */
    public abstract ConcentrationResult<K> before();

    /**
     * Returns what each client pays after the loss.
     *
     * @return the book, with its concentration; undefined if nothing is left
     */
    public abstract ConcentrationResult<K> after();

    /**
     * Returns the retention before the loss.
     *
     * @return NRR and GRR by snapshots; undefined without opening revenue
     */
    public abstract RevenueRetentionResult retentionBefore();

    /**
     * Returns the retention after the loss.
     *
     * @return NRR and GRR by snapshots; undefined without opening revenue
     */
    public abstract RevenueRetentionResult retentionAfter();

    /**
     * Returns what would be lost.
     *
     * @return the exact amount, zero or more
     */
    public final ExactMoney value() {
        return before().total().minus(remaining());
    }

    /**
     * Returns what would be left.
     *
     * @return the exact amount, zero or more
     */
    public final ExactMoney remaining() {
        return after().total();
    }

    /**
     * Returns which share of the revenue would be lost.
     *
     * @return a fraction in (0, 1]; undefined ({@link Reason#NO_DATA}) without revenue
     */
    public final Outcome<Double> share() {
        return before().total().signum() == 0
                ? Outcome.undefined(Reason.NO_DATA, "no revenue")
                : Outcome.of(value().dividedBy(before().total()));
    }

    /**
     * Returns how many new clients replace what would be lost.
     *
     * @param averageNewClient what a new client pays on average, such as {@code RevenueMovementsResult.averageSalePrice()} gives,
     *     not negative
     * @return the exact quotient, zero or more, to be rounded up to whole clients; undefined ({@link Reason#NOT_FINITE}) if new
     *     clients pay nothing
     */
    public final Outcome<Ratio> replacements(ExactMoney averageNewClient) {
        return averageNewClient.signum() == 0
                ? Outcome.undefined(Reason.NOT_FINITE, "new clients pay nothing")
                : Outcome.of(Ratio.of(value(), averageNewClient));
    }

    /**
     * Explains the scenario.
     *
     * @return the revenue, the concentration and the retention before and after the loss, and the lost clients
     */
    public final Explanation explain() {
        ExplanationBuilder builder = Explanation.builder()
                .name("revenue after the loss of the largest clients")
                .formula("revenue - lost")
                .value(Quantities.amount(remaining()))
                .putInput("revenue", Quantities.amount(before().total()))
                .putInput("lost", Quantities.amount(value()))
                .putInput("clients", new Quantity.Count(lost().size()));
        lost().forEach((client, amount) -> builder.addPart(Explanation.builder()
                .name(client.toString())
                .formula("lost")
                .value(Quantities.amount(amount))
                .build()));
        return builder.addPart(part("share lost", "lost / revenue", share()))
                .addPart(change("largest share", before().largestShare(), after().largestShare()))
                .addPart(change("concentration index", before().value(), after().value()))
                .addPart(change(
                        "net revenue retention",
                        retentionBefore().net(),
                        retentionAfter().net()))
                .addPart(change(
                        "gross revenue retention",
                        retentionBefore().gross(),
                        retentionAfter().gross()))
                .build();
    }

    private static Explanation part(String name, String formula, Outcome<Double> value) {
        return Explanation.builder()
                .name(name)
                .formula(formula)
                .value(quantity(value, Quantity.Share::new))
                .build();
    }

    private static Explanation change(String name, Outcome<Double> before, Outcome<Double> after) {
        return part(name, "after the loss", after).toBuilder()
                .putInput("before", quantity(before, Quantity.Share::new))
                .build();
    }
}
