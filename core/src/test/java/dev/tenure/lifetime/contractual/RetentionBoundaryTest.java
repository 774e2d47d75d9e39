package dev.tenure.lifetime.contractual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.explain.Outcome;
import dev.tenure.lifetime.estimation.FitStatus.Ending;
import dev.tenure.lifetime.estimation.ModelFit;
import dev.tenure.lifetime.estimation.ModelLikelihood;
import java.time.Period;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Powers of tenure that are huge, and cohorts that draw the search there. */
class RetentionBoundaryTest {

    private static final Period YEAR = Period.ofYears(1);
    private static final RetentionFit BDW = RetentionFit.withDefaults().with(RetentionModelKind.BETA_DISCRETE_WEIBULL);

    private static RenewalSample cohort(long... alive) {
        RenewalAccumulator renewals = RenewalAccumulator.every(YEAR);
        renewals.addCohort(alive);
        return renewals.result();
    }

    @Test
    void aPowerThatTheCohortDoesNotBound_hasNoUpperLimit() {
        for (long[] alive : new long[][] {{5, 4, 3, 3}, {10, 5, 2, 0}}) {
            assertEquals(
                    "the upper limit is infinite",
                    ((Outcome.Undefined<?>) BDW.of(cohort(alive)).parameter("c").interval()).detail());
        }
    }

    @Test
    void lossAtOneRenewalOnly_isABoundary() {
        ModelFit<RetentionModel> fit = BDW.of(cohort(10, 10, 10, 0));

        assertTrue(
                fit.status().detail().startsWith("mu tends to 0; kappa tends to infinity: "),
                fit.status().detail());
        assertEquals(0, fit.logLikelihood().orElseThrow(), 1e-5);
    }

    @ParameterizedTest
    @CsvSource({"20, 200", "50, 200"})
    void nearlyEverySearchEnds(int clients, int samples) {
        Random random = new Random(clients);
        int boundaries = 0;
        int open = 0;
        for (int i = 0; i < samples; i++) {
            ModelFit<RetentionModel> fit = BDW.of(cohort(simulated(clients, random)));
            boundaries += fit.status().ending() == Ending.BOUNDARY ? 1 : 0;
            open += fit.status().ending() == Ending.NOT_CONVERGED ? 1 : 0;
        }
        assertTrue(boundaries > samples / 5 && boundaries < samples / 2);
        // where beta and c grow together the path is curved in the coordinates, and very rarely the search is lost on
        // it
        assertTrue(open <= 1, () -> clients + " clients");
    }

    /** Clients with alpha = 1, beta = 4, who may leave at seven renewals. */
    private static long[] simulated(int clients, Random random) {
        long[] alive = new long[8];
        for (int client = 0; client < clients; client++) {
            double staying = Math.pow(random.nextDouble(), 1.0 / 4);
            int renewal = 0;
            alive[0]++;
            while (renewal < 7 && random.nextDouble() < staying) {
                renewal++;
                alive[renewal]++;
            }
        }
        return alive;
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0.5, 0",
        "-1, 0.5, 2.5",
        "-1, 0.5, 5.07",
        "-1, 0.5, 6.04",
        "-1, 0.5, 9.21",
        "-30, 30, 3",
        "-300, 299, 5.7",
        "-400, 401, 6",
        "2, 300, 5.5",
        "-4, -4, 2.7"
    })
    void derivativesAreThoseOfTheLikelihood(double logitMean, double logSpread, double logPower) {
        RenewalAccumulator renewals = RenewalAccumulator.every(YEAR);
        renewals.addCohort(10, 10, 9, 8, 7, 7, 6);
        renewals.addOlderCohort(9_990, 50, 48, 47);
        ModelLikelihood<RetentionModel> likelihood =
                RetentionModelKind.BETA_DISCRETE_WEIBULL.likelihood(renewals.result());
        double[] point = {logitMean, logSpread, logPower};
        double[] gradient = new double[3];
        double[][] hessian = new double[3][3];
        double value = likelihood.logLikelihood().at(point, gradient, hessian);
        for (int i = 0; i < 3; i++) {
            double[] above = point.clone();
            double[] below = point.clone();
            above[i] += 1e-5;
            below[i] -= 1e-5;
            double[] upper = new double[3];
            double[] lower = new double[3];
            double rise = likelihood.logLikelihood().at(above, upper, new double[3][3])
                    - likelihood.logLikelihood().at(below, lower, new double[3][3]);
            assertEquals(rise / 2e-5, gradient[i], 1e-7 * (1 + Math.abs(value)));
            for (int j = 0; j < 3; j++) {
                assertEquals((upper[j] - lower[j]) / 2e-5, hessian[i][j], 1e-6 * (1 + Math.abs(value)));
            }
        }
    }

    @Test
    void histories_canBeCollected() {
        RenewalAccumulator first = BDW.accumulator(YEAR);
        first.addCohort(50, 30, 22, 18, 16);

        assertEquals(
                BDW.of(first).bestPoint(),
                Stream.of(
                                new RenewalRow(0, 0, true, 20),
                                new RenewalRow(0, 1, true, 8),
                                new RenewalRow(0, 2, true, 4),
                                new RenewalRow(0, 3, true, 2),
                                new RenewalRow(0, 4, false, 16))
                        .parallel()
                        .collect(BDW.collector(YEAR))
                        .bestPoint());
    }
}
