package dev.tenure.examples.spark;

import dev.tenure.retention.cohort.CohortTable;
import dev.tenure.revenue.RevenueMovementsResult;
import dev.tenure.survival.SurvivalCurves;
import dev.tenure.survival.competing.CompetingRisks;
import dev.tenure.voice.NetPromoterResult;
import java.util.Optional;

/**
 * The six figures of a book.
 *
 * @param cohorts how many of those who came in a period are still charged later, and how much
 * @param lifespans how long contracts last, by segment
 * @param reasons why they end; empty if no contract that ended says why
 * @param movements why recurring revenue changed in the last period
 * @param recommendation whether clients would recommend us
 * @param purchases what clients without a contract will still buy
 */
record Figures(
        CohortTable cohorts,
        SurvivalCurves lifespans,
        Optional<CompetingRisks> reasons,
        RevenueMovementsResult movements,
        NetPromoterResult recommendation,
        PurchaseOutlook purchases) {}
