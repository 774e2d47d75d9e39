package dev.tenure.lifetime.contractual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.lifetime.DiscountRate;
import dev.tenure.lifetime.estimation.ModelFit;
import dev.tenure.lifetime.estimation.ModelLikelihood;
import java.time.Period;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;

class RetentionLawsTest {

    private static final Period MONTH = Period.ofMonths(1);

    @Property(tries = 200)
    void retentionOfAMixedBookRisesWithTenure(
            @ForAll @DoubleRange(min = -4, max = 4) double a,
            @ForAll @DoubleRange(min = -4, max = 4) double b,
            @ForAll @IntRange(min = 1, max = 5000) int n) {
        RetentionModel model = new ShiftedBetaGeometric(Math.pow(10, a), Math.pow(10, b), MONTH);

        assertTrue(model.retention(n) < model.retention(n + 1));
    }

    @Property(tries = 200)
    void theProbabilitiesOfLeavingAndWhatIsKeptSumToOne(
            @ForAll @DoubleRange(min = -3, max = 5) double a,
            @ForAll @DoubleRange(min = -3, max = 5) double b,
            @ForAll @DoubleRange(min = 0.2, max = 3) double c,
            @ForAll @IntRange(min = 0, max = 300) int n) {
        RetentionModel model = new BetaDiscreteWeibull(Math.pow(10, a), Math.pow(10, b), c, MONTH);
        double sum = model.survival(n);
        for (int renewal = 1; renewal <= n; renewal++) {
            sum += model.probabilityOfLeaving(renewal);
        }

        assertEquals(1, sum, 1e-13);
    }

    @Property(tries = 100)
    void theGeometricModelIsTheLimitOfAMixedOne(
            @ForAll @DoubleRange(min = 0.001, max = 0.999) @Scale(6) double theta,
            @ForAll @IntRange(min = 1, max = 500) int n) {
        RetentionModel alike = new Geometric(theta, MONTH);
        RetentionModel mixed = new ShiftedBetaGeometric(theta * 1e15, (1 - theta) * 1e15, MONTH);
        DiscountRate discount = DiscountRate.annual(0.1);

        assertEquals(alike.survival(n), mixed.survival(n), alike.survival(n) * 1e-8 + 1e-300);
        assertEquals(alike.retention(n), mixed.retention(n), 1e-11);
        assertEquals(
                alike.probabilityOfLeaving(n),
                mixed.probabilityOfLeaving(n),
                alike.probabilityOfLeaving(n) * 1e-8 + 1e-300);
        assertEquals(
                1,
                mixed.discountedLifetime(discount).orElseThrow()
                        / alike.discountedLifetime(discount).orElseThrow(),
                1e-10);
    }

    @Property(tries = 200)
    void withoutAgeingTheWeibullModelIsTheMixedOne(
            @ForAll @DoubleRange(min = -3, max = 4) double a,
            @ForAll @DoubleRange(min = -3, max = 4) double b,
            @ForAll @IntRange(min = 0, max = 3000) int survived,
            @ForAll @IntRange(min = 1, max = 3000) int n) {
        RetentionModel mixed = new ShiftedBetaGeometric(Math.pow(10, a), Math.pow(10, b), MONTH);
        RetentionModel ageing = new BetaDiscreteWeibull(Math.pow(10, a), Math.pow(10, b), 1, MONTH);

        near(mixed.survivalGiven(survived, n), ageing.survivalGiven(survived, n));
        near(mixed.retention(n), ageing.retention(n));
        near(mixed.probabilityOfLeaving(n), ageing.probabilityOfLeaving(n));
    }

    @Property(tries = 100)
    void whatAClientIsWorthRisesWithTenureAndFallsWithTheDiscount(
            @ForAll @DoubleRange(min = -2, max = 3) double a,
            @ForAll @DoubleRange(min = -2, max = 3) double b,
            @ForAll @IntRange(min = 0, max = 200) int survived,
            @ForAll @DoubleRange(min = 1e-6, max = 1) @Scale(9) double rate) {
        RetentionModel model = new ShiftedBetaGeometric(Math.pow(10, a), Math.pow(10, b), MONTH);
        double now = residual(model, survived, rate);

        assertTrue(now < residual(model, survived + 1, rate));
        assertTrue(now > residual(model, survived, rate * 1.1));
        assertTrue(now * (1 + 1e-14)
                >= model.discountedResidualLifetime(
                        survived, RenewalTiming.BEFORE_RENEWAL, DiscountRate.annual(rate), 50));
    }

    /** One step of the recursion that defines the sum: before a renewal = retention (1 + what follows it). */
    @Property(tries = 200)
    void whatAClientIsWorthIsTheNextPaymentAndTheRest(
            @ForAll @DoubleRange(min = -2, max = 4) double a,
            @ForAll @DoubleRange(min = -2, max = 4) double b,
            @ForAll @DoubleRange(min = 0.3, max = 2.5) double c,
            @ForAll @IntRange(min = 0, max = 300) int survived,
            @ForAll @DoubleRange(min = 1e-7, max = 1) @Scale(9) double rate) {
        RetentionModel model = new BetaDiscreteWeibull(Math.pow(10, a), Math.pow(10, b), c, MONTH);
        DiscountRate discount = DiscountRate.annual(rate);
        double before = model.discountedResidualLifetime(survived, RenewalTiming.BEFORE_RENEWAL, discount)
                .orElseThrow();
        double after = model.discountedResidualLifetime(survived + 1, RenewalTiming.AFTER_RENEWAL, discount)
                .orElseThrow();

        assertEquals(1, model.retention(survived + 1) * (1 + after) / before, 1e-10);
    }

