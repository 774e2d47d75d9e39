package dev.tenure.reconciliation;

import dev.tenure.explain.Outcome;
import dev.tenure.money.Ratio;
import dev.tenure.revenue.RevenueRetentionResult;
import java.util.function.Function;

/** Which figure of revenue retention is reconciled. The order carries no meaning. */
public enum RetentionFigure {
    /** Net revenue retention (NRR). */
    NET("net revenue retention", RevenueRetentionResult::exactNet),
    /** Gross revenue retention (GRR). */
    GROSS("gross revenue retention", RevenueRetentionResult::exactGross),
    /** Net revenue churn. */
    NET_CHURN("net revenue churn", RevenueRetentionResult::exactNetChurn),
    /** Gross revenue churn. */
    GROSS_CHURN("gross revenue churn", RevenueRetentionResult::exactGrossChurn);

    private final String words;
    private final Function<RevenueRetentionResult, Outcome<Ratio>> figure;

    RetentionFigure(String words, Function<RevenueRetentionResult, Outcome<Ratio>> figure) {
        this.words = words;
        this.figure = figure;
    }

    String words() {
        return words;
    }

    Outcome<Ratio> of(RevenueRetentionResult retention) {
        return figure.apply(retention);
    }
}
