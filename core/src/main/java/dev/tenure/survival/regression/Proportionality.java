package dev.tenure.survival.regression;

import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.internal.Cholesky;
import dev.tenure.stat.ChiSquareTest;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The score test of products of covariates and a function of time. */
final class Proportionality {

    private final Fit fit;
    private final int size;
    /** The score of the products. */
    private final double[] score;
    /** The information of the covariates, then of their products. */
    private final double[][] information;

    private Proportionality(Fit fit, double[] times) {
        this.fit = fit;
        this.size = fit.design().covariates();
        PartialLikelihood products = derivatives(times);
        this.score = products.score();
        this.information = join(
                derivatives(new double[0]).information(),
                products.information(),
                derivatives(Arrays.stream(times).map(time -> time * time).toArray())
                        .information());
    }

    static ProportionalHazardsTestBuilder of(Fit fit, TimeTransform transform) {
        ProportionalHazardsTestBuilder tests = new ProportionalHazardsTestBuilder().transform(transform);
        Outcome<Proportionality> possible = possible(fit, transform);
        for (int covariate = 0; covariate < fit.data().names().size(); covariate++) {
            int j = covariate;
            Outcome<ChiSquareTest> test =
                    fit.estimated(j).flatMap(ok -> possible.flatMap(its -> its.test(fit.place(j))));
            tests.putTest(fit.data().names().get(j), test);
        }
        return tests.global(fit.testable()
                .flatMap(count -> fit.allEstimated())
                .flatMap(ok -> possible.flatMap(Proportionality::global)));
    }

    private static Outcome<Proportionality> possible(Fit fit, TimeTransform transform) {
        if (fit.isPenalised()) {
            return Outcome.undefined(Reason.NOT_APPLICABLE, "under a penalty it has no chi-square distribution");
        }
        double[] times = TransformedTimes.of(fit.design(), transform);
        if (!Arrays.stream(times).allMatch(Double::isFinite)) {
            return Outcome.undefined(Reason.NOT_FINITE, "time 0 has no logarithm");
        }
        return Outcome.of(new Proportionality(fit, times));
    }

    private PartialLikelihood derivatives(double[] timeWeights) {
        return new Derivatives(fit.design(), fit.ties(), fit.risks(), timeWeights).point();
    }

    private double[][] join(double[][] plain, double[][] mixed, double[][] products) {
        double[][] joined = new double[2 * size][2 * size];
        for (int j = 0; j < size; j++) {
            for (int k = 0; k < size; k++) {
                joined[j][k] = plain[j][k];
                joined[j + size][k] = mixed[j][k];
                joined[j][k + size] = mixed[j][k];
                joined[j + size][k + size] = products[j][k];
            }
        }
        return joined;
    }

    private Outcome<ChiSquareTest> test(int covariate) {
        return test(IntStream.of(covariate));
    }

    private Outcome<ChiSquareTest> global() {
        return test(IntStream.range(0, size));
    }

    /** Tests the products of some covariates, in a model with all covariates. */
    private Outcome<ChiSquareTest> test(IntStream tested) {
        int[] chosen = IntStream.concat(IntStream.range(0, size), tested.map(j -> j + size))
                .toArray();
        double[] right = Arrays.stream(chosen)
                .mapToDouble(j -> j < size ? 0 : score[j - size])
                .toArray();
        Cholesky decomposition = Cholesky.of(Estimability.select(information, chosen), Newton.PIVOT);
        return decomposition.rank() == chosen.length
                ? Statistics.test(decomposition.quadraticForm(right), chosen.length - size)
                : Outcome.undefined(
                        Reason.NOT_ESTIMABLE, "not estimable: those who leave do not differ enough in time");
    }
}
