package dev.tenure.lifetime.estimation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.primitives.ImmutableDoubleArray;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaximumLikelihoodTest {

    private static final Renewals PUBLISHED = new Renewals(491, 131, 126, 90, 60, 42, 34, 26);
    private static final MaximumLikelihood DELTA =
            MaximumLikelihood.withDefaults().with(IntervalMethod.delta());
    private static final MaximumLikelihood BOOTSTRAP =
            MaximumLikelihood.withDefaults().with(IntervalMethod.bootstrap(100, 7));

    @Test
    void publishedTable_hasThePublishedParameters() {
        // Fader and Hardie, Journal of Interactive Marketing 21 (2007), 76-90, table 1 and figure 3: alpha 0.668, beta
        // 3.806, log-likelihood -1611.2
        ModelFit<Renewals.Law> fit = DELTA.of(PUBLISHED.likelihood());

        assertEquals(0.668, fit.parameter("alpha").value().orElseThrow(), 5e-4);
        assertEquals(3.806, fit.parameter("beta").value().orElseThrow(), 5e-4);
        assertEquals(-1611.2, fit.logLikelihood().orElseThrow(), 0.05);
        assertEquals(
                new FitStatus(FitStatus.Ending.CONVERGED, "", 7, fit.status().excess()), fit.status());
        assertTrue(fit.status().excess() < 1e-12);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "10, -5", "-8, 8", "5, 5", "-6, -6", "12, 12"})
    void search_endsAtTheSamePlace_whereverItBegins(double alpha, double beta) {
        ModelFit<Renewals.Law> fit = DELTA.of(PUBLISHED.likelihood().toBuilder()
                .start(ImmutableDoubleArray.of(alpha, beta))
                .build());

        assertEquals(0.66808834, fit.parameter("alpha").value().orElseThrow(), 1e-7);
        assertEquals(3.80609489, fit.parameter("beta").value().orElseThrow(), 1e-6);
    }

    @Test
    void search_takesAMillionMillionClients() {
        long many = 1_000_000_000_000L;
        ModelFit<Renewals.Law> fit = DELTA.of(
                new Renewals(491 * many, 131 * many, 126 * many, 90 * many, 60 * many, 42 * many, 34 * many, 26 * many)
                        .likelihood());

        assertEquals(FitStatus.Ending.CONVERGED, fit.status().ending());
        assertEquals(0.66808834, fit.parameter("alpha").value().orElseThrow(), 1e-7);
    }

    @ParameterizedTest
    @CsvSource({
        "125, 500, 250, 125, alpha and beta tend to infinity",
        "3, 2, 0, 0, alpha and beta tend to 0",
        "20, 0, 0, 0, alpha tends to 0; beta tends to infinity",
        "0, 20, 0, 0, alpha tends to infinity; beta tends to 0"
    })
    void likelihoodWithoutPeak_isABoundaryThatSaysWhere(long kept, long one, long two, long three, String where) {
        ModelFit<Renewals.Law> fit = DELTA.of(new Renewals(kept, one, two, three).likelihood());
        String alpha = where.startsWith("alpha tends to infinity") || where.endsWith("beta tend to infinity")
                ? "alpha tends to infinity"
                : "alpha tends to 0";

        assertEquals(FitStatus.Ending.BOUNDARY, fit.status().ending());
        assertEquals(
                where + ": the likelihood rises for ever along the way",
                fit.status().detail());
        Outcome<Double> open = Outcome.undefined(Reason.NOT_ESTIMABLE, alpha);
        assertEquals(open, fit.parameter("alpha").value());
        assertEquals(open, fit.parameter("alpha").standardError());
        assertEquals(
                Outcome.undefined(Reason.NOT_ESTIMABLE, alpha),
                fit.parameter("alpha").interval());
        assertEquals(open, fit.covariance("alpha", "beta"));
    }

    @Test
    void atABoundary_predictionsAreThoseOfTheSimplerModel() {
        // half leave at each of three renewals, so that clients do not seem to differ
        ModelFit<Renewals.Law> fit = DELTA.of(new Renewals(125, 500, 250, 125).likelihood());
        Prediction mean = fit.predict("mean", Scale.LOGIT, Renewals.Law::mean);
        double looks = 1000 + 500 + 250;

        assertEquals(0.5, mean.value().orElseThrow(), 1e-5);
        assertEquals(Math.sqrt(0.25 / looks), mean.standardError().orElseThrow(), 1e-6);
        assertEquals(-looks * Math.log(2), fit.logLikelihood().orElseThrow(), 1e-5);
    }

    @Test
    void atACorner_deltaHasNoError() {
        Prediction mean =
                DELTA.of(new Renewals(20, 0, 0, 0).likelihood()).predict("mean", Scale.LOGIT, Renewals.Law::mean);
        Outcome<Double> none = Outcome.undefined(
                Reason.NOT_ESTIMABLE, "the likelihood has no curvature where the figure depends on it");

        assertEquals(0, mean.value().orElseThrow(), 1e-8);
        assertEquals(none, mean.standardError());
        assertFalse(mean.interval().isDefined());
    }

    @Test
    void flatLikelihood_hasNoFit() {
        ModelFit<Double> fit =
                DELTA.of(Known.one("flat", Coordinate.logarithmOf("x"), (point, gradient, hessian) -> 0));

        assertEquals(FitStatus.Ending.NOT_CONVERGED, fit.status().ending());
        assertEquals("no highest likelihood found", fit.status().detail());
        assertEquals(Outcome.undefined(Reason.NOT_ESTIMABLE, "no highest likelihood found"), fit.model());
        assertEquals(1, fit.bestPoint().size());
    }

    @Test
    void unboundedLikelihood_hasNoFit() {
        ModelFit<Double> fit = DELTA.of(Known.one("rising", Coordinate.logarithmOf("x"), (point, gradient, hessian) -> {
            gradient[0] = 1;
            return point[0];
        }));

        assertEquals(FitStatus.Ending.NOT_CONVERGED, fit.status().ending());
        assertFalse(fit.parameter("x").value().isDefined());
    }

    @Test
    void likelihoodWithoutValueAtTheStart_saysSo() {
        ModelFit<Double> fit =
                DELTA.of(Known.one("none", Coordinate.logarithmOf("x"), (point, gradient, hessian) -> Double.NaN));

        assertEquals("the likelihood has no value at the start", fit.status().detail());
        assertEquals(FitStatus.Ending.NOT_CONVERGED, fit.status().ending());
        assertEquals(0, fit.status().steps());
    }

    @Test
    void problem_isTheReason() {
        ModelFit<Renewals.Law> fit = BOOTSTRAP.of(PUBLISHED.likelihood().toBuilder()
                .problems(List.of(
                        Problem.of("nobody stayed", PUBLISHED.likelihood().coordinates())))
                .build());
        Outcome<Double> none = Outcome.undefined(Reason.NOT_ESTIMABLE, "nobody stayed");

        assertEquals(new FitStatus(FitStatus.Ending.NOT_ESTIMABLE, "nobody stayed", 0, 0), fit.status());
        assertEquals(none, fit.parameter("alpha").value());
        assertEquals(none, fit.logLikelihood());
        assertEquals(none, fit.aicc());
        assertEquals(none, fit.predict("mean", Scale.LOGIT, Renewals.Law::mean).value());
        assertFalse(fit.predictAll("mean", Scale.LOGIT, law -> new double[] {law.mean()})
                .isDefined());
        assertTrue(fit.bestPoint().isEmpty());
        assertTrue(fit.replicates().isEmpty());
        assertEquals(0, fit.failedReplicates());
    }

    @Test
    void covariance_isTheInverseOfTheInformation() {
        // mean of a normal law: variance / n; its variance: 2 variance^2 / n; none between them
        ModelFit<double[]> fit = DELTA.of(Known.normal(3.1, 4.7, 2.2, 6.0, 5.1, 3.9, 4.4));
        double variance = 9.64 / 7;

        assertEquals(variance / 7, fit.covariance("mean", "mean").orElseThrow(), 1e-8);
        assertEquals(
                2 * variance * variance / 7,
                fit.covariance("variance", "variance").orElseThrow(),
                1e-7);
        assertEquals(0, fit.covariance("mean", "variance").orElseThrow(), 1e-8);
        assertEquals(
                Math.sqrt(variance / 7), fit.parameter("mean").standardError().orElseThrow(), 1e-8);
    }

    @Test
    void criteria_followTheirFormulae() {
        ModelFit<double[]> fit = DELTA.of(Known.normal(3.1, 4.7, 2.2, 6.0, 5.1, 3.9, 4.4));
        double highest = -7 / 2.0 * (Math.log(2 * Math.PI * 9.64 / 7) + 1);

        assertEquals(highest, fit.logLikelihood().orElseThrow(), 1e-10);
        assertEquals(4 - 2 * highest, fit.aic().orElseThrow(), 1e-9);
        assertEquals(4 - 2 * highest + 12 / 4.0, fit.aicc().orElseThrow(), 1e-9);
        assertEquals(2 * Math.log(7) - 2 * highest, fit.bic().orElseThrow(), 1e-9);
        assertEquals(
                Outcome.undefined(Reason.TOO_FEW_DATA, "no more observations than parameters and one"),
                DELTA.of(Known.rate(7, 90)).aicc());
    }

    @Test
    void delta_isSymmetricOnItsScale() {
        Interval interval =
                DELTA.of(Known.rate(16, 90)).parameter("rate").interval().orElseThrow();

        assertEquals(16 / 90.0 * Math.exp(-1.959963984540054 / 4), interval.lower(), 1e-9);
        assertEquals(16 / 90.0 * Math.exp(1.959963984540054 / 4), interval.upper(), 1e-9);
    }

    @Test
    void bootstrap_isRepeatable_andNearTheOthers() {
        ModelFit<Renewals.Law> fit = BOOTSTRAP.of(PUBLISHED.likelihood());
        Interval drawn =
                fit.predict("mean", Scale.LOGIT, Renewals.Law::mean).interval().orElseThrow();
        Interval again = BOOTSTRAP
                .of(PUBLISHED.likelihood())
                .predict("mean", Scale.LOGIT, Renewals.Law::mean)
                .interval()
                .orElseThrow();

        assertEquals(again, drawn);
        assertEquals(0.1315, drawn.lower(), 0.006);
        assertEquals(0.1689, drawn.upper(), 0.006);
        assertEquals(100, fit.replicates().size());
        assertEquals(0, fit.failedReplicates());
        assertSame(fit.redrawn(), fit.redrawn());
        assertTrue(MaximumLikelihood.withDefaults()
                .of(PUBLISHED.likelihood())
                .replicates()
                .isEmpty());
        assertEquals(
                0, MaximumLikelihood.withDefaults().of(PUBLISHED.likelihood()).failedReplicates());
    }

    @Test
    void bootstrap_takesTheRanksOfOneMore() {
        double[] values = new double[199];
        for (int i = 0; i < values.length; i++) {
            values[i] = 199 - i;
        }
        Interval interval = Redrawn.interval(values, 199, ConfidenceLevel.P95).orElseThrow();

        assertEquals(5, interval.lower(), 1e-9);
        assertEquals(195, interval.upper(), 1e-9);
        assertEquals(
                7.5,
                Redrawn.interval(values, 199, ConfidenceLevel.of(0.925))
                        .orElseThrow()
                        .lower(),
                1e-9);
        assertEquals(
                1,
                Redrawn.interval(values, 199, ConfidenceLevel.of(0.9999))
                        .orElseThrow()
                        .lower());
        assertEquals(
                199,
                Redrawn.interval(values, 199, ConfidenceLevel.of(0.9999))
                        .orElseThrow()
                        .upper());
    }

    @Test
    void bootstrap_ofFewFits_hasNoInterval() {
        double[] values = new double[179];

        assertEquals(
                Outcome.undefined(Reason.NOT_ESTIMABLE, "only 179 of 199 samples drawn from the sample have a fit"),
                Redrawn.interval(values, 199, ConfidenceLevel.P95));
    }

    @Test
    void bootstrap_countsSamplesWithoutAFit() {
        ModelLikelihood<Double> likelihood = Known.share(3, 17).toBuilder()
                .resampled(seed -> seed % 2 == 0
                        ? Known.share(4, 16)
                        : Known.one("none", Coordinate.logitOf("share"), (point, gradient, hessian) -> Double.NaN))
                .build();
        ModelFit<Double> fit = BOOTSTRAP.of(likelihood);

        assertEquals(100, fit.replicates().size() + fit.failedReplicates());
        assertTrue(fit.failedReplicates() > 30);
        assertEquals(
                Outcome.undefined(
                        Reason.NOT_ESTIMABLE,
                        "only " + fit.replicates().size() + " of 100 samples drawn from the sample have a fit"),
                fit.parameter("share").interval());
        assertTrue(fit.explain().toText().contains("replicates without a fit = " + fit.failedReplicates()));
    }

    @Test
    void bootstrap_knowsParametersThatRunAway() {
        // of five clients many a sample shows no difference between clients
        ModelFit<Renewals.Law> fit = BOOTSTRAP.of(new Renewals(4, 4, 2, 1).likelihood());

        assertTrue(fit.parameter("alpha").value().isDefined());
        assertEquals(
                Outcome.undefined(Reason.NOT_FINITE, "the upper limit is infinite"),
                fit.parameter("alpha").interval());
    }

    @Test
    void predictAll_saysWhatSinglePredictionsSay() {
        for (MaximumLikelihood method : new MaximumLikelihood[] {DELTA, BOOTSTRAP}) {
            ModelFit<Renewals.Law> fit = method.of(PUBLISHED.likelihood());
            Predictions all = fit.predictAll(
                            "S", Scale.LOGIT, law -> new double[] {law.survival(5), law.survival(12), 1})
                    .orElseThrow();

            assertEquals(3, all.size());
            assertEquals(fit.predict("S", Scale.LOGIT, law -> law.survival(5)), all.get(0));
            assertEquals(
                    fit.predict("S", Scale.LOGIT, law -> law.survival(12)),
                    all.toList().get(1));
            assertEquals(0, all.get(2).standardError().orElseThrow());
            assertEquals(0, all.get(2).interval().orElseThrow().width());
            assertEquals(method == DELTA ? IntervalMethod.delta() : IntervalMethod.bootstrap(100, 7), all.method());
        }
    }

    @Test
    void predictAll_withProfiles_takesTheDeltaMethod_askingNineTimesForFourCoordinates() {
        int[] asked = new int[1];
        ModelFit<Renewals.Law> fit = MaximumLikelihood.withDefaults().of(PUBLISHED.likelihood());
        Predictions all = fit.predictAll("S", Scale.LOGIT, law -> {
                    asked[0]++;
                    return new double[] {law.survival(5)};
                })
                .orElseThrow();

        assertEquals(1 + 2 * 2, asked[0]);
        assertEquals(IntervalMethod.delta(), all.method());
        assertEquals(DELTA.of(PUBLISHED.likelihood()).predict("S", Scale.LOGIT, law -> law.survival(5)), all.get(0));
    }

    @Test
    void predictAll_atACorner_hasNoErrors() {
        Predictions all = DELTA.of(new Renewals(20, 0, 0, 0).likelihood())
                .predictAll("mean", Scale.LOGIT, law -> new double[] {law.mean(), 1 / 0.0})
                .orElseThrow();
        Outcome<Interval> none = Outcome.undefined(
                Reason.NOT_ESTIMABLE, "the likelihood has no curvature where the figure depends on it");

        assertFalse(all.get(0).standardError().isDefined());
        assertEquals(none, all.get(0).interval());
        assertEquals(
                Outcome.undefined(Reason.NOT_FINITE, "the figure is infinite"),
                all.get(1).value());
        assertEquals(
                "row (2) must be less than size (2)",
                assertThrows(IndexOutOfBoundsException.class, () -> all.get(2)).getMessage());
    }

    @Test
    void arguments_areChecked() {
        assertEquals(
                "name must be one of [alpha, beta]: gamma",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> DELTA.of(PUBLISHED.likelihood()).parameter("gamma"))
                        .getMessage());
        assertEquals(
                "coordinate must be one of [alpha, beta]: gamma",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> DELTA.with(WeakPrior.of(new ParameterPrior("gamma", 1, 1)))
                                        .of(PUBLISHED.likelihood()))
                        .getMessage());
        assertEquals(
                "median must be in the range of share: 2.0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> DELTA.with(WeakPrior.of(new ParameterPrior("share", 2, 1)))
                                        .of(Known.share(1, 1)))
                        .getMessage());
        assertEquals(
                "median must be positive and finite: 0.0",
                assertThrows(IllegalArgumentException.class, () -> new ParameterPrior("a", 0, 1))
                        .getMessage());
        assertEquals(
                "spread must be positive and finite: NaN",
                assertThrows(IllegalArgumentException.class, () -> new ParameterPrior("a", 1, Double.NaN))
                        .getMessage());
        assertEquals(
                "replicates must be at least 100: 99",
                assertThrows(IllegalArgumentException.class, () -> IntervalMethod.bootstrap(99, 1))
                        .getMessage());
        assertEquals(
                "name must not be empty",
                assertThrows(IllegalArgumentException.class, () -> Coordinate.logitOf(""))
                        .getMessage());
        assertEquals(
                "figure",
                assertThrows(
                                NullPointerException.class,
                                () -> DELTA.of(PUBLISHED.likelihood()).predict(null, Scale.LOGIT, Renewals.Law::mean))
                        .getMessage());
    }
}
