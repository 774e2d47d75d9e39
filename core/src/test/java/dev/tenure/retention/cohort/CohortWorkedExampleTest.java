package dev.tenure.retention.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.money.Ratio;
import dev.tenure.stat.Interval;
import dev.tenure.stat.Proportion;
import dev.tenure.survival.KaplanMeier;
import dev.tenure.survival.SurvivalCurve;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked example of {@code docs/cohorts.md}. */
class CohortWorkedExampleTest {

    @Test
    void cohortsOfSixInvoices() {
        List<ClientActivity> invoices = List.of(
                ClientActivity.of(1, LocalDate.of(2025, 1, 10), 10_000_000),
                ClientActivity.of(1, LocalDate.of(2025, 2, 10), 10_000_000),
                ClientActivity.of(1, LocalDate.of(2025, 3, 10), 12_000_000),
                ClientActivity.of(2, LocalDate.of(2025, 1, 20), 5_000_000),
                ClientActivity.of(3, LocalDate.of(2025, 2, 5), 8_000_000),
                ClientActivity.of(3, LocalDate.of(2025, 3, 5), 8_000_000));
        LocalDate asOf = LocalDate.of(2025, 3, 31);
        CohortAnalysis analysis = CohortAnalysis.withDefaults().with(RevenueDetail.MOVEMENTS);
        CohortTable cohorts = analysis.of(invoices, asOf);
        CohortCell march = cohorts.cohorts().get(0).cells().get(2);
        CohortAverage afterAMonth = cohorts.average(1);
        Interval ofRevenue = march.interval(CohortMeasure.NET).orElseThrow();
        SurvivalCurve curve = cohorts.survival(KaplanMeier.withDefaults());

        assertEquals(Outcome.of(Proportion.of(1, 2)), march.proportion());
        Interval interval = march.interval().orElseThrow();
        assertEquals(0.0945, interval.lower(), 5e-5);
        assertEquals(0.9055, interval.upper(), 5e-5);
        assertEquals(Outcome.of(Ratio.of(4, 5)), march.share(CohortMeasure.NET));
        assertEquals(Outcome.of(Ratio.of(2, 3)), march.share(CohortMeasure.GROSS));
        assertEquals(1.8, march.effectiveClients().orElseThrow(), 1e-12);
        assertEquals(0.1693, ofRevenue.lower(), 5e-5);
        assertEquals(1.1501, ofRevenue.upper(), 5e-5);
        assertEquals(Outcome.of(new CohortMovements(0, 2_000_000, 0, 0, 0)), march.sincePrevious());
        assertEquals(Outcome.of(new CohortMovements(0, 2_000_000, 0, 0, -5_000_000)), march.sinceFirst());
        assertEquals(Outcome.of(Proportion.of(2, 3)), afterAMonth.proportion());
        assertEquals(Outcome.of(Ratio.of(18, 23)), afterAMonth.revenueShare());
        assertEquals(Outcome.of(Ratio.of(3, 4)), afterAMonth.unweightedShare(CohortMeasure.LOGO));
        assertEquals(2.0 / 3, curve.survivalAt(2).orElseThrow(), 1e-15);

        CohortTable byTenure = analysis.with(CohortPolicy.BY_TENURE).of(invoices, asOf);
        List<CohortCell> january = byTenure.cohorts().get(0).cells();

        assertEquals(Outcome.of(Proportion.of(1, 2)), january.get(1).proportion());
        assertEquals(
                Outcome.<Proportion>undefined(Reason.BEYOND_OBSERVATION, "period 2 is not over"),
                january.get(2).proportion());

        CohortAnalysis fromFebruary = analysis.withRecordsFrom(LocalDate.of(2025, 2, 1));
        CohortTable asNew = fromFebruary.of(invoices, asOf);
        CohortTable delayed = fromFebruary
                .with(CohortPolicy.MONTHLY.withOlderClients(OlderClients.DELAYED_ENTRY))
                .of(invoices, asOf);
        CohortCell older = delayed.cohorts().get(0).cells().get(2);

        assertEquals(Outcome.of(Proportion.of(2, 2)), asNew.average(1).proportion());
        assertEquals(
                Outcome.<Proportion>undefined(Reason.NOT_ESTIMABLE, "the cohort is older than the records"),
                older.proportion());
        assertEquals(Outcome.of(Proportion.of(1, 1)), older.periodRetention());
    }
}
