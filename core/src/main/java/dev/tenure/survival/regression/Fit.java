package dev.tenure.survival.regression;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.internal.Cholesky;
import dev.tenure.stat.ChiSquareTest;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A fitted model in the coordinates of its {@link Design}. Of the covariates only those take part whose coefficients could be looked for:
 * the others stand at zero.
 */
final class Fit {

    /** A sandwich of less than this part of the model-based variance is rounding. */
    private static final double NO_VARIANCE = 1e-14;

    private final FitOptions options;
    private final Design design;
    /** Which covariate of the data each one of the design is. */
    private final int[] covariates;

    private final Estimability estimability;
    private final PartialLikelihood zero;
    private final Newton climb;
    private final double[][] modelCovariance;
    private final double[][] covariance;
    /** How many clusters the covariance is made of; empty if of none. */
    private final OptionalInt clusters;

    private final Supplier<HazardPath> path = Suppliers.memoize(this::walk);

    private Fit(FitOptions options, Design whole, Derivatives likelihood, PartialLikelihood zero, double[] penalty) {
        this.options = options;
        this.estimability = Estimability.atZero(whole, zero, penalty);
        this.covariates = estimability.estimable();
        boolean all = covariates.length == penalty.length;
        this.design = all ? whole : whole.only(covariates);
        this.zero = new PartialLikelihood(
                zero.logLikelihood(),
                Arrays.stream(covariates).mapToDouble(j -> zero.score()[j]).toArray(),
                Estimability.select(zero.information(), covariates));
        this.climb = new Newton(
                all ? likelihood : new Derivatives(design, options.ties()),
                this.zero,
                Arrays.stream(covariates).mapToDouble(j -> penalty[j]).toArray(),
                options.maxIterations(),
                options.tolerance() * Math.max(Math.abs(zero.logLikelihood()), whole.leavingWeight()),
                design);
        climb.run();
        estimability.add(climb, this.zero, covariates);
        this.modelCovariance = Cholesky.of(climb.information(), 0).inverse();
        CoxData data = whole.rows().data();
        CoxVariance variance = options.variance(data);
        if (variance == CoxVariance.MODEL_BASED) {
            this.covariance = modelCovariance;
            this.clusters = OptionalInt.empty();
        } else {
            boolean clustered = variance == CoxVariance.CLUSTERED && data.hasClusters();
            Sandwich sandwich = Sandwich.of(this, clustered);
            this.covariance = sandwich.covariance();
            this.clusters = clustered ? OptionalInt.of(sandwich.clusters()) : OptionalInt.empty();
        }
    }

    static Fit of(CoxData data, FitOptions options) {
        Design design = Design.of(data);
        Derivatives likelihood = new Derivatives(design, options.ties());
        PartialLikelihood zero = likelihood.at(new double[design.covariates()]);
        return new Fit(options, design, likelihood, zero, penalty(design, options));
    }

    private static double[] penalty(Design design, FitOptions options) {
        double[] penalty = new double[design.covariates()];
        options.ridge()
                .ifPresent(ridge -> Arrays.setAll(penalty, j -> {
                    double variance = ridge.scale() == CovariateScale.ORIGINAL
                            ? 1
                            : Vectors.variance(design.rows().data().column(j));
                    return ridge.theta() * variance / (design.scale(j) * design.scale(j));
                }));
        return penalty;
    }

    CoxData data() {
        return design.rows().data();
    }

    Design design() {
        return design;
    }

    TieMethod ties() {
        return options.ties();
    }

    boolean isPenalised() {
        return options.ridge().isPresent();
    }

    Estimability estimability() {
        return estimability;
    }

    Risks risks() {
        return Risks.at(design, climb.coefficients());
    }

    /** Returns the path of the hazards at the coefficients; made when first asked for. */
    HazardPath path() {
        return path.get();
    }

    private HazardPath walk() {
        return HazardPath.of(design, options.ties(), risks());
    }

    Newton climb() {
        return climb;
    }

    double[] coefficients() {
        return climb.coefficients();
    }

    double[][] modelCovariance() {
        return modelCovariance;
    }

    double[][] covariance() {
        return covariance;
    }

    /** Returns why there are no standard errors; nothing if there are. */
    String errorObstacle() {
        return covariates.length > 0 && clusters.orElse(0) == 1 ? "not estimable: all rows are one cluster" : "";
    }

    /** Returns the standard error of a combination of coefficients. */
    Outcome<Double> standardError(double[] combination) {
        double model = Vectors.form(combination, modelCovariance, combination);
        double variance = Vectors.form(combination, covariance, combination);
        if (Vectors.largest(combination) > 0) {
            if (!errorObstacle().isEmpty()) {
                return Outcome.undefined(Reason.NOT_ESTIMABLE, errorObstacle());
            }
            if (variance < Double.POSITIVE_INFINITY && variance <= NO_VARIANCE * model) {
                return Outcome.undefined(
                        Reason.NOT_ESTIMABLE, "not estimable: no row or cluster moves the coefficient");
            }
        }
        return Statistics.error(variance);
    }

