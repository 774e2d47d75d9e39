package dev.tenure.lifetime.noncontractual;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenure.lifetime.DiscountRate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Values at fixed parameters. Those at r = 0.243 (BG/NBD) and r = 0.525 (MBG/NBD) belong to the CDNOW sample of P. S. Fader and B. G. S. Hardie (Marketing Science 24 (2005), table 2;
 * the companion paper gives 1.226 for the client of 2 purchases, the BTYD walk-through .5737864 and 1.07869e-07 for the probabilities). The others, at parameters that are hard for
 * programs, are quadratures of the definition, or its hypergeometric series, at 40 digits. An empty cell is not given. Purchases discounted within a horizon are 40-digit quadratures
 * of the rate of purchases over time.
 */
class BetaGeometricGoldenTest {

    private static final ChronoUnit UNIT = ChronoUnit.WEEKS;
    private static final double TOLERANCE = 1e-10;
    private static final double SMALLEST = 1e-300;

    static Stream<String> rows() throws IOException {
        return lines("beta-geometric.csv");
    }

    static Stream<String> discounted() throws IOException {
        return lines("beta-geometric-discounted.csv");
    }

    private static Stream<String> lines(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(BetaGeometricGoldenTest.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void value_isThePublishedOne(String row) {
        String[] cells = row.split(",", -1);
        PurchaseModel model = model(cells);
        BetaGeometric state = state(model, cells);
        double horizon = number(cells[8]);

        assertClose(cells[11], logLikelihood(model, cells));
        assertClose(cells[12], state.alive());
        assertClose(cells[13], state.expected(horizon));
        if (!cells[9].isEmpty()) {
            assertClose(cells[14], state.probability(number(cells[9]), horizon));
        }
        if (!cells[10].isEmpty()) {
            assertClose(cells[15], state.discounted(number(cells[10])).orElseThrow());
        }
    }

    @ParameterizedTest
    @MethodSource("discounted")
    void discountedWithinAHorizon_isTheQuadratureOfTheDefinition(String row) {
        String[] cells = row.split(",", -1);

        assertClose(cells[10], state(model(cells), cells).discounted(number(cells[9]), number(cells[8])));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void model_saysWhatItsStateSays(String row) {
        String[] cells = row.split(",", -1);
        PurchaseModel model = model(cells);
        PurchaseHistory history =
                PurchaseHistory.of(Long.parseLong(cells[5]), number(cells[6]), number(cells[7]), UNIT);
        BetaGeometric state = state(model, history.repeats(), history.recencyIn(UNIT), history.ageIn(UNIT));
        PurchaseHistory horizon = PurchaseHistory.of(0, 0, Math.min(number(cells[8]), 1e6), UNIT);

        assertEquals(state.alive(), model.probabilityAlive(history));
        assertEquals(state.expected(horizon.ageIn(UNIT)), model.expectedPurchases(history, horizon.age()));
        assertEquals(state.probability(3, horizon.ageIn(UNIT)), model.probability(3, history, horizon.age()));
        assertEquals(
                state.discounted(DiscountRate.annual(0.1).forceBy(UNIT)),
                model.discountedExpectedPurchases(history, DiscountRate.annual(0.1)));
        assertEquals(
                state.discounted(DiscountRate.annual(0.1).forceBy(UNIT), horizon.ageIn(UNIT)),
                model.discountedExpectedPurchases(history, DiscountRate.annual(0.1), horizon.age()));
        assertEquals(
                logLikelihood(model, history.repeats(), history.recencyIn(UNIT), history.ageIn(UNIT)),
                model.logLikelihood(history));
    }

    private static PurchaseModel model(String[] cells) {
        double r = number(cells[1]);
        double alpha = number(cells[2]);
        double a = number(cells[3]);
        double b = number(cells[4]);
        return cells[0].equals("bg") ? new BgNbd(r, alpha, a, b, UNIT) : new MbgNbd(r, alpha, a, b, UNIT);
    }

    private static BetaGeometric state(PurchaseModel model, String[] cells) {
        return state(model, Long.parseLong(cells[5]), number(cells[6]), number(cells[7]));
    }

    private static BetaGeometric state(PurchaseModel model, long repeats, double recency, double age) {
        return model instanceof BgNbd bg
                ? bg.after(repeats, recency, age)
                : ((MbgNbd) model).after(repeats, recency, age);
    }

    private static double logLikelihood(PurchaseModel model, String[] cells) {
        return logLikelihood(model, Long.parseLong(cells[5]), number(cells[6]), number(cells[7]));
    }

    private static double logLikelihood(PurchaseModel model, long repeats, double recency, double age) {
        if (model instanceof BgNbd bg) {
            return BetaGeometric.logLikelihood(bg.r(), bg.alpha(), bg.a(), bg.b(), repeats, recency, age, repeats);
        }
        MbgNbd mbg = (MbgNbd) model;
        return BetaGeometric.logLikelihood(mbg.r(), mbg.alpha(), mbg.a(), mbg.b(), repeats, recency, age, repeats + 1);
    }

    private static double number(String cell) {
        return Double.parseDouble(cell);
    }

    private static void assertClose(String expected, double actual) {
        if (!expected.isEmpty()) {
            double value = number(expected);
            assertEquals(value, actual, Math.max(SMALLEST, TOLERANCE * Math.abs(value)));
        }
    }
}
