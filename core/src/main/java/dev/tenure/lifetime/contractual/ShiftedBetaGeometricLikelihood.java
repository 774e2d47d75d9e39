package dev.tenure.lifetime.contractual;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.tenure.lifetime.estimation.Coordinate;
import dev.tenure.lifetime.estimation.LogLikelihood;
import dev.tenure.lifetime.estimation.ModelLikelihood;
import dev.tenure.lifetime.estimation.SampleIdentity;

/**
 * The likelihood of {@link ShiftedBetaGeometric} by the logit of the mean {@code mu = alpha / (alpha + beta)} and the logarithm of {@code kappa = alpha +
 * beta}, which hardly depend on each other. A client leaves at the {@code n}-th renewal with {@code mu kappa / (kappa + n - 1)}, so that no gamma function is
 * needed.
 */
final class ShiftedBetaGeometricLikelihood {

    private static final ImmutableList<Coordinate> COORDINATES =
            ImmutableList.of(Coordinate.logitOf("mu"), Coordinate.logarithmOf("kappa"));

    private ShiftedBetaGeometricLikelihood() {}

    static ModelLikelihood<RetentionModel> of(RenewalSample sample) {
        return of(sample, sample.riskSets());
    }

    /** Returns the likelihood of the clients of a sample, or of as many drawn from them. */
    private static ModelLikelihood<RetentionModel> of(RenewalSample sample, RiskSets sets) {
        return ModelLikelihood.<RetentionModel>builder()
                .name("sBG")
                .coordinates(COORDINATES)
                .parameterNames(ImmutableList.of("alpha", "beta"))
                .observations(sample.clients())
                .start(ImmutableDoubleArray.of(
                        RetentionPoint.logit(sets.lost(sets.first()), sets.kept(sets.first())), 0))
                .logLikelihood(function(sets))
                .resampled(seed -> of(sample, RiskSets.resampled(sample.rows(), seed)))
                .sample(SampleIdentity.of(sample.period().toString(), sets.numbers()))
                .putBoundaryCase("geometric", "RetentionFit.testHeterogeneity")
                .parameters(ShiftedBetaGeometricLikelihood::parameters)
                .model(parameters -> new ShiftedBetaGeometric(parameters[0], parameters[1], sample.period()))
                .problems(RetentionPoint.problems(sets, COORDINATES))
                .build();
    }

    private static double[] parameters(double[] point) {
        double kappa = Math.exp(point[1]);
        return new double[] {kappa * RetentionPoint.share(point[0]), kappa * RetentionPoint.share(-point[0])};
    }

    private static LogLikelihood function(RiskSets sets) {
        return (point, gradient, hessian) -> {
            for (int i = 0; i < 2; i++) {
                gradient[i] = 0;
                hessian[i][0] = 0;
                hessian[i][1] = 0;
            }
            double sum = 0;
            for (int renewal = 1; renewal <= sets.last(); renewal++) {
                if (sets.kept(renewal) + sets.lost(renewal) > 0) {
                    sum += add(sets, renewal, point, gradient, hessian);
                }
            }
            return sum;
        };
    }

    /** Adds the clients who came to a renewal. */
    private static double add(RiskSets sets, int renewal, double[] point, double[] gradient, double[][] hessian) {
        double mu = RetentionPoint.share(point[0]);
        double rest = RetentionPoint.share(-point[0]);
        double aged = (renewal - 1) * Math.exp(-point[1]);
        double weight = aged / (1 + aged);
        double leaving = mu / (1 + aged);
        double staying = (rest + aged) / (1 + aged);
        double kept = sets.kept(renewal);
        double lost = sets.lost(renewal);
        double odds = leaving / staying;
        double slope = lost - kept * odds;
        double bend = -kept * odds / staying;
        // the logarithm of the probability of leaving changes by rest with the one coordinate and by weight with the
        // other
        gradient[0] += slope * rest;
        gradient[1] += slope * weight;
        hessian[0][0] += bend * rest * rest - slope * mu * rest;
        hessian[1][1] += bend * weight * weight - slope * weight * (1 - weight);
        hessian[0][1] += bend * rest * weight;
        hessian[1][0] = hessian[0][1];
        return lost * (RetentionPoint.logShare(point[0]) - Math.log1p(aged))
                + kept * (Math.log(rest + aged) - Math.log1p(aged));
    }
}
