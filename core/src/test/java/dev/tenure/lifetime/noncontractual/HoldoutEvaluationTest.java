package dev.tenure.lifetime.noncontractual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.tenure.explain.Explanation;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.lifetime.estimation.IntervalMethod;
import dev.tenure.lifetime.estimation.MaximumLikelihood;
import dev.tenure.lifetime.estimation.Scale;
import dev.tenure.stat.ChiSquareTest;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HoldoutEvaluationTest {

    private static final PurchaseLogResult LOG = SimulatedLedger.log(250, 21);
    private static final Duration HORIZON = Duration.ofDays(182);
    private static final BuyTillYouDie FAST =
            BuyTillYouDie.withDefaults().with(MaximumLikelihood.withDefaults().with(IntervalMethod.delta()));
    private static final HoldoutEvaluation EVALUATION =
            HoldoutEvaluation.withDefaults().with(FAST);
    private static final HoldoutEvaluationResult RESULT = EVALUATION.of(LOG);
    private static final PurchaseModel MODEL = RESULT.fit().model().orElseThrow();

    private static HeldOutScoring scoring(double[] expected, double[] actual, double... logScores) {
        return new HeldOutScoring(
                ImmutableDoubleArray.copyOf(expected),
                ImmutableDoubleArray.copyOf(actual),
                ImmutableDoubleArray.copyOf(logScores),
                0);
    }

    // golden, by hand

    @Test
    void scores_ofThreeClientsByHand() {
        HoldoutScores scores = scoring(new double[] {1, 2, 3}, new double[] {0, 2, 5}, -1, -2, -0.6)
                .scores();

        assertEquals(1, scores.meanAbsoluteError(), 1e-15);
        assertEquals(Math.sqrt(5 / 3.0), scores.rootMeanSquaredError(), 1e-15);
        assertEquals(-1 / 3.0, scores.bias(), 1e-15);
        assertEquals(7 / 3.0, scores.meanActual(), 1e-15);
        // deviations (-1, 0, 1) and (-7, -1, 8) / 3: 5 / sqrt(2 * 114 / 9)
        assertEquals(5 / Math.sqrt(228 / 9.0), scores.correlation().orElseThrow(), 1e-15);
        assertEquals(-1.2, scores.meanLogScore().orElseThrow(), 1e-15);
    }

    @Test
    void correlation_needsSpread() {
        assertEquals(
                "undefined (expected or actual purchases are the same for all)",
                scoring(new double[] {0.1, 0.1, 0.1}, new double[] {1, 2, 3}, -1, -1, -1)
                        .scores()
                        .correlation()
                        .toString());
        assertFalse(scoring(new double[] {1, 2}, new double[] {4, 4}, -1, -1)
                .scores()
                .correlation()
                .isDefined());
    }

    @Test
    void impossibleEvent_hasNoLogScore() {
        assertEquals(
                Outcome.undefined(Reason.NOT_FINITE, "the model holds a number of purchases impossible that occurred"),
                scoring(new double[] {1, 2}, new double[] {4, 4}, -1, Double.NEGATIVE_INFINITY)
                        .scores()
                        .meanLogScore());
    }

    private static ImmutableList<RepeatFrequency> classes(double[] expected, long... actual) {
        return IntStream.range(0, actual.length)
                .mapToObj(i -> new RepeatFrequency(i, i == actual.length - 1, expected[i], actual[i]))
                .collect(ImmutableList.toImmutableList());
    }

    @Test
    void goodnessOfFit_joinsTheLastClasses() {
        // 10 + 20 + 8 are alone, 3 and 4 are joined to 7
        Outcome<ChiSquareTest> test = Frequencies.test(classes(new double[] {10, 20, 8, 3, 4}, 12, 16, 8, 5, 4), 1);

        assertEquals(2, test.orElseThrow().degreesOfFreedom());
        assertEquals(4 / 10.0 + 16 / 20.0 + 0 + 4 / 7.0, test.orElseThrow().statistic(), 1e-15);
    }

    @Test
    void goodnessOfFit_needsMoreClassesThanParameters() {
        Outcome<ChiSquareTest> none =
                Outcome.undefined(Reason.TOO_FEW_DATA, "fewer than 5 classes expect 5 clients or more");

        assertEquals(none, Frequencies.test(classes(new double[] {10, 20, 8, 3, 4}, 12, 16, 8, 5, 4), 3));
        assertEquals(none, Frequencies.test(classes(new double[] {2, 20, 8, 13, 14, 9}, 2, 16, 8, 5, 4, 5), 3));
    }

    // against the definition, client by client

    @Test
    void total_isTheSumOfThePredictions() {
        double expected = 0;
        double variance = 0;
        long actual = 0;
        for (int line = 0; line < LOG.size(); line++) {
            double mean = MODEL.expectedPurchases(LOG.history(line), HORIZON);
            expected += mean;
            actual += LOG.heldOutPurchases(line);
            for (int n = 0; n < 120; n++) {
                variance += (n - mean) * (n - mean) * MODEL.probability(n, LOG.history(line), HORIZON);
            }
        }
        double error = RESULT.fit()
                .predict(
                        "total",
                        Scale.IDENTITY,
                        model -> ClientPredictions.of(model, LOG, HORIZON).expectedTotal())
                .standardError()
                .orElseThrow();
        double half = 1.959963984540054 * Math.sqrt(variance + error * error);
        HoldoutTotal total = RESULT.total().orElseThrow();

        assertEquals(expected, total.expected(), 1e-9 * expected);
        assertEquals(actual, total.actual());
        assertEquals(expected - half, total.interval().lower(), 1e-3);
        assertEquals(expected + half, total.interval().upper(), 1e-3);
        assertEquals(ConfidenceLevel.P95, total.interval().level());
        assertTrue(total.interval().contains(actual));
    }

    @Test
    void scores_areThoseOfTheClients() {
        double absolute = 0;
        double logScore = 0;
        for (int line = 0; line < LOG.size(); line++) {
            int actual = LOG.heldOutPurchases(line);
            absolute += Math.abs(MODEL.expectedPurchases(LOG.history(line), HORIZON) - actual);
            logScore += Math.log(MODEL.probability(actual, LOG.history(line), HORIZON));
        }
        HoldoutScores scores = RESULT.scores().orElseThrow();

        assertEquals(absolute / LOG.size(), scores.meanAbsoluteError(), 1e-12);
        assertEquals(logScore / LOG.size(), scores.meanLogScore().orElseThrow(), 1e-12);
        assertTrue(scores.correlation().orElseThrow() > 0.3);
    }

    @Test
    void weeks_areThoseOfTheLedger() {
        List<Invoice> rows = SimulatedLedger.rows(250, 21);
        ImmutableList<TrackedWeek> weeks = RESULT.weeks();
        TrackedWeek end = weeks.stream()
                .filter(week -> !week.heldOut())
                .reduce((one, next) -> next)
                .orElseThrow();
        double expected = 0;
        long actual = 0;
        for (int i = 0; i < weeks.size(); i++) {
            TrackedWeek week = weeks.get(i);
            double upTo = expectedUpTo(week.lastDay());
            long repeats = repeatsIn(rows, week.firstDay(), week.lastDay());
            actual += repeats;
            assertEquals(upTo - expected, week.expected(), 1e-9);
            assertEquals(upTo, week.cumulativeExpected(), 1e-9);
            assertEquals(repeats, week.actual());
            assertEquals(actual, week.cumulativeActual());
            assertEquals(week.firstDay().isAfter(SimulatedLedger.END), week.heldOut());
            assertTrue(
                    i == 0 || week.firstDay().equals(weeks.get(i - 1).lastDay().plusDays(1)));
            assertTrue(i == 0 || week.firstDay().plusDays(6).equals(week.lastDay()));
            expected = upTo;
        }
        assertEquals(SimulatedLedger.END, end.lastDay());
        assertEquals(SimulatedLedger.LAST, weeks.get(weeks.size() - 1).lastDay());
    }

    private static double expectedUpTo(LocalDate day) {
        double sum = 0;
        for (int line = 0; line < LOG.size(); line++) {
            long days = day.toEpochDay() - LOG.firstDay(line).toEpochDay();
            sum += days < 0 ? 0 : MODEL.expectedPurchases(Duration.ofDays(days));
        }
        return sum;
    }

    private static long repeatsIn(List<Invoice> rows, LocalDate from, LocalDate to) {
        return rows.stream()
                .filter(row -> !row.day().isBefore(from) && !row.day().isAfter(to))
                .filter(row ->
                        !row.day().equals(LOG.firstDay(LOG.lineOf(row.client()).orElseThrow())))
                .map(row -> row.client() + " " + row.day())
                .distinct()
                .count();
    }

    @Test
    void frequencies_areThoseOfNewClientsOfTheSameAges() {
        double[] expected = new double[8];
        long[] actual = new long[8];
        for (int line = 0; line < LOG.size(); line++) {
            actual[Math.min(7, LOG.repeats(line))]++;
            double rest = 1;
            for (int n = 0; n < 7; n++) {
                double here = MODEL.probability(n, Duration.ofDays(LOG.ageDays(line)));
                expected[n] += here;
                rest -= here;
            }
            expected[7] += rest;
        }
        for (RepeatFrequency one : RESULT.frequencies()) {
            assertEquals(expected[one.repeats()], one.expected(), 1e-9);
            assertEquals(actual[one.repeats()], one.actual());
            assertEquals(one.repeats() == 7, one.orMore());
        }
        assertEquals(8, RESULT.frequencies().size());
        // 8 classes, 4 parameters
        assertEquals(3, RESULT.goodnessOfFit().orElseThrow().degreesOfFreedom());
        assertTrue(RESULT.goodnessOfFit().orElseThrow().pValue() > 0.001);
    }

    // laws

    @Test
    void orderOfTheLedgerChangesNothing() {
        List<Invoice> rows = new ArrayList<>(SimulatedLedger.rows(250, 21));
        Collections.shuffle(rows, new Random(1));
        HoldoutEvaluationResult shuffled = EVALUATION.of(PurchaseLog.withDefaults()
                .withHeldOutUntil(SimulatedLedger.LAST)
                .of(rows, SimulatedLedger.END));

        assertEquals(RESULT.scores(), shuffled.scores());
        assertEquals(RESULT.total(), shuffled.total());
        assertEquals(RESULT.weeks(), shuffled.weeks());
        assertEquals(RESULT.frequencies(), shuffled.frequencies());
    }

    @Test
    void aHigherLevel_widensTheInterval() {
        Interval wide = EVALUATION
                .with(ConfidenceLevel.P99)
                .of(LOG)
                .total()
                .orElseThrow()
                .interval();
        Interval narrow = RESULT.total().orElseThrow().interval();

        assertEquals(2.5758293035489 / 1.959963984540054, wide.width() / narrow.width(), 1e-9);
    }

    // edges and messages

    @Test
    void nothingHeldOut_leavesTheFit() {
        PurchaseLogResult log = PurchaseLog.withDefaults().of(SimulatedLedger.rows(250, 21), SimulatedLedger.END);
        HoldoutEvaluationResult result = EVALUATION.of(log);

        assertEquals(Outcome.undefined(Reason.NOT_APPLICABLE, "nothing is held out"), result.scores());
        assertEquals(Outcome.undefined(Reason.NOT_APPLICABLE, "nothing is held out"), result.total());
        assertEquals(RESULT.frequencies(), result.frequencies());
        assertTrue(result.weeks().stream().noneMatch(TrackedWeek::heldOut));
    }

    @Test
    void nobodyBoughtAgain_hasNoFigures() {
        PurchaseLogResult log = PurchaseLog.withDefaults()
                .withHeldOutUntil(SimulatedLedger.LAST)
                .of(
                        List.of(
                                Invoice.of(1, SimulatedLedger.START, 5),
                                Invoice.of(2, SimulatedLedger.START.plusDays(7), 5)),
                        SimulatedLedger.END);
        HoldoutEvaluationResult result = EVALUATION.of(log);
        PurchaseModelChoice choice = EVALUATION.compare(log, PurchaseModelKind.values());

        assertEquals(result.fit().model().toString(), result.scores().toString());
        assertFalse(result.total().isDefined());
        assertFalse(result.goodnessOfFit().isDefined());
        assertTrue(result.weeks().isEmpty());
        assertTrue(result.frequencies().isEmpty());
        assertEquals(
                Outcome.undefined(Reason.NOT_ESTIMABLE, "no model has the figure it would be chosen by"),
                choice.bestByHoldout());
        assertFalse(choice.bestByAic().isDefined());
        assertFalse(choice.isDecided());
        assertEquals(3, choice.standings().size());
    }

    @Test
    void explanation_holdsTheFiguresByTheirNames() {
        Explanation explanation = RESULT.explain();

        assertEquals("purchases after 2024-12-29", explanation.name());
        assertEquals(
                List.of("model", "clients", "days", "actual"),
                List.copyOf(explanation.inputs().keySet()));
        assertEquals("182", explanation.inputs().get("days").toString());
        assertEquals(
                List.of(
                        "interval of the total",
                        "mean absolute error",
                        "root mean squared error",
                        "bias",
                        "correlation",
                        "log score",
                        "goodness of fit"),
                explanation.parts().stream().map(Explanation::name).toList());
    }

    @Test
    void choice_needsAKind() {
        assertEquals(
                "kinds must not be empty",
                assertThrows(IllegalArgumentException.class, () -> EVALUATION.compare(LOG))
                        .getMessage());
    }

    @Test
    void choice_namesTheBestByEachCriterion() {
        PurchaseModelChoice choice =
                EVALUATION.compare(LOG, PurchaseModelKind.BG_NBD, PurchaseModelKind.MBG_NBD, PurchaseModelKind.BG_NBD);
        HoldoutEvaluationResult other = choice.evaluations().get(1);
        double ours = RESULT.fit().aic().orElseThrow();
        double theirs = other.fit().aic().orElseThrow();
        PurchaseModelKind best = ours <= theirs ? PurchaseModelKind.BG_NBD : PurchaseModelKind.MBG_NBD;
        ModelStanding first = choice.standings().get(0);
        ModelStanding second = choice.standings().get(1);

        assertEquals(2, choice.evaluations().size());
        assertEquals(Outcome.of(best), choice.bestByAic());
        assertEquals(Outcome.of(best), choice.bestByBic());
        assertEquals(Math.max(0, ours - theirs), first.aicDifference().orElseThrow(), 1e-9);
        assertEquals(Math.max(0, theirs - ours), second.aicDifference().orElseThrow(), 1e-9);
        assertEquals(
                second.aicDifference().orElseThrow(), second.bicDifference().orElseThrow(), 1e-9);
        assertEquals(
                RESULT.scores().orElseThrow().meanLogScore(),
                choice.standings().get(0).meanLogScore());
        assertEquals(3, choice.explain().inputs().size());
        assertEquals(2, choice.explain().parts().size());
        double gap = first.meanLogScore().orElseThrow() - second.meanLogScore().orElseThrow();
        PurchaseModelKind foretold = gap >= 0 ? PurchaseModelKind.BG_NBD : PurchaseModelKind.MBG_NBD;
        Interval interval = (gap >= 0 ? second : first).logScoreDifference().orElseThrow();
        assertEquals(Outcome.of(foretold), choice.bestByHoldout());
        assertEquals(Math.abs(gap), (interval.lower() + interval.upper()) / 2, 1e-12);
        assertEquals(pairedError(other), interval.width() / 2 / 1.959963984540054, 1e-9);
        assertEquals(
                "undefined (the best model)",
                (gap >= 0 ? first : second).logScoreDifference().toString());
        assertFalse(choice.isDecided());
    }

    /** The standard error of the mean difference of two log scores. */
    private static double pairedError(HoldoutEvaluationResult other) {
        PurchaseModel theirs = other.fit().model().orElseThrow();
        double[] differences = IntStream.range(0, LOG.size())
                .mapToDouble(line -> Math.log(MODEL.probability(LOG.heldOutPurchases(line), LOG.history(line), HORIZON)
                        / theirs.probability(LOG.heldOutPurchases(line), LOG.history(line), HORIZON)))
                .toArray();
        double mean = IntStream.range(0, differences.length)
                .mapToDouble(i -> differences[i])
                .average()
                .orElseThrow();
        double squares = 0;
        for (double difference : differences) {
            squares += (difference - mean) * (difference - mean);
        }
        return Math.sqrt(squares / (differences.length - 1) / differences.length);
    }

    @Test
    void oneModel_isNoChoice() {
        PurchaseModelChoice choice = EVALUATION.compare(LOG, PurchaseModelKind.BG_NBD);

        assertEquals(Outcome.of(PurchaseModelKind.BG_NBD), choice.bestByHoldout());
        assertFalse(choice.isDecided());
    }
}
