package dev.tenure.lifetime.contractual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Quantity;
import dev.tenure.explain.Reason;
import dev.tenure.lifetime.DiscountRate;
import dev.tenure.lifetime.estimation.FitStatus;
import dev.tenure.lifetime.estimation.MaximumLikelihood;
import dev.tenure.lifetime.estimation.ModelFit;
import dev.tenure.lifetime.estimation.ModelLikelihood;
import dev.tenure.lifetime.estimation.Scale;
import dev.tenure.stat.ConfidenceLevel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Period;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

class RetentionEdgesTest {

    private static final Period YEAR = Period.ofYears(1);
    private static final DiscountRate TENTH = DiscountRate.annual(0.1);

    /** Columns: figure, alpha, beta, c (empty for sBG), survived or renewal, renewals, rate, value by 40 digits. */
    @ParameterizedTest
    @CsvFileSource(resources = "hard-points.csv", numLinesToSkip = 3)
    void hardPoints(
            String figure, double alpha, double beta, Double c, int renewal, int more, double rate, double expected) {
        RetentionModel model =
                c == null ? new ShiftedBetaGeometric(alpha, beta, YEAR) : new BetaDiscreteWeibull(alpha, beta, c, YEAR);
        DiscountRate discount = DiscountRate.annual(rate);
        double actual = switch (figure) {
            case "survival" -> model.survivalGiven(renewal, more);
            case "retention" -> model.retention(renewal);
            case "leaving" -> model.probabilityOfLeaving(renewal);
            case "derl" ->
                model.discountedResidualLifetime(renewal, RenewalTiming.BEFORE_RENEWAL, discount)
                        .orElseThrow();
            default -> throw new AssertionError(figure);
        };

        assertEquals(expected, actual, expected * 1e-11 + 1e-300);
    }

    @Test
    void meansAreThoseOfTheBook() {
        assertEquals(Outcome.of(2.0), new Geometric(0.5, YEAR).expectedLifetime());
        assertEquals(Outcome.of(6.0), new ShiftedBetaGeometric(2, 5, YEAR).expectedLifetime());
        assertEquals(Outcome.of(9.0), new ShiftedBetaGeometric(2, 5, YEAR).expectedResidualLifetime(3));
        assertEquals(0.4, new ShiftedBetaGeometric(2, 3, YEAR).meanProbabilityOfLeaving());
        assertEquals(0.4, new BetaDiscreteWeibull(2, 3, 2, YEAR).meanProbabilityOfLeaving());
    }

    @Test
    void aMeanLifetimeCanBeInfinite() {
        Outcome<Double> infinite = Outcome.undefined(Reason.NOT_FINITE, "the mean lifetime is infinite");

        assertEquals(infinite, new ShiftedBetaGeometric(1, 5, YEAR).expectedLifetime());
        assertEquals(infinite, new BetaDiscreteWeibull(2, 5, 0.5, YEAR).expectedLifetime());
        assertEquals(infinite, new ShiftedBetaGeometric(0.5, 5, YEAR).discountedLifetime(DiscountRate.none()));
        assertEquals(
                infinite,
                new ShiftedBetaGeometric(0.5, 5, YEAR)
                        .discountedResidualLifetime(3, RenewalTiming.AFTER_RENEWAL, DiscountRate.none()));
        assertTrue(new BetaDiscreteWeibull(2, 5, 0.6, YEAR).expectedLifetime().isDefined());
        // B(3, 5 + t^2) / B(3, 5) summed at 40 digits
        assertEquals(
                1.9319376231013702,
                new BetaDiscreteWeibull(3, 5, 2, YEAR).expectedLifetime().orElseThrow(),
                1e-12);
    }

    @Test
    void timingIsAPeriodOfDiscount() {
        RetentionModel model = new ShiftedBetaGeometric(0.7, 1.2, YEAR);
        double before = model.discountedResidualLifetime(2, RenewalTiming.BEFORE_RENEWAL, TENTH)
                .orElseThrow();
        double after = model.discountedResidualLifetime(2, RenewalTiming.AFTER_RENEWAL, TENTH)
                .orElseThrow();

        assertEquals(before / 1.1, after, 1e-14);
        assertEquals(
                model.discountedLifetime(TENTH).orElseThrow(),
                1
                        + model.discountedResidualLifetime(0, RenewalTiming.AFTER_RENEWAL, TENTH)
                                .orElseThrow(),
                1e-14);
    }

