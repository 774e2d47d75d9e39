package dev.tenure.lifetime.contractual;

import dev.tenure.lifetime.estimation.ModelLikelihood;

/** The models of clients who must renew. The order is that of the number of their parameters. */
public enum RetentionModelKind {
    /** All clients are alike, and leave with the same probability at every renewal: {@link Geometric}. */
    GEOMETRIC {
        @Override
        ModelLikelihood<RetentionModel> likelihood(RenewalSample sample) {
            return GeometricLikelihood.of(sample);
        }
    },
    /** Each client leaves with a probability of its own: {@link ShiftedBetaGeometric}. */
    SHIFTED_BETA_GEOMETRIC {
        @Override
        ModelLikelihood<RetentionModel> likelihood(RenewalSample sample) {
            return ShiftedBetaGeometricLikelihood.of(sample);
        }
    },
    /** Each client leaves with a probability of its own, which rises or falls with tenure: {@link BetaDiscreteWeibull}. */
    BETA_DISCRETE_WEIBULL {
        @Override
        ModelLikelihood<RetentionModel> likelihood(RenewalSample sample) {
            return BetaDiscreteWeibullLikelihood.of(sample);
        }
    };

    abstract ModelLikelihood<RetentionModel> likelihood(RenewalSample sample);
}
