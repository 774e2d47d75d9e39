package dev.tenure.survival.regression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.primitives.ImmutableDoubleArray;
import dev.tenure.survival.regression.NaiveCox.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CoxLawsTest {

    private static final CoxRegression REGRESSION = CoxRegression.withDefaults();
    private static final int TRIES = 150;

    // by the definition

    @Property(tries = TRIES)
    void theCoefficientsMaximiseThePartialLikelihood(@ForAll Random random, @ForAll TieMethod ties) {
        List<Row> rows = NaiveCox.rows(random, 40);
        CoxModel model = fit(REGRESSION.with(ties), rows);
        NaiveCox naive = new NaiveCox(rows, ties, coefficients(model));
        double[][] covariance = NaiveCox.inverse(naive.information());

        // the step that Newton's method would still take
        double[] step = NaiveCox.times(covariance, naive.score());
        for (int j = 0; j < step.length; j++) {
            assertEquals(0, step[j], 1e-11 * Math.sqrt(covariance[j][j]));
        }
        assertEquals(naive.logLikelihood(), model.logLikelihood(), 1e-10);
        assertEquals(new NaiveCox(rows, ties, new double[3]).logLikelihood(), model.nullLogLikelihood(), 1e-10);
    }

    @Property(tries = TRIES)
    void standardErrorsFollowFromTheInformationOrTheInfluences(
            @ForAll Random random, @ForAll TieMethod ties, @ForAll CoxVariance variance) {
        List<Row> rows = NaiveCox.rows(random, 40);
        CoxModel model = fit(REGRESSION.with(ties).with(variance), rows);
        NaiveCox naive = new NaiveCox(rows, ties, coefficients(model));
        double[][] plain = NaiveCox.inverse(naive.information());
        double[][] covariance =
                variance == CoxVariance.MODEL_BASED ? plain : naive.sandwich(variance == CoxVariance.CLUSTERED);

        for (int j = 0; j < 3; j++) {
            CoxEffect effect = model.effects().get(j);
            assertClose(Math.sqrt(covariance[j][j]), effect.standardError().orElseThrow());
            assertClose(Math.sqrt(plain[j][j]), effect.modelStandardError().orElseThrow());
        }
        assertEquals(
                covariance[0][2],
                model.covariance("x0", "x2").orElseThrow(),
                1e-9 * Math.sqrt(covariance[0][0] * covariance[2][2]));
        double[] beta = coefficients(model);
        assertClose(
                NaiveCox.form(beta, NaiveCox.inverse(covariance), beta),
                model.waldTest().orElseThrow().statistic());
    }

    @Property(tries = TRIES)
    void testsAtZeroFollowFromTheDerivativesThere(@ForAll Random random, @ForAll TieMethod ties) {
        List<Row> rows = NaiveCox.rows(random, 40);
        CoxModel model = fit(REGRESSION.with(ties), rows);
        NaiveCox zero = new NaiveCox(rows, ties, new double[3]);

        assertClose(
                NaiveCox.form(zero.score(), NaiveCox.inverse(zero.information()), zero.score()),
                model.scoreTest().orElseThrow().statistic());
        assertEquals(
                2 * (model.logLikelihood() - model.nullLogLikelihood()),
                model.likelihoodRatioTest().orElseThrow().statistic(),
                1e-12);
        assertEquals(3, model.likelihoodRatioTest().orElseThrow().degreesOfFreedom());
    }

    @Property(tries = TRIES)
    void residualsAreThoseOfTheDefinition(@ForAll Random random, @ForAll TieMethod ties) {
        List<Row> rows = NaiveCox.rows(random, 40);
        CoxModel model = fit(REGRESSION.with(ties), rows);
        NaiveCox naive = new NaiveCox(rows, ties, coefficients(model));
        CoxResiduals residuals = model.residuals();

        assertArrayEquals(naive.martingale(), residuals.martingale().toArray(), 1e-9);
        double[][] influences = naive.influences();
        for (int j = 0; j < 3; j++) {
            int covariate = j;
            double[] expected =
                    Arrays.stream(influences).mapToDouble(row -> row[covariate]).toArray();
            assertArrayEquals(expected, residuals.influences().get("x" + j).toArray(), 1e-9);
        }
    }

    @Property(tries = TRIES)
    void curvesAreThoseOfTheDefinition(@ForAll Random random, @ForAll TieMethod ties) {
        List<Row> rows = NaiveCox.rows(random, 40);
        CoxModel model = fit(REGRESSION.with(ties).with(CoxVariance.MODEL_BASED), rows);
        NaiveCox naive = new NaiveCox(rows, ties, coefficients(model));
        double[][] covariance = NaiveCox.inverse(naive.information());
        double[] client = {9, 1, 20.5};

        for (int stratum = -1; stratum <= 0; stratum++) {
            PredictedCurve curve =
                    model.predict(covariates(client), Integer.toString(stratum)).orElseThrow();
            for (int time = 0; time <= curve.longest(); time++) {
                assertClose(
                        naive.cumulativeHazard(client, stratum, time),
                        curve.cumulativeHazardAt(time).orElseThrow());
                assertClose(
                        naive.hazardError(client, stratum, time, covariance),
                        curve.hazardErrorAt(time).orElseThrow());
            }
        }
    }

    @Property(tries = TRIES)
    void proportionalityIsTheScoreTestOfProductsWithTime(@ForAll Random random, @ForAll TieMethod ties) {
        List<Row> rows = NaiveCox.rows(random, 40);
        CoxModel model = fit(REGRESSION.with(ties), rows);
        NaiveCox naive = new NaiveCox(rows, ties, coefficients(model));

        assertClose(
                naive.proportionality(time -> time),
                model.proportionalHazards(TimeTransform.IDENTITY)
                        .global()
                        .orElseThrow()
                        .statistic());
        assertClose(
                naive.proportionality(Math::log),
                model.proportionalHazards(TimeTransform.LOG)
                        .global()
                        .orElseThrow()
                        .statistic());
    }

    // laws

    @Property(tries = TRIES)
    void theOrderOfRowsChangesNothingToTenDigits(@ForAll Random random) {
        List<Row> rows = NaiveCox.rows(random, 40);
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);

        assertSame(fit(REGRESSION, rows), fit(REGRESSION, shuffled));
    }

    @Property(tries = TRIES)
    void observationsAndColumnsGiveTheSame(@ForAll Random random) {
        List<Row> rows = NaiveCox.rows(random, 40);
        CoxModel columns = fit(REGRESSION, rows);
        CoxModel observations = REGRESSION.of(NaiveCox.observations(rows));

        // the numbers of clusters, and so the order of a sum, differ
        assertSame(columns, observations);
        assertEquals(observations, NaiveCox.observations(rows).stream().collect(REGRESSION.collector()));
        assertEquals(columns.explain().toText(), observations.explain().toText());
    }

    @Property(tries = TRIES)
    void splittingARowChangesNothing(@ForAll Random random) {
        List<Row> rows = NaiveCox.rows(random, 40);
        List<Row> split = new ArrayList<>();
        for (Row row : rows) {
            double middle = (row.start() + row.stop()) / 2;
            split.add(new Row(
                    row.start(), middle, false, row.x(), row.stratum(), row.cluster(), row.weight(), row.offset()));
            split.add(new Row(
                    middle,
                    row.stop(),
                    row.ended(),
                    row.x(),
                    row.stratum(),
                    row.cluster(),
                    row.weight(),
                    row.offset()));
        }

        // also the clustered errors, as both parts are in one cluster
        assertSame(fit(REGRESSION, rows), fit(REGRESSION, split));
    }

    @Property(tries = TRIES)
    void scalingACovariateScalesItsCoefficient(@ForAll Random random, @ForAll @IntRange(min = -6, max = 6) int power) {
        double factor = Math.pow(10, power);
        List<Row> rows = NaiveCox.rows(random, 40);
        CoxModel model = fit(REGRESSION, rows);
        CoxModel scaled = fit(REGRESSION, withCovariate(rows, 2, x -> -factor * x));

        assertEquals(model.logLikelihood(), scaled.logLikelihood(), 1e-10);
        assertEquals(-coefficients(model)[2], factor * coefficients(scaled)[2], 1e-9 * error(model, 2));
        assertClose(error(model, 2), factor * error(scaled, 2));
        assertEquals(coefficients(model)[0], coefficients(scaled)[0], 1e-9 * error(model, 0));
    }

    @Property(tries = TRIES)
    void addingAConstantToACovariateChangesNoCoefficient(
            @ForAll Random random, @ForAll @IntRange(min = -10_000, max = 10_000) int constant) {
        List<Row> rows = NaiveCox.rows(random, 40);

        assertSame(fit(REGRESSION, rows), fit(REGRESSION, withCovariate(rows, 0, x -> x + constant)));
    }

    @Property(tries = TRIES)
    void stretchingTimeChangesNothing(@ForAll Random random) {
        List<Row> rows = NaiveCox.rows(random, 40);
        List<Row> stretched = rows.stream()
                .map(row -> new Row(
                        row.start() * row.start(),
                        row.stop() * row.stop(),
                        row.ended(),
                        row.x(),
                        row.stratum(),
                        row.cluster(),
                        row.weight(),
                        row.offset()))
                .toList();

        assertSame(fit(REGRESSION, rows), fit(REGRESSION, stretched));
    }

    @Property(tries = TRIES)
    void martingaleAndSchoenfeldResidualsSumToZero(@ForAll Random random, @ForAll TieMethod ties) {
        List<Row> rows = NaiveCox.rows(random, 40);
        CoxResiduals residuals = fit(REGRESSION.with(ties), rows).residuals();

        double sum = 0;
        for (int i = 0; i < rows.size(); i++) {
            sum += rows.get(i).weight() * residuals.martingale().get(i);
            assertEquals(
                    Math.signum(residuals.martingale().get(i)),
                    Math.signum(residuals.deviance().get(i)));
        }
        assertEquals(0, sum, 1e-9);
        for (ImmutableDoubleArray schoenfeld : residuals.schoenfeld().values()) {
            double pull = 0;
            for (int i = 0; i < schoenfeld.length(); i++) {
                pull += rows.get(residuals.eventRows().get(i)).weight() * schoenfeld.get(i);
            }
            assertEquals(0, pull, 1e-8);
        }
        for (ImmutableDoubleArray influences : residuals.influences().values()) {
            assertEquals(0, influences.stream().sum(), 1e-9);
        }
    }

    @Property(tries = TRIES)
    void byBreslowAWeightOfTwoIsTwoCopies(@ForAll Random random) {
        List<Row> once = NaiveCox.rows(random, 40).stream()
                .map(row -> new Row(
                        row.start(),
                        row.stop(),
                        row.ended(),
                        row.x(),
                        row.stratum(),
                        row.cluster(),
                        2 * row.weight(),
                        row.offset()))
                .toList();
        List<Row> copies = new ArrayList<>();
        for (Row row : once) {
            for (int copy = 0; copy < row.weight(); copy++) {
                copies.add(new Row(
                        row.start(), row.stop(), row.ended(), row.x(), row.stratum(), row.cluster(), 1, row.offset()));
            }
        }

        CoxRegression breslow = REGRESSION.with(TieMethod.BRESLOW).with(CoxVariance.CLUSTERED);
        assertSame(fit(breslow, once), fit(breslow, copies));
    }

    @Property(tries = TRIES)
    void strataOfOneClientContributeNothing(@ForAll Random random) {
        List<Row> rows = NaiveCox.rows(random, 40);
        List<Row> more = new ArrayList<>(rows);
        for (int i = 0; i < 5; i++) {
            more.add(new Row(0, 1 + random.nextInt(9), true, new double[] {i, 1, 15 + i}, 10 + i, 20 + i, 1, 0.5));
        }

        CoxModel model = fit(REGRESSION, rows);
        CoxModel with = fit(REGRESSION, more);
        assertEquals(model.logLikelihood(), with.logLikelihood() - lonely(more), 1e-9);
        for (int j = 0; j < 3; j++) {
            assertEquals(coefficients(model)[j], coefficients(with)[j], 1e-8 * error(model, j));
            assertEquals(error(model, j), error(with, j), 1e-8 * error(model, j));
        }
    }

    /** Someone who leaves alone: weight times the logarithm of risk by weighted risk. */
    private static double lonely(List<Row> rows) {
        return rows.stream()
                .filter(row -> row.stratum() >= 10)
                .mapToDouble(row -> -row.weight() * Math.log(row.weight()))
                .sum();
    }

    @Property(tries = TRIES)
    void withOneYesOrNoAndNoTiesTheScoreTestIsTheLogRankTest(@ForAll Random random) {
        int size = 30;
        List<Integer> times =
                new ArrayList<>(IntStream.rangeClosed(1, size).boxed().toList());
        Collections.shuffle(times, random);
        boolean[] ended = new boolean[size];
        double[] group = new double[size];
        for (int i = 0; i < size; i++) {
            ended[i] = random.nextInt(3) > 0;
            group[i] = random.nextInt(2);
        }
        Assume.that(Arrays.stream(group).distinct().count() == 2);
        CoxModel model = REGRESSION.of(
                CoxData.of(times.stream().mapToInt(t -> t).toArray(), ended).withCovariate("group", group));
        Assume.that(model.scoreTest().isDefined());

        double difference = 0;
        double variance = 0;
        for (int i = 0; i < size; i++) {
            if (ended[i]) {
                double atRisk = 0;
                double ofGroup = 0;
                for (int k = 0; k < size; k++) {
                    atRisk += times.get(k) >= times.get(i) ? 1 : 0;
                    ofGroup += times.get(k) >= times.get(i) ? group[k] : 0;
                }
                difference += group[i] - ofGroup / atRisk;
                variance += ofGroup / atRisk * (1 - ofGroup / atRisk);
            }
        }
        assertClose(
                difference * difference / variance,
                model.scoreTest().orElseThrow().statistic());
    }

    @Property(tries = TRIES)
    void withoutCovariatesTheBaselineIsTheNelsonAalenHazard(@ForAll Random random) {
        List<Row> rows = NaiveCox.rows(random, 20);
        CoxData data = CoxData.of(rows.stream().mapToDouble(Row::stop).toArray(), ended(rows));
        PredictedCurve curve =
                REGRESSION.with(TieMethod.BRESLOW).of(data).baseline().orElseThrow();

        double hazard = 0;
        for (int t = 1; t <= curve.longest(); t++) {
            double time = t;
            double atRisk = rows.stream().filter(row -> row.stop() >= time).count();
            double leaving = rows.stream()
                    .filter(row -> row.stop() == time && row.ended())
                    .count();
            hazard += leaving / atRisk;
            assertClose(hazard, curve.cumulativeHazardAt(time).orElseThrow());
        }
    }

    @Property(tries = TRIES)
    void aStrongerPenaltyDrawsCoefficientsToZero(
            @ForAll Random random, @ForAll CovariateScale scale, @ForAll @IntRange(min = 1, max = 50) int theta) {
        List<Row> rows = NaiveCox.rows(random, 40);
        CoxModel weak = fit(REGRESSION.with(new RidgePenalty(theta, scale)), rows);
        CoxModel strong = fit(REGRESSION.with(new RidgePenalty(2 * theta, scale)), rows);

        assertTrue(penalty(rows, strong, scale) <= penalty(rows, weak, scale));
        assertTrue(strong.logLikelihood() <= weak.logLikelihood() + 1e-12);
        // at the maximum the slope of the likelihood is that of the penalty
        double[] score = new NaiveCox(rows, TieMethod.EFRON, coefficients(weak)).score();
        for (int j = 0; j < 3; j++) {
            double slope = theta * (scale == CovariateScale.ORIGINAL ? 1 : variance(rows, j)) * coefficients(weak)[j];
            assertEquals(slope, score[j], 1e-7 * (1 + Math.abs(slope)));
        }
    }

    @Property(tries = TRIES)
    void theComparisonOfTwoClientsIsTheRatioOfTheirHazards(@ForAll Random random) {
        List<Row> rows = NaiveCox.rows(random, 40);
        CoxModel model = fit(REGRESSION, rows);
        Map<String, Double> one = covariates(1, 2, 21);
        Map<String, Double> other = covariates(8, 0, 19.5);

        double ratio = model.compare(one, other).hazardRatio().orElseThrow();
        assertClose(
                model.predict(one, "0").orElseThrow().cumulativeHazardAt(6).orElseThrow(),
                ratio
                        * model.predict(other, "0")
                                .orElseThrow()
                                .cumulativeHazardAt(6)
                                .orElseThrow());
        assertEquals(1, ratio * model.compare(other, one).hazardRatio().orElseThrow(), 1e-12);
        assertEquals(
                Math.log(ratio),
                model.linearPredictor(one).orElseThrow()
                        - model.linearPredictor(other).orElseThrow(),
                1e-9);
        double[] difference = {-7, 2, 1.5};
        double variance = 0;
        for (int j = 0; j < 3; j++) {
            for (int k = 0; k < 3; k++) {
                variance += difference[j]
                        * difference[k]
                        * model.covariance("x" + j, "x" + k).orElseThrow();
            }
        }
        assertClose(
                Math.sqrt(variance), model.compare(one, other).standardError().orElseThrow());
    }

    private static CoxModel fit(CoxRegression regression, List<Row> rows) {
        CoxModel model = regression.of(NaiveCox.data(rows));
        // a few of the random samples leave something open
        Assume.that(model.remarks().isEmpty());
        return model;
    }

    private static void assertSame(CoxModel expected, CoxModel actual) {
        assertEquals(expected.logLikelihood(), actual.logLikelihood(), 1e-9);
        for (int j = 0; j < 3; j++) {
            assertEquals(coefficients(expected)[j], coefficients(actual)[j], 1e-9 * error(expected, j));
            assertClose(error(expected, j), error(actual, j));
        }
        assertClose(
                expected.scoreTest().orElseThrow().statistic(),
                actual.scoreTest().orElseThrow().statistic());
    }

    private static void assertClose(double expected, double actual) {
        assertEquals(expected, actual, 1e-8 * Math.abs(expected));
    }

    private static double[] coefficients(CoxModel model) {
        return model.effects().stream()
                .mapToDouble(effect -> effect.coefficient().orElseThrow())
                .toArray();
    }

    private static double error(CoxModel model, int covariate) {
        return model.effects().get(covariate).standardError().orElseThrow();
    }

    private static double penalty(List<Row> rows, CoxModel model, CovariateScale scale) {
        double sum = 0;
        for (int j = 0; j < 3; j++) {
            double factor = scale == CovariateScale.ORIGINAL ? 1 : variance(rows, j);
            sum += factor * coefficients(model)[j] * coefficients(model)[j];
        }
        return sum;
    }

    private static double variance(List<Row> rows, int covariate) {
        double mean =
                rows.stream().mapToDouble(row -> row.x()[covariate]).average().orElseThrow();
        return rows.stream()
                        .mapToDouble(row -> Math.pow(row.x()[covariate] - mean, 2))
                        .sum()
                / (rows.size() - 1);
    }

    private static Map<String, Double> covariates(double... values) {
        return IntStream.range(0, values.length).boxed().collect(Collectors.toMap(j -> "x" + j, j -> values[j]));
    }

    private static boolean[] ended(List<Row> rows) {
        boolean[] ended = new boolean[rows.size()];
        for (int i = 0; i < ended.length; i++) {
            ended[i] = rows.get(i).ended();
        }
        return ended;
    }

    private static List<Row> withCovariate(List<Row> rows, int covariate, DoubleUnaryOperator change) {
        return rows.stream()
                .map(row -> {
                    double[] x = row.x().clone();
                    x[covariate] = change.applyAsDouble(x[covariate]);
                    return new Row(
                            row.start(),
                            row.stop(),
                            row.ended(),
                            x,
                            row.stratum(),
                            row.cluster(),
                            row.weight(),
                            row.offset());
                })
                .toList();
    }
}
