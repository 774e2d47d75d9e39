package dev.tenure.examples.benchmarks.workingtime;

import java.time.Duration;

/** How far two instants lie apart. */
public enum Span {
    /** Up to five minutes. */
    FIVE_MINUTES(Duration.ofMinutes(5)),
    /** Up to thirty days. */
    THIRTY_DAYS(Duration.ofDays(30)),
    /** Any two instants of five years. */
    FIVE_YEARS(Questions.FIVE_YEARS);

    private final Duration longest;

    Span(Duration longest) {
        this.longest = longest;
    }

    Duration longest() {
        return longest;
    }
}
