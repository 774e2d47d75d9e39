package dev.tenure.lifetime.valuation;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.lifetime.noncontractual.PurchaseHistory;
import dev.tenure.money.Ratio;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Work that a client orders from time to time, without a contract for more.
 *
 * @param history his purchases so far; its age ends with the day of the valuation
 * @param first whether the purchase that made him a client is made already; while it is due, the history is empty
 * @param spend what a purchase brings
 * @param grossMargin the share of it left after the direct cost of serving the client, at most 1; empty for the margin of the account
 */
public record ProjectWork(
        PurchaseHistory history, FirstPurchase first, ProjectSpend spend, Optional<Ratio> grossMargin) {

    private static final PurchaseHistory NONE = new PurchaseHistory(0, Duration.ZERO, Duration.ZERO);

    /**
     * Creates project work.
     *
     * @param history the purchases so far; its age ends with the day of the valuation
     * @param first whether the purchase that made the client is made already
     * @param spend what a purchase brings
     * @param grossMargin the share of it that is left, at most 1; empty for the margin of the account
     */
    public ProjectWork {
        Objects.requireNonNull(history, "history");
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(spend, "spend");
        Margins.check(grossMargin);
        checkArgument(
                first == FirstPurchase.MADE || history.equals(NONE),
                "history must be empty while the first purchase is due: %s",
                history);
    }

    /**
     * Returns the work of a client who has bought, at the margin of the account.
     *
     * @param history his purchases so far; its age ends with the day of the valuation
     * @param spend what a purchase brings
     * @return the work
     */
    public static ProjectWork of(PurchaseHistory history, ProjectSpend spend) {
        return new ProjectWork(history, FirstPurchase.MADE, spend, Optional.empty());
    }

    /**
     * Returns the work of a client who is just won: his first purchase is made on the day of the valuation.
     *
     * @param spend what a purchase brings
     * @return the work
     */
    public static ProjectWork ofNewClient(ProjectSpend spend) {
        return new ProjectWork(NONE, FirstPurchase.DUE, spend, Optional.empty());
    }

    /**
     * Returns this work at a margin of its own.
     *
     * @param margin the share of a purchase left after the direct cost of serving the client, at most 1
     * @return the changed work
     * @throws IllegalArgumentException if the margin exceeds 1
     */
    public ProjectWork withGrossMargin(Ratio margin) {
        return new ProjectWork(history, first, spend, Optional.of(margin));
    }
}
