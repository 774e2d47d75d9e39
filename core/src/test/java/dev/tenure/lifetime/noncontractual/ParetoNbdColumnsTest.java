package dev.tenure.lifetime.noncontractual;

import static dev.tenure.lifetime.noncontractual.ParetoNbdGoldenTest.assertClose;
import static dev.tenure.lifetime.noncontractual.ParetoNbdGoldenTest.weeks;

import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The columns are computed by series, the figures of one client by integrals. */
class ParetoNbdColumnsTest {

    private static final int CLIENTS = 2000;

    @ParameterizedTest
    @CsvSource({
        "0.55, 10.6, 0.6, 11.7",
        "0.55, 11.7, 0.6, 10.6",
        "2, 7, 1, 7",
        "0.5, 10, 3, 90",
        "1.5, 90, 0.5, 2",
        "0.53, 38, 64, 7721",
        "0.001, 0.001, 0.001, 0.001",
        "1000000, 1000000, 1000000, 1000000",
        "1000000, 0.001, 0.001, 1000000",
        "0.001, 1000000, 1000000, 0.001",
    })
    void columns_areWhatTheModelSaysOfEachClient(double r, double alpha, double s, double beta) {
        ParetoNbd model = new ParetoNbd(r, alpha, s, beta, ChronoUnit.WEEKS);
        int[] repeats = new int[CLIENTS];
        double[] recency = new double[CLIENTS];
        double[] age = new double[CLIENTS];
        fill(repeats, recency, age);
        double[] alive = new double[CLIENTS];
        double[] expected = new double[CLIENTS];
        ParetoNbdColumns.probabilitiesAlive(model, repeats, recency, age, alive);
        ParetoNbdColumns.expectedPurchases(model, repeats, recency, age, 52, expected);

        for (int i = 0; i < CLIENTS; i++) {
            PurchaseHistory history = PurchaseHistory.of(repeats[i], recency[i], age[i], ChronoUnit.WEEKS);
            assertClose(model.probabilityAlive(history), alive[i], 1e-10);
            assertClose(model.expectedPurchases(history, weeks(52)), expected[i], 1e-10);
        }
    }

    /** Ages by the week, with clients just won, clients who bought at the very end, and clients who buy all the time. */
    private static void fill(int[] repeats, double[] recency, double[] age) {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < CLIENTS; i++) {
            int kind = random.nextInt(10);
            age[i] = kind == 0 ? 0 : 1 + random.nextInt(200);
            repeats[i] = kind < 4 ? 0 : kind < 9 ? 1 + random.nextInt(20) : random.nextInt(1, 6000);
            recency[i] = repeats[i] == 0 ? 0 : kind == 4 ? age[i] : random.nextInt((int) age[i] + 1);
        }
    }
}