    @Test
    void theGeometricModelInClosedForm() {
        RetentionModel model = new Geometric(0.2, Period.ofMonths(1));
        DiscountRate rate = DiscountRate.effective(0.01, Period.ofMonths(1));

        assertEquals(0.512, model.survival(3), 1e-15);
        assertEquals(0.8, model.retention(7));
        assertEquals(0.128, model.probabilityOfLeaving(3), 1e-15);
        assertEquals(0.64, model.survivalGiven(5, 2), 1e-15);
        assertEquals(1.01 / 0.21, model.discountedLifetime(rate).orElseThrow(), 1e-13);
        assertEquals(1 + 0.8 / 1.01, model.discountedLifetime(rate, 2), 1e-14);
        assertEquals(
                0.8 * 1.01 / 0.21,
                model.discountedResidualLifetime(4, RenewalTiming.BEFORE_RENEWAL, rate)
                        .orElseThrow(),
                1e-13);
        assertEquals(
                0.8 / 1.01 + 0.64 / 1.01 / 1.01,
                model.discountedResidualLifetime(4, RenewalTiming.AFTER_RENEWAL, rate, 2),
                1e-14);
        assertEquals(0, model.discountedLifetime(rate, 0));
    }

    @Test
    void aPeriodOfDaysIsDiscountedByDays() {
        RetentionModel model = new ShiftedBetaGeometric(1, 2, Period.ofDays(7));
        DiscountRate weekly = DiscountRate.effective(0.1, Period.ofDays(7));

        assertEquals(
                new ShiftedBetaGeometric(1, 2, YEAR).discountedLifetime(TENTH).orElseThrow(),
                model.discountedLifetime(weekly).orElseThrow(),
                1e-12);
    }

    @Test
    void extremeParametersGiveNumbers() {
        double[] sizes = {1e-12, 1e-3, 1, 1e4, 1e15};
        for (double alpha : sizes) {
            for (double beta : sizes) {
                for (double c : new double[] {0.01, 1, 30, 200}) {
                    RetentionModel model = new BetaDiscreteWeibull(alpha, beta, c, YEAR);
                    for (int n : new int[] {1, 2, 5000, 1_000_000}) {
                        isShare(model.survival(n));
                        isShare(model.retention(n));
                        isShare(model.probabilityOfLeaving(n));
                        isShare(model.survivalGiven(n, n));
                    }
                    isNumber(model.discountedLifetime(TENTH));
                }
            }
        }
    }

    /** At such an age survival is a power of tenure: from n to 2 n by {@code 2^(-alpha c)}. */
    @Test
    void aPowerBeyondTheDoublesIsStillAPower() {
        RetentionModel model = new BetaDiscreteWeibull(0.01, 3, 100, YEAR);

        assertEquals(0.5, model.survivalGiven(1_000_000, 1_000_000), 1e-14);
        assertEquals(0.5, model.survivalGiven(800_000, 800_000), 1e-13);
        assertEquals(0.5, model.survivalGiven(1000, 1000), 1e-13);
    }

    @ParameterizedTest
    @EnumSource(RetentionModelKind.class)
    void whatCannotBeEstimatedSaysWhy(RetentionModelKind kind) {
        assertEquals(notEstimable("no client has come to a renewal"), model(kind));
        assertEquals(notEstimable("no client has come to a renewal"), model(kind, 10));
        assertEquals(notEstimable("nobody left"), model(kind, 10, 10, 10, 10));
        assertEquals(notEstimable("nobody renewed"), model(kind, 10, 0));
    }

    @Test
    void oneRenewalDeterminesOneParameter() {
        assertEquals(
                0.3, ((Geometric) model(RetentionModelKind.GEOMETRIC, 10, 7).orElseThrow()).theta(), 1e-9);
        assertEquals(
                notEstimable("2 parameters need as many renewals observed, not 1"),
                model(RetentionModelKind.SHIFTED_BETA_GEOMETRIC, 10, 7));
        assertEquals(
                notEstimable("3 parameters need as many renewals observed, not 2"),
                model(RetentionModelKind.BETA_DISCRETE_WEIBULL, 10, 7, 6));
    }

