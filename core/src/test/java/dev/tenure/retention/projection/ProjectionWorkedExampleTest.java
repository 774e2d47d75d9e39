package dev.tenure.retention.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenure.lifetime.contractual.RetentionModelKind;
import dev.tenure.retention.cohort.ClientActivity;
import dev.tenure.retention.cohort.CohortAnalysis;
import dev.tenure.retention.cohort.CohortTable;
import dev.tenure.stat.Interval;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked example of docs/cohort-projection.md. */
class ProjectionWorkedExampleTest {

    @Test
    void threeCohorts() {
        List<ClientActivity> invoices = new Books()
                .cohort(YearMonth.of(2025, 1), 100, 63, 47, 38, 33)
                .cohort(YearMonth.of(2025, 2), 80, 52, 38, 30)
                .cohort(YearMonth.of(2025, 3), 120, 74, 55)
                .invoices();
        CohortTable cohorts = CohortAnalysis.withDefaults().of(invoices, LocalDate.of(2025, 5, 31));
        CohortProjectionResult projection =
                CohortProjection.withDefaults().withHorizon(6).withHoldout(1).of(cohorts);
        ProjectedCell marchInSeptember = projection.cohorts().get(2).projected().get(3);
        double expected = marchInSeptember.expectedClients().orElseThrow();
        Interval ofMean = marchInSeptember.expectedInterval().orElseThrow();
        Interval ofCount = marchInSeptember.predictionInterval().orElseThrow();
        ProjectionHoldout holdout = projection.holdout().orElseThrow();
        double mixedError = holdout.meanAbsoluteError(RetentionModelKind.SHIFTED_BETA_GEOMETRIC)
                .orElseThrow();
        double alikeError =
                holdout.meanAbsoluteError(RetentionModelKind.GEOMETRIC).orElseThrow();

        assertEquals(28.81, expected, 5e-3);
        assertEquals(21.87, ofMean.lower(), 5e-3);
        assertEquals(34.71, ofMean.upper(), 5e-3);
        assertEquals(Interval.of(19, 38, ofCount.level()), ofCount);
        assertEquals(0.54, mixedError, 5e-3);
        assertEquals(5.57, alikeError, 5e-3);
    }
}
