package dev.tenure.survival.parametric;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.tenure.explain.Outcome;
import dev.tenure.explain.Reason;
import dev.tenure.internal.Cholesky;
import dev.tenure.internal.Newton;
import java.util.Arrays;

/** Finds the parameters under which a sample is most likely, or says why there are none. */
final class Search {

    /** How far below its highest the log-likelihood may be, for each observation, before the last step. */
    private static final double TOLERANCE = 1e-16;

    private static final double LONGEST_STEP = 2;
    /** A logarithm that is less well known than this is not known at all: the likelihood has no peak. */
    private static final double VAGUE = 50;

    private final Sample sample;
    private final Likelihood likelihood;

    private Search(Sample sample, Likelihood likelihood) {
        this.sample = sample;
        this.likelihood = likelihood;
    }

    static Estimated of(Sample sample, SurvivalLaw law) {
        if (sample.size() == 0) {
            return Estimated.nothing(Reason.NO_DATA, "no observations");
        }
        if (sample.smallestUpper() == Double.POSITIVE_INFINITY) {
            return Estimated.nothing(Reason.NOT_ESTIMABLE, "no observation has ended");
        }
        return switch (law.family()) {
            case EXPONENTIAL, PIECEWISE_EXPONENTIAL -> piecewise(sample, law);
            case WEIBULL, LOG_NORMAL, LOG_LOGISTIC -> locationScale(sample, law);
        };
    }

    private static Estimated locationScale(Sample sample, SurvivalLaw law) {
        if (sample.largestLower() == 0) {
            return Estimated.nothing(Reason.NOT_ESTIMABLE, "only left-censored observations");
        }
        if (sample.largestLower() <= sample.smallestUpper()) {
            return Estimated.nothing(
                    Reason.NOT_ESTIMABLE,
                    "no spread: all may have ended at one time, " + Pieces.number(sample.smallestUpper()));
        }
        LocationScaleLikelihood likelihood = new LocationScaleLikelihood(StandardLaw.of(law), sample);
        Newton.Minimum minimum =
                Newton.minimize(likelihood, likelihood.start(), TOLERANCE * sample.total(), LONGEST_STEP);
        ImmutableDoubleArray point = ImmutableDoubleArray.copyOf(minimum.point());
        Cholesky curvature = minimum.curvature();
        double[][] inverse = curvature.inverse();
        boolean hasPeak = curvature.rank() == point.length() && !isVague(inverse[0][0]) && !isVague(inverse[1][1]);
        if (!minimum.converged() || !hasPeak) {
            return new Estimated(
                    point,
                    ImmutableDoubleArray.of(),
                    ImmutableDoubleArray.of(),
                    ImmutableDoubleArray.of(),
                    ImmutableList.of("", ""),
                    notConverged(minimum, hasPeak),
                    notConverged(minimum, hasPeak));
        }
        return new Estimated(
                point,
                flat(new Search(sample, likelihood).covariance(minimum.point(), inverse)),
                flat(inverse),
                ImmutableDoubleArray.of(),
                ImmutableList.of("", ""),
                Outcome.of(new Convergence(minimum.steps(), minimum.excess())),
                Outcome.of(-minimum.value()));
    }

    private static boolean isVague(double variance) {
        return !(variance < VAGUE * VAGUE);
    }

    private static <T> Outcome<T> notConverged(Newton.Minimum minimum, boolean hasPeak) {
        return Outcome.undefined(
                Reason.NOT_ESTIMABLE,
                hasPeak
                        ? "not converged after " + minimum.steps() + " steps"
                        : "the likelihood rises without end as the law degenerates");
    }

    private static Estimated piecewise(Sample sample, SurvivalLaw law) {
        Pieces pieces = Pieces.of(law);
        PiecewiseLikelihood likelihood = new PiecewiseLikelihood(pieces, sample);
        Newton.Minimum minimum =
                Newton.minimize(likelihood, likelihood.start(), TOLERANCE * sample.total(), LONGEST_STEP);
        return new Search(sample, likelihood).rates(pieces, likelihood, minimum);
    }

    /** Spreads the rates that could be looked for over all pieces. */
    private Estimated rates(Pieces pieces, PiecewiseLikelihood rates, Newton.Minimum minimum) {
        double[] found = rates.isClosed() ? rates.start() : minimum.point();
        double[][] inverse = minimum.curvature().inverse();
        double[][] covariance = covariance(found, inverse);
        double[] point = new double[pieces.size()];
        String[] problems = rates.problems().toArray(new String[0]);
        for (int i = 0; i < point.length; i++) {
            int from = rates.coordinate(i);
            if (from >= 0) {
                point[i] = found[from];
                if (isVague(inverse[from][from])) {
                    problems[i] = "no peak of the likelihood in " + pieces.text(i);
                }
            } else if (rates.isZero(i)) {
                point[i] = Double.NEGATIVE_INFINITY;
            }
        }
        Outcome<Convergence> convergence = convergence(minimum, rates.isClosed());
        return new Estimated(
                ImmutableDoubleArray.copyOf(point),
                overPieces(covariance, rates, point.length),
                overPieces(inverse, rates, point.length),
                rates.exposure(),
                ImmutableList.copyOf(problems),
                convergence,
                convergence.flatMap(reached -> logLikelihood(minimum, problems)));
    }

    /** Spreads a matrix of the rates that could be looked for over all pieces. */
    private static ImmutableDoubleArray overPieces(double[][] matrix, PiecewiseLikelihood rates, int pieces) {
        double[] spread = new double[pieces * pieces];
        for (int i = 0; i < pieces; i++) {
            for (int j = 0; j < pieces; j++) {
                int from = rates.coordinate(i);
                int to = rates.coordinate(j);
                spread[i * pieces + j] = from < 0 || to < 0 ? 0 : matrix[from][to];
            }
        }
        return ImmutableDoubleArray.copyOf(spread);
    }

    private static Outcome<Convergence> convergence(Newton.Minimum minimum, boolean isClosed) {
        return minimum.converged()
                ? Outcome.of(isClosed ? new Convergence(0, 0) : new Convergence(minimum.steps(), minimum.excess()))
                : notConverged(minimum, true);
    }

    private static Outcome<Double> logLikelihood(Newton.Minimum minimum, String[] problems) {
        return Arrays.stream(problems)
                .filter(problem -> !problem.isEmpty())
                .findFirst()
                .<Outcome<Double>>map(problem -> Outcome.undefined(Reason.NOT_ESTIMABLE, problem))
                .orElse(Outcome.of(-minimum.value()));
    }

    /**
     * Returns the covariance: the inverse of the observed information, and with weights the sandwich of it and of the products of the
     * observations' gradients.
     */
    private double[][] covariance(double[] point, double[][] inverse) {
        return sample.isWeighted() ? times(times(inverse, products(point)), inverse) : inverse;
    }

    private static ImmutableDoubleArray flat(double[][] matrix) {
        return ImmutableDoubleArray.copyOf(
                Arrays.stream(matrix).flatMapToDouble(Arrays::stream).toArray());
    }

    private double[][] products(double[] point) {
        double[][] sums = new double[point.length][point.length];
        double[] score = new double[point.length];
        for (int row = 0; row < sample.size(); row++) {
            likelihood.score(row, point, score);
            double factor = sample.total(row) * sample.weight(row);
            for (int i = 0; i < score.length; i++) {
                for (int j = 0; j < score.length; j++) {
                    sums[i][j] += factor * score[i] * score[j];
                }
            }
        }
        return sums;
    }

    private static double[][] times(double[][] a, double[][] b) {
        double[][] product = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                for (int k = 0; k < a.length; k++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }
}