    @Test
    void theGeometricFitIsTheShareOfThoseLost() {
        ModelFit<RetentionModel> fit = RetentionFit.withDefaults()
                .with(RetentionModelKind.GEOMETRIC)
                .of(RetentionGoldenTest.sampleOf(100, 80, 60));

        assertEquals(40.0 / 180, fit.parameter("theta").value().orElseThrow(), 1e-12);
        assertEquals(
                Math.sqrt(40.0 * 140 / Math.pow(180, 3)),
                fit.parameter("theta").standardError().orElseThrow(),
                1e-9);
        assertEquals(
                40 * Math.log(40.0 / 180) + 140 * Math.log(140.0 / 180),
                fit.logLikelihood().orElseThrow(),
                1e-10);
    }

    @Test
    void clientsWhoDifferAreTold() {
        HeterogeneityTest regular = RetentionFit.testHeterogeneity(
                        RetentionGoldenTest.sampleOf(1000, 631, 468, 382, 326))
                .orElseThrow();

        assertTrue(regular.statistic() > 50);
        assertTrue(regular.pValue() < 1e-12);
        assertEquals(
                Outcome.undefined(Reason.NOT_ESTIMABLE, "nobody left"),
                RetentionFit.testHeterogeneity(RetentionGoldenTest.sampleOf(5, 5)));
    }

    @Test
    void theTestAtTheBoundaryHalvesTheProbability() {
        assertEquals(0.025, new HeterogeneityTest(3.841458820694124).pValue(), 1e-12);
        assertEquals(1, new HeterogeneityTest(0).pValue());
        assertEquals(
                "statistic must be finite and not negative: -1.0",
                assertThrows(IllegalArgumentException.class, () -> new HeterogeneityTest(-1))
                        .getMessage());
    }

    /** Older clients count from the renewal at which they were first seen: the figures of the same book with none unseen. */
    @Test
    void clientsOlderThanTheRecordsEnterLate() {
        RenewalAccumulator whole = RenewalAccumulator.every(YEAR);
        whole.addCohort(1000, 631, 468, 382, 326);
        RenewalAccumulator parts = RenewalAccumulator.every(YEAR);
        parts.addCohort(1000, 631, 468);
        parts.addOlderCohort(2, 468, 382, 326);
        RetentionFit fit = RetentionFit.withDefaults();

        assertEquals(
                fit.of(whole.result()).parameter("alpha").value().orElseThrow(),
                fit.of(parts.result()).parameter("alpha").value().orElseThrow(),
                1e-9);
    }

    @Test
    void theSampleCountsWhoCameToEachRenewal() {
        RenewalAccumulator accumulator = RenewalAccumulator.every(YEAR);
        accumulator.addCohort(10, 7, 5);
        accumulator.add(0, true);
        accumulator.addAll(new int[] {1, 2}, new boolean[] {true, false});
        accumulator.addAll(new int[] {3}, new int[] {4}, new boolean[] {false});
        RenewalSample sample = accumulator.result();

        assertEquals(YEAR, sample.period());
        assertEquals(14, sample.clients());
        assertEquals(7, sample.left());
        assertEquals(4, sample.lastRenewal());
        assertEquals(13, sample.atRisk(1));
        assertEquals(4, sample.lost(1));
        assertEquals(9, sample.atRisk(2));
        assertEquals(3, sample.lost(2));
        assertEquals(0, sample.atRisk(3));
        assertEquals(1, sample.atRisk(4));
        assertEquals(0, sample.atRisk(99));
        assertEquals(0, sample.lost(99));
        assertEquals(new Quantity.Count(14), sample.explain().value());
        assertEquals(new Quantity.Term("P1Y"), sample.explain().inputs().get("period"));
        assertEquals(new Quantity.Count(7), sample.explain().inputs().get("left"));
        assertEquals(4, sample.explain().parts().size());
        assertEquals(
                new Quantity.Count(9), sample.explain().parts().get(1).inputs().get("clients who came to it"));
        assertEquals(new Quantity.Count(3), sample.explain().parts().get(1).value());
    }

