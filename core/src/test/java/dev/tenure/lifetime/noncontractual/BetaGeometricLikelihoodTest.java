package dev.tenure.lifetime.noncontractual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenure.lifetime.estimation.FitStatus;
import dev.tenure.lifetime.estimation.FittedParameter;
import dev.tenure.lifetime.estimation.IntervalMethod;
import dev.tenure.lifetime.estimation.LogLikelihood;
import dev.tenure.lifetime.estimation.MaximumLikelihood;
import dev.tenure.lifetime.estimation.ModelFit;
import dev.tenure.lifetime.estimation.ModelLikelihood;
import java.io.IOException;
import java.io.InputStream;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BetaGeometricLikelihoodTest {

    private static final ChronoUnit UNIT = ChronoUnit.DAYS;
    private static final MaximumLikelihood CALCULATOR =
            MaximumLikelihood.withDefaults().with(IntervalMethod.delta());

    /** Two samples of 120 simulated clients, with the optimum by Newton's method at 40 digits on the published likelihood. */
    @ParameterizedTest
    @ValueSource(strings = {"bg", "mbg"})
    void optimum_isThatOf40Digits(String name) throws IOException {
        JsonNode golden = golden().get(name);
        ModelFit<PurchaseModel> fit = CALCULATOR.of(likelihood(name, sample(rows(golden))));

        assertEquals(FitStatus.Ending.CONVERGED, fit.status().ending());
        assertEquals(golden.get("logLikelihood").asDouble(), fit.logLikelihood().orElseThrow(), 1e-10);
        for (int i = 0; i < 4; i++) {
            FittedParameter parameter = fit.parameters().get(i);
            double value = golden.get("parameters").get(i).asDouble();
            double error = golden.get("standardErrors").get(i).asDouble();
            assertEquals(value, parameter.value().orElseThrow(), 1e-6 * value);
            assertEquals(error, parameter.standardError().orElseThrow(), 1e-5 * error);
        }
        double covariance = golden.get("covarianceOfRAndAlpha").asDouble();
        assertEquals(covariance, fit.covariance("r", "alpha").orElseThrow(), 1e-5 * covariance);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bg", "mbg"})
    void value_isTheSumOverClientsOfTheModel(String name) throws IOException {
        double[][] rows = rows(golden().get(name));
        double[] point = {Math.log(0.004), Math.log(0.6), -1.2, 0.7};
        ModelLikelihood<PurchaseModel> likelihood = likelihood(name, sample(rows));
        PurchaseModel model = likelihood.model().apply(likelihood.parameters().apply(point));
        double sum = 0;
        for (double[] row : rows) {
            sum += model.logLikelihood(PurchaseHistory.of((long) row[0], row[1], row[2], UNIT));
        }

        assertEquals(sum, value(likelihood.logLikelihood(), point), 1e-11 * Math.abs(sum));
    }

    @Property(tries = 60)
    void derivatives_areThoseOfTheValue(
            @ForAll @DoubleRange(min = -8, max = -3) double rate,
            @ForAll @DoubleRange(min = -3, max = 4) double size,
            @ForAll @DoubleRange(min = -3, max = 3) double share,
            @ForAll @DoubleRange(min = -3, max = 4) double concentration,
            @ForAll boolean plain)
            throws IOException {
        double[] point = {rate, size, share, concentration};
        double[][] rows = Arrays.copyOf(rows(golden().get("bg")), 122);
        rows[120] = new double[] {6, 0, 0};
        rows[121] = new double[] {60, 700, 700};
        LogLikelihood function = likelihood(plain ? "bg" : "mbg", sample(rows)).logLikelihood();
        double[] gradient = new double[4];
        double[][] hessian = new double[4][4];
        double value = function.at(point, gradient, hessian);
        double step = 1e-5;
        for (int i = 0; i < 4; i++) {
            double[] up = point.clone();
            double[] down = point.clone();
            up[i] += step;
            down[i] -= step;
            double[] gradientUp = new double[4];
            double[] gradientDown = new double[4];
            double[][] unused = new double[4][4];
            double slope = (function.at(up, gradientUp, unused) - function.at(down, gradientDown, unused)) / (2 * step);
            assertEquals(slope, gradient[i], 1e-7 * (Math.abs(slope) + Math.abs(value) / 100));
            for (int j = 0; j < 4; j++) {
                double curvature = (gradientUp[j] - gradientDown[j]) / (2 * step);
                assertEquals(curvature, hessian[i][j], 1e-6 * (1 + Math.abs(curvature)));
                assertEquals(hessian[j][i], hessian[i][j]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bg", "mbg"})
    void manyPurchases_areCountedWithoutALoop(String name) {
        double[] point = {Math.log(2), Math.log(0.7), -2, 1.5};
        double[][] rows = {{0, 0, 9}, {3, 5, 9}, {20_000, 800, 1000}, {20_003, 700, 1000}};
        ModelLikelihood<PurchaseModel> likelihood = likelihood(name, sample(rows));
        PurchaseModel model = likelihood.model().apply(likelihood.parameters().apply(point));
        double sum = 0;
        for (double[] row : rows) {
            sum += model.logLikelihood(PurchaseHistory.of((long) row[0], row[1], row[2], UNIT));
        }
        double[] gradient = new double[4];
        double[][] hessian = new double[4][4];

        assertEquals(sum, likelihood.logLikelihood().at(point, gradient, hessian), 1e-11 * Math.abs(sum));
        for (int i = 0; i < 4; i++) {
            double[] up = point.clone();
            double[] down = point.clone();
            up[i] += 1e-4;
            down[i] -= 1e-4;
            double slope = (value(likelihood.logLikelihood(), up) - value(likelihood.logLikelihood(), down)) / 2e-4;
            assertEquals(slope, gradient[i], 1e-4 * (1 + Math.abs(slope)));
            double[] gradientUp = new double[4];
            double[] gradientDown = new double[4];
            assertTrue(Double.isFinite(likelihood.logLikelihood().at(up, gradientUp, new double[4][4])));
            assertTrue(Double.isFinite(likelihood.logLikelihood().at(down, gradientDown, new double[4][4])));
            for (int j = 0; j < 4; j++) {
                double curvature = (gradientUp[j] - gradientDown[j]) / 2e-4;
                assertEquals(curvature, hessian[i][j], 1e-5 * (1 + Math.abs(curvature)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bg", "mbg"})
    void rowsMayBeCountsOrRepeated(String name) {
        PurchaseSample counted = new PurchaseSample(
                UNIT, new long[] {0, 2}, new double[] {0, 8}, new double[] {9, 30}, new long[] {300, 2});
        long[] repeats = new long[302];
        double[] recency = new double[302];
        double[] age = new double[302];
        long[] counts = new long[302];
        Arrays.fill(age, 9);
        Arrays.fill(counts, 1);
        Arrays.fill(repeats, 300, 302, 2);
        Arrays.fill(recency, 300, 302, 8);
        Arrays.fill(age, 300, 302, 30);
        PurchaseSample repeated = new PurchaseSample(UNIT, repeats, recency, age, counts);
        double[] point = {-3, -1, -1, 1};
        double expected = value(likelihood(name, counted).logLikelihood(), point);

        assertEquals(expected, value(likelihood(name, repeated).logLikelihood(), point), 1e-12 * Math.abs(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bg", "mbg"})
    void anotherUnit_changesOnlyAlpha(String name) throws IOException {
        double[][] days = rows(golden().get(name));
        double[][] weeks = Arrays.stream(days)
                .map(row -> new double[] {row[0], row[1] / 7, row[2] / 7})
                .toArray(double[][]::new);
        ModelFit<PurchaseModel> byDay = CALCULATOR.of(likelihood(name, sample(days)));
        ModelFit<PurchaseModel> byWeek = CALCULATOR.of(likelihood(name, sample(weeks)));

        for (String parameter : new String[] {"r", "a", "b"}) {
            double value = byDay.parameter(parameter).value().orElseThrow();
            assertEquals(value, byWeek.parameter(parameter).value().orElseThrow(), 1e-6 * value);
        }
        assertEquals(
                byDay.parameter("alpha").value().orElseThrow(),
                7 * byWeek.parameter("alpha").value().orElseThrow(),
                1e-4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bg", "mbg"})
    void parameters_areRecovered(String name) {
        double[] truth = {0.7, 8, 1.2, 3};
        ModelFit<PurchaseModel> fit = CALCULATOR.of(likelihood(name, sample(simulated(20_000, truth, name, 1))));

        for (int i = 0; i < 4; i++) {
            FittedParameter parameter = fit.parameters().get(i);
            double off = parameter.value().orElseThrow() - truth[i];
            assertTrue(Math.abs(off) < 3.5 * parameter.standardError().orElseThrow(), parameter::toString);
        }
    }

    @Test
    void drawnSamples_areAsLarge() throws IOException {
        ModelLikelihood<PurchaseModel> likelihood = likelihood("bg", sample(rows(golden().get("bg"))));
        double[] point = likelihood.start().toArray();

        assertEquals(120, likelihood.observations());
        assertEquals(
                value(likelihood.resampled().apply(5).logLikelihood(), point),
                value(likelihood.resampled().apply(5).logLikelihood(), point));
        assertTrue(value(likelihood.resampled().apply(5).logLikelihood(), point)
                != value(likelihood.resampled().apply(6).logLikelihood(), point));
    }

    @Test
    void whatASampleCannotTell_isNamed() {
        assertEquals(Optional.of("no clients"), problem());
        assertEquals(Optional.of("nobody bought again"), problem(new double[] {0, 0, 5}, new double[] {0, 0, 6}));
        assertEquals(
                Optional.of("no client was observed after his first purchase"),
                problem(new double[] {0, 0, 0}, new double[] {1, 0, 0}));
        assertEquals(Optional.empty(), problem(new double[] {0, 0, 5}, new double[] {1, 0, 5}));
    }

    @Test
    void clientsThatADrawLeavesOut_tellNothing() {
        PurchaseSample drawn = new PurchaseSample(
                UNIT, new long[] {0, 2}, new double[] {0, 1}, new double[] {0, 9}, new long[] {3, 0});

        assertEquals(
                Optional.of("no client was observed after his first purchase"),
                BgNbdLikelihood.of(drawn).problem());
    }

    private static Optional<String> problem(double[]... rows) {
        return MbgNbdLikelihood.of(sample(rows)).problem();
    }

    private static ModelLikelihood<PurchaseModel> likelihood(String name, PurchaseSample sample) {
        return name.equals("bg") ? BgNbdLikelihood.of(sample) : MbgNbdLikelihood.of(sample);
    }

    private static double value(LogLikelihood function, double[] point) {
        return function.at(point, new double[4], new double[4][4]);
    }

    private static JsonNode golden() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                BetaGeometricLikelihoodTest.class.getResourceAsStream("beta-geometric-optimum.json"))) {
            return new ObjectMapper().readTree(in);
        }
    }

    private static double[][] rows(JsonNode golden) {
        JsonNode rows = golden.get("rows");
        double[][] copied = new double[rows.size()][3];
        for (int i = 0; i < copied.length; i++) {
            for (int j = 0; j < 3; j++) {
                copied[i][j] = rows.get(i).get(j).asDouble();
            }
        }
        return copied;
    }

    private static PurchaseSample sample(double[]... rows) {
        double[][] sorted = rows.clone();
        Arrays.sort(sorted, Arrays::compare);
        long[] repeats = new long[rows.length];
        double[] recency = new double[rows.length];
        double[] age = new double[rows.length];
        long[] counts = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            repeats[i] = (long) sorted[i][0];
            recency[i] = sorted[i][1];
            age[i] = sorted[i][2];
            counts[i] = 1;
        }
        return new PurchaseSample(UNIT, repeats, recency, age, counts);
    }

    private static double[][] simulated(int clients, double[] truth, String name, long seed) {
        Random random = new Random(seed);
        double[][] rows = new double[clients][];
        for (int i = 0; i < clients; i++) {
            double rate = gamma(random, truth[0]) / truth[1];
            double first = gamma(random, truth[2]);
            double leaving = first / (first + gamma(random, truth[3]));
            double age = 20 + 80 * random.nextDouble();
            rows[i] = history(random, rate, leaving, age, name.equals("mbg"));
        }
        return rows;
    }

    private static double[] history(Random random, double rate, double leaving, double age, boolean leavesAtOnce) {
        double[] row = {0, 0, age};
        boolean isThere = !leavesAtOnce || random.nextDouble() >= leaving;
        double time = 0;
        while (isThere) {
            time -= Math.log(1 - random.nextDouble()) / rate;
            if (time > age) {
                break;
            }
            row[0]++;
            row[1] = time;
            isThere = random.nextDouble() >= leaving;
        }
        return row;
    }

    /** G. Marsaglia and W. W. Tsang, ACM Transactions on Mathematical Software 26 (2000), 363-372, with the boost for shapes below one. */
    private static double gamma(Random random, double shape) {
        double d = shape + 1 - 1 / 3.0;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
                return d * v * Math.pow(random.nextDouble(), 1 / shape);
            }
        }
    }
}
