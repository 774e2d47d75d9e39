package dev.tenure.sla.performance;

import dev.tenure.explain.Quantity;
import dev.tenure.internal.Durations;
import java.time.Duration;

/** How the latency of news looks in an explanation. */
final class NewsQuantities {

    private NewsQuantities() {}

    static Quantity minutes(Duration duration) {
        return new Quantity.Measure(Durations.minutes(duration), "min");
    }

    static Quantity term(Object word) {
        return new Quantity.Term(word.toString());
    }

    static Quantity yesOrNo(boolean answer) {
        return new Quantity.Term(answer ? "yes" : "no");
    }
}
