package dev.tenure.lifetime.contractual;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.tenure.lifetime.estimation.Coordinate;
import dev.tenure.lifetime.estimation.LogLikelihood;
import dev.tenure.lifetime.estimation.ModelLikelihood;
import dev.tenure.lifetime.estimation.SampleIdentity;

/** The likelihood of {@link Geometric} by the logit of its probability. */
final class GeometricLikelihood {

    private static final ImmutableList<Coordinate> COORDINATES = ImmutableList.of(Coordinate.logitOf("theta"));

    private GeometricLikelihood() {}

    static ModelLikelihood<RetentionModel> of(RenewalSample sample) {
        return of(sample, sample.riskSets());
    }

    /** Returns the likelihood of the clients of a sample, or of as many drawn from them. */
    private static ModelLikelihood<RetentionModel> of(RenewalSample sample, RiskSets sets) {
        return ModelLikelihood.<RetentionModel>builder()
                .name("geometric")
                .coordinates(COORDINATES)
                .parameterNames(ImmutableList.of("theta"))
                .observations(sample.clients())
                .start(ImmutableDoubleArray.of(RetentionPoint.logit(sets.allLost(), sets.allKept())))
                .logLikelihood(function(sets))
                .resampled(seed -> of(sample, RiskSets.resampled(sample.rows(), seed)))
                .sample(SampleIdentity.of(sample.period().toString(), sets.numbers()))
                .parameters(point -> new double[] {RetentionPoint.share(point[0])})
                .model(parameters -> new Geometric(parameters[0], sample.period()))
                .problems(RetentionPoint.problems(sets, COORDINATES))
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
