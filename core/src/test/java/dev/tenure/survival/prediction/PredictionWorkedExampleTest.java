package dev.tenure.survival.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The worked example of {@code docs/survival-prediction.md}. */
class PredictionWorkedExampleTest {

    @Test
    void predictionsForTwelveClients_giveTheFiguresOfThePage() {
        double[] months = {2, 3, 4, 5, 6, 7, 5, 9, 10, 11, 12, 12};
        boolean[] left = {true, true, false, true, true, false, true, false, true, false, false, false};
        double[] staysHalfYear = {0.3, 0.5, 0.8, 0.4, 0.6, 0.7, 0.8, 0.9, 0.6, 0.9, 0.8, 0.9};
        double[] staysYear = {0.1, 0.2, 0.6, 0.2, 0.3, 0.5, 0.6, 0.8, 0.4, 0.8, 0.7, 0.8};
        double[] risk = {0.9, 0.8, 0.4, 0.8, 0.7, 0.5, 0.4, 0.2, 0.6, 0.2, 0.3, 0.2};
        ConcordanceResult order = Concordance.withDefaults().of(months, left, risk);
        BrierResult errors = BrierScore.withDefaults()
                .of(months, left, new double[] {6, 12}, new double[][] {staysHalfYear, staysYear});
        CalibrationResult levels = Calibration.withDefaults().withGroups(2).of(months, left, 6, staysHalfYear);

        assertEquals(40, order.concordant());
        assertEquals(3, order.discordant());
        assertEquals(1, order.tiedScores());
        assertEquals(0.920455, order.value().orElseThrow(), 1e-6);
        assertEquals(0.062546, order.standardError().orElseThrow(), 1e-6);
        assertEquals(0.797867, order.interval().orElseThrow().lower(), 1e-6);
        assertEquals(1, order.interval().orElseThrow().upper());
        assertPoint(0.165370, 0.246914, 0.330250, errors.points().get(0));
        assertPoint(0.098843, 0.243056, 0.593333, errors.points().get(1));
        assertEquals(0.132106, errors.integrated().orElseThrow(), 1e-6);
        assertEquals(0.460756, errors.scaledIntegrated().orElseThrow(), 1e-6);
        assertGroup(0.85, 0.8, 0.203809, 0.969180, levels.groups().get(0));
        assertGroup(0.516667, 0.333333, 0.046082, 0.675564, levels.groups().get(1));
        assertEquals(0.985625, levels.test().orElseThrow().statistic(), 1e-6);
        assertEquals(0.320814, levels.test().orElseThrow().pValue(), 1e-6);
    }

    private static void assertPoint(double value, double nullModel, double scaled, BrierPoint point) {
        assertEquals(value, point.value().orElseThrow(), 1e-6);
        assertEquals(nullModel, point.nullModel().orElseThrow(), 1e-6);
        assertEquals(scaled, point.scaled().orElseThrow(), 1e-6);
    }

    private static void assertGroup(
            double predicted, double observed, double lower, double upper, CalibrationGroup group) {
        assertEquals(predicted, group.predicted().orElseThrow(), 1e-6);
        assertEquals(observed, group.observed().orElseThrow(), 1e-6);
        assertEquals(lower, group.interval().orElseThrow().lower(), 1e-6);
        assertEquals(upper, group.interval().orElseThrow().upper(), 1e-6);
    }
}
