package dev.tenure.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The worked example of docs/explain.md. */
class ExplainWorkedExampleTest {

    @Test
    void theNumbersOfThePageAreThese() {
        Outcome<Double> churn = Outcome.of(4 / 40.0);
        Outcome<Double> monthly = churn.map(quarterly -> 1 - Math.cbrt(1 - quarterly));
        Outcome<Double> nothing = Outcome.undefined(Reason.NO_DATA, "no clients at the start of 2025-03");
        Explanation explanation = Explanation.builder()
                .name("logo churn")
                .formula("churned / at start")
                .value(Explanation.quantity(churn, Quantity.Share::new))
                .putInput("churned", new Quantity.Count(4))
                .putInput("at start", new Quantity.Count(40))
                .build();

        assertEquals(0.0345, monthly.orElseThrow(), 5e-5);
        assertEquals(
                "undefined (no clients at the start of 2025-03)",
                nothing.map(share -> 12 * share).toString());
        assertEquals("logo churn = 10.00%   [churned / at start; churned = 4, at start = 40]\n", explanation.toText());
    }
}
