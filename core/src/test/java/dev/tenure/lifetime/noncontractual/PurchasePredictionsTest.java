package dev.tenure.lifetime.noncontractual;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PurchasePredictionsTest {

    private static final ChronoUnit UNIT = ChronoUnit.WEEKS;

    static Stream<PurchaseModel> models() {
        return Stream.of(
                new BgNbd(0.243, 4.414, 0.793, 2.426, UNIT),
                new BgNbd(3, 0.5, 1, 0.4, UNIT),
                new MbgNbd(0.525, 6.183, 0.891, 1.614, UNIT),
                new MbgNbd(20, 1e-3, 1e-3, 5, UNIT),
                new MbgNbd(1e5, 1e5, 30, 500, UNIT));
    }

    @ParameterizedTest
    @MethodSource("models")
    void columns_holdWhatTheModelSaysOfEachClient(PurchaseModel model) {
        Random random = new Random(3);
        int clients = 3000;
        int[] repeats = new int[clients];
        double[] recency = new double[clients];
        double[] age = new double[clients];
        for (int i = 0; i < clients; i++) {
            age[i] = i % 7 == 0 ? random.nextInt(2) : 100 * random.nextDouble();
            repeats[i] = i == 11 ? 5000 : i % 500 == 1 ? 200 : random.nextInt(4);
            recency[i] = repeats[i] == 0 ? 0 : age[i] * Math.sqrt(random.nextDouble());
        }
        double[] alive = new double[clients];
        double[] expected = new double[clients];
        PurchasePredictions.probabilitiesAlive(model, repeats, recency, age, alive);
        PurchasePredictions.expectedPurchases(model, repeats, recency, age, 52, expected);

        for (int i = 0; i < clients; i++) {
            BetaGeometric state = model instanceof BgNbd bg
                    ? bg.after(repeats[i], recency[i], age[i])
                    : ((MbgNbd) model).after(repeats[i], recency[i], age[i]);
            assertEquals(state.alive(), alive[i], 1e-11 * state.alive());
            assertEquals(state.expected(52), expected[i], 1e-10 * state.expected(52));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void clientsOfOneAge_needNoWidth(PurchaseModel model) {
        int[] repeats = new int[50];
        double[] recency = new double[50];
        double[] age = new double[50];
        Arrays.fill(age, 10);
        double[] expected = new double[50];
        PurchasePredictions.expectedPurchases(model, repeats, recency, age, 4, expected);
        double one = model.expectedPurchases(PurchaseHistory.of(0, 0, 10, UNIT), Duration.ofDays(28));

        assertEquals(one, expected[0], 1e-10 * one);
        assertEquals(expected[0], expected[49]);
    }

    @ParameterizedTest
    @MethodSource("models")
    void noTime_bringsNothing(PurchaseModel model) {
        double[] expected = {7};
        PurchasePredictions.expectedPurchases(model, new int[] {2}, new double[] {1}, new double[] {3}, 0, expected);

        assertArrayEquals(new double[] {0}, expected);
    }

    @ParameterizedTest
    @MethodSource("models")
    void noClients_areNoColumns(PurchaseModel model) {
        double[] none = {};
        PurchasePredictions.probabilitiesAlive(model, new int[0], none, none, none);
        PurchasePredictions.expectedPurchases(model, new int[0], none, none, 5, none);

        assertEquals(0, none.length);
    }
}
