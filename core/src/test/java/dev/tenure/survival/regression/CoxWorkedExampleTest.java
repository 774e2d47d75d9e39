package dev.tenure.survival.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.explain.Outcome;
import dev.tenure.stat.ChiSquareTest;
import dev.tenure.stat.Interval;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The worked examples of {@code docs/survival-regression.md}. The figures of the first are those of R 4.2.2, survival 3.5-3. */
class CoxWorkedExampleTest {

    @Test
    void thirtyClientsOfAnAgency_giveTheFiguresOfThePage() {
        int[] months = {
            6, 10, 25, 4, 15, 12, 10, 25, 21, 4, 17, 8, 11, 3, 12, 12, 21, 22, 2, 14, 27, 8, 3, 19, 4, 13, 6, 13, 4, 8
        };
        double[] nps = {4, 9, 10, 2, 7, 7, 5, 9, 9, 1, 8, 8, 0, 7, 3, 10, 3, 1, 0, 8, 10, 0, 4, 10, 9, 9, 4, 8, 5, 8};
        double[] breaches = {1, 3, 0, 2, 2, 1, 1, 2, 0, 1, 0, 0, 1, 0, 0, 0, 0, 2, 3, 3, 0, 2, 2, 2, 2, 2, 0, 1, 3, 0};
        boolean[] left = new boolean[30];
        for (int client : new int[] {0, 3, 4, 5, 6, 9, 12, 13, 17, 18, 19, 21, 22, 24, 26, 28, 29}) {
            left[client] = true;
        }
        CoxModel model = CoxRegression.withDefaults()
                .with(ChronoUnit.MONTHS)
                .of(CoxData.of(months, left).withCovariate("nps", nps).withCovariate("breaches", breaches));
        Outcome<Double> perPoint = model.effect("nps").hazardRatio();
        Outcome<Interval> perPointInterval = model.effect("nps").hazardRatioInterval();
        Outcome<ChiSquareTest> perBreach = model.effect("breaches").test();
        Map<String, Double> happy = Map.of("nps", 9.0, "breaches", 0.0);
        Map<String, Double> unhappy = Map.of("nps", 4.0, "breaches", 3.0);
        Outcome<Double> ratio = model.compare(unhappy, happy).hazardRatio();
        Outcome<Double> happyYear = model.predict(happy).flatMap(curve -> curve.survivalAt(12));
        Outcome<Double> unhappyYear = model.predict(unhappy).flatMap(curve -> curve.survivalAt(12));
        Outcome<Double> unhappyMedian = model.predict(unhappy).flatMap(PredictedCurve::median);
        Outcome<ChiSquareTest> sameAtAllAges =
                model.proportionalHazards(TimeTransform.KAPLAN_MEIER).global();
        double surprise = model.residuals().martingale().get(17);

        assertEquals(17, model.events());
        assertEquals(0.826252, perPoint.orElseThrow(), 1e-6);
        assertEquals(0.724000, perPointInterval.orElseThrow().lower(), 1e-6);
        assertEquals(0.942945, perPointInterval.orElseThrow().upper(), 1e-6);
        assertEquals(0.004632519, model.effect("nps").test().orElseThrow().pValue(), 1e-8);
        assertEquals(1.509700, model.effect("breaches").hazardRatio().orElseThrow(), 1e-6);
        assertEquals(0.1156624, perBreach.orElseThrow().pValue(), 1e-7);
        assertEquals(8.935320, ratio.orElseThrow(), 1e-6);
        assertEquals(0.825328, happyYear.orElseThrow(), 1e-6);
        assertEquals(0.1799, unhappyYear.orElseThrow(), 1e-4);
        assertEquals(6, unhappyMedian.orElseThrow());
        assertEquals(0.99958, sameAtAllAges.orElseThrow().pValue(), 1e-5);
        assertEquals(-2.521234, surprise, 1e-6);
    }

    @Test
    void covariatesThatChange_andCausesOfLeaving_giveTheFiguresOfThePage() {
        List<CoxObservation> observations = List.of(
                observation(0, 4, 9).build(),
                observation(4, 7, 3).ended(true).cause("price").build(),
                observation(0, 9, 8).ended(true).cause("quality").build(),
                observation(0, 6, 6).ended(true).cause("price").build(),
                observation(0, 3, 7).build(),
                observation(3, 12, 9).build(),
                observation(0, 11, 5).build());
        CoxModel anyReason =
                CoxRegression.withDefaults().with(ChronoUnit.MONTHS).of(observations);
        CoxModel price = CoxRegression.withDefaults()
                .with(ChronoUnit.MONTHS)
                .withCause("price")
                .of(observations);

        assertEquals(3, anyReason.events());
        assertEquals(2, price.events());
        assertEquals(1, price.otherEvents());
        // by hand, with r = exp(coefficient): at 6 months NPS 3, 8, 6, 9 and 5 are at risk, at 7 the 6 is gone
        double beta = price.effect("nps").coefficient().orElseThrow();
        double first = meanNps(beta, 3, 8, 6, 9, 5);
        double second = meanNps(beta, 3, 8, 9, 5);
        assertEquals(6 + 3, first + second, 1e-9);
        assertEquals(-0.3705, beta, 1e-4);
        assertTrue(price.converged());
    }

    private static CoxObservationBuilder observation(double start, double stop, double nps) {
        return CoxObservation.builder().start(start).stop(stop).ended(false).putCovariate("nps", nps);
    }

    private static double meanNps(double beta, double... values) {
        double sum = 0;
        double total = 0;
        for (double value : values) {
            sum += value * Math.exp(beta * value);
            total += Math.exp(beta * value);
        }
        return sum / total;
    }
}
