package dev.tenure.lifetime;

import static com.google.common.base.Preconditions.checkArgument;

import dev.tenure.money.ExactMoney;
import dev.tenure.money.Ratio;
import java.io.Serializable;
import java.util.Objects;

/**
 * What one client brings in one period: revenue, or the gross margin of it.
 *
 * <p><b>Formula.</b> {@code amount = arpa * kept}.
 *
 * <p><b>Units.</b> The period is the caller's, a month as a rule; churn, discount and horizon are then by the month too.
 *
 * <p><b>Conventions.</b> A margin may be negative: a client can cost more to serve than he pays.
 *
 * @param arpa the average revenue of an account in one period, zero or more
 * @param kept the share of it that counts: the gross margin, at most 1, and 1 for revenue
 * @param unit what the amount stands for
 */
public record RecurringValue(ExactMoney arpa, Ratio kept, ValueUnit unit) implements Serializable {

    /**
     * Creates an amount.
     *
     * @param arpa the average revenue of an account in one period, zero or more
     * @param kept the share of it that counts, at most 1; 1 for revenue
     * @param unit what the amount stands for
     */
    public RecurringValue {
        checkArgument(arpa.signum() >= 0, "arpa must not be negative: %s", arpa);
        checkArgument(kept.compareTo(Ratio.ONE) <= 0, "kept must not exceed 1: %s", kept);
        Objects.requireNonNull(unit, "unit");
        checkArgument(unit != ValueUnit.REVENUE || kept.equals(Ratio.ONE), "kept must be 1 for revenue: %s", kept);
    }

    /**
     * Returns revenue.
     *
     * @param arpa the average revenue of an account in one period, zero or more
     * @return the revenue, in the unit {@link ValueUnit#REVENUE}
     * @throws IllegalArgumentException if the amount is negative
     */
    public static RecurringValue revenue(ExactMoney arpa) {
        return new RecurringValue(arpa, Ratio.ONE, ValueUnit.REVENUE);
    }

    /**
     * Returns the gross margin of revenue.
     *
     * @param arpa the average revenue of an account in one period, zero or more
     * @param grossMargin the share of revenue left after the direct cost of serving the client, at most 1
     * @return the margin, in the unit {@link ValueUnit#GROSS_MARGIN}
     * @throws IllegalArgumentException if the amount is negative or the margin exceeds 1
     */
    public static RecurringValue grossMargin(ExactMoney arpa, Ratio grossMargin) {
        return new RecurringValue(arpa, grossMargin, ValueUnit.GROSS_MARGIN);
    }

    /**
     * Returns what counts of one period.
     *
     * @return {@code arpa * kept}, exact; negative if the margin is
     */
    public ExactMoney amount() {
        return arpa.multipliedBy(kept);
    }
}
