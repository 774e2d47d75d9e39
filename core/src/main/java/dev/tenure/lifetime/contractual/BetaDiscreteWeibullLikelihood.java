package dev.tenure.lifetime.contractual;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.tenure.lifetime.estimation.Coordinate;
import dev.tenure.lifetime.estimation.LogLikelihood;
import dev.tenure.lifetime.estimation.ModelLikelihood;
import dev.tenure.lifetime.estimation.SampleIdentity;
import java.util.Arrays;
import org.apache.commons.numbers.gamma.Trigamma;

/**
 * The likelihood of {@link BetaDiscreteWeibull} by the logit of the mean {@code mu = alpha / (alpha + beta)}, the logarithm of {@code kappa = alpha + beta} and
 * that of {@code c}.
 */
final class BetaDiscreteWeibullLikelihood {

    private static final ImmutableList<Coordinate> COORDINATES =
            ImmutableList.of(Coordinate.logitOf("mu"), Coordinate.logarithmOf("kappa"), Coordinate.logarithmOf("c"));
    private static final int SIZE = 3;
    private static final double LARGEST = Math.exp(PowerOfTenure.HUGE);

    private final RiskSets sets;
    private final double[] point;
    private final double alpha;
    private final double beta;
    private final double c;

    private BetaDiscreteWeibullLikelihood(RiskSets sets, double[] point) {
        this.sets = sets;
        this.point = point;
        double[] parameters = parameters(point);
        alpha = parameters[0];
        beta = parameters[1];
        c = parameters[2];
    }

    static ModelLikelihood<RetentionModel> of(RenewalSample sample) {
        return of(sample, sample.riskSets());
    }

    /** Returns the likelihood of the clients of a sample, or of as many drawn from them. */
    private static ModelLikelihood<RetentionModel> of(RenewalSample sample, RiskSets sets) {
        return ModelLikelihood.<RetentionModel>builder()
                .name("BdW")
                .coordinates(COORDINATES)
                .parameterNames(ImmutableList.of("alpha", "beta", "c"))
                .observations(sample.clients())
                .start(ImmutableDoubleArray.of(
                        RetentionPoint.logit(sets.lost(sets.first()), sets.kept(sets.first())), 0, 0))
                .logLikelihood(function(sets))
                .resampled(seed -> of(sample, RiskSets.resampled(sample.rows(), seed)))
                .sample(SampleIdentity.of(sample.period().toString(), sets.numbers()))
                .addSpecialCase("sBG")
                .parameters(BetaDiscreteWeibullLikelihood::parameters)
                .model(parameters ->
                        new BetaDiscreteWeibull(parameters[0], parameters[1], parameters[2], sample.period()))
                .problems(RetentionPoint.problems(sets, COORDINATES))
                .build();
    }

    private static double[] parameters(double[] point) {
        double kappa = Math.exp(point[1]);
        return new double[] {
            kappa * RetentionPoint.share(point[0]), kappa * RetentionPoint.share(-point[0]), Math.exp(point[2])
        };
    }

    private static LogLikelihood function(RiskSets sets) {
        return (point, gradient, hessian) -> new BetaDiscreteWeibullLikelihood(sets, point).at(gradient, hessian);
    }

    private double at(double[] gradient, double[][] hessian) {
        Arrays.fill(gradient, 0);
        for (double[] row : hessian) {
            Arrays.fill(row, 0);
        }
        double sum = 0;
        for (int renewal = 1; renewal <= sets.last(); renewal++) {
            if (sets.kept(renewal) + sets.lost(renewal) > 0) {
                sum += add(renewal, gradient, hessian);
            }
        }
        return sum;
    }

    /** Adds the clients who came to a renewal. */
    private double add(int renewal, double[] gradient, double[][] hessian) {
        double[] first = new double[SIZE];
        double[][] second = new double[SIZE][SIZE];
        double logKept = logRetention(renewal, first, second);
        double kept = sets.kept(renewal);
        double lost = sets.lost(renewal);
        double leaving = -Math.expm1(logKept);
        double odds = (1 - leaving) / leaving;
        double slope = lost > 0 ? kept - lost * odds : kept;
        double bend = lost > 0 ? -lost * odds / leaving : 0;
        for (int i = 0; i < SIZE; i++) {
            gradient[i] += slope * first[i];
            for (int j = 0; j < SIZE; j++) {
                hessian[i][j] += bend * first[i] * first[j] + slope * second[i][j];
            }
        }
        return kept * logKept + (lost > 0 ? lost * Math.log(leaving) : 0);
    }

