package dev.tenure.lifetime.noncontractual;

import static dev.tenure.lifetime.noncontractual.ParetoNbdGoldenTest.assertClose;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.lifetime.estimation.FitStatus;
import dev.tenure.lifetime.estimation.FittedParameter;
import dev.tenure.lifetime.estimation.IntervalMethod;
import dev.tenure.lifetime.estimation.MaximumLikelihood;
import dev.tenure.lifetime.estimation.ModelFit;
import dev.tenure.lifetime.estimation.ModelLikelihood;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParetoNbdLikelihoodTest {

    private static final List<String> NAMES = List.of("r", "alpha", "s", "beta");
    private static final double STEP = 1e-4;

    // golden

    /** Source: Newton's method at 45 digits on the closed form by hypergeometric functions, until no step exceeded 1e-18. */
    @Test
    void fit_findsTheOptimum() {
        double[] parameters = {1.3386276915612453, 13.274385642802075, 0.74281020789610111, 15.033767265496554};
        double[] errors = {0.369295280157, 3.51377255232, 0.35141182241, 11.9471002644};

        ModelFit<PurchaseModel> fit = MaximumLikelihood.withDefaults()
                .with(IntervalMethod.delta())
                .of(ParetoNbdLikelihood.of(ParetoNbdSamples.drawn()));

        assertEquals(FitStatus.Ending.CONVERGED, fit.status().ending());
        assertClose(-1363.2585236601624, fit.logLikelihood().orElseThrow(), 1e-10);
        for (int i = 0; i < NAMES.size(); i++) {
            FittedParameter parameter = fit.parameter(NAMES.get(i));
            assertClose(parameters[i], parameter.value().orElseThrow(), 1e-6);
            assertClose(errors[i], parameter.standardError().orElseThrow(), 1e-5);
        }
    }

    // laws

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0",
        "-1, -2, -0.5, -3",
        "-6, 2, -6, 1",
        "2, -4, 8, -4",
        "8, -2, 2, -7",
        "12, -2, 12, -3",
        "-1, -8, 3, 3",
        "0, 4, -3, -9",
    })
    void logLikelihood_isTheSumOfThatOfTheModel(double first, double second, double third, double fourth) {
        PurchaseSample sample = ParetoNbdSamples.of(List.of(
                new double[] {0, 0, 0, 3},
                new double[] {0, 0, 0.001, 1},
                new double[] {0, 0, 50, 20},
                new double[] {1, 4, 4, 2},
                new double[] {2, 1, 60, 5},
                new double[] {40, 3, 70, 1},
                new double[] {300, 30, 31, 1},
                new double[] {5000, 70, 70.5, 1},
                new double[] {200_000, 70, 70.5, 1}));
        ModelLikelihood<PurchaseModel> likelihood = ParetoNbdLikelihood.of(sample);
        double[] point = {first, second, third, fourth};
        PurchaseModel model = likelihood.model().apply(likelihood.parameters().apply(point));
        double expected = 0;
        for (int row = 0; row < sample.size(); row++) {
            expected += sample.count(row)
                    * model.logLikelihood(PurchaseHistory.of(
                            sample.repeats(row), sample.recency(row), sample.age(row), ChronoUnit.WEEKS));
        }

        assertClose(expected, value(likelihood, point), 1e-11);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0, 0", "-1, -2, -0.5, -3", "2, -4, 3, -4", "-2, -2, 5, -2", "5, -2, -2, -5"})
    void derivatives_areThoseOfTheValue(double first, double second, double third, double fourth) {
        ModelLikelihood<PurchaseModel> likelihood = ParetoNbdLikelihood.of(ParetoNbdSamples.drawn());
        double[] point = {first, second, third, fourth};
        double[] gradient = new double[4];
        double[][] hessian = new double[4][4];
        double scale = Math.abs(likelihood.logLikelihood().at(point, gradient, hessian));

        for (int i = 0; i < 4; i++) {
            double[] above = point.clone();
            double[] below = point.clone();
            above[i] += STEP;
            below[i] -= STEP;
            assertEquals((value(likelihood, above) - value(likelihood, below)) / (2 * STEP), gradient[i], 1e-7 * scale);
            double[] slope = gradient(likelihood, above);
            double[] lower = gradient(likelihood, below);
            for (int j = 0; j < 4; j++) {
                assertEquals((slope[j] - lower[j]) / (2 * STEP), hessian[i][j], 1e-7 * scale);
            }
        }
    }

    @Test
    void fit_recoversTheParametersItWasSimulatedFrom() {
        ModelFit<PurchaseModel> fit = MaximumLikelihood.withDefaults()
                .with(IntervalMethod.delta())
                .of(ParetoNbdLikelihood.of(ParetoNbdSamples.simulated(4000, 2, 15, 1, 30, 42)));

        double[] parameters = {2, 15, 1, 30};
        for (int i = 0; i < NAMES.size(); i++) {
            FittedParameter parameter = fit.parameter(NAMES.get(i));
            double error = parameter.standardError().orElseThrow();
            assertEquals(parameters[i], parameter.value().orElseThrow(), 3 * error);
            assertTrue(error < parameters[i] / 3, NAMES.get(i));
        }
    }

    @Test
    void aDrawnSample_countsAsManyClients() {
        ModelLikelihood<PurchaseModel> likelihood = ParetoNbdLikelihood.of(ParetoNbdSamples.drawn());
        double[] point = {0, -2, 0, -3};

        double drawn = likelihood.resampled().apply(1).logLikelihood().at(point, new double[4], new double[4][4]);
        assertEquals(drawn, likelihood.resampled().apply(1).logLikelihood().at(point, new double[4], new double[4][4]));
        assertTrue(Math.abs(drawn / value(likelihood, point) - 1) < 0.3);
    }

    // edges

    @Test
    void at_parametersBeyondAllNumbers_isNoLikelihood() {
        ModelLikelihood<PurchaseModel> likelihood = ParetoNbdLikelihood.of(ParetoNbdSamples.drawn());

        assertEquals(Double.NEGATIVE_INFINITY, value(likelihood, new double[] {800, 0, 0, 0}));
        assertEquals(Double.NEGATIVE_INFINITY, value(likelihood, new double[] {0, 0, -800, 0}));
    }

    @Test
    void gradient_ofShapesWithoutEnd_isNone() {
        ModelLikelihood<PurchaseModel> likelihood = ParetoNbdLikelihood.of(ParetoNbdSamples.drawn());

        double[] gradient = gradient(likelihood, new double[] {35, -2.3, 35, -3});
        assertArrayEquals(new double[] {0, 0}, new double[] {gradient[0], gradient[2]}, 1e-9);
    }

    // messages

    @Test
    void samplesThatTellNothing_areNamed() {
        assertProblem("there are no clients", List.of());
        assertProblem("there are no clients", List.of(new double[] {1, 2, 3, 0}));
        assertProblem("no client was observed for any time", List.of(new double[] {0, 0, 0, 5}));
        assertProblem("nobody bought again", List.of(new double[] {0, 0, 9, 5}, new double[] {0, 0, 12, 5}));
        assertEquals(
                Optional.empty(),
                ParetoNbdLikelihood.of(ParetoNbdSamples.drawn()).problem());
    }

    private static void assertProblem(String problem, List<double[]> rows) {
        assertEquals(
                Optional.of(problem),
                ParetoNbdLikelihood.of(ParetoNbdSamples.of(rows)).problem());
    }

    private static double value(ModelLikelihood<PurchaseModel> likelihood, double[] point) {
        return likelihood.logLikelihood().at(point, new double[4], new double[4][4]);
    }

    private static double[] gradient(ModelLikelihood<PurchaseModel> likelihood, double[] point) {
        double[] gradient = new double[4];
        assertTrue(Double.isFinite(likelihood.logLikelihood().at(point, gradient, new double[4][4])));
        return gradient;
    }
}
