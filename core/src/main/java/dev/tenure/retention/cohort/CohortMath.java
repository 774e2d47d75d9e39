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
import java.util.Optional;

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
                .value(span(interval))
                .putInput("method", new Quantity.Term(method))
                .putInput("level", new Quantity.Share(level.value()))
                .build();
    }

    static Explanation explainRevenue(
            Outcome<Ratio> share, long minorUnits, long initialMinorUnits, Optional<Explanation> interval) {
        return Explanation.builder()
                .name("revenue")
                .formula("minor units / minor units of the first period")
                .value(share(share))
                .putInput("minor units", new Quantity.Count(minorUnits))
                .putInput("minor units of the first period", new Quantity.Count(initialMinorUnits))
                .addAllParts(interval.stream().toList())
                .build();
    }

    static Explanation explainRevenueInterval(
            CohortMeasure measure,
            Outcome<Interval> interval,
            Outcome<Double> effectiveClients,
            ProportionInterval method,
            ConfidenceLevel level) {
        return Explanation.builder()
                .name("confidence interval")
                .formula(
                        measure == CohortMeasure.GROSS
                                ? "by method, of effective clients, at level"
                                : "of what is kept and how it grew, each by method, of effective clients, at level")
                .value(span(interval))
                .putInput("method", new Quantity.Term(method.name()))
                .putInput("effective clients", quantity(effectiveClients, n -> new Quantity.Measure(n, "")))
                .putInput("level", new Quantity.Share(level.value()))
                .build();
    }

    private static Quantity span(Outcome<Interval> interval) {
        return quantity(
                interval,
                limits -> new Quantity.Span(new Quantity.Share(limits.lower()), new Quantity.Share(limits.upper())));
    }

    /** Returns the interval of a difference of shares by those of the shares: the squares of the distances are added. */
    static Interval difference(double one, Interval first, double other, Interval second) {
        double difference = one - other;
        return Interval.of(
                difference - Math.hypot(one - first.lower(), second.upper() - other),
                difference + Math.hypot(first.upper() - one, other - second.lower()),
                first.level());
    }

    static Quantity share(Outcome<Ratio> share) {
        return quantity(share, ratio -> new Quantity.Share(ratio.doubleValue()));
    }
}