    @Test
    void anAccumulatorSurvivesTheWire() throws IOException, ClassNotFoundException {
        RenewalAccumulator accumulator = RenewalAccumulator.every(YEAR);
        accumulator.addCohort(10, 7, 5);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(accumulator);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertEquals(accumulator.result(), ((RenewalAccumulator) in.readObject()).result());
        }
    }

    @Test
    void whetherClientsDiffer_isNotTestedAsIfWithin() {
        RenewalSample sample = RetentionGoldenTest.sampleOf(1000, 631, 468, 382);
        ModelFit<RetentionModel> alike =
                RetentionFit.withDefaults().with(RetentionModelKind.GEOMETRIC).of(sample);
        ModelFit<RetentionModel> mixed = RetentionFit.withDefaults().of(sample);

        assertEquals(
                "special must not be at a bound of sBG, where RetentionFit.testHeterogeneity is to be used: geometric",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> mixed.testAgainst(alike).isDefined())
                        .getMessage());
        assertEquals(
                "p-value of clients who are all alike = 2.50%   [P(chi-square with 1 degree of freedom >= statistic) / 2; 1 for a statistic of 0; statistic = 3.8415]",
                new HeterogeneityTest(3.841458820694124).explain().toText().strip());
    }

    @Test
    void aDrawnSampleHasAsManyClients() {
        RenewalSample sample = RetentionGoldenTest.sampleOf(1000, 631, 468, 382);
        RiskSets drawn = RiskSets.resampled(sample.rows(), 7);

        assertEquals(1000, drawn.kept(1) + drawn.lost(1));
        assertEquals(drawn.kept(1), drawn.kept(2) + drawn.lost(2));
        assertEquals(369, drawn.lost(1), 60);
        assertEquals(drawn.lost(1), RiskSets.resampled(sample.rows(), 7).lost(1));
    }

    @ParameterizedTest
    @EnumSource(RetentionModelKind.class)
    void aDrawnLikelihoodIsThatOfTheDrawnClients(RetentionModelKind kind) {
        RenewalSample sample = RetentionGoldenTest.sampleOf(1000, 631, 468, 382);
        ModelLikelihood<RetentionModel> likelihood = kind.likelihood(sample);
        RiskSets drawn = RiskSets.resampled(sample.rows(), 7);
        RetentionModel model = likelihood
                .model()
                .apply(likelihood.parameters().apply(likelihood.start().toArray()));
        double expected = 0;
        for (int n = 1; n <= 3; n++) {
            expected += drawn.kept(n) * Math.log(model.retention(n)) + drawn.lost(n) * Math.log(1 - model.retention(n));
        }
        int size = likelihood.coordinates().size();

        assertEquals(
                expected,
                likelihood
                        .resampled()
                        .apply(7)
                        .logLikelihood()
                        .at(likelihood.start().toArray(), new double[size], new double[size][size]),
                1e-9);
    }

    @Test
    void optionsOfTheEstimationAreUsed() {
        ModelFit<RetentionModel> fit = RetentionFit.withDefaults()
                .with(MaximumLikelihood.withDefaults().with(ConfidenceLevel.P90))
                .of(RetentionGoldenTest.sampleOf(1000, 631, 468, 382));

        assertEquals(ConfidenceLevel.P90, fit.level());
        assertEquals(
                fit.model().orElseThrow().survival(12),
                fit.predict("survival", Scale.LOGIT, model -> model.survival(12))
                        .value()
                        .orElseThrow(),
                1e-15);
    }

    /** All alike: 20 percent leave each time, so that the likelihood rises for ever with alpha + beta. */
    @Test
    void aBookOfClientsWhoAreAlikeIsTheGeometricModel() {
        RenewalSample alike = RetentionGoldenTest.sampleOf(10_000, 8000, 6400, 5120, 4096);
        ModelFit<RetentionModel> fit = RetentionFit.withDefaults().of(alike);

        assertEquals(FitStatus.Ending.BOUNDARY, fit.status().ending());
        assertEquals(
                "kappa tends to infinity: the likelihood rises for ever along the way",
                fit.status().detail());
        assertEquals(Math.pow(0.8, 12), fit.model().orElseThrow().survival(12), 1e-5);
        assertEquals(Outcome.of(new HeterogeneityTest(0)), RetentionFit.testHeterogeneity(alike));
    }

    /** The more often clients renew the more of them leave: no mixture of constant probabilities does that. */
    @Test
    void aBookThatAgesIsTheGeometricModelToo() {
        RenewalSample ageing = RetentionGoldenTest.sampleOf(20, 10, 0);

        assertEquals(
                FitStatus.Ending.BOUNDARY,
                RetentionFit.withDefaults().of(ageing).status().ending());
        assertEquals(1, RetentionFit.testHeterogeneity(ageing).orElseThrow().pValue());
    }

    /** Who has not left at first never does: a client leaves with probability 0 or 1. */
    @Test
    void aBookThatSplitsAtOnceIsTheOtherBoundary() {
        ModelFit<RetentionModel> fit = RetentionFit.withDefaults().of(RetentionGoldenTest.sampleOf(100, 60, 60, 60));

        assertEquals(FitStatus.Ending.BOUNDARY, fit.status().ending());
        assertEquals(0.6, fit.model().orElseThrow().survival(100), 1e-6);
    }

    @Test
    void messages() {
        expect("theta must be in (0, 1): 1.0", () -> new Geometric(1, YEAR));
        expect("alpha must be positive and finite: 0.0", () -> new ShiftedBetaGeometric(0, 1, YEAR));
        expect("beta must be positive and finite: NaN", () -> new ShiftedBetaGeometric(1, Double.NaN, YEAR));
        expect("c must be positive and finite: Infinity", () -> new BetaDiscreteWeibull(1, 1, 1 / 0.0, YEAR));
        expect("period must be positive: P0D", () -> RenewalAccumulator.every(Period.ZERO));
        expect("period must be positive: P-1M", () -> new Geometric(0.5, Period.ofMonths(-1)));
        RenewalAccumulator accumulator = RenewalAccumulator.every(YEAR);
        expect("seenFrom must not be negative: -1", () -> accumulator.add(-1, 0, true, 1));
        expect("renewals must not be below seenFrom, 3: 2", () -> accumulator.add(3, 2, true, 1));
        expect("renewals must be at most 10000: 10001", () -> accumulator.add(10_001, false));
        expect("clients must be positive: 0", () -> accumulator.add(0, 1, true, 0));
        expect("alive must not be negative or rise: 5, 6", () -> accumulator.addCohort(5, 6));
        expect("alive must not be negative or rise: -1, 0", () -> accumulator.addCohort(-1));
        expect(
                "seenFrom, renewals and left must be of one length: 1, 1, 2",
                () -> accumulator.addAll(new int[1], new boolean[2]));
        expect(
                "other must be of period P1Y: P1M",
                () -> accumulator.merge(RenewalAccumulator.every(Period.ofMonths(1))));
        Stream.of(
                        new Geometric(0.5, YEAR),
                        new ShiftedBetaGeometric(1, 1, YEAR),
                        new BetaDiscreteWeibull(1, 1, 1, YEAR))
                .forEach(model -> {
                    expect("renewals must not be negative: -1", () -> model.survival(-1));
                    expect("survived must not be negative: -1", () -> model.survivalGiven(-1, 1));
                    expect("renewal must be positive: 0", () -> model.retention(0));
                    expect("renewal must be positive: 0", () -> model.probabilityOfLeaving(0));
                    expect("survived must not be negative: -1", () -> model.expectedResidualLifetime(-1));
                    expect("periods must not be negative: -1", () -> model.discountedLifetime(TENTH, -1));
                });
        expect(
                "renewal must be positive: 0",
                () -> RetentionGoldenTest.sampleOf(1).atRisk(0));
        assertEquals(
                "timing",
                assertThrows(
                                NullPointerException.class,
                                () -> new Geometric(0.5, YEAR).discountedResidualLifetime(0, null, TENTH))
                        .getMessage());
        assertEquals(
                "model",
                assertThrows(
                                NullPointerException.class,
                                () -> RetentionFit.withDefaults().with((RetentionModelKind) null))
                        .getMessage());
    }

    private static void expect(String message, Runnable action) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, action::run).getMessage());
    }

    private static Outcome<RetentionModel> model(RetentionModelKind kind, long... alive) {
        return RetentionFit.withDefaults()
                .with(kind)
                .of(RetentionGoldenTest.sampleOf(alive))
                .model();
    }

    private static Outcome<RetentionModel> notEstimable(String why) {
        return Outcome.undefined(Reason.NOT_ESTIMABLE, why);
    }

    private static void isShare(double value) {
        assertTrue(value >= 0 && value <= 1, () -> Double.toString(value));
    }

    private static void isNumber(Outcome<Double> value) {
        assertTrue(value.orElseThrow() >= 1, value::toString);
    }
}
