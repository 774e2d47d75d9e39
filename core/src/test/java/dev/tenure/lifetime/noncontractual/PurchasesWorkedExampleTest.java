package dev.tenure.lifetime.noncontractual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.tenure.explain.Outcome;
import dev.tenure.lifetime.estimation.ModelFit;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked examples of {@code docs/lifetime-purchases.md} and {@code docs/lifetime-holdout.md}. */
class PurchasesWorkedExampleTest {

    @Test
    void ledgerOfThreeClients_givesTheFiguresOfThePage() {
        LocalDate may = LocalDate.of(2025, 5, 1);
        List<Invoice> ledger = List.of(
                Invoice.of(17, may, 90_000_00),
                Invoice.of(17, may.plusDays(21), 40_000_00),
                Invoice.of(17, may.plusDays(21), 15_000_00),
                Invoice.of(17, may.plusDays(50), 60_000_00),
                Invoice.of(17, may.plusDays(52), -60_000_00),
                Invoice.of(23, may.plusDays(7), 20_000_00),
                Invoice.of(23, may.plusDays(100), 30_000_00),
                Invoice.of(31, may.plusDays(95), 10_000_00));
        LocalDate end = LocalDate.of(2025, 7, 31);
        PurchaseLog calculator =
                PurchaseLog.withDefaults().with(PurchasePolicy.LEDGER).withHeldOutUntil(LocalDate.of(2025, 8, 31));
        PurchaseLogResult log = calculator.of(ledger, end);
        PurchaseHistory first = log.history(0);
        BgNbd model = new BgNbd(0.8, 6, 0.8, 2.5, ChronoUnit.WEEKS);
        ClientPredictions predictions = ClientPredictions.of(model, log, Duration.ofDays(31));

        assertEquals(PurchaseHistory.of(1, 21, 91, ChronoUnit.DAYS), first);
        assertEquals(55_000_00, log.spend(0));
        assertEquals(
                "{SAMPLE=2, OLDER=0, LATER=1, WITHOUT_PURCHASE=0}",
                log.clients().toString());
        assertEquals(1, log.rows(RowUse.CANCELLED));
        assertEquals(1, log.rows(RowUse.CREDIT_NOTE_USED));
        assertEquals(1, log.rows(RowUse.SAME_DAY));
        assertEquals(0, log.repeats(1));
        assertEquals(84, log.ageDays(1));
        assertEquals(1, log.heldOutPurchases(1));
        assertEquals(0.4488, predictions.probabilitiesAlive().get(0), 1e-4);
        assertEquals(1.0, predictions.probabilitiesAlive().get(1), 1e-12);
        assertEquals(0.3650, predictions.expectedTotal(), 1e-4);
    }

    @Test
    void simulatedClients_giveTheFiguresOfThePage() {
        List<Invoice> ledger = SimulatedLedger.rows(200, 2025);
        PurchaseLogResult log = PurchaseLog.withDefaults()
                .withHeldOutUntil(SimulatedLedger.LAST)
                .of(ledger, SimulatedLedger.END);
        HoldoutEvaluation evaluation = HoldoutEvaluation.withDefaults();
        PurchaseModelChoice choice = evaluation.compare(log, PurchaseModelKind.BG_NBD, PurchaseModelKind.MBG_NBD);
        HoldoutEvaluationResult result = choice.evaluations().get(0);
        ModelFit<PurchaseModel> fit = result.fit();
        HoldoutTotal total = result.total().orElseThrow();
        HoldoutScores scores = result.scores().orElseThrow();

        assertEquals(0.969, fit.bestPoint().get("r"), 1e-3);
        assertEquals(5.720, fit.bestPoint().get("alpha"), 1e-3);
        assertEquals(0.993, fit.bestPoint().get("a"), 1e-3);
        assertEquals(3.158, fit.bestPoint().get("b"), 1e-3);
        assertEquals(211.9, total.expected(), 0.05);
        assertEquals(154.6, total.interval().lower(), 0.05);
        assertEquals(269.2, total.interval().upper(), 0.05);
        assertEquals(225, total.actual());
        assertEquals(0.932, scores.meanAbsoluteError(), 1e-3);
        assertEquals(1.720, scores.rootMeanSquaredError(), 1e-3);
        assertEquals(-0.066, scores.bias(), 1e-3);
        assertEquals(0.720, scores.correlation().orElseThrow(), 1e-3);
        assertEquals(-1.020, scores.meanLogScore().orElseThrow(), 1e-3);
        assertEquals(0.773, result.goodnessOfFit().orElseThrow().pValue(), 1e-3);
        assertEquals(Outcome.of(PurchaseModelKind.BG_NBD), choice.bestByAic());
        assertEquals(Outcome.of(PurchaseModelKind.BG_NBD), choice.bestByHoldout());
        assertEquals(21.6, choice.standings().get(1).aicDifference().orElseThrow(), 0.05);
        assertEquals(
                -0.011,
                choice.standings().get(1).logScoreDifference().orElseThrow().lower(),
                1e-3);
        assertEquals(
                0.073,
                choice.standings().get(1).logScoreDifference().orElseThrow().upper(),
                1e-3);
        assertFalse(choice.isDecided());
    }
}
