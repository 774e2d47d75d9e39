package dev.tenure.examples.report.input;

import dev.tenure.contract.BillingCycle;

/** The words of the column {@code billing_period}. */
enum BillingPeriod {
    MONTH(BillingCycle.MONTHLY),
    WEEK(BillingCycle.WEEKLY),
    FOUR_WEEKS(BillingCycle.ofWeeks(4)),
    QUARTER(BillingCycle.QUARTERLY),
    HALF_YEAR(BillingCycle.SEMI_ANNUAL),
    YEAR(BillingCycle.ANNUAL);

    private final BillingCycle cycle;

    BillingPeriod(BillingCycle cycle) {
        this.cycle = cycle;
    }

    BillingCycle cycle() {
        return cycle;
    }
}
