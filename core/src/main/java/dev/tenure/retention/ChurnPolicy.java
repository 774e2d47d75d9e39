package dev.tenure.retention;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;
import java.util.Objects;

/**
 * Which of the published definitions of logo churn is meant: whom it counts as lost, and what it divides by.
 *
 * <p><b>Conventions.</b> The same events give different rates: of 100 clients at the start, with 20 who join and 12 who leave,
 * one of them a newcomer, 11 % by {@link #CHARTMOGUL}, 10 % by {@link #STRIPE}, 11.54 % by {@link #AVERAGE} and 12 % by
 * {@link #BAREMETRICS}. Two tools may share a definition; the policy is then the same.
 *
 * <p><b>Source.</b> Named at each constant.
 *
 * @param numerator whom it counts as lost
 * @param denominator what it divides by
 */
public record ChurnPolicy(ChurnNumerator numerator, ChurnDenominator denominator) implements Serializable {

    /**
     * Clients of the opening book who are gone at the end, over the opening book. Source: ChartMogul, "Churn rate formulas",
     * the standard formula. The policy of the calculator unless another is set, because it alone is the share of one group of
     * clients that is lost, and the complement of that group's retention.
     */
    public static final ChurnPolicy CHARTMOGUL =
            new ChurnPolicy(ChurnNumerator.OPENING_CLIENTS_GONE, ChurnDenominator.START);

    /**
     * As {@link #CHARTMOGUL}. Source: ProfitWell (Paddle), "Are cancellations in the first month counted as churn": who joins
     * and leaves within a month is not.
     */
    public static final ChurnPolicy PROFITWELL = CHARTMOGUL;

    /** Every loss, over the opening book and the newcomers. Source: Stripe, "Calculating churn rate in Billing". */
    public static final ChurnPolicy STRIPE =
            new ChurnPolicy(ChurnNumerator.CHURN_EVENTS, ChurnDenominator.START_PLUS_NEW);

    /** As {@link #STRIPE}. Source: Gumroad (antiwork/gumroad), issue 13. */
    public static final ChurnPolicy GUMROAD = STRIPE;

    /** Every loss, over the mean of the books at the start and at the end; used by many, named after none. */
    public static final ChurnPolicy AVERAGE = new ChurnPolicy(ChurnNumerator.CHURN_EVENTS, ChurnDenominator.AVERAGE);

    /** Every loss, over the opening book. Source: Baremetrics, "User and revenue churn", and its changelog "Churn update". */
    public static final ChurnPolicy BAREMETRICS = new ChurnPolicy(ChurnNumerator.CHURN_EVENTS, ChurnDenominator.START);

    /** The sum of the daily rates. Source: Shopify's definition, as ChartMogul tells it; once ChartMogul's for consumers. */
    public static final ChurnPolicy SHOPIFY =
            new ChurnPolicy(ChurnNumerator.CHURN_EVENTS, ChurnDenominator.SUM_OF_DAILY_RATES);

    /** Every loss, over the days that clients were there, times the days of the period. Source: S. H. Noble, "Defining churn". */
    public static final ChurnPolicy CLIENT_DAYS =
            new ChurnPolicy(ChurnNumerator.CHURN_EVENTS, ChurnDenominator.CLIENT_DAYS);

    /**
     * Creates a policy.
     *
     * @param numerator whom it counts as lost; {@link ChurnNumerator#CHURN_EVENTS} for a sum of daily rates, where each day
     *     has its own losses
     * @param denominator what it divides by
     */
    public ChurnPolicy {
        Objects.requireNonNull(numerator, "numerator");
        Objects.requireNonNull(denominator, "denominator");
        checkArgument(
                denominator != ChurnDenominator.SUM_OF_DAILY_RATES || numerator == ChurnNumerator.CHURN_EVENTS,
                "numerator must be CHURN_EVENTS for a sum of daily rates: %s",
                numerator);
    }

    /**
     * Returns a policy.
     *
     * @param numerator whom it counts as lost
     * @param denominator what it divides by
     * @return the policy
     * @throws IllegalArgumentException if the denominator is a sum of daily rates and the numerator is not every event
     */
    public static ChurnPolicy of(ChurnNumerator numerator, ChurnDenominator denominator) {
        return new ChurnPolicy(numerator, denominator);
    }

    /**
     * Tells whether the rate is a share of a group of clients, each of whom is lost or not.
     *
     * @return true if it is; only then it has a confidence interval and a complement that is retention
     */
    public boolean isProportion() {
        return switch (denominator) {
            case START -> numerator == ChurnNumerator.OPENING_CLIENTS_GONE;
            case START_PLUS_NEW -> numerator != ChurnNumerator.CHURN_EVENTS;
            case AVERAGE, SUM_OF_DAILY_RATES, CLIENT_DAYS -> false;
        };
    }
}
