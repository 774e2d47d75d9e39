package dev.tenure.reconciliation;

import dev.tenure.explain.Outcome;
import dev.tenure.money.Ratio;
import dev.tenure.revenue.RevenueRetentionResult;

/** Which figure of revenue retention is reconciled. The order carries no meaning. */
public enum RetentionFigure {
    /** Net revenue retention (NRR). */
    NET("net revenue retention"),
    /** Gross revenue retention (GRR). */
    GROSS("gross revenue retention"),
    /** Net revenue churn. */
    NET_CHURN("net revenue churn"),
    /** Gross revenue churn. */
    GROSS_CHURN("gross revenue churn");

    private final String words;

    RetentionFigure(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    Outcome<Ratio> of(RevenueRetentionResult retention) {
        return switch (this) {
            case NET -> retention.exactNet();
            case GROSS -> retention.exactGross();
            case NET_CHURN -> retention.exactNetChurn();
            case GROSS_CHURN -> retention.exactGrossChurn();
        };
    }
}