    /** The recursion again, over more terms than are summed one by one. */
    @Property(tries = 50)
    void aHorizonAndWhatIsBeyondItAreTheWhole(
            @ForAll @DoubleRange(min = -2, max = 4) double a,
            @ForAll @DoubleRange(min = -2, max = 4) double b,
            @ForAll @DoubleRange(min = 0.3, max = 2.5) double c,
            @ForAll @IntRange(min = 2000, max = 4000) int horizon,
            @ForAll @DoubleRange(min = 1e-4, max = 1) @Scale(9) double rate) {
        RetentionModel model = new BetaDiscreteWeibull(Math.pow(10, a), Math.pow(10, b), c, MONTH);
        DiscountRate discount = DiscountRate.annual(rate);
        double whole = model.discountedLifetime(discount).orElseThrow();
        double later = model.survival(horizon)
                * Math.pow(discount.factor(MONTH), horizon)
                * (1
                        + model.discountedResidualLifetime(horizon, RenewalTiming.AFTER_RENEWAL, discount)
                                .orElseThrow());

        assertEquals(1, (model.discountedLifetime(discount, horizon) + later) / whole, 1e-10);
    }

    @Property(tries = 100)
    void derivativesAreThoseOfTheLikelihood(
            @ForAll @LongRange(min = 1, max = 1_000_000) long seed,
            @ForAll RetentionModelKind kind,
            @ForAll @DoubleRange(min = -2, max = 2) double logitMean,
            @ForAll @DoubleRange(min = -3, max = 6) double logSpread,
            @ForAll @DoubleRange(min = -0.7, max = 0.7) double logPower) {
        ModelLikelihood<RetentionModel> likelihood = kind.likelihood(book(seed, 50));
        double[] point = {logitMean, logSpread, logPower};
        int size = likelihood.coordinates().size();

        for (int i = 0; i < size; i++) {
            double[] above = Arrays.copyOf(point, size);
            double[] below = above.clone();
            above[i] += 1e-4;
            below[i] -= 1e-4;
            double[] gradient = new double[size];
            double[][] hessian = new double[size][size];
            likelihood.logLikelihood().at(Arrays.copyOf(point, size), gradient, hessian);
            double[] gradientAbove = new double[size];
            double[] gradientBelow = new double[size];
            double up = likelihood.logLikelihood().at(above, gradientAbove, new double[size][size]);
            double down = likelihood.logLikelihood().at(below, gradientBelow, new double[size][size]);
            assertEquals((up - down) / 2e-4, gradient[i], 1e-5 * (1 + Math.abs(gradient[i])));
            for (int j = 0; j < size; j++) {
                assertEquals(
                        (gradientAbove[j] - gradientBelow[j]) / 2e-4,
                        hessian[i][j],
                        1e-5 * (1 + Math.abs(hessian[i][j])));
            }
        }
    }

    @Property(tries = 50)
    void aModelRecoversTheParametersItWasSimulatedFrom(@ForAll @LongRange(min = 1, max = 1_000_000) long seed) {
        ModelFit<RetentionModel> fit = RetentionFit.withDefaults().of(book(seed, 20_000));
        double alpha = fit.parameter("alpha").value().orElseThrow();
        double error = fit.parameter("alpha").standardError().orElseThrow();

        assertTrue(Math.abs(alpha - 0.8) < 5 * error);
        assertTrue(error < 0.1);
    }

    @Property(tries = 50)
    void poolingCohortsIsMergingThemInAnyOrder(
            @ForAll @LongRange(min = 1, max = 1_000_000) long seed, @ForAll boolean swapped) {
        RenewalAccumulator first = RenewalAccumulator.every(MONTH);
        RenewalAccumulator second = RenewalAccumulator.every(MONTH);
        RenewalAccumulator all = RenewalAccumulator.every(MONTH);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 100; i++) {
            int from = random.nextInt(3);
            int renewals = from + random.nextInt(9);
            boolean left = random.nextBoolean();
            (random.nextBoolean() ? first : second).add(from, renewals, left, 1);
            all.add(from, renewals, left, 1);
        }
        RenewalSample merged =
                swapped ? second.merge(first).result() : first.merge(second).result();

        assertEquals(all.result(), merged);
    }

    /** Draws clients of {@code alpha = 0.8, beta = 2}, each followed for as long as its cohort is old. */
    private static RenewalSample book(long seed, int clients) {
        SplittableRandom random = new SplittableRandom(seed);
        RenewalAccumulator accumulator = RenewalAccumulator.every(MONTH);
        ShiftedBetaGeometric truth = new ShiftedBetaGeometric(0.8, 2, MONTH);
        // two histories that no sample lacks, so that every model can be estimated
        accumulator.addCohort(10, 7, 5, 4);
        for (int i = 0; i < clients; i++) {
            int age = 1 + random.nextInt(12);
            int renewals = 0;
            while (renewals < age && random.nextDouble() < truth.retention(renewals + 1)) {
                renewals++;
            }
            accumulator.add(renewals, renewals < age);
        }
        return accumulator.result();
    }

    private static double residual(RetentionModel model, int survived, double rate) {
        return model.discountedResidualLifetime(survived, RenewalTiming.BEFORE_RENEWAL, DiscountRate.annual(rate))
                .orElseThrow();
    }

    private static void near(double expected, double actual) {
        assertEquals(expected, actual, 1e-12 * expected);
    }
}
