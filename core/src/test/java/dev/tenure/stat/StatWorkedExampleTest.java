package dev.tenure.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked example of docs/stat.md. */
class StatWorkedExampleTest {

    @Test
    void theNumbersOfThePageAreThese() {
        Proportion now = Proportion.of(9, 10);
        Proportion before = Proportion.of(3, 10);
        Interval wilson =
                now.interval(ProportionInterval.WILSON, ConfidenceLevel.P95).orElseThrow();
        Interval change = ProportionDifference.of(now, before)
                .interval(DifferenceInterval.NEWCOMBE, ConfidenceLevel.P95)
                .orElseThrow();
        QuantilesResult days = Quantiles.withDefaults().of(List.of(1.0, 2.0, 2.0, 3.0, 9.0, 30.0));

        assertEquals(0.596, wilson.lower(), 5e-4);
        assertEquals(0.982, wilson.upper(), 5e-4);
        assertEquals(0.171, change.lower(), 5e-4);
        assertEquals(0.809, change.upper(), 5e-4);
        assertEquals(2.5, days.median().orElseThrow());
        assertEquals(Interval.of(1, 30, ConfidenceLevel.P95), days.interval(0.5).orElseThrow());
    }
}