    Outcome<Double> modelStandardError(double[] combination) {
        return Statistics.error(Vectors.form(combination, modelCovariance, combination));
    }

    /** Returns which covariate of the design one of the data is; -1 if it takes no part. */
    int place(int covariate) {
        return Math.max(-1, Arrays.binarySearch(covariates, covariate));
    }

    /** Returns which covariate of the design one of the data is, if its coefficient is known. */
    Outcome<Integer> estimated(int covariate) {
        String obstacle = estimability.obstacle(covariate);
        if (obstacle.isEmpty()) {
            return Outcome.of(place(covariate));
        }
        return Outcome.undefined(Reason.NOT_ESTIMABLE, obstacle);
    }

    /** Returns the first obstacle there is, if any; otherwise how many covariates there are. */
    Outcome<Integer> allEstimated() {
        int count = data().names().size();
        for (int j = 0; j < count; j++) {
            if (!estimated(j).isDefined()) {
                return estimated(j);
            }
        }
        return Outcome.of(count);
    }

    /**
     * Returns the first obstacle to a curve, if any; otherwise how many covariates there are. Covariates that were taken out from the start
     * are none: the others say as much without them.
     */
    Outcome<Integer> predictable() {
        int count = data().names().size();
        for (int j = 0; j < count; j++) {
            boolean takenOut = place(j) < 0 && design.times().size() > 0;
            if (!takenOut && !estimated(j).isDefined()) {
                return estimated(j);
            }
        }
        return Outcome.of(count);
    }

    /** Returns how many covariates can be tested, if any. */
    Outcome<Integer> testable() {
        if (data().names().isEmpty()) {
            return Outcome.undefined(Reason.NO_DATA, "there is no covariate to test");
        }
        return covariates.length == 0
                ? Outcome.undefined(Reason.NOT_ESTIMABLE, "no covariate is estimable")
                : Outcome.of(covariates.length);
    }

    ImmutableList<String> strata() {
        SortedRows rows = design.rows();
        return IntStream.range(0, rows.strata()).mapToObj(rows::stratumName).collect(ImmutableList.toImmutableList());
    }

    ImmutableList<String> remarks(int events) {
        ImmutableList.Builder<String> remarks = ImmutableList.builder();
        IntStream.range(0, data().names().size())
                .mapToObj(estimability::obstacle)
                .filter(obstacle -> !obstacle.isEmpty())
                .distinct()
                .forEach(remarks::add);
        if (events < data().names().size()) {
            remarks.add("fewer events than covariates: " + events + " of "
                    + data().names().size());
        }
        if (!errorObstacle().isEmpty()) {
            remarks.add(errorObstacle());
        } else if (clusters.orElse(Integer.MAX_VALUE) <= data().names().size()) {
            remarks.add("no more clusters than covariates: " + clusters.orElse(0) + " for "
                    + data().names().size());
        }
        return remarks.build();
    }

    double nullLogLikelihood() {
        return zero.logLikelihood();
    }

    double logLikelihood() {
        return climb.point().logLikelihood();
    }

    Outcome<ChiSquareTest> likelihoodRatio() {
        return test(Math.max(0, 2 * (logLikelihood() - nullLogLikelihood())), climb.converged());
    }

    Outcome<ChiSquareTest> score() {
        return test(Cholesky.of(zero.information(), 0).quadraticForm(zero.score()), true);
    }

    Outcome<ChiSquareTest> wald() {
        if (climb.endless()) {
            return Outcome.undefined(Reason.NOT_ESTIMABLE, "not estimable: a coefficient grows without end");
        }
        if (!errorObstacle().isEmpty()) {
            return Outcome.undefined(Reason.NOT_ESTIMABLE, errorObstacle());
        }
        Cholesky decomposition = Cholesky.of(covariance, Newton.PIVOT);
        return decomposition.rank() < covariates.length || hasNoVariance()
                ? Outcome.undefined(Reason.NOT_ESTIMABLE, "not estimable: the covariance is singular")
                : test(decomposition.quadraticForm(coefficients()), climb.converged());
    }

    private boolean hasNoVariance() {
        return IntStream.range(0, covariates.length)
                .anyMatch(j -> covariance[j][j] <= NO_VARIANCE * modelCovariance[j][j]);
    }

    private Outcome<ChiSquareTest> test(double statistic, boolean reached) {
        return testable().flatMap(count -> {
            if (isPenalised()) {
                return Outcome.undefined(Reason.NOT_APPLICABLE, "under a penalty it has no chi-square distribution");
            }
            return reached
                    ? Statistics.test(statistic, count)
                    : Outcome.undefined(Reason.NOT_ESTIMABLE, "not estimable: no convergence");
        });
    }
}
