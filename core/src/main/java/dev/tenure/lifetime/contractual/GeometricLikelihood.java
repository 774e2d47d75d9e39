package dev.tenure.lifetime.contractual;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.tenure.lifetime.estimation.Coordinate;
import dev.tenure.lifetime.estimation.LogLikelihood;
import dev.tenure.lifetime.estimation.ModelLikelihood;

/** The likelihood of {@link Geometric} by the logit of its probability. */
final class GeometricLikelihood {

    private GeometricLikelihood() {}

    static ModelLikelihood<RetentionModel> of(RenewalSample sample) {
        RiskSets sets = sample.riskSets();
        return ModelLikelihood.<RetentionModel>builder()
                .name("geometric")
                .addCoordinate(Coordinate.logitOf("theta"))
                .parameterNames(ImmutableList.of("theta"))
                .observations(sample.clients())
                .start(ImmutableDoubleArray.of(RetentionPoint.logit(sets.allLost(), sets.allKept())))
                .logLikelihood(function(sets))
                .resampled(seed -> function(RiskSets.resampled(sample.rows(), seed)))
                .parameters(point -> new double[] {RetentionPoint.share(point[0])})
                .model(parameters -> new Geometric(parameters[0], sample.period()))
                .problem(RetentionPoint.problem(sets, 1))
                .build();
    }

    private static LogLikelihood function(RiskSets sets) {
        double kept = sets.allKept();
        double lost = sets.allLost();
        return (point, gradient, hessian) -> {
            double theta = RetentionPoint.share(point[0]);
            gradient[0] = lost - (kept + lost) * theta;
            hessian[0][0] = -(kept + lost) * theta * RetentionPoint.share(-point[0]);
            return lost * RetentionPoint.logShare(point[0]) + kept * RetentionPoint.logShare(-point[0]);
        };
    }
}
