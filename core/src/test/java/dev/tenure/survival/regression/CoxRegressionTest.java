package dev.tenure.survival.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.stat.ConfidenceLevel;
import dev.tenure.stat.Interval;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CoxRegressionTest {

    private static final CoxRegression REGRESSION = CoxRegression.withDefaults();
    private static final int SIZE = 60;

    private final Random random = new Random(5);
    private final double[] times = column(i -> 1 + random.nextInt(20));
    private final boolean[] left = left();
    private final double[] nps = column(i -> random.nextInt(11));
    private final double[] breaches = column(i -> random.nextInt(4));
    private final CoxData data = CoxData.of(times, left).withCovariate("nps", nps);

    private boolean[] left() {
        boolean[] flags = new boolean[SIZE];
        for (int i = 0; i < SIZE; i++) {
            flags[i] = random.nextBoolean();
        }
        return flags;
    }

    private static double[] column(IntToDoubleFunction value) {
        double[] column = new double[SIZE];
        Arrays.setAll(column, value);
        return column;
    }

    // what the data do not determine

    @Test
    void of_covariateThatSeparates_namesIt_andKeepsTheRest() {
        CoxModel model = REGRESSION.of(data.withCovariate("warned", column(i -> left[i] ? 1 : 0)));

        assertUndefined("not estimable: warned separates who leaves from who stays", model.effect("warned"));
        assertFalse(model.converged());
        assertEquals(ImmutableList.of("not estimable: warned separates who leaves from who stays"), model.remarks());
        assertTrue(model.effect("warned").bestPoint() > 10);
        assertEquals(
                "undefined (not estimable: a coefficient grows without end)",
                model.waldTest().toString());
        assertTrue(model.likelihoodRatioTest().isDefined());
        // in the limit, only those who leave are at risk
        double[] stops = times.clone();
        CoxModel limit = REGRESSION.of(
                CoxData.of(stops, left).withCovariate("nps", nps).withOffsets(column(i -> left[i] ? 100 : -50)));
        assertEquals(coefficient(limit, "nps"), coefficient(model, "nps"), 1e-6);
        assertEquals(limit.logLikelihood(), model.logLikelihood(), 1e-6);
        assertUndefined(
                "not estimable: warned separates who leaves from who stays",
                model.proportionalHazards(TimeTransform.RANK).tests().get("warned"));
        assertUndefined(
                "not estimable: warned separates who leaves from who stays",
                model.proportionalHazards(TimeTransform.RANK).global());
        assertTrue(
                model.proportionalHazards(TimeTransform.RANK).tests().get("nps").isDefined());
        assertUndefined(
                "not estimable: warned separates who leaves from who stays",
                model.predict(Map.of("nps", 8.0, "warned", 0.0)));
        assertUndefined("not estimable: warned separates who leaves from who stays", model.baseline());
        assertEquals(
                ImmutableSet.of("nps"), model.residuals().scaledSchoenfeld().keySet());
        assertEquals(ImmutableSet.of("nps"), model.residuals().schoenfeld().keySet());
        assertEquals(ImmutableSet.of("nps"), model.residuals().influences().keySet());
        assertEquals(SIZE, model.residuals().martingale().length());
        assertUndefined("not estimable: warned separates who leaves from who stays", model.covariance("nps", "warned"));
        assertUndefined("not estimable: warned separates who leaves from who stays", model.covariance("warned", "nps"));
    }

    @Test
    void of_covariatesThatSeparateTogether_namesThem() {
        double[] noise = column(i -> random.nextGaussian());
        CoxModel model = REGRESSION.of(CoxData.of(column(i -> 5), left)
                .withCovariate("nps", nps)
                .withCovariate("calls", noise)
                .withCovariate("mails", column(i -> (left[i] ? 1 : -1) - noise[i])));

        assertUndefined(
                "not estimable: calls, mails together separate who leaves from who stays", model.effect("mails"));
        assertTrue(model.effect("nps").coefficient().isDefined());
        assertEquals(1, model.remarks().size());
    }

    @Test
    void of_covariateThatNothingIsLeftToTellBy_isNamed() {
        int stays = 0;
        while (left[stays] || times[stays] < 10) {
            stays++;
        }
        int one = stays;
        CoxModel model = REGRESSION.of(data.withCovariate("abroad", column(i -> i == one ? 1 : 0))
                .withCovariate("warned", column(i -> left[i] ? 1 : 0)));

        assertUndefined(
                "not estimable: abroad makes no difference, as warned separates who leaves from who stays",
                model.effect("abroad"));
        assertUndefined("not estimable: warned separates who leaves from who stays", model.effect("warned"));
    }

    @Test
    void of_linearCombination_namesTheLaterCovariate() {
        CoxModel model = REGRESSION.of(data.withCovariate("breaches", breaches)
                .withCovariate("mix", column(i -> 2 * nps[i] - breaches[i] + 7)));

        assertUndefined("not estimable: mix is a linear combination of earlier covariates", model.effect("mix"));
        assertEquals(0, model.effect("mix").bestPoint());
        assertTrue(model.converged());
        assertEquals(2, model.likelihoodRatioTest().orElseThrow().degreesOfFreedom());
        CoxModel without = REGRESSION.of(data.withCovariate("breaches", breaches));
        assertEquals(coefficient(without, "nps"), coefficient(model, "nps"));
        assertEquals(without.residuals().martingale(), model.residuals().martingale());
        assertFalse(model.residuals().schoenfeld().containsKey("mix"));
        assertEquals(
                without.baseline().orElseThrow().cumulativeHazards(),
                model.baseline().orElseThrow().cumulativeHazards());
        assertEquals(
                without.predict(Map.of("nps", 8.0, "breaches", 1.0))
                        .orElseThrow()
                        .survivalAt(6),
                model.predict(Map.of("nps", 8.0, "breaches", 1.0, "mix", 22.0))
                        .orElseThrow()
                        .survivalAt(6));
    }

    @Test
    void of_constantCovariate_namesIt() {
        CoxModel model = REGRESSION.of(data.withCovariate("agency", column(i -> 0.1)));

        assertUndefined("not estimable: agency is the same in every row", model.effect("agency"));
        assertTrue(model.effect("nps").coefficient().isDefined());
        assertEquals(
                REGRESSION.of(data).baseline().orElseThrow().cumulativeHazards(),
                model.baseline().orElseThrow().cumulativeHazards());
        assertEquals(
                model.baseline().orElseThrow().intervalAt(5),
                model.predict(Map.of("nps", 0.0, "agency", 0.1)).orElseThrow().intervalAt(5));
        CoxModel alone = REGRESSION.of(CoxData.of(times, left).withCovariate("agency", column(i -> 1)));
        assertUndefined("no covariate is estimable", alone.waldTest());
        assertEquals(
                REGRESSION.of(CoxData.of(times, left)).baseline().orElseThrow().cumulativeHazards(),
                alone.baseline().orElseThrow().cumulativeHazards());
    }

    @Test
    void of_covariateThatIsConstantWithinStrata_namesIt() {
        int[] strata = new int[SIZE];
        Arrays.setAll(strata, i -> i % 3);
        CoxModel model = REGRESSION.of(
                data.withCovariate("size", column(i -> 0.1 * strata[i])).withStrata(strata));

        assertUndefined(
                "not estimable: size is the same in all who are at risk when someone leaves", model.effect("size"));
    }

    @Test
    void of_covariateThatVariesOnlyAmongThoseNeverAtRisk_namesIt() {
        CoxModel model = REGRESSION.of(CoxData.of(new double[] {1, 2, 3, 4}, new boolean[] {false, true, false, false})
                .withCovariate("late", new double[] {1, 0, 0, 0})
                .withCovariate("nps", new double[] {1, 5, 6, 3}));

        assertUndefined(
                "not estimable: late is the same in all who are at risk when someone leaves", model.effect("late"));
    }

    @Test
    void of_nobodyLeaves_saysSo() {
        CoxModel model = REGRESSION.of(CoxData.of(times, new boolean[SIZE]).withCovariate("nps", nps));

        assertUndefined("not estimable: nobody leaves", model.effect("nps"));
        assertEquals(
                ImmutableList.of("not estimable: nobody leaves", "fewer events than covariates: 0 of 1"),
                model.remarks());
        assertEquals(0, model.events());
        assertEquals(0, model.logLikelihood());
        assertEquals(Outcome.undefined(Reason.NOT_ESTIMABLE, "no covariate is estimable"), model.scoreTest());
        assertUndefined(
                "no covariate is estimable",
                model.proportionalHazards(TimeTransform.RANK).global());
        assertTrue(model.explain().toText().startsWith("Cox regression = no events"));
        assertEquals(0, model.residuals().martingale().get(7));
        assertUndefined("not estimable: nobody leaves", model.baseline());
    }

    @Test
    void of_nothing_isAnEmptyModel() {
        CoxModel model = REGRESSION.of(List.of());

        assertEquals(0, model.rows());
        assertEquals(ImmutableList.of(), model.effects());
        assertEquals(ImmutableList.of(), model.strata());
        assertEquals("undefined (there are no rows)", model.baseline().toString());
        assertEquals(
                "undefined (there is no covariate to test)",
                model.likelihoodRatioTest().toString());
        CoxModel named = REGRESSION.of(CoxData.of(new int[0], new boolean[0]).withCovariate("nps", new double[0]));
        assertUndefined("not estimable: there are no rows", named.effect("nps"));
        assertUndefined("no covariate is estimable", named.likelihoodRatioTest());
        assertTrue(named.explain().toText().startsWith("Cox regression = no rows"));
    }

    @Test
    void of_noCovariates_hasABaseline() {
        CoxModel model = REGRESSION.of(CoxData.of(new int[] {1, 2, 3}, new boolean[] {true, false, true}));

        assertEquals(Math.log(3), -model.logLikelihood(), 1e-15);
        PredictedCurve baseline = model.baseline().orElseThrow();
        assertEquals(Math.exp(-1 / 3.0), baseline.survivalAt(1).orElseThrow(), 1e-15);
        assertEquals(Math.sqrt(1 / 9.0), baseline.hazardErrorAt(2.5).orElseThrow(), 1e-15);
        assertUndefined(
                "there is no covariate to test",
                model.proportionalHazards(TimeTransform.RANK).global());
        assertTrue(model.remarks().isEmpty());
    }

    @Test
    void of_fewerEventsThanCovariates_saysSo() {
        CoxModel model = REGRESSION.of(CoxData.of(new int[] {1, 2, 3, 4}, new boolean[] {true, false, false, false})
                .withCovariate("one", new double[] {1, 4, 2, 3})
                .withCovariate("two", new double[] {3, 5, 1, 4}));

        assertTrue(model.remarks().contains("fewer events than covariates: 1 of 2"));
        assertFalse(model.effect("one").coefficient().isDefined());
    }

    @Test
    void of_tooFewIterations_saysSo_andKeepsTheBestPoint() {
        CoxData both = data.withCovariate("breaches", column(i -> left[i] ? breaches[i] + 1 : 0.5 * breaches[i]));
        CoxModel stopped = REGRESSION.withMaxIterations(1).of(both);
        CoxModel model = REGRESSION.of(both);

        assertUndefined("not estimable: no convergence after 1 iterations", stopped.effect("nps"));
        assertFalse(stopped.converged());
        assertEquals(1, stopped.iterations());
        assertTrue(stopped.effect("breaches").bestPoint() > 0);
        assertTrue(stopped.logLikelihood() > stopped.nullLogLikelihood());
        assertTrue(stopped.logLikelihood() < model.logLikelihood());
        assertUndefined("not estimable: no convergence after 1 iterations", stopped.baseline());
        assertTrue(stopped.residuals().scaledSchoenfeld().isEmpty());
        assertUndefined("not estimable: no convergence", stopped.waldTest());
        assertUndefined("not estimable: no convergence", stopped.likelihoodRatioTest());
        assertEquals(model.scoreTest(), stopped.scoreTest());
        assertTrue(REGRESSION.withMaxIterations(1).withTolerance(0.5).of(both).converged());
    }

    @Test
    void of_outliersAndHugeNumbers_staysFinite() {
        double[] revenue = column(i -> 1e6 * random.nextGaussian());
        revenue[0] = 1e12;
        CoxModel model = REGRESSION.of(data.withCovariate("revenue", revenue));
        assertTrue(Double.isFinite(model.logLikelihood()));

        // the first to leave is far off: for it nothing but the sign counts
        double[] first = column(i -> random.nextGaussian());
        double[] stops = times.clone();
        stops[0] = 0.5;
        boolean[] leaving = left.clone();
        leaving[0] = true;
        double[] far = first.clone();
        far[0] = 1e6;
        CoxModel outlier = REGRESSION.of(CoxData.of(stops, leaving).withCovariate("x", far));
        double beta = coefficient(outlier, "x");
        CoxModel without =
                REGRESSION.of(CoxData.of(Arrays.copyOfRange(stops, 1, SIZE), Arrays.copyOfRange(leaving, 1, SIZE))
                        .withCovariate("x", Arrays.copyOfRange(first, 1, SIZE)));
        // it leaves as expected of it, and so says nothing about the others
        assertTrue(beta * 1e6 > 1000);
        assertEquals(coefficient(without, "x"), beta, 1e-9);
    }

    @Test
    void of_offsetsFarApart_staysFinite() {
        double[] offsets = column(i -> i % 20 == 0 ? 150 : i % 20 == 1 ? -150 : 0);
        CoxModel model = REGRESSION.of(data.withOffsets(offsets));

        assertTrue(model.effect("nps").coefficient().isDefined());
        assertTrue(Double.isFinite(model.logLikelihood()));
        CoxModel late = REGRESSION.of(data.withOffsets(offsets).withStarts(column(i -> Math.max(0, times[i] - 3))));
        assertTrue(Double.isFinite(late.logLikelihood()));
    }

    @Test
    void waldTest_ofFewerClustersThanCoefficients_isUndefined() {
        int[] clusters = new int[SIZE];
        Arrays.setAll(clusters, i -> i % 2);
        CoxModel model = REGRESSION.of(data.withCovariate("breaches", breaches).withClusters(clusters));

        assertUndefined("not estimable: the covariance is singular", model.waldTest());
        assertEquals(ImmutableList.of("no more clusters than covariates: 2 for 2"), model.remarks());
        assertTrue(model.effect("nps").standardError().isDefined());
    }

    @Test
    void of_oneCluster_hasCoefficientsButNoErrors() {
        String obstacle = "not estimable: all rows are one cluster";
        CoxModel model = REGRESSION.of(data.withClusters(new int[SIZE]));
        CoxEffect effect = model.effect("nps");

        assertEquals(
                coefficient(REGRESSION.of(data), "nps"), effect.coefficient().orElseThrow());
        assertEquals(Outcome.undefined(Reason.NOT_ESTIMABLE, obstacle), effect.standardError());
        assertEquals(REGRESSION.of(data).effect("nps").modelStandardError(), effect.modelStandardError());
        assertUndefined(obstacle, effect.interval());
        assertUndefined(obstacle, effect.hazardRatioInterval());
        assertUndefined(obstacle, effect.z());
        assertUndefined(obstacle, effect.test());
        assertUndefined(obstacle, model.waldTest());
        assertUndefined(obstacle, model.covariance("nps", "nps"));
        assertEquals(ImmutableList.of(obstacle), model.remarks());
        assertTrue(model.likelihoodRatioTest().isDefined());
        PredictedCurve curve = model.baseline().orElseThrow();
        assertTrue(curve.survivalAt(5).isDefined());
        assertUndefined(obstacle, curve.hazardErrorAt(5));
        assertUndefined(obstacle, curve.intervalAt(5));
        CoxModel modelBased = REGRESSION.with(CoxVariance.MODEL_BASED).of(data.withClusters(new int[SIZE]));
        assertTrue(modelBased.effect("nps").test().isDefined());
        assertTrue(modelBased.remarks().isEmpty());
    }

    @Test
    void of_clustersThatDoNotMoveACoefficient_hasNoError() {
        // two clusters that are copies of one another: each of them alone gives the same coefficient
        double[] twice = column(i -> times[i % (SIZE / 2)]);
        double[] npsTwice = column(i -> nps[i % (SIZE / 2)]);
        boolean[] leftTwice = new boolean[SIZE];
        int[] clusters = new int[SIZE];
        for (int i = 0; i < SIZE; i++) {
            leftTwice[i] = left[i % (SIZE / 2)];
            clusters[i] = i / (SIZE / 2);
        }
        CoxModel model = REGRESSION.of(
                CoxData.of(twice, leftTwice).withCovariate("nps", npsTwice).withClusters(clusters));

        assertTrue(model.effect("nps").coefficient().isDefined());
        assertUndefined(
                "not estimable: no row or cluster moves the coefficient",
                model.effect("nps").test());
        assertUndefined("not estimable: the covariance is singular", model.waldTest());
        assertTrue(model.remarks().isEmpty());
    }

    @Test
    void of_hugeWeights_hasNoStatisticThatNoDoubleHolds() {
        CoxModel model = REGRESSION.of(data.withWeights(column(i -> 1e300)));

        assertEquals(Outcome.undefined(Reason.NOT_FINITE, "the statistic is too large to be told"), model.scoreTest());
        for (CoxVariance variance : CoxVariance.values()) {
            for (double weight : new double[] {1e-308, 1e-300, 1e200, 1e300, 1e306}) {
                CoxModel odd = REGRESSION.with(variance).of(data.withWeights(column(i -> weight)));
                assertFalse(odd.explain().toText().contains("NaN"));
                Outcome<Double> covariance = odd.covariance("nps", "nps");
                assertTrue(!covariance.isDefined() || Double.isFinite(covariance.orElseThrow()));
                assertFalse(odd.proportionalHazards(TimeTransform.RANK)
                        .explain()
                        .toText()
                        .contains("NaN"));
            }
        }
    }

    @Test
    void proportionalHazards_undefinedCases() {
        CoxModel oneTime = REGRESSION.of(CoxData.of(column(i -> 5), left).withCovariate("nps", nps));
        assertUndefined(
                "not estimable: those who leave do not differ enough in time",
                oneTime.proportionalHazards(TimeTransform.IDENTITY).global());

        double[] stops = times.clone();
        stops[0] = 0;
        boolean[] leaving = left.clone();
        leaving[0] = true;
        CoxModel zero = REGRESSION.of(CoxData.of(stops, leaving).withCovariate("nps", nps));
        assertEquals(
                Outcome.undefined(Reason.NOT_FINITE, "time 0 has no logarithm"),
                zero.proportionalHazards(TimeTransform.LOG).tests().get("nps"));
        assertTrue(zero.proportionalHazards(TimeTransform.KAPLAN_MEIER).global().isDefined());
        assertEquals(
                TimeTransform.LOG, zero.proportionalHazards(TimeTransform.LOG).transform());

        CoxModel ridge = REGRESSION.with(RidgePenalty.of(1)).of(data);
        assertEquals(
                Outcome.undefined(Reason.NOT_APPLICABLE, "under a penalty it has no chi-square distribution"),
                ridge.proportionalHazards(TimeTransform.RANK).global());
        assertEquals(
                Outcome.undefined(Reason.NOT_APPLICABLE, "under a penalty it has no chi-square distribution"),
                ridge.waldTest());
        assertEquals(ridge.waldTest(), ridge.scoreTest());
    }

    @Test
    void ridge_makesSeparatingAndDependentCovariatesEstimable() {
        CoxModel model = REGRESSION
                .with(RidgePenalty.of(1))
                .of(data.withCovariate("warned", column(i -> left[i] ? 1 : 0))
                        .withCovariate("again", column(i -> left[i] ? 2 : 0)));

        assertTrue(model.converged());
        assertEquals(coefficient(model, "warned"), 2 * coefficient(model, "again"), 1e-9);
        assertTrue(coefficient(model, "warned") > 0);
    }

    // effects and curves

    @Test
    void effect_withoutAnyDifference_isOne() {
        CoxEffect same = REGRESSION.of(data).compare(Map.of("nps", 5.0), Map.of("nps", 5.0));

        assertEquals("comparison", same.name());
        assertEquals(1, same.hazardRatio().orElseThrow());
        assertEquals(
                Interval.of(1, 1, ConfidenceLevel.P95),
                same.hazardRatioInterval().orElseThrow());
        assertUndefined("not estimable: the standard error is zero", same.z());
        assertFalse(same.test().isDefined());
    }

    @Test
    void compare_whereACovariateIsNotEstimable_needsItOnlyIfItDiffers() {
        CoxModel model = REGRESSION.of(data.withCovariate("agency", column(i -> 3)));

        assertTrue(model.compare(Map.of("nps", 1.0, "agency", 3.0), Map.of("nps", 2.0, "agency", 3.0))
                .hazardRatio()
                .isDefined());
        assertUndefined(
                "not estimable: agency is the same in every row",
                model.compare(Map.of("nps", 1.0, "agency", 3.0), Map.of("nps", 2.0, "agency", 4.0)));
        assertUndefined(
                "not estimable: agency is the same in every row",
                model.linearPredictor(Map.of("nps", 1.0, "agency", 3.0)));
        assertEquals(
                2 * coefficient(model, "nps"),
                model.linearPredictor(Map.of("nps", 2.0, "agency", 0.0)).orElseThrow(),
                1e-15);
    }

    @Test
    void hazardRatio_beyondTheDoubles_isUndefined() {
        CoxModel model = REGRESSION.of(CoxData.of(times, left).withCovariate("nps", column(i -> 1e-9 * nps[i])));
        double beta = coefficient(model, "nps");

        assertTrue(Math.abs(beta) > 1000);
        assertEquals(
                Outcome.undefined(Reason.NOT_FINITE, "the hazard ratio is too large or too small to be told"),
                model.effect("nps").hazardRatio());
        assertFalse(model.effect("nps").hazardRatioInterval().isDefined());
        assertEquals(
                Outcome.undefined(Reason.NOT_FINITE, "the hazard is too large or too small to be told"),
                model.predict(Map.of("nps", Math.signum(beta))));
        assertEquals(
                Outcome.undefined(Reason.NOT_FINITE, "the hazard is too large or too small to be told"),
                model.predict(Map.of("nps", -Math.signum(beta))));
    }

    @Test
    void curve_readAtItsEdges() {
        PredictedCurve curve = REGRESSION
                .of(CoxData.of(new double[] {2, 4, 4, 6, 9}, new boolean[] {true, true, false, true, false}))
                .baseline()
                .orElseThrow();

        assertEquals(1, curve.survivalAt(1.9).orElseThrow());
        assertEquals(0, curve.hazardErrorAt(0).orElseThrow());
        assertEquals(Outcome.undefined(Reason.NOT_ESTIMABLE, "no one has left yet"), curve.intervalAt(1));
        assertEquals(0.2 + 0.25 + 0.5, curve.cumulativeHazardAt(9).orElseThrow(), 1e-15);
        assertEquals(9, curve.longest());
        assertEquals(
                Outcome.undefined(Reason.BEYOND_OBSERVATION, "no observation is that long"), curve.survivalAt(9.5));
        assertFalse(curve.intervalAt(10).isDefined());
        assertEquals(2, curve.quantile(0.18).orElseThrow());
        assertEquals(4, curve.quantile(0.2).orElseThrow());
        assertEquals(6, curve.median().orElseThrow());
        assertEquals(
                Outcome.undefined(Reason.NEVER_REACHED, "the curve does not come down that far"), curve.quantile(0.7));
        Interval limits = curve.intervalAt(4).orElseThrow();
        double error = Math.sqrt(0.2 * 0.2 + 0.25 * 0.25);
        assertEquals(0, curve.standardErrorAt(0).orElseThrow());
        assertEquals(Math.exp(-0.45) * error, curve.standardErrorAt(5.5).orElseThrow(), 1e-15);
        assertEquals(
                Outcome.undefined(Reason.BEYOND_OBSERVATION, "no observation is that long"),
                curve.standardErrorAt(9.5));
        double z = 1.959963984540054;
        assertEquals(Math.exp(-0.45 * Math.exp(z * error / 0.45)), limits.lower(), 1e-12);
        assertEquals(Math.exp(-0.45 / Math.exp(z * error / 0.45)), limits.upper(), 1e-12);
        assertMessage("probability must be in (0, 1): 1.0", () -> curve.quantile(1));
        assertMessage("probability must be in (0, 1): 0.0", () -> curve.quantile(0));
        assertMessage("time must be finite and not negative: -1.0", () -> curve.survivalAt(-1));
    }

    @Test
    void predict_inAStratumWhereNobodyLeaves_isFlat() {
        CoxModel model =
                REGRESSION.of(CoxData.of(new int[] {1, 2, 3, 4, 5}, new boolean[] {true, true, true, false, false})
                        .withStrata(new int[] {7, 7, 7, 7, -2}));

        assertEquals(ImmutableList.of("-2", "7"), model.strata());
        assertEquals(1, model.baseline("-2").orElseThrow().survivalAt(5).orElseThrow());
        assertEquals(
                0.25, model.baseline("7").orElseThrow().cumulativeHazardAt(1).orElseThrow());
        assertEquals("7", model.baseline("7").orElseThrow().stratum());
    }

    @Test
    void timeZero_countsForThoseFromTheStart_andNotForLateEntries() {
        CoxModel model = REGRESSION.of(CoxData.of(new double[] {0, 3, 4}, new boolean[] {true, false, true})
                .withStarts(new double[] {0, 0, 1}));

        PredictedCurve baseline = model.baseline().orElseThrow();
        assertEquals(0.5, baseline.cumulativeHazardAt(0).orElseThrow());
        assertEquals(1.5, baseline.cumulativeHazardAt(4).orElseThrow());
    }

    // options, strata, causes

    @Test
    void withOption_changesTheResult() {
        CoxModel model = REGRESSION
                .with(TieMethod.BRESLOW)
                .with(CoxVariance.ROBUST)
                .with(ChronoUnit.MONTHS)
                .with(ConfidenceLevel.P90)
                .with(RidgePenalty.of(0.5))
                .withMaxIterations(40)
                .withTolerance(1e-6)
                .of(data);

        assertEquals(TieMethod.BRESLOW, model.ties());
        assertEquals(CoxVariance.ROBUST, model.variance());
        assertEquals(ChronoUnit.MONTHS, model.unit());
        assertEquals(ConfidenceLevel.P90, model.level());
        assertEquals(Optional.of(RidgePenalty.of(0.5)), model.ridge());
        assertEquals(CovariateScale.STANDARDIZED, RidgePenalty.of(0.5).scale());
        assertSame(ConfidenceLevel.P90, model.effect("nps").level());
        assertEquals(ChronoUnit.MONTHS, model.baseline().orElseThrow().unit());
        assertEquals(ConfidenceLevel.P90, model.baseline().orElseThrow().level());
    }

    @Test
    void variance_unlessAskedFor_followsTheData() {
        assertEquals(CoxVariance.MODEL_BASED, REGRESSION.of(data).variance());
        int[] clusters = new int[SIZE];
        Arrays.setAll(clusters, i -> i / 3);
        assertEquals(
                CoxVariance.CLUSTERED,
                REGRESSION.of(data.withClusters(clusters)).variance());
        CoxModel own = REGRESSION.with(CoxVariance.CLUSTERED).of(data);
        assertEquals(
                REGRESSION.with(CoxVariance.ROBUST).of(data).effect("nps").standardError(),
                own.effect("nps").standardError());
    }

    @Test
    void of_observationsWithSomeClusters_takesTheOthersForTheirOwn() {
        List<CoxObservation> some = List.of(
                row(3, true, 1).cluster("a").build(),
                row(4, true, 5).build(),
                row(6, true, 2).cluster("a").build(),
                row(7, false, 3).build(),
                row(8, true, 4).build());
        List<CoxObservation> all = List.of(
                some.get(0),
                some.get(1).toBuilder().cluster("b").build(),
                some.get(2),
                some.get(3).toBuilder().cluster("c").build(),
                some.get(4).toBuilder().cluster("d").build());

        assertEquals(
                REGRESSION.of(all).effect("nps").standardError().orElseThrow(),
                REGRESSION.of(some).effect("nps").standardError().orElseThrow(),
                1e-14);
        assertEquals(CoxVariance.CLUSTERED, REGRESSION.of(some).variance());
    }

    @Test
    void of_observationsWithOneStratum_keepsItsName() {
        CoxModel model = REGRESSION.of(List.of(
                row(3, true, 1).stratum("small").build(),
                row(4, true, 5).stratum("small").build()));

        assertEquals(ImmutableList.of("small"), model.strata());
        assertMessage("stratum must be one of the model: ''", model::baseline);
        assertEquals(
                ImmutableList.of(""),
                REGRESSION.of(List.of(row(3, true, 1).build())).strata());
    }

    @Test
    void withCause_takesOthersForLastSeen() {
        List<CoxObservation> observations = List.of(
                row(3, true, 1).cause("price").build(),
                row(4, true, 5).cause("quality").build(),
                row(5, true, 4).build(),
                row(6, true, 2).cause("price").build(),
                row(7, false, 3).build());
        CoxModel price = REGRESSION.withCause("price").of(observations);

        assertEquals(Optional.of("price"), price.cause());
        assertEquals(2, price.events());
        assertEquals(2, price.otherEvents());
        assertEquals(4, REGRESSION.of(observations).events());
        assertEquals(0, REGRESSION.of(observations).otherEvents());
        CoxModel same =
                REGRESSION.of(CoxData.of(new int[] {3, 4, 5, 6, 7}, new boolean[] {true, false, false, true, false})
                        .withCovariate("nps", new double[] {1, 5, 4, 2, 3}));
        assertEquals(same.effects(), price.effects());
        assertTrue(price.explain().toText().contains("cause = price, other events = 2"));
    }

    @Test
    void withCause_ofColumnsWithCauses_takesOthersForLastSeen() {
        boolean[] ended = {true, true, true, true, false};
        CoxData columns = CoxData.of(new int[] {3, 4, 5, 6, 7}, ended);
        double[] points = {1, 5, 4, 2, 3};
        CoxData named = columns.withCauses(new String[] {"price", "quality", "", "price", ""})
                .withCovariate("nps", points);
        CoxData coded = columns.withCovariate("nps", points).withCauses(new int[] {-2, 7, 0, -2, 0});
        CoxModel same =
                REGRESSION.of(CoxData.of(new int[] {3, 4, 5, 6, 7}, new boolean[] {true, false, false, true, false})
                        .withCovariate("nps", points));

        for (CoxModel price : List.of(
                REGRESSION.withCause("price").of(named),
                REGRESSION.withCause("-2").of(coded))) {
            assertEquals(2, price.events());
            assertEquals(2, price.otherEvents());
            assertEquals(same.effects(), price.effects());
            assertEquals(same.logLikelihood(), price.logLikelihood());
        }
        assertEquals(4, REGRESSION.of(named).events());
        assertEquals(0, REGRESSION.of(coded).otherEvents());
        assertEquals(1, REGRESSION.withCause("quality").of(named).events());
        assertEquals(1, REGRESSION.withCause("7").of(coded).events());
        assertEquals(0, REGRESSION.withCause("none").of(named).events());
        assertEquals(4, REGRESSION.withCause("0").of(coded).otherEvents());
    }

    @ParameterizedTest
    @EnumSource
    void explain_givesCountsOptionsAndHazardRatios(TieMethod ties) {
        CoxModel model = REGRESSION
                .with(ties)
                .with(RidgePenalty.of(2))
                .of(CoxData.of(new int[] {1, 2, 3}, new boolean[] {true, true, false})
                        .withCovariate("nps", new double[] {2, 5, 3}));
        double beta = coefficient(model, "nps");
        String number = "%.4f";

        String text = model.explain().toText();
        assertTrue(
                text.startsWith(
                        "Cox regression = converged   [hazard = baseline * product of (hazard ratio ^ covariate);"
                                + " rows = 3, events = 2, strata = 1, ties = " + ties
                                + ", variance = MODEL_BASED, ridge = 2.0000, ridge scale = STANDARDIZED, iterations = "),
                text);
        assertTrue(
                text.contains("  hazard ratio of nps = " + String.format(Locale.ROOT, number, Math.exp(beta))), text);
        assertTrue(
                text.contains("likelihood ratio test = undefined (under a penalty it has no chi-square distribution)"));
    }

    @Test
    void explain_ofCurveTestAndResiduals() {
        CoxModel model = REGRESSION
                .with(ChronoUnit.MONTHS)
                .of(CoxData.of(new int[] {2, 4, 4, 6}, new boolean[] {true, true, false, true})
                        .withCovariate("nps", new double[] {2, 5, 3, 2})
                        .withStrata(new int[] {1, 1, 1, 1}));

        String curve = model.baseline("1").orElseThrow().explain().toText();
        assertTrue(
                curve.startsWith(
                        "predicted curve of 1 = 3 steps   [exp(-baseline hazard * exp(coefficients * covariates)); "
                                + "nps = 0.0000]\n  median = 6.0000 months   [first time with a cumulative hazard of at least log 2]"),
                curve);
        String test = model.proportionalHazards(TimeTransform.RANK).explain().toText();
        assertTrue(test.startsWith("proportional hazards = "), test);
        assertTrue(test.contains("degrees of freedom = 1, transform = RANK]\n  nps = "), test);
        assertEquals(
                "residuals = 4 rows   [left - expected to leave, for each row; events = 3, sum = 0.0000]\n",
                model.residuals().explain().toText().replace("-0.0000", "0.0000"));
        assertTrue(REGRESSION
                .of(CoxData.of(new int[] {1}, new boolean[] {true}))
                .baseline()
                .orElseThrow()
                .explain()
                .toText()
                .startsWith("predicted curve = 1 steps"));
        assertTrue(REGRESSION
                .withMaxIterations(1)
                .withTolerance(1e-15)
                .of(data.withCovariate("breaches", breaches))
                .explain()
                .toText()
                .startsWith("Cox regression = not converged"));
    }

    // arguments

    @Test
    void columns_outOfRange_areNamedWithTheirRow() {
        CoxData two = CoxData.of(new double[] {3, 4}, new boolean[2]);

        assertMessage(
                "stops[1] must be finite and not negative: -1.0",
                () -> CoxData.of(new double[] {3, -1}, new boolean[2]));
        assertMessage(
                "stops[0] must be finite and not negative: NaN",
                () -> CoxData.of(new double[] {Double.NaN}, new boolean[1]));
        assertMessage(
                "stops[0] must be finite and not negative: -3.0", () -> CoxData.of(new int[] {-3}, new boolean[1]));
        assertMessage(
                "ended must have a value for each of the 1 rows: 2", () -> CoxData.of(new int[] {3}, new boolean[2]));
        assertMessage("nps[1] must be finite: NaN", () -> two.withCovariate("nps", new double[] {1, Double.NaN}));
        assertMessage("nps must have a value for each of the 2 rows: 3", () -> two.withCovariate("nps", new double[3]));
        assertMessage("name must not be blank: ' '", () -> two.withCovariate(" ", new double[2]));
        assertMessage(
                "name must not be that of another covariate: nps",
                () -> two.withCovariate("nps", new double[2]).withCovariate("nps", new double[2]));
        assertMessage("weights[0] must be positive and finite: 0.0", () -> two.withWeights(new double[2]));
        assertMessage(
                "weights[1] must be positive and finite: Infinity",
                () -> two.withWeights(new double[] {1, Double.POSITIVE_INFINITY}));
        assertMessage("offsets[0] must be between -150 and 150: 151.0", () -> two.withOffsets(new double[] {151, 0}));
        assertMessage(
                "offsets[1] must be between -150 and 150: NaN", () -> two.withOffsets(new double[] {150, Double.NaN}));
        assertMessage("starts[1] must be before the stop 4.0: 4.0", () -> two.withStarts(new double[] {0, 4}));
        assertMessage("starts[0] must be finite and not negative: -2.0", () -> two.withStarts(new double[] {-2, 0}));
        assertMessage("strata must have a value for each of the 2 rows: 1", () -> two.withStrata(new int[1]));
        assertMessage("clusters must have a value for each of the 2 rows: 1", () -> two.withClusters(new int[1]));
        assertMessage("causes must have a value for each of the 2 rows: 1", () -> two.withCauses(new int[1]));
        assertMessage("causes must have a value for each of the 2 rows: 1", () -> two.withCauses(new String[] {""}));
        assertMessage("causes[1] must be 0 of who has not left: 3", () -> two.withCauses(new int[] {0, 3}));
        assertMessage(
                "causes[1] must be empty of who has not left: price", () -> two.withCauses(new String[] {"", "price"}));
        assertMessage(
                "causes[0] must not be null; of a cause that is not known it is empty",
                () -> two.withCauses(new String[2]));
        assertEquals(
                ImmutableList.of("nps"), two.withCovariate("nps", new double[2]).names());
        assertEquals(2, two.rows());
    }

    @Test
    void observations_outOfRange_areRefused() {
        assertMessage(
                "start must be finite and not negative: -1.0",
                () -> row(3, true, 1).start(-1).build());
        assertMessage(
                "stop must be finite and not negative: Infinity",
                () -> row(1 / 0.0, true, 1).build());
        assertMessage(
                "start must be before the stop 3.0: 3.0",
                () -> row(3, true, 1).start(3).build());
        assertMessage(
                "weight must be positive and finite: 0.0",
                () -> row(3, true, 1).weight(0).build());
        assertMessage(
                "offset must be between -150 and 150: -200.0",
                () -> row(3, true, 1).offset(-200).build());
        assertMessage("nps must be finite: NaN", () -> row(3, true, Double.NaN).build());
        assertMessage(
                "cause must be empty of who has not left: price",
                () -> row(3, false, 1).cause("price").build());
        assertMessage(
                "covariates must be those of the first observation, [nps]: [nps, breaches]",
                () -> REGRESSION.of(List.of(
                        row(3, true, 1).build(),
                        row(4, true, 1).putCovariate("breaches", 1.0).build())));
        CoxObservation observation = row(0, true, 1).build();
        assertEquals(0, observation.start());
        assertEquals(1, observation.weight());
        assertEquals(0, observation.offset());
        assertEquals("", observation.stratum());
    }

    @Test
    void options_outOfRange_areRefused() {
        assertMessage("iterations must be positive: 0", () -> REGRESSION.withMaxIterations(0));
        assertMessage("tolerance must be in (0, 1): 0.0", () -> REGRESSION.withTolerance(0));
        assertMessage("tolerance must be in (0, 1): 1.0", () -> REGRESSION.withTolerance(1));
        assertMessage("cause must not be blank: ''", () -> REGRESSION.withCause(""));
        assertMessage("unit must be finite: Forever", () -> REGRESSION.with(ChronoUnit.FOREVER));
        assertMessage("theta must be positive and finite: 0.0", () -> RidgePenalty.of(0));
        assertMessage("theta must be positive and finite: Infinity", () -> RidgePenalty.of(1 / 0.0));
        assertMessage(
                "cause must not be set for columns without causes: price",
                () -> REGRESSION.withCause("price").of(data));
    }

    @Test
    void model_askedForWhatItHasNot_saysSo() {
        CoxModel model = REGRESSION.of(data);

        assertMessage("covariate must be one of [nps]: csat", () -> model.effect("csat"));
        assertMessage("covariate must be one of [nps]: csat", () -> model.covariance("nps", "csat"));
        assertMessage("covariates must be those of the model, [nps]: [csat]", () -> model.predict(Map.of("csat", 1.0)));
        assertMessage("covariates must be those of the model, [nps]: []", () -> model.linearPredictor(Map.of()));
        assertMessage("nps must be finite: NaN", () -> model.predict(Map.of("nps", Double.NaN)));
        assertMessage("stratum must be one of the model: 'small'", () -> model.predict(Map.of("nps", 1.0), "small"));
    }

    @Test
    void nulls_areNamed() {
        assertNull("observations", () -> REGRESSION.of((Iterable<CoxObservation>) null));
        assertNull("data", () -> REGRESSION.of((CoxData) null));
        assertNull("ties", () -> REGRESSION.with((TieMethod) null));
        assertNull("variance", () -> REGRESSION.with((CoxVariance) null));
        assertNull("ridge", () -> REGRESSION.with((RidgePenalty) null));
        assertNull("unit", () -> REGRESSION.with((ChronoUnit) null));
        assertNull("confidence", () -> REGRESSION.with((ConfidenceLevel) null));
        assertNull("cause", () -> REGRESSION.withCause(null));
        assertNull("stops", () -> CoxData.of((double[]) null, new boolean[0]));
        assertNull("stops", () -> CoxData.of((int[]) null, new boolean[0]));
        assertNull("ended", () -> CoxData.of(new double[0], null));
        assertNull("name", () -> data.withCovariate(null, nps));
        assertNull("csat", () -> data.withCovariate("csat", null));
        assertNull("starts", () -> data.withStarts(null));
        assertNull("weights", () -> data.withWeights(null));
        assertNull("offsets", () -> data.withOffsets(null));
        assertNull("strata", () -> data.withStrata(null));
        assertNull("clusters", () -> data.withClusters(null));
        assertNull("causes", () -> data.withCauses((int[]) null));
        assertNull("causes", () -> data.withCauses((String[]) null));
        assertNull("scale", () -> new RidgePenalty(1, null));
    }

    private static CoxObservationBuilder row(double stop, boolean ended, double nps) {
        return CoxObservation.builder().stop(stop).ended(ended).putCovariate("nps", nps);
    }

    private static double coefficient(CoxModel model, String covariate) {
        return model.effect(covariate).coefficient().orElseThrow();
    }

    private static void assertUndefined(String detail, CoxEffect effect) {
        assertUndefined(detail, effect.coefficient());
        assertUndefined(detail, effect.standardError());
        assertUndefined(detail, effect.modelStandardError());
        assertUndefined(detail, effect.interval());
        assertUndefined(detail, effect.hazardRatio());
        assertUndefined(detail, effect.hazardRatioInterval());
        assertUndefined(detail, effect.z());
        assertUndefined(detail, effect.test());
    }

    private static void assertUndefined(String detail, Outcome<?> outcome) {
        assertEquals("undefined (" + detail + ")", outcome.toString());
    }

    private static void assertMessage(String message, Executable executable) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, executable).getMessage());
    }

    private static void assertNull(String name, Executable executable) {
        assertEquals(name, assertThrows(NullPointerException.class, executable).getMessage());
    }
}
