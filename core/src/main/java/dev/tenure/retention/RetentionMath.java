package dev.tenure.retention;

import static dev.tenure.explain.Explanation.quantity;

import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import dev.tenure.stat.ProportionInterval;

/** What several results have in common. */
final class RetentionMath {

    private RetentionMath() {}

    static Explanation explainInterval(Outcome<Interval> interval, ProportionInterval method, ConfidenceLevel level) {
        return Explanation.builder()
                .name("confidence interval")
                .formula("by method, at level")
                .value(quantity(
                        interval,
                        limits -> new Quantity.Span(
                                new Quantity.Share(limits.lower()), new Quantity.Share(limits.upper()))))
                .putInput("method", new Quantity.Term(method.name()))
                .putInput("level", new Quantity.Share(level.value()))
                .build();
    }
}
