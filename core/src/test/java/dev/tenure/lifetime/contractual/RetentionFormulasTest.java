package dev.tenure.lifetime.contractual;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.lifetime.DiscountRate;
import dev.tenure.lifetime.estimation.LogLikelihood;
import dev.tenure.lifetime.estimation.ModelLikelihood;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Where the parameters are whole numbers, beta and gamma functions are fractions, and everything can be said without them. */
class RetentionFormulasTest {

    private static final Period MONTH = Period.ofMonths(1);

    // B(1, x) = 1 / x and B(2, x) = 1 / (x (x + 1))

    @Property(tries = 300)
    void ratioOfBetas_withAlphaOneOrTwo_isAFraction(
            @ForAll @DoubleRange(min = 0.01, max = 1000) double b, @ForAll @DoubleRange(max = 1000) double s) {
        double one = -Math.log1p(s / b);

        assertEquals(one, BetaRatio.log(1, b, s), 1e-14 * (1 - one));
        assertEquals(one - Math.log1p(s / (b + 1)), BetaRatio.log(2, b, s), 1e-14 * (1 - 2 * one));
    }

    @Property(tries = 300)
    void survival_withAlphaOne_isThatOfALogisticLawInTheLogarithm(
            @ForAll @DoubleRange(min = 0.1, max = 50) double beta,
            @ForAll @DoubleRange(min = 0.2, max = 4) double c,
            @ForAll @IntRange(max = 500) int survived,
            @ForAll @IntRange(max = 500) int more) {
        assertClose(
                (beta + Math.pow(survived, c)) / (beta + Math.pow((double) survived + more, c)),
                new BetaDiscreteWeibull(1, beta, c, MONTH).survivalGiven(survived, more),
                1e-12);
    }

    @Test
    void powersBeyondTheDoubles_areComparedByTheirLogarithms() {
        // 10^400 and 100^400 are beyond the doubles; with alpha = 1 their ratio is what is left
        assertClose(-400 * Math.log(10), BetaRatio.logOfPowers(1, 3, 400, 10, 90), 1e-14);
        // 2^400 is not, 20^400 is
        double kept = Math.log(3 + Math.pow(2, 400));
        assertClose(kept - 400 * Math.log(20), BetaRatio.logOfPowers(1, 3, 400, 2, 18), 1e-14);
        // nor is 3 + 1
        assertClose(Math.log(4) - 400 * Math.log(20), BetaRatio.logOfPowers(1, 3, 400, 1, 19), 1e-14);
        assertClose(2 * (Math.log(10) - Math.log(100)) * 400, BetaRatio.logOfPowers(2, 3, 400, 10, 90), 1e-14);
    }

    @Property(tries = 300)
    void differencesOfDigammaAndTrigamma_atAWholeDistance_areSums(
            @ForAll @DoubleRange(min = 0.01, max = 60) double x, @ForAll @IntRange(max = 40) int s) {
        double digamma = 0;
        double trigamma = 0;
        for (int k = s - 1; k >= 0; k--) {
            digamma += 1 / (x + k);
            trigamma -= 1 / ((x + k) * (x + k));
        }

        assertClose(digamma, GammaDifferences.digamma(x, s), 5e-15);
        assertClose(trigamma, GammaDifferences.trigamma(x, s), 5e-15);
    }

    // sums over all renewals

    /** With alpha = 1 and c = 2 survival is {@code b / (b + t^2)}, whose sum is Euler's. */
    @Test
    void lifetime_ofASquare_isEulersSum() {
        for (double beta : new double[] {0.5, 1, 7, 400}) {
            double root = Math.sqrt(beta);
            assertClose(
                    0.5 + Math.PI * root / 2 / Math.tanh(Math.PI * root),
                    lifetime(new BetaDiscreteWeibull(1, beta, 2, MONTH), 0),
                    1e-12);
        }
    }

    /** After a thousand renewals at such a power survival is {@code (n / (n + k))^2}; its sum is Riemann's zeta without the first terms. */
    @Test
    void lifetime_ofOldClients_isTheTailOfAZetaFunction() {
        double n = 1000;
        assertClose(
                n + 1.0 / 2 + 1 / (6 * n) - 1 / (30 * n * n * n),
                lifetime(new BetaDiscreteWeibull(0.1, 1, 20, MONTH), 1000),
                1e-12);
    }

    @Test
    void lifetime_isFinite_onlyIfSurvivalFallsFasterThanTime() {
        assertFalse(new BetaDiscreteWeibull(0.5, 3, 2, MONTH).expectedLifetime().isDefined());
        assertTrue(new BetaDiscreteWeibull(0.51, 3, 2, MONTH).expectedLifetime().isDefined());
        assertFalse(new ShiftedBetaGeometric(1, 3, MONTH).expectedLifetime().isDefined());
        // a mean of a beta law: (alpha + beta - 1) / (alpha - 1)
        assertClose(5.0, lifetime(new ShiftedBetaGeometric(1.5, 2, MONTH), 0), 1e-14);
        assertClose(25.0, lifetime(new ShiftedBetaGeometric(1.5, 2, MONTH), 10), 1e-14);
    }

