package dev.tenure.examples.benchmarks.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.lifetime.noncontractual.PurchaseLogResult;
import dev.tenure.retention.cohort.Cohort;
import dev.tenure.retention.cohort.CohortCell;
import dev.tenure.retention.cohort.CohortTable;
import dev.tenure.survival.SurvivalCurve;
import dev.tenure.survival.SurvivalCurves;
import dev.tenure.survival.regression.CoxModel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.biojava.nbio.survival.cox.StrataInfo;
import org.junit.jupiter.api.Test;

/** Speed is compared only among those who give the same answers. */
class PeersAgreeTest {

    private static final int ROWS = 20_000;
    private static final double PRECISION = 1e-12;

    @Test
    void cohorts_areTheSameForAll() throws Exception {
        Invoices invoices = Invoices.of(ROWS);
        Map<String, String> expected = new TreeMap<>();
        try (DuckDb database = DuckDb.of(invoices)) {
            for (long[] cell : database.cohorts()) {
                expected.put(cell[0] + "+" + cell[1], cell[2] + " clients, " + cell[3]);
            }
        }

        Map<String, String> actual = new TreeMap<>();
        CohortTable table = CohortTableOfInvoices.table(invoices);
        for (Cohort cohort : table.cohorts()) {
            for (int age = 0; age < cohort.cells().size(); age++) {
                CohortCell cell = cohort.cells().get(age);
                int month = cohort.period().start().getYear() * 12
                        + cohort.period().start().getMonthValue();
                if (cell.clients() > 0) {
                    actual.put(month + "+" + age, cell.clients() + " clients, " + cell.minorUnits());
                }
            }
        }

        assertTrue(actual.size() > 1000, "cells: " + actual.size());
        assertEquals(expected, actual);
    }

    @Test
    void purchaseHistories_areTheSameForAll() throws Exception {
        Invoices invoices = Invoices.of(ROWS);
        PurchaseLogResult log = PurchaseHistoriesOfInvoices.log(invoices);
        try (DuckDb database = DuckDb.of(invoices)) {
            long[][] histories = database.histories(PurchaseHistoriesOfInvoices.END);

            assertEquals(log.size(), histories.length);
            for (long[] history : histories) {
                int line = log.lineOf(history[0]).orElseThrow();
                assertEquals(history[1], log.repeats(line));
                assertEquals(history[2], log.recencyDays(line));
                assertEquals(history[3], log.ageDays(line));
            }
        }
    }

    @Test
    void survivalCurves_areTheSameForAll() throws Exception {
        Lifetimes lifetimes = Lifetimes.of(ROWS);
        SurvivalCurves curves = KaplanMeierOfFiveGroups.curves(lifetimes);
        int steps = 0;
        try (DuckDb database = DuckDb.of(lifetimes)) {
            for (double[] step : database.survival()) {
                SurvivalCurve curve = curves.of(Lifetimes.GROUP_NAMES.get((int) step[0]));
                double survival = curve.survivalAt(step[1]).orElseThrow();
                assertEquals(step[2], survival, PRECISION);
                if (survival > 0) {
                    assertEquals(
                            survival * Math.sqrt(step[3]),
                            curve.standardErrorAt(step[1]).orElseThrow(),
                            PRECISION);
                }
                steps++;
            }
        }
        assertTrue(steps > 5000, "steps: " + steps);

        Map<String, StrataInfo> peer = BioJavaCurves.of(lifetimes).curves();
        assertEquals(Lifetimes.GROUPS, peer.size());
        peer.forEach((group, strata) -> {
            SurvivalCurve curve = curves.of(group.substring(group.length() - 1));
            for (int i = 0; i < strata.getTime().size(); i++) {
                assertEquals(
                        strata.getSurv().get(i),
                        curve.survivalAt(strata.getTime().get(i)).orElseThrow(),
                        PRECISION);
            }
        });
    }

    @Test
    void coefficients_areTheSameForAll() throws Exception {
        Covariates covariates = Covariates.of(ROWS);
        List<Double> expected = BioJavaCox.of(covariates).coefficients();

        CoxModel model = CoxOfFiveCovariates.model(covariates);

        for (int j = 0; j < expected.size(); j++) {
            assertEquals(expected.get(j), model.effects().get(j).coefficient().orElseThrow(), 1e-9);
        }
    }
}
