package dev.tenure.lifetime.noncontractual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientPredictionsTest {

    private static final Duration YEAR_HALF = Duration.ofDays(182);

    @Test
    void columns_areThePredictionsOfSingleClients() {
        PurchaseLogResult log = SimulatedLedger.log(120, 5);
        List<PurchaseModel> models = List.of(
                new BgNbd(1, 6, 1, 3, ChronoUnit.WEEKS),
                new BgNbd(1, 42, 1, 3, ChronoUnit.DAYS),
                new MbgNbd(1, 6, 1, 3, ChronoUnit.WEEKS),
                new ParetoNbd(1, 6, 0.8, 9, ChronoUnit.WEEKS));
        for (PurchaseModel model : models) {
            ClientPredictions predictions = ClientPredictions.of(model, log, YEAR_HALF);
            double alive = 0;
            double total = 0;
            for (int line = 0; line < log.size(); line++) {
                double expected = model.expectedPurchases(log.history(line), YEAR_HALF);
                assertEquals(
                        model.probabilityAlive(log.history(line)),
                        predictions.probabilitiesAlive().get(line),
                        1e-12);
                assertEquals(expected, predictions.expectedPurchases().get(line), 1e-9 * expected);
                alive += model.probabilityAlive(log.history(line));
                total += expected;
            }
            assertEquals(alive, predictions.expectedAlive(), 1e-9 * alive);
            assertEquals(total, predictions.expectedTotal(), 1e-9 * total);
            assertEquals(log, predictions.log());
            assertEquals(model, predictions.model());
            assertEquals(YEAR_HALF, predictions.horizon());
        }
    }

    @Test
    void oneNewClient_isExplained() {
        PurchaseLogResult log =
                PurchaseLog.withDefaults().of(List.of(Invoice.of(1, SimulatedLedger.END, 5)), SimulatedLedger.END);

        // without a repeat purchase BG/NBD holds the client for one still; nothing is expected of no time
        assertEquals(
                """
                expected purchases = 0.0000   [sum over the clients; clients = 1, horizon = PT0S, \
                model = BgNbd[r=1.0, alpha=6.0, a=1.0, b=3.0, unit=Weeks]]
                  clients still there = 1.0000   [sum of P(alive)]
                """,
                ClientPredictions.of(new BgNbd(1, 6, 1, 3, ChronoUnit.WEEKS), log, Duration.ZERO)
                        .explain()
                        .toText());
    }

    @Test
    void negativeHorizon_isRefused() {
        PurchaseLogResult log = SimulatedLedger.log(3, 5);
        BgNbd model = new BgNbd(1, 6, 1, 3, ChronoUnit.WEEKS);

        assertEquals(
                "horizon must not be negative: PT-24H",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> ClientPredictions.of(model, log, Duration.ofDays(-1)))
                        .getMessage());
    }
}