    /** With alpha = beta = c = 1 survival is {@code 1 / (1 + t)}, and the discounted sum a logarithm. */
    @Test
    void discountedLifetime_ofTheHarmonicLaw_isALogarithm() {
        for (double kept : new double[] {0.5, 0.9, 0.99, 0.9999}) {
            DiscountRate rate = DiscountRate.continuous(-Math.log(kept), ChronoUnit.MONTHS);
            double expected = -Math.log1p(-kept) / kept;

            assertClose(
                    expected,
                    new ShiftedBetaGeometric(1, 1, MONTH)
                            .discountedLifetime(rate)
                            .orElseThrow(),
                    1e-11);
            assertClose(
                    expected,
                    new BetaDiscreteWeibull(1, 1, 1, MONTH)
                            .discountedLifetime(rate)
                            .orElseThrow(),
                    1e-11);
        }
    }

    @Property(tries = 60)
    void sumsOverAHorizon_areSumsOfTerms(
            @ForAll @DoubleRange(min = 0.3, max = 3) double c,
            @ForAll @IntRange(max = 9000) int terms,
            @ForAll @DoubleRange(max = 0.01) double force) {
        double sum = 0;
        for (int t = terms - 1; t >= 0; t--) {
            sum += 5 / (5 + Math.pow(t, c)) * Math.exp(-force * t);
        }
        assertEquals(
                sum,
                new BetaDiscreteWeibull(1, 5, c, MONTH)
                        .discountedLifetime(DiscountRate.continuous(force, ChronoUnit.MONTHS), terms),
                1e-11 * sum);
    }

    // who came to which renewal

    /** Three left at their third renewal, first seen after one; five were first seen after two and have been through four. */
    private static final List<RenewalRow> OLDER =
            List.of(new RenewalRow(1, 2, true, 3), new RenewalRow(2, 4, false, 5));

    @Test
    void riskSets_beginWhereClientsWereFirstSeen() {
        RiskSets sets = RiskSets.of(OLDER);

        assertEquals(2, sets.first());
        assertEquals(4, sets.last());
        assertEquals(3, sets.observed());
        assertArrayEquals(
                new long[] {0, 0, 3, 5, 5, 0},
                IntStream.range(0, 6).mapToLong(sets::kept).toArray());
        assertArrayEquals(
                new long[] {0, 0, 0, 3, 0, 0},
                IntStream.range(0, 6).mapToLong(sets::lost).toArray());
        assertEquals(13, sets.allKept());
        assertEquals(3, sets.allLost());
        assertEquals(0, RiskSets.of(List.of()).first());
        assertEquals(0, RiskSets.of(List.of(new RenewalRow(3, 3, false, 1))).last());
    }

    @Test
    void clientsAreDrawnAsOftenAsTheyOccur() {
        List<RenewalRow> rows = List.of(
                new RenewalRow(0, 0, true, 1000), new RenewalRow(0, 1, true, 3000), new RenewalRow(0, 2, true, 6000));
        RiskSets drawn = RiskSets.resampled(rows, 11);

        assertEquals(10_000, drawn.allLost());
        // within five standard deviations of the binomial law
        assertEquals(1000, drawn.lost(1), 5 * Math.sqrt(10_000 * 0.1 * 0.9));
        assertEquals(3000, drawn.lost(2), 5 * Math.sqrt(10_000 * 0.3 * 0.7));
        assertEquals(6000, drawn.lost(3), 5 * Math.sqrt(10_000 * 0.6 * 0.4));
        assertNotEquals(drawn.lost(1), RiskSets.resampled(rows, 12).lost(1));
        assertEquals(
                1, RiskSets.resampled(List.of(new RenewalRow(0, 0, true, 1)), 5).lost(1));
    }

    @Test
    void everyLikelihood_overwritesWhatItIsGiven() {
        RenewalAccumulator clients = RenewalAccumulator.every(MONTH);
        clients.addCohort(100, 63, 47, 38, 33);
        for (Function<RenewalSample, ModelLikelihood<RetentionModel>> model :
                List.<Function<RenewalSample, ModelLikelihood<RetentionModel>>>of(
                        GeometricLikelihood::of,
                        ShiftedBetaGeometricLikelihood::of,
                        BetaDiscreteWeibullLikelihood::of)) {
            ModelLikelihood<RetentionModel> likelihood = model.apply(clients.result());
            double[] point = likelihood.start().toArray();
            LogLikelihood function = likelihood.logLikelihood();
            double[] gradient = new double[point.length];
            double[][] hessian = new double[point.length][point.length];
            function.at(point, gradient, hessian);
            double[] used = new double[point.length];
            Arrays.fill(used, 17);
            double[][] usedToo = new double[point.length][point.length];
            Arrays.stream(usedToo).forEach(row -> Arrays.fill(row, -17));
            function.at(point, used, usedToo);

            assertArrayEquals(gradient, used);
            assertArrayEquals(hessian, usedToo);
        }
    }

    private static double lifetime(RetentionModel model, int survived) {
        return model.expectedResidualLifetime(survived).orElseThrow();
    }

    private static void assertClose(double expected, double actual, double tolerance) {
        assertEquals(expected, actual, tolerance * Math.abs(expected));
    }
}
