package dev.tenure.retention.cohort;

import static dev.tenure.explain.Explanation.quantity;

import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.money.Ratio;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import dev.tenure.stat.Proportion;
import dev.tenure.stat.ProportionInterval;

/** What several results have in common. */
final class CohortMath {

    private CohortMath() {}

    static Outcome<Ratio> revenueShare(long minorUnits, long initialMinorUnits) {
        if (initialMinorUnits > 0) {
            return Outcome.of(Ratio.of(minorUnits, initialMinorUnits));
        }
        return initialMinorUnits == 0
                ? Outcome.undefined(Reason.NO_DATA, "no revenue in the first period")
                : Outcome.undefined(Reason.NOT_APPLICABLE, "the revenue of the first period is negative");
    }

    static Outcome<Ratio> exact(Outcome<Proportion> proportion) {
        return proportion.flatMap(share -> share.value().map(value -> Ratio.of(share.successes(), share.trials())));
    }

    static Explanation explainInterval(Outcome<Interval> interval, ProportionInterval method, ConfidenceLevel level) {
        return explainInterval(interval, method.name(), level);
    }

    static Explanation explainInterval(Outcome<Interval> interval, String method, ConfidenceLevel level) {
        return Explanation.builder()
                .name("confidence interval")
                .formula("by method, at level")
                .value(quantity(
                        interval,
                        limits -> new Quantity.Span(
                                new Quantity.Share(limits.lower()), new Quantity.Share(limits.upper()))))
                .putInput("method", new Quantity.Term(method))
                .putInput("level", new Quantity.Share(level.value()))
                .build();
    }

    static Explanation explainRevenue(Outcome<Ratio> share, long minorUnits, long initialMinorUnits) {
        return Explanation.builder()
                .name("revenue")
                .formula("minor units / minor units of the first period")
                .value(share(share))
                .putInput("minor units", new Quantity.Count(minorUnits))
                .putInput("minor units of the first period", new Quantity.Count(initialMinorUnits))
                .build();
    }

    static Quantity share(Outcome<Ratio> share) {
        return quantity(share, ratio -> new Quantity.Share(ratio.doubleValue()));
    }
}
