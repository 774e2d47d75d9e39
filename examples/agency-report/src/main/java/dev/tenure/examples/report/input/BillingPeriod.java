package dev.tenure.examples.report.input;

import dev.tenure.contract.BillingCycle;

/** The words of the column {@code billing_period}. */
enum BillingPeriod {
    WEEK,
    FOUR_WEEKS,
    MONTH,
    QUARTER,
    HALF_YEAR,
    YEAR;

    BillingCycle cycle() {
        return switch (this) {
            case WEEK -> BillingCycle.WEEKLY;
            case FOUR_WEEKS -> BillingCycle.ofWeeks(4);
            case MONTH -> BillingCycle.MONTHLY;
            case QUARTER -> BillingCycle.QUARTERLY;
            case HALF_YEAR -> BillingCycle.SEMI_ANNUAL;
            case YEAR -> BillingCycle.ANNUAL;
        };
    }
}