    /** Returns the logarithm of the retention of a renewal, with its derivatives by the coordinates. */
    private double logRetention(int renewal, double[] first, double[][] second) {
        double logBefore = renewal == 1 ? 0 : c * Math.log(renewal - 1.0);
        double before = renewal == 1 ? 0 : Math.exp(logBefore);
        double logAfter = c * Math.log(renewal);
        double after = Math.exp(logAfter);
        double rise = renewal == 1 ? 1 : before * Math.expm1(c * Math.log1p(1 / (renewal - 1.0)));
        if (rise > alpha || logAfter > PowerOfTenure.HUGE || beta > LARGEST) {
            // differences over a long rise lose digits in its start, differences over a short one in its ends
            return logRetentionByEnds(renewal, first, second);
        }
        double from = beta + before;
        double[] slopes = slopes(from, rise);
        double mu = RetentionPoint.share(point[0]);
        double rest = RetentionPoint.share(-point[0]);
        double byMean = alpha * rest;
        double riseByPower = after * logAfter - before * logBefore;
        // rows: alpha, from, rise; columns: the coordinates
        double[][] jacobian = {{byMean, alpha, 0}, {-byMean, beta, before * logBefore}, {0, 0, riseByPower}};
        double[][] bends = bends(from, rise);
        for (int i = 0; i < SIZE; i++) {
            for (int k = 0; k < SIZE; k++) {
                first[i] += slopes[k] * jacobian[k][i];
                for (int j = 0; j < SIZE; j++) {
                    for (int m = 0; m < SIZE; m++) {
                        second[i][j] += bends[k][m] * jacobian[k][i] * jacobian[m][j];
                    }
                }
            }
        }
        double across = slopes[0] - slopes[1];
        second[0][0] += across * byMean * (rest - mu);
        second[0][1] += across * byMean;
        second[1][0] += across * byMean;
        second[1][1] += slopes[0] * alpha + slopes[1] * beta;
        second[2][2] += slopes[1] * before * logBefore * (1 + logBefore)
                + slopes[2] * (after * logAfter * (1 + logAfter) - before * logBefore * (1 + logBefore));
        return BetaRatio.log(alpha, from, rise);
    }

    /** As above, by the logarithms of all quantities. */
    private double logRetentionByEnds(int renewal, double[] first, double[][] second) {
        addEnd(1, c * Math.log(renewal), first, second);
        addEnd(-1, c * Math.log(renewal - 1.0), first, second);
        return BetaRatio.logOfPowers(alpha, beta, c, renewal - 1.0, 1);
    }

    private void addEnd(int sign, double logPower, double[] first, double[][] second) {
        PowerOfTenure at = PowerOfTenure.of(alpha, beta, logPower);
        double logarithm = Double.isFinite(logPower) ? logPower : 0;
        double mu = RetentionPoint.share(point[0]);
        double rest = RetentionPoint.share(-point[0]);
        // rows: the logarithms of alpha, beta and the power; columns: the coordinates
        double[][] jacobian = {{rest, 1, 0}, {-mu, 1, 0}, {0, 0, logarithm}};
        for (int i = 0; i < SIZE; i++) {
            for (int k = 0; k < SIZE; k++) {
                first[i] += sign * at.first(k) * jacobian[k][i];
                for (int j = 0; j < SIZE; j++) {
                    for (int m = 0; m < SIZE; m++) {
                        second[i][j] += sign * at.second(k, m) * jacobian[k][i] * jacobian[m][j];
                    }
                }
            }
        }
        second[0][0] -= sign * (at.first(0) + at.first(1)) * mu * rest;
        second[2][2] += sign * at.first(2) * logarithm;
    }

    /** Returns the derivatives of the logarithm of the ratio of beta functions by alpha, from and rise. */
    private double[] slopes(double from, double rise) {
        double far = GammaDifferences.digamma(alpha + from, rise);
        return new double[] {
            -far, GammaDifferences.digamma(from, rise) - far, -GammaDifferences.digamma(from + rise, alpha)
        };
    }

    private double[][] bends(double from, double rise) {
        double far = GammaDifferences.trigamma(alpha + from, rise);
        double near = GammaDifferences.trigamma(from, rise) - far;
        double along = -GammaDifferences.trigamma(from + rise, alpha);
        double across = -Trigamma.value(alpha + from + rise);
        return new double[][] {{-far, -far, across}, {-far, near, along}, {across, along, along}};
    }
}
